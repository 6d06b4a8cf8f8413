import { useQuery } from '@tanstack/react-query'
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { divisionName, findDivisions, type Division } from '../modules/territory/divisions.ts'
import { useWords } from './words.ts'
import './DivisionPicker.css'

interface Props {
  /** Six digits (a province or city is filled up with zeros); undefined until somebody chooses. */
  value: string | undefined
  onChange: (code: string | undefined, division?: Division) => void
  label: string
  /** Codes to stand first before anything is typed: what people choose most. */
  first?: readonly string[]
  autoFocus?: boolean
}

const fetchDivisions = async (): Promise<Division[]> => (await fetch('/divisions.json')).json() as Promise<Division[]>

/** All divisions, read once from the program itself; no network besides. */
export const useDivisions = (): Division[] | undefined => useQuery({ queryKey: ['divisions'], queryFn: fetchDivisions, staleTime: Infinity, gcTime: Infinity }).data

/** `42` → `420000`: the code as records keep it. */
export const sixDigits = (code: string): string => code.padEnd(6, '0')

/**
 * 来源地 by name, pinyin or initials: `<DivisionPicker label="从哪里来" value={code} onChange={(code, division) => …} />`.
 * Arrow keys and Enter choose; on a phone the answers are large buttons. Needs no component library.
 */
export function DivisionPicker({ value, onChange, label, first, autoFocus }: Props): ReactNode {
  const t = useWords()
  const all = useDivisions()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const found = useMemo(() => {
    if (!all) return []
    const preferred = typed === '' && first ? first.flatMap((code) => all.find((d) => d.code === code) ?? []) : []
    return preferred.length > 0 ? preferred : findDivisions(all, typed, 10)
  }, [all, typed, first])
  const choose = (division: Division | undefined) => {
    if (!division) return
    onChange(sixDigits(division.code), division)
    setTyped('')
    setOpen(false)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      setAt((i) => (i + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % Math.max(1, found.length))
    } else if (event.key === 'Enter' && open && found[at]) {
      event.preventDefault()
      choose(found[at])
    } else if (event.key === 'Escape') setOpen(false)
  }
  const chosen = value === undefined ? '' : nameOf(all, value)
  return (
    <div className="division-picker">
      <input
        className="line" role="combobox" aria-expanded={open} aria-controls={listId} aria-autocomplete="list" aria-label={label} autoComplete="off" autoFocus={autoFocus ?? false}
        aria-activedescendant={open && found[at] ? `${listId}-${at}` : undefined}
        value={open ? typed : chosen} placeholder={chosen || t('ui.division.hint')}
        onFocus={() => { setOpen(true); setAt(0) }} onBlur={() => setOpen(false)} onKeyDown={onKey}
        onChange={(event) => { setTyped(event.target.value); setAt(0); setOpen(true) }}
      />
      {open ? (
        <ul className="division-list" id={listId} role="listbox" aria-label={label}>
          {found.map((division, i) => (
            <li key={division.code} id={`${listId}-${i}`} role="option" aria-selected={i === at} onPointerDown={(event) => { event.preventDefault(); choose(division) }}>
              {division.fullName}
            </li>
          ))}
          {all && found.length === 0 ? <li className="nothing" role="option" aria-selected={false}>{t('ui.division.nothing')}</li> : null}
        </ul>
      ) : null}
    </div>
  )
}

const nameOf = (all: Division[] | undefined, code: string): string => (all ? divisionName(all, code.replace(/(00)+$/, '')) : '')
