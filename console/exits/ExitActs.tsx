import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { exitsApi, type ExitAction, type ExitCard } from '../../modules/exits/contract.ts'
import type { Permission } from '../../modules/accounts/rules.ts'
import type { ApiError } from '../../ui/client.ts'
import { ActionBar } from '../../ui/card.tsx'
import { TemperatureInput } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useToday } from '../../ui/now.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { MomentInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'

interface Props { exit: ExitCard; onDone: () => void }
const permissionOf: Record<ExitAction, Permission> = {
  certify: 'exits.certify', uncertify: 'exits.certify', allow: 'exits.decide', refuse: 'exits.decide', nameEscort: 'exits.decide', reopen: 'exits.decide', goOut: 'exits.apply', comeBack: 'exits.apply', noteNotBack: 'exits.apply', undoTrip: 'exits.apply', withdraw: 'exits.apply',
}
const first: readonly ExitAction[] = ['certify', 'allow', 'nameEscort', 'goOut', 'comeBack']

/** What taking a step back came to: the request may have lost its seat. */
function useRestored(): (after: ExitCard) => string {
  const t = useWords()
  return (after) => t(after.events[0]?.kind === 'seatGone' ? 'exits.act.seatGone' : 'exits.act.reopened')
}

/** Only what will succeed; the main step first. */
export function ExitActs({ exit, onPick }: { exit: ExitCard; onPick: (action: ExitAction) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const may = useMay()
  const refused = { onRefused: (error: ApiError) => say(tError(error)) }
  const restored = useRestored()
  const reopen = useCommandOf(exitsApi.reopenExit, { onDone: (after) => say(restored(after)), ...refused })
  const revive = useCommandOf(exitsApi.reviveExit, refused)
  const withdraw = useCommandOf(exitsApi.withdrawExit, { onDone: () => offerUndo(t('exits.act.withdrawn'), async () => restored(await revive.mutateAsync({ exitId: exit.exitId }))), ...refused })
  const undoTrip = useCommandOf(exitsApi.undoTrip, { onDone: () => say(t('exits.act.reopened')), ...refused })
  const uncertify = useCommandOf(exitsApi.undoCertificates, { onDone: () => say(t('exits.act.reopened')), ...refused })
  const { exitId } = exit
  const run: Partial<Record<ExitAction, () => void>> = {
    reopen: () => reopen.mutate({ exitId }), withdraw: () => withdraw.mutate({ exitId }), undoTrip: () => undoTrip.mutate({ exitId }), uncertify: () => uncertify.mutate({ exitIds: [exitId] }),
  }
  const open = exit.actions.filter((action) => may(permissionOf[action]))
  if (open.length === 0) return null
  const lead = first.find((action) => open.includes(action))
  return (
    <ActionBar>
      {[...(lead ? [lead] : []), ...open.filter((action) => action !== lead)].map((action) => <Button key={action} {...(action === lead ? { type: 'primary' as const } : {})} onClick={run[action] ?? (() => onPick(action))}>{t(`exits.act.${action}`)}</Button>)}
    </ActionBar>
  )
}

/** 准许, with the escort's name where one is needed; or the escort of somebody who is allowed already. */
export function AllowForm({ exit, action, onDone }: Props & { action: 'allow' | 'nameEscort' }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [escort, setEscort] = useState(exit.escortName ?? '')
  const [fault, setFault] = useState<string>()
  const needed = action === 'nameEscort' || exit.decision.needs.includes('escort')
  const reopen = useCommandOf(exitsApi.reopenExit)
  const allow = useCommandOf(exitsApi.allowExit, { onDone: () => { offerUndo(t('exits.act.allowed', { name: exit.name }), () => reopen.mutateAsync({ exitId: exit.exitId })); onDone() }, onRefused: (error) => setFault(tError(error)) })
  const name = useCommandOf(exitsApi.nameExitEscort, { onDone: () => { say(t('exits.act.escortNamed')); onDone() }, onRefused: (error) => setFault(tError(error)) })
  const submit = () => {
    const escortName = escort.trim()
    if (needed && escortName.length < 2) setFault(t('exits.act.escortNeed'))
    else if (action === 'nameEscort') name.mutate({ exitId: exit.exitId, escortName })
    else allow.mutate({ exitId: exit.exitId, ...(escortName ? { escortName } : {}) })
  }
  return (
    <Guided onSubmit={submit} faults={fault ? { escort: fault } : {}}>
      {needed ? <Field label={t('exits.act.escort')} fault={fault}><Input size="large" autoFocus maxLength={40} value={escort} onChange={(event) => setEscort(event.target.value)} /></Field> : fault ? <p className="fault-summary" role="alert">{fault}</p> : null}
      <FormFoot go={t(`exits.act.${action}`)} busy={allow.isPending || name.isPending} onBack={onDone} />
    </Guided>
  )
}

/** Why not, or why somebody is not back. */
export function ReasonForm({ exit, action, onDone }: Props & { action: 'refuse' | 'noteNotBack' }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const restored = useRestored()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const back = useCommandOf(action === 'refuse' ? exitsApi.reopenExit : exitsApi.undoTrip)
  const send = useCommandOf(action === 'refuse' ? exitsApi.refuseExit : exitsApi.noteNotBack, { onDone: () => { offerUndo(t(action === 'refuse' ? 'exits.act.refused' : 'exits.act.notBack'), async () => restored(await back.mutateAsync({ exitId: exit.exitId }))); onDone() }, onRefused: (error) => setFault(tError(error)) })
  const submit = () => (reason.trim().length < 2 ? setFault(t('exits.act.reasonNeed')) : send.mutate({ exitId: exit.exitId, reason: reason.trim() }))
  return (
    <Guided onSubmit={submit} faults={fault ? { reason: fault } : {}}>
      <Field label={t('exits.act.reason')} hint={t(action === 'refuse' ? 'exits.act.reasonHint' : 'exits.act.notBackHint')} fault={fault}><Input size="large" autoFocus maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <FormFoot go={t(`exits.act.${action}`)} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}

/** 外出、返回: the thermometer, one press; who came back earlier with the time of it. */
export function TripForm({ exit, way, onDone }: Props & { way: 'goOut' | 'comeBack' }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const today = useToday()
  const [temperature, setTemperature] = useState<number>()
  const [at, setAt] = useState('')
  const [fault, setFault] = useState<string>()
  const { exitId, name } = exit
  const undo = useCommandOf(exitsApi.undoTrip)
  const offer = (text: string) => { offerUndo(text, () => undo.mutateAsync({ exitId })); onDone() }
  const refused = { onRefused: (error: ApiError) => setFault(tError(error)) }
  const leave = useCommandOf(exitsApi.goOut, { onDone: ({ left }) => { if (left) offer(t('exits.act.out', { name })); else { say(t('exits.act.keptIn', { celsius: temperature?.toFixed(1) ?? '' })); onDone() } }, ...refused })
  const come = useCommandOf(exitsApi.comeBack, { onDone: () => offer(t('exits.act.back', { name })), ...refused })
  const submit = () => {
    if (way === 'comeBack') come.mutate({ exitId, ...(temperature === undefined ? {} : { temperature }), ...(at ? { at: `${at}:00+08:00` } : {}) })
    else if (temperature === undefined) setFault(t('exits.act.temperatureNeed'))
    else leave.mutate({ exitId, temperature })
  }
  return (
    <Guided onSubmit={submit} faults={fault ? { temperature: fault } : {}}>
      <Field label={t('exits.act.temperature')} fault={fault} optional={way === 'comeBack'} group><TemperatureInput autoFocus label={t('exits.act.temperature')} value={temperature} onChange={setTemperature} faulty={fault !== undefined} /></Field>
      {way === 'comeBack' ? <Field label={t('exits.act.backTime')} hint={t('exits.act.backTimeHint')} optional group><MomentInput size="large" max={today} aria-label={t('exits.act.backTime')} value={at} onChange={setAt} /></Field> : null}
      <FormFoot go={t(`exits.act.${way}`)} busy={leave.isPending || come.isPending} onBack={onDone} />
    </Guided>
  )
}
