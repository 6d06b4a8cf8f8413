import { inScope, type Ctx, type StaffActor } from '../../../kernel/ctx.ts'
import { addMinutes, atMs, msOf, type Instant } from '../../../kernel/dates.ts'
import { openLead } from '../../leads/service.ts'
import { passageRecord, type Outcome, type PassageDecision, type PassagePolicy, type PassageRecord, type RecordedPassage } from '../contract.ts'
import { briefOf, decidePassage, decidesAlike, factsOf, gradeAt, isAhead, keepsSettlement, personsOf, subjectKeyOf } from '../rules.ts'
import * as store from '../store.ts'
import type { GateRow } from '../tables.ts'
import { heldElsewhere, toldOf as heldTold, type Unseen } from './elsewhere.ts'
import { knownOf, longestLook, type Known } from './known.ts'
import { placesOf, type Place } from './places.ts'

interface Taken { index: number; keeper: StaffActor | undefined; record: PassageRecord; place: Place; householdId: string | undefined; at: Instant; clockSaid: Instant | undefined }
interface Decided extends Taken { server: PassageDecision; event: store.NewEvent }

/** Where gates and households are known from, and whoever is not seen. */
export interface Sources { placesOf: typeof placesOf; knownOf: typeof knownOf; keptBefore: typeof keptBefore; householdsOf: typeof householdsOf; heldElsewhere: typeof heldElsewhere }
const householdsOf = (ctx: Ctx, personIds: readonly string[]) => store.householdsOf(ctx.sql, personIds)
const anew: Sources = { placesOf, knownOf, keptBefore, householdsOf, heldElsewhere }

/**
 * Takes 1 to 500 passages at once. Each row stands for itself: one that cannot be read comes back with why, one that was sent before adds
 * nothing, all others are kept whatever was decided. The server decides again with what it knows and keeps both where they differ.
 */
export function takePassages(ctx: Ctx, rows: readonly Record<string, unknown>[]): Promise<RecordedPassage[]> {
  const answers = rows.map((row, index) => returned(index, typeof row['eventId'] === 'string' ? row['eventId'] : null, 'malformed'))
  const read = rows.flatMap((row, index) => {
    const parsed = passageRecord.safeParse(row)
    return parsed.success ? [{ index, record: parsed.data }] : []
  })
  const keeper = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  return takeRead(ctx, read, answers, () => keeper, anew)
}

/** The same of records already read, each of its own keeper, who reaches the gates of their own territory only. */
export const takeRecords = (ctx: Ctx, records: readonly { record: PassageRecord; keeper: StaffActor | undefined }[], sources: Sources): Promise<RecordedPassage[]> =>
  takeRead(ctx, records.map(({ record }, index) => ({ index, record })), records.map(({ record }, index) => returned(index, record.eventId, 'malformed')), (index) => records[index]?.keeper, sources)

const returned = (index: number, eventId: string | null, problem: RecordedPassage['problem']): RecordedPassage => ({ index, eventId, state: 'returned', problem, differs: false, decision: null })

async function takeRead(ctx: Ctx, read: readonly Read[], answers: RecordedPassage[], keeperOf: (index: number) => StaffActor | undefined, sources: Sources): Promise<RecordedPassage[]> {
  const [at, first, homes] = await Promise.all([sources.placesOf(ctx, [...new Set(read.map((r) => r.record.gateId))]), sources.keptBefore(ctx, read.map((r) => r.record)), sources.householdsOf(ctx, read.flatMap(({ record: r }) => (r.personId && !r.householdId ? [r.personId] : [])))])
  const taken = withGates(ctx, read, { at, first, homes: new Map(homes.map((h) => [h.personId, h.householdId])) }, answers, keeperOf)
  const { decided, known } = await decideAll(ctx, taken, sources)
  return keepAll(ctx, decided, answers).catch((error: unknown) => {
    known?.forget()
    throw error
  })
}

async function keepAll(ctx: Ctx, decided: readonly Decided[], answers: RecordedPassage[]): Promise<RecordedPassage[]> {
  const fresh = new Set(decided.length === 0 ? [] : (await store.insertEvents(ctx.sql, decided.map((d) => d.event))).map((row) => row.id))
  const before = new Set<string>()
  for (const d of decided) {
    const isNew = fresh.has(d.record.eventId) && !before.has(d.record.eventId)
    before.add(d.record.eventId)
    answers[d.index] = { index: d.index, eventId: d.record.eventId, state: isNew ? 'kept' : 'already', problem: null, differs: d.event.differs, decision: d.record.decision && !d.event.differs ? null : d.server }
    if (isNew) await raiseFever(ctx, d)
  }
  return answers
}

/** How long before its own time a record may have been kept already, where its clock ran ahead or it had no time of its own. */
const KNOWN_AGAIN_DAYS = 31
/** When those of these records were that are here already: a record sent again has the time it was kept with. */
export async function keptBefore(ctx: Ctx, records: readonly Pick<PassageRecord, 'eventId' | 'at'>[]): Promise<Map<string, Instant>> {
  if (records.length === 0) return new Map()
  const earliest = records.reduce((least, { at }) => (at < least ? at : least), ctx.now)
  // The key knows a record by its own time. One that has none takes ours: sent twice in the same moment, the second waits until the first is there.
  const untimed = records.filter(({ at }) => at === ctx.now || isAhead(at, ctx.now)).map(({ eventId }) => eventId)
  const [, rows] = await Promise.all([
    untimed.length === 0 ? undefined : store.waitForTwins(ctx.sql, untimed),
    store.alreadyThere(ctx.sql, records.map(({ eventId }) => eventId), addMinutes(earliest, -KNOWN_AGAIN_DAYS * 24 * 60)),
  ])
  return new Map(rows.map((row) => [row.id, row.at]))
}

interface Read { index: number; record: PassageRecord }
interface Around { at: ReadonlyMap<string, Place>; first: ReadonlyMap<string, Instant>; homes: ReadonlyMap<string, string> }
function withGates(ctx: Ctx, read: readonly Read[], { at: places, first, homes }: Around, answers: RecordedPassage[], keeperOf: (index: number) => StaffActor | undefined): Taken[] {
  return read.flatMap(({ index, record }): Taken[] => {
    const keeper = keeperOf(index)
    const there = places.get(record.gateId)
    const place = there && (keeper === undefined || inScope(keeper.scope, there.gate.areaPath)) ? there : undefined
    const early = isAhead(record.at, ctx.now)
    if (!place) answers[index] = returned(index, record.eventId, 'noSuchGate')
    // Sent again, it has the time it was kept with: by it the table knows it again.
    else return [{ index, keeper, record, place, householdId: record.householdId ?? (record.personId === undefined ? undefined : homes.get(record.personId)), at: first.get(record.eventId) ?? (early ? ctx.now : atMs(msOf(record.at))), clockSaid: early ? record.at : undefined }]
    return []
  })
}

/** From when to when facts are asked for, and for how many days back who went out. */
export function lookOf(places: readonly Place[], times: readonly Instant[]): [from: Instant, to: Instant, daysOut: number] {
  const [from = '', to = from] = [times[0], times.at(-1)]
  return [from, to, longestLook(places.flatMap((p) => [p.policyAt(from), p.policyAt(to)]))]
}

/** The household a passage is of, or is to. */
const whoseOf = ({ householdId, record }: Taken): string | undefined => householdId ?? record.visitsHouseholdId

/** In the order of time, so that one exit of the batch counts for the next. */
async function decideAll(ctx: Ctx, taken: readonly Taken[], sources: Sources): Promise<{ decided: Decided[]; known?: Known }> {
  if (taken.length === 0) return { decided: [] }
  const times = taken.map((t) => t.at).toSorted()
  const places = [...new Map(taken.map((t) => [t.place.gate.areaPath, t.place])).values()]
  const known = await sources.knownOf(ctx, taken.flatMap((t) => whoseOf(t) ?? []), places.flatMap((p) => p.grades), ...lookOf(places, times))
  const held = await sources.heldElsewhere(ctx, taken.flatMap((t) => unseenOf(t, known)))
  const ordered = taken.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.index - b.index))
  const decided = ordered.map((t) => {
    const { gate, beside, grades, policyAt } = t.place
    const policy = policyAt(t.at)
    const brief = briefOf(gate, beside, gradeAt(grades, gate.areaPath, t.at), t.at)
    const whose = whoseOf(t)
    const home = whose === undefined ? null : known.homeAt(whose, t.at, policy, t.record.eventId)
    const outside = whose !== undefined && known.isOutside(whose, gate)
    const kept = held.get(t.index)
    const server = decidePassage(factsOf(t.record, brief, home && { ...home, outside }, kept ? heldTold(kept) : null), policy, t.at)
    return { ...t, server, event: eventOf(ctx, kept?.sure ? foundAs(t, kept) : t, server, policy, known, outside || kept?.sure === true) }
  })
  return { decided, known }
}

/** Whom nobody here sees: somebody of no household, or of one beyond the territory. */
const unseenOf = ({ index: n, place: { gate, policyAt }, at, householdId, record: { personId, passNo, plate, document, name } }: Taken, known: Known): Unseen[] =>
  householdId !== undefined && known.sees(householdId) ? [] : [{ n, place: gate.areaPath, at, policy: policyAt(at), by: { householdId, personId, passNo, plate, document, name } }]
/** The row says who it was, for whoever may look: a lead is raised by it. */
const foundAs = (t: Taken, { personId, householdId }: store.HeldRow): Taken => ({ ...t, householdId: t.householdId ?? householdId ?? undefined, record: { ...t.record, personId: t.record.personId ?? personId ?? undefined } })

function eventOf(ctx: Ctx, { keeper, record: r, place: { gate }, householdId, at, clockSaid }: Taken, server: PassageDecision, policy: PassagePolicy | null, known: Known, outside: boolean): store.NewEvent {
  const said = r.decision ?? server
  const outcome: Outcome = r.happened ?? said.outcome
  const differs = r.decision !== undefined && !decidesAlike(r.decision, server)
  const persons = 1 + r.companions.length
  const counted = outcome === 'allow' && server.counted
  if (householdId && !outside && outcome === 'allow' && keepsSettlement(gate.kind)) known.passed({ id: r.eventId, householdId, at, direction: r.direction, persons, turns: counted ? personsOf(r.companions) : 0 })
  return {
    id: r.eventId, gate_id: gate.gateId, area_path: gate.areaPath, at, received_at: ctx.now, clock_said: clockSaid, direction: r.direction, subject: outside ? 'visitor' : r.subject, subject_key: subjectKeyOf({ ...r, householdId }),
    household_id: householdId, person_id: r.personId, visits_household_id: r.visitsHouseholdId, told_name: r.name, told_place: r.told, plate: r.plate, pass_no: r.passNo,
    pass_state: r.passState, special: r.specialVehicle, purpose: r.purpose, emergency: r.emergency, identity: r.identity, temperature: r.temperature, code: r.code,
    certificate: r.certificate, companions: r.companions, persons, outcome, decided: said.outcome, step: said.step, reason: said.reason, warnings: server.warnings, counted, differs,
    ...(differs ? { server_outcome: server.outcome, server_reason: server.reason } : {}), policy_id: policy?.policyId, order_no: policy?.orderNo, keeper_id: keeper?.accountId,
    keeper_name: r.keeperName ?? keeper?.name, note: r.note,
  }
}

/** A fever at the gate is the health centre's, as one at the door is; whoever is in no register is told of by name. */
async function raiseFever(ctx: Ctx, { record: r, place: { gate }, server, at }: Decided): Promise<void> {
  if (!server.lead) return
  const self = r.temperature === server.lead.temperature
  const other = r.companions.find((c) => c.temperature === server.lead?.temperature)
  const { leadId } = await openLead(ctx, {
    kind: 'fever', channel: 'gate', personId: (self ? r.personId : other?.personId) ?? null, areaId: gate.areaId, areaPath: gate.areaPath, dueMinutes: server.lead.dueMinutes,
    summary: { temperature: server.lead.temperature, symptoms: [], ...toldOf(self ? r : { ...r, name: other?.name }, gate) },
  })
  await store.setLead(ctx.sql, r.eventId, at, leadId)
}
const toldOf = (r: { name?: string | undefined; told?: string | undefined }, gate: GateRow) => ({ ...(r.name ? { name: r.name } : {}), address: r.told ?? `${gate.areaName}${gate.name}` })

/** Months for which there are or will be passages soon. */
export async function makeMonths(ctx: Ctx): Promise<void> {
  for (const days of [0, 20, 40]) await store.monthFor(ctx.sql, addMinutes(ctx.now, days * 24 * 60).slice(0, 10))
}
