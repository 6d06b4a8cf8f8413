import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { after } from '../rules.ts'
import * as store from '../store.ts'
import { standingOf } from './reading.ts'
import { keep } from './stepping.ts'

/** Matters not closed that stand with somebody, or come back to them (首接负责, 回访没解决), in an area. */
export const mattersInHand = (ctx: Ctx, accountId: string, areaPath: string): Promise<number> => store.countInHand(ctx.sql, accountId, scopeOf(areaPath))

interface HandOver { from: { id: string; name: string }; to: { id: string; name: string }; areaPath: string; reason: string; only?: readonly string[] | undefined }

/** 移交: what somebody has in hand in an area (or, taking it back, these only) is another's from now on; deadlines stand. */
export async function handOverMatters(ctx: Ctx, { from, to, areaPath, reason, only }: HandOver): Promise<string[]> {
  const rows = await store.rowsInHand(ctx.sql, from.id, scopeOf(areaPath), only ?? null)
  for (const row of rows) {
    const before = standingOf(row)
    await store.saveStanding(ctx.sql, row.matterId, after(before, { do: 'handedOver', from, to }, ctx.now), before)
    await keep(ctx, row, 'handedOver', { from: from.name, to: to.name, reason }, before)
  }
  return rows.map(({ matterId }) => matterId)
}
