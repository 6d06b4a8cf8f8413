import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { addDays, instantAt, type Day } from '../../../kernel/dates.ts'
import { refuse } from '../../../kernel/errors.ts'
import type { PolicyEdition } from '../../policies/contract.ts'
import { policyInForce } from '../../policies/service.ts'
import { areaById, communityOf, type Area } from '../../territory/service.ts'
import { reportingErrors } from '../contract.ts'
import { periodOf, type Period } from '../rules.ts'
import { findReport, type Span } from '../store.ts'
import type { ReportRow } from '../tables.ts'

export interface Which { areaId?: string | undefined; day?: Day | undefined }

export interface Setting {
  area: Area
  day: Day
  policy: PolicyEdition
  sent: ReportRow | undefined
  yesterday: ReportRow | undefined
  period: Period
  span: Span
}

/** The community that reports: the one asked for, else the caller's own. */
export async function community(ctx: Ctx, areaId: string | undefined): Promise<Area> {
  const own = ctx.actor.kind === 'staff' ? ctx.actor.areaPath : '/'
  const area = await areaById(ctx, areaId ?? (await communityOf(ctx, own)).id)
  if (area.level !== 'community') throw refuse(reportingErrors.notACommunity, { name: area.name })
  return area
}

/** Which community, which day, by which order, and between which instants its figures stand. */
export async function settingOf(ctx: Ctx, which: Which): Promise<Setting> {
  const day = which.day ?? ctx.today
  if (day > ctx.today) throw refuse(reportingErrors.notYet, { day })
  const area = await community(ctx, which.areaId)
  const cutOffOf = async (on: Day) => policyInForce(ctx, area.areaPath, on === ctx.today ? ctx.now : instantAt(on, '23:59'))
  const policy = await cutOffOf(day)
  const sent = await findReport(ctx.sql, area.id, day)
  const yesterday = await findReport(ctx.sql, area.id, addDays(day, -1))
  const before = yesterday ? policy : await cutOffOf(addDays(day, -1)).catch(() => policy)
  const live = periodOf(day, ctx.now, { today: policy.document.report.cutOff, yesterday: before.document.report.cutOff }, yesterday?.asOf)
  const period = sent ? { ...live, openingAt: sent.openingAt, asOf: sent.asOf, preliminary: sent.asOf < live.cutOffAt, late: sent.sentAt > live.cutOffAt } : live
  return { area, day, policy, sent, yesterday, period, span: { range: scopeOf(area.areaPath), openingAt: period.openingAt, asOf: period.asOf } }
}
