import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { todayApi, type WorkerToday } from '../../modules/today/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { PageHead } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import type { Today } from './groups.ts'

const useWorkers = () => useQueryOf(todayApi.workersToday, {}, { keep: true, every: 60_000 })
const rowsOf = (who: string, show?: string) => ({ who, ...(show ? { show } : {}) })

/** A supervisor's look at the same work, by whose it is. */
export function WorkersPage(): ReactNode {
  const t = useWords()
  return (
    <div className="page">
      <PageHead title={t('today.people.title')} sub={t('today.people.sub')} actions={<Link to={'/' as never}><Button>{t('today.people.byWork')}</Button></Link>} />
      <Workers />
    </div>
  )
}

/** 各人手上: whom to ask, and how to reach them; a figure opens exactly its rows. */
function Workers(): ReactNode {
  const t = useWords()
  const query = useWorkers()
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <div className="paper"><Skeleton rows={4} /></div>
  if (query.data.items.length === 0) return <div className="todo-done" role="status"><b>{t('today.people.none')}</b></div>
  return (
    <section className="todo-group" aria-label={t('today.people.title')}>
      <div className="burning">
        <table>
          <thead><tr><th scope="col">{t('today.people.name')}</th><th scope="col" className="number">{t('today.people.open')}</th><th scope="col" className="number">{t('today.people.late')}</th><th scope="col">{t('today.people.oldest')}</th></tr></thead>
          <tbody>{query.data.items.map((row) => <Row key={row.who} row={row} />)}</tbody>
        </table>
      </div>
    </section>
  )
}

function Row({ row }: { row: WorkerToday }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const to = '/' as never
  return (
    <tr>
      <th scope="row">{row.who === 'nobody' ? <StateTag tone="bad">{t('today.people.nobody')}</StateTag> : row.name} <Duty row={row} /><Reach row={row} /></th>
      <td className="number"><Link className="figure" to={to} search={rowsOf(row.who) as never}>{number(row.open)}</Link></td>
      <td className="number">{row.overdue > 0 ? <Link className="figure bad-ink" to={to} search={rowsOf(row.who, 'overdue') as never}>{number(row.overdue)}</Link> : <span className="dim">0</span>}</td>
      <td title={f.at(row.since)}>{f.when(row.since)} <span className="dim small">{f.ago(row.since)}</span></td>
    </tr>
  )
}

function Duty({ row }: { row: WorkerToday }): ReactNode {
  const t = useWords()
  const said = row.who === 'nobody' ? t('today.people.nobodyHint') : row.dutyRole ? t(`duty.roles.${row.dutyRole}`) : row.role ? t(`accounts.roles.${row.role}`) : ''
  if (row.who === 'nobody') return <Link className="small" to={'/duty' as never}>{said}</Link>
  return <span className="dim small">{said}</span>
}

const Reach = ({ row }: { row: WorkerToday }): ReactNode => (row.officePhone ? <a className="phone small" href={`tel:${row.officePhone}`}>{row.officePhone}</a> : null)

/** Whose list this is, how to reach them, and the way back. */
export function TitleOf({ who, today, left }: { who: string; today: Today; left: number }): ReactNode {
  const t = useWords()
  const query = useWorkers()
  const row = query.data?.items.find((one) => one.who === who)
  const late = today.counts.reduce((sum, c) => sum + c.overdue, 0)
  const title = who === 'nobody' ? t('today.people.ofNobody', { n: left }) : t('today.people.of', { name: row?.name ?? '', n: left })
  return (
    <PageHead title={title} actions={<Link to={'/' as never} search={{ by: 'person' } as never}><Button>{t('today.people.back')}</Button></Link>} sub={<>
      {late > 0 ? <b className="bad-ink">{t('today.page.late', { n: late })}</b> : t('today.page.noneLate')}
      {row ? <> · <Duty row={row} /> <Reach row={row} /></> : null}
    </>} />
  )
}
