import { Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { sources, suppliesApi, type Movement, type Source, type SupplyCard } from '../../modules/supplies/contract.ts'
import { proposeAmount } from '../../modules/supplies/rules.ts'
import { Choices } from '../../ui/choices.tsx'
import type { ApiError } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { onDay } from './GiveForm.tsx'

interface Props { item: SupplyCard; onDone: () => void }
type Faults = Record<string, string>

/** What these forms do alike: they say their faults, and what they recorded can be taken back by U. */
function useForm(onDone: () => void, field: string) {
  const [t, tError] = [useWords(), useErrorWords()]
  const [faults, setFaults] = useState<Faults>({})
  const undo = useCommandOf(suppliesApi.undoMovement)
  const done = (text: (m: Movement) => string) => ({ onDone: ({ movementId, movement }: { movementId: string; movement: Movement }) => { offerUndo(text(movement), () => undo.mutateAsync({ movementId })); onDone() }, onRefused: (error: ApiError) => setFaults({ [field]: tError(error) }) })
  return { t, faults, done, refused: (error: ApiError) => setFaults({ [field]: tError(error) }), check: (found: Faults): boolean => { setFaults(found); return Object.keys(found).length === 0 } }
}
const NumberField = ({ label, hint, fault, value, onChange, min = 1, optional }: { label: string; hint?: ReactNode; fault?: string | undefined; value: number | null; onChange: (n: number | null) => void; min?: number; optional?: boolean }): ReactNode => (
  <Field label={label} hint={hint} fault={fault} optional={optional ?? false}><InputNumber size="large" autoFocus style={{ width: '100%' }} min={min} max={10_000_000} precision={0} value={value} onChange={onChange} /></Field>
)

/** 入库 */
export function ReceiveForm({ item: { itemId, name, unit }, onDone }: Props): ReactNode {
  const f = useFormats()
  const { t, faults, done, check } = useForm(onDone, 'n')
  const [n, setN] = useState<number | null>(null)
  const [source, setSource] = useState<Source>()
  const [named, setNamed] = useState<'yes' | 'no'>()
  const [d, setDraft] = useState({ donor: '', expiresOn: '', note: '', day: f.today })
  const set = (change: Partial<typeof d>) => setDraft((before) => ({ ...before, ...change }))
  const send = useCommandOf(suppliesApi.receiveSupplies, done((m) => t('supplies.receive.done', { name, n: m.quantity, unit })))
  const donor = d.donor.trim()
  const submit = () => {
    const found: Faults = { ...(n ? {} : { n: t('supplies.give.nNeed') }), ...(source ? {} : { source: t('supplies.receive.sourceNeed') }), ...(source === 'donated' && !named ? { named: t('supplies.receive.namedNeed') } : {}), ...(source === 'donated' && named === 'yes' && !donor ? { donor: t('supplies.receive.donorNeed') } : {}) }
    if (check(found) && n && source) send.mutate({ itemId, quantity: n, source, donorNamed: named === 'yes', ...(donor ? { donor } : {}), ...(d.expiresOn ? { expiresOn: d.expiresOn } : {}), ...(d.note.trim() ? { note: d.note.trim() } : {}), ...onDay(d.day, f.today) })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <NumberField label={t('supplies.receive.n', { unit })} fault={faults['n']} value={n} onChange={setN} />
      <Field label={t('supplies.receive.source')} fault={faults['source']} group><Choices label={t('supplies.receive.source')} value={source} onChange={setSource} options={sources.map((value) => ({ value, label: t(`supplies.sources.${value}`) }))} /></Field>
      {source ? <Field label={t(`supplies.receive.from.${source}`)} fault={faults['donor']} optional><Input size="large" maxLength={60} placeholder={t(`supplies.receive.fromHint.${source}`)} value={d.donor} onChange={(event) => set({ donor: event.target.value })} /></Field> : null}
      {source === 'donated' ? <Field label={t('supplies.receive.named')} fault={faults['named']} group><Choices label={t('supplies.receive.named')} value={named} onChange={setNamed} options={[{ value: 'yes', label: t('supplies.receive.namedYes') }, { value: 'no', label: t('supplies.receive.namedNo') }]} /></Field> : null}
      <Field label={t('supplies.receive.expires')} optional><DayInput size="large" value={d.expiresOn} onChange={(expiresOn) => set({ expiresOn })} /></Field>
      <Field label={t('supplies.receive.day')}><DayInput size="large" max={f.today} needed value={d.day} onChange={(day) => set({ day })} /></Field>
      <Field label={t('supplies.receive.note')} optional><Input size="large" maxLength={300} value={d.note} onChange={(event) => set({ note: event.target.value })} /></Field>
      <FormFoot go={t('supplies.receive.go')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}

/** 盘点: what was counted, with why where it differs from the books. */
export function CountForm({ item: { itemId, name, unit, balance }, onDone }: Props): ReactNode {
  const f = useFormats()
  const { t, faults, done, check } = useForm(onDone, 'n')
  const [n, setN] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const send = useCommandOf(suppliesApi.countSupplies, done((m) => t('supplies.count.done', { name, n: m.countedAs ?? 0, unit })))
  const by = n === null ? 0 : n - balance
  const submit = () => {
    if (check({ ...(n === null ? { n: t('supplies.count.nNeed') } : {}), ...(by !== 0 && note.trim().length < 2 ? { note: t('supplies.count.whyNeed') } : {}) }) && n !== null) send.mutate({ itemId, countedAs: n, ...(note.trim() ? { note: note.trim() } : {}) })
  }
  const hint = n === null ? t('supplies.count.book', { n: f.number(balance), unit }) : by === 0 ? t('supplies.count.same') : t(by < 0 ? 'supplies.count.less' : 'supplies.count.more', { n: f.number(Math.abs(by)), unit })
  return (
    <Guided onSubmit={submit} faults={faults}>
      <NumberField label={t('supplies.count.n', { unit })} hint={hint} fault={faults['n']} value={n} onChange={setN} min={0} />
      {by === 0 ? null : <Field label={t('supplies.count.why')} fault={faults['note']}><Input size="large" maxLength={300} placeholder={t('supplies.count.whyHint')} value={note} onChange={(event) => setNote(event.target.value)} /></Field>}
      <FormFoot go={t('supplies.count.go')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}

/** 报废: all that has expired, or so many. */
export function DisposeForm({ item: { itemId, name, unit, expired }, onDone }: Props): ReactNode {
  const { t, faults, done, check } = useForm(onDone, 'n')
  const [n, setN] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const send = useCommandOf(suppliesApi.disposeSupplies, done((m) => t('supplies.dispose.done', { name, n: -m.quantity, unit })))
  const submit = () => {
    if (check({ ...(n || expired > 0 ? {} : { n: t('supplies.dispose.nNeed') }), ...(reason.trim().length >= 2 ? {} : { why: t('supplies.dispose.whyNeed') }) })) send.mutate({ itemId, reason: reason.trim(), ...(n ? { quantity: n } : {}) })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      {expired > 0 ? <p>{t('supplies.dispose.all', { n: expired, unit })}</p> : null}
      <NumberField label={t('supplies.dispose.n', { unit })} {...(expired > 0 ? { hint: t('supplies.dispose.nHint'), optional: true } : {})} fault={faults['n']} value={n} onChange={setN} />
      <Field label={t('supplies.dispose.why')} fault={faults['why']}><Input size="large" maxLength={300} placeholder={t('supplies.dispose.whyHint')} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <FormFoot go={t('supplies.dispose.go')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}

/** 冲正 */
export function ReverseForm({ movement: { movementId, kind, quantity, unit }, onDone }: { movement: Movement; onDone: () => void }): ReactNode {
  const { t, faults, done, check } = useForm(onDone, 'why')
  const [reason, setReason] = useState('')
  const send = useCommandOf(suppliesApi.reverseMovement, done(() => t('supplies.reverse.done')))
  return (
    <Guided onSubmit={() => { if (check(reason.trim().length < 2 ? { why: t('supplies.reverse.whyNeed') } : {})) send.mutate({ movementId, reason: reason.trim() }) }} faults={faults}>
      <h3>{t('supplies.reverse.title', { what: `${t(`supplies.kinds.${kind}`)} ${Math.abs(quantity)} ${unit}` })}</h3>
      <Field label={t('supplies.reverse.why')} fault={faults['why']}><Input size="large" autoFocus maxLength={300} placeholder={t('supplies.reverse.whyHint')} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <FormFoot go={t('supplies.reverse.go')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}

/** 申领: as many as last two weeks, proposed from use; changed where somebody knows better. */
export function AskForm({ item, onDone }: Props): ReactNode {
  const { itemId, name, unit } = item
  const { t, faults, refused, check } = useForm(onDone, 'n')
  const [n, setN] = useState<number | null>(proposeAmount(item))
  const [why, setWhy] = useState('')
  const withdraw = useCommandOf(suppliesApi.withdrawRequest, { onDone: () => say(t('supplies.requests.withdrawn')) })
  const send = useCommandOf(suppliesApi.askSupplies, { onDone: ({ requestId, quantity }) => { offerUndo(t('supplies.requests.asked', { name, n: quantity, unit }), () => withdraw.mutateAsync({ requestId })); onDone() }, onRefused: refused })
  return (
    <Guided onSubmit={() => { if (check(n ? {} : { n: t('supplies.give.nNeed') }) && n) send.mutate({ itemId, quantity: n, ...(why.trim() ? { why: why.trim() } : {}) }) }} faults={faults}>
      <NumberField label={t('supplies.requests.askN', { unit })} hint={t('supplies.requests.askHint')} fault={faults['n']} value={n} onChange={setN} />
      <Field label={t('supplies.requests.why')} optional><Input size="large" maxLength={200} placeholder={t('supplies.requests.whyHint')} value={why} onChange={(event) => setWhy(event.target.value)} /></Field>
      <FormFoot go={t('supplies.requests.go')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}
