import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { policyIfAny } from '../../policies/service.ts'
import { resumptionErrors as errors, type BusinessCard, type ReadinessCheck, type resumptionApi } from '../contract.ts'
import { checked, decideReadiness, mayDo, stoodBefore, unanswered, type Order } from '../rules.ts'
import * as store from '../store.ts'
import type { BusinessRow } from '../tables.ts'
import { forAction, standingOf, take } from './actor.ts'
import { cardOf } from './reading.ts'
import { said } from './saying.ts'
import { takeBack } from './steps.ts'

type Input<K extends keyof typeof resumptionApi> = ParsedInputOf<(typeof resumptionApi)[K]>
type Seen = Pick<Input<'checkReadiness'>, 'answers' | 'note' | 'lookOn'>

/** 条件核查: by the order in force where the business is; kept with what was answered. */
export async function checkReadiness(ctx: Ctx, { businessId, ...seen }: Input<'checkReadiness'>): Promise<BusinessCard> {
  refusePast(ctx, seen)
  const row = await forAction(ctx, businessId, 'check')
  const order = await policyIfAny(ctx, row.areaPath, ctx.now)
  const open = unanswered(order?.document.resumption, seen.answers)
  if (open.length > 0) throw refuse(errors.notAnswered, { n: open.length })
  await record(ctx, row, order, seen)
  return cardOf(ctx, businessId)
}

/** 一起核查: each by its own order and its own state. */
export async function checkMany(ctx: Ctx, { businessIds, ...seen }: Input<'checkMany'>) {
  refusePast(ctx, seen)
  const done: { businessId: string; stepId: string; outcome: ReadinessCheck['outcome'] }[] = []
  const left: { name: string; why: 'state' | 'points' }[] = []
  // In one order always, so that two who check overlapping lists do not wait for each other.
  for (const businessId of [...new Set(businessIds)].toSorted()) {
    await store.lock(ctx.sql, businessId)
    const row = await store.getRow(ctx.sql, businessId)
    const order = await policyIfAny(ctx, row.areaPath, ctx.now)
    if (!mayDo(row.state, 'check')) left.push({ name: row.name, why: 'state' })
    else if (unanswered(order?.document.resumption, seen.answers).length > 0) left.push({ name: row.name, why: 'points' })
    else done.push({ businessId, ...(await record(ctx, row, order, seen)) })
  }
  return { done, left }
}

export async function undoChecks(ctx: Ctx, { steps }: Input<'undoChecks'>) {
  const undone: string[] = []
  for (const { businessId, stepId } of steps.toSorted((a, b) => (a.businessId < b.businessId ? -1 : 1))) if (await takeBack(ctx, businessId, stepId)) undone.push(businessId)
  return { undone, kept: steps.length - undone.length }
}

function refusePast(ctx: Ctx, { lookOn }: Seen): void {
  if (lookOn !== undefined && lookOn < ctx.today) throw refuse(errors.wrongDay)
}

async function record(ctx: Ctx, row: BusinessRow, order: Order | undefined, { answers, note: words, lookOn }: Seen) {
  const decision = said(decideReadiness({ trade: row.trade, standing: row, answers, lookOn }, order, ctx.today))
  const stood = row.state === 'applied' ? stoodBefore(await store.stepsOf(ctx.sql, row.businessId)) : row.state
  const stepId = await take(ctx, row, checked(standingOf(row), decision, ctx.today, stood), 'checked', { because: decision.because.zh, becauseEn: decision.because.en, note: words ?? '', answers })
  return { stepId, outcome: decision.outcome }
}
