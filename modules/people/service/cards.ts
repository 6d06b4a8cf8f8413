import type { Ctx } from '../../../kernel/ctx.ts'
import { ageOn } from '../../../kernel/dates.ts'
import type { HouseholdCard, PersonBrief, PersonCard, PersonRow } from '../contract.ts'
import { groupsFor } from '../rules.ts'
import { getCard, getHousehold, listMembers, mergesOf, timelineOf, vehiclesOf, type PersonListRow } from '../store.ts'

/** A stored row as it is shown: with the age of today and the care groups its reader may know, without its path. */
export function toRow(ctx: Ctx, { areaPath: _path, birthOn, ...row }: PersonListRow): PersonRow {
  return { ...row, careGroups: groupsFor(ctx.actor, row.careGroups), age: ageOn(birthOn, ctx.today) ?? null } as PersonRow
}

export function toBrief(ctx: Ctx, row: PersonListRow): PersonBrief {
  const { id, name, sex, age, documentMasked, phoneMasked, householdId, areaId, address } = toRow(ctx, row)
  return { id, name, sex, age, documentMasked, phoneMasked, householdId, areaId, address }
}

export const personBrief = async (ctx: Ctx, personId: string): Promise<PersonBrief> => {
  const { management: _m, ...row } = await getCard(ctx.sql, personId)
  return toBrief(ctx, row)
}

export async function personCard(ctx: Ctx, personId: string): Promise<PersonCard> {
  const card = await getCard(ctx.sql, personId)
  const members = card.householdId === null ? [] : await listMembers(ctx.sql, card.householdId)
  const { nation, nationality, documentKind, registeredAddress, workplace, note, version, isHouseholder, updatedAt, management, ...row } = card
  return {
    ...toRow(ctx, row), birthOn: card.birthOn, nation, nationality, documentKind: documentKind as PersonCard['documentKind'], registeredAddress, workplace, note, version,
    isHouseholder, updatedAt, management, timeline: await timelineOf(ctx.sql, { personId }),
    members: members.filter((m) => m.id !== personId).map((m) => toRow(ctx, m)), merges: await mergesOf(ctx.sql, personId),
  }
}

export async function householdCard(ctx: Ctx, householdId: string): Promise<HouseholdCard> {
  const { areaPath: _path, ...household } = await getHousehold(ctx.sql, householdId)
  const members = (await listMembers(ctx.sql, householdId)).map((m) => toRow(ctx, m))
  const vehicles = await vehiclesOf(ctx.sql, householdId)
  return { ...household, members, vehicles, timeline: await timelineOf(ctx.sql, { householdId }) }
}
