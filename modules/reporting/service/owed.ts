import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { addMinutes, instantAt, type Day, type Instant } from '../../../kernel/dates.ts'
import type { PolicyDocument } from '../../policies/contract.ts'
import { policyInForce } from '../../policies/service.ts'
import { communityOf } from '../../territory/service.ts'
import { stepsAbove } from '../rules.ts'
import { openReturns } from '../store.ts'
import { communitiesToday, reportsNotSent } from '../store/owed.ts'
import { isOwnOffice } from './setting.ts'

export interface ReportOwed {
  areaId: string
  name: string
  day: Day
  /** The caller's own to send; the others' to ask for. */
  own: boolean
  /** 汇总 of the reports below, not a community's. */
  addsUp: boolean
  /** 截止时点 of the order in force; null where no order holds. */
  dueAt: Instant | null
}

/** Who has not sent yet: one's own office, and those below it; `sends` where one sends for an office at all. */
export async function reportsOwed(ctx: Ctx): Promise<{ sends: boolean; items: ReportOwed[] }> {
  const rows = await reportsNotSent(ctx.sql, ctx.actor.scope, ctx.today, ctx.now)
  // One order for all: an office above asks its own, where it has none, that of an office below.
  const lowest = rows.find(({ level }) => level === 'community') ?? rows.at(-1)
  const { areaPath } = ctx.actor.kind === 'staff' ? ctx.actor : { areaPath: '/' }
  const terms = lowest && ((await termsAt(ctx, areaPath)) ?? (await termsAt(ctx, lowest.areaPath)))
  const office = await communityOf(ctx, areaPath)
  const sends = await isOwnOffice(ctx, office)
  return { sends, items: rows.map(({ areaPath: _path, level, ...row }) => ({
    ...row, own: sends && row.areaId === office.id, addsUp: level !== 'community',
    dueAt: terms ? addMinutes(instantAt(row.day, terms.cutOff), stepsAbove(level) * terms.minutesPerLevel) : null,
  })) }
}

/** 退回: what the offices above ask about one's own reports. */
export async function reportsReturned(ctx: Ctx) {
  if (ctx.actor.kind !== 'staff') return []
  const office = await communityOf(ctx, ctx.actor.areaPath)
  return (await isOwnOffice(ctx, office)) ? openReturns(ctx.sql, office.id, scopeOf(office.areaPath)) : []
}

/** The communities below with their telephone, and when each sent today's report. */
export const communitiesSent = (ctx: Ctx) => communitiesToday(ctx.sql, ctx.actor.scope, ctx.today)

/** 报送截止 of the communities of an area on a day, by the order in force; null where no order holds. */
export const reportDueAt = async (ctx: Ctx, areaPath: string, day: Day): Promise<Instant | null> => {
  const terms = await termsAt(ctx, areaPath)
  return terms ? instantAt(day, terms.cutOff) : null
}

const termsAt = (ctx: Ctx, areaPath: string): Promise<PolicyDocument['report'] | undefined> =>
  policyInForce(ctx, areaPath, ctx.now).then(({ document }) => document.report, () => undefined)
