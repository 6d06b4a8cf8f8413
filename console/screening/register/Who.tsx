import { Button, Input, Select } from 'antd'
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react'
import { documentKind, peopleApi } from '../../../modules/people/contract.ts'
import { isWorthFinding } from '../../../modules/people/rules.ts'
import { AreaPicker } from '../../../ui/AreaPicker.tsx'
import { StateTag } from '../../../ui/card.tsx'
import { Field } from '../../../ui/form.tsx'
import { useQueryOf } from '../../../ui/queries.ts'
import { useWords } from '../../../ui/words.ts'
import { useMay, useMe } from '../../me.ts'
import type { Faults, Found, Newcomer, Told } from './told.ts'

type At = Pick<Newcomer, 'areaId' | 'building' | 'unit' | 'room'>
const beginning = (name: string, at: At): Newcomer => ({ name, phone: '', documentKind: 'residentId', documentNo: '', ...at })

/** 是谁: found by what the person says first; whoever is not in the register is written down in the same place. */
export function Who({ told, set, faults, at }: { told: Told; set: (change: Partial<Told>) => void; faults: Faults; at?: At | undefined }): ReactNode {
  const t = useWords()
  const me = useMe()
  if (told.person) return <Chosen person={told.person} onChange={() => set({ person: undefined })} />
  if (told.newcomer) return <NewcomerFields value={told.newcomer} faults={faults} set={(change) => set({ newcomer: { ...told.newcomer, ...change } as Newcomer })} onBack={() => set({ newcomer: undefined })} />
  return (
    <Field label={t('screening.form.who')} fault={faults['who']}>
      <Find onPick={(person) => set({ person })} onNew={(name) => set({ newcomer: beginning(name, at ?? { areaId: me.area?.level === 'grid' || me.area?.level === 'community' ? me.area.id : undefined, building: '', unit: '', room: '' }) })} />
    </Field>
  )
}

function Chosen({ person, onChange }: { person: Found; onChange: () => void }): ReactNode {
  const t = useWords()
  return (
    <div className="paper row chosen">
      <span className="grow"><b>{person.name}</b> <span className="dim">{person.age === null ? '' : t('ui.time.age', { n: person.age })}</span><br /><span className="muted small">{person.address}</span></span>
      <StateTag tone="on">{t('screening.form.found')}</StateTag>
      <Button type="link" onClick={onChange}>{t('screening.form.changeWho')}</Button>
    </div>
  )
}

/** Arrow keys and Enter choose; the last line takes the name as a new person. */
function Find({ onPick, onNew }: { onPick: (person: Found) => void; onNew: (name: string) => void }): ReactNode {
  const t = useWords()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const asked = text.trim()
  const worth = isWorthFinding(asked)
  // Who may not look into the register (a gate) writes down whoever stands there; the community joins the two.
  const maySearch = useMay()('people.view')
  const found = useQueryOf(peopleApi.findPeople, { text: asked, limit: 6 }, { enabled: worth && maySearch, keep: true })
  // Enter never takes somebody out of the answer to what was typed before: it waits for the answer to what stands there.
  const answered = !maySearch || (found.isSuccess && !found.isPlaceholderData)
  const [waiting, setWaiting] = useState(false)
  const people = worth ? found.data?.items ?? [] : []
  const fresh = /^\d/.test(asked) ? '' : asked
  const choose = (index: number) => {
    const person = people[index]
    if (person) onPick(person)
    else if (worth) onNew(fresh)
  }
  useEffect(() => { if (waiting && worth && answered) choose(at) }, [waiting, answered])
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) { event.preventDefault(); setAt((i) => Math.max(0, Math.min(people.length, i + step))) }
    if (event.key === 'Enter') { event.preventDefault(); setWaiting(true) }
  }
  return (
    <>
      <Input size="large" autoFocus autoComplete="off" value={text} placeholder={t('screening.form.find')} onChange={(event) => { setText(event.target.value); setAt(0); setWaiting(false) }} onKeyDown={onKey} aria-label={t('screening.form.who')} />
      {worth ? (
        <ul className="found" aria-label={t('screening.form.who')}>
          {people.map((person, i) => (
            <li key={person.id}><button type="button" className={i === at ? 'on' : undefined} onClick={() => onPick(person)}>
              <b>{person.name}</b> <span className="dim">{person.age === null ? '' : t('ui.time.age', { n: person.age })}</span> <span className="muted small grow">{person.address}</span>
              {person.measure ? <StateTag tone="on">{t(`quarantine.measures.${person.measure}`)}</StateTag> : null}
            </button></li>
          ))}
          <li><button type="button" className={at === people.length ? 'on' : undefined} onClick={() => onNew(fresh)}>+ {t('screening.form.newPerson', { name: fresh })}</button></li>
        </ul>
      ) : null}
    </>
  )
}

function NewcomerFields({ value, set, faults, onBack }: { value: Newcomer; set: (change: Partial<Newcomer>) => void; faults: Faults; onBack: () => void }): ReactNode {
  const t = useWords()
  return (
    <fieldset className="paper newcomer">
      <legend className="visually-hidden">{t('screening.form.who')}</legend>
      <div className="pair">
        <Field label={t('screening.form.name')} fault={faults['name']}><Input size="large" value={value.name} autoFocus={value.name === ''} onChange={(event) => set({ name: event.target.value })} /></Field>
        <Field label={t('screening.form.phone')} fault={faults['phone']}><Input size="large" inputMode="tel" autoFocus={value.name !== ''} value={value.phone} onChange={(event) => set({ phone: event.target.value })} /></Field>
      </div>
      <div className="pair">
        <Field label={t('screening.form.documentKind')}><Select size="large" aria-label={t('screening.form.documentKind')} value={value.documentKind} onChange={(kind) => set({ documentKind: kind })} options={documentKind.options.map((kind) => ({ value: kind, label: t(`people.documentKinds.${kind}`) }))} /></Field>
        <Field label={t('screening.form.documentNo')} fault={faults['documentNo']}><Input size="large" autoComplete="off" value={value.documentNo} onChange={(event) => set({ documentNo: event.target.value })} /></Field>
      </div>
      <Field label={t('screening.form.place')} group><AreaPicker label={t('screening.form.place')} levels={['compound', 'villageGroup', 'grid', 'community']} value={value.areaId} onChange={(areaId) => set({ areaId })} /></Field>
      <div className="pair">
        {(['building', 'unit', 'room'] as const).map((part) => <Field key={part} label={t(`screening.form.${part}`)}><Input size="large" value={value[part]} onChange={(event) => set({ [part]: event.target.value })} /></Field>)}
      </div>
      <div><Button type="link" style={{ padding: 0 }} onClick={onBack}>{t('screening.form.changeWho')}</Button></div>
    </fieldset>
  )
}
