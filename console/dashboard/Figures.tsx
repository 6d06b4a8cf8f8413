import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { clockOf } from '../../kernel/dates.ts'
import type { Dashboard, FigureId } from '../../modules/dashboard/contract.ts'
import { openingOf } from '../../modules/dashboard/rules.ts'
import { number } from '../../ui/format.ts'
import { useNow } from '../../ui/now.ts'
import { useWords } from '../../ui/words.ts'
import { to } from './opening.ts'

/** What stands on the line: the figure, what of it is late, and which of the two is compared with yesterday. */
const LINE: readonly { id: FigureId; late?: FigureId; more?: FigureId; compared: FigureId }[] = [
  { id: 'managed', compared: 'managed' },
  { id: 'opened', more: 'released', compared: 'opened' },
  { id: 'toRelease', late: 'releaseLate', compared: 'toRelease' },
  { id: 'missing', late: 'missed', compared: 'missed' },
  { id: 'leads', late: 'leadsLate', compared: 'leads' },
  { id: 'toVerify', late: 'verifyLate', compared: 'toVerify' },
]

/** The few figures that matter, each with its difference from this hour of yesterday; a press opens the very list. */
export function Figures({ shown, plain = false }: { shown: Dashboard; plain?: boolean }): ReactNode {
  const t = useWords()
  return (
    <ul className="figures" aria-label={t('dashboard.page.figures')}>
      {LINE.map(({ id, late, more, compared }) => (
        <li key={id}>
          <span className="what">{t(`dashboard.figures.${id}`)}</span>
          <Amount shown={shown} id={id} plain={plain} />
          {late && shown.figures[late] > 0 ? <Part shown={shown} id={late} bad plain={plain} /> : null}
          {more ? <Part shown={shown} id={more} plain={plain} /> : null}
          <Difference shown={shown} id={compared} of={compared === id ? undefined : compared} />
        </li>
      ))}
      {shown.communities > 0 ? <Reports shown={shown} plain={plain} /> : null}
    </ul>
  )
}

interface One { shown: Dashboard; id: FigureId; plain: boolean }

/** Households and persons as a pair where both are known. */
function Amount({ shown, id, plain }: One): ReactNode {
  const t = useWords()
  const n = shown.figures[id]
  const words = id === 'managed' ? t('dashboard.page.pair', { households: number(shown.figures.managedHouseholds), persons: number(n) }) : t(`dashboard.units.${id}`, { n: number(n) })
  const opening = openingOf(id, shown.area.areaId)
  return plain || n === 0 || !opening ? <b className="amount">{words}</b> : <Link className="amount" {...to(opening)}>{words}</Link>
}

function Part({ shown, id, bad = false, plain }: One & { bad?: boolean }): ReactNode {
  const t = useWords()
  const n = shown.figures[id]
  const words = `${t(`dashboard.figures.${id}`)} ${number(n)}`
  const opening = openingOf(id, shown.area.areaId)
  if (plain || n === 0 || !opening) return <span className={bad ? 'part bad-ink' : 'part'}>{words}</span>
  return <Link className={bad ? 'part bad-ink' : 'part'} {...to(opening)}>{words}</Link>
}

function Difference({ shown, id, of }: { shown: Dashboard; id: FigureId; of: FigureId | undefined }): ReactNode {
  const t = useWords()
  const before = shown.before[id]
  if (before === undefined) return null
  const by = shown.figures[id] - before
  const words = by === 0 ? t('dashboard.page.same') : t('dashboard.page.differs', { by: `${by > 0 ? '+' : '−'}${number(Math.abs(by))}` })
  return <span className="since">{of ? `${t(`dashboard.figures.${of}`)} ` : ''}{words}</span>
}

/** Reports of the day: how many of all are out, late only after the hour of the order. */
function Reports({ shown, plain }: { shown: Dashboard; plain: boolean }): ReactNode {
  const t = useWords()
  const { communities, reportDueAt } = shown
  const missing = shown.figures.reportsMissing
  const now = useNow()
  const late = missing > 0 && reportDueAt !== null && reportDueAt < now
  const opening = openingOf('reportsMissing', shown.area.areaId)
  const words = communities === 1 ? t(missing === 1 ? 'dashboard.table.notSent' : 'dashboard.page.sentOne') : t('dashboard.page.ofCommunities', { n: missing, all: communities })
  return (
    <li>
      <span className="what">{t('dashboard.figures.reportsMissing')}</span>
      {plain || !opening ? <b className="amount">{words}</b> : <Link className="amount" {...to(opening)}>{words}</Link>}
      {reportDueAt === null ? null : <span className={late ? 'part bad-ink' : 'part'}>{t(late ? 'dashboard.page.reportLate' : 'dashboard.page.reportBy', { clock: clockOf(reportDueAt) })}</span>}
      <Difference shown={shown} id="reportsMissing" of={undefined} />
    </li>
  )
}
