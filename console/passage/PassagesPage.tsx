import { Input, Select, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { passageApi, passageTabs, type Passage } from '../../modules/passage/contract.ts'
import { columns } from '../../modules/passage/columns.ts'
import { plateText } from '../../modules/people/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { usePassageWords } from '../../ui/passage-words.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { DayInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'
import { Flow } from './Flow.tsx'
import { PassagePanel } from './PassagePanel.tsx'
import { toneOf } from './tones.ts'
import './passage.css'

type Tab = (typeof passageTabs)[number]
const tones: Partial<Record<Tab, Tone>> = { toSettle: 'bad', differs: 'soon' }
const EVERY_MS = 30_000

/** 出入 · 进出记录: who passed where and when, and why they were let through or not. */
export default function PassagesPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const tab: Tab = passageTabs.find((one) => one === at['tab']) ?? 'all'
  const period = { ...(at['area'] ? { areaId: at['area'] } : {}), ...(at['gate'] ? { gateId: at['gate'] } : {}), ...(at['from'] ? { from: at['from'] } : {}), ...(at['to'] ? { to: at['to'] } : {}) }
  const counts = useQueryOf(passageApi.passageCounts, period, { keep: true, every: EVERY_MS }).data
  const open = useQueryOf(passageApi.patternCounts, {}, { keep: true, every: 60_000 }).data?.open ?? 0
  const list = useTable(passageApi.listPassages, columns.listPassages, { tab, ...period, ...(at['q'] ? { q: at['q'] } : {}) }, { every: EVERY_MS })
  const chips = passageTabs.map((id): StateChip => ({ id, label: t(`passage.tabs.${id}`), count: counts?.[id], tone: tones[id] ?? 'off' }))
  return (
    <ListPage<Passage>
      title={t('passage.page.title')} sub={t('passage.page.sub')}
      actions={<><Link to="/passages/present">{t('passage.page.present')}</Link><Link to="/passages/patterns" className={open > 0 ? 'bad-ink' : ''}>{open > 0 ? t('passage.page.patterns', { n: open }) : t('passage.page.noPatterns')}</Link></>}
      chips={<Chips label={t('passage.columns.result')} chips={chips} on={tab} onPick={(next) => go({ tab: next, open: undefined })} />}
      filters={<Filters />}
      list={list} idOf={(p) => p.eventId} columns={useColumns()}
      open={at['open']} onOpen={(id) => go({ open: id })}
      panel={(id) => <PassagePanel key={id} eventId={id} />}
      empty={{ title: t(`passage.page.empty.${tab}`), hint: t('passage.page.emptyHint') }}
    >
      <Flow areaId={at['area']} gateId={at['gate']} />
    </ListPage>
  )
}

function Filters(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const gates = useQueryOf(passageApi.listGates, { tab: 'all', limit: 200, ...(at['area'] ? { areaId: at['area'] } : {}) }, { staleTime: 60_000 }).data?.items ?? []
  const [typed, setTyped] = useState(at['q'] ?? '')
  useEffect(() => {
    const timer = setTimeout(() => { if (typed !== (at['q'] ?? '')) go({ q: typed.trim() || undefined, open: undefined }) }, 350)
    return () => clearTimeout(timer)
  }, [typed, at, go])
  return (
    <span className="passage-filters">
      <Input value={typed} onChange={(event) => setTyped(event.target.value)} maxLength={60} placeholder={t('passage.page.search')} aria-label={t('passage.page.search')} />
      <AreaPicker size="middle" label={t('passage.page.within')} placeholder={t('passage.page.within')} value={at['area']} onChange={(area) => go({ area, gate: undefined, open: undefined })} />
      <Select
        value={at['gate'] ?? ''} aria-label={t('passage.columns.gate')} onChange={(gate) => go({ gate: gate || undefined, open: undefined })}
        options={[{ value: '', label: t('passage.page.anyGate') }, ...gates.map((g) => ({ value: g.gateId, label: `${g.areaName} ${g.name}` }))]}
      />
      <span className="day-pair">
        <label className="day-field">{t('passage.page.from')}<DayInput filter value={at['from'] ?? ''} onChange={(day) => go({ from: day || undefined })} /></label>
        <label className="day-field">{t('passage.page.to')}<DayInput filter value={at['to'] ?? ''} onChange={(day) => go({ to: day || undefined })} /></label>
      </span>
    </span>
  )
}

function useColumns(): TableColumnsType<Passage> {
  const t = useWords()
  const f = useFormats()
  const words = usePassageWords()
  return [
    { key: 'time', title: t('passage.columns.time'), render: (_, p) => <><time className="nowrap" dateTime={p.at} title={f.at(p.at)}>{f.when(p.at)}</time><br /><span className="muted small">{p.areaName} <span className="nowrap">{p.gateName}</span></span></> },
    { key: 'who', title: t('passage.columns.who'), render: (_, p) => <><b>{words.who(p)}</b> {p.companions > 0 ? <span className="dim small">{t('passage.page.together', { n: p.companions })}</span> : null}<br /><span className="muted small">{[p.address, p.plate ? plateText(p.plate) : ''].filter(Boolean).join(' · ')}</span></> },
    { key: 'way', title: t('passage.columns.way'), render: (_, p) => <>{t(`passage.directions.${p.direction}`)}<br /><span className="muted small">{p.emergency ? t(`passage.emergencies.${p.emergency}`) : p.purpose ? t(`passage.purposes.${p.purpose}`) : ''}</span></> },
    { key: 'temperature', title: t('passage.columns.temperature'), align: 'right', render: (_, p) => p.temperature?.toFixed(1) ?? <span className="dim">{t('passage.card.notMeasured')}</span> },
    { key: 'result', title: t('passage.columns.result'), render: (_, p) => <Result passage={p} why={words.reason(p.reason)} /> },
    { key: 'keeper', title: t('passage.columns.keeper'), render: (_, p) => <span className="small">{p.keeperName}</span> },
  ]
}

function Result({ passage: p, why }: { passage: Passage; why: string }): ReactNode {
  const t = useWords()
  const marks = [p.takenBackAt ? t('passage.page.takenBack') : '', p.differs ? t('passage.page.differs') : '', p.outcome === 'refer' && p.settledAt === null && p.takenBackAt === null ? t('passage.page.toSettle') : '', p.settledAt ? t('passage.page.settled') : ''].filter(Boolean)
  return <><StateTag tone={p.takenBackAt || p.settledAt ? 'off' : toneOf[p.outcome]}>{t(`passage.outcomes.${p.outcome}`)}</StateTag> {marks.map((mark) => <span key={mark} className="small soon-ink">{mark} </span>)}<br /><span className="muted small">{why}</span></>
}
