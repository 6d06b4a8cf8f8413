import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { documentsApi, type ReportFigure, type WorkReport } from '../../modules/documents/contract.ts'
import { reportingApi } from '../../modules/reporting/contract.ts'
import { sendsFor } from '../../modules/reporting/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag } from '../../ui/card.tsx'
import { download, type ApiError } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay, useMe } from '../me.ts'
import { Communities } from '../reporting/Communities.tsx'
import { DeclareForm } from './DeclareForm.tsx'
import { PaperView } from './PaperView.tsx'
import { ReportSide } from './ReportSide.tsx'
import '../reporting/reporting.css'
import './documents.css'

/** 报送 · 工作汇报: written from the data; each figure opens who it is and where it comes from. */
export default function WorkReportPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const communities = useQueryOf(reportingApi.reportsOfDay, {}, { keep: true })
  if (communities.error) return <Page title={t('documents.report.title')}><Failed error={communities.error} retry={() => void communities.refetch()} /></Page>
  if (!communities.data) return <Page title={t('documents.report.title')}><Skeleton rows={8} /></Page>
  const rows = communities.data.items
  if (rows.length > 1 && !at['area']) return <Page title={t('documents.report.title')} sub={t('reporting.page.pickCommunity')}><Communities rows={rows} onPick={(area) => go({ area })} /></Page>
  return <OfCommunity />
}

function OfCommunity(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [at, go] = useAddress()
  const which = { ...(at['area'] ? { areaId: at['area'] } : {}), ...(at['day'] ? { day: at['day'] } : {}) }
  const query = useQueryOf(documentsApi.getWorkReport, which, { keep: true })
  const may = useMay()
  const declares = sendsFor(useMe().role ?? '', 'community')
  if (query.error && !query.data) return <Page title={t('documents.report.title')}><Failed error={query.error} retry={() => void query.refetch()} /></Page>
  if (!query.data) return <Page title={t('documents.report.title')}><Skeleton rows={12} /></Page>
  const report = query.data
  const open = report.figures.find((one) => one.key === at['f'])
  return (
    <Page
      title={t('documents.report.title')} sub={t('documents.report.sub')}
      actions={<>
        <DayInput filter aria-label={t('documents.report.day')} style={{ width: 150 }} value={report.day} max={f.today} onChange={(next) => go({ day: next || undefined, f: undefined })} />
        {declares && report.figures.some((one) => one.source.from === 'declared') ? <Button onClick={() => go({ declare: '1', f: undefined })}>{t('documents.report.declare')}</Button> : null}
        <Button onClick={() => window.print()}>{t('documents.report.print')}</Button>
        {may('documents.issue') ? <TakeWord report={report} /> : null}
      </>}
    >
      <Standing report={report} />
      <div className="report-desk work-report">
        <div className="work-paper"><PaperView paper={report.paper} counted figure={(key, text) => <Traced figure={report.figures.find((one) => one.key === key)} text={text} open={at['f'] === key} onOpen={() => go({ f: key, declare: undefined })} />} /></div>
        <div className="report-side not-on-paper">{at['declare'] ? <DeclareForm report={report} onDone={() => go({ declare: undefined })} /> : <ReportSide report={report} open={open} onClose={() => go({ f: undefined })} />}</div>
      </div>
    </Page>
  )
}

/** What a person should know before it goes out. */
function Standing({ report }: { report: WorkReport }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const missing = report.figures.filter((one) => one.value === null).length
  const changed = report.figures.filter((one) => one.former !== null && one.former !== one.value).length
  const sums = report.businessesAddUp
  return (
    <p className="row not-on-paper" style={{ marginBottom: 12 }}>
      {missing > 0 ? <StateTag tone="soon">{t('documents.report.missingN', { n: missing })}</StateTag> : null}
      {sums ? <StateTag tone={sums.all === sums.parts ? 'good' : 'bad'}>{t(sums.all === sums.parts ? 'documents.report.addsUp' : 'documents.report.doesNotAddUp', { all: number(sums.all), parts: number(sums.parts) })}</StateTag> : null}
      <span className="muted small">{report.former ? t('documents.report.formerReport', { day: f.day(report.former.day), n: changed }) : t('documents.report.noFormer')}</span>
    </p>
  )
}

/** A figure of the text: pressed it opens, and it says how much it has changed. */
function Traced({ figure, text, open, onOpen }: { figure: ReportFigure | undefined; text: string; open: boolean; onOpen: () => void }): ReactNode {
  if (!figure) return text
  const by = figure.former === null || figure.value === null ? 0 : figure.value - figure.former
  return (
    <>
      <button type="button" className={`figure traced ${figure.value === null ? 'undeclared' : ''}`} aria-pressed={open} aria-label={`${figure.label} ${text}`} onClick={onOpen}>{text}</button>
      {by !== 0 ? <sup className="by-how-much">{by > 0 ? `+${number(by)}` : number(by)}</sup> : null}
    </>
  )
}

/** Kept first, then taken: what left the house can be looked up. */
function TakeWord({ report }: { report: WorkReport }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [busy, setBusy] = useState(false)
  const issue = useCommandOf(documentsApi.issueWorkReport, {
    onDone: ({ reportId }) => {
      setBusy(true)
      download(documentsApi.downloadWorkReport, { reportId }).then(() => say(t('documents.report.done')), (error: ApiError) => say(tError(error))).finally(() => setBusy(false))
    },
    onRefused: (error) => say(tError(error)),
  })
  return <Button type="primary" loading={issue.isPending || busy} onClick={() => issue.mutate({ areaId: report.areaId, day: report.day })}>{t('documents.report.word')}</Button>
}
