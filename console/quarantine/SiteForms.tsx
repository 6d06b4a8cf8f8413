import { Button, Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { quarantineApi } from '../../modules/quarantine/contract.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Section } from '../../ui/card.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { roomNames } from './room-names.ts'

export function AddRooms({ siteId }: { siteId: string }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [names, setNames] = useState('')
  const [beds, setBeds] = useState(2)
  const add = useCommandOf(quarantineApi.addRooms, { onDone: () => { setNames(''); say(t('quarantine.card.done')) }, onRefused: (error) => say(tError(error)) })
  const list = roomNames(names)
  return (
    <Section title={t('quarantine.sitesPage.addRooms')}>
      <form className="row" onSubmit={(event) => { event.preventDefault(); if (list.length > 0) add.mutate({ siteId, names: list, beds }) }}>
        <Input className="grow" value={names} placeholder={t('quarantine.sitesPage.rooms')} aria-label={t('quarantine.sitesPage.rooms')} onChange={(event) => setNames(event.target.value)} />
        <span className="muted">{t('quarantine.sitesPage.bedsEach')}</span>
        <InputNumber min={1} max={20} value={beds} aria-label={t('quarantine.sitesPage.bedsEach')} onChange={(n) => setBeds(n ?? 1)} />
        <Button htmlType="submit" loading={add.isPending}>{t('quarantine.sitesPage.addRooms')}{list.length > 0 ? ` ${list.length}` : ''}</Button>
      </form>
    </Section>
  )
}

export function NewSite({ onDone }: { onDone: (siteId: string) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [form, setForm] = useState({ areaId: '', name: '', address: '', phone: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<typeof form>) => setForm((before) => ({ ...before, ...change }))
  const create = useCommandOf(quarantineApi.createSite, { onDone: ({ siteId }) => onDone(siteId), onRefused: (error) => say(tError(error)) })
  const submit = () => {
    const missing = Object.fromEntries((['areaId', 'name'] as const).filter((name) => form[name].trim() === '').map((name) => [name, t('ui.form.required')]))
    setFaults(missing)
    if (Object.keys(missing).length === 0) create.mutate({ areaId: form.areaId, name: form.name, ...(form.address ? { address: form.address } : {}), ...(form.phone ? { phone: form.phone } : {}) })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('quarantine.sitesPage.area')} fault={faults['areaId']}><AreaPicker label={t('quarantine.sitesPage.area')} value={form.areaId || undefined} onChange={(areaId) => set({ areaId: areaId ?? '' })} /></Field>
      <Field label={t('quarantine.sitesPage.name')} fault={faults['name']}><Input size="large" value={form.name} onChange={(event) => set({ name: event.target.value })} /></Field>
      <Field label={t('quarantine.sitesPage.address')} optional><Input size="large" value={form.address} onChange={(event) => set({ address: event.target.value })} /></Field>
      <Field label={t('quarantine.sitesPage.phone')} optional><Input size="large" value={form.phone} onChange={(event) => set({ phone: event.target.value })} /></Field>
      <FormFoot go={t('quarantine.sitesPage.add')} busy={create.isPending} />
    </Guided>
  )
}
