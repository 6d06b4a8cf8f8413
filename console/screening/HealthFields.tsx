import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { symptoms as allSymptoms, type ContactKind, type Symptom } from '../../modules/policies/contract.ts'
import { Choices, ManyChoices, TemperatureInput } from '../../ui/choices.tsx'
import { Field } from '../../ui/form.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'

export interface Health {
  contact: ContactKind | undefined
  lastExposureOn: string
  /** Undefined until asked; empty is the answer 「没有」. */
  symptoms: Symptom[] | undefined
  /** ℃; undefined when not measured. */
  temperature: number | undefined
}

const FIRST: readonly Symptom[] = ['fever', 'cough', 'fatigue', 'breathless']

interface Props { value: Health; set: (change: Partial<Health>) => void; faults: Record<string, string> }

/** 接触史; close and secondary contacts only as the CDC has told. */
export function ContactField({ value, set, faults, today }: Props & { today: string }): ReactNode {
  const t = useWords()
  return (
    <>
      <Field label={t('screening.form.contact')} fault={faults['contact']} group>
        <Choices<ContactKind> label={t('screening.form.contact')} value={value.contact} onChange={(contact) => set({ contact })} options={(['none', 'general', 'close', 'secondary'] as const).map((kind) => ({ value: kind, label: t(`screening.contacts.${kind}`) }))} />
      </Field>
      {value.contact && value.contact !== 'none' ? <Field label={t('screening.form.lastExposure')} fault={faults['lastExposureOn']}><DayInput size="large" max={today} value={value.lastExposureOn} onChange={(day) => set({ lastExposureOn: day })} /></Field> : null}
    </>
  )
}

/** 身体状况 and 测体温: nothing is chosen beforehand, and a temperature is never filled in. */
export function HealthFields({ value, set, faults, deviceError }: Props & { deviceError?: boolean }): ReactNode {
  const t = useWords()
  const [more, setMore] = useState(false)
  const shown = more || value.symptoms?.some((one) => !FIRST.includes(one)) ? allSymptoms : FIRST
  return (
    <>
      <Field label={t('screening.form.symptoms')} fault={faults['symptoms']} group>
        <ManyChoices<Symptom> label={t('screening.form.symptoms')} none={t('screening.form.noSymptoms')} value={value.symptoms} onChange={(symptoms) => set({ symptoms })} options={shown.map((one) => ({ value: one, label: t(`policies.symptoms.${one}`) }))} />
        {shown === FIRST ? <button type="button" className="plain-button" onClick={() => setMore(true)}>{t('screening.form.moreSymptoms')}</button> : null}
      </Field>
      <Field label={t('screening.form.temperature')} hint={t('screening.form.temperatureHint')} fault={deviceError && value.temperature !== undefined ? t('screening.form.deviceError', { celsius: value.temperature.toFixed(1) }) : undefined} group>
        <TemperatureInput label={t('screening.form.temperature')} value={value.temperature} faulty={deviceError ?? false} onChange={(temperature) => set({ temperature })} />
      </Field>
    </>
  )
}
