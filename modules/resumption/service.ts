import { scopeOf, type Ctx, type Scope } from '../../kernel/ctx.ts'
import { dayOf, type Day } from '../../kernel/dates.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { readKey, readOrder, toWalkedPage } from '../../kernel/page.ts'
import { areaById } from '../territory/service.ts'
import type { BusinessTab, resumptionApi } from './contract.ts'
import { askToResume, myAsked, ownReadiness } from './service/asking.ts'
import { checkMany, checkReadiness, undoChecks } from './service/checking.ts'
import { businessListTemplate, importBusinesses } from './service/list.ts'
import { cardOf, toLine } from './service/reading.ts'
import { editBusiness, registerBusiness, removeBusinesses } from './service/registering.ts'
import { applyToResume, closeBusiness, nameReason, reopenBusiness, suspendBusiness, undoBusinessStep, withdrawApplication } from './service/steps.ts'
import * as store from './store.ts'

export { businessesAsOf } from './service/counting.ts'
export type { BusinessWork } from './store.ts'

/** 今日待办: applications to be checked, who is to be looked at again, and of whom nobody knows why not. */
export const businessWork = (ctx: Ctx, tab: 'toCheck' | 'recheck' | 'noReason', limit: number) => store.workIn(ctx.sql, tab, ctx.actor.scope, ctx.today, limit)

const rangeOf = async (ctx: Ctx, areaId: string | undefined): Promise<Scope> => (areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath))
const dayAsked = (ctx: Ctx, asOf: string | undefined): Day => (asOf === undefined ? ctx.today : dayOf(asOf))
/** What has its day stands in the order of the days. */
const byDay: readonly BusinessTab[] = ['toCheck', 'recheck']

export const resumptionService: Service<typeof resumptionApi, Ctx> = {
  async listBusinesses(ctx, { areaId, order, after, limit, ...cut }) {
    const [today, way] = [dayAsked(ctx, cut.asOf), readOrder<store.BusinessOrder>(order, byDay.includes(cut.tab) && cut.text === undefined ? 'look' : 'place')]
    const page = toWalkedPage(await store.listRows(ctx.sql, { ...cut, text: cut.text, range: await rangeOf(ctx, areaId), order: way, after: readKey(after, store.keyWidth(way.by)), limit, today }), limit)
    return { ...page, items: page.items.map((row) => toLine(today, row)) }
  },
  async resumptionFigures(ctx, { areaId, ...filter }) {
    const [today, cut] = [dayAsked(ctx, filter.asOf), { ...filter, range: await rangeOf(ctx, areaId) }]
    const { range, asOf } = cut
    return {
      tabs: await store.countTabs(ctx.sql, cut, today), ...(await store.countKinds(ctx.sql, { range, asOf }, today)),
      byReason: await store.countReasons(ctx.sql, { ...cut, why: undefined }, today), byTrade: await store.countTrades(ctx.sql, { ...cut, trade: undefined }, today),
    }
  },
  getBusiness: (ctx, { businessId }) => cardOf(ctx, businessId),
  registerBusiness, editBusiness, removeBusinesses, businessListTemplate, importBusinesses, applyToResume, withdrawApplication, checkReadiness, checkMany, undoChecks, nameReason, suspendBusiness, closeBusiness, reopenBusiness, undoBusinessStep, ownReadiness, askToResume, myAsked,
  async revealBusinessPhone(ctx, { businessId }) {
    const { phoneSealed } = await store.sealedPhone(ctx.sql, businessId)
    return { phone: phoneSealed ? ctx.vault.open(phoneSealed) : null }
  },
}
