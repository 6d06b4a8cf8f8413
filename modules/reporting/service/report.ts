import type { Ctx } from '../../../kernel/ctx.ts'
import type { BothLanguages } from '../../../kernel/fields.ts'
import { measure, type PolicyEdition } from '../../policies/contract.ts'
import type { Cell, ClassRow, DailyReport } from '../contract.ts'
import { cellOf, classIndicators, corrected } from '../rules.ts'
import { correctionsOf, figuresOf, measuresByClass, nextIssueNo } from '../store.ts'
import type { Figures } from '../tables.ts'
import { settingOf, type Setting, type Which } from './community.ts'

/** A class that no order names: people managed with somebody of their household, or decided by a former order. */
const COHABITANT: BothLanguages = { zh: '同住人员', en: 'cohabitants' }

/** The classes of the order in force, and those that only rows speak of. */
function classesOf(policy: PolicyEdition, cells: readonly Cell[], measures: readonly { originClass: string; measure: string }[]): ClassRow[] {
  const named = policy.document.originClasses.map(({ id, name }) => ({ id, name }))
  const others = [...new Set(cells.flatMap((cell) => (cell.originClass === null ? [] : [cell.originClass])))].filter((id) => !named.some((one) => one.id === id))
  const all = [...named, ...others.map((id) => ({ id, name: id === 'cohabitant' ? COHABITANT : { zh: id, en: id } }))]
  return all.map((one) => ({ ...one, measures: measures.filter((m) => m.originClass === one.id).map((m) => measure.parse(m.measure)) }))
}

/** The figures between the two instants; where no row speaks, zero is said. */
export async function computeFigures(ctx: Ctx, { policy, span }: Setting): Promise<Figures> {
  const cells = await figuresOf(ctx.sql, span)
  const classes = classesOf(policy, cells, await measuresByClass(ctx.sql, span))
  const missing = classes.flatMap(({ id }) => classIndicators.filter((i) => !cells.some((c) => c.indicator === i && c.originClass === id)).map((i) => cellOf([], i, id)))
  return { classes, cells: [...cells, ...missing] }
}

export async function reportOf(ctx: Ctx, setting: Setting): Promise<DailyReport> {
  const { area, day, policy, sent, period } = setting
  const { classes, cells } = sent?.figures ?? (await computeFigures(ctx, setting))
  const corrections = sent ? await correctionsOf(ctx.sql, sent.id) : []
  return {
    reportId: sent?.id ?? null, state: sent ? 'sent' : 'draft', areaId: area.id, areaName: area.name, unitName: area.fullName, day,
    issueNo: sent?.issueNo ?? (await nextIssueNo(ctx.sql, area.id)), ...period, orderNo: policy.orderNo,
    classes, cells: corrected(cells, corrections), corrections, differencesAnswered: sent?.differencesAnswered ?? null,
    sentAt: sent?.sentAt ?? null, senderName: sent?.senderName ?? null, officePhone: area.officePhone,
  }
}

/** The report of a community and day; also for whoever adds them up above it. */
export const dailyReportOf = async (ctx: Ctx, which: Which): Promise<DailyReport> => reportOf(ctx, await settingOf(ctx, which))
