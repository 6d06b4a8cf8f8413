import { addDays, addMinutes, instantAt, type Day, type Instant } from '../../../kernel/dates.ts'
import type { Shift } from '../contract/gates.ts'

export interface Slot { on: Day; slot: number; startsAt: Instant; endsAt: Instant }

/** The shifts of a day: each ends where the next begins, the last with the first of the day after. */
export function slotsOf(starts: readonly string[], on: Day): Slot[] {
  const begins = [...starts.map((clock) => instantAt(on, clock)), instantAt(addDays(on, 1), starts[0] ?? '00:00')]
  return starts.map((_, slot) => ({ on, slot, startsAt: begins[slot] ?? '', endsAt: begins[slot + 1] ?? '' }))
}

/** From the earlier to the later, each once. */
export const inOrder = (starts: readonly string[]): boolean => starts.every((clock, i) => i === 0 || clock > (starts[i - 1] ?? ''))

export interface Attended { startsAt: Instant; keeperId: string | null; signedOnBy: string | null; also: readonly { by: string }[] }
const stands = (s: Attended, accountId: string): boolean => s.signedOnBy === accountId || s.also.some((one) => one.by === accountId)
/**
 * For which of the running shift and the next somebody signs on: their own where they have already; the next where it is about to begin and
 * is theirs by the roster or the running one has somebody; else the running one, instead of or beside whoever is there.
 */
export function shiftToSign<S extends Attended>([running, next]: readonly S[], accountId: string, at: Instant, earlyMinutes: number): S | undefined {
  if (!running || !next) return running ?? next
  const soon = addMinutes(at, earlyMinutes) >= next.startsAt
  if (stands(running, accountId)) return running
  if (stands(next, accountId)) return next
  return soon && (next.keeperId === accountId || running.signedOnBy !== null) ? next : running
}

/** 到岗、缺岗、没有排人: what a shift looks like now. */
export function shiftState(s: { startsAt: Instant; endsAt: Instant; keeperName: string | null; signedOnAt: Instant | null; also: readonly { at: Instant }[]; handedOverAt: Instant | null }, now: Instant, emptyMinutes: number): Shift['state'] {
  const handed = s.handedOverAt
  // A relief within the shift comes after somebody has gone.
  if ((handed !== null && !s.also.some(({ at }) => at >= handed)) || (s.signedOnAt !== null && now >= s.endsAt)) return 'done'
  if (s.signedOnAt !== null) return 'onPost'
  if (now < s.startsAt) return s.keeperName === null ? 'unfilled' : 'ahead'
  return now < addMinutes(s.startsAt, emptyMinutes) ? 'waiting' : 'empty'
}
