import { Link } from '@tanstack/react-router'
import { Button, Input, Select, type TableColumnsType } from 'antd'
import { useState, type ReactNode } from 'react'
import { clockOf } from '../../kernel/dates.ts'
import { columns } from '../../modules/volunteers/columns.ts'
import { skills, volunteerKinds, volunteersApi, volunteerTabs, type VolunteerLine, type VolunteerTab } from '../../modules/volunteers/contract.ts'
import { hoursSaid } from '../../modules/volunteers/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useNow } from '../../ui/now.ts'
import { OnlyThese } from '../../ui/OnlyThese.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay, useMe } from '../me.ts'
import { FIRST, volunteersAsked } from './asked.ts'
import { LinesForm } from './LinesForm.tsx'
import { VolunteerCard } from './VolunteerCard.tsx'
import { AddForm } from './VolunteerForm.tsx'
import './volunteers.css'

const chipTone: Partial<Record<VolunteerTab, Tone>> = { ready: 'good', helping: 'on', neverServed: 'soon', waiting: 'soon' }
const EVERY_MS = 60_000

/** 今日 · 志愿者: who can come, who helps now, who reported in and never came, who waits to be taken in. */
export default function VolunteersPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const [at, go] = useAddress()
  const asked = volunteersAsked(at)
  const { tab = FIRST, text, since, until, ...cut } = asked
  const counts = useQueryOf(volunteersApi.volunteerCounts, cut, { keep: true, every: EVERY_MS }).data
  const calls = useQueryOf(volunteersApi.callCounts, cut.areaId ? { areaId: cut.areaId } : {}, { keep: true, every: EVERY_MS }).data
  const list = useTable(volunteersApi.listVolunteers, columns.listVolunteers, asked, { every: EVERY_MS })
  const chips = volunteerTabs.map((id): StateChip => ({ id, label: t(`volunteers.tabs.${id}`), count: counts?.tabs[id], tone: chipTone[id] ?? 'off' }))
  const link = (to: string, words: string) => <Link to={to as never}><Button>{words}</Button></Link>
  return (
    <ListPage<VolunteerLine>
      title={t('volunteers.title')} sub={counts ? (counts.persons > 0 ? t('volunteers.sub', { persons: counts.persons, hours: hoursSaid(counts.minutes) }) : t('volunteers.subNone')) : undefined}
      actions={<>
        {link('/volunteers/calls', calls && calls.open > 0 ? t('volunteers.page.callsN', { n: calls.open }) : t('volunteers.page.calls'))}{link('/volunteers/units', t('volunteers.page.units'))}{link('/volunteers/honours', t('volunteers.page.honours'))}
        {may('links.manage') ? <Link to={'/screening/poster' as never} search={{ of: 'help' } as never}><Button>{t('volunteers.page.code')}</Button></Link> : null}
        {may('volunteers.keep') ? <Button onClick={() => go({ open: 'list' })}>{t('volunteers.lines.button')}</Button> : null}
        {may('volunteers.keep') ? <Button type="primary" onClick={() => go({ open: 'new' })}>{t('volunteers.page.add')}</Button> : null}
      </>}
      chips={<Chips label={t('volunteers.list.state')} chips={chips} on={text || since ? '' : tab} onPick={(next) => go({ tab: next, text: undefined, since: undefined, until: undefined, open: undefined })} />}
      filters={<Filters units={counts?.units ?? []} />}
      list={list} idOf={(v) => v.volunteerId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })}
      panel={(id) => (id === 'new' ? <AddForm onDone={(open) => go({ tab: 'ready', text: undefined, open })} /> : id === 'list' ? <LinesForm /> : <VolunteerCard key={id} volunteerId={id} />)}
      empty={text ? { title: t('volunteers.notFound'), hint: t('volunteers.notFoundHint') } : { title: t(`volunteers.empty.${tab}`), hint: (tab === 'all' || tab === 'ready') && may('volunteers.keep') && t('volunteers.emptyHint') }}
    >
      {since && until ? <OnlyThese what={t('volunteers.list.servedIn', { from: f.at(since), to: f.at(until) })} onAll={() => go({ since: undefined, until: undefined, tab: 'all' })} /> : null}
    </ListPage>
  )
}

function Filters({ units }: { units: readonly string[] }): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const me = useMe()
  const [typed, setTyped] = useState(at['text'] ?? '')
  const select = (key: 'kind' | 'skill' | 'unit', placeholder: string, options: { value: string; label: string }[]) => (
    <Select allowClear showSearch optionFilterProp="label" style={{ flex: '1 1 130px', maxWidth: 190 }} placeholder={placeholder} aria-label={placeholder} {...(at[key] ? { value: at[key] } : {})} options={options} onChange={(value?: string) => go({ [key]: value, open: undefined })} />
  )
  return (
    <>
      <Input.Search allowClear style={{ flex: '1 1 170px', maxWidth: 230 }} maxLength={40} placeholder={t('volunteers.list.search')} aria-label={t('volunteers.list.search')} value={typed} onChange={(event) => setTyped(event.target.value)} onSearch={(text) => go({ text: text.trim() || undefined, open: undefined })} />
      {select('kind', t('volunteers.list.allKinds'), volunteerKinds.map((value) => ({ value, label: t(`volunteers.kinds.${value}`) })))}
      {select('skill', t('volunteers.list.allSkills'), skills.map((value) => ({ value, label: t(`volunteers.skills.${value}`) })))}
      {select('unit', t('volunteers.list.allUnits'), units.map((value) => ({ value, label: value })))}
      {me.area?.level === 'community' ? null : <span style={{ flex: '1 1 160px', maxWidth: 220 }}><AreaPicker size="middle" levels={['community']} label={t('volunteers.list.area')} placeholder={t('volunteers.list.area')} value={at['area']} onChange={(area) => go({ area, open: undefined })} /></span>}
    </>
  )
}

function useColumns(): TableColumnsType<VolunteerLine> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'who', title: t('volunteers.list.who'), render: (_, v) => <><b>{v.name}</b><br /><span className="muted small">{[t(`volunteers.kinds.${v.kind}`), v.unit ?? v.door ?? ''].filter(Boolean).join(' · ')}</span></> },
    { key: 'phone', title: t('volunteers.list.phone'), render: (_, v) => <span className="nowrap">{v.phoneMasked}</span> },
    { key: 'skills', title: t('volunteers.list.skills'), render: (_, v) => v.skills.map((one) => t(`volunteers.skills.${one}`)).join('、') },
    { key: 'free', title: t('volunteers.list.free'), render: (_, v) => (v.free.length > 0 ? v.free.map((one) => t(`volunteers.free.${one}`)).join('、') : <span className="dim">{t('volunteers.list.any')}</span>) },
    { key: 'state', title: t('volunteers.list.state'), render: (_, v) => <StandingOf v={v} /> },
    { key: 'total', title: t('volunteers.list.total'), align: 'right', render: (_, v) => (v.times === 0 ? <span className="dim">{t('volunteers.list.never')}</span> : <span className="nowrap">{t('volunteers.list.hours', { n: hoursSaid(v.minutes) })}<br /><span className="muted small">{t('volunteers.list.week')} {t('volunteers.list.hours', { n: hoursSaid(v.minutes7) })}</span></span>) },
    { key: 'balance', title: t('volunteers.list.balance'), align: 'right', render: (_, v) => f.number(v.balance) },
    { key: 'area', title: t('volunteers.list.area'), render: (_, v) => v.areaName },
  ]
}

/** Where a helper stands in one word, and the sentence under it. */
export function StandingOf({ v }: { v: VolunteerLine }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  const tag = (tone: Tone, words: string, under?: string) => <><StateTag tone={tone}>{words}</StateTag>{under ? <><br /><span className="muted small">{under}</span></> : null}</>
  if (v.state === 'waiting') return tag('soon', t('volunteers.state.waiting'), t('volunteers.list.asked', { when: f.when(v.createdAt) }))
  if (v.state !== 'active') return tag('off', t(`volunteers.state.${v.state}`))
  if (v.managed) return tag('bad', t(`quarantine.measures.${v.managed.measure}`), v.managed.until && v.managed.until >= f.today ? t('volunteers.list.until', { day: f.day(v.managed.until) }) : '')
  if (v.next && v.next.startsAt <= now) return tag('on', t('volunteers.tabs.helping'), t('volunteers.list.now', { place: v.next.place, clock: clockOf(v.next.endsAt) }))
  return tag('good', t('volunteers.tabs.ready'), v.next ? t('volunteers.list.next', { when: f.when(v.next.startsAt), place: v.next.place }) : v.reportedOn && v.times === 0 ? t('volunteers.list.reported', { day: f.day(v.reportedOn) }) : v.absent > 0 ? t('volunteers.list.absent', { n: v.absent }) : '')
}
