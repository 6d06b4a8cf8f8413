import type { Ctx, StaffActor } from '../../../kernel/ctx.ts'
import { ageOn, dayOf } from '../../../kernel/dates.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { answerersFor } from '../../duty/service.ts'
import { groupsFor, mayKnow } from '../../people/rules.ts'
import { careErrors, type CareCard, type CareLine, type CareVisit } from '../contract.ts'
import { CARE_DUTIES } from '../data.ts'
import { daysLate, stateOf, weekStart } from '../rules.ts'
import * as store from '../store.ts'
import type { CareRow, VisitRow } from '../tables.ts'

export function staffOf(ctx: Ctx): StaffActor {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  return ctx.actor
}
export const weekOf = (ctx: Ctx): store.Week => ({ today: ctx.today, monday: weekStart(ctx.today), duties: CARE_DUTIES })

/** Rows as they are shown, each with whoever answers for it: named, else by duty. */
export async function toLines(ctx: Ctx, rows: readonly CareRow[]): Promise<CareLine[]> {
  const unnamed = [...new Set(rows.filter((row) => row.answererName === null).map((row) => row.areaPath))]
  const byDuty = unnamed.length > 0 ? await answerersFor(ctx, unnamed, CARE_DUTIES) : new Map<string, { name: string }>()
  return rows.map((row) => toLine(ctx, row, byDuty.get(row.areaPath)?.name))
}

function toLine(ctx: Ctx, row: CareRow, onDuty: string | undefined): CareLine {
  const { personId, name, sex, phoneMasked, householdId, areaId, areaName, door, measure, days, dueOn, missed, lastAt, lastResult, lastNote } = row
  return {
    personId, name, sex, phoneMasked, householdId, areaId, areaName, door, measure, days, dueOn, missed, lastAt, lastResult, lastNote, need: row.need as CareLine['need'],
    age: ageOn(row.birthOn, ctx.today) ?? null, groups: groupsFor(ctx.actor, row.groups) as CareLine['groups'], own: row.ownDays !== null, state: stateOf(row, ctx.today), daysLate: daysLate(dueOn, ctx.today),
    answerer: row.answererName !== null ? { name: row.answererName, kind: row.answererKind, phoneMasked: row.answererPhoneMasked, since: row.answererSince } : onDuty === undefined ? null : { name: onDuty, kind: null, phoneMasked: null, since: null },
    contact: row.contactName === null ? null : { name: row.contactName, relation: row.contactRelation ?? 'other', phoneMasked: row.contactPhoneMasked },
    declined: row.declinedOn === null || row.askAgainOn === null ? null : { on: row.declinedOn, by: row.declinedBy ?? '', note: row.declinedNote, askAgainOn: row.askAgainOn },
  }
}

/** By whoever recorded it, on the day it arrived. */
export const mayUndo = (ctx: Ctx, visit: Pick<VisitRow, 'accountId' | 'receivedAt' | 'undone'>): boolean =>
  ctx.actor.kind === 'staff' && !visit.undone && visit.accountId === ctx.actor.accountId && dayOf(visit.receivedAt) === ctx.today

const toVisit = (ctx: Ctx, { personId: _person, areaPath: _path, accountId, ...visit }: VisitRow): CareVisit => ({ ...visit, undoable: mayUndo(ctx, { ...visit, accountId }) })

export async function cardOf(ctx: Ctx, personId: string): Promise<CareCard> {
  const row = await store.getRow(ctx.sql, personId)
  const [line] = await toLines(ctx, [row])
  if (!line) throw refuse(frameErrors.notFound)
  const rhythms = (await store.rhythmsOf(ctx.sql, row.communityId)).filter(({ group }) => row.groups.includes(group) && mayKnow(ctx.actor, group))
  return {
    ...line, active: row.active, ownReason: row.ownReason, beganOn: row.beganOn,
    rhythms: rhythms.map(({ group, standard, own }) => ({ group, days: own ?? standard, own: own !== null })).toSorted((a, b) => a.days - b.days),
    visits: (await store.visitsOf(ctx.sql, personId)).map((visit) => toVisit(ctx, visit)),
  }
}

/** The person, locked, and in a care group now: what is arranged is arranged for somebody who is looked in on. */
export async function inCare(ctx: Ctx, personId: string): Promise<CareRow> {
  await store.lock(ctx.sql, personId)
  const row = await store.getRow(ctx.sql, personId)
  if (!row.active) throw refuse(careErrors.notInCare, { name: row.name })
  return row
}
