import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { zonesApi, zoneTabs, type ZoneArea } from '../../modules/zones/contract.ts'
import { territoryApi } from '../../modules/territory/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useKeys } from '../../ui/keys.ts'
import { Chips, Page, type StateChip } from '../../ui/ListPage.tsx'
import { OnlyThese } from '../../ui/OnlyThese.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useListOf, useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { toneOf } from './tones.ts'
import { ZonePanel } from './ZonePanel.tsx'
import './zones.css'

type Tab = (typeof zoneTabs)[number]
/** 辖区 · 分区分级: what state each place is in, since when, by which order, and how far its measures are. */
export default function ZonesPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const within = at['area'] ? { areaId: at['area'] } : {}
  const counts = useQueryOf(zonesApi.zoneCounts, within, { keep: true, every: 60_000 }).data
  const first: Tab = counts && counts.graded > 0 ? 'graded' : 'communities'
  const tab = zoneTabs.find((one) => one === at['tab']) ?? first
  const open = (areaId: string | undefined) => go({ open: areaId })
  useKeys(at['open'] ? [{ key: 'Escape', words: 'ui.keys.close', run: () => open(undefined), always: true }] : [])
  const chips = zoneTabs.map((id): StateChip => ({ id, label: t(`zones.tabs.${id}`), count: counts?.[id], tone: id === 'graded' ? 'soon' : id === 'unfinished' && counts && counts.lateItems > 0 ? 'bad' : 'off' }))
  const late = counts && counts.lateItems > 0 ? <> · <b className="bad-ink">{t('zones.page.lateAll', { n: counts.lateItems })}</b></> : null
  return (
    <Page title={t('zones.title')} sub={counts && counts.openItems > 0 ? <>{t('zones.page.openAll', { n: counts.openItems })}{late}</> : t('zones.sub')} actions={<Link to="/zones/checklists">{t('zones.checklists.link')}</Link>}>
      <div className={at['open'] ? 'with-panel open' : 'with-panel'}>
        <div>
          <div className="list-tools">
            <Chips label={t('zones.title')} chips={chips} on={tab} onPick={(next) => go({ tab: next, open: undefined })} />
            <div className="area-search"><AreaPicker label={t('territory.search')} size="middle" levels={['community', 'compound', 'villageGroup', 'grid', 'building', 'unit']} value={undefined} onChange={open} /></div>
          </div>
          {at['area'] ? <Within areaId={at['area']} onAll={() => go({ area: undefined })} /> : null}
          {counts || at['tab'] ? <List tab={tab} within={within} openId={at['open']} onOpen={open} /> : <div className="paper"><Skeleton rows={5} /></div>}
        </div>
        {at['open'] ? <Panel onClose={() => open(undefined)}><ZonePanel key={at['open']} areaId={at['open']} /></Panel> : null}
      </div>
    </Page>
  )
}

/** What the dashboard cut the list to. */
function Within({ areaId, onAll }: { areaId: string; onAll: () => void }): ReactNode {
  const name = useQueryOf(territoryApi.areaById, { areaId }).data?.area.fullName
  return name ? <OnlyThese what={name} onAll={onAll} /> : null
}

function List({ tab, within, openId, onOpen }: { tab: Tab; within: { areaId?: string }; openId: string | undefined; onOpen: (areaId: string) => void }): ReactNode {
  const t = useWords()
  const list = useListOf(zonesApi.zoneAreas, { tab, ...within }, { every: 60_000 })
  if (list.error && list.items.length === 0) return <Failed error={list.error} retry={list.retry} />
  if (list.loading) return <div className="paper"><Skeleton rows={5} /></div>
  if (list.items.length === 0) return <div className="paper empty"><b>{t(`zones.page.empty.${tab}`)}</b><span>{t(`zones.page.emptyHint.${tab}`)}</span></div>
  return (
    <>
      <ul className="paper zone-list">{(list.items as ZoneArea[]).map((area) => <Row key={area.areaId} area={area} open={area.areaId === openId} onOpen={onOpen} />)}</ul>
      {list.hasMore ? <div className="list-foot"><Button onClick={list.loadMore} loading={list.refreshing}>{t('ui.list.moreAny')}</Button></div> : null}
    </>
  )
}

function Row({ area, open, onOpen }: { area: ZoneArea; open: boolean; onOpen: (areaId: string) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <li className={open ? 'open-row' : ''}>
      <button type="button" onClick={() => onOpen(area.areaId)} {...(open ? { 'aria-current': true } : {})}>
        <span className="place"><b>{area.name}</b> <span className="dim small">{f.pair(area)}</span></span>
        <span className="value">{area.value ? <StateTag tone={toneOf[area.value]}>{t(`zones.value.${area.value}`)}</StateTag> : <span className="dim">{t('zones.page.notSet')}</span>}</span>
        <span className="since muted small">{area.fromAt ? <>{t('zones.page.since', { when: f.at(area.fromAt) })}<br />{t('zones.page.order', { issuer: area.issuer ?? '', no: area.orderNo ?? '' })}</> : null}</span>
        <span className="progress">{area.total > 0 ? <><Meter done={area.done} total={area.total} /> {t('zones.page.progress', { done: area.done, total: area.total })}</> : <span className="dim">{t('zones.page.none')}</span>}</span>
        <span className="late">{area.late > 0 ? <StateTag tone="bad">{t('zones.page.late', { n: area.late })}</StateTag> : null}</span>
      </button>
    </li>
  )
}

export const Meter = ({ done, total }: { done: number; total: number }): ReactNode => (
  <span className={done === total ? 'meter full' : 'meter'} aria-hidden="true"><i style={{ width: `${total > 0 ? (100 * done) / total : 0}%` }} /></span>
)
