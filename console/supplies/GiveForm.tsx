import { Button, Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { instantAt } from '../../kernel/dates.ts'
import { suppliesApi, type Recipient, type SupplyCard } from '../../modules/supplies/contract.ts'
import { usualPurposes } from '../../modules/supplies/data.ts'
import { isExpired } from '../../modules/supplies/rules.ts'
import type { ApiError } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { free, RecipientPicker } from './RecipientPicker.tsx'

/** 补记: what is copied from the book happened on that day at noon. */
export const onDay = (day: string, today: string) => (day && day !== today ? { at: instantAt(day, '12:00') } : {})
type Faults = Record<string, string>

/** 发出: how many, and to whom with one tap; the rest only where somebody wants it. */
export function GiveForm({ item, onDone }: { item: SupplyCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const { itemId, unit, usable, lots, recipients, name } = item
  const [n, setN] = useState<number | null>(null)
  const [to, setTo] = useState<Recipient>(free(''))
  const [more, setMore] = useState(false)
  const [d, setDraft] = useState({ purpose: '', day: f.today, note: '' })
  const [faults, setFaults] = useState<Faults>({})
  const set = (change: Partial<typeof d>) => setDraft((before) => ({ ...before, ...change }))
  const undo = useCommandOf(suppliesApi.undoMovement)
  const send = useCommandOf(suppliesApi.giveSupplies, {
    onDone: ({ movementId, movement }) => { offerUndo(t(movement.beyond > 0 ? 'supplies.give.doneBeyond' : 'supplies.give.done', { name, n: -movement.quantity, unit, to: to.name, beyond: movement.beyond }), () => undo.mutateAsync({ movementId })); onDone() },
    onRefused: (error: ApiError) => setFaults({ n: tError(error) }),
  })
  const submit = () => {
    const found: Faults = { ...(n ? {} : { n: t('supplies.give.nNeed') }), ...(to.name.trim() ? {} : { to: t('supplies.give.toNeed') }) }
    setFaults(found)
    if (n && to.name.trim() && to.kind !== 'office') send.mutate({ itemId, quantity: n, recipientKind: to.kind, recipient: to.name.trim(), ...(to.id ? { recipientId: to.id } : {}), ...(d.purpose.trim() ? { purpose: d.purpose.trim() } : {}), ...(d.note.trim() ? { note: d.note.trim() } : {}), ...onDay(d.day, f.today) })
  }
  const first = lots.find((one) => one.quantity > 0 && !isExpired(one, f.today))
  const hint = usable <= 0 ? t('supplies.give.lotNone') : n && n > usable ? t('supplies.give.over', { n: f.number(usable), unit }) : first?.expiresOn ? t('supplies.give.lot', { day: first.expiresOn, n: f.number(first.quantity), unit }) : undefined
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('supplies.give.n', { unit })} hint={hint} fault={faults['n']}><InputNumber size="large" autoFocus style={{ width: '100%' }} min={1} max={10_000_000} precision={0} value={n} onChange={setN} /></Field>
      <Field label={t('supplies.give.to')} fault={faults['to']} group><RecipientPicker value={to} onChange={setTo} recent={recipients} /></Field>
      <Field label={t('supplies.give.purpose')} group optional><div className="chips supply-recent">{usualPurposes[to.kind].map((one) => <button key={one} type="button" className="chip" aria-pressed={d.purpose === one} onClick={() => set({ purpose: d.purpose === one ? '' : one })}>{one}</button>)}</div>
        {more ? <Input size="large" maxLength={60} aria-label={t('supplies.give.purpose')} value={d.purpose} onChange={(event) => set({ purpose: event.target.value })} /> : null}</Field>
      {more ? <>
        <Field label={t('supplies.receive.day')}><DayInput size="large" max={f.today} needed value={d.day} onChange={(day) => set({ day })} /></Field>
        <Field label={t('supplies.receive.note')} optional><Input size="large" maxLength={300} value={d.note} onChange={(event) => set({ note: event.target.value })} /></Field>
      </> : null}
      <FormFoot go={t('supplies.give.go')} busy={send.isPending}>{more ? null : <Button type="text" onClick={() => setMore(true)}>{t('supplies.give.more')}</Button>}</FormFoot>
    </Guided>
  )
}
