import { Button, Input } from 'antd'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { peopleApi } from '../../modules/people/contract.ts'
import { isWorthFinding } from '../../modules/people/rules.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'

export interface Home { householdId: string; address: string; who: string; personId?: string }

/** A household by name, door, initials or the end of a phone; Enter takes the first. */
export function HomePicker({ value, onChange }: { value: Home | undefined; onChange: (home: Home | undefined) => void }): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const worth = isWorthFinding(text)
  const found = useQueryOf(peopleApi.search, { text, limit: 6 }, { enabled: worth && value === undefined, keep: true })
  if (value) return <div className="row pass-picked"><span className="grow"><b>{value.who}</b> <span className="muted">{value.address}</span></span><Button onClick={() => onChange(undefined)}>{t('passes.form.change')}</Button></div>
  const homes: Home[] = worth && found.data ? [
    ...found.data.people.flatMap((p) => (p.householdId ? [{ householdId: p.householdId, address: p.address, who: p.name, personId: p.id }] : [])),
    ...found.data.households.map((h) => ({ householdId: h.id, address: h.address, who: h.householder ?? t('people.found.noHouseholder') })),
  ] : []
  return (
    <div>
      <Input size="large" autoFocus placeholder={t('passes.form.householdHint')} aria-label={t('passes.form.household')} value={typed} onChange={(event) => setTyped(event.target.value)}
        onPressEnter={(event) => { event.preventDefault(); const [first] = homes; if (first) onChange(first) }} />
      {worth && found.isSuccess ? (
        <ul className="pass-homes">
          {homes.map((home) => <li key={`${home.householdId}${home.personId ?? ''}`}><button type="button" onClick={() => onChange(home)}><b>{home.who}</b> <span className="muted">{home.address}</span></button></li>)}
          {homes.length === 0 ? <li className="dim">{t('passes.form.none')}</li> : null}
        </ul>
      ) : null}
    </div>
  )
}
