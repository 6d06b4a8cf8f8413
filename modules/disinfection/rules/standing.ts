import { clockOf, dayOf, instantAt, type Instant } from '../../../kernel/dates.ts'
import type { PointStanding } from '../contract.ts'
import { dueClocks } from '../data.ts'

/** How many of a day's times should have been done by now. */
export const owedBy = (timesADay: number, now: Instant): number => (dueClocks[timesADay] ?? []).filter((clock) => clock <= clockOf(now)).length

/** For points of one, two, three and four times a day. */
export const owedByNow = (now: Instant): number[] => [1, 2, 3, 4].map((times) => owedBy(times, now))

/** Where a point stands today, and by when its next time is (or was) to be done. */
export function standingOf({ state, timesADay, doneToday }: { state: 'open' | 'closed'; timesADay: number; doneToday: number }, now: Instant): { standing: PointStanding; dueAt: Instant | null } {
  if (state === 'closed') return { standing: 'closed', dueAt: null }
  const next = dueClocks[timesADay]?.[doneToday]
  if (next === undefined) return { standing: 'done', dueAt: null }
  return { standing: doneToday < owedBy(timesADay, now) ? 'late' : 'due', dueAt: instantAt(dayOf(now), next) }
}
