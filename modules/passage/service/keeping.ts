import type { Ctx } from '../../../kernel/ctx.ts'
import { addMonths } from '../../../kernel/dates.ts'
import { settingOf } from '../../settings/service.ts'
import * as store from '../store.ts'

/** 到期删除: passages older than the setting allows, whole months of them; the trail keeps that and how many. */
export async function forgetPassages(ctx: Ctx): Promise<store.Forgotten[]> {
  const months = await settingOf(ctx, 'passage.keepMonths')
  const forgotten = await store.forgetBefore(ctx.sql, addMonths(ctx.today, -months), ctx.today)
  for (const one of forgotten) await store.traceForgotten(ctx.sql, { ...one, id: ctx.newId(), at: ctx.now, months })
  return forgotten
}
