import { Button, Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { quarantineApi } from '../../modules/quarantine/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Card, Section, StateTag } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'

/** 管控 · 隔离点: sites, their rooms as a plan, beds free. */
export default function SitesPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const { permissions } = useMe()
  const sites = useQueryOf(quarantineApi.listSites, {})
  const open = at['open'] ?? sites.data?.items[0]?.id
  const mayEdit = permissions.includes('quarantine.sites')
  if (sites.error) return <Failed error={sites.error} retry={() => void sites.refetch()} />
  if (!sites.data) return <Skeleton rows={6} />
  const { items } = sites.data
  return (
    <Page title={t('quarantine.sitesPage.title')} actions={mayEdit ? <Button onClick={() => go({ open: 'new' })}>{t('quarantine.sitesPage.add')}</Button> : undefined}>
      {items.length === 0 && open !== 'new' ? <div className="paper empty"><b>{t('quarantine.sitesPage.empty')}</b></div> : null}
      <div className="chips">
        {items.map((s) => <button key={s.id} type="button" className="chip" aria-pressed={s.id === open} onClick={() => go({ open: s.id })}>{s.name}<b>{t('quarantine.sitesPage.beds', { taken: s.taken, beds: s.beds })}</b></button>)}
      </div>
      {open === 'new' ? <NewSite onDone={(id) => go({ open: id })} /> : open ? <SitePlan siteId={open} mayEdit={mayEdit} /> : null}
    </Page>
  )
}

function SitePlan({ siteId, mayEdit }: { siteId: string; mayEdit: boolean }): ReactNode {
  const t = useWords()
  const site = useQueryOf(quarantineApi.getSite, { siteId })
  if (site.error) return <Failed error={site.error} retry={() => void site.refetch()} />
  if (!site.data) return <Skeleton rows={6} />
  return (
    <Card>
      <p className="muted">{[site.data.areaName, site.data.address, site.data.phone].filter(Boolean).join(' · ')}</p>
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(168px, 1fr))', gap: 12, marginTop: 16 }}>
        {site.data.plan.map((room) => (
          <div key={room.id} style={{ border: '1px solid var(--line)', borderRadius: 6, padding: '10px 12px', background: room.taken === 0 ? 'var(--ground)' : 'var(--paper)' }}>
            <div className="row"><b className="grow">{room.name}</b><StateTag tone={room.taken >= room.beds ? 'off' : 'good'}>{room.taken >= room.beds ? t('quarantine.sitesPage.full') : t('quarantine.sitesPage.free', { n: room.beds - room.taken })}</StateTag></div>
            {room.people.map((p) => <div key={p.episodeId} className="row small"><Link className="grow" to="/quarantine" search={{ tab: 'central', open: p.episodeId } as never}>{p.name}</Link><span className="dim">{t('quarantine.sitesPage.day', { n: p.dayNo })}</span></div>)}
          </div>
        ))}
      </div>
      {mayEdit ? <AddRooms siteId={siteId} /> : null}
    </Card>
  )
}

/** `301-312` or one a line. */
export function roomNames(text: string): string[] {
  return text.split(/[\n,,、\s]+/).filter(Boolean).flatMap((part) => {
    const range = /^(\d+)-(\d+)$/.exec(part)
    if (!range) return [part]
    const [from, to] = [Number(range[1]), Number(range[2])]
    return to < from || to - from > 300 ? [part] : Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
  })
}

function AddRooms({ siteId }: { siteId: string }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [names, setNames] = useState('')
  const [beds, setBeds] = useState(2)
  const add = useCommandOf(quarantineApi.addRooms, { onDone: () => { setNames(''); say(t('quarantine.card.done')) }, onRefused: (error) => say(tError(error)) })
  return (
    <Section title={t('quarantine.sitesPage.addRooms')}>
      <form className="row" onSubmit={(event) => { event.preventDefault(); const list = roomNames(names); if (list.length > 0) add.mutate({ siteId, names: list, beds }) }}>
        <Input className="grow" value={names} placeholder={t('quarantine.sitesPage.rooms')} aria-label={t('quarantine.sitesPage.rooms')} onChange={(event) => setNames(event.target.value)} />
        <InputNumber min={1} max={20} value={beds} aria-label={t('quarantine.sitesPage.bedsEach')} onChange={(n) => setBeds(n ?? 1)} />
        <Button htmlType="submit" loading={add.isPending}>{t('quarantine.sitesPage.addRooms')}</Button>
      </form>
    </Section>
  )
}

function NewSite({ onDone }: { onDone: (siteId: string) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [form, setForm] = useState({ areaId: '', name: '', address: '', phone: '' })
  const set = (change: Partial<typeof form>) => setForm((before) => ({ ...before, ...change }))
  const create = useCommandOf(quarantineApi.createSite, { onDone: ({ siteId }) => onDone(siteId), onRefused: (error) => say(tError(error)) })
  return (
    <Guided onSubmit={() => { if (form.areaId && form.name) create.mutate(form) }}>
      <Field label={t('quarantine.sitesPage.area')}><AreaPicker label={t('quarantine.sitesPage.area')} value={form.areaId || undefined} onChange={(areaId) => set({ areaId: areaId ?? '' })} /></Field>
      <Field label={t('quarantine.sitesPage.name')}><Input size="large" value={form.name} onChange={(event) => set({ name: event.target.value })} /></Field>
      <Field label={t('quarantine.sitesPage.address')} optional><Input size="large" value={form.address} onChange={(event) => set({ address: event.target.value })} /></Field>
      <Field label={t('quarantine.sitesPage.phone')} optional><Input size="large" value={form.phone} onChange={(event) => set({ phone: event.target.value })} /></Field>
      <FormFoot go={t('quarantine.sitesPage.add')} busy={create.isPending} />
    </Guided>
  )
}
