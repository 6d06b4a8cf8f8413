import { Button } from 'antd'
import { useEffect, useRef, type ReactNode } from 'react'
import { useWords } from './words.ts'

/** The card at the right of a list; the whole screen on a phone: `<Panel onClose={close}>…card…</Panel>`. */
export function Panel({ onClose, label, children }: { onClose: () => void; label?: string; children: ReactNode }): ReactNode {
  const t = useWords()
  const body = useRef<HTMLDivElement>(null)
  const narrow = useRef(window.matchMedia('(max-width: 1180px)').matches)
  // A panel that covers the list takes the focus; beside it the list keeps it, so that J and K go on.
  useEffect(() => { if (narrow.current) body.current?.focus() }, [])
  return (
    <aside className="panel" aria-label={label ?? t('ui.list.panel')}>
      <div className="panel-top"><Button type="text" size="small" onClick={onClose} aria-label={t('ui.list.close')}>✕</Button></div>
      <div className="panel-body" ref={body} tabIndex={-1}>{children}</div>
    </aside>
  )
}
