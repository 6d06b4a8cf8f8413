import { Button, Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { reportingApi, type DailyReport } from '../../modules/reporting/contract.ts'
import { cellOf } from '../../modules/reporting/rules.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import type { FigureName } from './figures.ts'

/** 更正: a figure of one's own report after sending. */
export function Correct({ report, figure }: { report: DailyReport; figure: FigureName }): ReactNode {
  const t = useWords()
  const [open, setOpen] = useState(false)
  if (report.state !== 'sent' || !report.own) return null
  return open ? <CorrectForm report={report} figure={figure} onDone={() => setOpen(false)} /> : <Button onClick={() => setOpen(true)}>{t('reporting.page.correct')}</Button>
}

/** Both values stay, with the reason. */
function CorrectForm({ report, figure, onDone }: { report: DailyReport; figure: FigureName; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const cell = cellOf(report.cells, figure.indicator, figure.originClass)
  const [households, setHouseholds] = useState(cell.households)
  const [persons, setPersons] = useState<number | null>(cell.persons)
  const [reason, setReason] = useState('')
  const correct = useCommandOf(reportingApi.correctDailyReport, { onDone })
  const send = () => correct.mutate({ areaId: report.areaId, day: report.day, indicator: figure.indicator, originClass: figure.originClass, households, persons: persons ?? 0, reason: reason.trim() })
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); send() }}>
      <div className="row">
        {cell.households === null ? null : <label className="field"><span className="label">{t('reporting.sheet.households')}</span><InputNumber min={0} precision={0} value={households} onChange={setHouseholds} /></label>}
        <label className="field"><span className="label">{t('reporting.sheet.persons')}</span><InputNumber min={0} precision={0} value={persons} onChange={setPersons} /></label>
      </div>
      <label className="field"><span className="label">{t('reporting.page.correctReason')}</span><Input.TextArea autoFocus maxLength={200} autoSize={{ minRows: 2 }} value={reason} onChange={(event) => setReason(event.target.value)} /><span className="hint">{t('reporting.page.correctHint')}</span></label>
      {correct.error ? <p className="fault-summary" role="alert">{tError(correct.error)}</p> : null}
      <div className="row"><Button type="primary" htmlType="submit" loading={correct.isPending} disabled={reason.trim().length < 2}>{t('reporting.page.correctSave')}</Button><Button onClick={onDone}>{t('reporting.page.cancel')}</Button></div>
    </form>
  )
}
