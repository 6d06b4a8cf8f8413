import type { Ctx } from '../../../kernel/ctx.ts'
import { addMinutes, type Instant } from '../../../kernel/dates.ts'
import { openLead } from '../../leads/service.ts'
import { passageRecord, type Outcome, type PassageDecision, type PassagePolicy, type PassageRecord, type RecordedPassage } from '../contract.ts'
import { briefOf, decidePassage, decidesAlike, factsOf, gradeAt, isAhead, subjectKeyOf } from '../rules.ts'
import * as store from '../store.ts'
import type { GateRow } from '../tables.ts'
import { knownOf, longestLook, rulesOf, type Known } from './known.ts'

interface Taken { index: number; record: PassageRecord; gate: GateRow; householdId: string | null; at: Instant; clockSaid: Instant | null }
interface Decided extends Taken { server: PassageDecision; event: store.NewEvent }

/**
 * Takes 1 to 500 passages at once. Each row stands for itself: one that cannot be read comes back with why, one that was sent before adds
 * nothing, all others are kept whatever was decided. The server decides again with what it knows and keeps both where they differ.
 */
export async function takePassages(ctx: Ctx, rows: readonly Record<string, unknown>[]): Promise<RecordedPassage[]> {
  const answers: RecordedPassage[] = rows.map((row, index) => ({ index, eventId: typeof row['eventId'] === 'string' ? row['eventId'] : null, state: 'returned', problem: 'malformed', differs: false, decision: null }))
  const taken = await withGates(ctx, rows, answers)
  const decided = await decideAll(ctx, taken)
  const fresh = new Set(decided.length === 0 ? [] : (await store.insertEvents(ctx.sql, decided.map((d) => d.event))).map((row) => row.id))
  const before = new Set<string>()
  for (const d of decided) {
    const isNew = fresh.has(d.record.eventId) && !before.has(d.record.eventId)
    before.add(d.record.eventId)
    answers[d.index] = { index: d.index, eventId: d.record.eventId, state: isNew ? 'kept' : 'already', problem: null, differs: d.event.differs, decision: d.server }
    if (isNew) await raiseFever(ctx, d)
  }
  return answers
}

async function withGates(ctx: Ctx, rows: readonly Record<string, unknown>[], answers: RecordedPassage[]): Promise<Taken[]> {
  const read = rows.flatMap((row, index) => {
    const parsed = passageRecord.safeParse(row)
    return parsed.success ? [{ index, record: parsed.data }] : []
  })
  const gates = new Map((await store.gatesAndBeside(ctx.sql, [...new Set(read.map((r) => r.record.gateId))])).map((g) => [g.gateId, g]))
  const people = read.flatMap(({ record: r }) => (r.personId && !r.householdId ? [r.personId] : []))
  const homes = new Map((people.length === 0 ? [] : await store.householdsOf(ctx.sql, people)).map((h) => [h.personId, h.householdId]))
  const ahead = read.filter(({ record }) => isAhead(record.at, ctx.now))
  const known = new Set(ahead.length === 0 ? [] : (await store.alreadyThere(ctx.sql, ahead.map((a) => a.record.eventId))).map((row) => row.id))
  return read.flatMap(({ index, record }): Taken[] => {
    const gate = gates.get(record.gateId)
    const early = isAhead(record.at, ctx.now)
    if (!gate) answers[index] = { index, eventId: record.eventId, state: 'returned', problem: 'noSuchGate', differs: false, decision: null }
    else if (early && known.has(record.eventId)) answers[index] = { index, eventId: record.eventId, state: 'already', problem: null, differs: false, decision: null }
    else return [{ index, record, gate, householdId: record.householdId ?? (record.personId && homes.get(record.personId)) ?? null, at: early ? ctx.now : new Date(record.at).toISOString(), clockSaid: early ? record.at : null }]
    return []
  })
}

/** In the order of time, so that one exit of the batch counts for the next. */
async function decideAll(ctx: Ctx, taken: readonly Taken[]): Promise<Decided[]> {
  if (taken.length === 0) return []
  const times = taken.map((t) => t.at).toSorted()
  const [from = ctx.now, to = ctx.now] = [times[0], times.at(-1)]
  const gates = [...new Map(taken.map((t) => [t.gate.gateId, t.gate])).values()]
  const beside = await store.gatesAndBeside(ctx.sql, gates.map((g) => g.gateId))
  const rules = new Map<string, Awaited<ReturnType<typeof rulesOf>>>()
  for (const path of new Set(gates.map((g) => g.areaPath))) rules.set(path, await rulesOf(ctx, path))
  const look = longestLook([...rules.values()].flatMap((r) => [r.policyAt(from), r.policyAt(to)]))
  const doors = await store.doorsById(ctx.sql, [...new Set(taken.flatMap((t) => t.householdId ?? []))])
  const known = await knownOf(ctx, doors, [...rules.values()].flatMap((r) => r.grades), from, to, look)
  const ordered = taken.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.index - b.index))
  return ordered.map((t) => {
    const { policyAt, grades } = rules.get(t.gate.areaPath) ?? { policyAt: () => null, grades: [] }
    const policy = policyAt(t.at)
    const brief = briefOf(t.gate, beside, gradeAt(grades, t.gate.areaPath, t.at), t.at)
    const server = decidePassage(factsOf(t.record, brief, t.householdId ? known.householdAt(t.householdId, t.at, policy) : null), policy, t.at)
    return { ...t, server, event: eventOf(ctx, t, server, policy, known) }
  })
}

function eventOf(ctx: Ctx, { record: r, gate, householdId, at, clockSaid }: Taken, server: PassageDecision, policy: PassagePolicy | null, known: Known): store.NewEvent {
  const said = r.decision ?? server
  const outcome: Outcome = r.happened ?? said.outcome
  const differs = r.decision !== undefined && !decidesAlike(r.decision, server)
  const staff = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  const persons = 1 + r.companions.length
  const counted = outcome === 'allow' && server.counted
  if (householdId && outcome === 'allow') known.passed(householdId, at, r.direction, persons, counted)
  return {
    id: r.eventId, gate_id: gate.gateId, area_path: gate.areaPath, at, received_at: ctx.now, clock_said: clockSaid, direction: r.direction, subject: r.subject, subject_key: subjectKeyOf({ ...r, householdId: householdId ?? undefined }),
    household_id: householdId, person_id: r.personId ?? null, visits_household_id: r.visitsHouseholdId ?? null, told_name: r.name ?? null, told_place: r.told ?? null, plate: r.plate ?? null, pass_no: r.passNo ?? null,
    pass_state: r.passState ?? null, special: r.specialVehicle ?? null, purpose: r.purpose ?? null, emergency: r.emergency ?? null, identity: r.identity, temperature: r.temperature ?? null, code: r.code ?? null,
    certificate: r.certificate ?? null, companions: r.companions, persons, outcome, decided: said.outcome, step: said.step, reason: said.reason, warnings: server.warnings, counted, differs,
    server_outcome: differs ? server.outcome : null, server_reason: differs ? server.reason : null, policy_id: policy?.policyId ?? null, order_no: policy?.orderNo ?? null, keeper_id: staff?.accountId ?? null,
    keeper_name: r.keeperName ?? staff?.name ?? null, note: r.note ?? null,
  }
}

/** A fever at the gate is the health centre's, as one at the door is; whoever is in no register is told of by name. */
async function raiseFever(ctx: Ctx, { record: r, gate, server, at }: Decided): Promise<void> {
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
