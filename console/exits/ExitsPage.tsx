import { Button, Input, Select, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { columns } from '../../modules/exits/columns.ts'
import { exitsApi, exitTabs, type ExitLine, type ExitTab } from '../../modules/exits/contract.ts'
import { exitKinds } from '../../modules/policies/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { exitsAsked } from './asked.ts'
import { CertifySelected } from './Certifying.tsx'
import { ExitCard } from './ExitCard.tsx'
import { endTone, toneOf } from './tones.ts'
import './exits.css'

const chipTone: Partial<Record<ExitTab, Tone>> = { toDecide: 'soon', certificateDue: 'soon', late: 'bad' }
const EVERY_MS = 60_000

/** 出入 · 外出申请: who asks to go out, by which reason, and how far it has come. */
export default function ExitsPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const [at, go] = useAddress()
  const first: ExitTab = may('exits.certify') ? 'certificateDue' : may('exits.decide') ? 'toDecide' : 'all'
  const asked = exitsAsked(at, first)
  const tab = asked.tab ?? first
  const counts = useQueryOf(exitsApi.exitCounts, { ...(asked.areaId ? { areaId: asked.areaId } : {}), ...(asked.kind ? { kind: asked.kind } : {}) }, { keep: true, every: EVERY_MS }).data
  const ofKind = asked.kind ?? 'migrantWork'
  const left = counts?.gone[ofKind]
  const list = useTable(exitsApi.listExits, columns.listExits, asked, { every: EVERY_MS })
  const chips = exitTabs.map((id): StateChip => ({ id, label: t(`exits.tabs.${id}`), count: counts?.tabs[id], tone: chipTone[id] ?? 'off' }))
  return (
    <ListPage<ExitLine>
      title={t('exits.title')} sub={left ? t(left.persons === left.requests ? 'exits.sub' : 'exits.subRequests', { n: f.number(left.persons), requests: f.number(left.requests), kind: t(`exits.exitKind.${ofKind}`) }) : undefined}
      actions={may('exits.apply') ? <span className="row"><Link to={'/exits/bulk' as never}><Button>{t('exits.bulk.button')}</Button></Link><Link to={'/exits/new' as never}><Button type="primary">{t('exits.form.title')}</Button></Link></span> : undefined}
      chips={<Chips label={t('exits.list.state')} chips={chips} on={at['text'] ? '' : tab} onPick={(next) => go({ tab: next, text: undefined, open: undefined })} />}
      filters={<>
        <Search key={at['text'] ?? ''} text={at['text'] ?? ''} onSearch={(text) => go({ text, open: undefined })} />
        <Select allowClear style={{ minWidth: 150 }} aria-label={t('exits.list.kind')} placeholder={t('exits.list.allKinds')} value={asked.kind ?? null} options={exitKinds.map((value) => ({ value, label: t(`exits.kinds.${value}`) }))} onChange={(kind?: string | null) => go({ kind: kind ?? undefined, open: undefined })} />
        <span style={{ flex: '1 1 160px', maxWidth: 240 }}><AreaPicker size="middle" label={t('exits.list.place')} placeholder={t('exits.list.place')} value={at['area']} onChange={(area) => go({ area, open: undefined })} /></span>
      </>}
      list={list} idOf={(one) => one.exitId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })} panel={(id) => <ExitCard key={id} exitId={id} />}
      {...(tab === 'certificateDue' && !at['text'] && may('exits.certify') ? { selection: (rows: ExitLine[], clear: () => void) => <CertifySelected rows={rows} onDone={clear} /> } : {})}
      empty={at['text'] ? { title: t('exits.list.notFound'), hint: t('exits.list.notFoundHint') } : { title: t(`exits.tabsEmpty.${tab}`), hint: t('exits.emptyHint') }}
    />
  )
}

function Search({ text, onSearch }: { text: string; onSearch: (text: string | undefined) => void }): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState(text)
  return <Input.Search style={{ flex: '1 1 140px', maxWidth: 200 }} allowClear maxLength={40} placeholder={t('exits.list.search')} aria-label={t('exits.list.search')} value={typed} onChange={(event) => setTyped(event.target.value)} onSearch={(next) => onSearch(next.trim() || undefined)} />
}

function useColumns(): TableColumnsType<ExitLine> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'person', title: t('exits.list.person'), render: (_, e) => <><b>{e.name}</b> <span className="dim">{e.sex ? t(`people.sexes.${e.sex}`) : ''} {e.age ?? ''}</span><br /><span className="muted small">{e.address}</span></> },
    { key: 'kind', title: t('exits.list.kind'), render: (_, e) => <>{t(`exits.kinds.${e.kind}`)}<br /><span className="muted small">{e.employer ?? ''}</span></> },
    { key: 'destination', title: t('exits.list.destination'), render: (_, e) => <>{e.destinationName}{e.plate && e.seatNo ? <><br /><span className="muted small nowrap">{e.plate} · {t('exits.transport.seatNo', { n: e.seatNo })}</span></> : null}</> },
    { key: 'leaves', title: t('exits.list.leaves'), align: 'right', render: (_, e) => <>{f.day(e.leavesOn)}{e.untilOn ? <><br /><span className="muted small">– {f.day(e.untilOn)}</span></> : null}</> },
    { key: 'state', title: t('exits.list.state'), render: (_, e) => <StateOf line={e} /> },
    { key: 'applied', title: t('exits.list.applied'), align: 'right', render: (_, e) => <><time className="nowrap" dateTime={e.appliedAt} title={f.at(e.appliedAt)}>{f.when(e.appliedAt)}</time><br /><span className="muted small">{t(`exits.channel.${e.channel}`)}</span></> },
    { key: 'bus', title: t('exits.list.bus'), render: (_, e) => (e.plate ? `${e.plate} · ${e.seatNo ?? ''}` : '') },
    { key: 'phone', title: t('exits.list.phone'), render: (_, e) => e.phoneMasked },
    { key: 'document', title: t('exits.list.document'), render: (_, e) => e.documentMasked },
  ]
}

export function StateOf({ line }: { line: Pick<ExitLine, 'state' | 'ended' | 'late' | 'dueBackAt' | 'notBackReason'> }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return <><StateTag tone={line.late ? 'bad' : line.ended ? endTone[line.ended] : toneOf[line.state]}>{t(line.late ? 'exits.late' : line.ended ? `exits.ended.${line.ended}` : `exits.states.${line.state}`)}</StateTag>{line.dueBackAt ? <><br /><span className="muted small">{[t('exits.card.dueBack', { time: f.when(line.dueBackAt) }), line.notBackReason].filter(Boolean).join(' · ')}</span></> : null}</>
}
