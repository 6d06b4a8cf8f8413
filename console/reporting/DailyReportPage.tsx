import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { reportingApi, type DailyReport } from '../../modules/reporting/contract.ts'
import { cellOf, isZero } from '../../modules/reporting/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag } from '../../ui/card.tsx'
import { download } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMode } from '../me.ts'
import { Behind } from './Behind.tsx'
import { Correct } from './CorrectForm.tsx'
import { LookAt, Sums } from './Checks.tsx'
import { Communities } from './Communities.tsx'
import { Parts } from './Parts.tsx'
import { Days } from './Days.tsx'
import { figureText, readFigure, useLooks } from './figures.ts'
import { ReportSheet } from './ReportSheet.tsx'
import { Returns } from './Returns.tsx'
import './reporting.css'

/** 报送: the day's report of one's own office; who above it opens those below from there, or from the communities of an area (`within`). */
export default function DailyReportPage(): ReactNode {
  const [at] = useAddress()
  return at['within'] && !at['area'] ? <WithinArea within={at['within']} /> : <OfOffice areaId={at['area']} />
}

function WithinArea({ within }: { within: string }): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const communities = useQueryOf(reportingApi.reportsOfDay, { withinId: within, ...(at['day'] ? { day: at['day'] } : {}) }, { keep: true })
  if (communities.error) return <Page title={t('reporting.title')}><Failed error={communities.error} retry={() => void communities.refetch()} /></Page>
  if (!communities.data) return <Page title={t('reporting.title')}><Skeleton rows={8} /></Page>
  const rows = communities.data.items
  const sent = rows.filter((row) => row.sentAt).length
  return <Page title={t('reporting.page.communities')} sub={`${t('reporting.page.sentOf', { sent, open: rows.length - sent })}${t('reporting.page.pickCommunity')}`}><Communities rows={rows} onPick={(area) => go({ area, f: undefined })} /></Page>
}

function OfOffice({ areaId }: { areaId: string | undefined }): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const which = { ...(areaId ? { areaId } : {}), ...(at['day'] ? { day: at['day'] } : {}) }
  const report = useQueryOf(reportingApi.getDailyReport, which, { keep: true, every: 60_000 })
  const above = report.data?.above
  const back = at['within'] ? <Button type="link" onClick={() => go({ area: undefined, f: undefined })}>‹ {t('reporting.page.communities')}</Button>
    : above ? <Button type="link" onClick={() => go({ area: above.areaId, f: undefined })}>‹ {above.name}</Button> : undefined
  if (report.error && !report.data) return <Page title={t('reporting.title')} actions={back}><Failed error={report.error} retry={() => void report.refetch()} /></Page>
  if (!report.data) return <Page title={t('reporting.title')}><Skeleton rows={10} /></Page>
  return <Desk key={`${report.data.areaId}-${report.data.day}`} report={report.data} which={{ areaId: report.data.areaId, day: report.data.day }} back={back} />
}

function Desk({ report, which, back }: { report: DailyReport; which: { areaId: string; day: string }; back: ReactNode }): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const [answer, setAnswer] = useState('')
  const checks = useQueryOf(reportingApi.reportChecks, which, { keep: true })
  const looks = useLooks(checks.data?.looks)
  const figure = readFigure(at['f'])
  const sent = report.state === 'sent'
  const pick = (one: typeof figure) => go({ f: one && figureText(one) })
  return (
    <div className="page">
      {back}
      <header className="page-head">
        <div className="row"><h1>{t('reporting.title')}</h1>{report.addedUp ? <span className="muted">{t('reporting.chain.addedUp')}</span> : null}<Deadline report={report} /></div>
        <div className="actions">
          <Button onClick={() => void download(reportingApi.downloadDailyReport, which)}>{t('reporting.page.excel')}</Button>
          <Button onClick={() => window.print()}>{t('reporting.page.print')}</Button>
          {!sent && report.own ? <Send report={report} answer={answer} asked={looks.said.filter(({ look }) => look.answerNeeded).length} /> : null}
        </div>
      </header>
      <Days areaId={report.areaId} day={report.day} onPick={(day) => go({ day, f: undefined })} />
      <div className="report-desk">
        <ReportSheet report={report} looks={looks} open={figure} onOpen={pick} />
        <div className="report-side">
          {report.addedUp ? <Parts report={report} figure={figure} onPick={pick} /> : figure ? <Behind key={at['f']} report={report} figure={figure} onPick={pick}><Correct report={report} figure={figure} /></Behind> : null}
          <Returns report={report} />
          {checks.data ? <><LookAt report={report} looks={looks} answer={answer} onAnswer={setAnswer} /><Sums sums={checks.data.sums} /></> : <Skeleton rows={6} />}
        </div>
      </div>
    </div>
  )
}

/** How long there is still time, or who sent it and when. */
function Deadline({ report }: { report: DailyReport }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const mode = useMode()
  if (report.sentAt) return <StateTag tone="good">{t('reporting.page.sent', { name: report.senderName ?? '', at: f.when(report.sentAt) })}</StateTag>
  if (mode === 'normal') return <StateTag tone="off">{t('reporting.page.normal')}</StateTag>
  if (report.late) return <StateTag tone="bad">{t('reporting.page.overdue', { clock: f.when(report.cutOffAt) })}</StateTag>
  return <StateTag tone={f.dueTone(report.cutOffAt) === 'off' ? 'on' : 'soon'}>{t('reporting.page.until', { due: f.ago(report.cutOffAt) })}</StateTag>
}

function Send({ report, answer, asked }: { report: DailyReport; answer: string; asked: number }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const zero = isZero(report.cells)
  const to = t(`reporting.chain.to.${report.level}`)
  const [missing, setMissing] = useState(false)
  const send = useCommandOf(reportingApi.sendDailyReport, { onDone: (out) => say(t('reporting.page.sentNow', { to, n: out.issueNo })) })
  const open = asked > 0 && answer.trim() === ''
  const run = () => {
    setMissing(open)
    if (open) { document.getElementById('report-answer')?.focus(); return }
    send.mutate({ areaId: report.areaId, day: report.day, zero, seenManaged: cellOf(report.cells, 'managed').persons, ...(answer.trim() ? { answer: answer.trim() } : {}) })
  }
  return (
    <>
      <Button type="primary" loading={send.isPending} onClick={run}>{t(zero ? 'reporting.page.zero' : 'reporting.page.send', { to })}</Button>
      {missing && open ? <p className="refused" role="alert">{t('reporting.page.answerNeeded', { n: asked })}</p> : null}
      {send.error ? <p className="refused" role="alert">{tError(send.error)}</p> : null}
    </>
  )
}
