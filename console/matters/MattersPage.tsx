import { Button, Input, Select, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { accountsApi } from '../../modules/accounts/contract.ts'
import { columns } from '../../modules/matters/columns.ts'
import { matterKinds, mattersApi, matterTabs, type Matter, type MatterTab } from '../../modules/matters/contract.ts'
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
import { useMay } from '../me.ts'
import { mattersAsked } from './asked.ts'
import { MatterCard } from './MatterCard.tsx'
import { Rates } from './Rates.tsx'
import { StateOf } from './StateOf.tsx'
import { workers } from './workers.ts'
import './matters.css'

const chipTone: Partial<Record<MatterTab, Tone>> = { unassigned: 'soon', overdue: 'bad', toCall: 'soon' }
const EVERY_MS = 60_000

/** 今日 · 事项: what was asked for, who deals with it until when, and whether it helped. */
export default function MattersPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const asked = mattersAsked(at, may('matters.assign') ? 'unassigned' : 'active')
  const { tab, ...filter } = asked
  const counts = useQueryOf(mattersApi.matterCounts, filter, { keep: true, every: EVERY_MS }).data
  const list = useTable(mattersApi.listMatters, columns.listMatters, asked, { every: EVERY_MS })
  const chips = matterTabs.map((id): StateChip => ({ id, label: t(`matters.tabs.${id}`), count: counts?.[id], tone: chipTone[id] ?? 'off' }))
  const rates = at['rates'] !== undefined
  return (
    <ListPage<Matter>
      title={t('matters.title')} sub={t('matters.sub')}
      actions={<span className="row">
        {may('matters.assign') || !may('matters.work') ? <Button aria-expanded={rates} onClick={() => go({ rates: rates ? undefined : 'on', figure: undefined, from: undefined, to: undefined })}>{t(rates ? 'matters.rates.back' : 'matters.rates.open')}</Button> : null}
        {may('links.manage') ? <Link to={'/screening/poster' as never} search={{ of: 'matters' } as never}><Button>{t('matters.poster.title')}</Button></Link> : null}
        {may('matters.work') ? <Link to={'/matters/new' as never}><Button type="primary">{t('matters.form.title')}</Button></Link> : null}
      </span>}
      chips={<Chips label={t('matters.columns.state')} chips={chips} on={tab} onPick={(next) => go({ tab: next, open: undefined })} />}
      filters={<Filters />}
      list={list} idOf={(m) => m.matterId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })} panel={(id) => <MatterCard key={id} matterId={id} />}
      empty={{ title: t(`matters.empty.${tab}`), hint: t('matters.empty.hint') }}
    >
      {rates ? <Rates /> : null}
      {asked.figure ? <OnlyThese what={t('matters.list.figure', { name: t(`matters.rates.figures.${asked.figure}`) })} onAll={() => go({ figure: undefined, open: undefined })} /> : null}
    </ListPage>
  )
}

function Filters(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const [typed, setTyped] = useState(at['text'] ?? '')
  const colleagues = useQueryOf(accountsApi.listColleagues, { roles: [...workers] }, { staleTime: 60_000, enabled: may('matters.assign') }).data?.items ?? []
  const turns = ['me', 'others', ...(at['by'] === 'below' ? ['below'] : [])].map((value) => ({ value, label: t(`matters.list.${value === 'me' ? 'mine' : value}`) }))
  return (
    <>
      <Input.Search style={{ flex: '1 1 150px', maxWidth: 220 }} allowClear maxLength={40} placeholder={t('matters.list.find')} aria-label={t('matters.list.search')} value={typed} onChange={(event) => setTyped(event.target.value)} onSearch={(text) => go({ text: text.trim() || undefined, open: undefined })} />
      <Select allowClear style={{ minWidth: 140 }} aria-label={t('matters.columns.kind')} placeholder={t('matters.list.allKinds')} value={at['kind'] ?? null} options={matterKinds.map((value) => ({ value: value as string, label: t(`matters.kinds.${value}`) }))} onChange={(kind?: string | null) => go({ kind: kind ?? undefined, open: undefined })} />
      <Select allowClear showSearch optionFilterProp="label" style={{ minWidth: 130 }} aria-label={t('matters.list.holder')} placeholder={t('matters.list.holder')} value={at['by'] ?? null} options={[...turns, ...colleagues.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(by?: string | null) => go({ by: by ?? undefined, open: undefined })} />
      <span style={{ flex: '1 1 140px', maxWidth: 220 }}><AreaPicker size="middle" label={t('matters.list.area')} placeholder={t('matters.list.area')} value={at['area']} onChange={(area) => go({ area, open: undefined })} /></span>
    </>
  )
}

function useColumns(): TableColumnsType<Matter> {
  const t = useWords()
  const now = useNow()
  const f = useFormats()
  return [
    { key: 'what', title: t('matters.columns.what'), render: (_, m) => <><b>{t(`matters.kinds.${m.kind}`)}</b> {m.urgent ? <StateTag tone="bad">{t('matters.list.urgent')}</StateTag> : null} {m.repeated ? <StateTag tone="soon">{t('matters.list.repeated')}</StateTag> : null} {m.whistleKind ? <StateTag tone={m.reportedAt === null && m.reportBy !== null && m.reportBy < now ? 'bad' : 'on'}>{t(`matters.whistles.${m.whistleKind}`)}</StateTag> : null}<br /><span className="matter-words">{m.words}</span></> },
    { key: 'place', title: t('matters.columns.place'), render: (_, m) => <>{m.place ?? m.areaName}<br /><span className="muted small">{m.place ? m.areaName : ''}</span></> },
    { key: 'who', title: t('matters.columns.who'), render: (_, m) => <span className="nowrap">{m.name ?? <span className="dim">{t('matters.channels.patrol')}</span>}</span> },
    { key: 'holder', title: t('matters.columns.holder'), render: (_, m) => <span className="nowrap">{m.holderName ?? <span className="dim">{m.doerName ?? t('matters.list.nobody')}</span>}</span> },
    { key: 'due', title: t('matters.columns.clock'), render: (_, m) => <><StateOf matter={m} /><br /><span className="muted small nowrap" title={f.at(m.dueAt)}>{m.closedAt ? f.when(m.closedAt) : m.doneAt ? f.when(m.doneAt) : t('matters.list.due', { time: f.when(m.dueAt) })}</span></> },
    { key: 'registered', title: t('matters.columns.registered'), align: 'right', render: (_, m) => <><time className="nowrap" dateTime={m.registeredAt} title={f.at(m.registeredAt)}>{f.when(m.registeredAt)}</time><br /><span className="muted small nowrap">{t(`matters.channels.${m.channel}`)} · {m.number}</span></> },
    { key: 'phone', title: t('matters.columns.phone'), render: (_, m) => m.phoneMasked },
    { key: 'outcome', title: t('matters.columns.outcome'), render: (_, m) => m.outcome },
    { key: 'satisfaction', title: t('matters.columns.satisfaction'), render: (_, m) => (m.satisfaction ? t(`matters.satisfactions.${m.satisfaction}`) : '') },
  ]
}
