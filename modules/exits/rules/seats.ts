import { dayOf, type Day, type Instant } from '../../../kernel/dates.ts'

/** Somebody who waits for a seat; without a day of the certificate, where none is asked for. */
export interface Waiting { exitId: string; destinationCode: string; employer: string | null; householdId: string | null; leavesOn: Day; certifiedUntil: Day | null }
export interface Bus { transportId: string; destinationCode: string; seats: number; taken: readonly number[]; departsAt: Instant }
export interface Seated { exitId: string; transportId: string; seatNo: number }

/** A bus to a province takes whoever goes anywhere in it. */
export const goesTo = (destinationCode: string | null, busCode: string): boolean => destinationCode !== null && destinationCode.startsWith(trimmed(busCode))
/** Its way, and its day: nobody leaves before the day asked for, or after the certificate has run out. */
export function takes(bus: Pick<Bus, 'destinationCode' | 'departsAt'>, w: Pick<Waiting, 'destinationCode' | 'leavesOn' | 'certifiedUntil'>): boolean {
  const on = dayOf(bus.departsAt)
  return goesTo(w.destinationCode, bus.destinationCode) && w.leavesOn <= on && (w.certifiedUntil === null || on <= w.certifiedUntil)
}
/** 440000 is the province, 440100 the city. */
export const trimmed = (code: string): string => code.replace(/^(\d{2})0000$/, '$1').replace(/^(\d{4})00$/, '$1')

/** Workmates together; who has no employer, with the own household. */
const groupOf = (w: Waiting): string => (w.employer ? `e ${w.employer} ${w.destinationCode}` : w.householdId ? `h ${w.householdId}` : w.exitId)

const freeSeats = (bus: Bus): number[] => Array.from({ length: bus.seats }, (_, i) => i + 1).filter((no) => !bus.taken.includes(no))

/**
 * 自动排座: the largest group first, into the fullest bus that still takes all of it, so that no group is parted needlessly; what fits
 * nowhere as a whole is parted by household. Nobody ever gets a seat that is not there.
 */
export function assignSeats(waiting: readonly Waiting[], buses: readonly Bus[]): Seated[] {
  const free = new Map(buses.map((bus) => [bus.transportId, freeSeats(bus)]))
  const seated: Seated[] = []
  // The nearest way first: a bus to the city before one to the province.
  const fitting = (w: Waiting) => buses.filter((bus) => takes(bus, w)).toSorted((a, b) => trimmed(b.destinationCode).length - trimmed(a.destinationCode).length)
  const put = (group: readonly Waiting[], bus: Bus) => { for (const one of group) seated.push({ exitId: one.exitId, transportId: bus.transportId, seatNo: free.get(bus.transportId)?.shift() ?? 0 }) }
  const room = (bus: Bus) => free.get(bus.transportId)?.length ?? 0
  const tightest = (group: readonly Waiting[]): Bus | undefined => {
    const [first] = group
    if (!first) return undefined
    const able = fitting(first).filter((bus) => group.every((one) => takes(bus, one)))
    const [nearest] = able
    return able.filter((bus) => room(bus) >= group.length && trimmed(bus.destinationCode) === trimmed(nearest?.destinationCode ?? '')).toSorted((a, b) => room(a) - room(b))[0] ?? able.filter((bus) => room(bus) >= group.length).toSorted((a, b) => room(a) - room(b))[0]
  }
  for (const group of grouped(waiting, groupOf)) {
    const bus = tightest(group)
    if (bus) { put(group, bus); continue }
    for (const family of grouped(group, (w) => w.householdId ?? w.exitId)) {
      const some = tightest(family)
      if (some) { put(family, some); continue }
      for (const one of family) { const last = tightest([one]); if (last) put([one], last) }
    }
  }
  return seated
}

/** Largest first; alike ones in their order, so that the same list is seated alike. */
function grouped(all: readonly Waiting[], keyOf: (w: Waiting) => string): Waiting[][] {
  const groups = new Map<string, Waiting[]>()
  for (const one of all) { const key = keyOf(one); const group = groups.get(key); if (group) group.push(one); else groups.set(key, [one]) }
  return [...groups.values()].toSorted((a, b) => b.length - a.length)
}
