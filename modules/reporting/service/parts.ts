import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import type { Day } from '../../../kernel/dates.ts'
import type { Cell, Correction } from '../contract.ts'
import { addUp, corrected, differing, type Differing } from '../rules.ts'
import { correctionsOf, officesBelow, reportsOf, type OfficeRow } from '../store.ts'
import type { ReportRow } from '../tables.ts'
import type { Setting } from './setting.ts'

/** An office below with its report of the day, where it has sent one. */
export interface Part extends OfficeRow { report: ReportRow | undefined; corrections: Correction[]; /** As corrected. */ cells: Cell[] }

/** 下级: the offices that report to this one, in the order of the tree. */
export async function partsOf(ctx: Ctx, areaPath: string, day: Day): Promise<Part[]> {
  const offices = await officesBelow(ctx.sql, areaPath, scopeOf(areaPath))
  const reports = await reportsOf(ctx.sql, offices.map(({ areaId }) => areaId), day)
  const corrections = await correctionsOf(ctx.sql, reports.map(({ id }) => id))
  return offices.map((office) => {
    const report = reports.find(({ areaId }) => areaId === office.areaId)
    const own = corrections.get(report?.id ?? '') ?? []
    return { ...office, report, corrections: own, cells: report ? corrected(report.figures.cells, own) : [] }
  })
}

/** The figures of a report as they stand, its corrections included. */
export const cellsNow = async (ctx: Ctx, { id, figures }: ReportRow): Promise<Cell[]> => corrected(figures.cells, (await correctionsOf(ctx.sql, [id])).get(id) ?? [])

/** The figures that the offices below give otherwise than this report, since it was sent. */
export const differingNow = async (ctx: Ctx, { sent, parts }: Setting): Promise<Differing[]> =>
  sent && parts ? differing(await cellsNow(ctx, sent), addUp(parts.map(({ cells }) => cells))) : []

/** How many those are, and whose: sent or corrected after it. */
export async function changedSince(ctx: Ctx, setting: Setting): Promise<{ offices: string[]; figures: number }> {
  const { sent, parts = [] } = setting
  const figures = (await differingNow(ctx, setting)).length
  const since = (at: string | undefined) => sent !== undefined && at !== undefined && at > sent.sentAt
  return { figures, offices: figures === 0 ? [] : parts.filter(({ report, corrections }) => since(report?.sentAt) || corrections.some(({ at }) => since(at))).map(({ name }) => name) }
}
