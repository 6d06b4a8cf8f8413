import type { Ctx } from '../../../kernel/ctx.ts'
import { scopeOf } from '../../../kernel/ctx.ts'
import { addDays, ageOn, daysBetween, type Day } from '../../../kernel/dates.ts'
import { refuse } from '../../../kernel/errors.ts'
import { readKey, toPage } from '../../../kernel/page.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { reportingErrors, type FigureLine, type ReportPart, type reportingApi } from '../contract.ts'
import { cellOf, corrected, isFigure } from '../rules.ts'
import { communitiesWithReports, correctionsOf, firstDay, listBehind, returnsOf, sentDays, type LineRow } from '../store.ts'
import { areaById } from '../../territory/service.ts'
import { officeOf, settingOf } from './setting.ts'

/** Exactly the people, or households, that a figure counts. */
export async function figurePeople(ctx: Ctx, input: ParsedInputOf<typeof reportingApi.figurePeople>) {
  const { indicator, originClass, unit, limit } = input
  if (!isFigure(indicator, originClass ?? null, unit)) throw refuse(reportingErrors.noSuchFigure, { indicator })
  const { span, day, area, addedUp } = await settingOf(ctx, input)
  if (addedUp) throw refuse(reportingErrors.addedUpFromBelow, { name: area.name })
  const after = readKey(input.after, 1)?.[0]
  const { total, rows } = await listBehind(ctx.sql, span, { indicator, originClass, unit, limit, after: typeof after === 'string' ? after : undefined })
  const page = toPage(rows, limit, (row) => [row.key])
  return { ...page, items: page.items.map((row) => lineOf(row, day)), total }
}

function lineOf({ birthOn, anchorOn, endsOn, name, address, ...row }: LineRow, day: Day): FigureLine {
  const dayNo = anchorOn === null || endsOn === null ? null : Math.min(daysBetween(anchorOn, endsOn), Math.max(0, daysBetween(anchorOn, day)))
  return { ...row, name: name ?? '—', address: address ?? '', age: ageOn(birthOn, day) ?? null, dayNo }
}

/** The last days, newest first; a day before anything was reported is not missing. */
export async function listDailyReports(ctx: Ctx, { areaId, days }: ParsedInputOf<typeof reportingApi.listDailyReports>) {
  const area = await officeOf(ctx, areaId)
  const from = addDays(ctx.today, 1 - days)
  const first = await firstDay(ctx.sql, area.id, area.level === 'community' ? scopeOf(area.areaPath) : undefined)
  const sent = await sentDays(ctx.sql, area.id, from)
  const all = Array.from({ length: days }, (_, i) => addDays(ctx.today, -i)).filter((day) => day === ctx.today || (first !== null && day >= first))
  return { items: all.map((day) => {
    const found = sent.find((s) => s.day === day)
    return found ? { ...found, state: 'sent' as const }
      : { day, state: day === ctx.today ? ('due' as const) : ('missing' as const), reportId: null, issueNo: null, sentAt: null, senderName: null, corrected: false }
  }) }
}

/** One figure of every office below, and who has not sent. */
export async function reportParts(ctx: Ctx, input: ParsedInputOf<typeof reportingApi.reportParts>): Promise<{ items: ReportPart[] }> {
  const { indicator, originClass = null } = input
  if (!isFigure(indicator, originClass, 'persons')) throw refuse(reportingErrors.noSuchFigure, { indicator })
  const { addedUp, sent } = await settingOf(ctx, input)
  const returns = await returnsOf(ctx.sql, addedUp?.parts.flatMap(({ report }) => report?.id ?? []) ?? [])
  return { items: (addedUp?.parts ?? []).map(({ areaId, name, level, officePhone, report, corrections, cells }) => {
    const cell = report && cellOf(cells, indicator, originClass)
    return {
      areaId, name, level, officePhone, sentAt: report?.sentAt ?? null, senderName: report?.senderName ?? null, differencesAnswered: report?.differencesAnswered ?? null,
      corrected: corrections.some((one) => one.indicator === indicator && one.originClass === originClass), returned: returns.get(report?.id ?? '')?.some(({ answeredAt }) => answeredAt === null) ?? false, afterwards: sent !== undefined && report !== undefined && report.sentAt > sent.sentAt,
      households: cell?.households ?? null, persons: cell?.persons ?? null,
    }
  }) }
}

/** Who has sent and who has not: where the offices above begin. */
export async function reportsOfDay(ctx: Ctx, { day, withinId }: { day?: Day | undefined; withinId?: string | undefined }) {
  const { lo, hi } = withinId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, withinId)).areaPath)
  const rows = await communitiesWithReports(ctx.sql, lo, hi, day ?? ctx.today)
  const corrections = await correctionsOf(ctx.sql, rows.flatMap(({ reportId }) => reportId ?? []))
  return { items: rows.map(({ figures, reportId, ...row }) => {
    const cell = figures && cellOf(corrected(figures.cells, corrections.get(reportId ?? '') ?? []), 'managed')
    return { ...row, managed: cell ? { households: cell.households ?? 0, persons: cell.persons } : null }
  }) }
}
