import { Button, Input, type TableColumnsType } from 'antd'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { columns } from '../../modules/passes/columns.ts'
import { passesApi, passTabs, type PassLine, type PassState, type PassTab } from '../../modules/passes/contract.ts'
import { plateText } from '../../modules/people/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { lastDayOf, usePassWords } from '../../ui/passes.ts'
import { useTable } from '../../ui/list/table.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { PassPanel } from './PassPanel.tsx'
import './passes.css'

export const toneOf: Readonly<Record<PassState, Tone>> = { waiting: 'soon', early: 'off', valid: 'on', suspended: 'bad', expired: 'off', revoked: 'off', declined: 'off' }
const chipTone: Partial<Record<PassTab, Tone>> = { suspended: 'bad', expiring: 'soon' }

/** 出入 · 通行证: whose, in what state, until when. */
export default function PassesPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const [at, go] = useAddress()
  const tab: PassTab = passTabs.find((one) => one === at['tab']) ?? 'all'
  const area = at['area'] ? { areaId: at['area'] } : {}
  const counts = useQueryOf(passesApi.passCounts, area, { keep: true, every: 60_000 }).data
  const list = useTable(passesApi.listPasses, columns.listPasses, { tab, ...area, ...(at['text'] ? { text: at['text'] } : {}), ...(at['household'] ? { householdId: at['household'] } : {}) }, { every: 60_000 })
  const chips = passTabs.map((id): StateChip => ({ id, label: t(`passes.tabs.${id}`), count: counts?.[id], tone: chipTone[id] ?? 'off' }))
  const print = (rows: readonly PassLine[]) => navigate({ to: '/passes/print' as never, search: { ids: rows.map((row) => row.passId).join(',') } as never })
  return (
    <ListPage<PassLine>
      title={t('passes.title')} sub={t('passes.sub')}
      actions={<Begin tab={tab} />}
      chips={<Chips label={t('passes.page.state')} chips={chips} on={at['text'] || at['household'] ? '' : tab} onPick={(next) => go({ tab: next, text: undefined, household: undefined, open: undefined })} />}
      filters={<><Search key={at['text'] ?? ''} text={at['text'] ?? ''} onSearch={(text) => go({ text, open: undefined })} /><span style={{ flex: '1 1 160px', maxWidth: 240 }}><AreaPicker size="middle" label={t('passes.page.place')} placeholder={t('passes.page.place')} value={at['area']} onChange={(areaId) => go({ area: areaId, open: undefined })} /></span></>}
      list={list} idOf={(pass) => pass.passId} columns={useColumns()}
      open={at['open']} onOpen={(open) => go({ open })}
      panel={(id) => <PassPanel key={id} passId={id} />}
      {...(may('passes.issue') && tab !== 'visitors' ? { selection: (rows: PassLine[]) => <Button type="primary" onClick={() => void print(rows)}>{t('passes.page.printThese', { n: rows.length })}</Button> } : {})}
      empty={at['text'] || at['household'] ? { title: t('passes.form.none'), hint: t('passes.page.notFound') } : { title: t(`passes.page.empty.${tab}`), hint: tab === 'visitors' ? may('passes.visitors') && t('passes.page.emptyVisitors') : may('passes.issue') && (tab === 'all' || tab === 'valid' ? t('passes.page.emptyHint') : tab === 'vehicles' && t('passes.page.emptyVehicles')) }}
    />
  )
}

/** What can be begun here; on the visitors' tab it is a visitor. */
function Begin({ tab }: { tab: PassTab }): ReactNode {
  const t = useWords()
  const may = useMay()
  const visitor = may('passes.visitors') && (tab === 'visitors' || !may('passes.issue'))
  return (
    <>
      {may('passes.issue') ? <Link to={'/passes/bulk' as never}><Button>{t('passes.page.bulk')}</Button></Link> : null}
      {may('passes.issue') ? <Link to={'/passes/new' as never} search={(tab === 'vehicles' ? { kind: 'vehicle' } : {}) as never}><Button type={visitor ? 'default' : 'primary'}>{t('passes.page.issue')}</Button></Link> : null}
      {visitor ? <Link to={'/passes/new' as never} search={{ kind: 'visitor' } as never}><Button type="primary">{t('passes.form.goVisitor')}</Button></Link> : null}
    </>
  )
}

function Search({ text, onSearch }: { text: string; onSearch: (text: string | undefined) => void }): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState(text)
  return <Input.Search style={{ flex: '1 1 180px', maxWidth: 260 }} allowClear placeholder={t('passes.page.search')} aria-label={t('passes.page.search')} value={typed} onChange={(event) => setTyped(event.target.value)} onSearch={(next) => onSearch(next.trim() || undefined)} />
}

function useColumns(): TableColumnsType<PassLine> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'number', title: t('passes.page.number'), width: 150, render: (_, pass) => <><b className="nowrap tabular">{pass.number}</b><br /><span className="muted small">{t(`passes.kindShort.${pass.kind}`)}{pass.special ? ` · ${t('passes.page.special')}` : ''}</span></> },
    { key: 'holder', title: t('passes.page.holder'), render: (_, pass) => <Holder pass={pass} /> },
    { key: 'state', title: t('passes.page.state'), width: 120, render: (_, pass) => <StateTag tone={toneOf[pass.state]}>{t(`passes.states.${pass.state}`)}</StateTag> },
    { key: 'validity', title: t('passes.page.validity'), render: (_, pass) => <Validity pass={pass} /> },
    { key: 'issued', title: t('passes.page.issued'), align: 'right', render: (_, pass) => <><time className="nowrap" dateTime={pass.issuedAt} title={f.at(pass.issuedAt)}>{f.when(pass.issuedAt)}</time><br /><span className="muted small">{pass.issuerName ?? ''}</span></> },
  ]
}

function Holder({ pass }: { pass: PassLine }): ReactNode {
  const t = useWords()
  return (
    <>
      {pass.plate ? <><b className="nowrap">{plateText(pass.plate)}</b> </> : null}<b className={pass.plate ? 'plain' : ''}>{pass.name}</b>{pass.members === null ? null : <span className="dim"> {t('passes.page.members', { n: pass.members })}</span>}
      <br /><span className="muted small">{[pass.purpose ? t(`passes.purposes.${pass.purpose}`) : '', pass.address].filter(Boolean).join(' · ')}</span>
    </>
  )
}

function Validity({ pass }: { pass: PassLine }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const words = usePassWords()
  if (pass.kind === 'visitor') return <span className="nowrap">{t('passes.page.within', { from: f.when(pass.validFrom), until: f.when(pass.validUntil) })}</span>
  const day = f.day(lastDayOf(pass.validUntil))
  return (
    <>
      {pass.soon ? <span className="soon-ink">{t('passes.page.soon', { day })}</span> : t('passes.page.until', { day: words.until(pass.validUntil) })}
      {pass.recheckOn && pass.state === 'valid' ? <><br /><span className={pass.recheckLate ? 'bad-ink small' : pass.recheckOn === f.today ? 'soon-ink small' : 'muted small'}>{t(pass.recheckLate ? 'passes.page.recheckLate' : pass.recheckOn === f.today ? 'passes.page.recheckToday' : 'passes.page.recheck', { day: f.day(pass.recheckOn) })}</span></> : null}
    </>
  )
}
