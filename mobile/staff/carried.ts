import { dayOf, instantAt, type Instant } from '../../kernel/dates.ts'
import type { UncaredHome } from '../../modules/care/contract.ts'
import type { CarriedCare, CarriedDoor, CarriedDuty, CarriedPerson } from '../../modules/field/contract.ts'
import type { CarriedAnnouncement } from '../../modules/publicity/contract.ts'
import { doorText } from '../../modules/people/rules/addresses.ts'
import { agedFrom, isExpired, withoutPeople, type Kept } from '../../modules/field/rules.ts'
import type { PolicyEdition } from '../../modules/policies/contract.ts'
import type { BoxRecord, KeptHere } from './state.ts'

/** What may be shown of the carried data; nothing once they have expired. */
export const shownOf = (carry: Kept | undefined, now: Instant): Kept | undefined => (carry && !isExpired(carry, now) ? carry : undefined)

/** 数据时间: at a gate that of the gate’s own, which a bad line may have left behind. */
export const ageOf = (carry: KeptHere): Pick<Kept, 'madeAt' | 'expiresAt'> => (carry.gate?.data ? agedFrom(carry, carry.gate.data.madeAt) : carry)
/** Without what has expired; the same where nothing has. A gate itself stays, so that passages are recorded all the same. */
export function stillGood(carry: KeptHere, now: Instant): KeptHere {
  const gate = carry.gate?.data && isExpired(ageOf(carry), now) ? { ...carry.gate, data: null } : carry.gate
  const parts = isExpired(carry, now) ? withoutPeople(carry.parts) : carry.parts
  return gate === carry.gate && parts.length === carry.parts.length ? carry : { ...carry, parts, ...(gate ? { gate } : {}) }
}

export const peopleIn = (carry: Kept | undefined): CarriedPerson[] => carry?.parts.flatMap((part) => part.people ?? []) ?? []
export const doorsIn = (carry: Kept | undefined): CarriedDoor[] => carry?.parts.flatMap((part) => part.doors ?? []) ?? []
/** 关爱走访: whose turn it is, tomorrow's as well once it is tomorrow. */
export const careIn = (carry: Kept | undefined, now: Instant): CarriedCare[] => carry?.parts.flatMap((part) => part.care ?? []).filter(({ dueOn }) => dueOn <= dayOf(now)) ?? []
/** 家里没人照料的. */
export const uncaredIn = (carry: Kept | undefined): UncaredHome[] => carry?.parts.flatMap((part) => part.homes ?? []) ?? []
export const homeKey = ({ householdId }: Pick<UncaredHome, 'householdId'>): string => `home:${householdId}`
/** What a care visit is about, beside the check at the same door. */
export const careKey = ({ personId }: Pick<CarriedCare, 'personId'>): string => `care:${personId}`
/** 待传达的公告 */
export const announcementsIn = (carry: Kept | undefined): CarriedAnnouncement[] => carry?.parts.flatMap((part) => part.announcements ?? []) ?? []
export const tellKey = (announcementId: string, areaId: string): string => `tell:${announcementId}:${areaId}`
/** Where it was told neither before the data were made nor from this phone since. */
export const untoldIn = (one: CarriedAnnouncement, records: readonly BoxRecord[], carry: Kept | undefined): CarriedAnnouncement['places'] =>
  one.places.filter(({ areaId, told }) => !told && !recordedFor(records, tellKey(one.announcementId, areaId), carry))
export const dutyIn = (carry: Kept | undefined): CarriedDuty | undefined => carry?.parts.find((part) => part.duty)?.duty
export const policyIn = (carry: Kept | undefined): PolicyEdition | undefined => carry?.parts.find((part) => part.policy)?.policy ?? undefined

/** 今天的名单: past midnight without a signal the readings due are those the carried order asks for; visits of today only the server can name. */
export function peopleToday(carry: Kept | undefined, now: Instant): CarriedPerson[] {
  const people = peopleIn(carry)
  if (!carry || isOfToday(carry, now)) return people
  const today = dayOf(now)
  const windows = (policyIn(carry)?.document.checkWindows ?? []).map((one) => ({ window: one.id, opensAt: instantAt(today, one.from), closesAt: instantAt(today, one.to), state: 'open' as const }))
  return people.map((one) => ({
    ...one, visits: one.visits.filter(({ dueAt }) => dueAt === null || dayOf(dueAt) >= today),
    windows: one.anchorOn && one.endsOn && one.anchorOn <= today && one.endsOn >= today ? windows : [],
  }))
}
export const isOfToday = ({ madeAt }: Pick<Kept, 'madeAt'>, now: Instant): boolean => dayOf(madeAt) === dayOf(now)

export interface Due { key: string; params: Record<string, string>; late: boolean }
/** What is to be done at this door now; `since`: when this phone recorded something there that the data do not know of yet. */
export function duesOf(one: CarriedPerson, now: Instant, since?: Instant): Due[] {
  const open = one.windows.filter((w) => ((w.state === 'open' && w.opensAt <= now) || w.state === 'missed') && (since === undefined || w.opensAt > since))
  return [
    ...(since === undefined ? one.visits : []).map((visit) => ({ key: visit.tried ? 'tried' : visit.need !== null ? 'need' : visit.purpose in purposes ? visit.purpose : 'visit', params: { need: visit.need ?? '' }, late: visit.dueAt !== null && visit.dueAt < now })),
    ...(open.length > 0 ? [{ key: 'check', params: { windows: open.map((w) => w.window).join(',') }, late: open.some((w) => w.closesAt <= now) }] : []),
  ]
}
/** 还没到点: when the next reading falls due that is still to come today. */
export const nextDue = (people: readonly CarriedPerson[], now: Instant): Instant | undefined =>
  people.flatMap(({ windows }) => windows.filter(({ state, opensAt }) => state === 'open' && opensAt > now).map(({ opensAt }) => opensAt)).toSorted()[0]
const purposes = { missedCheck: true, delivery: true, newOrder: true }

/** Recorded on this phone and not known by the carried data yet; from then on they say what is left. What came back is not done. */
export const recordedFor = (records: readonly BoxRecord[], key: string, carry: Pick<Kept, 'madeAt'> | undefined): BoxRecord | undefined =>
  records.findLast(({ about, state, answer }) => about === key && (state === 'waiting' || (state !== 'needsYou' && answer !== undefined && answer.at > (carry?.madeAt ?? ''))))

/** The way somebody walks: compound, building, unit, door; 3 before 12. */
type Placed = Pick<CarriedPerson, 'place' | 'building' | 'unit' | 'room'>
const number = (text: string) => Number(/\d+/.exec(text)?.[0] ?? Number.MAX_SAFE_INTEGER)
export const byDoor = (a: Placed, b: Placed): number =>
  (a.place < b.place ? -1 : a.place > b.place ? 1 : 0) || number(a.building) - number(b.building) || number(a.unit) - number(b.unit) || number(a.room) - number(b.room) || (a.room < b.room ? -1 : 1)

export const buildingOf = ({ place, building }: Placed): string => [place, doorText({ building, unit: '', room: '' })].filter(Boolean).join(' ')
