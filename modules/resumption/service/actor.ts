import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/errors.ts'
import { resumptionErrors, type BusinessAction, type BusinessCard, type Standing } from '../contract.ts'
import { mayDo } from '../rules.ts'
import * as store from '../store.ts'
import type { BusinessRow } from '../tables.ts'
import { cardOf } from './reading.ts'

export const actorOf = (ctx: Ctx): { by: string | null; name: string | null } => (ctx.actor.kind === 'staff' ? { by: ctx.actor.accountId, name: ctx.actor.name } : { by: null, name: null })

export const standingOf = ({ state, reason, reasonNote, appliedOn, resumedOn, lookOn, decision }: BusinessRow): Standing => ({ state, reason, reasonNote, appliedOn, resumedOn, lookOn, decision })

/** The business, locked and in a state that allows the action. */
export async function forAction(ctx: Ctx, businessId: string, action: BusinessAction): Promise<BusinessRow> {
  await store.lock(ctx.sql, businessId)
  const row = await store.getRow(ctx.sql, businessId)
  if (!mayDo(row.state, action)) throw refuse(resumptionErrors.notInState, { name: row.name, state: row.state })
  return row
}

/** One step: what it is now, with what it was before. */
export async function step(ctx: Ctx, row: BusinessRow, next: Standing, kind: string, params: Record<string, unknown> = {}): Promise<BusinessCard> {
  await store.stand(ctx.sql, row.businessId, next, ctx.now)
  await note(ctx, row, kind, params, standingOf(row), { policyId: next.decision?.policyId ?? null })
  return cardOf(ctx, row.businessId)
}

/** 经过: that something happened. */
export const note = (ctx: Ctx, { businessId, areaPath }: Pick<BusinessRow, 'businessId' | 'areaPath'>, kind: string, params: Record<string, unknown>, before: Standing | null, also: { policyId?: string | null; receiptIndex?: string } = {}): Promise<number> =>
  store.insertSteps(ctx.sql, [{ id: ctx.newId(), businessId, areaPath, at: ctx.now, kind, params, before, policyId: null, ...also, ...actorOf(ctx) }])
