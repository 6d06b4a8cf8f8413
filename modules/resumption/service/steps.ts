import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { policyIfAny } from '../../policies/service.ts'
import { resumptionErrors as errors, type BusinessCard, type IdleReason, type resumptionApi } from '../contract.ts'
import { applied, checked, closed, decideReadiness, newStanding, reasoned, suspended, unanswered, undoable, withdrawn } from '../rules.ts'
import * as store from '../store.ts'
import { forAction, note, standingOf, step } from './actor.ts'
import { cardOf } from './reading.ts'
import { said } from './saying.ts'

type Input<K extends keyof typeof resumptionApi> = ParsedInputOf<(typeof resumptionApi)[K]>

export async function applyToResume(ctx: Ctx, { businessId, note: words }: Input<'applyToResume'>): Promise<BusinessCard> {
  const row = await forAction(ctx, businessId, 'apply')
  return step(ctx, row, applied(standingOf(row), ctx.today), 'applied', { note: words ?? '' })
}

export async function withdrawApplication(ctx: Ctx, { businessId }: Input<'withdrawApplication'>): Promise<BusinessCard> {
  const row = await forAction(ctx, businessId, 'withdraw')
  const asked = (await store.stepsOf(ctx.sql, businessId)).find(({ kind, undone }) => !undone && (kind === 'applied' || kind === 'asked'))
  return step(ctx, row, withdrawn(standingOf(row), asked?.before?.state), 'withdrawn')
}

/** 条件核查: by the order in force where the business is; kept with what was answered. */
export async function checkReadiness(ctx: Ctx, { businessId, answers, note: words, lookOn }: Input<'checkReadiness'>): Promise<BusinessCard> {
  if (lookOn !== undefined && lookOn < ctx.today) throw refuse(errors.wrongDay)
  const row = await forAction(ctx, businessId, 'check')
  const order = await policyIfAny(ctx, row.areaPath, ctx.now)
  const open = unanswered(order?.document.resumption, answers)
  if (open.length > 0) throw refuse(errors.notAnswered, { n: open.length })
  const decision = said(decideReadiness({ trade: row.trade, standing: row, answers, lookOn }, order, ctx.today))
  return step(ctx, row, checked(standingOf(row), decision, ctx.today), 'checked', { because: decision.because.zh, becauseEn: decision.because.en, note: words ?? '', answers })
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
  await store.lock(ctx.sql, businessId)
  const row = await store.getRow(ctx.sql, businessId)
  const last = undoable(await store.stepsOf(ctx.sql, businessId), ctx.today)
  if (last?.id !== stepId) throw refuse(errors.notLastStep)
  await store.undoStep(ctx.sql, stepId, ctx.now)
  await store.stand(ctx.sql, businessId, last.before, ctx.now)
  await note(ctx, row, 'undone', { step: last.kind }, null)
  return cardOf(ctx, businessId)
}
