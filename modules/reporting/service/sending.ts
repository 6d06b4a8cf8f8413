import type { Ctx } from '../../../kernel/ctx.ts'
import { clockOf } from '../../../kernel/dates.ts'
import { refuse } from '../../../kernel/errors.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { reportingErrors, type DailyReport, type reportingApi } from '../contract.ts'
import { cellOf, isFigure, isZero, type Differing } from '../rules.ts'
import { findReport, insertCorrection, insertReport, nextIssueNo, settleReturns } from '../store.ts'
import type { ReportRow } from '../tables.ts'
import { checkFigures } from './checks.ts'
import { mustBeOwnOffice, settingOf } from './setting.ts'
import { cellsNow, differingNow } from './parts.ts'
import { computeFigures, reportOf } from './report.ts'

const sender = (ctx: Ctx) => (ctx.actor.kind === 'staff' ? { id: ctx.actor.accountId, name: ctx.actor.name } : { id: null, name: null })
const alreadySent = (sent: ReportRow) => refuse(reportingErrors.alreadySent, { by: sent.senderName ?? '', at: clockOf(sent.sentAt) })

/** 报送: differences answered, zero said, and then the figures stand as they are. */
export async function sendDailyReport(ctx: Ctx, input: ParsedInputOf<typeof reportingApi.sendDailyReport>): Promise<DailyReport> {
  const setting = await settingOf(ctx, input)
  const { area, day, policy, sent, period } = setting
  await mustBeOwnOffice(ctx, area)
  if (sent) throw alreadySent(sent)
  const figures = await computeFigures(ctx, setting)
  const managed = cellOf(figures.cells, 'managed').persons
  if (input.seenManaged !== undefined && input.seenManaged !== managed) throw refuse(reportingErrors.changedMeanwhile, { before: input.seenManaged, now: managed })
  if (isZero(figures.cells) && !input.zero) throw refuse(reportingErrors.zeroNotSaid)
  const { looks } = await checkFigures(ctx, setting, figures)
  const open = looks.filter((l) => l.answerNeeded).length
  if (open > 0 && (input.answer ?? '') === '') throw refuse(reportingErrors.answerNeeded, { n: open })
  const by = sender(ctx)
  const stored = await insertReport(ctx.sql, {
    id: ctx.newId(), areaId: area.id, areaPath: area.areaPath, day, issueNo: await nextIssueNo(ctx.sql, area.id), openingAt: period.openingAt, asOf: period.asOf, figures,
    policyId: policy.id, differencesAnswered: input.answer ?? null, sentAt: ctx.now, senderName: by.name, sentBy: by.id,
  })
  const now = await findReport(ctx.sql, area.id, day)
  if (!stored && now) throw alreadySent(now)
  return reportOf(ctx, await settingOf(ctx, input))
}

/** 更正: a new explicit act; what was sent is never rewritten. */
export async function correctDailyReport(ctx: Ctx, input: ParsedInputOf<typeof reportingApi.correctDailyReport>): Promise<DailyReport> {
  const setting = await settingOf(ctx, input)
  const { area, day, sent } = setting
  await mustBeOwnOffice(ctx, area)
  if (!sent) throw refuse(reportingErrors.notSent, { day })
  const { indicator, originClass, households, persons, reason } = input
  const known = originClass === null || sent.figures.classes.some((c) => c.id === originClass)
  if (!known || !isFigure(indicator, originClass, households === null ? 'persons' : 'households')) throw refuse(reportingErrors.noSuchFigure, { indicator })
  const before = cellOf(await cellsNow(ctx, sent), indicator, originClass)
  const householdsAfter = households ?? before.households
  if (before.persons === persons && before.households === householdsAfter) throw refuse(reportingErrors.nothingChanged)
  await insertCorrections(ctx, sent, [{ before, after: { ...before, households: householdsAfter, persons } }], reason)
  return reportOf(ctx, setting)
}

/** 重新汇总: what those below say now stands, each figure as a correction of its own. */
export async function addUpAgain(ctx: Ctx, input: ParsedInputOf<typeof reportingApi.addUpAgain>): Promise<DailyReport> {
  const setting = await settingOf(ctx, input)
  const { area, day, sent } = setting
  await mustBeOwnOffice(ctx, area)
  if (!sent) throw refuse(reportingErrors.notSent, { day })
  const all = await differingNow(ctx, setting)
  if (all.length === 0) throw refuse(reportingErrors.nothingChanged)
  await insertCorrections(ctx, sent, all, input.reason)
  return reportOf(ctx, setting)
}

/** What was said and what stands now, with why and who. */
async function insertCorrections(ctx: Ctx, report: ReportRow, all: readonly Differing[], reason: string): Promise<void> {
  const by = sender(ctx)
  await settleReturns(ctx.sql, report.id, ctx.now, by.name)
  for (const { before, after } of all) {
    await insertCorrection(ctx.sql, {
      id: ctx.newId(), reportId: report.id, areaPath: report.areaPath, indicator: before.indicator, originClass: before.originClass, householdsBefore: before.households, personsBefore: before.persons,
      householdsAfter: after.households, personsAfter: after.persons, reason, at: ctx.now, accountId: by.id, accountName: by.name,
    })
  }
}
