import type { Ctx } from '../../kernel/ctx.ts'
import { dayOf, instantAt, type Instant } from '../../kernel/dates.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { readKey, readOrder, toWalkedPage } from '../../kernel/page.ts'
import { weekStart } from '../care/rules.ts'
import type { Donations, suppliesApi, SupplyLine, SupplyRequest } from './contract.ts'
import { movedOf, type SuppliesMoved } from './rules.ts'
import { actorOf, nowOf, officeOf, rangeOf, sinceOf, spanOf, toLine, toMovement, toRequest } from './service/actor.ts'
import { addSupplies, editSupply, findRecipients, removeSupplies, setSupply, supplyCardOf } from './service/items.ts'
import { countSupplies, disposeSupplies, giveSupplies, receiveSupplies, reverseMovement, undoMovement } from './service/moving.ts'
import { askSupplies, confirmSupplies, refuseRequest, requestCardOf, sendSupplies, takeBackAnswer, takeBackArrival, withdrawRequest } from './service/requests.ts'
import * as store from './store.ts'

/** 今日待办 of the own cupboard: what is too little, or what has to be seen to. */
export async function suppliesDue(ctx: Ctx, kind: 'low' | 'check', limit: number): Promise<{ items: SupplyLine[]; total: number; late: number }> {
  const rows = await store.itemsDue(ctx.sql, actorOf(ctx).areaId, nowOf(ctx), kind, limit)
  return { items: rows.map(({ total: _t, late: _l, ...row }) => toLine(row)), total: rows[0]?.total ?? 0, late: rows[0]?.late ?? 0 }
}
/** What waits for an answer at the office above, or for arrival at the community. */
export async function supplyRequestsDue(ctx: Ctx, state: 'asked' | 'sent', limit: number): Promise<{ items: SupplyRequest[]; total: number }> {
  const rows = await store.requestsDue(ctx.sql, ctx.actor.scope, state, sinceOf(ctx), limit)
  return { items: rows.map(({ total: _t, ...row }) => toRequest(ctx, row)), total: rows[0]?.total ?? 0 }
}
/** 工作汇报: what came in and went out of an office’s cupboard this week, up to then. */
export async function suppliesAsOf(ctx: Ctx, areaId: string, asOf: Instant): Promise<SuppliesMoved | undefined> {
  const fromOn = weekStart(dayOf(asOf))
  return movedOf(fromOn, await store.movedBetween(ctx.sql, areaId, instantAt(fromOn, '00:00'), asOf))
}

/** Uses of the same item side by side, without what stayed. */
function usedOf(rows: Awaited<ReturnType<typeof store.donationsUsed>>): Donations['used'] {
  return [...new Set(rows.map(({ itemId }) => itemId))].flatMap((itemId) => {
    const of = rows.filter((row) => row.itemId === itemId)
    const [first] = of
    const sum = (kinds: readonly string[]) => of.filter(({ kind }) => kinds.includes(kind)).reduce((total, { quantity }) => total + quantity, 0)
    const uses = of.flatMap(({ kind, purpose, recipientKind, quantity }) => (kind === 'given' && quantity < 0 ? [{ purpose: purpose ?? recipientKind ?? '', quantity: -quantity }] : []))
    return first ? [{ name: first.name, spec: first.spec, unit: first.unit, received: sum(['received']), uses, disposed: -sum(['disposed']) || 0, left: sum(['received', 'given', 'counted', 'disposed', 'reversed']) }] : []
  })
}

export const suppliesService: Service<typeof suppliesApi, Ctx> = {
  async listSupplies(ctx, { tab, areaId, text, toAsk, order, after, limit }) {
    const way = readOrder<store.ItemOrder>(order, 'usual')
    const page = toWalkedPage(await store.listItems(ctx.sql, { tab, areaId: await officeOf(ctx, areaId), text, toAsk, now: nowOf(ctx), order: way, after: readKey(after, store.keyWidth(way.by)), limit }), limit)
    return { ...page, items: page.items.map(toLine) }
  },
  async supplyCounts(ctx, { areaId }) {
    const { asked, sent } = await store.countRequests(ctx.sql, await rangeOf(ctx, areaId))
    return { ...(await store.countItems(ctx.sql, await officeOf(ctx, areaId), nowOf(ctx))), asked, sent }
  },
  supplyPlaces: async (ctx) => ({ items: await store.placesOf(ctx.sql, ctx.actor.scope, nowOf(ctx), actorOf(ctx).areaId) }),
  getSupply: (ctx, { itemId }) => supplyCardOf(ctx, itemId),
  addSupplies, editSupply, removeSupplies, closeSupply: setSupply('closed'), reopenSupply: setSupply('open'),
  receiveSupplies, giveSupplies, countSupplies, disposeSupplies, undoMovement, reverseMovement, findRecipients,
  async listMovements(ctx, { from = ctx.today, to = ctx.today, areaId, itemId, kind, source, asOf, after, limit }) {
    const office = itemId === undefined ? await officeOf(ctx, areaId) : undefined
    const page = toWalkedPage(await store.listMovements(ctx.sql, { ...spanOf({ from, to }), range: ctx.actor.scope, areaId: office, itemId, kind, source, asOf, after: readKey(after, 2), limit }), limit)
    return { ...page, items: page.items.map((row) => toMovement(ctx, row)) }
  },
  async donations(ctx, { from, to, areaId }) {
    const asked = { areaId: await officeOf(ctx, areaId), ...spanOf({ from, to }) }
    return { received: await store.donationsReceived(ctx.sql, asked), used: usedOf(await store.donationsUsed(ctx.sql, asked)) }
  },
  async listRequests(ctx, { tab, areaId, after, limit }) {
    const page = toWalkedPage(await store.listRequests(ctx.sql, { tab, range: await rangeOf(ctx, areaId), since: sinceOf(ctx), after: readKey(after, 2), limit }), limit)
    return { ...page, items: page.items.map((row) => toRequest(ctx, row)) }
  },
  requestCounts: async (ctx, { areaId }) => store.countRequests(ctx.sql, await rangeOf(ctx, areaId)),
  getRequest: (ctx, { requestId }) => requestCardOf(ctx, requestId),
  askSupplies, withdrawRequest, sendSupplies, refuseRequest, takeBackAnswer, confirmSupplies, takeBackArrival,
}
