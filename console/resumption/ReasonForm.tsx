import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { idleReasons, resumptionApi, type BusinessCard, type IdleReason } from '../../modules/resumption/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useOffer } from './acts.ts'

interface Props { business: BusinessCard; onDone: () => void }

/** 未复工原因, or why it stops: one of the five, other in words. */
export function ReasonForm({ business: b, action, onDone }: Props & { action: 'nameReason' | 'suspend' }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const offer = useOffer()
  const [reason, setReason] = useState<IdleReason | undefined>(action === 'nameReason' ? (b.reason ?? undefined) : undefined)
  const [note, setNote] = useState(action === 'nameReason' ? (b.reasonNote ?? '') : '')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const send = useCommandOf(action === 'suspend' ? resumptionApi.suspendBusiness : resumptionApi.nameReason, { onDone: (after) => { offer(t(action === 'suspend' ? 'resumption.act.stopped' : 'resumption.act.reasoned', { name: b.name }), after); onDone() }, onRefused: (error) => setFaults({ reason: tError(error) }) })
  const submit = () => {
    const found = { ...(reason ? {} : { reason: t('resumption.act.reasonNeed') }), ...(reason === 'other' && note.trim() === '' ? { note: t('resumption.act.noteNeed') } : {}) }
    setFaults(found)
    if (reason && Object.keys(found).length === 0) send.mutate({ businessId: b.businessId, reason, ...(note.trim() ? { note: note.trim() } : {}) })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t(action === 'suspend' ? 'resumption.act.reason' : 'resumption.act.nameReason')} fault={faults['reason']} group><Choices label={t('resumption.act.reason')} value={reason} onChange={setReason} options={idleReasons.map((value) => ({ value, label: t(`resumption.reasons.${value}`) }))} /></Field>
      <Field label={t('resumption.act.note')} fault={faults['note']} optional={reason !== 'other'}><Input size="large" maxLength={300} placeholder={t('resumption.act.noteHint')} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
      <FormFoot go={t(`resumption.act.${action}`)} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}

/** 不再经营, with why. */
export function CloseForm({ business: b, onDone }: Props): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const offer = useOffer()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const send = useCommandOf(resumptionApi.closeBusiness, { onDone: (after) => { offer(t('resumption.act.closed', { name: b.name }), after); onDone() }, onRefused: (error) => setFault(tError(error)) })
  return (
    <Guided onSubmit={() => (reason.trim().length < 2 ? setFault(t('resumption.act.closeNeed')) : send.mutate({ businessId: b.businessId, reason: reason.trim() }))} faults={fault ? { reason: fault } : {}}>
      <Field label={t('resumption.act.reason')} hint={t('resumption.act.closeHint')} fault={fault}><Input size="large" autoFocus maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <FormFoot go={t('resumption.act.close')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}
