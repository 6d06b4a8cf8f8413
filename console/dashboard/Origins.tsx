import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Dashboard } from '../../modules/dashboard/contract.ts'
import { originOpening } from '../../modules/dashboard/rules.ts'
import { number } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'
import { Chart } from './Chart.tsx'
import { to } from './opening.ts'

/** 来返人员 by province, most first; the rest stands in the table. */
export function Origins({ shown, most, plain = false }: { shown: Dashboard; most: number; plain?: boolean }): ReactNode {
  const t = useWords()
  const { origins, trend, area } = shown
  const days = { from: trend[0]?.day ?? '', to: trend.at(-1)?.day ?? '' }
  const highest = origins[0]?.persons ?? 1
  const named = ({ province, name }: Dashboard['origins'][number]) => name || t(`dashboard.origins.${province}`)
  const rest = origins.slice(most)
  return (
    <Chart
      title={t('dashboard.origins.title', { n: trend.length })} number={t('dashboard.origins.sum', { n: number(origins.reduce((n, one) => n + one.persons, 0)), provinces: origins.length })}
      heads={[t('dashboard.origins.from'), t('dashboard.figures.persons')]}
      rows={origins.map((one) => [named(one), <Link key={one.province} className="figure" {...to(originOpening(one.province, days, area.areaId))}>{number(one.persons)}</Link>])}
    >
      {origins.length === 0 ? <p className="dim">{t('dashboard.origins.none', { n: trend.length })}</p> : null}
      <ol className="long-bars">
        {origins.slice(0, most).map((one) => {
          const inside = <><span className="name">{named(one)}</span><span className="bar"><i style={{ width: `${(one.persons / highest) * 100}%` }} /><b>{number(one.persons)}</b></span></>
          return <li key={one.province}>{plain ? inside : <Link {...to(originOpening(one.province, days, area.areaId))}>{inside}</Link>}</li>
        })}
      </ol>
      {rest.length > 0 ? <p className="dim small">{t('dashboard.origins.rest', { n: rest.length, persons: number(rest.reduce((n, one) => n + one.persons, 0)) })}</p> : null}
    </Chart>
  )
}
