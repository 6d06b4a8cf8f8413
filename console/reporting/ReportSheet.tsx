import type { ReactNode } from 'react'
import { clockOf, dayOf } from '../../kernel/dates.ts'
import type { DailyReport, IndicatorId, Unit } from '../../modules/reporting/contract.ts'
import { cellOf, classIndicators, indicatorOf, laterLines, sheetLines } from '../../modules/reporting/rules.ts'
import { useLanguage } from '../../ui/language.ts'
import { Figure, Sheet } from '../../ui/sheet.tsx'
import { useWords } from '../../ui/words.ts'
import type { FigureName, Looks } from './figures.ts'

interface Props {
  report: DailyReport
  looks: Looks
  open: FigureName | undefined
  onOpen: (figure: FigureName) => void
}

/** 疫情防控日报 as it looks on paper; every figure opens its people. */
export function ReportSheet(props: Props): ReactNode {
  const t = useWords()
  const { report } = props
  return (
    <Sheet
      title={t('reporting.sheet.title', { area: report.areaName, n: report.issueNo })}
      heads={[t('reporting.sheet.unit', { unit: report.unitName }), <AsOf key="at" report={report} />, t('reporting.sheet.units')]}
      feet={[t('reporting.sheet.sender', { name: report.senderName ?? '' }), t('reporting.sheet.reviewer'), t('reporting.sheet.phone', { phone: report.officePhone ?? '' })]}
    >
      <ByClass {...props} />
      <Line {...props} ids={sheetLines.register} title={t('reporting.sheet.register')} />
      <Line {...props} ids={sheetLines.manner} title={t('reporting.sheet.manner')} />
      <Line {...props} ids={sheetLines.rest} title={t('reporting.sheet.rest')} />
      {laterLines(report.cells).map(({ line, ids }) => <Line key={line} {...props} ids={ids} title={t(`reporting.sheet.${line}`)} />)}
      <Corrections report={report} />
    </Sheet>
  )
}

function AsOf({ report }: { report: DailyReport }): ReactNode {
  const t = useWords()
  const [year = '', month = '', day = ''] = dayOf(report.asOf).split('-')
  return <b>{t('reporting.sheet.asOf', { at: t('reporting.sheet.instant', { year, month: Number(month), day: Number(day), clock: clockOf(report.asOf) }) })}</b>
}

function ByClass(props: Props): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const { report } = props
  const cells = (originClass: string | null) => classIndicators.flatMap((id) => (['households', 'persons'] as const).map((unit) => <Cell key={`${id}-${unit}`} {...props} name={{ indicator: id, originClass, unit }} />))
  return (
    <div className="sheet-scroll" tabIndex={0} role="region" aria-label={t('reporting.sheet.source')}><table>
      <thead>
        <tr><th rowSpan={2} scope="col">{t('reporting.sheet.source')}</th>{classIndicators.map((id) => <th key={id} colSpan={2} scope="colgroup">{t(`reporting.indicators.${id}.label`)}</th>)}<th rowSpan={2} scope="col">{t('reporting.sheet.manner')}</th></tr>
        <tr>{classIndicators.flatMap((id) => (['households', 'persons'] as const).map((unit) => <th key={`${id}-${unit}`} scope="col">{t(`reporting.sheet.${unit}`)}</th>))}</tr>
      </thead>
      <tbody>
        {report.classes.map((c) => (
          <tr key={c.id}><th scope="row" className="left">{c.name[language]}</th>{cells(c.id)}<td className="small">{c.measures.map((m) => t(`reporting.measures.${m}`)).join('、') || '—'}</td></tr>
        ))}
        <tr className="sum"><th scope="row" className="left">{t('reporting.sheet.sum')}</th>{cells(null)}<td /></tr>
      </tbody>
    </table></div>
  )
}

/** A line of single figures, pairs as `户 / 人`. */
function Line({ ids, title, ...props }: Props & { ids: readonly IndicatorId[]; title: string }): ReactNode {
  const t = useWords()
  const pairs = ids.some((id) => indicatorOf(id).unit === 'pair')
  return (
    <div className="sheet-scroll" tabIndex={0} role="region" aria-label={title}><table>
      <thead><tr><th scope="col">{title}</th>{ids.map((id) => <th key={id} scope="col">{t(`reporting.indicators.${id}.label`)}</th>)}</tr></thead>
      <tbody>
        <tr>
          <th scope="row" className="left dim">{pairs ? t('reporting.sheet.pair') : t('reporting.sheet.count')}</th>
          {ids.map((indicator) => indicatorOf(indicator).unit === 'pair'
            ? <Cell key={indicator} {...props} name={{ indicator, originClass: null, unit: 'households' }} beside={{ indicator, originClass: null, unit: 'persons' }} />
            : <Cell key={indicator} {...props} name={{ indicator, originClass: null, unit: 'persons' }} />)}
        </tr>
      </tbody>
    </table></div>
  )
}

function Cell({ report, looks, open, onOpen, name, beside }: Props & { name: FigureName; beside?: FigureName }): ReactNode {
  const t = useWords()
  const notes = looks.at(name)
  const isOpen = open?.indicator === name.indicator && open.originClass === name.originClass && (beside !== undefined || open.unit === name.unit)
  const one = (figure: FigureName) => {
    const cell = cellOf(report.cells, figure.indicator, figure.originClass)
    const n = (figure.unit === 'households' ? cell.households : cell.persons) ?? 0
    const was = report.corrections.some((c) => c.indicator === figure.indicator && c.originClass === figure.originClass)
    return <><Figure n={n} formula={[t(`reporting.indicators.${figure.indicator}.formula`), ...notes].join('。')} onOpen={() => onOpen(figure)} />{was ? <sup title={t('reporting.page.corrected')}>*</sup> : null}</>
  }
  return <td className={[notes.length > 0 ? 'look' : '', isOpen ? 'open' : ''].join(' ').trim() || undefined}>{one(name)}{beside ? <> / {one(beside)}</> : null}{notes.length > 0 ? <span className="visually-hidden">{notes.join('。')}</span> : null}</td>
}

function Corrections({ report }: { report: DailyReport }): ReactNode {
  const t = useWords()
  const missing = report.addedUp?.missing ?? []
  if (report.corrections.length === 0 && !report.differencesAnswered && missing.length === 0) return null
  return (
    <div className="sheet-notes small">
      {missing.length > 0 ? <p>{t('reporting.chain.missing', { names: missing.join('、') })}</p> : null}
      {report.differencesAnswered ? <p>{t('reporting.page.answered', { text: report.differencesAnswered })}</p> : null}
      {report.corrections.map((c, i) => {
        const pair = (households: number | null, persons: number) => (households === null ? String(persons) : t('ui.time.pair', { households, persons }))
        const className = report.classes.find((one) => one.id === c.originClass)?.name.zh ?? ''
        return <p key={i}>* {t('reporting.page.correction', { figure: `${className}${t(`reporting.indicators.${c.indicator}.label`)}`, before: pair(c.householdsBefore, c.personsBefore), after: pair(c.householdsAfter, c.personsAfter), reason: c.reason, name: c.accountName ?? '', at: clockOf(c.at) })}</p>
      })}
    </div>
  )
}
