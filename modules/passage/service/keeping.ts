import type { Ctx } from '../../../kernel/ctx.ts'
import { addMonths } from '../../../kernel/dates.ts'
import { forgetStays } from '../../people/service.ts'
import { keptMonths } from '../../privacy/service.ts'
import * as store from '../store.ts'

/** 到期删除: passages past their term and the former homes that were kept for them, a whole month in each transaction until none is left; the trail keeps that and how many. */
export async function forgetPassages(ctx: Ctx): Promise<store.Forgotten[]> {
  const [months, ofHomes] = [await keptMonths(ctx, 'passages'), await keptMonths(ctx, 'formerHomes')]
  if (ofHomes !== undefined) {
    const gone = await forgetStays(ctx, addMonths(ctx.today, -ofHomes))
    if (gone > 0) await store.traceForgotten(ctx.sql, { month: 'formerHomes', gone, kept: 0, id: ctx.newId(), at: ctx.now, months: ofHomes })
  }
  if (months === undefined) return []
  const forgotten = await store.forgetBefore(ctx.sql, addMonths(ctx.today, -months), ctx.today)
  for (const one of forgotten) await store.traceForgotten(ctx.sql, { ...one, id: ctx.newId(), at: ctx.now, months })
  return forgotten
}
