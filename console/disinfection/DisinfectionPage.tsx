import { Button, Input, Select, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { columns } from '../../modules/disinfection/columns.ts'
import { disinfectionApi, pointKind, pointKinds, pointTab, pointTabs, type DisinfectionPlace, type PointLine, type PointTab } from '../../modules/disinfection/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import type { Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { PointPanel } from './PointPanel.tsx'
import { StandingOf } from './standing.tsx'
import '../venues/venues.css'
import './disinfection.css'

const chipTone: Partial<Record<PointTab, Tone>> = { late: 'bad', open: 'soon', done: 'good' }
const EVERY_MS = 30_000

/** 辖区 · 消毒: which points are not done, where, with whom to ring; a press records. */
export default function DisinfectionPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const [at, go] = useAddress()
  const tab = pointTab.safeParse(at['tab']).data ?? 'open'
  const kind = pointKind.safeParse(at['kind']).data
  const cut = { ...(at['area'] ? { areaId: at['area'] } : {}), ...(kind ? { kind } : {}) }
  const counts = useQueryOf(disinfectionApi.pointCounts, cut, { keep: true, every: EVERY_MS }).data
  const places = useQueryOf(disinfectionApi.disinfectionPlaces, {}, { keep: true, every: EVERY_MS }).data?.items ?? []
  const list = useTable(disinfectionApi.listPoints, columns.listPoints, { tab: at['text'] ? 'all' : tab, ...cut, ...(at['text'] ? { text: at['text'] } : {}) }, { every: EVERY_MS })
  const chips = pointTabs.map((id): StateChip => ({ id, label: t(`disinfection.tabs.${id}`), count: counts?.[id], tone: chipTone[id] ?? 'off' }))
  const none = counts !== undefined && counts.all + counts.closed === 0 && !at['area'] && !kind
  const figures = counts && { times: f.number(counts.times), squareMetres: f.number(counts.squareMetres), n: counts.terminal }
  return (
    <ListPage<PointLine>
      title={t('disinfection.title')} sub={figures ? t(figures.n > 0 ? 'disinfection.subTerminal' : 'disinfection.sub', figures) : undefined}
      actions={<>
        <Link to={'/disinfection/terminal' as never}><Button {...(counts?.terminal ? { danger: true } : {})}>{t(counts?.terminal ? 'disinfection.page.terminalN' : 'disinfection.page.terminal', { n: counts?.terminal ?? 0 })}</Button></Link>
        <Link to={'/disinfection/records' as never}><Button>{t('disinfection.page.records')}</Button></Link>
        {may('disinfection.keep') ? <><Link to={'/disinfection/labels' as never} search={(at['area'] ? { area: at['area'] } : {}) as never}><Button>{t('disinfection.page.labels')}</Button></Link><Link to={'/disinfection/add' as never} search={(at['area'] ? { area: at['area'] } : {}) as never}><Button type="primary">{t('disinfection.page.add')}</Button></Link></> : null}
      </>}
      chips={<Chips label={t('disinfection.list.standing')} chips={chips} on={at['text'] ? '' : tab} onPick={(next) => go({ tab: next, text: undefined, open: undefined })} />}
      filters={<>
        <Search key={at['text'] ?? ''} text={at['text'] ?? ''} onSearch={(text) => go({ text, open: undefined })} />
        <Select allowClear style={{ minWidth: 130 }} aria-label={t('disinfection.list.kind')} placeholder={t('disinfection.list.allKinds')} value={kind ?? null} options={pointKinds.map((value) => ({ value, label: t(`disinfection.kinds.${value}`) }))} onChange={(value?: string | null) => go({ kind: value ?? undefined, open: undefined })} />
        <span style={{ flex: '1 1 160px', maxWidth: 240 }}><AreaPicker size="middle" label={t('disinfection.list.within')} placeholder={t('disinfection.list.within')} value={at['area']} onChange={(area) => go({ area, open: undefined })} /></span>
      </>}
      list={list} idOf={(p) => p.pointId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })} panel={(id) => <PointPanel key={id} pointId={id} onGone={() => go({ open: undefined })} />}
      empty={at['text'] ? { title: t('disinfection.notFound'), hint: t('disinfection.notFoundHint') } : none ? { title: t('disinfection.empty.all'), hint: may('disinfection.keep') && t('disinfection.emptyHint') } : { title: t(`disinfection.empty.${tab}`) }}
    >
      {places.length > 0 && !at['area'] && !at['text'] && !at['open'] ? <Places places={places} onPick={(area, next) => go({ area, tab: next, open: undefined })} /> : null}
    </ListPage>
  )
}

/** 各处今日: the worst first, with the telephone beside what is late. */
function Places({ places, onPick }: { places: readonly DisinfectionPlace[]; onPick: (areaId: string, tab: PointTab) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [all, setAll] = useState(false)
  const shown = all ? places : places.slice(0, 5)
  return (
    <section className="paper disinfect-scroll" aria-label={t('disinfection.places.title')}>
      <table className="disinfect-places">
        <thead><tr><th>{t('disinfection.places.title')}</th>{(['late', 'open', 'points', 'times', 'squareMetres'] as const).map((key) => <th key={key}>{t(`disinfection.places.${key}`)}</th>)}</tr></thead>
        <tbody>{shown.map((one) => (
          <tr key={one.areaId}>
            <td><button type="button" className="tool-word" aria-label={t('disinfection.places.see', { name: one.name })} onClick={() => onPick(one.areaId, one.late > 0 ? 'late' : 'open')}><b>{one.name}</b></button>{one.terminal > 0 ? <span className="bad-ink small"> {t('disinfection.places.terminal', { n: one.terminal })}</span> : null}
              <br /><span className="muted small">{one.keeper ? `${t('disinfection.places.keeper', { name: one.keeper })} ` : ''}{one.phone ? <a href={`tel:${one.phone}`}>{t('disinfection.places.call', { phone: one.phone })}</a> : one.late > 0 ? t('disinfection.places.noPhone') : ''}</span></td>
            <td>{one.late > 0 ? <b className="bad-ink">{f.number(one.late)}</b> : 0}</td><td>{one.open === 0 && one.points > 0 ? t('disinfection.places.allDone') : f.number(one.open)}</td><td>{f.number(one.points)}</td><td>{f.number(one.times)}</td><td>{f.number(one.squareMetres)}</td>
          </tr>
        ))}</tbody>
      </table>
      {places.length > shown.length ? <Button type="link" size="small" onClick={() => setAll(true)}>{t('reporting.page.loadMore')}</Button> : null}
    </section>
  )
}

function Search({ text, onSearch }: { text: string; onSearch: (text: string | undefined) => void }): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState(text)
  return <Input.Search style={{ flex: '1 1 150px', maxWidth: 210 }} allowClear maxLength={40} placeholder={t('disinfection.list.search')} aria-label={t('disinfection.list.search')} value={typed} onChange={(event) => setTyped(event.target.value)} onSearch={(next) => onSearch(next.trim() || undefined)} />
}

function useColumns(): TableColumnsType<PointLine> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'point', title: t('disinfection.list.point'), render: (_, p) => <><b>{p.building}{p.name}</b> <span className="dim small">{t(`disinfection.kinds.${p.kind}`)}</span><br /><span className="muted small">{p.placeName}</span></> },
    { key: 'today', title: t('disinfection.list.today'), render: (_, p) => <><span className="nowrap">{t('disinfection.list.times', { done: p.doneToday, all: p.timesADay })}</span> <StandingOf point={p} /></> },
    { key: 'last', title: t('disinfection.list.last'), render: (_, p) => <span className="muted small" {...(p.lastAt ? { title: f.at(p.lastAt) } : {})}>{p.lastAt ? f.when(p.lastAt) : t('disinfection.list.never')}</span> },
    { key: 'squareMetres', title: t('disinfection.list.squareMetres'), align: 'right', render: (_, p) => f.number(p.squareMetres) },
  ]
}
