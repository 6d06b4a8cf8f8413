import type { Ctx } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { peopleErrors } from '../contract.ts'
import * as store from '../store.ts'
import { recordTimeline } from './timeline.ts'

/** 入户走访; the entry keeps when somebody had been there before, so that it can be taken back. */
export async function recordVisit(ctx: Ctx, householdId: string, note: string): Promise<void> {
  const { areaPath, former } = await store.markVisited(ctx.sql, householdId, ctx.now)
  await recordTimeline(ctx, { kind: 'people.visited', areaPath, householdId, params: { note, former } })
}

/** Whoever fills something in at the door has been there: once a day is enough. */
export async function seenAtDoor(ctx: Ctx, householdId: string): Promise<boolean> {
  const own = await ownVisit(ctx, householdId)
  if (own !== undefined && !own.undone && dayOf(own.at) === ctx.today) return false
  await recordVisit(ctx, householdId, '')
  return true
}

const ownVisit = async (ctx: Ctx, householdId: string): Promise<store.OwnVisit | undefined> =>
  ctx.actor.kind === 'staff' ? store.lastVisitBy(ctx.sql, householdId, ctx.actor.accountId) : undefined

/** 撤销走访: by who recorded it, the same day. */
export async function takeBackVisit(ctx: Ctx, householdId: string): Promise<void> {
  await store.getHousehold(ctx.sql, householdId)
  const own = await ownVisit(ctx, householdId)
  if (own === undefined || own.undone || dayOf(own.at) !== ctx.today) throw refuse(peopleErrors.noVisitToday)
  await store.unvisit(ctx.sql, householdId, own)
  await recordTimeline(ctx, { kind: 'people.visitTakenBack', areaPath: own.areaPath, householdId, params: { of: own.id } })
}
