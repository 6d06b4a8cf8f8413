import { addDays, addMinutes, dayOf, instantAt, type Day, type Instant } from '../../../kernel/dates.ts'
import type { Shift } from '../contract/gates.ts'

export interface Slot { on: Day; slot: number; startsAt: Instant; endsAt: Instant }

/** The shifts of a day: each ends where the next begins, the last with the first of the day after. */
export function slotsOf(starts: readonly string[], on: Day): Slot[] {
  const begins = [...starts.map((clock) => instantAt(on, clock)), instantAt(addDays(on, 1), starts[0] ?? '00:00')]
  return starts.map((_, slot) => ({ on, slot, startsAt: begins[slot] ?? '', endsAt: begins[slot + 1] ?? '' }))
}

/** When the first shift after an instant begins. */
export const nextStart = (starts: readonly string[], after: Instant): Instant => [0, 1].flatMap((days) => slotsOf(starts, addDays(dayOf(after), days))).find(({ startsAt }) => startsAt > after)?.startsAt ?? after

/** From the earlier to the later, each once. */
export const inOrder = (starts: readonly string[]): boolean => starts.every((clock, i) => i === 0 || clock > (starts[i - 1] ?? ''))

interface Came { at: Instant; by: string | null; name: string }
export interface Attended { startsAt: Instant; keeperId: string | null; signedOnAt: Instant | null; signedOnBy: string | null; signedOnName: string | null; also: readonly Came[]; handOvers: readonly { at: Instant; by: string | null }[] }
/** By when they came; two who say they stood there both stay, also where one of them arrives from a phone hours later. */
export const attendantsOf = (s: Attended): Came[] => [...(s.signedOnAt === null ? [] : [{ at: s.signedOnAt, by: s.signedOnBy, name: s.signedOnName ?? '' }]), ...s.also]
/** Those who came and have not handed over since; the gate's own list asks the same of the rows (store/gates.ts). */
export const stillThere = (s: Attended): Came[] => attendantsOf(s).filter((one) => !s.handOvers.some((h) => h.by === one.by && h.at >= one.at))
/** Signed on twice is once; whoever has gone comes again. */
export const comesAnew = (s: Attended, accountId: string, at: Instant): boolean =>
  !stillThere(s).some(({ by }) => by === accountId) && !s.handOvers.some((h) => h.by === accountId && h.at >= at)

const stands = (s: Attended, accountId: string): boolean => stillThere(s).some(({ by }) => by === accountId)
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

/** 到岗、缺岗、没有交班、没有排人: what a shift looks like now. */
export function shiftState(s: Attended & { endsAt: Instant; keeperName: string | null }, now: Instant, emptyMinutes: number): Shift['state'] {
  if (s.signedOnAt !== null) return stillThere(s).length === 0 ? 'done' : now < s.endsAt ? 'onPost' : 'notHandedOver'
  if (now < s.startsAt) return s.keeperName === null ? 'unfilled' : 'ahead'
  return now < addMinutes(s.startsAt, emptyMinutes) ? 'waiting' : 'empty'
}
