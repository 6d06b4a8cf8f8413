import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { peopleApi, type PersonBrief } from '../../modules/people/contract.ts'
import { isWorthFinding } from '../../modules/people/rules.ts'
import { StateTag } from '../../ui/card.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'

/** Somebody of the register, found by name, pinyin, number or telephone; Enter takes the first. */
export function PickPerson({ value, onChange, label }: { value: PersonBrief | undefined; onChange: (person: PersonBrief | undefined) => void; label?: string }): ReactNode {
  const t = useWords()
  const who = label ?? t('exits.form.who')
  const [typed, setTyped] = useState('')
  const text = typed.trim()
  const query = useQueryOf(peopleApi.findPeople, { text, limit: 6 }, { enabled: isWorthFinding(text) && !value, keep: true })
  const found = isWorthFinding(text) ? query.data?.items ?? [] : []
  if (value) return <div className="row chosen-person"><span className="grow"><b>{value.name}</b> <span className="dim">{value.age === null ? '' : t('ui.time.age', { n: value.age })} {value.documentMasked ?? ''}</span><br /><span className="muted small">{value.address}</span></span><Button type="link" onClick={() => onChange(undefined)}>{t('screening.form.changeWho')}</Button></div>
  return (
    <>
      <Input
        size="large" autoFocus autoComplete="off" value={typed} placeholder={t('exits.form.whoHint')} aria-label={who} onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => { const [only] = found; if (event.key === 'Enter') { event.preventDefault(); if (only && query.isSuccess && !query.isPlaceholderData) onChange(only) } }}
      />
      {found.length > 0 ? (
        <ul className="found-people" aria-label={who}>{found.map((person) => (
          <li key={person.id}><button type="button" onClick={() => onChange(person)}><b>{person.name}</b> <span className="dim">{person.age === null ? '' : t('ui.time.age', { n: person.age })}</span> <span className="muted small grow">{person.address} · {person.documentMasked ?? ''}</span>{person.measure ? <StateTag tone="on">{t(`policies.measures.${person.measure}`)}</StateTag> : null}</button></li>
        ))}</ul>
      ) : null}
    </>
  )
}
