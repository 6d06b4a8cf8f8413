import { useEffect, useId, useRef, useState, type ReactNode } from 'react'

/** A word that opens a small sheet below itself; Escape and a click elsewhere close it. The sheet follows its word in Tab order. */
export function Tool({ label, className = '', children }: { label: string; className?: string; children: (close: () => void) => ReactNode }): ReactNode {
  const [open, setOpen] = useState(false)
  const self = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => {
    if (!open) return undefined
    const away = (event: Event) => { if (!self.current?.contains(event.target as Node)) setOpen(false) }
    document.addEventListener('pointerdown', away)
    document.addEventListener('focusin', away)
    return () => { document.removeEventListener('pointerdown', away); document.removeEventListener('focusin', away) }
  }, [open])
  const close = () => { setOpen(false); self.current?.querySelector('button')?.focus() }
  return (
    <div ref={self} className={`tool ${className}`} onKeyDown={(event) => { if (event.key === 'Escape' && open) { event.stopPropagation(); event.nativeEvent.stopImmediatePropagation(); close() } }}>
      <button type="button" className="tool-word" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>{label}</button>
      {open ? <div id={id} className="tool-sheet" role="group" aria-label={label}>{children(close)}</div> : <span id={id} hidden />}
    </div>
  )
}
