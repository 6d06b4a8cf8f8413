import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dayOf } from '../../kernel/dates.ts'
import type { Dashboard } from '../../modules/dashboard/contract.ts'
import { ageOpening } from '../../modules/dashboard/rules.ts'
import { number } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'
import { Bars, type Bar } from './Bars.tsx'
import { Chart } from './Chart.tsx'
import { to } from './opening.ts'

/** 在管第几天: when those managed will come to their end, a bar a day. */
export function Ages({ shown }: { shown: Dashboard }): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const { ages, area, asOf } = shown
  const highest = Math.max(1, ...ages.map(({ persons }) => persons))
  const today = dayOf(asOf)
  const label = ({ since, orMore }: Dashboard['ages'][number]) => `${since}${orMore ? '+' : ''}`
  const opening = (age: Dashboard['ages'][number]) => to(ageOpening(age, today, area.areaId))
  return (
    <Chart
      title={t('dashboard.ages.title')} number={t('dashboard.ages.longest', { n: number(ages.at(-1)?.persons ?? 0), days: ages.length - 1 })}
      heads={[t('dashboard.ages.day'), t('dashboard.figures.persons')]}
      rows={ages.map((age) => [t('dashboard.ages.nth', { n: label(age) }), age.persons === 0 ? '0' : <Link key={age.since} className="figure" {...opening(age)}>{number(age.persons)}</Link>])}
    >
      <figure className="small-bars tall">
        <Bars label={t('dashboard.ages.title')} bars={ages.map((age): Bar => ({
          key: String(age.since), words: t('dashboard.ages.persons', { day: label(age), n: number(age.persons) }), share: age.persons / highest,
          number: number(age.persons), told: age.persons > 0, foot: label(age), open: age.persons === 0 ? undefined : () => void navigate(opening(age)),
        }))} />
      </figure>
      <p className="dim small">{t('dashboard.ages.hint')}</p>
    </Chart>
  )
}
