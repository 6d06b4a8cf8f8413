import type { Ctx } from '../../../kernel/ctx.ts'
import { addMinutes, clockOf, type Instant } from '../../../kernel/dates.ts'
import { communityOf } from '../../territory/service.ts'
import type { LeadChannel, LeadKind, LeadSummary, testFindings } from '../contract.ts'
import { heavier, mergeSummary } from '../rules.ts'
import * as store from '../store.ts'
import { keep, tell } from './happened.ts'

export interface LeadRaised {
  kind: LeadKind
  channel?: LeadChannel | null
  /** Absent while the person told of is not in the register. */
  personId: string | null
  screeningId?: string | null
  /** Said only where it may have ended: a running episode of the person has its leads by itself. */
  episodeId?: string | null
  checkId?: string | null
  areaId: string
  areaPath: string
  summary: Partial<LeadSummary>
  /** Minutes the health centre has to take over, from the policy. */
  dueMinutes: number
}

/** Raises a lead, or adds what is new to the one still open for the same person, with its time and channel; the clock goes on. */
export async function openLead(ctx: Ctx, raised: LeadRaised): Promise<{ leadId: string; dueAt: string; added: boolean }> {
  const links = { personId: raised.personId, screeningId: raised.screeningId ?? null, episodeId: raised.episodeId ?? null, checkId: raised.checkId ?? null }
  const summary: LeadSummary = { ...raised.summary, symptoms: raised.summary.symptoms ?? [] }
  const dueAt = addMinutes(ctx.now, raised.dueMinutes)
  const feverAt = raised.kind === 'fever' ? ctx.now : null
  const channel = raised.channel ?? null
  await store.waitForTwin(ctx.sql, raised.personId ?? raised.screeningId ?? '')
  const open = await store.findOpen(ctx.sql, links)
  if (open) {
    const kind = heavier(open.kind, raised.kind)
    await store.addTo(ctx.sql, open.id, { ...links, kind, summary: mergeSummary(open.summary, summary), dueAt, feverAt })
    const row = await store.getLeadRow(ctx.sql, open.id)
    if (bringsNews(open.summary, summary) || kind !== open.kind) await keep(ctx, row, 'added', { params: { summary }, channel })
    return { leadId: open.id, dueAt: row.dueAt, added: true }
  }
  const leadId = ctx.newId()
  const staff = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  const { episodeId } = await store.insertLead(ctx.sql, {
    id: leadId, kind: raised.kind, channel, areaId: raised.areaId, areaPath: raised.areaPath, communityId: (await communityOf(ctx, raised.areaPath)).id,
    ...links, summary, at: ctx.now, by: staff?.accountId ?? null, byName: staff?.name ?? null, dueAt, feverAt,
  })
  await tell(ctx, { leadId, ...links, episodeId, areaPath: raised.areaPath, kind: raised.kind }, 'opened', { params: { time: clockOf(dueAt), summary }, channel })
  return { leadId, dueAt, added: false }
}

/** 检测结果更正: the lead of a positive test that was a slip stays with whoever took it over, who reads of it and closes. */
export async function correctTest(ctx: Ctx, personId: string, finding: (typeof testFindings)[number]): Promise<void> {
  const open = await store.findOpen(ctx.sql, { personId, screeningId: null })
  if (open?.kind === 'positive') await keep(ctx, await store.getLeadRow(ctx.sql, open.id), 'testCorrected', { params: { finding } })
}

/** The same record looked at again (verified, corrected) says nothing new. */
const bringsNews = (known: LeadSummary, told: LeadSummary): boolean =>
  (told.temperature !== undefined && told.temperature !== known.temperature) || told.symptoms.some((one) => !known.symptoms.includes(one))
  || (told.words !== undefined && told.words !== known.words)

/** 误登: whoever recorded what raised it has taken that back. It stays open until the health centre has asked; false where that is done already. */
export async function tellSlip(ctx: Ctx, leadId: string, recordedAt: Instant): Promise<boolean> {
  const row = await store.getLeadRow(ctx.sql, leadId)
  if (row.joinedTo !== null) return tellSlip(ctx, row.joinedTo, recordedAt)
  if (row.state === 'closed') return false
  await tell(ctx, row, 'slip', { params: { time: clockOf(recordedAt) }, channel: row.channel })
  return true
}

/** Once the person told of is registered, the leads of that record are theirs; one that runs for them already takes this one in. */
export async function attachLeads(ctx: Ctx, screeningId: string, to: { personId: string; episodeId: string | null }): Promise<void> {
  await store.waitForTwin(ctx.sql, to.personId)
  const own = await store.findOpen(ctx.sql, { personId: null, screeningId })
  const running = own && (await store.findOpen(ctx.sql, { personId: to.personId, screeningId: null }, own.id))
  await store.attach(ctx.sql, screeningId, to)
  if (!own || !running) return
  const { dueAt } = await store.getLeadRow(ctx.sql, own.id)
  await store.addTo(ctx.sql, running.id, {
    kind: heavier(running.kind, own.kind), summary: mergeSummary(running.summary, own.summary), personId: to.personId, screeningId, episodeId: to.episodeId, checkId: null, dueAt, feverAt: own.feverAt,
  })
  await store.joinInto(ctx.sql, own.id, running.id, ctx.now)
}
