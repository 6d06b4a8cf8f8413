import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import type { Day } from '../../../kernel/dates.ts'
import type { Cell, Correction } from '../contract.ts'
import { addUp, corrected, differing, gather, type Differing } from '../rules.ts'
import { correctionsOf, figuresOf, officesBelow, reportsOf, type OfficeRow } from '../store.ts'
import type { ReportRow } from '../tables.ts'
import type { Setting } from './setting.ts'

/** An office below with its report of the day, where it has sent one. */
export interface Part extends OfficeRow { report: ReportRow | undefined; corrections: Correction[]; /** As corrected; none where nothing was sent. */ cells: Cell[] }

/** 汇总: what the report of an office above the communities is made of. */
export interface AddedUp {
  /** The offices directly below. */
  parts: Part[]
  /** Those whose reports are added up; a part that has not sent is told by those below it that have. */
  counted: Part[]
  /** Those who have not sent, by name; their figures are counted from the rows as they stand. */
  missing: string[]
  missingPaths: string[]
}

export async function addedUpOf(ctx: Ctx, areaPath: string, day: Day): Promise<AddedUp> {
  const { parts, counted, missing } = gather(await officesBelow(ctx.sql, areaPath, scopeOf(areaPath), day))
  const reports = await reportsOf(ctx.sql, counted.map(({ areaId }) => areaId), day)
  const corrections = await correctionsOf(ctx.sql, reports.map(({ id }) => id))
  const withReport = (office: OfficeRow): Part => {
    const report = reports.find(({ areaId }) => areaId === office.areaId)
    const own = corrections.get(report?.id ?? '') ?? []
    return { ...office, report, corrections: own, cells: report ? corrected(report.figures.cells, own) : [] }
  }
  return { parts: parts.map(withReport), counted: counted.map(withReport), missing: missing.map(({ name }) => name), missingPaths: missing.map((one) => one.areaPath) }
}

/** The sum of what was sent, and of the rows of those who have not. */
export async function cellsOfAll(ctx: Ctx, { counted, missingPaths }: AddedUp, { openingAt, asOf }: Setting['span']): Promise<Cell[]> {
  const rows = missingPaths.length === 0 ? [] : await figuresOf(ctx.sql, { ranges: missingPaths.map(scopeOf), openingAt, asOf })
  return addUp([...counted.map(({ cells }) => cells), rows])
}

/** The figures of a report as they stand, its corrections included. */
export const cellsNow = async (ctx: Ctx, { id, figures }: ReportRow): Promise<Cell[]> => corrected(figures.cells, (await correctionsOf(ctx.sql, [id])).get(id) ?? [])

/** Who sent or put something right below since this report was sent. */
const since = ({ sent, addedUp }: Setting): Part[] =>
  sent === undefined ? [] : addedUp?.counted.filter(({ report, corrections }) => (report && report.sentAt >= sent.sentAt) || corrections.some(({ at }) => at >= sent.sentAt)) ?? []

/** The figures that are otherwise by now than this report says, for what came from below since it was sent. */
export async function differingNow(ctx: Ctx, setting: Setting): Promise<Differing[]> {
  const { sent, addedUp, span } = setting
  return sent && addedUp && since(setting).length > 0 ? differing(await cellsNow(ctx, sent), await cellsOfAll(ctx, addedUp, span)) : []
}

/** How many those are, and whose. */
export async function changedSince(ctx: Ctx, setting: Setting): Promise<{ offices: string[]; figures: number }> {
  const figures = (await differingNow(ctx, setting)).length
  return { figures, offices: figures === 0 ? [] : since(setting).map(({ name }) => name) }
}
