import { Button } from 'antd'
import { useEffect, useRef, type ReactNode } from 'react'
import { reportingApi, type DailyReport, type ReportPart } from '../../modules/reporting/contract.ts'
import { cellOf, indicatorOf } from '../../modules/reporting/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { Correct } from './CorrectForm.tsx'
import { figureText, type FigureName } from './figures.ts'

interface Props {
  report: DailyReport
  /** The figure that was pressed; without one, who has sent and how many they manage. */
  figure: FigureName | undefined
  onPick: (figure: FigureName | undefined) => void
}

const MANAGED: FigureName = { indicator: 'managed', originClass: null, unit: 'persons' }

/** 各单位报送: what every office below has in a figure; its name opens its own report at that figure, and there its people. */
export function Parts({ report, figure, onPick }: Props): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const [, go] = useAddress()
  const self = useRef<HTMLElement>(null)
  useEffect(() => { if (figure) self.current?.scrollIntoView({ block: 'nearest' }) }, [figure?.indicator, figure?.originClass])
  const { indicator, originClass } = figure ?? MANAGED
  const parts = useQueryOf(reportingApi.reportParts, { areaId: report.areaId, day: report.day, indicator, ...(originClass ? { originClass } : {}) }, { keep: true, every: 60_000 })
  const of = [report.classes.find((c) => c.id === originClass)?.name[language], t(`reporting.indicators.${indicator}.label`)].filter(Boolean).join(' · ')
  return (
    <section ref={self} className="paper side-part" aria-label={t('reporting.chain.title')}>
      <div className="row"><h2 className="grow">{figure ? t('reporting.chain.from') : t('reporting.chain.title')}</h2>{figure ? <Button type="text" size="small" aria-label={t('ui.list.close')} onClick={() => onPick(undefined)}>✕</Button> : null}</div>
      <p className="muted small">{figure ? `${of}:${t(`reporting.indicators.${indicator}.formula`)}` : `${t('reporting.chain.sentOf', report.addedUp ?? {})} · ${of}`}</p>
      {parts.error ? <Failed error={parts.error} retry={() => void parts.refetch()} /> : !parts.data ? <Skeleton rows={4} /> : parts.data.items.length === 0 ? <p className="muted">{t('reporting.chain.nobody')}</p> : (
        <ul className="behind parts" aria-busy={parts.isFetching}>{parts.data.items.map((part) => <Part key={part.areaId} part={part} pair={indicatorOf(indicator).unit === 'pair'} onOpen={() => go({ area: part.areaId, f: figure ? figureText(figure) : undefined })} />)}<Rest report={report} figure={figure ?? MANAGED} parts={parts.data.items} /></ul>
      )}
      {figure ? <Correct key={figureText(figure)} report={report} figure={figure} /> : <p className="dim small">{t('reporting.chain.how')}</p>}
    </section>
  )
}

/** What the shares leave: those who have not sent, counted from the rows; afterwards, what has changed below. */
function Rest({ report, figure: { indicator, originClass }, parts }: { report: DailyReport; figure: FigureName; parts: readonly ReportPart[] }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const whole = cellOf(report.cells, indicator, originClass)
  const sum = (of: (part: ReportPart) => number | null) => parts.reduce((n, part) => n + (of(part) ?? 0), 0)
  const persons = whole.persons - sum((part) => part.persons)
  const households = (whole.households ?? 0) - sum((part) => part.households)
  if (persons === 0 && households === 0) return null
  return <li><span className="grow dim">{t(`reporting.chain.rest.${report.state}`)}</span><span className="nowrap number">{whole.households === null ? number(persons) : f.pair({ households, persons })}</span></li>
}

function Part({ part, pair, onOpen }: { part: ReportPart; pair: boolean; onOpen: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { sentAt, persons, households } = part
  return (
    <li>
      <div className="grow">
        <p><button type="button" className="figure" onClick={onOpen}>{part.name}</button>{part.returned ? <> <StateTag tone="soon">{t('reporting.chain.returned')}</StateTag></> : null}{part.afterwards ? <> <StateTag tone="soon">{t('reporting.chain.afterwards')}</StateTag></> : null}</p>
        {sentAt ? <p className="dim small">{t('reporting.page.sent', { name: part.senderName ?? '', at: f.when(sentAt) })}</p> : part.officePhone ? <p><a className="phone small" href={`tel:${part.officePhone}`}>{part.officePhone}</a></p> : null}
        {part.differencesAnswered ? <p className="dim small">{t('reporting.chain.said', { text: part.differencesAnswered })}</p> : null}
      </div>
      <span className="nowrap number">{persons === null ? <StateTag tone="soon">{t('reporting.chain.notSent')}</StateTag> : pair ? f.pair({ households: households ?? 0, persons }) : number(persons)}{part.corrected ? <sup title={t('reporting.page.corrected')}>*</sup> : null}</span>
    </li>
  )
}
