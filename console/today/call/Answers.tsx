import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { symptoms as allSymptoms, type Symptom } from '../../../modules/policies/contract.ts'
import type { EpisodeCard } from '../../../modules/quarantine/contract.ts'
import { Choices, ManyChoices, TemperatureInput } from '../../../ui/choices.tsx'
import { Field } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.ts'
import { useMay } from '../../me.ts'
import { missedOf, type Told } from './told.ts'

const SITES = ['forehead', 'armpit', 'ear'] as const
const FIRST: readonly Symptom[] = ['fever', 'dryCough', 'fatigue', 'soreThroat']

interface Props { episode: EpisodeCard; told: Told; way: 'phone' | 'visit'; phoneFault: string | undefined; set: (change: Partial<Told>) => void; onSubmit: () => void }

/** The reading first and by itself; everything else only where there is something to say. */
export function Answers({ episode, told, way, phoneFault, set, onSubmit }: Props): ReactNode {
  const t = useWords()
  const may = useMay()
  const [all, setAll] = useState(false)
  const missed = missedOf(episode)
  const mayVisit = may('quarantine.visit')
  // Enter in a text field records; in the field of the reading it goes on to the press.
  const sends = { onPressEnter: (event: { preventDefault: () => void }) => { event.preventDefault(); onSubmit() } }
  return (
    <>
      {mayVisit ? <Choices label={t('today.call.way')} value={way} onChange={(next) => set({ way: next })} options={(['phone', 'visit'] as const).map((value) => ({ value, label: t(`today.call.ways.${value}`) }))} /> : null}
      <span className="row">
        <TemperatureInput value={told.temperature} onChange={(temperature) => set({ temperature })} label={t('quarantine.card.curve')} autoFocus />
        <Choices label={t('quarantine.card.thermometer')} options={SITES.map((value) => ({ value, label: t(`quarantine.sites.${value}`) }))} value={told.site === 'wrist' ? undefined : told.site} onChange={(site) => set({ site })} />
      </span>
      <ManyChoices
        label={t('policies.page.symptom')} none={t('quarantine.card.noSymptoms')} value={told.symptoms} onChange={(symptoms) => set({ symptoms })}
        options={(all ? allSymptoms : FIRST).map((value) => ({ value, label: t(`policies.symptoms.${value}`) }))}
      />
      {all ? null : <Button type="link" style={{ alignSelf: 'start', padding: 0 }} onClick={() => setAll(true)}>{t('today.call.otherSymptoms')}</Button>}
      {missed.length > 0 && episode.actions.includes('explainGap') ? (
        <Field label={t('today.call.gapReason', { n: missed.length })}><Input size="large" maxLength={300} value={told.gapReason} placeholder={t('quarantine.card.explainTitle')} onChange={(event) => set({ gapReason: event.target.value })} {...sends} /></Field>
      ) : null}
      {mayVisit ? <Need told={told} set={set} sends={sends} /> : null}
      {episode.person.phoneMasked === null && may('people.edit') ? (
        <Field label={t('people.form.phone')} fault={phoneFault}><Input size="large" inputMode="tel" value={told.phone} placeholder={t('today.call.phoneHint')} onChange={(event) => set({ phone: event.target.value })} {...sends} /></Field>
      ) : null}
      <Field label={t('quarantine.card.visitNote')}><Input size="large" maxLength={300} value={told.note} placeholder={t('today.call.noteHint')} onChange={(event) => set({ note: event.target.value })} {...sends} /></Field>
    </>
  )
}

/** 需要什么: it becomes a delivery for whoever brings it. */
function Need({ told, set, sends }: { told: Told; set: Props['set']; sends: object }): ReactNode {
  const t = useWords()
  return (
    <>
      <Field label={t('today.call.need')}><Input size="large" maxLength={120} value={told.need} placeholder={t('today.call.needHint')} onChange={(event) => set({ need: event.target.value })} {...sends} /></Field>
      {told.need.trim() ? (
        <span className="row">
          <Choices label={t('today.call.needBy')} value={told.needBy} onChange={(needBy) => set({ needBy })} options={(['property', 'worker'] as const).map((value) => ({ value, label: t(`today.call.brings.${value}`) }))} />
          <Choices label={t('today.call.needOn')} value={told.needOn} onChange={(needOn) => set({ needOn })} options={(['today', 'tomorrow'] as const).map((value) => ({ value, label: t(`today.call.days.${value}`) }))} />
        </span>
      ) : null}
    </>
  )
}
