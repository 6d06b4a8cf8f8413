import { passKeys, passStops, type PassKeys, type PassStop, type Revocations } from '../contract/code.ts'

/** Keys as they come from the server; an answer that is broken or names none leaves those at hand as they are. */
export function applyKeys(held: PassKeys | null, answer: unknown): { keys: PassKeys | null; taken: boolean } {
  const read = passKeys.safeParse(answer)
  return read.success && read.data.keys.length > 0 ? { keys: read.data, taken: true } : { keys: held, taken: false }
}

/**
 * The list of stops after an answer, whole or delta. Each stop names one pass, so no answer can make every pass void; an answer that is
 * broken, short of what it promises, or older than what is held changes nothing. A pass becomes good again only by an answer that says
 * so of it (the server lists those too until they expire), so an empty list cannot make every pass good either.
 */
export function applyStops(held: Revocations | null, answer: unknown): { revocations: Revocations | null; taken: boolean } {
  const read = passStops.safeParse(answer)
  const kept = { revocations: held, taken: false }
  if (!read.success || read.data.count !== read.data.stops.length) return kept
  const { areaId, since, at, stops } = read.data
  if (held && Date.parse(at) < Date.parse(held.at)) return kept
  // a delta says nothing without what it builds upon
  if (since !== null && (!held || held.areaId !== areaId || Date.parse(since) > Date.parse(held.at))) return kept
  const all: Record<string, PassStop> = { ...held?.stops }
  for (const stop of stops) all[String(stop.serial)] = stop
  return { revocations: { at, areaId, stops: Object.fromEntries(Object.entries(all).filter(([, stop]) => Date.parse(stop.until) > Date.parse(at))) }, taken: true }
}
