import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import * as store from '../store.ts'
import { tell } from './happened.ts'

/** Leads somebody has taken over and not closed, in an area. */
export const leadsInHand = (ctx: Ctx, accountId: string, areaPath: string): Promise<number> => store.inHand(ctx.sql, accountId, scopeOf(areaPath))

interface HandOver { from: { id: string; name: string }; to: { id: string; name: string }; areaPath: string; reason: string; only?: readonly string[] | undefined }

/** 移交: what somebody has in hand in an area (or, taking it back, these only) is another's from now on. */
export async function handOverLeads(ctx: Ctx, { from, to, areaPath, reason, only }: HandOver): Promise<string[]> {
  const rows = await store.handOver(ctx.sql, from.id, to, scopeOf(areaPath), only ?? null)
  for (const row of rows) await tell(ctx, row, 'handedOver', { params: { from: from.name, to: to.name, reason } })
  return rows.map(({ leadId }) => leadId)
}
