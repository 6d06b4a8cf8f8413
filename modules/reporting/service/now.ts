import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import type { Cell } from '../contract.ts'
import { figuresOf } from '../store.ts'

/** The figures of the daily report for any area as they stand now: what a form of a department asks for is counted as everywhere else. */
export const figuresNow = (ctx: Ctx, areaPath: string): Promise<Cell[]> => figuresOf(ctx.sql, { ranges: [scopeOf(areaPath)], openingAt: ctx.now, asOf: ctx.now })
