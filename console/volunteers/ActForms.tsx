import { Input, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { volunteersApi, workKinds, type VolunteerCard, type WorkKind } from '../../modules/volunteers/contract.ts'
import { hoursSaid } from '../../modules/volunteers/rules.ts'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { spanOf, TimeFields, type Times } from './TimeFields.tsx'

type Faults = Record<string, string>
export const ratings = ['1', '2', '3', '4', '5'] as const
interface Props { v: VolunteerCard; onDone: () => void }

/** 补记服务: what nobody had called for; the hours follow from the times. */
export function RecordForm({ v, onDone }: Props): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const { today } = useFormats()
  const [kind, setKind] = useState<WorkKind>('gate')
  const [place, setPlace] = useState('')
  const [times, setTimes] = useState<Times>({ day: today, from: '', to: '' })
  const [note, setNote] = useState('')
  const [rating, setRating] = useState<(typeof ratings)[number]>()
  const [faults, setFaults] = useState<Faults>({})
  const undo = useCommandOf(volunteersApi.undoServices)
  const save = useCommandOf(volunteersApi.recordService, {
    onDone: ({ serviceId, minutes, points }) => { offerUndo(t('volunteers.record.saved', { hours: hoursSaid(minutes), points }), () => undo.mutateAsync({ serviceIds: [serviceId] })); onDone() },
    onRefused: (error) => setFaults({ times: tError(error) }),
  })
  const submit = () => {
    const span = spanOf(times)
    const found = { ...(place.trim() ? {} : { place: t('volunteers.form.need') }), ...(span ? {} : { times: t('volunteers.form.need') }) }
    setFaults(found)
    if (span && Object.keys(found).length === 0) save.mutate({ volunteerId: v.volunteerId, kind, place: place.trim(), ...span, ...(note.trim() ? { note: note.trim() } : {}), ...(rating ? { rating: Number(rating) } : {}) })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <h3>{t('volunteers.record.title')}</h3>
      <p className="muted small">{t('volunteers.record.hint')}</p>
      <Field label={t('volunteers.record.kind')}><Select size="large" aria-label={t('volunteers.record.kind')} value={kind} onChange={setKind} options={workKinds.map((value) => ({ value, label: t(`volunteers.works.${value}`) }))} /></Field>
      <Field label={t('volunteers.record.place')} fault={faults['place']}><Input size="large" autoFocus maxLength={60} value={place} onChange={(event) => setPlace(event.target.value)} /></Field>
      <TimeFields times={times} onChange={setTimes} fault={faults['times']} latest={today} />
      <Field label={t('volunteers.record.rating')} optional group><Choices label={t('volunteers.record.rating')} value={rating} onChange={setRating} options={ratings.map((value) => ({ value, label: value }))} /></Field>
      <Field label={t('volunteers.record.note')} optional><Input size="large" maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
      <FormFoot go={t('volunteers.record.save')} busy={save.isPending} onBack={onDone} />
    </Guided>
  )
}

/** 兑换: up to what there is, with what for. */
export function ExchangeForm({ v, onDone }: Props): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [points, setPoints] = useState<number | null>(null)
  const [what, setWhat] = useState('')
  const [faults, setFaults] = useState<Faults>({})
  const undo = useCommandOf(volunteersApi.undoExchange)
  const save = useCommandOf(volunteersApi.exchangePoints, {
    onDone: ({ entryId, balance }) => { offerUndo(t('volunteers.exchange.saved', { what: what.trim(), n: balance }), () => undo.mutateAsync({ entryId })); onDone() },
    onRefused: (error) => setFaults({ points: tError(error) }),
  })
  const submit = () => {
    const found = { ...(points ? {} : { points: t('volunteers.form.need') }), ...(what.trim().length >= 2 ? {} : { what: t('volunteers.form.need') }) }
    setFaults(found)
    if (points && Object.keys(found).length === 0) save.mutate({ volunteerId: v.volunteerId, points, what: what.trim() })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('volunteers.exchange.points')} hint={t('volunteers.exchange.have', { n: v.balance })} fault={faults['points']}><InputNumber size="large" autoFocus min={1} max={100000} precision={0} style={{ width: 160 }} value={points} onChange={setPoints} /></Field>
      <Field label={t('volunteers.exchange.what')} fault={faults['what']}><Input size="large" maxLength={60} placeholder={t('volunteers.exchange.whatHint')} value={what} onChange={(event) => setWhat(event.target.value)} /></Field>
      <FormFoot go={t('volunteers.exchange.save')} busy={save.isPending} onBack={onDone} />
    </Guided>
  )
}
