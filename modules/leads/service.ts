import type { Ctx, Jobs } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { readKey, readOrder, toWalkedPage } from '../../kernel/page.ts'
import type { leadsApi } from './contract.ts'
import { closeLead, confirmArrival, escalate, noteLead, receiveLead, referLead, reopenLead, seeLead } from './service/handling.ts'
import { cardOf, toLead } from './service/reading.ts'
import * as store from './store.ts'

export { handOverLeads, leadsInHand } from './service/handing.ts'
export { attachLeads, openLead, type LeadRaised } from './service/opening.ts'
export { leadsOpen } from './service/reading.ts'

/** Whether an open lead still stands against releasing somebody. */
export const hasOpenLead = (ctx: Ctx, episodeId: string): Promise<boolean> => store.hasOpen(ctx.sql, episodeId)

/** Leads nobody took over in time, by community. */
export const leadsLateByCommunity = (ctx: Ctx) => store.lateByCommunity(ctx.sql, ctx.now)

export const leadsService: Service<typeof leadsApi, Ctx> = {
  async listLeads(ctx, { tab, kinds, order, after, limit }) {
    const rows = await store.listRows(ctx.sql, { tab, kinds, now: ctx.now, order: readOrder(order, tab === 'closed' ? '-clock' : 'clock'), after: readKey(after, 2), limit })
    const page = toWalkedPage(rows, limit)
    return { ...page, items: page.items.map((row) => toLead(ctx, row)) }
  },
  leadCounts: (ctx) => store.counts(ctx.sql, ctx.now, ctx.today),
  async leadsAbout(ctx, { personId = null, episodeId = null }) {
    const rows = await store.rowsAbout(ctx.sql, { personId, episodeId })
    return { items: rows.map((row) => toLead(ctx, row)).map(({ leadId, kind, state, overdue, openedAt, dueAt, result }) => ({ leadId, kind, state, overdue, openedAt, dueAt, result })) }
  },
  getLead: (ctx, { leadId }) => cardOf(ctx, leadId),
  seeLead, receiveLead, noteLead, referLead, confirmArrival, closeLead, reopenLead,
}

export const leadsJobs: Jobs = { 'leads.escalate': escalate }
