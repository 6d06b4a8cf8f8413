import type { Ctx, Jobs, StaffActor } from '../../kernel/ctx.ts'
import { addMinutes, clockOf } from '../../kernel/dates.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../kernel/errors.ts'
import { readKey, toPage } from '../../kernel/page.ts'
import { recordTimeline } from '../people/service.ts'
import { communityOf } from '../territory/service.ts'
import { leadsErrors, type Lead, type LeadAction, type LeadKind, type leadsApi, type LeadSummary } from './contract.ts'
import { actionsOf, ageOf, isOverdue, isSameDay, mayDo, mergeSummary } from './rules.ts'
import * as store from './store.ts'
import type { LeadRow } from './tables.ts'

export interface LeadRaised {
  kind: LeadKind
  /** Absent while the person told of is not in the register. */
  personId: string | null
  screeningId?: string | null
  episodeId?: string | null
  checkId?: string | null
  areaId: string
  areaPath: string
  summary: Partial<LeadSummary>
  /** Minutes the health centre has to take over, from the policy. */
  dueMinutes: number
}

/** Raises a lead, or adds what is new to the one still open for the same person and kind; its clock goes on. */
export async function openLead(ctx: Ctx, raised: LeadRaised): Promise<{ leadId: string; dueAt: string; added: boolean }> {
  const links = { personId: raised.personId, screeningId: raised.screeningId ?? null, episodeId: raised.episodeId ?? null, checkId: raised.checkId ?? null }
  const summary: LeadSummary = { ...raised.summary, symptoms: raised.summary.symptoms ?? [] }
  const open = await store.findOpen(ctx.sql, { kind: raised.kind, ...links })
  if (open) {
    await store.addTo(ctx.sql, open.id, { ...links, summary: mergeSummary(open.summary, summary) })
    const { dueAt } = await store.getLeadRow(ctx.sql, open.id)
    return { leadId: open.id, dueAt, added: true }
  }
  const leadId = ctx.newId()
  const dueAt = addMinutes(ctx.now, raised.dueMinutes)
  const staff = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  await store.insertLead(ctx.sql, {
    id: leadId, kind: raised.kind, areaId: raised.areaId, areaPath: raised.areaPath, communityId: (await communityOf(ctx, raised.areaPath)).id,
    ...links, summary, at: ctx.now, by: staff?.accountId ?? null, byName: staff?.name ?? null, dueAt,
  })
  await tell(ctx, 'opened', { ...links, areaPath: raised.areaPath, kind: raised.kind }, { time: clockOf(dueAt) })
  return { leadId, dueAt, added: false }
}

/** Whether an open lead still stands against releasing somebody. */
export const hasOpenLead = (ctx: Ctx, episodeId: string): Promise<boolean> => store.hasOpen(ctx.sql, episodeId)

/** Once the person told of is registered, the leads of that record are theirs. */
export const attachLeads = (ctx: Ctx, screeningId: string, to: { personId: string; episodeId: string | null }): Promise<number> =>
  store.attach(ctx.sql, screeningId, to)

async function tell(
  ctx: Ctx, what: string, about: { personId: string | null; episodeId: string | null; areaPath: string; kind: LeadKind }, params: Record<string, unknown> = {},
): Promise<void> {
  if (about.personId === null) return
  await recordTimeline(ctx, {
    kind: `leads.${what}`, personId: about.personId, areaPath: about.areaPath, params: { leadKind: about.kind, ...params },
    ...(about.episodeId !== null ? { episodeId: about.episodeId } : {}),
  })
}

function toLead(ctx: Ctx, row: LeadRow): Lead {
  const { areaPath: _path, personName, birthOn, ...rest } = row
  return {
    ...rest,
    name: personName ?? row.summary.name ?? '', age: ageOf(birthOn, ctx.today),
    phoneMasked: row.phoneMasked ?? row.summary.phoneMasked ?? null, address: row.address ?? row.summary.address ?? null,
    overdue: isOverdue(row.state, row.dueAt, ctx.now), actions: actionsOf(row.state, row.closedAt, ctx.today),
  }
}

/** The lead, locked and in a state that allows the action. */
async function forAction(ctx: Ctx, leadId: string, action: LeadAction): Promise<{ row: LeadRow; actor: StaffActor }> {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  await store.lockLead(ctx.sql, leadId)
  const row = await store.getLeadRow(ctx.sql, leadId)
  if (!mayDo(row.state, action)) throw refuse(leadsErrors.notInState, { state: row.state })
  return { row, actor: ctx.actor }
}
const again = async (ctx: Ctx, leadId: string): Promise<Lead> => toLead(ctx, await store.getLeadRow(ctx.sql, leadId))

/** Leads not closed, the shortest clock first; `late`: only those nobody took over in time. */
export async function leadsOpen(ctx: Ctx, { late, limit }: { late: boolean; limit: number }): Promise<{ items: Lead[]; total: number; late: number; closedToday: number }> {
  const rows = await store.listRows(ctx.sql, { tab: late ? 'overdue' : 'active', kinds: undefined, now: ctx.now, after: undefined, limit })
  const counted = await store.counts(ctx.sql, ctx.now, ctx.today)
  return {
    items: rows.slice(0, limit).map((row) => toLead(ctx, row)), total: late ? counted.overdue : counted.open + counted.received, late: counted.overdue, closedToday: counted.closedToday,
  }
}

/** Leads nobody took over in time, by community. */
export const leadsLateByCommunity = (ctx: Ctx) => store.lateByCommunity(ctx.sql, ctx.now)

export const leadsService: Service<typeof leadsApi, Ctx> = {
  async listLeads(ctx, { tab, kinds, after, limit }) {
    const key = readKey(after, 2) as [string, string] | undefined
    const rows = await store.listRows(ctx.sql, { tab, kinds, now: ctx.now, after: key, limit })
    const page = toPage(rows, limit, (row) => [row.dueAt, row.leadId])
    return { ...page, items: page.items.map((row) => toLead(ctx, row)) }
  },
  leadCounts: (ctx) => store.counts(ctx.sql, ctx.now, ctx.today),
  getLead: (ctx, { leadId }) => again(ctx, leadId),
  async receiveLead(ctx, { leadId }) {
    const { row, actor } = await forAction(ctx, leadId, 'receive')
    await store.setReceived(ctx.sql, leadId, ctx.now, actor.accountId, actor.name)
    await tell(ctx, 'received', row)
    return again(ctx, leadId)
  },
  async closeLead(ctx, { leadId, result, note }) {
    const { row, actor } = await forAction(ctx, leadId, 'close')
    await store.setClosed(ctx.sql, leadId, { at: ctx.now, by: actor.accountId, name: actor.name, result, note: note ?? null })
    await tell(ctx, `closed.${result}`, row, { note: note ?? '' })
    return again(ctx, leadId)
  },
  async reopenLead(ctx, { leadId }) {
    const { row } = await forAction(ctx, leadId, 'reopen')
    if (!isSameDay(row.closedAt, ctx.today)) throw refuse(leadsErrors.notTheDay)
    await store.setReopened(ctx.sql, leadId)
    await tell(ctx, 'reopened', row)
    return again(ctx, leadId)
  },
}

export const leadsJobs: Jobs = {}
