import { Input, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { venueKinds, venuesApi, type VenueCard } from '../../modules/venues/contract.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 登记场所、修改场所: where, what, how large; the code is made by itself. */
export function VenueForm({ venue, onDone }: { venue?: VenueCard; onDone: (venueId?: string) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [d, setDraft] = useState({ areaId: venue?.areaId, name: venue?.name ?? '', kind: venue?.kind as (typeof venueKinds)[number] | undefined, address: venue?.address ?? '', squareMetres: (venue?.squareMetres ?? null) as number | null, own: (venue?.ownCapacity ?? null) as number | null, keeperName: venue?.keeperName ?? '', keeperPhone: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<typeof d>) => setDraft((before) => ({ ...before, ...change }))
  const refused = { onRefused: (error: Parameters<typeof tError>[0]) => setFaults({ name: tError(error) }) }
  const close = useCommandOf(venuesApi.closeVenue)
  const create = useCommandOf(venuesApi.createVenue, { onDone: ({ venueId }) => { offerUndo(t('venues.form.saved'), () => close.mutateAsync({ venueId })); onDone(venueId) }, ...refused })
  const edit = useCommandOf(venuesApi.editVenue, { onDone: ({ venueId }) => { say(t('venues.form.saved')); onDone(venueId) }, ...refused })
  const submit = () => {
    const found = { ...(d.name.trim().length >= 2 ? {} : { name: t('venues.form.nameNeed') }), ...(d.kind ? {} : { kind: t('venues.form.kindNeed') }), ...(d.areaId ? {} : { place: t('venues.form.placeNeed') }), ...(d.squareMetres ? {} : { squareMetres: t('venues.form.squareMetresNeed') }) }
    setFaults(found)
    if (Object.keys(found).length > 0 || !d.areaId || !d.kind || !d.squareMetres) return
    const input = { areaId: d.areaId, name: d.name.trim(), kind: d.kind, address: d.address.trim(), squareMetres: d.squareMetres, ownCapacity: d.own, ...(d.keeperName.trim() ? { keeperName: d.keeperName.trim() } : {}), ...(d.keeperPhone.trim() ? { keeperPhone: d.keeperPhone.trim() } : {}) }
    if (venue) edit.mutate({ venueId: venue.venueId, ...input })
    else create.mutate(input)
  }
  return (
    <>
      <h2 style={{ marginBottom: 16 }}>{t(venue ? 'venues.card.edit' : 'venues.add')}</h2>
      <Guided onSubmit={submit} faults={faults}>
        <Field label={t('venues.form.name')} fault={faults['name']}><Input size="large" autoFocus maxLength={60} value={d.name} onChange={(event) => set({ name: event.target.value })} /></Field>
        <Field label={t('venues.form.kind')} fault={faults['kind']} group><Select size="large" aria-label={t('venues.form.kind')} value={d.kind ?? null} options={venueKinds.map((value) => ({ value, label: t(`venues.kinds.${value}`) }))} onChange={(kind) => set({ kind: kind ?? undefined })} /></Field>
        <Field label={t('venues.form.place')} fault={faults['place']} group><AreaPicker label={t('venues.form.place')} value={d.areaId} chosen={venue ? { id: venue.areaId, name: venue.areaName } : undefined} onChange={(areaId) => set({ areaId })} /></Field>
        <Field label={t('venues.form.address')} optional><Input size="large" maxLength={80} value={d.address} onChange={(event) => set({ address: event.target.value })} /></Field>
        <Field label={t('venues.form.squareMetres')} fault={faults['squareMetres']}><InputNumber size="large" style={{ width: '100%' }} min={1} max={1_000_000} precision={0} value={d.squareMetres} onChange={(squareMetres) => set({ squareMetres })} /></Field>
        <Field label={t('venues.form.own')} optional><InputNumber size="large" style={{ width: '100%' }} min={1} max={100_000} precision={0} value={d.own} onChange={(own) => set({ own })} /></Field>
        <Field label={t('venues.form.keeper')} optional><Input size="large" maxLength={40} value={d.keeperName} onChange={(event) => set({ keeperName: event.target.value })} /></Field>
        <Field label={t('venues.form.phone')} optional><Input size="large" inputMode="tel" maxLength={20} value={d.keeperPhone} {...(venue?.keeperPhoneMasked ? { placeholder: venue.keeperPhoneMasked } : {})} onChange={(event) => set({ keeperPhone: event.target.value })} /></Field>
        <FormFoot go={t('venues.form.save')} busy={create.isPending || edit.isPending} {...(venue ? { onBack: () => onDone(venue.venueId) } : {})} />
      </Guided>
    </>
  )
}
