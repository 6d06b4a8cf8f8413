import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { addDays, addMinutes, instantAt, type Day } from '../../../kernel/dates.ts'
import { refuse } from '../../../kernel/errors.ts'
import type { PolicyEdition } from '../../policies/contract.ts'
import { policyInForce } from '../../policies/service.ts'
import { areaById, communityOf, type Area } from '../../territory/service.ts'
import { reportingErrors, type ReportingLevel } from '../contract.ts'
import { periodOf, reportingLevelOf, sendsFor, stepsAbove, type Period } from '../rules.ts'
import { findReport, type Span } from '../store.ts'
import type { ReportRow } from '../tables.ts'
import { addedUpOf, type AddedUp } from './parts.ts'

export interface Which { areaId?: string | undefined; day?: Day | undefined }

export interface Setting {
  area: Area & { level: ReportingLevel }
  day: Day
  policy: PolicyEdition
  sent: ReportRow | undefined
  yesterday: ReportRow | undefined
  period: Period
  span: Span
  /** Undefined for a community, which reports its own rows. */
  addedUp: AddedUp | undefined
}

/** The office that reports: the one asked for, else the caller's own. */
export async function officeOf(ctx: Ctx, areaId: string | undefined): Promise<Area & { level: ReportingLevel }> {
  const area = await areaById(ctx, areaId ?? (await ownOffice(ctx)).id)
  const level = reportingLevelOf(area.level)
  if (!level) throw refuse(reportingErrors.notACommunity, { name: area.name })
  return { ...area, level }
}
const ownOffice = (ctx: Ctx) => communityOf(ctx, ctx.actor.kind === 'staff' ? ctx.actor.areaPath : '/')

interface Office { id: string; name: string; level: string }

/** The office one sends for. */
export const isOwnOffice = async (ctx: Ctx, { id, level }: Office): Promise<boolean> => {
  const reports = reportingLevelOf(level)
  return ctx.actor.kind === 'staff' && reports !== undefined && sendsFor(ctx.actor.role, reports) && (await ownOffice(ctx)).id === id
}

/** Nobody speaks for another office: what was sent stands under the name of one's own. */
export async function mustBeOwnOffice(ctx: Ctx, office: Office): Promise<void> {
  if (!(await isOwnOffice(ctx, office))) throw refuse(reportingErrors.notYourOffice, { name: office.name })
}

/** Which office, which day, by which order, and between which instants its figures stand. */
export async function settingOf(ctx: Ctx, which: Which): Promise<Setting> {
  const day = which.day ?? ctx.today
  if (day > ctx.today) throw refuse(reportingErrors.notYet, { day })
  const area = await officeOf(ctx, which.areaId)
  const addedUp = area.level === 'community' ? undefined : await addedUpOf(ctx, area.areaPath, day)
  const cutOffOf = async (on: Day) => policyHere(ctx, area.areaPath, addedUp?.parts[0]?.areaPath, on === ctx.today ? ctx.now : instantAt(on, '23:59'))
  const policy = await cutOffOf(day)
  const sent = await findReport(ctx.sql, area.id, day)
  const yesterday = await findReport(ctx.sql, area.id, addDays(day, -1))
  const before = yesterday ? policy : await cutOffOf(addDays(day, -1)).catch(() => policy)
  const rows = periodOf(day, ctx.now, { today: policy.document.report.cutOff, yesterday: before.document.report.cutOff }, yesterday?.asOf)
  const live = addedUp ? addingUp(ctx, rows, addedUp, stepsAbove(area.level) * policy.document.report.minutesPerLevel) : rows
  const whole = sent?.figures.missing?.length === 0
  const period = sent ? { ...live, openingAt: sent.openingAt, asOf: sent.asOf, preliminary: sent.asOf < rows.cutOffAt && !whole, late: sent.sentAt > live.cutOffAt } : live
  return { area, day, policy, sent, yesterday, period, span: { ranges: [scopeOf(area.areaPath)], openingAt: period.openingAt, asOf: period.asOf }, addedUp }
}

/** An office above has its own hour; where all have sent it stands where the last of them stood. */
function addingUp(ctx: Ctx, period: Period, { counted, missing }: AddedUp, minutes: number): Period {
  const cutOffAt = addMinutes(period.cutOffAt, minutes)
  const last = missing.length > 0 ? undefined : counted.flatMap(({ report }) => report?.asOf ?? []).toSorted().at(-1)
  return { ...period, asOf: last ?? period.asOf, cutOffAt, preliminary: period.preliminary && missing.length > 0, late: ctx.now > cutOffAt }
}

/** The order in force here; an office above without one reads that of its first office below. */
const policyHere = (ctx: Ctx, areaPath: string, below: string | undefined, at: string): Promise<PolicyEdition> =>
  policyInForce(ctx, areaPath, at).catch((error: unknown) => { if (below === undefined) throw error; return policyInForce(ctx, below, at) })
