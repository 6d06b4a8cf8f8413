import { Button, Input, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { columns } from '../../modules/venues/columns.ts'
import { venuesApi, venueTabs, type Venue, type VenueTab } from '../../modules/venues/contract.ts'
import { doorOf } from '../../modules/venues/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { VenueForm } from './VenueForm.tsx'
import { VenuePanel } from './VenuePanel.tsx'
import './venues.css'

const EVERY_MS = 20_000
const chipTone: Partial<Record<VenueTab, Tone>> = { full: 'bad', staying: 'soon' }

/** 出入 · 公共场所: how many are inside where, and whose door needs a look. */
export default function VenuesPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const tab: VenueTab = venueTabs.find((one) => one === at['tab']) ?? 'all'
  const area = at['area'] ? { areaId: at['area'] } : {}
  const counts = useQueryOf(venuesApi.venueCounts, area, { keep: true, every: EVERY_MS }).data
  const list = useTable(venuesApi.listVenues, columns.listVenues, { tab, ...area, ...(at['text'] ? { text: at['text'] } : {}) }, { every: EVERY_MS })
  const chips = venueTabs.map((id): StateChip => ({ id, label: t(`venues.tabs.${id}`), count: counts?.[id], tone: chipTone[id] ?? 'off' }))
  return (
    <ListPage<Venue>
      title={t('venues.title')} sub={t('venues.sub')}
      actions={<>{may('venues.trace') ? <Link to={'/venues/trace' as never}><Button>{t('venues.trace')}</Button></Link> : null}{may('venues.keep') ? <Button type="primary" onClick={() => go({ open: 'new' })}>{t('venues.add')}</Button> : null}</>}
      chips={<Chips label={t('venues.list.state')} chips={chips} on={tab} onPick={(next) => go({ tab: next, open: undefined })} />}
      filters={<><Search key={at['text'] ?? ''} text={at['text'] ?? ''} onSearch={(text) => go({ text, open: undefined })} /><span style={{ flex: '1 1 160px', maxWidth: 240 }}><AreaPicker size="middle" label={t('venues.list.within')} placeholder={t('venues.list.within')} value={at['area']} onChange={(areaId) => go({ area: areaId, open: undefined })} /></span></>}
      list={list} idOf={(v) => v.venueId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })}
      panel={(id) => (id === 'new' ? <VenueForm onDone={(venueId) => go({ open: venueId })} /> : <VenuePanel key={id} venueId={id} />)}
      empty={at['text'] ? { title: t('venues.empty.search'), hint: t('venues.searchHint') } : { title: t(`venues.empty.${tab}`), hint: tab === 'all' && may('venues.keep') && t('venues.emptyHint') }}
    />
  )
}

function Search({ text, onSearch }: { text: string; onSearch: (text: string | undefined) => void }): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState(text)
  return <Input.Search style={{ flex: '1 1 160px', maxWidth: 240 }} allowClear maxLength={40} placeholder={t('venues.list.search')} aria-label={t('venues.list.search')} value={typed} onChange={(event) => setTyped(event.target.value)} onSearch={(next) => onSearch(next.trim() || undefined)} />
}

function useColumns(): TableColumnsType<Venue> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'venue', title: t('venues.list.venue'), render: (_, v) => <><b>{v.name}</b> <span className="dim small">{t(`venues.kinds.${v.kind}`)}</span><br /><span className="muted small">{[v.areaName, v.address].filter(Boolean).join(' · ')}</span></> },
    { key: 'inside', title: t('venues.list.inside'), align: 'right', render: (_, v) => <span className="venue-inside"><b>{f.number(v.inside)}</b><span className="dim"> / {f.number(v.capacity)}</span></span> },
    { key: 'state', title: t('venues.list.state'), render: (_, v) => <><StateOf venue={v} />{v.overstaying > 0 ? <><br /><span className="small soon-ink">{t('venues.list.overN', { n: v.overstaying })}</span></> : null}</> },
    { key: 'visits', title: t('venues.list.visits'), align: 'right', render: (_, v) => f.number(v.visitsToday) },
    { key: 'disinfected', title: t('venues.list.disinfected'), align: 'right', render: (_, v) => <span className="muted small nowrap" {...(v.disinfectedAt ? { title: f.at(v.disinfectedAt) } : {})}>{v.disinfectedAt ? f.when(v.disinfectedAt) : t('venues.list.never')}</span> },
  ]
}

const tone = { closed: 'off', full: 'bad', free: 'good' } as const
export function StateOf({ venue }: { venue: Pick<Venue, 'state' | 'full'> }): ReactNode {
  const t = useWords()
  const door = doorOf(venue)
  return <StateTag tone={tone[door]}>{t(`venues.list.${door}`)}</StateTag>
}
