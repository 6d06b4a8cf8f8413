import { inScope, type Ctx } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { reportDueAt } from '../reporting/service.ts'
import { areaById, areasAbove, divisions, type Area } from '../territory/service.ts'
import { divisionName } from '../territory/divisions.ts'
import type { AreaFigures, Dashboard, dashboardApi, FigureId, Figures } from './contract.ts'
import { agesIn, noFigures, trendOf, worstAreaFirst } from './rules.ts'
import { collect, type Collected } from './service/collect.ts'
import { applyOutlines, assignOutline, listOutlineImports, matchOutlines, readImport, undoOutlines, uploadOutlines } from './service/outlines.ts'
import { before, byPart, completeOf, whole, zonesOf } from './service/sums.ts'
import { outlinesBelow, partsOf, type Part } from './store.ts'

/** Abroad and unknown origins are said by the client. */
const provinceName = (code: string): string => (/^\d/.test(code) ? divisionName(divisions(), code) : '')

/** A community has its own report and its own state; those are none of an area below it. */
const ofTheAreaItself: readonly FigureId[] = ['reportsMissing', 'affected', 'graded']

function areasOf(area: Area, parts: readonly Part[], sums: Map<string, Figures>, found: Collected): AreaFigures[] {
  const rows = parts.map(({ part, ...row }, place): AreaFigures => {
    const own = found.reports.filter((report) => report.part === part)
    return { ...row, own: false, place, figures: sums.get(part) ?? noFigures(), complete: completeOf(found, part), ...zonesOf(found, part, row.areaId), communities: own.length, sentAt: own.find(({ areaId }) => areaId === row.areaId)?.sentAt ?? null }
  })
  const rest = sums.get('')
  const left = rest && Object.entries(rest).some(([id, n]) => n !== 0 && !ofTheAreaItself.includes(id as FigureId))
  if (parts.length > 0 && left) rows.push({ areaId: area.id, name: area.name, level: area.level, own: true, place: parts.length, hasChildren: false, officePhone: null, figures: rest, complete: completeOf(found, ''), ...zonesOf(found, '', area.id), communities: 0, sentAt: null })
  return rows.toSorted(worstAreaFirst)
}

const ownArea = (ctx: Ctx): string => (ctx.actor.kind === 'staff' ? ctx.actor.areaId : '')

async function dashboard(ctx: Ctx, areaId: string | undefined): Promise<Dashboard> {
  const area = await areaById(ctx, areaId ?? ownArea(ctx))
  const parts = await partsOf(ctx.sql, area.id, area.areaPath)
  const found = await collect(ctx, area.areaPath)
  const sums = byPart(found, parts.map(({ part }) => part), ctx.today)
  const figures = whole(found, sums.values())
  const above = (await areasAbove(ctx, area.areaPath)).filter((one) => inScope(ctx.actor.scope, one.areaPath))
  return {
    asOf: ctx.now, area: { areaId: area.id, name: area.name, level: area.level }, above: above.map(({ id, name }) => ({ areaId: id, name })),
    figures, complete: completeOf(found), before: before(found), communities: found.reports.length, reportDueAt: await reportDueAt(ctx, area.areaPath, ctx.today),
    areas: areasOf(area, parts, sums, found),
    trend: trendOf(found.episodes.flow, figures.managed, ctx.today),
    origins: found.screenings.arrivals.map((row) => ({ ...row, name: provinceName(row.province) })),
    ages: agesIn(found.episodes.ages),
    reports: found.reports.map(({ areaId: id, name, sentAt, officePhone }) => ({ areaId: id, name, sentAt, officePhone })),
  }
}

export const dashboardService: Service<typeof dashboardApi, Ctx> = {
  dashboard: (ctx, { areaId }) => dashboard(ctx, areaId),
  async areaOutlines(ctx, { areaId }) {
    const area = await areaById(ctx, areaId ?? ownArea(ctx))
    return { items: await outlinesBelow(ctx.sql, area.id) }
  },
  uploadOutlines, listOutlineImports, matchOutlines, assignOutline, applyOutlines, undoOutlines,
  getOutlineImport: (ctx, { importId }) => readImport(ctx, importId),
}
