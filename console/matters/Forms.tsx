import { Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { accountsApi } from '../../modules/accounts/contract.ts'
import { exclusionGrounds, mattersApi, satisfactions, type MatterCard, type Satisfaction } from '../../modules/matters/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { MomentInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useDone } from './Acts.tsx'
import { workers } from './workers.ts'

export interface Props { m: MatterCard; onDone: () => void }
type Faults = Record<string, string>
const inZone = (moment: string): string => `${moment}:00+08:00`

/** A refusal stands at the field it is about. */
export function useForm(matterId: string, at: string, onDone: () => void): { faults: Faults; check: (found: Faults) => boolean; said: (text: string) => void; onRefused: (error: unknown) => void } {
  const tError = useErrorWords()
  const done = useDone(matterId)
  const [faults, setFaults] = useState<Faults>({})
  return { faults, check: (found) => { setFaults(found); return Object.keys(found).length === 0 }, said: (text) => { done(text); onDone() }, onRefused: (error) => setFaults({ [at]: tError(error) }) }
}

const quick = ['repaired', 'cleaned', 'delivered', 'explained', 'mediated'] as const

/** 办好: one press where a usual word says it. */
export function FinishForm({ m, onDone }: Props): ReactNode {
  const t = useWords()
  const [outcome, setOutcome] = useState('')
  const { faults, check, said, onRefused } = useForm(m.matterId, 'outcome', onDone)
  const finish = useCommandOf(mattersApi.finishMatter, { onDone: (after) => said(t(after.state === 'closed' ? 'matters.act.finishedClosed' : 'matters.act.finished', { number: after.number })), onRefused })
  const send = (text: string) => { if (check(text.trim().length < 2 ? { outcome: t('matters.act.outcomeNeed') } : {})) finish.mutate({ matterId: m.matterId, outcome: text.trim() }) }
  return (
    <Guided onSubmit={() => send(outcome)} faults={faults}>
      <Field label={t('matters.act.outcome')} fault={faults['outcome']}><Input size="large" autoFocus maxLength={500} placeholder={t('matters.act.outcomeHint')} value={outcome} onChange={(event) => setOutcome(event.target.value)} /></Field>
      <div className="row quick" role="group" aria-label={t('matters.act.outcome')}>{quick.map((one) => <button key={one} type="button" className="choice" disabled={finish.isPending} onClick={() => send(t(`matters.act.quick.${one}`))}>{t(`matters.act.quick.${one}`)}</button>)}</div>
      <FormFoot go={t('matters.actions.finish')} busy={finish.isPending} onBack={onDone} />
    </Guided>
  )
}

/** 派单: to whom and until when; the deadline that stands is kept unless another is chosen. */
export function AssignForm({ m, onDone }: Props): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [accountId, setAccountId] = useState<string>()
  const [note, setNote] = useState('')
  const [until, setUntil] = useState('')
  const { faults, check, said, onRefused } = useForm(m.matterId, 'to', onDone)
  const colleagues = useQueryOf(accountsApi.listColleagues, { roles: [...workers] }, { staleTime: 60_000 }).data?.items ?? []
  const assign = useCommandOf(mattersApi.assignMatter, { onDone: (after) => said(t('matters.act.assigned', { name: after.holderName ?? '' })), onRefused })
  const options = colleagues.map((one) => ({ value: one.id, label: `${one.name} · ${t(`accounts.roles.${one.role}`)} · ${one.areaName}${one.away ? ` · ${t('matters.act.away', { day: f.day(one.away.toOn) })}` : ''}` }))
  const send = () => { if (check(accountId ? {} : { to: t('matters.act.toNeed') }) && accountId) assign.mutate({ matterId: m.matterId, accountId, ...(note.trim() ? { note: note.trim() } : {}), ...(until ? { dueAt: inZone(until) } : {}) }) }
  return (
    <Guided onSubmit={send} faults={faults}>
      <Field label={t('matters.act.to')} fault={faults['to']} group><Select size="large" showSearch optionFilterProp="label" style={{ width: '100%' }} aria-label={t('matters.act.to')} placeholder={t('matters.act.toNeed')} value={accountId ?? null} options={options} onChange={(id: string | null) => setAccountId(id ?? undefined)} /></Field>
      <Field label={t('matters.act.until')} optional hint={t('matters.card.due', { time: f.when(m.dueAt) })} group><MomentInput size="large" aria-label={t('matters.act.until')} value={until} onChange={setUntil} /></Field>
      <Field label={t('matters.act.note')} optional><Input size="large" maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
      <FormFoot go={t('matters.actions.assign')} busy={assign.isPending} onBack={onDone} />
    </Guided>
  )
}

/** 回访: what they say, and whether it is solved. */
export function CallBackForm({ m, onDone }: Props): ReactNode {
  const t = useWords()
  const [said, setSaid] = useState<Satisfaction | 'notReached'>()
  const [solved, setSolved] = useState<'yes' | 'no'>()
  const [note, setNote] = useState('')
  const form = useForm(m.matterId, 'asked', onDone)
  const call = useCommandOf(mattersApi.callBackMatter, { onDone: (after) => form.said(t(after.state === 'inHand' || after.state === 'registered' ? 'matters.act.reopened' : 'matters.act.called')), onRefused: form.onRefused })
  const reached = said !== undefined && said !== 'notReached'
  const send = () => {
    if (form.check({ ...(said ? {} : { asked: t('matters.act.callNeed') }), ...(reached && !solved ? { solved: t('matters.errors.sayWhetherResolved') } : {}) }) && said)
      call.mutate({ matterId: m.matterId, satisfaction: said, ...(reached && solved ? { resolved: solved === 'yes' } : {}), ...(note.trim() ? { note: note.trim() } : {}) })
  }
  return (
    <Guided onSubmit={send} faults={form.faults}>
      <Field label={t('matters.act.asked')} fault={form.faults['asked']} group><Choices label={t('matters.act.asked')} value={said} onChange={setSaid} options={[...satisfactions, 'notReached' as const].map((value) => ({ value, label: t(`matters.satisfactions.${value}`) }))} /></Field>
      {reached ? <Field label={t('matters.act.solved')} fault={form.faults['solved']} {...(m.reopened ? {} : { hint: t('matters.act.again') })} group><Choices label={t('matters.act.solved')} value={solved} onChange={setSolved} options={[{ value: 'yes', label: t('matters.act.solvedYes') }, { value: 'no', label: t('matters.act.solvedNo') }]} /></Field> : null}
      <Field label={t('matters.act.callNote')} optional><Input size="large" maxLength={300} placeholder={t('matters.act.callHint')} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
      <FormFoot go={t('matters.act.save')} busy={call.isPending} onBack={onDone} />
    </Guided>
  )
}

export type ReasonAction = 'object' | 'extend' | 'handBack' | 'withdraw'
const doneWord = { object: 'objected', extend: 'extended', handBack: 'handedBack', withdraw: 'withdrawn' } as const

/** What needs a reason and nothing else; 延期 also until when. */
export function ReasonForm({ m, action, onDone }: Props & { action: ReasonAction }): ReactNode {
  const t = useWords()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const { faults, check, said, onRefused } = useForm(m.matterId, action === 'extend' ? 'until' : 'reason', onDone)
  const options = { onDone: () => said(t(`matters.act.${doneWord[action]}`, { number: m.number })), onRefused }
  const commands = {
    object: useCommandOf(mattersApi.objectMatter, options), handBack: useCommandOf(mattersApi.handBackMatter, options), withdraw: useCommandOf(mattersApi.withdrawMatter, options),
  }
  const extend = useCommandOf(mattersApi.extendMatter, options)
  const send = () => {
    if (!check({ ...(action === 'extend' && !until ? { until: t('matters.act.untilNeed') } : {}), ...(reason.trim().length < 2 ? { reason: t('matters.act.reasonNeed') } : {}) })) return
    const asked = { matterId: m.matterId, reason: reason.trim() }
    if (action === 'extend') extend.mutate({ ...asked, dueAt: inZone(until) })
    else commands[action].mutate(asked)
  }
  const once = action === 'object' || action === 'extend'
  return (
    <Guided onSubmit={send} faults={faults}>
      {action === 'extend' ? <Field label={t('matters.act.until')} fault={faults['until']} group><MomentInput size="large" required aria-label={t('matters.act.until')} value={until} onChange={setUntil} /></Field> : null}
      <Field label={t('matters.act.reason')} fault={faults['reason']} {...(once ? { hint: t('matters.act.onlyOnce') } : {})}><Input size="large" autoFocus={action !== 'extend'} maxLength={300} placeholder={t(`matters.act.reasonHint.${action}`)} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <FormFoot go={t(`matters.actions.${action}`)} busy={extend.isPending || Object.values(commands).some((command) => command.isPending)} onBack={onDone} />
    </Guided>
  )
}

/** 申请剔除: the office above decides. */
export function ExclusionForm({ m, onDone }: Props): ReactNode {
  const t = useWords()
  const [ground, setGround] = useState<(typeof exclusionGrounds)[number]>()
  const [reason, setReason] = useState('')
  const { faults, check, said, onRefused } = useForm(m.matterId, 'reason', onDone)
  const exclude = useCommandOf(mattersApi.askExclusion, { onDone: () => said(t('matters.act.excluded')), onRefused })
  const send = () => { if (check({ ...(ground ? {} : { ground: t('matters.act.groundNeed') }), ...(reason.trim().length < 2 ? { reason: t('matters.act.reasonNeed') } : {}) }) && ground) exclude.mutate({ matterId: m.matterId, ground, reason: reason.trim() }) }
  return (
    <Guided onSubmit={send} faults={faults}>
      <Field label={t('matters.act.ground')} fault={faults['ground']} group><Choices label={t('matters.act.ground')} value={ground} onChange={setGround} options={exclusionGrounds.map((value) => ({ value, label: t(`matters.grounds.${value}`) }))} /></Field>
      <Field label={t('matters.act.reason')} fault={faults['reason']}><Input size="large" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <FormFoot go={t('matters.actions.exclude')} busy={exclude.isPending} onBack={onDone} />
    </Guided>
  )
}
