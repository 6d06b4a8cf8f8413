import { Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { addDays, clockOf, dayOf, instantAt } from '../../../kernel/dates.ts'
import { exitsApi, exitsErrors, type TransportCard } from '../../../modules/exits/contract.ts'
import type { ApiError } from '../../../ui/client.ts'
import { DivisionPicker, sixDigits } from '../../../ui/DivisionPicker.tsx'
import { Field, FormFoot, Guided } from '../../../ui/form.tsx'
import { useToday } from '../../../ui/now.ts'
import { useCommandOf } from '../../../ui/queries.ts'
import { offerUndo, say } from '../../../ui/undo.tsx'
import { MomentInput } from '../../../ui/when.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'

const SEATS = 49

/** 加班次、改班次: where to, plate, seats, company, from where and when. */
export function BusForm({ bus, onDone }: { bus?: TransportCard; onDone: (transportId?: string) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const tomorrow = addDays(useToday(), 1)
  const [d, setDraft] = useState({
    code: bus?.destinationCode as string | undefined, name: bus?.destinationName ?? '', tripNo: bus?.tripNo ?? '', plate: bus?.plate ?? '', seats: bus?.seats ?? SEATS, company: bus?.company ?? '', driverName: bus?.driverName ?? '', driverPhone: '', place: bus?.place ?? '',
    departs: bus ? `${dayOf(bus.departsAt)}T${clockOf(bus.departsAt)}` : `${tomorrow}T08:00`,
  })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<typeof d>) => setDraft((before) => ({ ...before, ...change }))
  const cancel = useCommandOf(exitsApi.cancelTransport)
  const refused = { onRefused: (error: ApiError) => setFaults({ [error.code === exitsErrors.departsPast.code ? 'departs' : 'plate']: tError(error) }) }
  const create = useCommandOf(exitsApi.createTransport, { onDone: ({ transportId }) => { offerUndo(t('exits.transport.saved'), () => cancel.mutateAsync({ transportId, reason: t('ui.undo.undo') })); onDone(transportId) }, ...refused })
  const edit = useCommandOf(exitsApi.editTransport, { onDone: ({ transportId }) => { say(t('exits.transport.saved')); onDone(transportId) }, ...refused })
  const submit = () => {
    const need = (key: 'plate' | 'company' | 'place') => (d[key].trim().length >= 2 ? {} : { [key]: t(`exits.transport.form.${key}Need`) })
    const found = { ...(d.code ? {} : { destination: t('exits.transport.form.destinationNeed') }), ...need('plate'), ...need('company'), ...need('place'), ...(d.departs ? {} : { departs: t('exits.transport.form.departsNeed') }) }
    setFaults(found)
    if (Object.keys(found).length > 0 || !d.code) return
    const [day = '', clock = ''] = d.departs.split('T')
    const given = Object.fromEntries((['tripNo', 'driverName', 'driverPhone'] as const).flatMap((key) => (d[key].trim() ? [[key, d[key].trim()]] : [])))
    const input = { destinationCode: d.code, destinationName: d.name, plate: d.plate.trim(), seats: d.seats, company: d.company.trim(), place: d.place.trim(), departsAt: instantAt(day, clock), ...given }
    if (bus) edit.mutate({ transportId: bus.transportId, ...input })
    else create.mutate(input)
  }
  const line = (key: 'tripNo' | 'plate' | 'company' | 'driverName' | 'driverPhone' | 'place', label: string, optional = false) => (
    <Field label={t(`exits.transport.form.${label}`)} fault={faults[key]} optional={optional}><Input size="large" maxLength={60} value={d[key]} {...(key === 'driverPhone' && bus?.driverPhoneMasked ? { placeholder: bus.driverPhoneMasked } : {})} onChange={(event) => set({ [key]: event.target.value })} /></Field>
  )
  return (
    <div className="bus-form">
      <h2 style={{ marginBottom: 16 }}>{t(bus ? 'exits.transport.edit' : 'exits.transport.add')}</h2>
      <Guided onSubmit={submit} faults={faults}>
        <Field label={t('exits.transport.form.destination')} fault={faults['destination']} group><DivisionPicker label={t('exits.transport.form.destination')} value={d.code ? sixDigits(d.code) : undefined} onChange={(_, division) => set({ code: division?.code, name: division?.fullName ?? '' })} /></Field>
        <div className="pair">{line('plate', 'plate')}<Field label={t('exits.transport.form.seats')}><InputNumber size="large" style={{ width: '100%' }} min={1} max={100} precision={0} value={d.seats} onChange={(seats) => set({ seats: seats ?? SEATS })} /></Field></div>
        <div className="pair">{line('company', 'company')}{line('tripNo', 'tripNo', true)}</div>
        <div className="pair">{line('driverName', 'driver', true)}{line('driverPhone', 'driverPhone', true)}</div>
        {line('place', 'place')}
        <Field label={t('exits.transport.form.departs')} fault={faults['departs']}><MomentInput size="large" value={d.departs} onChange={(at) => set({ departs: at })} /></Field>
        <FormFoot go={t('exits.transport.save')} busy={create.isPending || edit.isPending} {...(bus ? { onBack: () => onDone(bus.transportId) } : {})} />
      </Guided>
    </div>
  )
}
