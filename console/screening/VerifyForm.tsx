import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { checkDocument } from '../../modules/people/rules.ts'
import { screeningApi, type Corrections, type ScreeningCard } from '../../modules/screening/contract.ts'
import { ActionBar } from '../../ui/card.tsx'
import { Field, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useToday } from '../../ui/now.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useSayOutcome } from './Acts.tsx'
import { ContactField, HealthFields, type Health } from './HealthFields.tsx'
import { OriginField } from './OriginField.tsx'
import { Preview, type Facts } from './Preview.tsx'

interface Told extends Health { origin: string; originName: string; arrivedOn: string; documentNo: string }
const toldOf = (s: ScreeningCard): Told => ({
  origin: s.origin, originName: s.originName, arrivedOn: s.dayTold ? s.arrivedOn : '', documentNo: '', contact: s.contactAsked ? s.contact : undefined, lastExposureOn: s.lastExposureOn ?? '',
  symptoms: s.symptomsAsked ? s.symptoms : undefined, temperature: s.temperature ?? undefined,
})

/** 核实: what would be decided stands there before the button; what was told wrongly can be put right first. */
export function VerifyForm({ card: s, others }: { card: ScreeningCard; others: ReactNode }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const today = useToday()
  const sayOutcome = useSayOutcome()
  const wrong = s.gaps.includes('documentWrong')
  const [told, setTold] = useState(() => toldOf(s))
  const [open, setOpen] = useState(s.gaps.includes('symptomsNotAsked') || wrong || !s.dayTold)
  const set = (change: Partial<Told>) => setTold((before) => ({ ...before, ...change }))
  const verify = useCommandOf(screeningApi.verifyScreening, { onDone: (outcome) => sayOutcome(s.name, outcome), onRefused: (error) => say(tError(error)) })
  const send = () => verify.mutate({
    screeningId: s.screeningId, corrections: correctionsOf(s, told),
    ...(wrong && told.documentNo ? { who: { newcomer: { name: s.name, documentKind: s.documentKind, documentNo: told.documentNo } } } : {}),
  })
  const verdict = told.documentNo ? checkDocument(s.documentKind, told.documentNo, today) : undefined
  return (
    <Guided onSubmit={send}>
      {s.probably ? <p className="muted">{t('screening.card.probably', { name: s.probably.name, by: t(s.probably.by === 'document' ? 'screening.card.byDocument' : 'screening.card.byPhone') })}</p> : null}
      {open ? (
        <>
          {wrong ? <Field label={t('screening.form.documentNo')} fault={verdict?.fault ? t('screening.form.documentShape') : undefined}><Input size="large" value={told.documentNo} placeholder={s.documentMasked ?? ''} onChange={(event) => set({ documentNo: event.target.value })} /></Field> : null}
          <OriginField origin={told.origin as ScreeningCard['origin']} onChange={(origin, originName) => set({ origin: origin ?? 'unknown', originName: origin ? originName : t('screening.origin.unknown') })} />
          <Field label={t('screening.form.arrivedOn')}><DayInput size="large" max={today} value={told.arrivedOn} onChange={(day) => set({ arrivedOn: day })} /></Field>
          <ContactField value={told} set={set} faults={{}} today={today} />
          <HealthFields value={told} set={set} faults={{}} />
        </>
      ) : <div><Button onClick={() => setOpen(true)}>{t('screening.verify.correct')}</Button></div>}
      <Preview facts={factsOf(s, told)} />
      {s.verifyBy ? <p className={f.dueTone(s.verifyBy) === 'bad' ? 'bad-ink small' : 'muted small'}>{t('screening.list.verifyBy', { time: f.due(s.verifyBy) })}</p> : null}
      <ActionBar><Button type="primary" size="large" htmlType="submit" loading={verify.isPending}>{t('screening.actions.verify')}</Button>{others}</ActionBar>
    </Guided>
  )
}

function correctionsOf(s: ScreeningCard, told: Told): Corrections {
  const before = toldOf(s)
  const changed = (key: keyof Told) => JSON.stringify(before[key]) !== JSON.stringify(told[key])
  return {
    ...(changed('origin') ? { origin: told.origin as ScreeningCard['origin'], originName: told.originName } : {}),
    ...(changed('arrivedOn') && told.arrivedOn !== '' ? { arrivedOn: told.arrivedOn } : {}),
    ...(changed('contact') && told.contact ? { contact: told.contact, contactAsked: true } : {}),
    ...(changed('lastExposureOn') && told.lastExposureOn ? { lastExposureOn: told.lastExposureOn } : {}),
    ...(changed('symptoms') && told.symptoms ? { symptoms: told.symptoms, symptomsAsked: true } : {}),
    ...(changed('temperature') && told.temperature !== undefined ? { temperature: told.temperature } : {}),
  } as Corrections
}

const factsOf = (s: ScreeningCard, told: Told): Facts | undefined => (told.arrivedOn === '' ? undefined : {
  ...(s.personId ? { personId: s.personId } : {}), origin: told.origin as ScreeningCard['origin'], originName: told.originName, ...(s.originPlace ? { originPlace: s.originPlace } : {}),
  arrivedOn: told.arrivedOn, contact: told.contact ?? 'none', ...(told.lastExposureOn ? { lastExposureOn: told.lastExposureOn } : {}), symptoms: told.symptoms ?? [],
  ...(told.temperature === undefined ? {} : { temperature: told.temperature }), reportedAt: s.reportedAt,
})
