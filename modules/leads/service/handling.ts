import type { Ctx, Job, StaffActor } from '../../../kernel/ctx.ts'
import { addMinutes, type Instant } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { areasAbove } from '../../territory/service.ts'
import { leadsErrors, type LeadAction, type LeadCard, type leadsApi } from '../contract.ts'
import { actionsOf, couldBeAt, isSameDay, mayDo } from '../rules.ts'
import * as store from '../store.ts'
import type { LeadRow } from '../tables.ts'
import { keep, tell } from './happened.ts'
import { cardOf } from './reading.ts'

type Input<K extends keyof typeof leadsApi> = ParsedInputOf<(typeof leadsApi)[K]>

/** The lead, locked and in a state that allows the action. */
async function forAction(ctx: Ctx, leadId: string, action: LeadAction): Promise<{ row: LeadRow; actor: StaffActor }> {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  await store.lockLead(ctx.sql, leadId)
  const row = await store.getLeadRow(ctx.sql, leadId)
  const possible = action === 'reopen' ? mayDo(row.state, action) : actionsOf(row, ctx.today).includes(action)
  if (!possible) throw refuse(leadsErrors.notInState, { state: row.state })
  return { row, actor: ctx.actor }
}

/** In UTC, whatever offset the caller's clock wrote. */
function timeOf(ctx: Ctx, row: LeadRow, at: Instant | undefined): Instant {
  const when = at === undefined ? ctx.now : addMinutes(at, 0)
  if (!couldBeAt(when, row.openedAt, ctx.now)) throw refuse(leadsErrors.wrongTime)
  return when
}

/** Whoever does something about it has taken it over. */
async function takeOver(ctx: Ctx, row: LeadRow, actor: StaffActor): Promise<void> {
  if (row.state !== 'open') return
  await store.setReceived(ctx.sql, row.leadId, ctx.now, actor.accountId, actor.name)
  await tell(ctx, row, 'received')
}

export async function seeLead(ctx: Ctx, { leadId }: Input<'seeLead'>): Promise<Record<string, never>> {
  await keep(ctx, await store.getLeadRow(ctx.sql, leadId), 'seen')
  return {}
}

export async function receiveLead(ctx: Ctx, { leadId }: Input<'receiveLead'>): Promise<LeadCard> {
  const { row, actor } = await forAction(ctx, leadId, 'receive')
  await takeOver(ctx, row, actor)
  return cardOf(ctx, leadId)
}

/** 撤销接收: a slip; the clock runs on from where it began. */
export async function handBackLead(ctx: Ctx, { leadId }: Input<'handBackLead'>): Promise<LeadCard> {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  await store.lockLead(ctx.sql, leadId)
  const row = await store.getLeadRow(ctx.sql, leadId)
  if (row.state !== 'received') throw refuse(leadsErrors.notInState, { state: row.state })
  const receipt = await store.receiptOf(ctx.sql, leadId)
  if (receipt.by !== ctx.actor.accountId || receipt.goneOn || !isSameDay(row.receivedAt, ctx.today)) throw refuse(leadsErrors.receiptStands)
  await store.setHandedBack(ctx.sql, leadId)
  await tell(ctx, row, 'handedBack')
  return cardOf(ctx, leadId)
}

export async function noteLead(ctx: Ctx, { leadId, step, at, told, note, ...seen }: Input<'noteLead'>): Promise<LeadCard> {
  const { row, actor } = await forAction(ctx, leadId, 'note')
  const when = timeOf(ctx, row, at)
  await takeOver(ctx, row, actor)
  await tell(ctx, row, `noted.${step}`, { params: { note: note ?? '', told, ...seen }, at: when, channel: 'doctor' })
  return cardOf(ctx, leadId)
}

export async function referLead(ctx: Ctx, { leadId, hospital, transport, at, note, told }: Input<'referLead'>): Promise<LeadCard> {
  const { row, actor } = await forAction(ctx, leadId, 'refer')
  const when = timeOf(ctx, row, at)
  await takeOver(ctx, row, actor)
  await store.setReferred(ctx.sql, leadId, { hospital, transport, at: when, recordedAt: ctx.now })
  await tell(ctx, row, 'referred', { params: { hospital, hospitalTransport: transport, note: note ?? '', told }, at: when })
  return cardOf(ctx, leadId)
}

export async function confirmArrival(ctx: Ctx, { leadId, at }: Input<'confirmArrival'>): Promise<LeadCard> {
  const { row } = await forAction(ctx, leadId, 'arrive')
  const when = timeOf(ctx, row, at)
  await store.setArrived(ctx.sql, leadId, when)
  await tell(ctx, row, 'arrived', { params: { hospital: row.hospital }, at: when })
  return cardOf(ctx, leadId)
}

export async function closeLead(ctx: Ctx, { leadId, result, note }: Input<'closeLead'>): Promise<LeadCard> {
  const { row, actor } = await forAction(ctx, leadId, 'close')
  if (result === 'referredToHospital' && row.referredAt === null) throw refuse(leadsErrors.noHospital)
  await takeOver(ctx, row, actor)
  await store.setClosed(ctx.sql, leadId, { at: ctx.now, by: actor.accountId, name: actor.name, result, note: note ?? null })
  await tell(ctx, row, `closed.${result}`, { params: { note: note ?? '' } })
  return cardOf(ctx, leadId)
}

export async function reopenLead(ctx: Ctx, { leadId }: Input<'reopenLead'>): Promise<LeadCard> {
  const { row } = await forAction(ctx, leadId, 'reopen')
  if (!isSameDay(row.closedAt, ctx.today)) throw refuse(leadsErrors.notTheDay)
  await store.setReopened(ctx.sql, leadId)
  await tell(ctx, row, 'reopened')
  return cardOf(ctx, leadId)
}

/** 超时上报: what nobody took over in time stands with the subdistrict and the disease control from that minute on. */
export const escalate: Job = {
  everyMinutes: 1,
  async run(runner) {
    await runner.tx(async (ctx) => {
      for (const row of await store.lateUnsaid(ctx.sql, ctx.now)) {
        const offices = (await areasAbove(ctx, row.areaPath)).filter((a) => a.level === 'subdistrict' || a.level === 'district').map((a) => a.name)
        await store.setEscalated(ctx.sql, row.leadId, ctx.now)
        await tell(ctx, row, 'escalated', { params: { due: row.dueAt, offices: offices.join('、') }, channel: 'system' })
      }
    })
  },
}
