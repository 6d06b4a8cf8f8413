import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { resumptionErrors as errors, type BusinessCard, type IdleReason, type resumptionApi } from '../contract.ts'
import { applied, closed, newStanding, reasoned, stoodBefore, suspended, undoable, withdrawn } from '../rules.ts'
import * as store from '../store.ts'
import { forAction, note, standingOf, step } from './actor.ts'
import { cardOf } from './reading.ts'

type Input<K extends keyof typeof resumptionApi> = ParsedInputOf<(typeof resumptionApi)[K]>

export async function applyToResume(ctx: Ctx, { businessId, note: words }: Input<'applyToResume'>): Promise<BusinessCard> {
  const row = await forAction(ctx, businessId, 'apply')
  return step(ctx, row, applied(standingOf(row), ctx.today), 'applied', { note: words ?? '' })
}

export async function withdrawApplication(ctx: Ctx, { businessId }: Input<'withdrawApplication'>): Promise<BusinessCard> {
  const row = await forAction(ctx, businessId, 'withdraw')
  return step(ctx, row, withdrawn(standingOf(row), stoodBefore(await store.stepsOf(ctx.sql, businessId))), 'withdrawn')
}

const withWords = (reason: IdleReason, words: string | undefined): string | null => {
  if (reason === 'other' && !words) throw refuse(errors.noteMissing)
  return words || null
}

export async function nameReason(ctx: Ctx, { businessId, reason, note: words }: Input<'nameReason'>): Promise<BusinessCard> {
  const row = await forAction(ctx, businessId, 'nameReason')
  return step(ctx, row, reasoned(standingOf(row), reason, withWords(reason, words)), 'reasoned', { idleReason: reason, note: words ?? '' })
}

export async function suspendBusiness(ctx: Ctx, { businessId, reason, note: words }: Input<'suspendBusiness'>): Promise<BusinessCard> {
  const row = await forAction(ctx, businessId, 'suspend')
  return step(ctx, row, suspended(standingOf(row), reason, withWords(reason, words)), 'suspended', { idleReason: reason, note: words ?? '' })
}

export async function closeBusiness(ctx: Ctx, { businessId, reason }: Input<'closeBusiness'>): Promise<BusinessCard> {
  const row = await forAction(ctx, businessId, 'close')
  return step(ctx, row, closed(standingOf(row)), 'closed', { note: reason })
}

export async function reopenBusiness(ctx: Ctx, { businessId }: Input<'reopenBusiness'>): Promise<BusinessCard> {
  const row = await forAction(ctx, businessId, 'reopen')
  return step(ctx, row, newStanding, 'reopened')
}

/** 撤销: it stands again as before that step; the step stays, and that it was taken back. */
export async function undoBusinessStep(ctx: Ctx, { businessId, stepId }: Input<'undoBusinessStep'>): Promise<BusinessCard> {
  if (!(await takeBack(ctx, businessId, stepId))) throw refuse(errors.notLastStep)
  return cardOf(ctx, businessId)
}

/** Whether it was the last step and of today. */
export async function takeBack(ctx: Ctx, businessId: string, stepId: string): Promise<boolean> {
  await store.lock(ctx.sql, businessId)
  const row = await store.getRow(ctx.sql, businessId)
  const last = undoable(await store.stepsOf(ctx.sql, businessId), ctx.today)
  if (last?.id !== stepId) return false
  await store.undoStep(ctx.sql, stepId, ctx.now)
  await store.stand(ctx.sql, businessId, last.before, ctx.now)
  await note(ctx, row, 'undone', { step: last.kind }, null)
  return true
}
