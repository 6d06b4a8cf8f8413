import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { careApi, type CareArea } from '../../modules/care/contract.ts'
import { rateOf } from '../../modules/care/rules.ts'
import { number } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'

const FIGURES = [
  { id: 'all', search: { tab: 'all' }, bad: false }, { id: 'toVisit', search: { tab: 'toVisit' }, bad: false }, { id: 'overdue', search: { tab: 'overdue' }, bad: true }, { id: 'missed', search: { tab: 'missed' }, bad: true },
  { id: 'week', search: { slice: 'week' }, bad: false }, { id: 'inTime', search: { slice: 'inTime' }, bad: false }, { id: 'unanswered', search: { slice: 'unanswered' }, bad: true },
] as const

/** 各社区: for whoever looks after several, where it is late and where nobody answers; a figure opens its people. */
export function Areas(): ReactNode {
  const t = useWords()
  const rows = useQueryOf(careApi.careByArea, {}, { keep: true, every: 60_000 }).data?.items ?? []
  if (rows.length < 2) return null
  return (
    <section className="burning care-areas" aria-label={t('care.areas.title')}>
      <table>
        <thead><tr><th scope="col">{t('care.areas.name')}</th>{FIGURES.map(({ id }) => <th key={id} scope="col" className="number">{t(`care.areas.${id}`)}</th>)}<th scope="col" className="number">{t('care.areas.rate')}</th></tr></thead>
        <tbody>{rows.map((row) => <Row key={row.areaId} row={row} />)}</tbody>
      </table>
    </section>
  )
}

function Row({ row }: { row: CareArea }): ReactNode {
  const rate = rateOf(row.inTime, row.week)
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {FIGURES.map(({ id, search, bad }) => <td key={id} className="number">{row[id] > 0 ? <Link className={bad ? 'figure bad-ink' : 'figure'} to={'/care' as never} search={{ ...search, area: row.areaId } as never}>{number(row[id])}</Link> : <span className="dim">0</span>}</td>)}
      <td className="number">{rate === null ? <span className="dim">—</span> : `${Math.round(rate * 100)}%`}</td>
    </tr>
  )
}
