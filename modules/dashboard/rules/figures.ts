import { addDays, type Day } from '../../../kernel/dates.ts'
import { worstFirst } from '../../today/rules.ts'
import { figureIds, type AreaFigures, type FigureId, type Figures, type TrendDay } from '../contract.ts'

/** How many days the pictures are wide; no term of any order. */
export const DAYS = 14

export const noFigures = (): Figures => Object.fromEntries(figureIds.map((id) => [id, 0])) as Figures

/** What is late in an area, each kind by itself: they differ in weight and are asked of different people. */
export const lateIds = ['leadsLate', 'verifyLate', 'releaseLate', 'missed'] as const satisfies readonly FigureId[]
export const lateOf = (figures: Figures): number => lateIds.reduce((sum, id) => sum + figures[id], 0)

/** 每千人在管: so that a large area and a small one can be compared. */
export const perThousand = (figures: Figures): number => (figures.persons === 0 ? 0 : Math.round((figures.managed * 10_000) / figures.persons) / 10)

/** The area that needs help first; what stands at none of the areas below comes last. */
export function worstAreaFirst(a: AreaFigures, b: AreaFigures): number {
  if (a.own !== b.own) return a.own ? 1 : -1
  return worstFirst({ ...a.figures, missing: a.figures.missed }, { ...b.figures, missing: b.figures.missed })
    || b.figures.reportsMissing - a.figures.reportsMissing || perThousand(b.figures) - perThousand(a.figures)
}

/** Backwards from those managed now: whoever came on a day was not there the day before, whoever left was. */
export function trendOf(flow: readonly { day: Day; opened: number; released: number; closed: number }[], managedNow: number, today: Day, days = DAYS): TrendDay[] {
  const trend: TrendDay[] = []
  let managed = managedNow
  for (let i = 0; i < days; i++) {
    const day = addDays(today, -i)
    const rows = flow.filter((row) => row.day === day)
    const sum = (of: 'opened' | 'released' | 'closed') => rows.reduce((n, row) => n + row[of], 0)
    trend.unshift({ day, opened: sum('opened'), released: sum('released'), managed })
    managed += sum('closed') - sum('opened')
  }
  return trend
}

/** One bar a day since the period began; the last one holds all that are longer. */
export function agesIn(rows: readonly { since: number; persons: number }[], last = DAYS): { since: number; orMore: boolean; persons: number }[] {
  return Array.from({ length: last + 1 }, (_, since) => ({
    since, orMore: since === last,
    persons: rows.filter((row) => (since === last ? row.since >= last : Math.max(0, row.since) === since)).reduce((n, row) => n + row.persons, 0),
  }))
}
