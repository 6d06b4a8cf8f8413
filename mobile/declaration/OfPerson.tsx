import { useState, type ReactNode } from 'react'
import { documentKind } from '../../modules/people/contract.ts'
import { symptoms as allSymptoms, type Symptom } from '../../modules/policies/contract.ts'
import { Choice, DayField, ManyChoice, NumberField, PhoneField, TemperatureInput, TextField } from '../../ui/phone/fields.tsx'
import { Notice } from '../../ui/phone/Screen.tsx'
import { useWords } from '../../ui/words.ts'
import type { Faults, Person } from './draft.ts'
import type { Place } from './place.ts'

interface Props { person: Person; index: number; set: (change: Partial<Person>) => void; faults: Faults; place: Place }

export function Who({ person, index, set, faults }: Props): ReactNode {
  const t = useWords()
  return (
    <>
      <h2>{t('screening.declaration.who', { n: index + 1 })}</h2>
      <TextField label={t('screening.declaration.name')} value={person.name} onChange={(name) => set({ name })} autoComplete={index === 0 ? 'name' : 'off'} fault={faults['name']} maxLength={40} />
      <NumberField label={t('screening.declaration.phone')} hint={t('screening.declaration.phoneHint')} keyboard="tel" value={person.phone} onChange={(phone) => set({ phone })} autoComplete={index === 0 ? 'tel' : 'off'} fault={faults['phone']} maxLength={13} optional={index > 0} />
      <PhoneField label={t('screening.declaration.document')}>
        <select className="line" value={person.documentKind} onChange={(event) => set({ documentKind: documentKind.parse(event.target.value), documentNo: '' })}>
          {documentKind.options.map((kind) => <option key={kind} value={kind}>{t(`screening.documents.${kind}`)}</option>)}
        </select>
      </PhoneField>
      {person.documentKind === 'none' ? null : <TextField label={t(person.documentKind === 'residentId' ? 'screening.declaration.documentNo' : 'screening.form.documentNo')} hint={t('screening.declaration.documentHint')} value={person.documentNo} onChange={(documentNo) => set({ documentNo: documentNo.toUpperCase() })} fault={faults['documentNo']} maxLength={20} optional />}
    </>
  )
}

export function Contact({ person, set, faults, place }: Props): ReactNode {
  const t = useWords()
  return (
    <>
      {person.name ? <h2>{person.name}</h2> : null}
      <PhoneField label={t('screening.declaration.contact')} fault={faults['contact']} group>
        <Choice label={t('screening.declaration.contact')} value={person.contact} onChange={(contact) => set({ contact })} options={[{ value: 'none', label: t('screening.declaration.no') }, { value: 'general', label: t('screening.declaration.yes') }]} />
      </PhoneField>
      {person.contact === 'general' ? <DayField label={t('screening.declaration.lastExposure')} max={place.today} value={person.lastExposureOn} fault={faults['lastExposureOn']} onChange={(lastExposureOn) => set({ lastExposureOn })} /> : null}
    </>
  )
}

const FIRST: readonly Symptom[] = ['fever', 'cough', 'fatigue', 'breathless']

export function HealthOf({ person, set, faults, place: { thermometer } }: Props): ReactNode {
  const t = useWords()
  const [all, setAll] = useState(false)
  const shown = all ? allSymptoms : FIRST
  const impossible = thermometer !== null && person.temperature !== undefined && (person.temperature < thermometer.min || person.temperature > thermometer.max)
  return (
    <>
      <PhoneField label={t('screening.declaration.health', { name: person.name })} fault={faults['symptoms']} group>
        <ManyChoice label={t('screening.declaration.health', { name: person.name })} none={t('screening.declaration.well')} value={person.symptoms} onChange={(symptoms) => set({ symptoms })} options={shown.map((one) => ({ value: one, label: t(`policies.symptoms.${one}`) }))} />
        {all ? null : <button type="button" className="choice more" onClick={() => setAll(true)}>{t('screening.form.moreSymptoms')}</button>}
      </PhoneField>
      <PhoneField label={t('screening.declaration.temperature', { name: person.name })} hint={t('screening.declaration.temperatureHint')} optional group>
        <TemperatureInput label={t('screening.declaration.temperature', { name: person.name })} value={person.temperature} onChange={(temperature) => set({ temperature })} />
      </PhoneField>
      {impossible ? <Notice tone="soon">{t('screening.declaration.deviceError', { name: person.name })}</Notice> : null}
    </>
  )
}
