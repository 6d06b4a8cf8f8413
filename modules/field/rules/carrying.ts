import { addMinutes, minutesBetween, type Instant } from '../../../kernel/dates.ts'
import { inBuckets, markOf, mergedParts } from '../../../kernel/marks.ts'
import type { Carried, CarriedPart } from '../contract.ts'

export { knownOf, markOf, newTo } from '../../../kernel/marks.ts'

/** So many buckets of people or doors: one changed person brings a sixteenth anew, not all. */
const BUCKETS = 16

/** Cuts a list into parts by the ids, always alike. */
export function inParts<K extends 'people' | 'care' | 'doors' | 'points' | 'announcements', T>(name: K, all: readonly T[], keyOf: (one: T) => string): CarriedPart[] {
  return inBuckets(all, keyOf, BUCKETS).map((bucket, i) => partOf(`${name}${i}`, { [name]: bucket }))
}
export const partOf = (part: string, content: Omit<CarriedPart, 'part' | 'hash'>): CarriedPart => ({ part, hash: markOf(JSON.stringify(content)), ...content })

export interface Kept { madeAt: Instant; expiresAt: Instant; parts: CarriedPart[] }
/** What the phone has afterwards: the new parts in the place of the old; what the duty does not name any more is gone. */
export function merged(before: Kept | undefined, fresh: Carried): Kept {
  return { madeAt: fresh.madeAt, expiresAt: fresh.expiresAt, parts: mergedParts(before?.parts ?? [], fresh.all, fresh.parts) }
}

/** What came by an answer of its own has an age of its own, and is good for as long as the rest. */
export const agedFrom = ({ madeAt, expiresAt }: Pick<Kept, 'madeAt' | 'expiresAt'>, since: Instant): Pick<Kept, 'madeAt' | 'expiresAt'> => ({ madeAt: since, expiresAt: addMinutes(since, minutesBetween(madeAt, expiresAt)) })
/** What may not be shown any more is not kept either: of people and doors nothing is left. */
export const withoutPeople = (parts: readonly CarriedPart[]): CarriedPart[] => parts.filter((part) => !part.people && !part.care && !part.homes && !part.doors)

/** 已过期: people have been released and orders changed since; what is this old is not shown. */
export const isExpired = (kept: Pick<Kept, 'expiresAt'>, now: Instant): boolean => kept.expiresAt <= now
/** Older than a few hours: said in another tone. */
export const isOld = (kept: Pick<Kept, 'madeAt' | 'expiresAt'>, now: Instant): boolean => minutesBetween(kept.madeAt, now) > minutesBetween(kept.madeAt, kept.expiresAt) / 2
