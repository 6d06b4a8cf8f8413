import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { areaById, communityOf } from '../../territory/service.ts'
import { addressKey, type Door } from '../rules.ts'
import { areasWithDoor } from '../store.ts'

export interface Place { areaId: string; areaPath: string; communityId: string }

/** Somebody names the compound, the door belongs to one of its grids: the one that has the door already, else the one that has the rest of its building. */
export async function placeOf(ctx: Ctx, areaId: string, door: Door): Promise<Place> {
  const { areaPath } = await areaById(ctx, areaId)
  const { id: communityId } = await communityOf(ctx, areaPath)
  const at = await gridOf(ctx, areaPath, door)
  return { areaId, areaPath, ...at, communityId }
}

async function gridOf(ctx: Ctx, areaPath: string, door: Door): Promise<{ areaId: string; areaPath: string } | undefined> {
  if (door.building === '' && door.room === '') return undefined
  const range = scopeOf(areaPath)
  const [same, ...others] = await areasWithDoor(ctx.sql, range, { key: addressKey(door) })
  if (same || door.building === '') return others.length > 0 ? undefined : same
  const [beside, ...more] = await areasWithDoor(ctx.sql, range, { keyStart: addressKey({ ...door, room: '' }) })
  return more.length > 0 ? undefined : beside
}
