import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { peopleApi, type HouseholdCard, type Vehicle } from '../../modules/people/contract.ts'
import { plateKind, plateText, vehicleKinds, type VehicleKind } from '../../modules/people/rules.ts'
import { Section } from '../../ui/card.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'

const nameOf = (v: Pick<Vehicle, 'plate' | 'description'>): string => (v.plate === null ? v.description ?? '' : plateText(v.plate))

/** 车辆 of a household: what stands at the gate under its name. */
export function Vehicles({ household: h }: { household: HouseholdCard }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const may = useMay()
  const back = useCommandOf(peopleApi.registerVehicle)
  const remove = useCommandOf(peopleApi.removeVehicle, {
    onDone: (v) => offerUndo(t('people.vehicles.gone', { plate: nameOf(v) }), () => back.mutateAsync(v)), onRefused: (error) => say(tError(error)),
  })
  return (
    <Section title={t('people.vehicles.title')}>
      {h.vehicles.length === 0 ? <p className="dim">{t('people.vehicles.none')}</p> : null}
      {h.vehicles.map((v) => (
        <p key={v.id} className="member">
          <b>{nameOf(v)}</b>
          <span className="muted grow">{[t(`people.vehicleKinds.${v.kind}`), v.ownerName ? t('people.vehicles.of', { name: v.ownerName }) : '', v.plate ? v.description : ''].filter(Boolean).join(' · ')}</span>
          {may('people.edit') ? <Button size="small" onClick={() => remove.mutate({ vehicleId: v.id })}>{t('people.vehicles.remove')}</Button> : null}
        </p>
      ))}
      {may('people.edit') ? <NewVehicle household={h} /> : null}
    </Section>
  )
}

function NewVehicle({ household: h }: { household: HouseholdCard }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [typed, setTyped] = useState('')
  const [description, setDescription] = useState('')
  const [personId, setPersonId] = useState<string>()
  const [kind, setKind] = useState<VehicleKind>()
  const told = plateKind(typed)
  const add = useCommandOf(peopleApi.registerVehicle, {
    onDone: () => { say(t('people.vehicles.done', { plate: typed || description })); setTyped(''); setDescription(''); setKind(undefined) }, onRefused: (error) => say(tError(error)),
  })
  const send = () => add.mutate({
    householdId: h.id, ...(typed.trim() ? { plate: typed.trim() } : {}), ...(description.trim() ? { description: description.trim() } : {}), ...(personId ? { personId } : {}), ...(kind ? { kind } : {}),
  })
  return (
    <form className="visit" onSubmit={(event) => { event.preventDefault(); if (typed.trim() || description.trim()) send() }}>
      <Input size="large" value={typed} placeholder={t('people.vehicles.plate')} aria-label={t('people.vehicles.plate')} onChange={(event) => setTyped(event.target.value)} />
      {typed.trim() === '' ? <Input size="large" value={description} placeholder={t('people.vehicles.description')} aria-label={t('people.vehicles.noPlate')} onChange={(event) => setDescription(event.target.value)} /> : null}
      <Select size="large" allowClear value={kind ?? told ?? null} placeholder={t('people.vehicles.kind')} aria-label={t('people.vehicles.kind')} onChange={(next?: VehicleKind | null) => setKind(next ?? undefined)}
        options={vehicleKinds.map((value) => ({ value, label: t(`people.vehicleKinds.${value}`) }))} style={{ minWidth: 140 }} />
      <Select size="large" allowClear value={personId ?? null} placeholder={t('people.vehicles.ownerAny')} aria-label={t('people.vehicles.owner')} onChange={(next?: string | null) => setPersonId(next ?? undefined)}
        options={h.members.map((m) => ({ value: m.id, label: m.name }))} style={{ minWidth: 120 }} />
      <Button size="large" htmlType="submit" loading={add.isPending} disabled={!typed.trim() && !description.trim()}>{t('people.vehicles.save')}</Button>
    </form>
  )
}
