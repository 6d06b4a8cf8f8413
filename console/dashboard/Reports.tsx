import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { clockOf } from '../../kernel/dates.ts'
import type { Dashboard } from '../../modules/dashboard/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { useNow } from '../../ui/now.ts'
import { useWords } from '../../ui/words.ts'

/** 各社区日报: who has not sent stands first, with the telephone; where the table above lists the communities it says so already. */
export function Reports({ shown: { reports, areas, communities, figures, reportDueAt, area } }: { shown: Dashboard }): ReactNode {
  const t = useWords()
  const now = useNow()
  const late = reportDueAt !== null && reportDueAt < now
  if (communities === 0 || area.level === 'community' || areas.some(({ level }) => level === 'community')) return null
  return (
    <section className="chart" aria-label={t('dashboard.reports.title')}>
      <header><h2>{t('dashboard.reports.title')}</h2><span className="grow muted">{t('dashboard.reports.sent', { n: communities - figures.reportsMissing, all: communities })}</span></header>
      <ul className="report-lines">
        {reports.map((one) => (
          <li key={one.areaId}>
            <Link to={'/reporting' as never} search={{ area: one.areaId, within: area.areaId } as never}>{one.name}</Link>
            {one.sentAt ? <StateTag tone="good">{t('dashboard.table.sent', { clock: clockOf(one.sentAt) })}</StateTag> : <StateTag tone={late ? 'bad' : 'off'}>{t(late ? 'dashboard.reports.late' : 'dashboard.table.notSent')}</StateTag>}
            {one.sentAt === null && one.officePhone ? <a className="phone small" href={`tel:${one.officePhone}`}>{one.officePhone}</a> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
