import { Button, Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { addDays } from '../../kernel/dates.ts'
import { answererKinds, careApi, careContactRelations, type AnswererKind, type CareCard, type CareContactRelation } from '../../modules/care/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import type { ApiError } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

interface Props { person: CareCard; onDone: () => void }
type Faults = Record<string, string>

/** What a form of the card does alike: says its faults, sends, says that it is saved. */
function useForm(onDone: () => void) {
  const t = useWords()
  const tError = useErrorWords()
  const [faults, setFaults] = useState<Faults>({})
  const done = { onDone: () => { say(t('care.act.saved2')); onDone() }, onRefused: (error: ApiError) => setFaults({ [error.code === 'care.phoneWrong' ? 'phone' : 'name']: tError(error) }) }
  return { t, faults, done, check: (found: Faults): boolean => { setFaults(found); return Object.keys(found).length === 0 } }
}

/** 监护人、联系人: whom to call where nobody was met. */
export function ContactForm({ person: { personId, contact }, onDone }: Props): ReactNode {
  const { t, faults, done, check } = useForm(onDone)
  const [name, setName] = useState(contact?.name ?? '')
  const [relation, setRelation] = useState<CareContactRelation | undefined>(contact?.relation)
  const [phone, setPhone] = useState('')
  const send = useCommandOf(careApi.nameContact, done)
  const submit = () => {
    if (check({ ...(name.trim() ? {} : { name: t('care.form.nameNeed') }), ...(relation ? {} : { relation: t('care.form.relationNeed') }) }) && relation) send.mutate({ personId, name: name.trim(), relation, ...(phone.trim() ? { phone: phone.trim() } : {}) })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('care.form.name')} fault={faults['name']}><Input size="large" autoFocus maxLength={60} value={name} onChange={(event) => setName(event.target.value)} /></Field>
      <Field label={t('care.form.relation')} fault={faults['relation']} group><Choices label={t('care.form.relation')} value={relation} onChange={setRelation} options={careContactRelations.map((value) => ({ value, label: t(`care.relations.${value}`) }))} /></Field>
      <Field label={t('care.form.phone')} {...(contact?.phoneMasked ? { hint: t('care.form.phoneKeep') } : {})} fault={faults['phone']} optional><Input size="large" inputMode="tel" maxLength={20} placeholder={contact?.phoneMasked ?? ''} value={phone} onChange={(event) => setPhone(event.target.value)} /></Field>
      <FormFoot go={t('care.form.save')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}

/** 责任人: somebody named in the place of whoever has the duty there. */
export function AnswererForm({ person: { personId, answerer }, onDone }: Props): ReactNode {
  const { t, faults, done, check } = useForm(onDone)
  const [kind, setKind] = useState<AnswererKind | undefined>(answerer?.kind ?? undefined)
  const [name, setName] = useState(answerer?.kind ? answerer.name : '')
  const [phone, setPhone] = useState('')
  const send = useCommandOf(careApi.nameAnswerer, done)
  const drop = useCommandOf(careApi.dropAnswerer, done)
  const submit = () => {
    if (check({ ...(kind ? {} : { kind: t('care.form.kindNeed') }), ...(name.trim() ? {} : { name: t('care.form.nameNeed') }) }) && kind) send.mutate({ personId, kind, name: name.trim(), ...(phone.trim() ? { phone: phone.trim() } : {}) })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('care.form.kind')} fault={faults['kind']} group><Choices label={t('care.form.kind')} value={kind} onChange={setKind} options={answererKinds.map((value) => ({ value, label: t(`care.answererKinds.${value}`) }))} /></Field>
      <Field label={t('care.form.name')} fault={faults['name']}><Input size="large" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} /></Field>
      <Field label={t('care.form.phone')} fault={faults['phone']} optional><Input size="large" inputMode="tel" maxLength={20} value={phone} onChange={(event) => setPhone(event.target.value)} /></Field>
      {answerer?.kind ? <Button loading={drop.isPending} onClick={() => drop.mutate({ personId })}>{t('care.act.drop')}</Button> : null}
      <FormFoot go={t('care.form.save')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}

/** 单独定频次, with why; or as the groups say. */
export function RhythmForm({ person: { personId, own, days: now, ownReason }, onDone }: Props): ReactNode {
  const { t, faults, done, check } = useForm(onDone)
  const [days, setDays] = useState<number | null>(own ? now : null)
  const [reason, setReason] = useState(ownReason ?? '')
  const send = useCommandOf(careApi.setCareRhythm, done)
  const submit = () => {
    if (check({ ...(days ? {} : { days: t('care.form.daysNeed') }), ...(reason.trim().length >= 2 ? {} : { reason: t('care.form.reasonNeed') }) })) send.mutate({ personId, days, reason: reason.trim() })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('care.form.days')} fault={faults['days']}><InputNumber size="large" autoFocus min={1} max={365} precision={0} value={days} onChange={setDays} /></Field>
      <Field label={t('care.form.reason')} fault={faults['reason']}><Input size="large" maxLength={300} placeholder={t('care.form.reasonHint')} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      {own ? <Button onClick={() => send.mutate({ personId, days: null, reason: t('care.form.asGroups') })}>{t('care.form.asGroups')}</Button> : null}
      <FormFoot go={t('care.form.save')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}

const ASK_AGAIN_DAYS = 90
/** 不需要走访: who said so; asked again in a quarter of a year unless somebody says when. */
export function DeclineForm({ person: { personId, name: who }, onDone }: Props): ReactNode {
  const { t, faults, check } = useForm(onDone)
  const tError = useErrorWords()
  const { today } = useFormats()
  const [saidBy, setSaidBy] = useState('')
  const [note, setNote] = useState('')
  const [askAgainOn, setAskAgain] = useState(addDays(today, ASK_AGAIN_DAYS))
  const resume = useCommandOf(careApi.resumeCare)
  const send = useCommandOf(careApi.declineCare, { onDone: () => { offerUndo(`${who}:${t('care.act.decline')}`, () => resume.mutateAsync({ personId })); onDone() }, onRefused: (error) => check({ day: tError(error) }) })
  const submit = () => {
    if (check({ ...(saidBy.trim() ? {} : { name: t('care.form.saidByNeed') }), ...(askAgainOn > today ? {} : { day: t('care.form.askNeed') }) })) send.mutate({ personId, saidBy: saidBy.trim(), askAgainOn, ...(note.trim() ? { note: note.trim() } : {}) })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('care.form.saidBy')} fault={faults['name']}><Input size="large" autoFocus maxLength={60} placeholder={t('care.form.saidByHint')} value={saidBy} onChange={(event) => setSaidBy(event.target.value)} /></Field>
      <Field label={t('care.act.note')} optional><Input size="large" maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
      <Field label={t('care.form.askAgain')} fault={faults['day']}><DayInput size="large" min={addDays(today, 1)} value={askAgainOn} onChange={setAskAgain} /></Field>
      <FormFoot go={t('care.form.save')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}
