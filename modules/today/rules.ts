import { minutesBetween, type Instant } from '../../kernel/dates.ts'
import type { CommunityToday, TodayState, WorkerToday } from './contract.ts'

export { visitorOf } from '../quarantine/rules.ts'

/** How the eye sorts a list, not a term of any order: within these minutes a thing is due soon. */
const SOON_MINUTES = 180

export function stateOf(dueAt: Instant | null, now: Instant): TodayState {
  if (dueAt === null) return 'later'
  if (dueAt < now) return 'overdue'
  return minutesBetween(now, dueAt) <= SOON_MINUTES ? 'soon' : 'later'
}

const RANK: Record<TodayState, number> = { overdue: 0, soon: 1, later: 2 }
/** Most urgent first; within that as they come, which is the way somebody walks. */
export const byUrgency = (a: { state: TodayState }, b: { state: TodayState }): number => RANK[a.state] - RANK[b.state]

type Late = Pick<CommunityToday, 'leadsLate' | 'verifyLate' | 'releaseLate' | 'missing'>
/** A fever nobody took over weighs before a record nobody verified, that before somebody held too long, that before a missing check. */
export const worstFirst = (a: Late, b: Late): number =>
  b.leadsLate - a.leadsLate || b.verifyLate - a.verifyLate || b.releaseLate - a.releaseLate || b.missing - a.missing

type InHand = Pick<WorkerToday, 'who' | 'since' | 'overdue' | 'open'>
/** What nobody answers for stands first, then whoever has had something in hand longest, then whoever has more of it late, then more of it. */
export const nobodyThenOldest = (a: InHand, b: InHand): number =>
  Number(b.who === 'nobody') - Number(a.who === 'nobody') || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0) || b.overdue - a.overdue || b.open - a.open
