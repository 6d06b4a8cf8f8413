import type { Ctx } from '../../../kernel/ctx.ts'
import { isPassNumber, serialIn } from '../../passes/rules.ts'
import { plateKind, readAddress, readAsked } from '../../people/rules.ts'
import * as store from '../store.ts'

/** More than these are not looked up one by one: a surname that every twentieth has stands among the first rows anyhow. */
const MOST = 500

/** Whom a search among the passages means: by door, name, plate (or a part of it, where the car is known), number of a pass, or told name; undefined where too many. */
export async function meantBy(ctx: Ctx, q: string): Promise<store.Meant | undefined> {
  const asked = readAsked(q)
  const isNumber = isPassNumber(q) || plateKind(q) !== undefined
  // A room alone is a door of every place.
  const doors = isNumber ? [] : asked.doors.length > 0 ? asked.doors : readAddress(`本处${q}`).doors
  const hits = await store.findDoors(ctx.sql, { range: ctx.actor.scope, doors, name: isNumber ? '' : asked.name, letters: '', limit: MOST + 1 })
  const cars = asked.plate === '' ? [] : await store.householdsWithPlate(ctx.sql, asked.plate, MOST + 1)
  if (hits.length > MOST || cars.length > MOST) return undefined
  const serial = isPassNumber(q) ? serialIn(q) : undefined
  const pass = serial === undefined ? undefined : await store.passOfSerial(ctx.sql, serial, ctx.actor.scope.lo)
  return {
    householdIds: [...new Set([...hits.map((hit) => hit.householdId), ...(pass?.householdId ? [pass.householdId] : [])])],
    cars: { householdIds: cars.map((car) => car.householdId), plate: asked.plate },
    told: [`told ${q}`, `pass ${q}`, ...(asked.plate === '' ? [] : [`car ${asked.plate}`])],
  }
}
