import type { Ctx } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { readKey, readOrder, toWalkedPage } from '../../kernel/page.ts'
import type { DisinfectionPlace, disinfectionApi, PointLine } from './contract.ts'
import { nowOf, rangeOf, spanOf, toLine, toRecord, toTerminal } from './service/actor.ts'
import { addPoints, editPoint, importPoints, offeredPoints, pointCardOf, pointLabels, pointListTemplate, removePoints, setPoint } from './service/points.ts'
import { addDisinfectionPhoto, disinfectionPhoto, recordCardOf, recordDisinfection, recordTerminal, removeDisinfectionPhoto, undoDisinfection, undoTerminal } from './service/recording.ts'
import { askTerminal, reopenTerminal, terminalCardOf, withdrawTerminal } from './service/terminals.ts'
import * as store from './store.ts'

/** 今日待办: places with something late, for whoever rings; and the points themselves, for whoever goes. */
export const placesLate = async (ctx: Ctx): Promise<DisinfectionPlace[]> => (await placesOf(ctx)).filter(({ late }) => late > 0)
export const pointsDue = async (ctx: Ctx, limit: number): Promise<{ items: PointLine[]; total: number }> => {
  const rows = await store.pointsDue(ctx.sql, { now: nowOf(ctx), range: ctx.actor.scope, limit })
  return { items: rows.map(({ total: _t, ...row }) => toLine(ctx, row)), total: rows[0]?.total ?? 0 }
}
export const terminalsAsked = (ctx: Ctx, limit: number) => store.terminalsAsked(ctx.sql, ctx.actor.scope, ctx.now, limit)
/** 随身数据: every open point of the duty, with what was done last there. */
export const pointsCarried = async (ctx: Ctx, most: number): Promise<PointLine[]> =>
  (await store.listPoints(ctx.sql, { tab: 'all', kind: undefined, text: undefined, range: ctx.actor.scope, now: nowOf(ctx), order: { by: 'place', desc: false }, after: undefined, limit: most })).slice(0, most).map(({ walkKey: _k, ...row }) => toLine(ctx, row))

/** A community sees its compounds and village groups, an office above its communities. */
async function placesOf(ctx: Ctx): Promise<DisinfectionPlace[]> {
  const now = nowOf(ctx)
  const below = await store.placesOf(ctx.sql, { range: ctx.actor.scope, levels: ['community'], now })
  const own = ctx.actor.kind === 'staff' ? ctx.actor.areaPath : ''
  const above = below.some(({ areaPath }) => areaPath !== own)
  const rows = above ? below : await store.placesOf(ctx.sql, { range: ctx.actor.scope, levels: ['compound', 'villageGroup'], now })
  return rows.map(({ areaPath: _p, ...row }) => row)
}

export const disinfectionService: Service<typeof disinfectionApi, Ctx> = {
  async listPoints(ctx, { tab, areaId, kind, text, order, after, limit }) {
    const way = readOrder<store.PointOrder>(order, 'place')
    const page = toWalkedPage(await store.listPoints(ctx.sql, { tab, kind, text, range: await rangeOf(ctx, areaId), now: nowOf(ctx), order: way, after: readKey(after, store.keyWidth(way.by)), limit }), limit)
    return { ...page, items: page.items.map((row) => toLine(ctx, row)) }
  },
  async pointCounts(ctx, { areaId, kind }) {
    const [range, now] = [await rangeOf(ctx, areaId), nowOf(ctx)]
    return { ...(await store.countPoints(ctx.sql, { range, kind, now })), ...(await store.doneToday(ctx.sql, range, now)), terminal: (await store.countTerminals(ctx.sql, range)).asked }
  },
  disinfectionPlaces: async (ctx) => ({ items: await placesOf(ctx) }),
  getPoint: (ctx, { pointId }) => pointCardOf(ctx, pointId),
  offeredPoints, addPoints, editPoint, removePoints, pointListTemplate, importPoints, pointLabels,
  closePoint: setPoint('closed'), reopenPoint: setPoint('open'),
  recordDisinfection, undoDisinfection, addDisinfectionPhoto, removeDisinfectionPhoto, disinfectionPhoto,
  async listDisinfections(ctx, { from, to, areaId, kind, marked, order, after, limit }) {
    const rows = await store.listRecords(ctx.sql, { ...spanOf(ctx, { from, to }), range: await rangeOf(ctx, areaId), kind, marked, desc: readOrder(order, '-at').desc, after: readKey(after, 2), limit })
    const page = toWalkedPage(rows, limit)
    return { ...page, items: page.items.map((row) => toRecord(ctx, row)) }
  },
  getDisinfection: (ctx, { disinfectionId }) => recordCardOf(ctx, disinfectionId),
  async listTerminals(ctx, { tab, areaId, after, limit }) {
    const page = toWalkedPage(await store.listTerminals(ctx.sql, { tab, range: await rangeOf(ctx, areaId), after: readKey(after, 2), limit }), limit)
    return { ...page, items: page.items.map((row) => toTerminal(ctx, row)) }
  },
  terminalCounts: async (ctx, { areaId }) => store.countTerminals(ctx.sql, await rangeOf(ctx, areaId)),
  getTerminal: (ctx, { terminalId }) => terminalCardOf(ctx, terminalId),
  askTerminal, withdrawTerminal, reopenTerminal, recordTerminal, undoTerminal,
}
