import { scopeOf, type Ctx, type Jobs, type Scope } from '../../kernel/ctx.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { readKey, readOrder, toWalkedPage } from '../../kernel/page.ts'
import { areaById } from '../territory/service.ts'
import type { leadsApi } from './contract.ts'
import { closeLead, confirmArrival, escalate, handBackLead, noteLead, receiveLead, referLead, reopenLead, seeLead } from './service/handling.ts'
import { cardOf, toLead } from './service/reading.ts'
import * as store from './store.ts'

export { handOverLeads, leadsInHand } from './service/handing.ts'
export { attachLeads, correctTest, openLead, tellSlip, type LeadRaised } from './service/opening.ts'
export { leadsOpen } from './service/reading.ts'

/** Leads nobody took over in time, by community. */
export const leadsLateByCommunity = (ctx: Ctx) => store.lateByCommunity(ctx.sql, ctx.now)

/** What waits for the health centre in the areas directly below one, and how many did at an earlier instant. */
export const leadsByArea = async (ctx: Ctx, areaPath: string, then: Instant) => ({ open: await store.openByArea(ctx.sql, areaPath, ctx.now), then: await store.openAt(ctx.sql, areaPath, then) })

const rangeOf = async (ctx: Ctx, areaId: string | undefined): Promise<Scope> => (areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath))

export const leadsService: Service<typeof leadsApi, Ctx> = {
  async listLeads(ctx, { tab, kinds, areaId, order, after, limit }) {
    const rows = await store.listRows(ctx.sql, { tab, kinds, range: await rangeOf(ctx, areaId), now: ctx.now, order: readOrder(order, tab === 'closed' ? '-clock' : 'clock'), after: readKey(after, 2), limit })
    const page = toWalkedPage(rows, limit)
    return { ...page, items: page.items.map((row) => toLead(ctx, row)) }
  },
  leadCounts: async (ctx, { areaId }) => store.counts(ctx.sql, await rangeOf(ctx, areaId), ctx.now, ctx.today),
  async leadsAbout(ctx, { personId = null, episodeId = null }) {
    const rows = await store.rowsAbout(ctx.sql, { personId, episodeId })
    return { items: rows.map((row) => toLead(ctx, row)).map(({ leadId, kind, state, overdue, openedAt, dueAt, result }) => ({ leadId, kind, state, overdue, openedAt, dueAt, result })) }
  },
  getLead: (ctx, { leadId }) => cardOf(ctx, leadId),
  seeLead, receiveLead, handBackLead, noteLead, referLead, confirmArrival, closeLead, reopenLead,
}

export const leadsJobs: Jobs = { 'leads.escalate': escalate }
