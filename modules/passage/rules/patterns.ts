import { minutesBetween, type Instant } from '../../../kernel/dates.ts'
import type { PassageRules } from '../../policies/contract.ts'
import type { Direction, Emergency, GateKind, Outcome, ReasonCode } from '../contract/facts.ts'
import type { PatternKind } from '../contract/gates.ts'
import type { Passage } from '../contract/records.ts'
import { keepsSettlement, usesTurn } from './stops.ts'

export interface PatternEvent {
  eventId: string; at: Instant; gateId: string; gateName: string; gateKind: GateKind; areaPath: string; direction: Direction; outcome: Outcome; subject: Passage['subject']; subjectKey: string; householdId: string | null; personId: string | null
  emergency: Emergency | null; special: string | null; escorted: boolean
  /** By the server where it would have decided otherwise, else by whoever decided. */
  code: ReasonCode; params: Readonly<Record<string, string | number>>
}
export interface Found {
  kind: PatternKind; at: Instant; gateId: string; areaPath: string; householdId: string | null; personId: string | null; eventIds: string[]
  /** `clock` and `thenClock` as instants: whoever reads them says today, yesterday or the day. */
  params: Record<string, string | number>
  /** Names the rows it was found in: the same is found once. */
  foundBy: string
}

const QUARANTINE: readonly ReasonCode[] = ['quarantine', 'quarantineSelf', 'quarantineElsewhere']

/**
 * What looks wrong in the passages, in the order of their time: somebody in quarantine went out, one pass at two gates within minutes, the same pass in twice without having been out. Whoever passed as an emergency is none.
 */
export function findPatterns(events: readonly PatternEvent[], twoGatesMinutes: number): Found[] {
  const passed = events.filter((e) => e.outcome === 'allow' && e.emergency === null && e.special === null && !e.escorted).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const last = new Map<string, PatternEvent>()
  return passed.flatMap((event) => {
    if (!isPaired(event)) return byReason(event)
    const before = last.get(event.subjectKey)
    last.set(event.subjectKey, event)
    return [...byReason(event), ...(before ? byPair(before, event, twoGatesMinutes) : [])]
  })
}

const found = (kind: PatternKind, event: PatternEvent, events: readonly PatternEvent[], params: Record<string, string | number>): Found => ({
  kind, at: event.at, gateId: event.gateId, areaPath: event.areaPath, householdId: event.householdId, personId: event.personId, params, eventIds: events.map((e) => e.eventId),
  foundBy: `${kind} ${events.map((e) => e.eventId).join(' ')}`,
})

/** Whoever is kept elsewhere has left there, whichever way they pass here. */
function byReason(event: PatternEvent): Found[] {
  const at = { clock: event.at, gate: event.gateName }
  if (event.code === 'quarantineElsewhere' || (event.subject === 'visitor' && (event.code === 'quarantineReturns' || QUARANTINE.includes(event.code)))) return [found('elsewherePassed', event, [event], at)]
  return event.direction === 'out' && QUARANTINE.includes(event.code) ? [found('quarantinePassed', event, [event], { ...at, ...event.params })] : []
}

/** An exit that took turns of its household: how many, and what its own order allows. */
export interface TurnsTaken extends PatternEvent { turns: number; quota: PassageRules['quota'] }
/**
 * 超过频次: a household went out more often than allowed. Judged by the exits' own times, whichever arrived first: two gates without signal each let
 * somebody out and neither knew. The one that went beyond what its order allows broke it; in quarantine it is one that was not to go out at all.
 */
export function findBrokenQuotas(exits: readonly TurnsTaken[]): Found[] {
  const before = new Map<string | null, TurnsTaken[]>()
  return exits.toSorted((a, b) => (a.at < b.at || (a.at === b.at && a.eventId < b.eventId) ? -1 : 1)).flatMap((event) => {
    const { householdId, quota } = event
    const own = [...(before.get(householdId) ?? []), event]
    before.set(householdId, own)
    const using = own.filter((e) => usesTurn(e.at, quota, event.at))
    if (QUARANTINE.includes(event.code) || using.reduce((sum, e) => sum + e.turns, 0) <= quota.persons) return []
    // Once for each exit, whatever else arrives later.
    return [{ ...found('quotaBroken', event, using, { clock: event.at, gate: event.gateName, persons: quota.persons, days: quota.days }), foundBy: `quotaBroken ${event.eventId}` }]
  })
}

/** A pass that somebody was let through by as a good one, and since when it was none. */
export interface PassShown extends PatternEvent { stop: 'revoked' | 'suspended'; since: Instant }
/**
 * 失效证放行: a phone without signal has not been told that a pass was stopped. Where a pass is asked for: whoever lives here comes home without one,
 * and a visitor who leaves has used it up by coming in. In quarantine it is the going out that is looked into.
 */
export const findStoppedPasses = (shown: readonly PassShown[]): Found[] =>
  shown.filter((e) => e.since <= e.at && !QUARANTINE.includes(e.code) && (e.direction === 'out' ? e.subject !== 'visitor' : e.subject === 'visitor' || e.householdId === null))
    .map((e) => found('stoppedPass', e, [e], { clock: e.at, gate: e.gateName, passState: e.stop, since: e.since }))

/**
 * A household has several members: only one and the same pass, person or car cannot be at two places. And whoever passes a station or a checkpoint
 * on the road is on the way between two settlements.
 */
export const isPaired = ({ subjectKey, gateKind }: Pick<PatternEvent, 'subjectKey' | 'gateKind'>): boolean => !subjectKey.startsWith('household ') && subjectKey.trim() !== 'told' && keepsSettlement(gateKind)

function byPair(before: PatternEvent, event: PatternEvent, twoGatesMinutes: number): Found[] {
  const params = { clock: before.at, gate: before.gateName, thenClock: event.at, thenGate: event.gateName }
  const minutes = minutesBetween(before.at, event.at)
  if (before.gateId !== event.gateId && before.direction === event.direction && minutes <= twoGatesMinutes) return [found('twoGates', event, [before, event], { ...params, minutes: Math.round(minutes) })]
  return before.direction === 'in' && event.direction === 'in' ? [found('twiceIn', event, [before, event], params)] : []
}
