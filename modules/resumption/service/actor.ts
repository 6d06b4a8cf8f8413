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

/** One step: what it is now, with what it was before; answers with its id. */
export async function take(ctx: Ctx, row: BusinessRow, next: Standing, kind: string, params: Record<string, unknown> = {}): Promise<string> {
  await store.stand(ctx.sql, row.businessId, next, ctx.now)
  return note(ctx, row, kind, params, standingOf(row), { policyId: next.decision?.policyId ?? null })
}

export async function step(ctx: Ctx, row: BusinessRow, next: Standing, kind: string, params: Record<string, unknown> = {}): Promise<BusinessCard> {
  await take(ctx, row, next, kind, params)
  return cardOf(ctx, row.businessId)
}

/** 经过: that something happened. */
export async function note(ctx: Ctx, { businessId, areaPath }: Pick<BusinessRow, 'businessId' | 'areaPath'>, kind: string, params: Record<string, unknown>, before: Standing | null, also: { policyId?: string | null; receiptIndex?: string } = {}): Promise<string> {
  const id = ctx.newId()
  await store.insertSteps(ctx.sql, [{ id, businessId, areaPath, at: ctx.now, kind, params, before, policyId: null, ...also, ...actorOf(ctx) }])
  return id
}
