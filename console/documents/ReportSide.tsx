import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { documentsApi, type DeclaredIndicator, type ReportFigure, type WorkReport } from '../../modules/documents/contract.ts'
import { pageBehind } from '../../modules/documents/rules.ts'
import { reportingApi } from '../../modules/reporting/contract.ts'
import { sendsFor } from '../../modules/reporting/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { download } from '../../ui/client.ts'
import { Skeleton } from '../../ui/Failed.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import { Behind } from '../reporting/Behind.tsx'

const derived = { areas: { from: 'fromAreas', open: 'openAreas' }, exits: { from: 'fromExits', open: 'openExits' }, businesses: { from: 'fromBusinesses', open: 'openBusinesses' }, care: { from: 'fromCare', open: 'openCare' }, supplies: { from: 'fromSupplies', open: 'openSupplies' }, volunteers: { from: 'fromVolunteers', open: 'openVolunteers' } } as const

/** Behind a figure: its people, its areas, or who declared it. */
export function ReportSide({ report, open, onClose }: { report: WorkReport; open: ReportFigure | undefined; onClose: () => void }): ReactNode {
  const t = useWords()
  if (!open) return <><p className="muted">{t('documents.report.pick')}</p><Reports report={report} /></>
  const former = open.former !== null && open.former !== open.value && report.former ? <Former open={open} report={report} /> : null
  if (open.source.from === 'indicator') return <>{former}<People report={report} open={open} onClose={onClose} /></>
  const { page, search } = pageBehind(open, report)
  return (
    <section className="paper side-part" aria-label={open.label}>
      <div className="row"><h2 className="grow">{open.label}{open.value === null ? '' : ` ${number(open.value)} ${t(`documents.report.units.${open.unit}`)}`}</h2><Button type="text" size="small" aria-label={t('documents.report.close')} onClick={onClose}>✕</Button></div>
      {former}
      {open.source.from === 'declared' ? <Declared report={report} declared={open.source.declared} missing={open.value === null} /> : <><p className="muted">{t(`documents.report.${derived[open.source.from].from}`)}</p><Link to={page as never} search={search as never}>{t(`documents.report.${derived[open.source.from].open}`)}</Link></>}
    </section>
  )
}

function Former({ open, report }: { open: ReportFigure; report: WorkReport }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return <p className="why">{t('documents.report.former', { day: f.day(report.former?.day ?? report.day), n: number(open.former ?? 0) })}</p>
}

function People({ report, open, onClose }: { report: WorkReport; open: ReportFigure; onClose: () => void }): ReactNode {
  const [, go] = useAddress()
  const daily = useQueryOf(reportingApi.getDailyReport, { areaId: report.areaId, day: report.day }, { keep: true })
  if (!daily.data || open.source.from !== 'indicator') return <Skeleton rows={6} />
  const { indicator, originClass, unit } = open.source
  /** Households and persons of one thing are two figures of the text. */
  const other = (wanted: string) => report.figures.find((one) => one.source.from === 'indicator' && one.source.indicator === indicator && one.source.originClass === originClass && one.source.unit === wanted)
  return <Behind key={open.key} report={daily.data} figure={{ indicator, originClass, unit }} onPick={(next) => { const found = next && other(next.unit); if (found) go({ f: found.key }); else if (!next) onClose() }} />
}

function Declared({ report, declared, missing }: { report: WorkReport; declared: DeclaredIndicator; missing: boolean }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const declares = sendsFor(useMe().role ?? '', 'community')
  const [, go] = useAddress()
  const list = useQueryOf(documentsApi.listDeclaredFigures, { areaId: report.areaId, indicator: declared }, { keep: true })
  return (
    <>
      {missing ? <p className="why soon">{t('documents.report.missing')}</p> : null}
      <ul className="stack" style={{ gap: 10 }}>{(list.data?.items ?? []).map((one, i) => (
        <li key={i}>
          <b>{number(one.value)}</b> {one.detail ? <span className="muted">{one.detail}</span> : null} <span className="dim small">{t('documents.report.holdsFrom', { day: f.day(one.day) })}</span><br />
          <span className="small">{t('documents.report.declaredBy', { name: one.accountName ?? '', at: f.when(one.at) })}</span><br /><span className="muted small">{t('documents.report.basis', { source: one.source })}</span>
        </li>
      ))}</ul>
      {declares ? <Button onClick={() => go({ declare: '1', f: undefined })}>{t('documents.report.declare')}</Button> : null}
    </>
  )
}

/** Those that left the house. */
function Reports({ report }: { report: WorkReport }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (report.issued.length === 0) return null
  return (
    <section className="paper side-part">
      <h2>{t('documents.report.issued')}</h2>
      <ul className="stack" style={{ gap: 6 }}>{report.issued.map((one) => (
        <li key={one.reportId} className="row"><span className="grow">{f.day(one.day)} <span className="dim small">{t('documents.report.issuedBy', { name: one.accountName ?? '', at: f.when(one.issuedAt) })}</span></span>
          <Button size="small" onClick={() => void download(documentsApi.downloadWorkReport, { reportId: one.reportId })}>{t('documents.page.word')}</Button></li>
      ))}</ul>
    </section>
  )
}
