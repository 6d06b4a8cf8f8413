import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/errors.ts'
import { staffAccounts } from '../../accounts/service.ts'
import { may } from '../../accounts/rules.ts'
import { handOverLeads, leadsInHand } from '../../leads/service.ts'
import { handOverMatters, mattersInHand } from '../../matters/service.ts'
import { careInHand, handOverCare } from '../../quarantine/service.ts'
import { dutyErrors } from '../contract.ts'
import * as store from '../store.ts'

export interface HandOverOrder {
  fromAccountId: string
  toAccountId: string
  /** Work in this area and below goes over. */
  areaPath: string
  reason: string
}
export interface HandedOver { handoverId: string; asDoctor: number; asWorker: number; visits: number; leads: number; matters: number }

/** 待移交: the managed persons, owed visits, leads and matters somebody has in hand in an area. */
export const workInHand = async (ctx: Ctx, accountId: string, areaPath: string): Promise<Omit<HandedOver, 'handoverId'>> => ({
  ...(await careInHand(ctx, accountId, areaPath)), leads: await leadsInHand(ctx, accountId, areaPath), matters: await mattersInHand(ctx, accountId, areaPath),
})

/**
 * 工作移交: everything open that stands with one account in an area goes to another: managed persons (and with them their visits,
 * checks and today's lines), leads and matters in hand.  It stands on every card concerned and can be taken back by `undoHandOver`.
 * Measures of a zone stand above this module: they follow by jobs of theirs.
 */
export async function handOverWork(ctx: Ctx, order: HandOverOrder): Promise<HandedOver> {
  const [from, to] = await bothOf(ctx, order)
  const work = await workInHand(ctx, from.id, order.areaPath)
  if (work.asDoctor > 0 && to.role !== 'healthCentreDoctor') throw refuse(dutyErrors.notADoctor, { name: to.name, n: work.asDoctor })
  if (work.matters > 0 && !may(to.role ?? '', 'matters.work')) throw refuse(dutyErrors.noMatters, { name: to.name, n: work.matters })
  const h = { from, to, areaPath: order.areaPath, reason: order.reason }
  const moved = { ...(await handOverCare(ctx, h)), leads: await handOverLeads(ctx, h), matters: await handOverMatters(ctx, h) }
  const handoverId = ctx.newId()
  await store.insertHandover(ctx.sql, {
    id: handoverId, areaPath: order.areaPath, fromAccountId: from.id, fromName: from.name, toAccountId: to.id, toName: to.name, reason: order.reason, moved, at: ctx.now,
    ...(ctx.actor.kind === 'staff' ? { by: ctx.actor.accountId, byName: ctx.actor.name } : { by: null, byName: null }),
  })
  await ctx.enqueue('zones.handOver', { handoverId, fromAccountId: from.id, toAccountId: to.id, toName: to.name, areaPath: order.areaPath })
  return { handoverId, ...work }
}

/** Takes a hand-over back: what is still with the second goes to the first again. */
export async function undoHandOver(ctx: Ctx, handoverId: string): Promise<void> {
  const h = await store.getHandover(ctx.sql, handoverId)
  if (h.undoneAt !== null) return
  const back = { from: { id: h.toAccountId, name: h.toName }, to: { id: h.fromAccountId, name: h.fromName }, areaPath: h.areaPath, reason: h.reason }
  await handOverCare(ctx, { ...back, only: { doctor: h.moved.doctor, worker: h.moved.worker } })
  await handOverLeads(ctx, { ...back, only: h.moved.leads })
  await handOverMatters(ctx, { ...back, only: h.moved.matters ?? [] })
  await store.setHandoverUndone(ctx.sql, handoverId, ctx.now)
  await ctx.enqueue('zones.takeBack', { handoverId })
}

async function bothOf(ctx: Ctx, { fromAccountId, toAccountId }: HandOverOrder) {
  const found = await staffAccounts(ctx, [fromAccountId, toAccountId])
  const [from, to] = [found.find(({ id }) => id === fromAccountId), found.find(({ id }) => id === toAccountId)]
  if (!from || !to || to.state !== 'active' || to.role === null) throw refuse(dutyErrors.accountGone, { name: to?.name ?? '' })
  return [from, to] as const
}
