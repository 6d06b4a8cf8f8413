import { minutesBetween, type Instant } from '../../../kernel/dates.ts'

/** 没记完的: which pages keep what somebody has begun, and for how many minutes it may still be what stands before them. */
export const draftMinutes = { gate: 30, door: 4 * 60, care: 4 * 60, cover: 4 * 60, new: 12 * 60, post: 12 * 60 } as const
export type DraftPage = keyof typeof draftMinutes
export type DraftKey = `${DraftPage}/${string}`

export const pageOf = (key: DraftKey): DraftPage => key.slice(0, key.indexOf('/')) as DraftPage
/** A reading of the morning is no reading of the evening: what is older is not offered again. */
export const isStale = (key: DraftKey, at: Instant, now: Instant): boolean => minutesBetween(at, now) > (draftMinutes[pageOf(key)] ?? 0)
