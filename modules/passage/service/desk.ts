import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { readKey } from '../../../kernel/page.ts'
import { normalPlate, plateKind, readAsked } from '../../people/rules.ts'
import { gateData as dataShape, type GateData, type passageApi } from '../contract.ts'
import { briefOf, gradeAt } from '../rules.ts'
import * as store from '../store.ts'
import { callerOf } from './caller.ts'
import { knownOf, longestLook, rulesOf } from './known.ts'

type Input<K extends keyof typeof passageApi> = ParsedInputOf<(typeof passageApi)[K]>

export async function myGates(ctx: Ctx) {
  const rows = await store.gatesFor(ctx.sql, callerOf(ctx).accountId, ctx.now)
  return { items: rows.map((row) => ({ ...briefOf(row, rows, 'open', ctx.now), rostered: row.rostered, onPost: row.onPost })) }
}

/** The gate, its order and grades, for decisions now. */
async function here(ctx: Ctx, gateId: string) {
  const gate = await store.getGate(ctx.sql, gateId)
  const { grades, policyAt } = await rulesOf(ctx, gate.areaPath)
  const policy = policyAt(ctx.now)
  const beside = await store.gatesAndBeside(ctx.sql, [gateId])
  return { areaPath: gate.areaPath, gate: briefOf(gate, beside, gradeAt(grades, gate.areaPath, ctx.now), ctx.now), policy, grades }
}

export async function gateData(ctx: Ctx, { gateId, after, limit }: Input<'gateData'>): Promise<GateData> {
  const { areaPath, gate, policy, grades } = await here(ctx, gateId)
  const last = readKey(after, 1)?.[0]
  const rows = await store.doorsIn(ctx.sql, scopeOf(areaPath), typeof last === 'string' ? last : null, limit + 1)
  const doors = rows.slice(0, limit)
  const known = await knownOf(ctx, doors, grades, ctx.now, ctx.now, longestLook([policy]))
  const quote = policy?.passage?.quote
  return dataShape.parse({
    gate, policy, says: quote === undefined ? null : { zh: quote, en: quote }, households: doors.flatMap((d) => known.householdAt(d.householdId, ctx.now, policy) ?? []),
    vehicles: doors.length === 0 ? [] : await store.platesOf(ctx.sql, doors.map((d) => d.householdId)), madeAt: ctx.now,
    next: rows.length > limit ? btoa(JSON.stringify([doors.at(-1)?.householdId])) : null,
  })
}

const MOST_FOUND = 12

/** Room, name, initials or plate: whatever the keeper can type quickest. */
export async function findAtGate(ctx: Ctx, { gateId, q }: Input<'findAtGate'>) {
  const { areaPath, gate, policy, grades } = await here(ctx, gateId)
  const range = scopeOf(areaPath)
  const plate = plateKind(q) === undefined ? null : normalPlate(q)
  const byPlate = plate === null ? undefined : await store.householdOfPlate(ctx.sql, plate, range)
  const asked = readAsked(q)
  const hits = plate === null ? await store.findDoors(ctx.sql, { range, doors: asked.doors, name: asked.name, letters: asked.pinyin, limit: MOST_FOUND + 1 }) : byPlate ? [{ householdId: byPlate.householdId, personId: null }] : []
  const shown = hits.slice(0, MOST_FOUND)
  const doors = shown.length === 0 ? [] : await store.doorsById(ctx.sql, [...new Set(shown.map((h) => h.householdId))])
  const known = await knownOf(ctx, doors, grades, ctx.now, ctx.now, longestLook([policy]))
  return {
    gate, policy, plate, more: hits.length > MOST_FOUND,
    found: shown.flatMap(({ householdId, personId }) => {
      const household = known.householdAt(householdId, ctx.now, policy)
      return household ? [{ ...household, personId, plate }] : []
    }),
  }
}
