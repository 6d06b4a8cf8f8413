import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'

export interface Bar { key: string; words: string; share: number; number: string; /** Its number stands there always, not only while it is walked over. */ told: boolean; foot?: string; open: (() => void) | undefined }

/**
 * Bars too narrow for a finger each: pressed by the mouse, or all of them together one stop of the Tab key, walked with the
 * arrows and opened with Enter. By finger the table behind the picture does the same.
 */
export function Bars({ label, bars }: { label: string; bars: readonly Bar[] }): ReactNode {
  const id = useId()
  const [at, setAt] = useState<number>()
  const list = bars.map((bar, i) => {
    const inner = <><i style={{ height: `${bar.share * 100}%` }} /><b className={bar.told ? '' : 'walked'} style={{ bottom: `${bar.share * 100}%` }}>{bar.number}</b></>
    return { bar, i, inner, foot: bar.foot === undefined ? null : <span className="foot" aria-hidden="true">{bar.foot}</span> }
  })
  if (bars.every(({ open }) => open === undefined)) return <ol>{list.map(({ bar, inner, foot }) => <li key={bar.key}><span title={bar.words}>{inner}</span>{foot}</li>)}</ol>
  const here = Math.min(at ?? bars.length - 1, bars.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: bars.length - 1 }[event.key]
    if (next !== undefined) setAt(Math.max(0, Math.min(bars.length - 1, next)))
    else if (event.key === 'Enter') bars[here]?.open?.()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <ol role="listbox" aria-label={label} tabIndex={0} aria-activedescendant={`${id}${here}`} onKeyDown={onKeyDown}>
      {list.map(({ bar, i, inner, foot }) => (
        <li key={bar.key} id={`${id}${i}`} role="option" aria-selected={i === here}>
          <span title={bar.words} aria-hidden="true" className={bar.open ? 'opens' : ''} onClick={bar.open}>{inner}</span>{foot}<span className="visually-hidden">{bar.words}</span>
        </li>
      ))}
    </ol>
  )
}
