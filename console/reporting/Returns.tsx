import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { reportingApi, type DailyReport, type ReportReturn } from '../../modules/reporting/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay, useMe } from '../me.ts'

/** 退回核对: what the office above asked, and the answer; it asks, the office that sent answers or corrects. */
export function Returns({ report }: { report: DailyReport }): ReactNode {
  const t = useWords()
  const may = useMay()
  const asks = report.state === 'sent' && !report.own && may('reporting.addUp')
  const open = report.returns.some(({ answeredAt }) => answeredAt === null)
  if (report.returns.length === 0 && !asks) return null
  return (
    <section className={open ? 'paper side-part look-at' : 'paper side-part'} aria-label={t('reporting.chain.return')}>
      {report.returns.map((one) => <One key={one.id} one={one} report={report} />)}
      {asks && !open ? <Asking report={report} /> : null}
    </section>
  )
}

function One({ one, report }: { one: ReportReturn; report: DailyReport }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { area } = useMe()
  const withdraw = useCommandOf(reportingApi.withdrawReturn, { onDone: () => say(t('reporting.chain.withdrawn')) })
  const answer = useCommandOf(reportingApi.answerReturn)
  const by = { name: one.answeredBy ?? '', at: one.answeredAt ? f.when(one.answeredAt) : '' }
  return (
    <div className="one-look">
      <p>{t('reporting.chain.asked', { office: one.officeName, name: one.accountName ?? '', at: f.when(one.at), question: one.question })}</p>
      {one.answeredAt ? <p className="muted">{one.answer === null ? t('reporting.chain.answeredBy', by) : t('reporting.chain.answered', { ...by, answer: one.answer })}</p>
        : report.own ? <Words label={t('reporting.chain.answer')} hint={t('reporting.chain.answerHint')} go={t('reporting.chain.answerGo')} busy={answer.isPending} error={answer.error} onGo={(text) => answer.mutate({ returnId: one.id, answer: text })} />
          : <p className="row"><span className="muted grow">{t('reporting.chain.waiting')}</span>{area?.id === one.officeId ? <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ returnId: one.id })}>{t('reporting.chain.withdraw')}</Button> : null}</p>}
    </div>
  )
}

function Asking({ report }: { report: DailyReport }): ReactNode {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const ask = useCommandOf(reportingApi.returnDailyReport, { onDone: () => say(t('reporting.chain.returnedNow', { name: report.areaName })) })
  if (!open) return <Button onClick={() => setOpen(true)}>{t('reporting.chain.return')}</Button>
  return <Words label={t('reporting.chain.question')} hint={t('reporting.chain.returnHint')} go={t('reporting.chain.returnGo')} busy={ask.isPending} error={ask.error} onGo={(question) => ask.mutate({ areaId: report.areaId, day: report.day, question })} />
}

interface WordsProps { label: string; hint: string; go: string; busy: boolean; error: unknown; onGo: (text: string) => void }
function Words({ label, hint, go, busy, error, onGo }: WordsProps): ReactNode {
  const tError = useErrorWords()
  const [text, setText] = useState('')
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); onGo(text.trim()) }}>
      <label className="field"><span className="label">{label}</span><Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} value={text} onChange={(event) => setText(event.target.value)} /><span className="hint">{hint}</span></label>
      {error ? <p className="fault-summary" role="alert">{tError(error)}</p> : null}
      <div><Button type="primary" htmlType="submit" loading={busy} disabled={text.trim().length < 2}>{go}</Button></div>
    </form>
  )
}
