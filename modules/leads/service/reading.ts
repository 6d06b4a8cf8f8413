import type { Ctx } from '../../../kernel/ctx.ts'
import { toWalkedPage } from '../../../kernel/page.ts'
import type { Lead, LeadCard } from '../contract.ts'
import { actionsOf, ageOf, isOverdue } from '../rules.ts'
import * as store from '../store.ts'
import { eventsOf } from '../store/events.ts'
import type { LeadRow } from '../tables.ts'

export function toLead(ctx: Ctx, row: LeadRow): Lead {
  const { areaPath: _path, personName, birthOn, joinedTo: _joined, ...rest } = row
  return {
    ...rest,
    name: personName ?? row.summary.name ?? '', age: ageOf(birthOn, ctx.today),
    phoneMasked: row.phoneMasked ?? row.summary.phoneMasked ?? null, address: row.address ?? row.summary.address ?? null,
    overdue: isOverdue(row.state, row.dueAt, ctx.now), actions: actionsOf(row, ctx.today),
  }
}

/** The lead with its timeline; one that was joined shows where it goes on. */
export async function cardOf(ctx: Ctx, leadId: string): Promise<LeadCard> {
  const row = await store.getLeadRow(ctx.sql, leadId)
  if (row.joinedTo !== null) return cardOf(ctx, row.joinedTo)
  return { ...toLead(ctx, row), events: await eventsOf(ctx.sql, leadId) }
}

/** Leads not closed, the shortest clock first; `late`: only those nobody took over in time. */
export async function leadsOpen(ctx: Ctx, { late, limit }: { late: boolean; limit: number }): Promise<{ items: Lead[]; total: number; late: number; closedToday: number }> {
  const rows = await store.listRows(ctx.sql, { tab: late ? 'overdue' : 'active', kinds: undefined, range: ctx.actor.scope, now: ctx.now, order: { by: 'clock', desc: false }, after: undefined, limit })
  const counted = await store.counts(ctx.sql, ctx.actor.scope, ctx.now, ctx.today)
  return {
    items: toWalkedPage(rows, limit).items.map((row) => toLead(ctx, row)), total: late ? counted.overdue : counted.open + counted.received, late: counted.overdue, closedToday: counted.closedToday,
  }
}
