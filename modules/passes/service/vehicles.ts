import type { Ctx } from '../../../kernel/ctx.ts'
import type { GateVehicle } from '../contract.ts'
import type { VehicleSeen } from '../store.ts'
import * as store from '../store.ts'

export type { VehicleSeen }

/** 车辆通行证 that are good at a gate, or would be but for a quarantine: those of its whole community, of households only as far as the caller sees them. */
export const vehiclesAtGate = (ctx: Ctx, areaPath: string): Promise<GateVehicle[]> => store.vehiclesAround(ctx.sql, areaPath, ctx.now)
/** Cars by the numbers of their passes, whatever has become of those. */
export const vehiclesOfPasses = async (ctx: Ctx, serials: readonly number[]): Promise<Map<number, VehicleSeen>> =>
  new Map(serials.length === 0 ? [] : (await store.vehiclesOf(ctx.sql, serials)).map((one) => [one.serial, one]))
