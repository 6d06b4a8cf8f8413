import { minutesBetween, type Instant } from '../../kernel/dates.ts'
import type { CommunityToday, TodayKind, TodayState, WorkerToday } from './contract.ts'

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

/** The word of the navigation that a kind of work belongs to, by which thirty kinds are told apart in one row; words at `ui.nav.<id>`. */
export type TodayFamily = 'control' | 'matters' | 'passage' | 'people' | 'reporting' | 'territory' | 'system'
export const familyOf: Record<TodayKind, TodayFamily> = {
  lead: 'control', declared: 'control', verify: 'control', list: 'control', visit: 'control', check: 'control', release: 'control', test: 'control', gap: 'control', parcel: 'control',
  matterMine: 'matters', matterUnassigned: 'matters', matterLate: 'matters', matterCall: 'matters', matterReportIn: 'matters', matterRate: 'matters', matterExclusion: 'matters',
  visitorToConfirm: 'passage', vehicleRecheck: 'passage', certificate: 'passage', exit: 'passage', notBack: 'passage', departure: 'passage', gateEmpty: 'passage', callOpen: 'matters', gateHeld: 'passage', gatePattern: 'passage',
  careAlone: 'people', careVisit: 'people', careCall: 'people', seal: 'people', volunteerWaiting: 'matters', request: 'people', baseData: 'people',
  report: 'reporting', form: 'reporting',
  zoneItem: 'territory', terminalDisinfection: 'territory', disinfection: 'territory', supplyLow: 'territory', supplyCheck: 'territory', supplyArrival: 'territory', supplyRequest: 'territory', announcement: 'territory', poster: 'territory', resumptionCheck: 'territory', resumptionRecheck: 'territory', resumptionReason: 'territory', dutyGap: 'territory',
  account: 'system', asked: 'system', grant: 'system', chain: 'system',
}
