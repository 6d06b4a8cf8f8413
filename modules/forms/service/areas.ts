import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/errors.ts'
import { answerersFor } from '../../duty/service.ts'
import { groupsOfAreas } from '../../people/service.ts'
import { figuresNow } from '../../reporting/service.ts'
import { placeKey } from '../../roster/rules/places.ts'
import { areaById } from '../../territory/service.ts'
import { formsErrors as errors, type Column } from '../contract.ts'
import { dayText, fillLines, seenAt, type AreaElement, type Asked, type Line, type Say } from '../rules.ts'
import * as store from '../store.ts'
import type { FormRow } from '../tables.ts'
import type { Opened } from './grid.ts'
import { grouped, mainColumn, type Plan } from './planning.ts'

/** More areas than the largest community has grids; each is counted by itself. */
const MOST_AREAS = 300
type Body = Opened & { lines: Line[]; last: number; like: number }
type Known = Plan['known'] extends ReadonlyMap<string, infer K> ? K : never

const knownArea = (area: store.PlaceRow): Known => ({ personId: area.id, name: area.name, documentIndex: null, phoneIndex: null, building: '', unit: '', room: '', compound: area.parentName, address: area.parentName, birthOn: null, sex: '0', documentMasked: null })

/** 一行一个小区或网格: figures the house counts already, for the areas that stand in the sheet or all of them below the community. */
export async function planAreas(ctx: Ctx, form: FormRow, body: Body, sheet: { filledBy: string }): Promise<Plan> {
  const all = await store.placesBelow(ctx.sql, form.areaPath)
  const byName = grouped(all.flatMap((area) => [{ key: placeKey(area.name), area }, { key: placeKey(area.parentName + area.name), area }]), ({ key }) => key)
  const main = mainColumn('areas', form.columns)
  const standing = new Map<number, string>()
  const unmatched: Plan['unmatched'] = []
  let skipped = 0
  for (const { rowNo } of body.lines.filter((line) => line.kind === 'taken')) {
    const pick = form.picks[String(rowNo)]
    if (pick === 'skip') { skipped++; continue }
    const name = seenAt(body.grid, rowNo, main)
    const found = [...new Map((byName.get(placeKey(name)) ?? []).map(({ area }) => [area.id, area])).values()]
    const asked: Asked = { rowNo, name, documentNo: null, phone: null, address: null }
    const [only] = found
    if (pick !== undefined && all.some((area) => area.id === pick)) standing.set(rowNo, pick)
    else if (only && found.length === 1) standing.set(rowNo, only.id)
    else unmatched.push({ asked, match: { rowNo, reason: found.length > 1 ? 'several' : 'notHere', candidates: found.slice(0, 6).map((area) => area.id) } })
  }
  const there = new Set(standing.values())
  const scope = form.who ? scopeOf((await areaById(ctx, form.who.areaId)).areaPath) : undefined
  const levels = form.who?.level === 'grid' ? ['grid'] : ['compound', 'villageGroup']
  const more = scope ? all.filter((area) => levels.includes(area.level) && area.path >= scope.lo && area.path < scope.hi && !there.has(area.id)).map((area) => area.id) : []
  const ids = [...there, ...more]
  if (ids.length > MOST_AREAS) throw refuse(errors.tooManyLines, { n: ids.length, most: MOST_AREAS })
  const areas = new Map(all.map((area) => [area.id, area]))
  const result = fillLines({ ...body, columns: form.columns, standing, more }, await sayOfAreas(ctx, ids.flatMap((id) => areas.get(id) ?? []), form.columns, sheet, levels.includes('grid')))
  return { ...body, result, unmatched, skipped, standing: standing.size, known: new Map(all.map((area) => [area.id, knownArea(area)])), subjects: new Map() }
}

type Figure = Exclude<AreaElement, 'number' | 'filledOn' | 'areaName' | 'gridWorker' | 'gridWorkerPhone'>
const REPORTED: Partial<Record<Figure, readonly [indicator: string, unit: 'persons' | 'households']>> = {
  households: ['total', 'households'], persons: ['total', 'persons'], managed: ['managed', 'persons'], central: ['central', 'persons'], home: ['home', 'persons'], monitoring: ['monitoring', 'persons'], resumed: ['resumed', 'persons'], notResumed: ['notResumed', 'persons'],
}
const OWN: ReadonlySet<string> = new Set(['number', 'filledOn', 'areaName', 'gridWorker', 'gridWorkerPhone', 'text', 'blank', 'formula'])

/** Each figure from where it is counted: the daily report's, or the groups of the register; what the form does not ask is not counted. */
async function sayOfAreas(ctx: Ctx, areas: readonly store.PlaceRow[], columns: readonly Column[], sheet: { filledBy: string }, grids: boolean): Promise<Say> {
  const asked = columns.flatMap((column) => (column.source === null || OWN.has(column.source) ? [] : [column.source as Figure]))
  const figures = new Map<string, Partial<Record<Figure, number>>>(areas.map((area) => [area.id, {}]))
  const add = (areaId: string, more: Partial<Record<Figure, number>>) => figures.set(areaId, { ...figures.get(areaId), ...more })
  if (asked.some((one) => REPORTED[one] === undefined)) for (const { areaId, ...groups } of await groupsOfAreas(ctx, areas.map((area) => area.id))) add(areaId, groups)
  if (asked.some((one) => REPORTED[one] !== undefined)) {
    for (const area of areas) {
      const cells = await figuresNow(ctx, area.path)
      add(area.id, Object.fromEntries(Object.entries(REPORTED).map(([figure, [indicator, unit]]) => [figure, cells.find((cell) => cell.indicator === indicator && cell.originClass === null)?.[unit] ?? 0])))
    }
  }
  const workers = columns.some((column) => column.source?.startsWith('gridWorker')) ? await answerersFor(ctx, areas.map((area) => area.path), ['gridWorker']) : new Map<string, { name: string; officePhone: string | null }>()
  const byId = new Map(areas.map((area) => [area.id, area]))
  return ({ source, text, way }, areaId) => {
    const area = byId.get(areaId)
    const worker = workers.get(area?.path ?? '')
    const value = source === 'text' ? text : source === 'areaName' ? `${grids ? (area?.parentName ?? '') : ''}${area?.name ?? ''}` : source === 'filledOn' ? dayText(ctx.today, way) : source === 'gridWorker' ? worker?.name : source === 'gridWorkerPhone' ? worker?.officePhone
      : source === null || source === 'blank' ? undefined : figures.get(areaId)?.[source as Figure]
    if (value !== undefined && value !== null && value !== '') return { value, state: 'filled' }
    return { value: '', state: source === null || source === 'blank' || source === 'text' ? 'none' : 'missing' }
  }
}
