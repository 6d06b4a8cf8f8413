import type { ReactNode } from 'react'
import { useWords } from '../../../ui/words.ts'

/** A reading by large keys, for gloves and rain: `365` is 36.5. Empty until somebody has measured. */
export function Keypad({ typed, onType, label, faulty }: { typed: string; onType: (typed: string) => void; label: string; faulty?: boolean }): ReactNode {
  const t = useWords()
  const press = (digit: string) => { if (typed.length < 3) onType(typed + digit) }
  const shown = `${(typed.slice(0, 2) || '').padEnd(2, '_')}.${typed[2] ?? '_'}`
  return (
    <div className={faulty ? 'keypad faulty' : 'keypad'} role="group" aria-label={label}>
      <input className="keypad-shown" inputMode="none" aria-label={label} aria-invalid={faulty ?? false} value={typed === '' ? '' : shown} placeholder="__._" onChange={() => undefined}
        onKeyDown={(event) => { if (/^\d$/.test(event.key)) press(event.key); else if (event.key === 'Backspace') onType(typed.slice(0, -1)) }} />
      <span className="dim" aria-hidden="true">℃</span>
      <div className="keys">
        {['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0'].map((digit, i) => (digit === '' ? <span key={i} /> : <button key={i} type="button" onClick={() => press(digit)}>{digit}</button>))}
        <button type="button" aria-label={t('field.phone.check.erase')} onClick={() => onType(typed.slice(0, -1))}>⌫</button>
      </div>
    </div>
  )
}
export const degreesOf = (typed: string): number | undefined => (typed.length === 3 ? Number(typed) / 10 : undefined)
