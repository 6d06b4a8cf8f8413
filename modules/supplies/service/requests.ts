import type { Ctx } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import { refuse } from '../../../kernel/errors.ts'
import { may } from '../../accounts/rules.ts'
import { areaById } from '../../territory/service.ts'
import { suppliesErrors as errors, type RequestCard, type RequestState } from '../contract.ts'
import { arrive, give } from '../rules.ts'
import * as store from '../store.ts'
import type { RequestRow } from '../tables.ts'
import { actorOf, mustBeOwn, sinceOf, toRequest, type Input } from './actor.ts'
import { isCommunity, lineOf, ownItem } from './items.ts'
import { move } from './moving.ts'

export async function requestCardOf(ctx: Ctx, requestId: string): Promise<RequestCard> {
  const row = await store.getRequest(ctx.sql, requestId, sinceOf(ctx))
  const request = toRequest(ctx, row)
  const answers = !request.own && ctx.actor.kind === 'staff' && may(ctx.actor.role, 'supplies.answer')
  const mine = answers ? await store.findItem(ctx.sql, actorOf(ctx).areaId, row.name, row.spec) : undefined
  return { ...request, stock: mine ? (await lineOf(ctx, mine.id)).usable : answers ? 0 : null, mayTakeBack: request.own ? row.state === 'arrived' && dayOf(row.arrivedAt ?? '') === ctx.today : answers && (row.state === 'sent' || row.state === 'refused') }
}

/** The request, locked, where it stands as it must. */
async function standing(ctx: Ctx, requestId: string, from: readonly RequestState[]): Promise<RequestRow> {
  await store.lockRequest(ctx.sql, requestId)
  const row = await store.getRequest(ctx.sql, requestId, sinceOf(ctx))
  if (!from.includes(row.state)) throw refuse(errors.requestSettled, { state: row.state })
  return row
}
const ownStanding = async (ctx: Ctx, requestId: string, from: RequestState): Promise<RequestRow> => {
  mustBeOwn(ctx, await store.getRequest(ctx.sql, requestId, sinceOf(ctx)))
  return standing(ctx, requestId, [from])
}

export async function askSupplies(ctx: Ctx, { itemId, quantity, why }: Input<'askSupplies'>): Promise<RequestCard> {
  const item = await ownItem(ctx, itemId)
  const { areaId, areaPath, name } = actorOf(ctx)
  if (!(await isCommunity(ctx, areaId))) throw refuse(errors.nobodyAbove)
  if (item.asked !== null) throw refuse(errors.askedAlready, { n: item.asked })
  const id = ctx.newId()
  await store.insertRequest(ctx.sql, { id, itemId, areaId, areaPath, quantity, why: why || null, at: ctx.now, by: name })
  return requestCardOf(ctx, id)
}
export async function withdrawRequest(ctx: Ctx, { requestId }: Input<'withdrawRequest'>): Promise<RequestCard> {
  await ownStanding(ctx, requestId, 'asked')
  await store.setState(ctx.sql, requestId, 'withdrawn')
  return requestCardOf(ctx, requestId)
}

/** 下发: goes out of the own cupboard; what is not on its books there begins to be. */
export async function sendSupplies(ctx: Ctx, { requestId, quantity, answer }: Input<'sendSupplies'>): Promise<RequestCard> {
  const row = await standing(ctx, requestId, ['asked'])
  const { areaId, areaPath, name } = actorOf(ctx)
  const at = { areaId, areaPath, now: ctx.now, by: name }
  const itemId = (await store.findItem(ctx.sql, areaId, row.name, row.spec))?.id ?? (await store.insertItems(ctx.sql, at, [{ id: ctx.newId(), name: row.name, spec: row.spec, unit: row.unit, least: 0 }]))[0] ?? ''
  await store.lockItem(ctx.sql, itemId)
  const { parts, ...marks } = give(await store.lotsOf(ctx.sql, itemId), quantity, ctx.today)
  const movementId = await move(ctx, itemId, 'given', undefined, parts, { recipientKind: 'office', recipientId: row.areaId, recipient: row.areaName, requestId, ...marks })
  await store.setAnswer(ctx.sql, requestId, { state: 'sent', quantity, lots: await store.sentLots(ctx.sql, movementId), at: ctx.now, office: (await areaById(ctx, areaId)).name, by: name, answer: answer || null })
  return requestCardOf(ctx, requestId)
}
export async function refuseRequest(ctx: Ctx, { requestId, reason }: Input<'refuseRequest'>): Promise<RequestCard> {
  await standing(ctx, requestId, ['asked'])
  const { areaId, name } = actorOf(ctx)
  await store.setAnswer(ctx.sql, requestId, { state: 'refused', quantity: null, lots: null, at: ctx.now, office: (await areaById(ctx, areaId)).name, by: name, answer: reason })
  return requestCardOf(ctx, requestId)
}
export async function takeBackAnswer(ctx: Ctx, { requestId }: Input<'takeBackAnswer'>): Promise<RequestCard> {
  await standing(ctx, requestId, ['sent', 'refused'])
  const { areaId, name } = actorOf(ctx)
  for (const one of await store.movementsOfRequest(ctx.sql, requestId, areaId)) await store.undoMovement(ctx.sql, one.id, ctx.now, name)
  await store.setAnswer(ctx.sql, requestId, { state: 'asked', quantity: null, lots: null, at: null, office: null, by: null, answer: null })
  return requestCardOf(ctx, requestId)
}

/** 签收: each expiry is a batch of its own. */
export async function confirmSupplies(ctx: Ctx, { requestId, quantity }: Input<'confirmSupplies'>): Promise<RequestCard> {
  const row = await ownStanding(ctx, requestId, 'sent')
  await store.lockItem(ctx.sql, row.itemId)
  for (const { expiresOn, n } of arrive(row.sentLots ?? [], quantity)) {
    const id = ctx.newId()
    await move(ctx, row.itemId, 'received', undefined, [{ lotId: id, quantity: n }], { source: 'allocated', expiresOn, donor: row.officeName, requestId }, id)
  }
  await store.setArrival(ctx.sql, requestId, { state: 'arrived', quantity, at: ctx.now, by: actorOf(ctx).name })
  return requestCardOf(ctx, requestId)
}
export async function takeBackArrival(ctx: Ctx, { requestId }: Input<'takeBackArrival'>): Promise<RequestCard> {
  const row = await ownStanding(ctx, requestId, 'arrived')
  if (dayOf(row.arrivedAt ?? '') !== ctx.today) throw refuse(errors.notTheDay)
  const { areaId, name } = actorOf(ctx)
  for (const one of await store.movementsOfRequest(ctx.sql, requestId, areaId)) await store.undoMovement(ctx.sql, one.id, ctx.now, name)
  await store.setArrival(ctx.sql, requestId, { state: 'sent', quantity: null, at: null, by: null })
  return requestCardOf(ctx, requestId)
}
