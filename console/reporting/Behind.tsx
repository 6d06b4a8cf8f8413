import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { columns } from '../../modules/reporting/columns.ts'
import { reportingApi, type DailyReport, type FigureLine, type IndicatorId } from '../../modules/reporting/contract.ts'
import { indicatorOf } from '../../modules/reporting/rules.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { ExportTool } from '../../ui/list/ExportTool.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { findWords, useWords } from '../../ui/words.ts'
import type { FigureName } from './figures.ts'

interface Props {
  report: DailyReport
  figure: FigureName
  onPick: (figure: FigureName | undefined) => void
  /** Below the list: what may be done about the figure. */
  children?: ReactNode
}

/** 数字背后的人: exactly the people, or households, that the figure counts. */
export function Behind({ report, figure, onPick, children }: Props): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const self = useRef<HTMLElement>(null)
  useEffect(() => { self.current?.scrollIntoView({ block: 'nearest' }) }, [figure.indicator, figure.originClass])
  const input = { areaId: report.areaId, day: report.day, indicator: figure.indicator, unit: figure.unit, limit: 20, ...(figure.originClass ? { originClass: figure.originClass } : {}) }
  const first = useQueryOf(reportingApi.figurePeople, input, { keep: true })
  const list = useTable(reportingApi.figurePeople, columns.figurePeople, input)
  const { unit } = indicatorOf(figure.indicator)
  const className = report.classes.find((c) => c.id === figure.originClass)?.name[language]
  const total = first.data?.total ?? 0
  const counted = t(unit === 'times' || unit === 'businesses' || unit === 'squareMetres' || unit === 'items' ? `reporting.page.${unit}Of` : figure.unit === 'households' ? 'ui.time.households' : 'ui.time.persons', { n: number(total) })
  const title = t(doneAt[figure.indicator] ? 'reporting.page.which' : 'reporting.page.who', { n: counted })
  return (
    <section ref={self} className="paper side-part" aria-label={title}>
      <div className="row"><h2 className="grow">{title}</h2><ExportTool table={list.table} /><Button type="text" size="small" aria-label={t('ui.list.close')} onClick={() => onPick(undefined)}>✕</Button></div>
      <p className="muted small">{[className, t(`reporting.indicators.${figure.indicator}.label`)].filter(Boolean).join(' · ')}:{t(`reporting.indicators.${figure.indicator}.formula`)}</p>
      {unit === 'pair' ? (
        <div className="chips">{(['persons', 'households'] as const).map((one) => <button key={one} type="button" className="chip" aria-pressed={figure.unit === one} onClick={() => onPick({ ...figure, unit: one })}>{t(`reporting.sheet.${one}`)}</button>)}</div>
      ) : null}
      {list.error ? <Failed error={list.error} retry={list.retry} /> : list.loading ? <Skeleton rows={4} /> : list.items.length === 0 ? <p className="muted">{t('reporting.page.nothing')}</p> : (
        <ul className="behind" aria-busy={list.refreshing}>{list.items.map((line) => <Line key={line.key} line={line} report={report} indicator={figure.indicator} unit={unit === 'businesses' || unit === 'squareMetres' || unit === 'items' ? unit : figure.unit} />)}</ul>
      )}
      {list.hasMore ? <Button onClick={list.loadMore} loading={list.refreshing}>{t('reporting.page.loadMore')} <span className="dim">{t('reporting.page.total', { n: number(total) })}</span></Button> : null}
      {children}
    </section>
  )
}

/** Where what was done is listed, where it is no person that is counted. */
const doneAt: Partial<Record<IndicatorId, string>> = { disinfections: '/disinfection/records', disinfectedArea: '/disinfection/records', publicityTimes: '/publicity/records' }

function Line({ line, report, indicator, unit }: { line: FigureLine; report: DailyReport; indicator: IndicatorId; unit: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tag = useTag(line.tag ?? '')
  const target = unit === 'items' ? { to: '/supplies', search: { tab: 'low', open: line.key } } : unit === 'businesses' ? { to: '/resumption', search: { area: report.areaId, tab: indicator, at: report.asOf, open: line.key } } : doneAt[indicator] ? { to: doneAt[indicator], search: { open: line.key } } : unit === 'households' && line.householdId ? { to: '/household', search: { open: line.householdId } }
    : line.episodeId ? { to: '/quarantine', search: { open: line.episodeId } }
      : line.personId ? { to: '/people', search: { open: line.personId } } : undefined
  const right = unit === 'households' ? t('reporting.page.household', { n: line.persons }) : unit === 'squareMetres' ? t('reporting.page.squareMetresOf', { n: number(line.persons) }) : line.dayNo !== null ? t('reporting.page.dayNo', { n: line.dayNo }) : line.at ? f.when(line.at) : ''
  return (
    <li>
      <span className="grow">{target ? <Link to={target.to as never} search={target.search as never}>{line.name}</Link> : line.name} <span className="dim small">{tag}</span><br /><span className="dim small">{line.address}</span></span>
      <span className="dim small nowrap">{right}</span>
    </li>
  )
}

/** Measure, window of the day or kind of lead, in words. */
function useTag(tag: string): string {
  const t = useWords()
  const language = useLanguage()
  const key = ['measures', 'windows', 'leadKinds', 'agents', 'ways'].map((at) => `reporting.${at}.${tag}`).find((one) => findWords(language, one))
  return key ? t(key) : ''
}
