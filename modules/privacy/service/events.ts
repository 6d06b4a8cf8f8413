import type { Ctx } from '../../../kernel/ctx.ts'
import { addMonths, type Day } from '../../../kernel/dates.ts'
import { refuse } from '../../../kernel/errors.ts'
import { may } from '../../accounts/rules.ts'
import { settingOf } from '../../settings/service.ts'
import { areaById } from '../../territory/service.ts'
import { privacyErrors, type Counted, type EventAction, type EventState, type PrivacyEvent } from '../contract.ts'
import { dataKinds } from '../data/kinds.ts'
import { eventTable, lacksReason, mayDo, type Decided } from '../rules.ts'
import * as store from '../store.ts'

const actorOf = (ctx: Ctx): { by: string | null; name: string | null } => (ctx.actor.kind === 'staff' ? { by: ctx.actor.accountId, name: ctx.actor.name } : { by: null, name: null })
interface Order { orderNo?: string; reason?: string }

/** The event, locked, in a state that allows the step. */
async function forStep(ctx: Ctx, eventId: string, action: EventAction): Promise<store.EventRow> {
  const event = await store.lockEvent(ctx.sql, eventId)
  if (!mayDo(event.state, action)) throw refuse(privacyErrors.notInState, { state: event.state })
  return event
}

async function move(ctx: Ctx, event: store.EventRow, action: EventAction, to: EventState, { orderNo, reason }: Order = {}): Promise<void> {
  await store.setState(ctx.sql, event.eventId, to)
  await store.insertStep(ctx.sql, { id: ctx.newId(), eventId: event.eventId, areaPath: event.areaPath, step: action, orderNo: orderNo ?? null, reason: reason ?? null, at: ctx.now, ...actorOf(ctx) })
}

export async function listEvents(ctx: Ctx): Promise<PrivacyEvent[]> {
  const rows = await store.listEvents(ctx.sql)
  const steps = await store.stepsOf(ctx.sql, rows.map((row) => row.eventId))
  const role = ctx.actor.kind === 'staff' ? ctx.actor.role : ''
  return rows.map(({ areaPath: _path, ...row }) => ({
    ...row, steps: steps.filter((s) => s.eventId === row.eventId).map(({ eventId: _e, accountId: _a, ...s }) => s),
    actions: eventTable[row.state].filter((action) => may(role, action === 'approve' ? 'privacy.approve' : 'privacy.close')),
  }))
}

export async function openEvent(ctx: Ctx, input: { areaId: string; title: string; orderNo: string; startedOn: Day }): Promise<{ eventId: string }> {
  const area = await areaById(ctx, input.areaId)
  const running = await store.runningEvent(ctx.sql, area.areaPath)
  if (running) throw refuse(privacyErrors.eventRunning, running)
  const id = ctx.newId()
  await store.resumeLinks(ctx.sql, area.areaPath)
  await store.insertEvent(ctx.sql, { ...input, id, areaPath: area.areaPath, at: ctx.now, ...actorOf(ctx) })
  return { eventId: id }
}

export async function stop(ctx: Ctx, eventId: string, order: Order): Promise<{ links: number }> {
  const event = await forStep(ctx, eventId, 'stop')
  const links = await store.stopLinks(ctx.sql, event.areaPath, ctx.now)
  await store.freeze(ctx.sql, eventId, event.areaPath, 'collecting')
  await move(ctx, event, 'stop', 'stopped', order)
  return { links }
}

export async function resume(ctx: Ctx, eventId: string): Promise<void> {
  const event = await forStep(ctx, eventId, 'resume')
  await store.resumeLinks(ctx.sql, event.areaPath)
  await store.unfreeze(ctx.sql, eventId)
  await move(ctx, event, 'resume', 'open')
}

/** Nothing may be frozen that still has to be finished: nobody is left managed without anybody being able to release them. */
export async function freeze(ctx: Ctx, eventId: string, order: Order): Promise<void> {
  const event = await forStep(ctx, eventId, 'freeze')
  const left = await store.underWay(ctx.sql, event.areaPath)
  if (left.episodes + left.leads + left.waiting > 0) throw refuse(privacyErrors.stillManaged, left)
  await store.freeze(ctx.sql, eventId, event.areaPath, 'all')
  await move(ctx, event, 'freeze', 'frozen', order)
}

export async function unfreeze(ctx: Ctx, eventId: string): Promise<void> {
  const event = await forStep(ctx, eventId, 'unfreeze')
  await store.freeze(ctx.sql, eventId, event.areaPath, 'collecting')
  await move(ctx, event, 'unfreeze', 'stopped')
}

export async function review(ctx: Ctx, eventId: string, kinds: readonly Decided[]): Promise<void> {
  const event = await forStep(ctx, eventId, 'review')
  const lacking = lacksReason(kinds)
  if (lacking) throw refuse(privacyErrors.reasonNeeded, { kind: dataKinds.find((k) => k.id === lacking.kind)?.name.zh ?? lacking.kind })
  for (const one of kinds.filter(({ kind }) => dataKinds.some((k) => k.id === kind))) {
    const keeps = one.decision === 'keep'
    await store.saveReview(ctx.sql, { eventId, areaPath: event.areaPath, kind: one.kind, decision: one.decision, reason: keeps ? one.reason ?? null : null, keepUntil: keeps ? one.keepUntil ?? null : null, at: ctx.now, ...actorOf(ctx) })
  }
  await move(ctx, event, 'review', 'reviewed')
}

/** Who asked for it or reviewed it does not approve it. */
export async function approve(ctx: Ctx, eventId: string, order: Order): Promise<void> {
  const event = await forStep(ctx, eventId, 'approve')
  const { by } = actorOf(ctx)
  const steps = await store.stepsOf(ctx.sql, [eventId])
  if (steps.some((s) => s.accountId === by && (s.step === 'review' || s.step === 'freeze'))) throw refuse(privacyErrors.ownApproval)
  await move(ctx, event, 'approve', 'approved', order)
}

export async function beginDestroying(ctx: Ctx, eventId: string): Promise<void> {
  const event = await forStep(ctx, eventId, 'destroy')
  await move(ctx, event, 'destroy', 'destroying')
  await ctx.enqueue('privacy.destroyEvent', { eventId })
}

/** Months by kind; passages, and the former homes that are kept for them, have a term of their own where none is said here. */
export async function retention(ctx: Ctx): Promise<Record<string, number>> {
  const passages = await settingOf(ctx, 'passage.keepMonths')
  return { passages, formerHomes: passages, ...(await store.readSetting<Record<string, number>>(ctx.sql, 'privacy.retentionMonths')) }
}

/** The day before which rows of a kind are past their term. */
export const expiredBefore = (ctx: Ctx, months: number | undefined): Day | null => (months === undefined ? null : addMonths(ctx.today, -months))

/** 清点: counts and changes nothing. */
export async function count(ctx: Ctx, eventId: string): Promise<{ kinds: Counted[]; statistics: number }> {
  const event = await store.getEvent(ctx.sql, eventId)
  const reviews = new Map((await store.reviewsOf(ctx.sql, eventId)).map((r) => [r.kind, r]))
  const months = await retention(ctx)
  const kinds: Counted[] = []
  for (const k of dataKinds) {
    const review = reviews.get(k.id)
    kinds.push({
      kind: k.id, name: k.name, how: k.how, ...(await store.countKind(ctx.sql, k, event.areaPath, event.startedOn, expiredBefore(ctx, months[k.id]), event.certificate?.at)),
      decision: review?.decision ?? 'destroy', reason: review?.reason ?? null, keepUntil: review?.keepUntil ?? null, months: months[k.id] ?? null,
    })
  }
  const statistics = event.state === 'closed' ? await store.statisticsKept(ctx.sql, eventId) : await store.statisticsToKeep(ctx.sql, event.areaPath)
  return { kinds, statistics }
}
