import type { Ctx } from '../../../kernel/ctx.ts'
import type { BothLanguages } from '../../../kernel/fields.ts'
import { measure, type PolicyEdition } from '../../policies/contract.ts'
import { refuse } from '../../../kernel/errors.ts'
import { reportingErrors, type Cell, type ClassRow, type Correction, type DailyReport } from '../contract.ts'
import { addClasses, cellOf, classIndicators, corrected, reportingLevelOf } from '../rules.ts'
import { correctionsOf, figuresOf, measuresByClass, nextIssueNo, returnsOf } from '../store.ts'
import type { Figures } from '../tables.ts'
import { areasAbove } from '../../territory/service.ts'
import { cellsOfAll, differingNow } from './parts.ts'
import { isOwnOffice, settingOf, type Setting, type Which } from './setting.ts'

/** A class that no order names: people managed with somebody of their household, or decided by a former order. */
const COHABITANT: BothLanguages = { zh: '同住人员', en: 'cohabitants' }

/** The classes of the order in force, and those that only rows speak of. */
function classesOf(policy: PolicyEdition, cells: readonly Cell[], measures: readonly { originClass: string; measure: string }[]): ClassRow[] {
  const named = policy.document.originClasses.map(({ id, name }) => ({ id, name }))
  const others = [...new Set(cells.flatMap((cell) => (cell.originClass === null ? [] : [cell.originClass])))].filter((id) => !named.some((one) => one.id === id))
  const all = [...named, ...others.map((id) => ({ id, name: id === 'cohabitant' ? COHABITANT : { zh: id, en: id } }))]
  return all.map((one) => ({ ...one, measures: measures.filter((m) => m.originClass === one.id).map((m) => measure.parse(m.measure)) }))
}

/** The figures between the two instants, an office above with what was sent from below; where nothing speaks, zero is said. */
export async function computeFigures(ctx: Ctx, { policy, span, addedUp }: Setting): Promise<Figures> {
  const cells = addedUp ? await cellsOfAll(ctx, addedUp, span) : await figuresOf(ctx.sql, span)
  const own = classesOf(policy, cells, await measuresByClass(ctx.sql, span))
  const classes = addedUp ? addClasses([...addedUp.counted.map(({ report }) => report?.figures.classes ?? []), own]) : own
  const missing = classes.flatMap(({ id }) => classIndicators.filter((i) => !cells.some((c) => c.indicator === i && c.originClass === id)).map((i) => cellOf([], i, id)))
  return { classes, cells: [...cells, ...missing], ...(addedUp ? { missing: addedUp.missing } : {}) }
}

/** 汇总: a class that came in with a correction, from an office that had not sent before. */
const addedClasses = ({ addedUp }: Setting, known: readonly ClassRow[], corrections: readonly Correction[]): ClassRow[] =>
  addClasses((addedUp?.counted ?? []).map(({ report }) => report?.figures.classes ?? [])).filter(({ id }) => !known.some((one) => one.id === id) && corrections.some(({ originClass }) => originClass === id))

export async function reportOf(ctx: Ctx, setting: Setting): Promise<DailyReport> {
  const { area, day, policy, sent, period, addedUp } = setting
  const { classes, cells, missing = [] } = sent?.figures ?? (await computeFigures(ctx, setting))
  const corrections = (sent && (await correctionsOf(ctx.sql, [sent.id])).get(sent.id)) ?? []
  const seen = ctx.actor.kind === 'staff' ? ctx.actor.areaPath : '/'
  const above = (await areasAbove(ctx, area.areaPath)).filter((one) => one.id !== area.id && one.areaPath.startsWith(seen) && reportingLevelOf(one.level)).at(-1)
  return {
    reportId: sent?.id ?? null, state: sent ? 'sent' : 'draft', areaId: area.id, areaName: area.name, unitName: area.fullName, level: area.level, day, own: await isOwnOffice(ctx, area),
    above: above ? { areaId: above.id, name: above.name } : null,
    addedUp: addedUp ? { all: addedUp.parts.length, sent: addedUp.parts.filter((one) => one.sent).length, missing, changed: (await differingNow(ctx, setting)).length } : null,
    issueNo: sent?.issueNo ?? (await nextIssueNo(ctx.sql, area.id)), ...period, orderNo: policy.orderNo,
    classes: [...classes, ...addedClasses(setting, classes, corrections)], cells: corrected(cells, corrections), corrections,
    returns: (sent && (await returnsOf(ctx.sql, [sent.id])).get(sent.id)) ?? [], differencesAnswered: sent?.differencesAnswered ?? null,
    sentAt: sent?.sentAt ?? null, senderName: sent?.senderName ?? null, officePhone: area.officePhone,
  }
}

/** The report of an office and day. */
export const dailyReportOf = async (ctx: Ctx, which: Which): Promise<DailyReport> => reportOf(ctx, await settingOf(ctx, which))

/** The same of a community only: for what is written from its rows. */
export async function communityReportOf(ctx: Ctx, which: Which): Promise<DailyReport> {
  const setting = await settingOf(ctx, which)
  if (setting.addedUp) throw refuse(reportingErrors.notACommunity, { name: setting.area.name })
  return reportOf(ctx, setting)
}
