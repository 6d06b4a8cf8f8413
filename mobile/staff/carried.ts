import { dayOf, type Instant } from '../../kernel/dates.ts'
import type { CarriedDoor, CarriedDuty, CarriedPerson } from '../../modules/field/contract.ts'
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
export const dutyIn = (carry: Kept | undefined): CarriedDuty | undefined => carry?.parts.find((part) => part.duty)?.duty
export const policyIn = (carry: Kept | undefined): PolicyEdition | undefined => carry?.parts.find((part) => part.policy)?.policy ?? undefined

export interface Due { key: string; params: Record<string, string>; late: boolean }
/** What is to be done at this door now, apart from what this phone has recorded already. */
export function duesOf(one: CarriedPerson, now: Instant): Due[] {
  const open = one.windows.filter((w) => (w.state === 'open' && w.opensAt <= now) || w.state === 'missed')
  return [
    ...one.visits.map((visit) => ({ key: visit.tried ? 'tried' : visit.need !== null ? 'need' : visit.purpose in purposes ? visit.purpose : 'visit', params: { need: visit.need ?? '' }, late: visit.dueAt !== null && visit.dueAt < now })),
    ...(open.length > 0 ? [{ key: 'check', params: { windows: open.map((w) => w.window).join(',') }, late: open.some((w) => w.closesAt <= now) }] : []),
  ]
}
const purposes = { missedCheck: true, delivery: true, newOrder: true }

/** Recorded on this phone today and not known by the carried data yet. */
export const recordedFor = (records: readonly BoxRecord[], key: string, now: Instant): BoxRecord | undefined =>
  records.findLast((one) => one.about === key && dayOf(one.record.at) === dayOf(now))

/** The way somebody walks: compound, building, unit, door; 3 before 12. */
type Placed = Pick<CarriedPerson, 'place' | 'building' | 'unit' | 'room'>
const number = (text: string) => Number(/\d+/.exec(text)?.[0] ?? Number.MAX_SAFE_INTEGER)
export const byDoor = (a: Placed, b: Placed): number =>
  (a.place < b.place ? -1 : a.place > b.place ? 1 : 0) || number(a.building) - number(b.building) || number(a.unit) - number(b.unit) || number(a.room) - number(b.room) || (a.room < b.room ? -1 : 1)

export const buildingOf = ({ place, building }: Placed): string => [place, doorText({ building, unit: '', room: '' })].filter(Boolean).join(' ')
