import { useNavigate } from '@tanstack/react-router'
import { AutoComplete, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { peopleApi } from '../modules/people/contract.ts'
import { isWorthFinding } from '../modules/people/rules.ts'
import { useKeys } from '../ui/keys.ts'
import { useQueryOf } from '../ui/queries.ts'
import { useWords } from '../ui/words.ts'
import { groupsOf, type Goal } from './search/groups.tsx'
import './search/search.css'

const PAUSE_MS = 250

/** One key from anywhere: people, doors, plates and places by whatever is typed. Enter opens the first found, the last line shows all. */
export function SearchBox(): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const box = useRef<InputRef>(null)
  const [typed, setTyped] = useState('')
  const text = usePaused(typed.trim())
  useKeys([{ key: '/', words: 'ui.keys.search', run: () => box.current?.focus({ cursor: 'all' }) }])
  // Every suggestion is a view in the audit trail, so one letter alone asks nothing.
  const worth = isWorthFinding(text)
  const found = useQueryOf(peopleApi.search, { text, limit: 8 }, { enabled: worth, keep: true })
  // Enter never opens what was found for a text that stands there no more.
  const settled = worth && text === typed.trim() && found.isSuccess && !found.isPlaceholderData
  const { options, goals } = settled ? groupsOf(t, text, found.data) : { options: [], goals: new Map<string, Goal>() }
  const open = ({ to, search }: Goal) => {
    box.current?.blur()
    void navigate({ to: to as never, search: search as never })
  }
  const pick = (value: string) => {
    const goal = goals.get(value)
    if (!goal) return
    setTyped(goal.shown)
    open(goal)
  }
  return (
    <div className="search" role="search">
      <AutoComplete
        value={typed} onChange={setTyped} style={{ width: '100%' }} options={options} onSelect={pick} defaultActiveFirstOption virtual={false} listHeight={460} aria-label={t('ui.top.search')}
        classNames={{ popup: { root: 'search-found' } }} popupMatchSelectWidth={false}
        notFoundContent={settled ? <span className="search-nothing"><b>{t('people.found.nothing', { text })}</b><span>{t('people.found.hint')}</span></span> : null}
      >
        <Input ref={box} placeholder={t('ui.top.search')} suffix={<kbd aria-hidden="true">/</kbd>} onPressEnter={() => { if (!settled && typed.trim()) open({ shown: typed, to: '/people', search: { text: typed.trim() } }) }} />
      </AutoComplete>
    </div>
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
