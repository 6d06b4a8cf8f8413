import type { Instant } from '../../../kernel/dates.ts'
import type { GateVehicle } from '../../passes/contract/code.ts'
import { plateKind, type VehicleKind } from '../../people/rules/plates.ts'
import type { GateKind, PassState } from '../contract/facts.ts'
import type { PassageRecord } from '../contract/records.ts'
import { keepsSettlement } from './stops.ts'

const byPlate: Partial<Record<VehicleKind, 'police' | 'army' | 'rescue'>> = { police: 'police', army: 'army', emergency: 'rescue' }
/** 车: what its plate tells of it and the pass it has here, where it has one; the same at the desk, at a scan and on the phone. */
export function vehicleOf(plate: string, pass: { state: PassState; special: boolean } | undefined) {
  const kind = plateKind(plate)
  return { plate, pass: pass?.state ?? null, special: (kind && byPlate[kind]) ?? (pass?.special && (pass.state === 'valid' || pass.state === 'otherCommunity') ? ('registered' as const) : null) }
}
/** The same as a record takes it. */
export function carOf(plate: string, known: { state: PassState; special: boolean } | undefined): Pick<PassageRecord, 'plate' | 'vehiclePass' | 'specialVehicle'> {
  const { pass, special } = vehicleOf(plate, known)
  return { plate, ...(pass ? { vehiclePass: pass } : {}), ...(special ? { specialVehicle: special } : {}) }
}
/** 别的社区的车证: at a settlement's gate a car's pass is good for its own community; at a station's, a road's or a dock's all are alike, as people's are. */
export const carPassAt = (state: PassState, kind: GateKind, here: boolean): PassState => (state === 'valid' && !here && keepsSettlement(kind) ? 'otherCommunity' : state)
/** A pass as it was carried, later. */
export const carriedState = ({ suspended, until }: GateVehicle, now: Instant): PassState => (until <= now ? 'expired' : suspended ? 'suspended' : 'valid')
