import { minutesBetween, type Instant } from '../../../kernel/dates.ts'
import type { Carried, CarriedPart } from '../contract.ts'

/** So many buckets of people or doors: one changed person brings a sixteenth anew, not all. */
const BUCKETS = 16

/** A short mark of a text, to see whether two are alike; no secret hangs on it. */
export function markOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    a = Math.imul(a ^ c, 2654435761)
    b = Math.imul(b ^ c, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (b >>> 0).toString(36) + (a >>> 0).toString(36)
}

/** Cuts a list into parts by the ids, always alike. */
export function inParts<K extends 'people' | 'doors', T>(name: K, all: readonly T[], keyOf: (one: T) => string): CarriedPart[] {
  const buckets = Array.from({ length: BUCKETS }, () => [] as T[])
  for (const one of all) buckets[parseInt(keyOf(one).slice(-2), 16) % BUCKETS]?.push(one)
  return buckets.map((bucket, i) => partOf(`${name}${i}`, { [name]: bucket }))
}
export const partOf = (part: string, content: Omit<CarriedPart, 'part' | 'hash'>): CarriedPart => ({ part, hash: markOf(JSON.stringify(content)), ...content })

/** Only what the phone does not have, or has otherwise. */
export function newTo(known: string, parts: readonly CarriedPart[]): CarriedPart[] {
  const has = new Set(known.split(','))
  return parts.filter(({ part, hash }) => !has.has(`${part}:${hash}`))
}
export const knownOf = (parts: readonly Pick<CarriedPart, 'part' | 'hash'>[]): string => parts.map(({ part, hash }) => `${part}:${hash}`).join(',')

export interface Kept { madeAt: Instant; expiresAt: Instant; parts: CarriedPart[] }
/** What the phone has afterwards: the new parts in the place of the old; what the duty does not name any more is gone. */
export function merged(before: Kept | undefined, fresh: Carried): Kept {
  const parts = fresh.all.flatMap((name) => fresh.parts.find(({ part }) => part === name) ?? before?.parts.find(({ part }) => part === name) ?? [])
  return { madeAt: fresh.madeAt, expiresAt: fresh.expiresAt, parts }
}

/** 已过期: people have been released and orders changed since; what is this old is not shown. */
export const isExpired = (kept: Pick<Kept, 'expiresAt'>, now: Instant): boolean => kept.expiresAt <= now
/** Older than a few hours: said in another tone. */
export const isOld = (kept: Pick<Kept, 'madeAt' | 'expiresAt'>, now: Instant): boolean => minutesBetween(kept.madeAt, now) > minutesBetween(kept.madeAt, kept.expiresAt) / 2
