import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { Trade } from '../../policies/contract.ts'
import * as store from '../store.ts'
import { zh } from '../words.zh.ts'

/** 复工情况 as of a time, with the trades of those that have not resumed, most first, as the report names them. */
export interface BusinessesAsOf { enterprises: number; soleTraders: number; resumed: number; notResumed: number; idleTrades: string[] }

/** 工作汇报: nothing where no business was registered by then. */
export async function businessesAsOf(ctx: Ctx, areaPath: string, at: Instant): Promise<BusinessesAsOf | undefined> {
  const rows = await store.asOf(ctx.sql, scopeOf(areaPath), at)
  if (rows.length === 0) return undefined
  const sum = (wanted: (row: (typeof rows)[number]) => boolean) => rows.filter(wanted).reduce((n, row) => n + row.n, 0)
  const idleOf = (trade: Trade) => sum((row) => row.idle && row.trade === trade)
  const idle = [...new Set(rows.filter((row) => row.idle).map((row) => row.trade))].toSorted((a, b) => idleOf(b) - idleOf(a))
  return { enterprises: sum((row) => row.kind === 'enterprise'), soleTraders: sum((row) => row.kind === 'soleTrader'), resumed: sum((row) => !row.idle), notResumed: sum((row) => row.idle), idleTrades: idle.map((trade) => zh.trades[trade]) }
}
