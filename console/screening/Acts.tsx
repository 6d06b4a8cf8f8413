import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { dismissReasons, screeningApi, type DismissReason, type Outcome, type ScreeningCard } from '../../modules/screening/contract.ts'
import { ActionBar } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { VerifyForm } from './VerifyForm.tsx'

type Act = 'verify' | 'dismiss' | 'handOver'

/** What can be done with a record: only what will succeed. */
export function Acts({ card: s }: { card: ScreeningCard }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const may = useMay()
  const [act, setAct] = useState<Act>()
  const undo = useCommandOf(screeningApi.undoVerification, { onDone: () => say(t('screening.verify.undone')), onRefused: (error) => say(tError(error)) })
  if (!may('screening.verify')) return null
  const close = () => setAct(undefined)
  if (act === undefined && s.actions.includes('dismiss') && s.name === '') return <TipActs card={s} onPick={setAct} />
  if (act === 'verify' || (act === undefined && s.actions.includes('verify'))) return <VerifyForm card={s} others={<Others onPick={setAct} />} />
  if (act === 'dismiss') return <DismissForm card={s} onDone={close} />
  if (act === 'handOver') return <HandOverForm card={s} onDone={close} />
  if (!s.actions.includes('undo')) return null
  return <ActionBar><Button loading={undo.isPending} onClick={() => undo.mutate({ screeningId: s.screeningId })}>{t(s.state === 'joined' ? 'screening.actions.undoJoin' : 'screening.actions.undo')}</Button></ActionBar>
}

/** 邻里反映, about nobody yet: somebody new to register, somebody known, or nobody. */
function TipActs({ card: s, onPick }: { card: ScreeningCard; onPick: (act: Act) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const navigate = useNavigate()
  const sayOutcome = useSayOutcome()
  const dismiss = useCommandOf(screeningApi.dismissScreening, { onDone: (outcome, { reason }) => sayOutcome(t('screening.tips.title'), outcome, t('screening.verify.dismissed', { reason: t(`screening.dismissReasons.${reason}`) })), onRefused: (error) => say(tError(error)) })
  const settle = (reason: 'nobodyThere' | 'alreadyManaged') => dismiss.mutate({ screeningId: s.screeningId, reason })
  return (
    <>
      <p className="muted small">{t('screening.tips.hint')}</p>
      <ActionBar>
        <Button type="primary" size="large" onClick={() => void navigate({ to: '/screening/new' as never, search: { tip: s.screeningId } as never })}>{t('screening.tips.register')}</Button>
        <Button size="large" loading={dismiss.isPending} onClick={() => settle('nobodyThere')}>{t('screening.tips.nobody')}</Button>
        <Button size="large" onClick={() => settle('alreadyManaged')}>{t('screening.tips.known')}</Button>
        <Button size="large" onClick={() => onPick('handOver')}>{t('screening.actions.handOver')}</Button>
      </ActionBar>
    </>
  )
}

function Others({ onPick }: { onPick: (act: Act) => void }): ReactNode {
  const t = useWords()
  return <>{(['dismiss', 'handOver'] as const).map((one) => <Button key={one} size="large" onClick={() => onPick(one)}>{t(`screening.actions.${one}`)}</Button>)}</>
}

/** Says what was done and offers to take it back. */
export function useSayOutcome(): (name: string, outcome: Outcome, what?: string) => void {
  const t = useWords()
  const f = useFormats()
  const undo = useCommandOf(screeningApi.undoVerification)
  return (name, outcome, what) => {
    const managed = outcome.decision?.measure ? t('screening.verify.manage', { measure: t(`quarantine.measures.${outcome.decision.measure}`), endsOn: f.day(outcome.decision.endsOn) }) : t('screening.verify.none')
    const said = what ?? (outcome.state === 'joined' ? t('screening.verify.joined') : managed)
    offerUndo(t('screening.verify.done', { name, what: said }), () => undo.mutateAsync({ screeningId: outcome.screeningId }))
  }
}

function DismissForm({ card: s, onDone }: { card: ScreeningCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const sayOutcome = useSayOutcome()
  const [reason, setReason] = useState<DismissReason>()
  const [note, setNote] = useState('')
  const [fault, setFault] = useState<string>()
  const dismiss = useCommandOf(screeningApi.dismissScreening, {
    onDone: (outcome) => { sayOutcome(s.name, outcome, t('screening.verify.dismissed', { reason: t(`screening.dismissReasons.${reason ?? 'other'}`) })); onDone() },
    onRefused: (error) => say(tError(error)),
  })
  const send = () => {
    if (!reason) return setFault(t('screening.form.chooseOne'))
    dismiss.mutate({ screeningId: s.screeningId, reason, ...(note ? { note } : {}) })
  }
  return (
    <Guided onSubmit={send} {...(fault ? { faults: { reason: fault } } : {})}>
      <Field label={t('screening.verify.dismissTitle')} fault={fault} group>
        <Choices label={t('screening.verify.dismissTitle')} value={reason} onChange={setReason} options={dismissReasons.map((value) => ({ value, label: t(`screening.dismissReasons.${value}`) }))} />
      </Field>
      <Field label={t('screening.verify.note')}><Input size="large" value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} /></Field>
      <FormFoot go={t('screening.actions.dismiss')} busy={dismiss.isPending} onBack={onDone} />
    </Guided>
  )
}

function HandOverForm({ card: s, onDone }: { card: ScreeningCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const sayOutcome = useSayOutcome()
  const targets = useQueryOf(screeningApi.handOverTargets, {}, { staleTime: 300_000 }).data?.items ?? []
  const [to, setTo] = useState<string>()
  const [note, setNote] = useState('')
  const [fault, setFault] = useState<string>()
  const name = targets.find((one) => one.areaId === to)?.fullName ?? ''
  const handOver = useCommandOf(screeningApi.handOver, {
    onDone: (outcome) => { sayOutcome(s.name, outcome, t('screening.verify.handed', { area: name })); onDone() }, onRefused: (error) => say(tError(error)),
  })
  const send = () => {
    if (!to) return setFault(t('screening.form.chooseOne'))
    handOver.mutate({ screeningId: s.screeningId, toAreaId: to, ...(note ? { note } : {}) })
  }
  return (
    <Guided onSubmit={send} {...(fault ? { faults: { to: fault } } : {})}>
      <Field label={t('screening.verify.handOverTitle')} fault={fault} group>
        <Select size="large" autoFocus aria-label={t('screening.verify.handOverTitle')} placeholder={t('screening.verify.search')} showSearch={{ optionFilterProp: 'label' }} value={to ?? null} onChange={(areaId: string | null) => setTo(areaId ?? undefined)} options={targets.map((one) => ({ value: one.areaId, label: one.fullName }))} />
      </Field>
      <Field label={t('screening.verify.note')}><Input size="large" value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} /></Field>
      <FormFoot go={t('screening.actions.handOver')} busy={handOver.isPending} onBack={onDone} />
    </Guided>
  )
}
