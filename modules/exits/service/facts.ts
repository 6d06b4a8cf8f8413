import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, instantAt } from '../../../kernel/dates.ts'
import { measures, type PolicyEdition, type Symptom } from '../../policies/contract.ts'
import { readTemperature } from '../../policies/rules.ts'
import { policyById, policyIfAny } from '../../policies/service.ts'
import { openLead } from '../../leads/service.ts'
import type { Finding } from '../contract.ts'
import { certificateFindings, confinement, type HealthFacts, type Management, type OpenLead, type Order } from '../rules.ts'
import * as store from '../store.ts'
import type { ExitRow } from '../tables.ts'
import { actorOf, channelOf } from './actor.ts'

export type PersonFacts = store.PersonFacts

/** The strictest measure of the household counts. */
export const strictest = (all: readonly Management[]): Management | null => all.toSorted((a, b) => measures.indexOf(a.measure) - measures.indexOf(b.measure))[0] ?? null

/** Orders read once each. */
export function ordersOf(ctx: Ctx) {
  const byPlace = new Map<string, Promise<PolicyEdition | undefined>>()
  const byId = new Map<string, Promise<PolicyEdition>>()
  return {
    at: (areaPath: string) => { const known = byPlace.get(areaPath) ?? policyIfAny(ctx, areaPath, ctx.now); byPlace.set(areaPath, known); return known },
    by: (policyId: string) => { const known = byId.get(policyId) ?? policyById(ctx, policyId); byId.set(policyId, known); return known },
  }
}
export type Orders = ReturnType<typeof ordersOf>

/** So far back is read; the order says how much of it counts. */
const READ_DAYS = 31

/** What speaks for and against a certificate, for each of these requests. */
export async function findingsOf(ctx: Ctx, rows: readonly ExitRow[], orders: Orders): Promise<Map<string, { person: PersonFacts; findings: Finding[]; order: Order } | undefined>> {
  const ids = [...new Set(rows.map((row) => row.personId))]
  const people = new Map((await store.personFacts(ctx.sql, ids)).map((one) => [one.personId, one]))
  const readings = new Map<string, store.SeenReading[]>()
  for (const one of await store.readingsOf(ctx.sql, ids, instantAt(addDays(ctx.today, -READ_DAYS), '00:00'))) readings.set(one.personId, [...(readings.get(one.personId) ?? []), one])
  const found = new Map<string, { person: PersonFacts; findings: Finding[]; order: Order } | undefined>()
  for (const row of rows) {
    const [person, order] = [people.get(row.personId), row.policyId ? await orders.by(row.policyId) : undefined]
    const facts: HealthFacts | undefined = person && { own: person.own, household: strictest(person.household), openLead: person.openLead, leadBeyond: person.leadBeyond, diagnosedAt: person.diagnosedAt, releasedOn: person.releasedOn, readings: readings.get(row.personId) ?? [] }
    found.set(row.exitId, person && facts && order ? { person, order, findings: certificateFindings(facts, order, row.kind, ctx.now) } : undefined)
  }
  return found
}

export interface Kept { who: 'managed' | 'householdManaged'; escort: boolean }
/** Whoever was allowed before somebody of the household was put into quarantine stays in all the same, or goes with an escort where the order says so. */
export async function keptIn(ctx: Ctx, rows: readonly Pick<ExitRow, 'exitId' | 'personId' | 'areaPath' | 'kind'>[], orders: Orders): Promise<Map<string, Kept>> {
  const people = new Map((await store.personFacts(ctx.sql, [...new Set(rows.map((row) => row.personId))])).map((one) => [one.personId, one]))
  const kept = new Map<string, Kept>()
  for (const row of rows) {
    const [person, exits] = [people.get(row.personId), (await orders.at(row.areaPath))?.document.exits]
    const by = person && exits ? confinement({ own: person.own, household: strictest(person.household) }, exits.confining) : null
    if (by && exits) kept.set(row.exitId, { who: by.who, escort: exits.kinds[row.kind].confined === 'escort' })
  }
  return kept
}

/** 线索未办结: of whom a health centre is looking into something, which the certificate said there was not. */
export const withOpenLead = async (ctx: Ctx, personIds: readonly string[]): Promise<Map<string, OpenLead>> =>
  new Map((await store.personFacts(ctx.sql, [...new Set(personIds)])).flatMap((one): [string, OpenLead][] => (one.openLead ? [[one.personId, 'lead']] : one.leadBeyond ? [[one.personId, 'leadBeyond']] : [])))

type Occasion = 'applied' | 'certificate' | 'out' | 'boarding' | 'back'
export interface Measured { row: Pick<ExitRow, 'exitId' | 'personId' | 'areaId' | 'areaPath' | 'policyId'>; temperature?: number | undefined; symptoms: readonly Symptom[]; at?: string | undefined }

/** A reading is kept whatever it says; a fever or a symptom goes to the health centre with its clock. */
export async function takeReadings(ctx: Ctx, occasion: Occasion, all: readonly Measured[], orders: Orders): Promise<Map<string, 'normal' | 'fever' | 'deviceError'>> {
  const { by, name } = actorOf(ctx)
  const read = new Map<string, 'normal' | 'fever' | 'deviceError'>()
  const checks: store.NewCheck[] = []
  const raised: { one: Measured; fever: boolean; order: PolicyEdition }[] = []
  for (const one of all.filter((m) => m.temperature !== undefined || m.symptoms.length > 0)) {
    const order = one.row.policyId ? await orders.by(one.row.policyId) : await orders.at(one.row.areaPath)
    const reading = order && one.temperature !== undefined ? readTemperature(order.document, one.temperature) : 'normal'
    read.set(one.row.exitId, reading)
    const abnormal = reading === 'fever' || one.symptoms.length > 0
    checks.push({
      id: ctx.newId(), exitId: one.row.exitId, personId: one.row.personId, areaPath: one.row.areaPath, at: one.at ?? ctx.now, occasion, temperature: one.temperature ?? null, deviceError: reading === 'deviceError', symptoms: one.symptoms,
      abnormal, channel: channelOf(ctx), by, name,
    })
    if (abnormal && order) raised.push({ one, fever: reading === 'fever', order })
  }
  if (checks.length > 0) await store.insertChecks(ctx.sql, checks)
  for (const { one, fever, order } of raised) {
    await openLead(ctx, {
      kind: fever ? 'fever' : 'symptom', channel: ctx.actor.kind === 'link' ? 'self' : occasion === 'boarding' || occasion === 'out' ? 'gate' : 'desk', personId: one.row.personId, areaId: one.row.areaId, areaPath: one.row.areaPath,
      summary: { symptoms: [...one.symptoms], ...(one.temperature === undefined ? {} : { temperature: one.temperature }) }, dueMinutes: fever ? order.document.deadlines.feverLeadMinutes : order.document.deadlines.symptomLeadMinutes,
    })
  }
  return read
}
