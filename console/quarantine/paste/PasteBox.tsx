import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useWords } from '../../../ui/words.ts'

/** Where the clipboard goes: pasted it is read at once, written by hand on request. */
export function PasteBox({ autoFocus, onRead }: { autoFocus: boolean; onRead: (text: string) => void }): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const read = (text: string) => { onRead(text); setTyped('') }
  return (
    <div className="paste-box">
      <Input.TextArea
        className="paste-target" aria-label={t('quarantine.paste.where')} placeholder={`${t('quarantine.paste.where')}\n${t('quarantine.paste.whereHint')}`} autoSize={{ minRows: 4, maxRows: 8 }} autoFocus={autoFocus}
        value={typed} onChange={(event) => setTyped(event.target.value)}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain')
          if (typed.trim() !== '' || text.trim() === '') return
          event.preventDefault()
          read(text)
        }}
      />
      {typed.trim() === '' ? null : <Button type="primary" onClick={() => read(typed)}>{t('quarantine.paste.read')}</Button>}
    </div>
  )
}
