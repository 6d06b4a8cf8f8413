import { createMemory } from './memory.ts'

/**
 * Time in this system: an `Instant` is an ISO string in UTC, a `Day` is `YYYY-MM-DD` in Asia/Shanghai.
 * Shanghai has been UTC+8 without summer time since 1991, so arithmetic is exact and needs no library.
 */
export type Instant = string
export type Day = string

const SHANGHAI_MS = 8 * 3600_000
const DAY_MS = 86_400_000
const DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Milliseconds since 1970; what is spelled as ours are is read by hand, for a gate reads dozens to a passage and `Date.parse` costs four times as much. */
export function msOf(at: Instant): number {
  if (!isPlain(at)) return Date.parse(at)
  const [month, date] = [twoAt(at, 5), twoAt(at, 8)]
  // Of a year that begins in March the days before each month follow one line, and a leap day is its last.
  const year = twoAt(at, 0) * 100 + twoAt(at, 2) - (month < 3 ? 1 : 0)
  const days = 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - DAYS_TO_1970
  return days * DAY_MS + twoAt(at, 11) * 3600_000 + twoAt(at, 14) * 60_000 + twoAt(at, 17) * 1000 + twoAt(at, 20) * 10 + at.charCodeAt(22) - ZERO
}
const DAYS_TO_1970 = 719_469
const ZERO = 48
const twoAt = (text: string, i: number): number => text.charCodeAt(i) * 10 + text.charCodeAt(i + 1) - 11 * ZERO
const isPlain = (at: string): boolean => at.length === 24 && at[4] === '-' && at[10] === 'T' && at[13] === ':' && at[19] === '.' && at[23] === 'Z'

/** The same the other way round. */
export function atMs(ms: number): Instant {
  const days = Math.floor(ms / DAY_MS)
  if (!(days >= 0 && days < MOST_DAYS)) return new Date(ms).toISOString()
  const rest = Math.floor(ms - days * DAY_MS)
  const seconds = Math.floor(rest / 1000)
  return `${dayText(days)}T${TWO[Math.floor(seconds / 3600)]}:${TWO[Math.floor(seconds / 60) % 60]}:${TWO[seconds % 60]}.${THREE[rest % 1000]}Z`
}
/** To the end of 9999. */
const MOST_DAYS = 2_932_897
const TWO = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'))
const THREE = Array.from({ length: 1000 }, (_, n) => String(n).padStart(3, '0'))
const dayTexts = createMemory<number, Day>(400)
function dayText(days: number): Day {
  const known = dayTexts.get(days)
  if (known !== undefined) return known
  const text = new Date(days * DAY_MS).toISOString().slice(0, 10)
  dayTexts.set(days, text)
  return text
}

export const toInstant = (date: Date): Instant => atMs(date.getTime())

/** The calendar day in Shanghai of an instant. */
export const dayOf = (at: Instant): Day => atMs(msOf(at) + SHANGHAI_MS).slice(0, 10)

/** Wall clock in Shanghai, `HH:mm`. */
export const clockOf = (at: Instant): string => atMs(msOf(at) + SHANGHAI_MS).slice(11, 16)

/** The instant at which `clock` (`HH:mm`, `24:00` allowed) is shown in Shanghai on `day`. */
export function instantAt(day: Day, clock: string): Instant {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return atMs(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_MS + (hours * 60 + minutes) * 60_000)
}

export const addDays = (day: Day, days: number): Day =>
  atMs(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).slice(0, 10)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** The same day of another month, or its last day where it has fewer. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, '0')}`
}

export const addMinutes = (at: Instant, minutes: number): Instant =>
  atMs(msOf(at) + minutes * 60_000)

export const minutesBetween = (from: Instant, to: Instant): number => (msOf(to) - msOf(from)) / 60_000

export const laterDay = (a: Day, b: Day): Day => (a > b ? a : b)

/** True for a real calendar day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day >= 1 && day <= (month === 2 && leap ? 29 : (DAYS_IN_MONTH[month] ?? 0))
}

/** Age in completed years on a day; undefined without a birth date. */
export function ageOn(birthOn: Day | null | undefined, on: Day): number | undefined {
  if (!birthOn) return undefined
  const years = Number(on.slice(0, 4)) - Number(birthOn.slice(0, 4))
  return on.slice(5) < birthOn.slice(5) ? years - 1 : years
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** A day as a sentence that is kept says it: 3月3日, 3 Mar. */
export const dayIn = (day: Day): { zh: string; en: string } => ({ zh: `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`, en: `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''}` })
