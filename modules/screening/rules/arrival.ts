import { daysBetween, type Day } from '../../../kernel/dates.ts'
import type { ContactKind, Symptom } from '../../policies/contract.ts'
import type { Origin } from '../contract.ts'

/** What tells one arrival from another. */
export interface ArrivalKey {
  personId: string | null
  documentIndex: string | null
  phoneIndex: string | null
  name: string
  origin: Origin
  arrivedOn: Day
  /** False while nobody knows the day: a list, a tip. */
  dayTold: boolean
}

/** Trains are late and people misremember a date; two real journeys within three days from one province are rarer. */
export const ARRIVAL_DAYS = 3

/** The same person, as far as the papers tell. Families share a telephone, so a telephone needs the name beside it. */
export function isSamePerson(a: ArrivalKey, b: ArrivalKey): boolean {
  if (a.personId !== null && b.personId !== null) return a.personId === b.personId
  if (a.documentIndex !== null && b.documentIndex !== null) return a.documentIndex === b.documentIndex
  return a.phoneIndex !== null && a.phoneIndex === b.phoneIndex && plainName(a.name) === plainName(b.name)
}

const plainName = (name: string) => name.replace(/[\s·•.]/g, '')

/** 同一次到达: the same person, arrived within three days of each other, from the same province; what one of the two does not know tells them not apart. */
export const isSameArrival = (a: ArrivalKey, b: ArrivalKey): boolean =>
  isSamePerson(a, b) && sameDays(a, b) && (a.origin === 'unknown' || b.origin === 'unknown' || provinceOf(a.origin) === provinceOf(b.origin))

const sameDays = (a: ArrivalKey, b: ArrivalKey): boolean => !a.dayTold || !b.dayTold || Math.abs(daysBetween(a.arrivedOn, b.arrivedOn)) <= ARRIVAL_DAYS

/** A report without a day joins what still runs, not what ended long ago. */
export const stillRuns = (first: { state: string; decision: { endsOn: Day } | null }, today: Day): boolean =>
  first.state === 'toVerify' || (first.state === 'managed' && first.decision !== null && first.decision.endsOn >= today)

/** First two digits; 'abroad' and 'unknown' stand for themselves. */
export const provinceOf = (origin: Origin): string => (/^\d{6}$/.test(origin) ? origin.slice(0, 2) : origin)

/** The facts of which a second report may know more than the first. */
export interface HealthSaid {
  contact: ContactKind
  contactAsked: boolean
  lastExposureOn: Day | null
  symptoms: Symptom[]
  symptomsAsked: boolean
  /** ℃, usable readings only */
  temperature: number | null
}

const CLOSENESS: Record<ContactKind, number> = { none: 0, general: 1, secondary: 2, close: 3 }

/** A second report adds and never takes away: a symptom once told, a fever once measured, a contact once known all stand. */
export function mergeHealth(first: HealthSaid, second: HealthSaid): HealthSaid {
  const days = [first.lastExposureOn, second.lastExposureOn].filter((d) => d !== null).sort()
  const readings = [first.temperature, second.temperature].filter((t) => t !== null)
  return {
    contact: CLOSENESS[second.contact] > CLOSENESS[first.contact] ? second.contact : first.contact,
    contactAsked: first.contactAsked || second.contactAsked,
    lastExposureOn: days.at(-1) ?? null,
    symptoms: [...new Set([...first.symptoms, ...second.symptoms])],
    symptomsAsked: first.symptomsAsked || second.symptomsAsked,
    temperature: readings.length > 0 ? Math.max(...readings) : null,
  }
}

/** Whether a merge brought anything that a decision depends on. */
export const bringsNews = (before: HealthSaid, after: HealthSaid): boolean =>
  after.contact !== before.contact || after.lastExposureOn !== before.lastExposureOn ||
  after.symptoms.length > before.symptoms.length || (after.temperature ?? 0) > (before.temperature ?? 0)
