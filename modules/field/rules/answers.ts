import { addMinutes, type Instant } from '../../../kernel/dates.ts'
import type { PhoneLimits } from '../contract.ts'

/**
 * What the server's answer means for a record that waits on a phone:
 * it arrived · it waits for better times · its owner must sign in · it goes to the desk as a parcel, since its owner may not send it any more · a person must look at it.
 */
export type Meaning = 'arrived' | 'waits' | 'signIn' | 'parcel' | 'needsYou'

export function meaningOf({ status, code }: { status: number; code: string }): Meaning {
  if (status >= 200 && status < 300) return 'arrived'
  if (status === 0 || status === 429 || status >= 500) return 'waits'
  if (status === 401 || code === 'frame.mustPassFactor' || code === 'frame.mustChangePassword') return 'signIn'
  // Not allowed, or not in one's territory any more: the fact was recorded while it was, so somebody else takes it over.
  if (status === 403 || status === 404) return 'parcel'
  return 'needsYou'
}

/** 服务器出错 on what was sent: may be this record's own fault, which being busy (503) is not. */
export const isTrouble = ({ status }: { status: number }): boolean => status >= 500 && status !== 503

const FIRST_MS = 4000
const MOST_MS = 5 * 60_000
/** How long to wait before trying again: twice as long each time, five minutes at most. */
export const waitMs = (tries: number): number => Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(tries, 10))

/** As long as a phone has heard of no other: the standards of the settings. */
export const standardLimits: PhoneLimits = { handOverHours: 48, syncMinutes: 5, keptDays: 3, clockSeconds: 120 }
/** Beyond this a clock is said to be wrong: a window of the order might be missed by it. */
export const clockWrong = (offSeconds: number, { clockSeconds }: Pick<PhoneLimits, 'clockSeconds'> = standardLimits): boolean => Math.abs(offSeconds) > clockSeconds

const MOST_SECONDS = 2 ** 31 - 1
/** 时钟差 as it is written down: a phone with a new battery may be a hundred years off, and is none the less heard. */
export const clockOffKept = (offSeconds: number): number => Math.max(-MOST_SECONDS, Math.min(MOST_SECONDS, offSeconds))

/** What an absent owner left on a shared phone goes to the desk after so many hours. */
export const isLeft = (at: Instant, now: Instant, hours: number): boolean => addMinutes(at, hours * 60) <= now

/** A field somebody cleared again says nothing: sent as an empty name it would make the whole record unreadable. */
export const withoutBlanks = <T extends object>(said: T): T => Object.fromEntries(Object.entries(said).filter(([, value]) => typeof value !== 'string' || value.trim() !== '')) as T

/** 转交号: day and the random end of the id, as screenings have them. */
export const parcelNoOf = (id: string, at: Instant): string => `${at.slice(5, 7)}${at.slice(8, 10)}-${id.replaceAll('-', '').slice(-6).toUpperCase()}`
