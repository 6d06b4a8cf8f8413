import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { peopleApi } from '../../modules/people/contract.ts'
import { passesApi, type PassCard } from '../../modules/passes/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { HomePicker, type Home } from './HomePicker.tsx'

interface Props { onDone: (card: PassCard) => void }

/** The last day; empty for as long as the setting allows. */
export function ValidOn({ value, onChange, fault }: { value: string; onChange: (day: string) => void; fault?: string | undefined }): ReactNode {
  const t = useWords()
  return <Field label={t('passes.form.validOn')} optional fault={fault}><DayInput size="large" style={{ width: 180 }} value={value} onChange={onChange} /></Field>
}
export const lasting = (day: string): { validOn?: string } => (day ? { validOn: day } : {})

export function HomeForm({ onDone }: Props): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [home, setHome] = useState<Home>()
  const [day, setDay] = useState('')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const issue = useCommandOf(passesApi.issueHousehold, { onDone, onRefused: (error) => setFaults(error.code === 'passes.tooLong' ? { day: tError(error) } : { home: tError(error) }) })
  const submit = () => (home ? issue.mutate({ householdId: home.householdId, ...lasting(day) }) : setFaults({ home: t('passes.form.needHousehold') }))
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('passes.form.household')} group fault={faults['home']}><HomePicker value={home} onChange={(next) => { setHome(next); setFaults({}) }} /></Field>
      <ValidOn value={day} onChange={setDay} fault={faults['day']} />
      <FormFoot go={t('passes.form.go')} busy={issue.isPending} />
    </Guided>
  )
}

export function PersonForm({ onDone }: Props): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [home, setHome] = useState<Home>()
  const [who, setWho] = useState<string>()
  const [day, setDay] = useState('')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const members = useQueryOf(peopleApi.householdCard, { householdId: home?.householdId ?? '' }, { enabled: home !== undefined }).data?.members ?? []
  const personId = who ?? home?.personId
  const issue = useCommandOf(passesApi.issuePerson, { onDone, onRefused: (error) => setFaults(error.code === 'passes.tooLong' ? { day: tError(error) } : { home: tError(error) }) })
  const submit = () => (personId ? issue.mutate({ personId, ...lasting(day) }) : setFaults({ home: t('passes.form.needHousehold') }))
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('passes.form.household')} group fault={faults['home']}><HomePicker value={home} onChange={(next) => { setHome(next); setWho(undefined); setFaults({}) }} /></Field>
      {members.length > 0 ? <Field label={t('passes.form.person')} group><Choices label={t('passes.form.person')} value={personId} onChange={setWho} options={members.map((m) => ({ value: m.id, label: m.name }))} /></Field> : null}
      <ValidOn value={day} onChange={setDay} fault={faults['day']} />
      <FormFoot go={t('passes.form.go')} busy={issue.isPending} />
    </Guided>
  )
}
