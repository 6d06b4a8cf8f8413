import { addDays, dayOf, daysBetween, type Day, type Instant } from '../../../kernel/dates.ts'
import { CALL_AFTER, type CareResult, type CareState } from '../contract.ts'

/** 没见到: the next day again. */
const AGAIN_AFTER = 1

export interface Rhythm { beganOn: Day; days: number; askAgainOn: Day | null }
export interface Standing { lastAt: Instant | null; lastOn: Day | null; lastResult: CareResult | null; lastMetOn: Day | null; lastInTime: boolean | null; missed: number }
export const untouched: Standing = { lastAt: null, lastOn: null, lastResult: null, lastMetOn: null, lastInTime: null, missed: 0 }

/** 下次走访: the database has the same in `care_person.due_on`. */
export function dueOf({ beganOn, days, askAgainOn }: Rhythm, { lastOn, lastMetOn, missed }: Pick<Standing, 'lastOn' | 'lastMetOn' | 'missed'>): Day {
  if (askAgainOn !== null) return askAgainOn
  if (missed > 0 && lastOn !== null) return addDays(lastOn, AGAIN_AFTER)
  return addDays(lastMetOn ?? beganOn, days)
}

export interface Visited { at: Instant; result: CareResult }
/** What the visits come to, in the order in which they happened: one that arrives late takes its place among them. */
export function standingAfter(rhythm: Rhythm, visits: readonly Visited[]): Standing {
  return visits.toSorted((a, b) => (a.at < b.at ? -1 : 1)).reduce((was: Standing, { at, result }) => {
    const [on, met] = [dayOf(at), result !== 'notMet']
    return { lastAt: at, lastOn: on, lastResult: result, ...(met ? { lastMetOn: on, lastInTime: on <= dueOf(rhythm, was), missed: 0 } : { lastMetOn: was.lastMetOn, lastInTime: was.lastInTime, missed: was.missed + 1 }) }
  }, untouched)
}

export function stateOf({ dueOn, askAgainOn }: { dueOn: Day; askAgainOn: Day | null }, today: Day): CareState {
  if (dueOn > today) return askAgainOn === null ? 'later' : 'notWanted'
  return dueOn < today ? 'overdue' : 'due'
}
/** 逾期天数 */
export const daysLate = (dueOn: Day, today: Day): number => Math.max(0, daysBetween(dueOn, today))
/** 两次没见到: not gone to again, but called about. */
export const mustCall = (missed: number): boolean => missed >= CALL_AFTER

/** 本周, from Monday on. */
export const weekStart = (today: Day): Day => addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7))
/** 走访率 */
export const rateOf = (inTime: number, week: number): number | null => (week === 0 ? null : inTime / week)
