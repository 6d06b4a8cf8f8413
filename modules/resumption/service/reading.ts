import type { Ctx } from '../../../kernel/ctx.ts'
import type { Day } from '../../../kernel/dates.ts'
import { policyIfAny } from '../../policies/service.ts'
import type { BusinessCard, BusinessLine } from '../contract.ts'
import { businessTable, undoable } from '../rules.ts'
import * as store from '../store.ts'
import type { BusinessRow } from '../tables.ts'

export function toLine(today: Day, { areaPath: _path, decision, ...row }: BusinessRow): BusinessLine {
  return { ...row, lookDue: row.state !== 'applied' && row.lookOn !== null && row.lookOn <= today, missing: decision?.missing ?? [] }
}

export async function cardOf(ctx: Ctx, businessId: string): Promise<BusinessCard> {
  const row = await store.getRow(ctx.sql, businessId)
  const steps = await store.stepsOf(ctx.sql, businessId)
  const order = await policyIfAny(ctx, row.areaPath, ctx.now)
  const terms = order?.document.resumption
  return {
    ...toLine(ctx.today, row), decision: row.decision, terms: order && terms ? { ...terms, orderNo: order.orderNo } : null,
    steps: steps.map(({ before: _before, ...step }) => step), actions: [...businessTable[row.state]], undoable: undoable(steps, ctx.today)?.id ?? null,
  }
}
