import type { Ctx } from '../../../kernel/ctx.ts'
import { instantAt, type Day, type Instant } from '../../../kernel/dates.ts'
import { policyInForce } from '../../policies/service.ts'
import { communitiesToday, reportsNotSent } from '../store/owed.ts'

export interface ReportOwed {
  areaId: string
  name: string
  day: Day
  /** 截止时点 of the order in force; null where no order holds. */
  dueAt: Instant | null
}

/** Who has not sent yet: a community its own report, the offices above those of their communities. */
export async function reportsOwed(ctx: Ctx): Promise<ReportOwed[]> {
  const rows = await reportsNotSent(ctx.sql, ctx.actor.scope, ctx.today)
  const [first] = rows
  // One order for all: an office above asks its own, where it has none, its first community's.
  const own = ctx.actor.kind === 'staff' ? ctx.actor.areaPath : '/'
  const cutOff = first && ((await cutOffAt(ctx, own)) ?? (await cutOffAt(ctx, first.areaPath)))
  return rows.map(({ areaPath: _path, ...row }) => ({ ...row, dueAt: cutOff === undefined ? null : instantAt(row.day, cutOff) }))
}

/** The communities below with their telephone, and when each sent today's report. */
export const communitiesSent = (ctx: Ctx) => communitiesToday(ctx.sql, ctx.actor.scope, ctx.today)

/** 报送截止 of a day in an area, by the order in force; null where no order holds. */
export const reportDueAt = async (ctx: Ctx, areaPath: string, day: Day): Promise<Instant | null> => {
  const cutOff = await cutOffAt(ctx, areaPath)
  return cutOff === undefined ? null : instantAt(day, cutOff)
}

const cutOffAt = (ctx: Ctx, areaPath: string): Promise<string | undefined> =>
  policyInForce(ctx, areaPath, ctx.now).then(({ document }) => document.report.cutOff, () => undefined)
