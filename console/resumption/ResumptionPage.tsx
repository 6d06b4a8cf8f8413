import { Button, Input, Select, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { trades } from '../../modules/policies/contract.ts'
import { columns } from '../../modules/resumption/columns.ts'
import { businessKinds, businessTabs, resumptionApi, type BusinessLine, type BusinessTab } from '../../modules/resumption/contract.ts'
import { isIdle } from '../../modules/resumption/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import type { Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { OnlyThese } from '../../ui/OnlyThese.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { businessesAsked, FIRST } from './asked.ts'
import { BusinessCard } from './BusinessCard.tsx'
import { BusinessForm } from './BusinessForm.tsx'
import { CheckMany } from './CheckMany.tsx'
import { Figures } from './Figures.tsx'
import { NextOf, StateOf } from './StateOf.tsx'
import './resumption.css'

const chipTone: Partial<Record<BusinessTab, Tone>> = { toCheck: 'soon', recheck: 'soon', noReason: 'soon', suspended: 'bad' }
const withFigures: readonly BusinessTab[] = ['all', 'notResumed', 'noReason']
const EVERY_MS = 60_000

/** 辖区 · 复工复产: who has resumed, who has not and why, and whom to look at. */
export default function ResumptionPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const [at, go] = useAddress()
  const asked = businessesAsked(at, f.today)
  const { tab: _tab, text: _text, ...cut } = asked
  const tab = asked.tab ?? FIRST
  const figures = useQueryOf(resumptionApi.resumptionFigures, cut, { keep: true, every: EVERY_MS }).data
  const list = useTable(resumptionApi.listBusinesses, columns.listBusinesses, asked, { every: EVERY_MS })
  const chips = businessTabs.map((id): StateChip => ({ id, label: t(`resumption.tabs.${id}`), count: figures?.tabs[id], tone: chipTone[id] ?? 'off' }))
  const whole = !cut.kind && !cut.trade && !cut.why
  /** Chosen to be checked together: they stand in the panel in place of a card. */
  const [together, setTogether] = useState<{ rows: BusinessLine[]; clear: () => void }>()
  const nobody = figures !== undefined && figures.enterprises + figures.soleTraders === 0 && whole
  return (
    <ListPage<BusinessLine>
      title={t('resumption.title')} sub={figures && whole && !nobody ? t('resumption.sub', { enterprises: f.number(figures.enterprises), soleTraders: f.number(figures.soleTraders), resumed: f.number(figures.tabs.resumed), notResumed: f.number(figures.tabs.notResumed) }) : undefined}
      actions={may('resumption.keep') ? <><Link to={'/resumption/list' as never}><Button>{t('resumption.bulk.button')}</Button></Link><Button type="primary" onClick={() => go({ open: 'new' })}>{t('resumption.form.button')}</Button></> : undefined}
      chips={<Chips label={t('resumption.list.state')} chips={chips} on={at['text'] ? '' : tab} onPick={(next) => go({ tab: next, text: undefined, why: undefined, open: undefined })} />}
      filters={<Filters />}
      list={list} idOf={(b) => b.businessId} columns={useColumns()} open={together ? 'together' : at['open']} onOpen={(open) => { setTogether(undefined); go({ open }) }}
      panel={(id) => (together ? <CheckMany key={together.rows.map((row) => row.businessId).join()} rows={together.rows} onDone={() => { together.clear(); setTogether(undefined) }} /> : id === 'new' ? <BusinessForm onDone={(businessId) => go({ open: businessId })} /> : <BusinessCard key={id} businessId={id} />)}
      {...(may('resumption.keep') && tab !== 'closed' && !asked.asOf ? { selection: (rows: BusinessLine[], clear: () => void) => <Button type="primary" onClick={() => setTogether({ rows, clear })}>{t('resumption.many.button', { n: rows.length })}</Button> } : {})}
      empty={at['text'] ? { title: t('resumption.notFound'), hint: t('resumption.notFoundHint') } : nobody ? { title: t('resumption.empty.all'), hint: may('resumption.keep') && t('resumption.emptyHint') } : { title: t(`resumption.empty.${tab}`) }}
    >
      {asked.asOf ? <OnlyThese what={t('resumption.asOf', { time: f.when(asked.asOf) })} onAll={() => go({ at: undefined, open: undefined })} /> : null}
      {figures && !at['text'] && (withFigures.includes(tab) || cut.why) ? <Figures of={figures} /> : null}
    </ListPage>
  )
}

function Filters(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const asked = businessesAsked(at, useFormats().today)
  const pick = (key: 'kind' | 'trade', all: string, options: readonly { value: string; label: string }[]) => (
    <Select allowClear style={{ minWidth: 130 }} aria-label={t(`resumption.list.${key}`)} placeholder={all} value={asked[key] ?? null} options={[...options]} onChange={(value?: string | null) => go({ [key]: value ?? undefined, open: undefined })} />
  )
  return (
    <>
      <Search key={at['text'] ?? ''} text={at['text'] ?? ''} onSearch={(text) => go({ text, open: undefined })} />
      {pick('kind', t('resumption.list.allKinds'), businessKinds.map((value) => ({ value, label: t(`resumption.kinds.${value}`) })))}
      {pick('trade', t('resumption.list.allTrades'), trades.map((value) => ({ value, label: t(`resumption.trades.${value}`) })))}
      <span style={{ flex: '1 1 160px', maxWidth: 240 }}><AreaPicker size="middle" label={t('resumption.list.place')} placeholder={t('resumption.list.place')} value={at['area']} onChange={(area) => go({ area, open: undefined })} /></span>
    </>
  )
}

function Search({ text, onSearch }: { text: string; onSearch: (text: string | undefined) => void }): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState(text)
  return <Input.Search style={{ flex: '1 1 140px', maxWidth: 200 }} allowClear maxLength={40} placeholder={t('resumption.list.search')} aria-label={t('resumption.list.search')} value={typed} onChange={(event) => setTyped(event.target.value)} onSearch={(next) => onSearch(next.trim() || undefined)} />
}

function useColumns(): TableColumnsType<BusinessLine> {
  const t = useWords()
  return [
    { key: 'business', title: t('resumption.list.business'), render: (_, b) => <><b>{b.name}</b> <span className="dim small">{t(`resumption.kinds.${b.kind}`)}</span><br /><span className="muted small">{[b.areaName, b.address].filter(Boolean).join(' · ')}</span></> },
    { key: 'trade', title: t('resumption.list.trade'), render: (_, b) => t(`resumption.trades.${b.trade}`) },
    { key: 'state', title: t('resumption.list.state'), render: (_, b) => <StateOf state={b.state} /> },
    { key: 'reason', title: t('resumption.list.reason'), render: (_, b) => <ReasonOf b={b} /> },
    { key: 'look', title: t('resumption.list.look'), render: (_, b) => <NextOf b={b} /> },
    { key: 'contact', title: t('resumption.list.contact'), render: (_, b) => <>{b.contactName}<br /><span className="muted small">{b.phoneMasked}</span></> },
    { key: 'staff', title: t('resumption.list.staff'), align: 'right', render: (_, b) => b.staff },
    { key: 'code', title: t('resumption.list.code'), render: (_, b) => b.creditCode },
  ]
}

export function ReasonOf({ b }: { b: Pick<BusinessLine, 'state' | 'reason' | 'reasonNote'> }): ReactNode {
  const t = useWords()
  if (!isIdle(b.state)) return null
  return b.reason ? <>{t(`resumption.reasons.${b.reason}`)}{b.reasonNote ? <><br /><span className="muted small">{b.reasonNote}</span></> : null}</> : <span className="soon-ink small">{t('resumption.list.noReason')}</span>
}
