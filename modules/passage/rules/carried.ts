import { inBuckets, markOf, mergedParts } from '../../../kernel/marks.ts'
import type { GateExit } from '../../exits/contract.ts'
import type { GateVehicle } from '../../passes/contract/code.ts'
import type { CarriedHousehold, GateData, GatePart } from '../contract/records.ts'

/** Some twenty households of a large compound: one that moves in brings no more anew. */
const PARTS = 64

const EXIT_PARTS = 16
const PASS_PARTS = 16

const partOf = (part: string, content: Omit<GatePart, 'part' | 'hash'>): GatePart => ({ part, hash: markOf(JSON.stringify(content)), ...content })
type Home = GatePart['households'][number]
/** What stands still of the households, in parts; and who is out or has used a turn. */
export function gateParts(households: readonly CarriedHousehold[], vehicles: GatePart['vehicles'], exits: readonly GateExit[], passes: readonly GateVehicle[]): Pick<GateData, 'parts' | 'moving'> {
  const cars = inBuckets(vehicles, (one) => one.householdId, PARTS)
  const parts = inBuckets(households.map(({ exits: _exits, outSince: _out, ...home }): Home => home), (one) => one.householdId, PARTS).flatMap((homes, i) => {
    return homes.length === 0 ? [] : [partOf(`h${i}`, { households: homes, vehicles: cars[i] ?? [], exits: [] })]
  }).concat(inBuckets(exits, (one) => one.exitId, EXIT_PARTS).flatMap((some, i) => (some.length === 0 ? [] : [partOf(`x${i}`, { households: [], vehicles: [], exits: some })])))
    .concat(inBuckets(passes, (one) => one.serial.toString(16), PASS_PARTS).flatMap((some, i) => (some.length === 0 ? [] : [partOf(`v${i}`, { households: [], vehicles: [], exits: [], passes: some })])))
  return { parts, moving: households.filter((one) => one.exits.length > 0 || one.outSince !== null).map(({ householdId, exits, outSince }) => ({ householdId, exits, outSince })) }
}

/** What a phone keeps of a gate. */
export type GateKept = Omit<GateData, 'all' | 'more'>
export const mergedGate = (before: GateKept | null, fresh: GateData): GateKept => {
  const { all, more: _more, ...data } = fresh
  return { ...data, parts: mergedParts(before?.gate.gateId === fresh.gate.gateId ? before.parts : [], all, fresh.parts) }
}

export interface GateHomes { households: CarriedHousehold[]; vehicles: GatePart['vehicles']; exits: GateExit[]; passes: GateVehicle[] }
const homes = new WeakMap<GateKept, GateHomes>()
/** The households as a decision takes them, put together once. */
export function homesOf(kept: GateKept): GateHomes {
  const known = homes.get(kept)
  if (known) return known
  const moving = new Map(kept.moving.map((one) => [one.householdId, one]))
  const made = { households: kept.parts.flatMap((part) => part.households.map((home) => ({ ...home, exits: moving.get(home.householdId)?.exits ?? [], outSince: moving.get(home.householdId)?.outSince ?? null }))), vehicles: kept.parts.flatMap((part) => part.vehicles), exits: kept.parts.flatMap((part) => part.exits), passes: kept.parts.flatMap((part) => part.passes ?? []) }
  homes.set(kept, made)
  return made
}
