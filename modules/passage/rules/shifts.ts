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

/** 到岗、缺岗、没有排人: what a shift looks like now. */
export function shiftState(s: { startsAt: Instant; endsAt: Instant; keeperName: string | null; signedOnAt: Instant | null; handedOverAt: Instant | null }, now: Instant, emptyMinutes: number): Shift['state'] {
  if (s.handedOverAt !== null || (s.signedOnAt !== null && now >= s.endsAt)) return 'done'
  if (s.signedOnAt !== null) return 'onPost'
  if (now < s.startsAt) return s.keeperName === null ? 'unfilled' : 'ahead'
  return now < addMinutes(s.startsAt, emptyMinutes) ? 'waiting' : 'empty'
}
