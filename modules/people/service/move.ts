import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { peopleErrors, type peopleApi } from '../contract.ts'
import { addressKey, doorText, isHouseholder, type Door } from '../rules.ts'
import { dropEmptyHousehold, dropHouseholder, findHouseholds, getCard, getHousehold, insertHouseholds, leaveHome, setHome, setHouseholders, takeVehiclesAlong } from '../store.ts'
import { placeOf, type Place } from './place.ts'
import { recordTimeline } from './timeline.ts'

/** 换住处. Whoever is managed stays where the order says; everybody else takes their record along. */
export async function movePerson(ctx: Ctx, { personId, areaId, relation, building, unit, room }: ParsedInputOf<typeof peopleApi.movePerson>): Promise<OutputOf<typeof peopleApi.movePerson>> {
  const person = await getCard(ctx.sql, personId)
  if (person.state !== 'present' && person.state !== 'movedOut') throw refuse(peopleErrors.notPresent)
  if (person.management) throw refuse(peopleErrors.managedNow, { name: person.name })
  const door = { building, unit, room }
  const place = { ...(await placeOf(ctx, areaId, door)), ...door }
  const former = person.householdId === null ? undefined : await getHousehold(ctx.sql, person.householdId)
  const householdId = await householdAt(ctx, place)
  if (person.householdId !== householdId) await leaveHome(ctx.sql, personId, ctx.now)
  if (former && former.id !== householdId) await dropHouseholder(ctx.sql, former.id, personId)
  await setHome(ctx.sql, personId, { ...place, householdId, relation: relation ?? null }, ctx.now)
  await takeVehiclesAlong(ctx.sql, personId)
  if (former && former.id !== householdId) await dropEmptyHousehold(ctx.sql, former.id)
  if (isHouseholder(relation)) await setHouseholders(ctx.sql, [{ householdId, personId }])
  const { address } = await getCard(ctx.sql, personId)
  await recordTimeline(ctx, { kind: 'people.moved', areaPath: place.areaPath, personId, householdId, params: { from: person.address, to: address } })
  return { householdId, from: former ? { areaId: former.areaId, building: former.building, unit: former.unit, room: former.room, relation: person.relation } : null }
}

/** The household behind a door, made if it is new. */
async function householdAt(ctx: Ctx, place: Place & Door): Promise<string> {
  const key = addressKey(place)
  const [known] = await findHouseholds(ctx.sql, [{ areaId: place.areaId, addressKey: key }])
  if (known) return known.id
  const id = ctx.newId()
  await insertHouseholds(ctx.sql, [{ id, ...place, address: doorText(place), addressKey: key, householderId: null }], null, ctx.now)
  return id
}
