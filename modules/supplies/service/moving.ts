import type { Ctx } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import { refuse } from '../../../kernel/errors.ts'
import { suppliesErrors as errors, type Movement, type SupplyLine } from '../contract.ts'
import { count, dispose, give, reverse, sumOf, type Part } from '../rules.ts'
import * as store from '../store.ts'
import { actorOf, mustBeOwn, toMovement, type Input } from './actor.ts'
import { lineOf, ownItem } from './items.ts'

export interface Moved { movementId: string; movement: Movement; item: SupplyLine }
type Told = Partial<Omit<store.NewMovement, 'id' | 'itemId' | 'areaPath' | 'kind' | 'quantity' | 'at' | 'receivedAt' | 'accountId' | 'byName'>>

const nothing = { source: null, expiresOn: null, donor: null, donorNamed: false, recipientKind: null, recipientId: null, recipient: null, purpose: null, countedAs: null, note: null, beyond: 0, stale: 0, reverses: null, requestId: null } as const

/** One movement with how it falls on the batches; what says it happened in the future happened now. */
export async function move(ctx: Ctx, itemId: string, kind: Movement['kind'], at: Instant | undefined, parts: readonly Part[], told: Told, id = ctx.newId()): Promise<string> {
  const { accountId, name, areaPath } = actorOf(ctx)
  await store.insertMovement(ctx.sql, { ...nothing, ...told, id, itemId, areaPath, kind, quantity: sumOf(parts), at: at === undefined || at > ctx.now ? ctx.now : at, receivedAt: ctx.now, accountId, byName: name }, parts)
  return id
}
const movedOf = async (ctx: Ctx, movementId: string): Promise<Moved> => {
  const movement = toMovement(ctx, await store.getMovement(ctx.sql, movementId))
  return { movementId, movement, item: await lineOf(ctx, movement.itemId) }
}

/** 入库: each time a batch of its own. */
export async function receiveSupplies(ctx: Ctx, { itemId, quantity, source, expiresOn, donor, donorNamed, at, note }: Input<'receiveSupplies'>): Promise<Moved> {
  await ownItem(ctx, itemId)
  const id = ctx.newId()
  await move(ctx, itemId, 'received', at, [{ lotId: id, quantity }], { source, expiresOn: expiresOn ?? null, donor: donor || null, donorNamed: source === 'donated' && donorNamed, note: note || null }, id)
  return movedOf(ctx, id)
}

export async function giveSupplies(ctx: Ctx, { itemId, quantity, recipientKind, recipientId, recipient, purpose, at, note }: Input<'giveSupplies'>): Promise<Moved> {
  await ownItem(ctx, itemId)
  const { parts, ...marks } = give(await store.lotsOf(ctx.sql, itemId), quantity, ctx.today)
  return movedOf(ctx, await move(ctx, itemId, 'given', at, parts, { recipientKind, recipientId: recipientId ?? null, recipient, purpose: purpose || null, note: note || null, ...marks }))
}

export async function countSupplies(ctx: Ctx, { itemId, countedAs, at, note }: Input<'countSupplies'>): Promise<Moved> {
  await ownItem(ctx, itemId)
  return movedOf(ctx, await move(ctx, itemId, 'counted', at, count(await store.lotsOf(ctx.sql, itemId), countedAs, ctx.today), { countedAs, note: note || null }))
}

export async function disposeSupplies(ctx: Ctx, { itemId, quantity, reason, at }: Input<'disposeSupplies'>): Promise<Moved> {
  await ownItem(ctx, itemId)
  const parts = dispose(await store.lotsOf(ctx.sql, itemId), quantity, ctx.today)
  if (parts.length === 0) throw refuse(errors.nothingExpired)
  return movedOf(ctx, await move(ctx, itemId, 'disposed', at, parts, { note: reason }))
}

/** The movement with its item locked, where it is the caller’s own. */
async function ownMovement(ctx: Ctx, movementId: string): Promise<Movement> {
  const { areaId, areaName, itemId } = await store.getMovement(ctx.sql, movementId)
  mustBeOwn(ctx, { areaId, areaName })
  await store.lockItem(ctx.sql, itemId)
  return toMovement(ctx, await store.getMovement(ctx.sql, movementId))
}
export async function undoMovement(ctx: Ctx, { movementId }: Input<'undoMovement'>): Promise<Moved> {
  if (!(await ownMovement(ctx, movementId)).mayUndo) throw refuse(errors.notTheDay)
  await store.undoMovement(ctx.sql, movementId, ctx.now, actorOf(ctx).name)
  return movedOf(ctx, movementId)
}
export async function reverseMovement(ctx: Ctx, { movementId, reason }: Input<'reverseMovement'>): Promise<Moved> {
  const { mayReverse, itemId } = await ownMovement(ctx, movementId)
  if (!mayReverse) throw refuse(errors.notReversible)
  return movedOf(ctx, await move(ctx, itemId, 'reversed', undefined, reverse(await store.partsOf(ctx.sql, movementId)), { reverses: movementId, note: reason }))
}
