import { scopeOf, type Ctx } from '../../kernel/ctx.ts'
import { addDays, dayOf, instantAt, type Instant } from '../../kernel/dates.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { readKey, readOrder, toWalkedPage } from '../../kernel/page.ts'
import { mayKnow } from '../people/rules.ts'
import { careGroups, type CareGroup } from '../people/contract.ts'
import { personBrief } from '../people/service.ts'
import { careTabs, type careApi, type CareTab } from './contract.ts'
import { rateOf, weekStart } from './rules.ts'
import { careRhythms, declineCare, dropAnswerer, nameAnswerer, nameContact, rangeOf, resumeCare, revealCarePhone, setCareRhythm, setCareRhythms } from './service/arranging.ts'
import { coverHome, uncaredHomes, undoCover } from './service/homes.ts'
import { cardOf, toLines, weekOf } from './service/reading.ts'
import { recordCareVisit, undoCareVisit } from './service/visiting.ts'
import * as store from './store.ts'

export { uncaredHomes } from './service/homes.ts'
export type { CareWork } from './store.ts'

/** 今日待办: whose turn it is, who has waited too long, and who was not met twice. */
export const careWork = (ctx: Ctx, tab: 'toVisit' | 'overdue' | 'missed', limit: number) => store.workIn(ctx.sql, tab, ctx.actor.scope, ctx.today, limit)
/** 随身数据 of whoever walks: whose turn it is today and tomorrow, for a phone that is a day without signal. */
export const careCarried = async (ctx: Ctx) => (await store.carriedRows(ctx.sql, ctx.actor.scope, addDays(ctx.today, 1))).map((row) => ({ ...row, groups: row.groups.filter((group) => mayKnow(ctx.actor, group)) }))
/** 工作汇报: how many there are, and who of them was met in the week up to then; nothing where there is nobody. */
export async function careAsOf(ctx: Ctx, areaPath: string, at: Instant): Promise<{ all: number; visited: number } | undefined> {
  const counted = await store.countAsOf(ctx.sql, scopeOf(areaPath), instantAt(weekStart(dayOf(at)), '00:00'), at, dayOf(at))
  return counted.all > 0 ? counted : undefined
}

export const careService: Service<typeof careApi, Ctx> = {
  recordCareVisit, undoCareVisit, setCareRhythm, declineCare, resumeCare, nameAnswerer, dropAnswerer, nameContact, revealCarePhone, careRhythms, setCareRhythms, coverHome, undoCover,
  async listCare(ctx, { areaId, group, order, after, limit, ...asked }) {
    if (group && !mayKnow(ctx.actor, group)) return { items: [], next: null }
    const way = readOrder<store.CareOrder>(order, 'place')
    const page = toWalkedPage(await store.listRows(ctx.sql, { ...asked, slice: asked.slice, ...weekOf(ctx), range: await rangeOf(ctx, areaId), group, order: way, after: readKey(after, store.keyWidth(way.by)), limit }), limit)
    return { ...page, items: await toLines(ctx, page.items) }
  },
  async careFigures(ctx, { areaId, group }) {
    const sets = await store.countSets(ctx.sql, await rangeOf(ctx, areaId), weekOf(ctx))
    const sum = (key: keyof store.Counted, only?: CareGroup) => sets.reduce((n, set) => n + (only === undefined || set.groups.includes(only) ? set[key] : 0), 0)
    const cut = group && mayKnow(ctx.actor, group) ? group : undefined
    const [week, inTime] = [sum('week', cut), sum('inTime', cut)]
    return {
      tabs: Object.fromEntries(careTabs.map((tab) => [tab, sum(tab, cut)])) as Record<CareTab, number>, week, visited: sum('visited', cut), inTime, rate: rateOf(inTime, week),
      byGroup: careGroups.filter((one) => mayKnow(ctx.actor, one)).map((one) => ({ group: one, n: sum('all', one) })).filter(({ n }) => n > 0),
    }
  },
  careByArea: async (ctx) => ({ items: await store.countAreas(ctx.sql, ctx.actor.scope, weekOf(ctx)) }),
  listUncared: async (ctx) => ({ items: await uncaredHomes(ctx) }),
  async careAbout(ctx, { personId }) {
    const row = await store.findRow(ctx.sql, personId)
    // Beyond the territory it is not said whether there is anybody.
    if (!row) await personBrief(ctx, personId)
    return { line: row?.active ? ((await toLines(ctx, [row]))[0] ?? null) : null }
  },
  getCare: (ctx, { personId }) => cardOf(ctx, personId),
}
