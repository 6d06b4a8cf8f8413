import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Dashboard, TrendDay } from '../../modules/dashboard/contract.ts'
import { trendOpening } from '../../modules/dashboard/rules.ts'
import { number, useFormats } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'
import { Bars, type Bar } from './Bars.tsx'
import { Chart } from './Chart.tsx'
import { to } from './opening.ts'

const LINES = ['managed', 'opened', 'released'] as const

/** 趋势: three small pictures one above the other on the same days, each with its own measure. */
export function Trend({ shown, plain = false }: { shown: Dashboard; plain?: boolean }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { trend, area } = shown
  const sum = (of: 'opened' | 'released') => trend.reduce((n, day) => n + day[of], 0)
  const link = (line: (typeof LINES)[number], day: TrendDay) => (plain || day[line] === 0 ? number(day[line]) : <Link className="figure" {...to(trendOpening(line, day.day, area.areaId))}>{number(day[line])}</Link>)
  return (
    <Chart
      title={t('dashboard.trend.title', { n: trend.length })} number={t('dashboard.trend.sum', { opened: number(sum('opened')), released: number(sum('released')) })}
      heads={[t('dashboard.trend.day'), ...LINES.map((line) => t(`dashboard.trend.${line}`))]}
      rows={trend.toReversed().map((day) => [f.day(day.day), ...LINES.map((line) => link(line, day))])}
    >
      {LINES.map((line) => <Line key={line} line={line} shown={shown} plain={plain} />)}
      <div className="days dim small" aria-hidden="true"><span>{f.day(trend[0]?.day ?? shown.asOf.slice(0, 10))}</span><span>{t('dashboard.trend.today')}</span></div>
    </Chart>
  )
}

function Line({ line, shown: { trend, area }, plain }: { line: (typeof LINES)[number]; shown: Dashboard; plain: boolean }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const navigate = useNavigate()
  const highest = Math.max(1, ...trend.map((day) => day[line]))
  const peak = trend.findLastIndex((day) => day[line] === highest)
  const last = trend.length - 1
  return (
    <figure className={`small-bars ${line}`}>
      <figcaption>{t(`dashboard.trend.${line}`)}</figcaption>
      <Bars label={t(`dashboard.trend.${line}`)} bars={trend.map((day, i): Bar => ({
        key: day.day, words: `${f.day(day.day)} ${t(`dashboard.trend.${line}`)} ${number(day[line])}`, share: day[line] / highest,
        number: number(day[line]), told: (i === peak || i === last) && day[line] > 0,
        open: plain || day[line] === 0 ? undefined : () => void navigate(to(trendOpening(line, day.day, area.areaId))),
      }))} />
    </figure>
  )
}
