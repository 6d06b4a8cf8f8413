import { minutesBetween, type Instant } from '../../kernel/dates.ts'
import { may } from '../accounts/rules.ts'
import type { CommunityToday, TodayKind, TodayState } from './contract.ts'

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

/** Who calls at the door in which role; the offices above call at none. */
export const visitorOf = (role: string): 'doctor' | 'worker' | 'property' | undefined => {
  if (role === 'healthCentreDoctor') return 'doctor'
  if (role === 'propertyStaff') return 'property'
  return role === 'gridWorker' || role === 'communityWorker' ? 'worker' : undefined
}

/** Only what this role can do something about; `above`: granted above the communities, which do their own work first. */
export function kindsFor(role: string, above: boolean): TodayKind[] {
  // A health centre serves several communities and walks all the same.
  const office = above && visitorOf(role) === undefined
  const kinds: [TodayKind, boolean][] = [
    // Whoever cannot take a lead over can still ring the health centre.
    ['lead', may(role, 'leads.handle') || (may(role, 'leads.view') && may(role, 'reporting.view'))],
    ['verify', may(role, 'screening.verify')],
    ['visit', may(role, 'quarantine.visit') && visitorOf(role) !== undefined && !office],
    // Who does not report is the community's to find; the doctor has the own rounds.
    ['check', may(role, 'quarantine.check') && visitorOf(role) === 'worker' && !office],
    ['release', may(role, 'quarantine.release') || (may(role, 'quarantine.manage') && !office)],
    ['test', may(role, 'quarantine.check') && !office],
    ['gap', may(role, 'quarantine.manage') && !office],
    ['report', may(role, 'reporting.view')],
  ]
  return kinds.flatMap(([kind, yes]) => (yes ? [kind] : []))
}
