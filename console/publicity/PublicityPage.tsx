import { Button, Input, Select, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { columns } from '../../modules/publicity/columns.ts'
import { announcementKind, announcementKinds, announcementTab, announcementTabs, publicityApi, type AnnouncementLine, type AnnouncementTab } from '../../modules/publicity/contract.ts'
import { useAddress } from '../../ui/address.ts'
import type { Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useNow } from '../../ui/now.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { AnnouncementPanel } from './AnnouncementPanel.tsx'
import { StandingOf, ToldOf, useValidity } from './standing.tsx'
import './publicity.css'

const chipTone: Partial<Record<AnnouncementTab, Tone>> = { toTell: 'soon', inForce: 'good' }
const EVERY_MS = 30_000

/** 辖区 · 公告宣传: what holds, who says so, until when, and where it was not told yet. */
export default function PublicityPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const tab = announcementTab.safeParse(at['tab']).data ?? 'inForce'
  const kind = announcementKind.safeParse(at['kind']).data
  const text = at['text']
  const counts = useQueryOf(publicityApi.announcementCounts, kind ? { kind } : {}, { keep: true, every: EVERY_MS }).data
  const list = useTable(publicityApi.listAnnouncements, columns.listAnnouncements, { tab: text ? 'all' : tab, ...(kind ? { kind } : {}), ...(text ? { text } : {}) }, { every: EVERY_MS })
  const tabs = may('publicity.issue') ? announcementTabs : announcementTabs.filter((one) => one !== 'draft')
  const chips = tabs.map((id): StateChip => ({ id, label: t(`publicity.tabs.${id}`), count: counts?.[id], tone: chipTone[id] ?? 'off' }))
  return (
    <ListPage<AnnouncementLine>
      title={t('publicity.title')} sub={counts ? t(counts.toTell > 0 ? 'publicity.sub' : 'publicity.subNone', { toTell: counts.toTell, inForce: counts.inForce }) : undefined}
      actions={<>
        <Link to={'/publicity/records' as never} search={(counts?.takeDown ? { tab: 'takeDown' } : {}) as never}><Button>{t(counts?.takeDown ? 'publicity.page.takeDown' : 'publicity.page.records', { n: counts?.takeDown ?? 0 })}</Button></Link>
        <Link to={'/publicity/board' as never}><Button>{t('publicity.page.board')}</Button></Link>
        {may('publicity.issue') ? <Link to={'/publicity/new' as never}><Button type="primary">{t('publicity.page.write')}</Button></Link> : null}
      </>}
      chips={<Chips label={t('publicity.list.standing')} chips={chips} on={text ? '' : tab} onPick={(next) => go({ tab: next, text: undefined, open: undefined })} />}
      filters={<>
        <Search key={text ?? ''} text={text ?? ''} onSearch={(next) => go({ text: next, open: undefined })} />
        <Select allowClear style={{ minWidth: 130 }} aria-label={t('publicity.list.kind')} placeholder={t('publicity.list.allKinds')} value={kind ?? null} options={announcementKinds.map((value) => ({ value, label: t(`publicity.kinds.${value}`) }))} onChange={(value?: string | null) => go({ kind: value ?? undefined, open: undefined })} />
      </>}
      list={list} idOf={(a) => a.announcementId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })} panel={(id) => <AnnouncementPanel key={id} announcementId={id} onGone={() => go({ open: undefined })} />}
      empty={text ? { title: t('publicity.notFound'), hint: t('publicity.notFoundHint') } : { title: t(`publicity.empty.${tab}`), hint: tab !== 'toTell' && may('publicity.issue') && t('publicity.emptyHint') }}
    />
  )
}

function Search({ text, onSearch }: { text: string; onSearch: (text: string | undefined) => void }): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState(text)
  return <Input.Search style={{ flex: '1 1 150px', maxWidth: 230 }} allowClear maxLength={40} placeholder={t('publicity.list.search')} aria-label={t('publicity.list.search')} value={typed} onChange={(event) => setTyped(event.target.value)} onSearch={(next) => onSearch(next.trim() || undefined)} />
}

function useColumns(): TableColumnsType<AnnouncementLine> {
  const t = useWords()
  const f = useFormats()
  const validity = useValidity()
  const now = useNow()
  return [
    { key: 'title', title: t('publicity.list.title'), render: (_, a) => <><b>{a.title}</b> <span className="dim small nowrap">{t(`publicity.kinds.${a.kind}`)}</span><br /><StandingOf standing={a.standing} /> <span className="muted small">{validity(a)}</span></> },
    { key: 'source', title: t('publicity.list.source'), render: (_, a) => <>{a.source}<br /><span className="muted small">{a.orderNo ?? ''}</span></> },
    { key: 'published', title: t('publicity.list.published'), render: (_, a) => <span className="muted small nowrap" {...(a.publishedAt ? { title: f.at(a.publishedAt) } : {})}>{a.publishedAt ? f.when(a.publishedAt) : ''}</span> },
    { key: 'told', title: t('publicity.list.told'), render: (_, a) => (a.standing === 'draft' ? '' : <><ToldOf telling={a.telling} asked={a.tellBy !== null} />{a.tellBy && a.telling.told < a.telling.places && a.standing === 'inForce' ? <><br /><span className={a.tellBy < now ? 'small nowrap bad-ink' : 'small nowrap'}>{t(a.tellBy < now ? 'publicity.list.wasBy' : 'publicity.list.tellBy', { at: f.at(a.tellBy) })}</span></> : null}</>) },
    { key: 'opened', title: t('publicity.list.opened'), align: 'right', render: (_, a) => f.number(a.opened) },
  ]
}
