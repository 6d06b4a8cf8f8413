import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/errors.ts'
import { peopleService } from '../../people/service.ts'
import { areaById } from '../../territory/service.ts'
import { suppliesErrors as errors, type SupplyCard, type SupplyLine } from '../contract.ts'
import { CARD_MOVEMENTS, RECENT_RECIPIENTS } from '../data.ts'
import * as store from '../store.ts'
import { actorOf, mustBeOwn, nowOf, sinceOf, toLine, toMovement, toRequest, type Input } from './actor.ts'

const FOUND = 6
const CARD_REQUESTS = 5

export async function supplyCardOf(ctx: Ctx, itemId: string): Promise<SupplyCard> {
  const item = toLine(await store.getItem(ctx.sql, itemId, nowOf(ctx)))
  const own = item.areaId === actorOf(ctx).areaId
  const [lots, movements, requests] = [await store.lotsOf(ctx.sql, itemId), await store.movementsOf(ctx.sql, itemId, CARD_MOVEMENTS), await store.requestsOfItem(ctx.sql, itemId, sinceOf(ctx), CARD_REQUESTS)]
  return {
    ...item, lots, movements: movements.map((row) => toMovement(ctx, row)), requests: requests.map((row) => toRequest(ctx, row)), recipients: own ? await store.recentRecipients(ctx.sql, itemId, item.areaId, RECENT_RECIPIENTS) : [],
    own, mayAsk: own && (await isCommunity(ctx, item.areaId)), empty: !(await store.hasMoved(ctx.sql, itemId)),
  }
}
/** Communities ask; the offices above get theirs otherwise. */
export const isCommunity = async (ctx: Ctx, areaId: string): Promise<boolean> => (await areaById(ctx, areaId)).level === 'community'

export async function addSupplies(ctx: Ctx, { items }: Input<'addSupplies'>): Promise<{ itemIds: string[] }> {
  const { areaId, areaPath, name } = actorOf(ctx)
  return { itemIds: await store.insertItems(ctx.sql, { areaId, areaPath, now: ctx.now, by: name }, items.map((one) => ({ id: ctx.newId(), ...one }))) }
}

/** The item, locked, where it is the caller’s own. */
export async function ownItem(ctx: Ctx, itemId: string): Promise<SupplyLine> {
  await store.lockItem(ctx.sql, itemId)
  const item = toLine(await store.getItem(ctx.sql, itemId, nowOf(ctx)))
  mustBeOwn(ctx, item)
  return item
}
export const lineOf = async (ctx: Ctx, itemId: string): Promise<SupplyLine> => toLine(await store.getItem(ctx.sql, itemId, nowOf(ctx)))

export async function editSupply(ctx: Ctx, { itemId, ...facts }: Input<'editSupply'>): Promise<SupplyLine> {
  const { areaId } = await ownItem(ctx, itemId)
  const same = await store.findItem(ctx.sql, areaId, facts.name, facts.spec)
  if (same && same.id !== itemId) throw refuse(errors.nameTaken, { name: [facts.name, facts.spec].join(' ').trim() })
  await store.updateItem(ctx.sql, itemId, facts)
  return lineOf(ctx, itemId)
}
export const setSupply = (state: 'open' | 'closed') => async (ctx: Ctx, { itemId }: { itemId: string }): Promise<SupplyLine> => {
  await ownItem(ctx, itemId)
  await store.setItemState(ctx.sql, itemId, state)
  return lineOf(ctx, itemId)
}
export async function removeSupplies(ctx: Ctx, { itemIds }: Input<'removeSupplies'>): Promise<{ itemIds: string[]; kept: number }> {
  const own = await Promise.all(itemIds.map((id) => store.lockItem(ctx.sql, id)))
  const other = own.find(({ areaId }) => areaId !== actorOf(ctx).areaId)
  if (other) mustBeOwn(ctx, { areaId: other.areaId, areaName: (await areaById(ctx, other.areaId)).name })
  const gone = await store.deleteEmpty(ctx.sql, actorOf(ctx).areaId, itemIds)
  return { itemIds: gone, kept: itemIds.length - gone.length }
}

/** 找领用人: a household by its door or by who lives there, as everywhere in the house. */
export async function findRecipients(ctx: Ctx, { text }: Input<'findRecipients'>): Promise<{ items: store.FoundRecipient[] }> {
  const { households, people } = await peopleService.search(ctx, { text, limit: FOUND })
  const doors = [
    ...households.map((one) => ({ id: one.id, name: `${one.address}${one.door}`, who: one.householder ?? '' })),
    ...people.flatMap((one) => (one.householdId ? [{ id: one.householdId, name: one.address, who: one.name }] : [])),
  ]
  const once = doors.filter((one, i) => doors.findIndex(({ id }) => id === one.id) === i).slice(0, FOUND)
  return { items: [...(await store.findRecipients(ctx.sql, ctx.actor.scope, text, FOUND)), ...once.map((one) => ({ kind: 'household' as const, householdId: one.id, ...one }))] }
}
