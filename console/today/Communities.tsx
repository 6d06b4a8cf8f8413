import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { clockOf } from '../../kernel/dates.ts'
import { todayApi, type CommunityToday } from '../../modules/today/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { number } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'

const FIGURES = [
  { id: 'leads', of: 'leadsLate', to: '/leads', search: (area: string) => ({ tab: 'overdue', area }) },
  { id: 'late', of: 'verifyLate', to: '/screening', search: (area: string) => ({ tab: 'toVerify', late: '1', area }) },
  { id: 'release', of: 'releaseLate', to: '/quarantine', search: (area: string) => ({ slice: 'releaseLate', area }) },
  { id: 'missing', of: 'missing', to: '/quarantine', search: (area: string) => ({ slice: 'unreported', area }) },
] as const

/** 各社区: which one needs help, and its telephone; a figure opens its people. */
export function Communities(): ReactNode {
  const t = useWords()
  const query = useQueryOf(todayApi.communitiesToday, {}, { keep: true, every: 60_000 })
  const rows = query.data?.items ?? []
  if (rows.length < 2) return null
  return (
    <section className="todo-group" aria-label={t('today.communities.title')}>
      <div className="burning">
        <table>
          <thead><tr><th scope="col">{t('today.communities.title')}</th><th scope="col">{t('today.communities.report')}</th>{FIGURES.map(({ id }) => <th key={id} scope="col" className="number">{t(`today.communities.${id}`)}</th>)}</tr></thead>
          <tbody>{rows.map((row) => <Row key={row.areaId} row={row} />)}</tbody>
        </table>
      </div>
    </section>
  )
}

function Row({ row }: { row: CommunityToday }): ReactNode {
  const t = useWords()
  return (
    <tr>
      <th scope="row">{row.name}{row.officePhone ? <a className="phone small" href={`tel:${row.officePhone}`}>{row.officePhone}</a> : null}</th>
      <td><Link to={'/reporting' as never} search={{ area: row.areaId } as never} className="plain-link">{row.sentAt ? <StateTag tone="good">{t('today.communities.sent', { clock: clockOf(row.sentAt) })}</StateTag> : <StateTag>{t('today.communities.notSent')}</StateTag>}</Link></td>
      {FIGURES.map(({ id, of, to, search }) => (
        <td key={id} className="number">{row[of] > 0 ? <Link className={id === 'missing' ? 'figure' : 'figure bad-ink'} to={to as never} search={search(row.areaId) as never}>{number(row[of])}</Link> : <span className="dim">0</span>}</td>
      ))}
    </tr>
  )
}
