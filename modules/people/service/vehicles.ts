import type { Ctx } from '../../../kernel/ctx.ts'
import type { OutputOf, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { peopleErrors, type peopleApi } from '../contract.ts'
import { normalPlate, plateKind } from '../rules.ts'
import { deleteVehicle, findPlate, getVehicle, insertVehicle } from '../store.ts'
import { recordTimeline } from './timeline.ts'

/** 登记车辆 of a household; a plate stands once in a community. */
export async function registerVehicle(ctx: Ctx, { householdId, personId, kind, plate, description }: ParsedInputOf<typeof peopleApi.registerVehicle>): Promise<OutputOf<typeof peopleApi.registerVehicle>> {
  const normal = plate ? normalPlate(plate) : null
  if (normal === null && !description) throw refuse(peopleErrors.plateWrong)
  const told = normal === null ? undefined : plateKind(normal)
  if (normal !== null && told === undefined) throw refuse(peopleErrors.plateWrong)
  const known = normal === null ? undefined : await findPlate(ctx.sql, householdId, normal)
  if (known && normal) throw refuse(peopleErrors.plateThere, { plate: normal, address: known.address, householdId: known.householdId })
  const vehicleId = ctx.newId()
  const by = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  const { areaPath } = await insertVehicle(ctx.sql, {
    id: vehicleId, householdId, personId: personId ?? null, kind: kind ?? told ?? 'other', plate: normal, description: description ?? null, by: by?.accountId ?? null, byName: by?.name ?? null,
  }, ctx.now)
  await recordTimeline(ctx, { kind: 'people.vehicle', areaPath, householdId, personId, params: { plate: normal ?? description ?? '' } })
  return { vehicleId }
}

/** 删去车辆: it was wrong, sold or scrapped; answers with what it was, for the undo. */
export async function removeVehicle(ctx: Ctx, { vehicleId }: ParsedInputOf<typeof peopleApi.removeVehicle>): Promise<OutputOf<typeof peopleApi.removeVehicle>> {
  const { areaPath, householdId, personId, kind, plate, description } = await getVehicle(ctx.sql, vehicleId)
  await deleteVehicle(ctx.sql, vehicleId)
  await recordTimeline(ctx, { kind: 'people.vehicleGone', areaPath, householdId, personId, params: { plate: plate ?? description ?? '' } })
  return { householdId, personId, kind, plate, description }
}
