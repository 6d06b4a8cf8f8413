import { useNavigate } from '@tanstack/react-router'
import { AutoComplete, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { peopleApi, type PersonBrief } from '../modules/people/contract.ts'
import { isWorthFinding } from '../modules/people/rules.ts'
import { useKeys } from '../ui/keys.ts'
import { useQueryOf } from '../ui/queries.ts'
import { useWords } from '../ui/words.ts'

const PAUSE_MS = 250
/** The last line of the suggestions: everybody found, as a list. */
const ALL = 'all'

/** One key from anywhere: name, pinyin, initials, or a whole number. Enter opens the first found, the last line shows all. */
export function SearchBox(): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const box = useRef<InputRef>(null)
  const [typed, setTyped] = useState('')
  const text = usePaused(typed.trim())
  useKeys([{ key: '/', words: 'ui.keys.search', run: () => box.current?.focus({ cursor: 'all' }) }])
  // Every suggestion is a view in the audit trail, so one letter alone asks nothing.
  const found = useQueryOf(peopleApi.findPeople, { text, limit: 8 }, { enabled: isWorthFinding(text), keep: true })
  const settled = text !== '' && text === typed.trim()
  const people = settled ? found.data?.items ?? [] : []
  const options = settled
    ? [...people.map((person) => ({ value: person.id, label: <Found person={person} /> })), { value: ALL, label: <span className="link-like">{t('ui.top.all', { text })}</span> }]
    : []
  const open = (search: Record<string, string>) => {
    box.current?.blur()
    void navigate({ to: '/people' as never, search: search as never })
  }
  const pick = (value: string) => {
    setTyped(value === ALL ? text : people.find(({ id }) => id === value)?.name ?? '')
    open(value === ALL ? { text } : { open: value })
  }
  return (
    <div className="search" role="search">
      <AutoComplete value={typed} onChange={setTyped} style={{ width: '100%' }} options={options} onSelect={pick} defaultActiveFirstOption virtual={false} listHeight={340} aria-label={t('ui.top.search')}>
        <Input ref={box} placeholder={t('ui.top.search')} suffix={<kbd aria-hidden="true">/</kbd>} onPressEnter={() => { if (!settled && typed.trim()) open({ text: typed.trim() }) }} />
      </AutoComplete>
    </div>
  )
}

function Found({ person }: { person: PersonBrief & { measure: string | null } }): ReactNode {
  const t = useWords()
  return (
    <span className="row">
      <b>{person.name}</b>
      <span className="dim small grow">{[person.age === null ? '' : t('ui.time.age', { n: person.age }), person.address].filter(Boolean).join(' · ')}</span>
      {person.measure ? <span className="tag on">{t(`quarantine.measures.${person.measure}`)}</span> : null}
    </span>
  )
}

function usePaused(value: string): string {
  const [kept, setKept] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setKept(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return kept
}
