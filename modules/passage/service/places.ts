import type { Ctx, Vault } from '../../../kernel/ctx.ts'
import { addMinutes, type Instant } from '../../../kernel/dates.ts'
import type { PassagePolicy } from '../contract.ts'
import type { GradeStanding } from '../rules.ts'
import * as store from '../store.ts'
import type { GateRow } from '../tables.ts'
import { rulesOf } from './known.ts'

/** A gate with the others of its place, the orders that hold there and the grades around it. */
export interface Place { gate: GateRow; beside: readonly GateRow[]; grades: readonly GradeStanding[]; policyAt: (at: Instant) => PassagePolicy | null }

/** The places of these gates, read anew. */
export async function placesOf(ctx: Ctx, gateIds: readonly string[]): Promise<Map<string, Place>> {
  if (gateIds.length === 0) return new Map()
  const all = await store.gatesAndBeside(ctx.sql, gateIds)
  const asked = all.filter((g) => gateIds.includes(g.gateId))
  // In one message: a batch of many gates waited for each of its places in turn.
  const rules = new Map(await Promise.all([...new Set(asked.map((g) => g.areaPath))].map(async (path) => [path, await rulesOf(ctx, path)] as const)))
  return new Map(asked.flatMap((gate) => {
    const found = rules.get(gate.areaPath)
    return found ? [[gate.gateId, { gate, beside: all.filter((g) => g.areaId === gate.areaId), ...found }] as const] : []
  }))
}

/** So long an order, a grade or a closed gate may take to be known at a busy gate. */
const KNOWN_FOR_MINUTES = 0.05
const known = new WeakMap<Vault, Map<string, { place: Place; until: Instant }>>()

/** The same for a stream of single passages, where the places are the same hundreds of times a second. */
export async function placesLately(ctx: Ctx, gateIds: readonly string[]): Promise<Map<string, Place>> {
  const held = known.get(ctx.vault) ?? new Map<string, { place: Place; until: Instant }>()
  known.set(ctx.vault, held)
  const unknown = gateIds.filter((id) => (held.get(id)?.until ?? '') <= ctx.now)
  for (const [id, place] of await placesOf(ctx, unknown)) held.set(id, { place, until: addMinutes(ctx.now, KNOWN_FOR_MINUTES) })
  return new Map(gateIds.flatMap((id) => {
    const found = held.get(id)
    return found && found.until > ctx.now ? [[id, found.place] as const] : []
  }))
}
