import { Button, Checkbox, Input, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { columns } from '../../modules/supplies/columns.ts'
import { suppliesApi, supplyTab, supplyTabs, type SupplyLine, type SupplyPlace, type SupplyTab } from '../../modules/supplies/contract.ts'
import { isLow } from '../../modules/supplies/rules.ts'
import { useAddress } from '../../ui/address.ts'
import type { Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { StandingOf } from './standing.tsx'
import { SupplyPanel } from './SupplyPanel.tsx'
import '../venues/venues.css'
import './supplies.css'

const chipTone: Partial<Record<SupplyTab, Tone>> = { low: 'soon', expiring: 'soon', expired: 'bad', mismatch: 'bad' }
const EVERY_MS = 60_000

/** 辖区 · 物资: what there is and how long it lasts; a press gives it out. */
export default function SuppliesPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const tab = supplyTab.safeParse(at['tab']).data ?? 'all'
  const cut = at['area'] ? { areaId: at['area'] } : {}
  const toAsk = tab === 'low' && at['toAsk'] === 'true'
  const counts = useQueryOf(suppliesApi.supplyCounts, cut, { keep: true, every: EVERY_MS }).data
  const places = useQueryOf(suppliesApi.supplyPlaces, {}, { keep: true, every: EVERY_MS }).data?.items ?? []
  const list = useTable(suppliesApi.listSupplies, columns.listSupplies, { tab: at['text'] ? 'all' : tab, ...cut, ...(at['text'] ? { text: at['text'] } : {}), ...(toAsk ? { toAsk: 'true' as const } : {}) } as never, { every: EVERY_MS })
  const chips = supplyTabs.map((id): StateChip => ({ id, label: t(`supplies.tabs.${id}`), count: counts?.[id], tone: chipTone[id] ?? 'off' }))
  const waiting = counts && may('supplies.keep') ? (may('supplies.answer') ? counts.asked : counts.sent) : 0
  const keeps = may('supplies.keep') && !at['area']
  const none = counts !== undefined && counts.all + counts.closed === 0
  // Of an office that keeps nothing itself only where its communities stand: chips that all say 0 would speak against the rows above them.
  const overview = none && places.length > 0 && !at['text']
  const sub = counts && !none ? t(waiting > 0 ? (may('supplies.answer') ? 'supplies.subAsked' : 'supplies.subSent') : 'supplies.sub', { all: counts.all, low: counts.low, expired: counts.expired, n: waiting }) : undefined
  return (
    <ListPage<SupplyLine>
      title={t('supplies.title')} sub={sub}
      actions={<>
        <Link to={'/supplies/requests' as never} search={(may('supplies.answer') ? {} : { tab: waiting > 0 ? 'sent' : 'asked' }) as never}><Button {...(waiting > 0 ? { danger: true } : {})}>{t(waiting > 0 ? 'supplies.page.requestsN' : 'supplies.page.requests', { n: waiting })}</Button></Link>
        <Link to={'/supplies/donations' as never} search={cutSearch(at['area'])}><Button>{t('supplies.page.donations')}</Button></Link>
        <Link to={'/supplies/ledger' as never} search={cutSearch(at['area'])}><Button>{t('supplies.page.ledger')}</Button></Link>
        {keeps ? <Link to={'/supplies/add' as never}><Button type="primary">{t('supplies.page.add')}</Button></Link> : null}
      </>}
      chips={overview ? null : <Chips label={t('supplies.list.standing')} chips={chips} on={at['text'] ? '' : tab} onPick={(next) => go({ tab: next, text: undefined, toAsk: undefined, open: undefined })} />}
      filters={overview ? null : <>
        <Search key={at['text'] ?? ''} text={at['text'] ?? ''} onSearch={(text) => go({ text, open: undefined })} />
        {tab === 'low' ? <Checkbox checked={toAsk} onChange={(event) => go({ toAsk: event.target.checked ? 'true' : undefined, open: undefined })}>{t('supplies.list.toAsk')}</Checkbox> : null}
      </>}
      list={list as never} idOf={(i) => i.itemId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open, do: undefined })} panel={(id) => <SupplyPanel key={id} itemId={id} first={at['do']} onGone={() => go({ open: undefined })} />}
      empty={at['text'] ? { title: t('supplies.notFound'), hint: t('supplies.notFoundHint') } : none ? { title: t('supplies.empty.all'), hint: keeps && places.length === 0 ? t('supplies.emptyHint') : places.length > 0 ? t('supplies.emptyOther') : undefined, action: keeps ? <Link to={'/supplies/add' as never}><Button type="primary">{t('supplies.page.add')}</Button></Link> : undefined } : { title: t(`supplies.empty.${tab}`) }}
    >
      {places.length > 0 && !at['text'] && !at['open'] ? <Places places={places} on={at['area']} onPick={(area, next) => go({ area, tab: next, toAsk: undefined, open: undefined })} /> : null}
    </ListPage>
  )
}
const cutSearch = (area: string | undefined) => (area ? { area } : {}) as never

/** 各社区: where something is short, and who has asked. */
function Places({ places, on, onPick }: { places: readonly SupplyPlace[]; on: string | undefined; onPick: (areaId: string | undefined, tab: SupplyTab) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const bad = (n: number) => (n > 0 ? <b className="bad-ink">{f.number(n)}</b> : 0)
  return (
    <section className="paper supply-scroll" aria-label={t('supplies.places.title')}>
      <table className="supply-places">
        <thead><tr><th>{t('supplies.places.title')}</th>{(['items', 'low', 'expired', 'asked', 'sent'] as const).map((key) => <th key={key}>{t(`supplies.places.${key}`)}</th>)}</tr></thead>
        <tbody>{places.map((one) => (
          <tr key={one.areaId} {...(on === one.areaId ? { className: 'open-row' } : {})}>
            <td><button type="button" className="tool-word" aria-pressed={on === one.areaId} aria-label={t('supplies.places.see', { name: one.name })} onClick={() => onPick(on === one.areaId ? undefined : one.areaId, on === one.areaId ? 'all' : one.low > 0 ? 'low' : 'all')}><b>{one.name}</b></button></td>
            <td>{f.number(one.items)}</td><td>{bad(one.low)}</td><td>{bad(one.expired)}</td><td>{one.asked > 0 ? <Link to={'/supplies/requests' as never} search={{ area: one.areaId } as never}>{f.number(one.asked)}</Link> : 0}</td><td>{f.number(one.sent)}</td>
          </tr>
        ))}</tbody>
      </table>
    </section>
  )
}

function Search({ text, onSearch }: { text: string; onSearch: (text: string | undefined) => void }): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState(text)
  return <Input.Search style={{ flex: '1 1 150px', maxWidth: 210 }} allowClear maxLength={40} placeholder={t('supplies.list.search')} aria-label={t('supplies.list.search')} value={typed} onChange={(event) => setTyped(event.target.value)} onSearch={(next) => onSearch(next.trim() || undefined)} />
}

function useColumns(): TableColumnsType<SupplyLine> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'name', title: t('supplies.list.name'), render: (_, i) => <><b>{i.name}</b><br /><span className="muted small">{i.spec}</span></> },
    { key: 'balance', title: t('supplies.list.balance'), align: 'right', render: (_, i) => <span className="nowrap"><b className={i.mismatch || i.usable <= 0 && i.least > 0 ? 'bad-ink' : ''}>{f.number(i.balance)}</b> {i.unit}<br /><span className="muted small">{i.asked !== null ? t('supplies.list.asked', { n: f.number(i.asked) }) : t('supplies.list.leastOf', { n: f.number(i.least) })}</span></span> },
    { key: 'standing', title: t('supplies.list.standing'), render: (_, i) => <StandingOf item={i} /> },
    { key: 'days', title: t('supplies.list.days'), align: 'right', render: (_, i) => (i.days === null ? <span className="dim">—</span> : <span className={`nowrap ${isLow(i) ? 'soon-ink' : ''}`}>{t('supplies.list.ofDays', { n: f.number(i.days) })}</span>) },
    { key: 'expiresOn', title: t('supplies.list.expiresOn'), render: (_, i) => (i.expiresOn ? <span className="nowrap">{i.expiresOn}{i.expired > 0 ? <><br /><span className="bad-ink small">{t('supplies.list.expiredOf', { n: f.number(i.expired) })}</span></> : i.expiring > 0 ? <><br /><span className="soon-ink small">{t('supplies.list.soonOf', { n: f.number(i.expiring) })}</span></> : null}</span> : <span className="dim">—</span>) },
  ]
}
