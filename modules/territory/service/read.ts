import type { Ctx } from '../../../kernel/ctx.ts'
import { readKey, toPage } from '../../../kernel/page.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import type { AreaView, territoryApi } from '../contract.ts'
import { gridWarning, type Band } from '../rules.ts'
import * as store from '../store.ts'
import type { AreaNode, AreaRow } from '../tables.ts'

type Input<K extends keyof typeof territoryApi> = ParsedInputOf<(typeof territoryApi)[K]>

export type Area = AreaRow

/** 404 when it is not there or outside the caller's territory. */
export const areaById = (ctx: Ctx, areaId: string): Promise<Area> => store.getArea(ctx.sql, areaId)

/** From the top down to the area itself; names and codes only, also above the caller's own territory. */
export const areasAbove = (ctx: Ctx, areaPath: string) => store.areasAbove(ctx.sql, areaPath)

/** The community an area belongs to, or the area itself where there is none. */
export const communityOf = (ctx: Ctx, areaPath: string) => store.communityOf(ctx.sql, areaPath)

/** Open communities of the same district, by name only: to hand somebody over to the right one. */
export const communityDirectory = (ctx: Ctx) =>
  ctx.actor.kind === 'staff' || ctx.actor.kind === 'link' ? store.communitiesNearby(ctx.sql, ctx.actor.areaPath) : Promise.resolve([])

/** The 6-digit county-level division code of a place: from its own code or the nearest above; '' where none is known. */
export async function homeCodeOf(ctx: Ctx, areaPath: string): Promise<string> {
  const coded = (await areasAbove(ctx, areaPath)).filter((a) => a.code !== null).at(-1)
  return coded?.code?.slice(0, 6) ?? ''
}

const BAND = 'territory.gridHouseholds'
/** The wanted size of a grid, a setting of the installation. */
export const gridBand = async (ctx: Ctx): Promise<Band> =>
  (await store.readSetting<Band>(ctx.sql, BAND)) ?? { from: 1, to: Number.MAX_SAFE_INTEGER }
export const writeGridBand = (ctx: Ctx, band: Band): Promise<number> => store.writeSetting(ctx.sql, BAND, band)

const view = (node: AreaNode, band: Band): AreaView => ({ ...node, warning: gridWarning(node.level, node.households, band) })

export async function areaChildren(ctx: Ctx, input: Input<'areaChildren'>) {
  const band = await gridBand(ctx)
  const own = ctx.actor.kind === 'staff' ? ctx.actor.areaPath : undefined
  if (input.parentId !== undefined) await areaById(ctx, input.parentId)
  const nodes = input.parentId === undefined
    ? await store.listTops(ctx.sql, own)
    : await store.listChildren(ctx.sql, input.parentId, input.closedToo ?? false)
  return { items: nodes.map((node) => view(node, band)), gridHouseholds: band }
}

export async function readArea(ctx: Ctx, input: Input<'areaById'>) {
  const node = await store.getNode(ctx.sql, input.areaId)
  const above = (await areasAbove(ctx, node.areaPath)).filter((a) => a.id !== node.id)
  return { area: view(node, await gridBand(ctx)), above }
}

export async function searchAreas(ctx: Ctx, input: Input<'searchAreas'>) {
  const text = input.text.toLowerCase()
  if (text === '') return { items: [] }
  const rows = await store.searchAreas(ctx.sql, { text, levels: input.levels, limit: input.limit })
  return { items: rows.map(({ id, level, name, fullName, areaPath }) => ({ id, level, name, fullName, areaPath })) }
}

export async function areaHistory(ctx: Ctx, input: Input<'areaHistory'>) {
  await areaById(ctx, input.areaId)
  return { items: await store.areaHistory(ctx.sql, input.areaId) }
}

export async function gridWarnings(ctx: Ctx, input: Input<'gridWarnings'>) {
  const band = await gridBand(ctx)
  const rows = await store.gridsOutside(ctx.sql, { ...band, after: readKey(input.after, 1), limit: input.limit })
  const page = toPage(rows, input.limit, (row) => [row.areaPath])
  return { ...page, items: page.items.map((node) => view(node, band)) }
}

/** Open areas of the caller's territory by their full name or their own, for lists somebody typed; a name may stand for several. */
export async function areasCalled(ctx: Ctx, names: readonly string[]): Promise<Map<string, Area[]>> {
  const rows = names.length === 0 ? [] : await store.areasCalled(ctx.sql, [...new Set(names)])
  return new Map([...new Set(names)].map((name) => {
    const full = rows.filter((row) => row.fullName === name)
    return [name, full.length > 0 ? full : rows.filter((row) => row.name === name)]
  }))
}

/** Full names of the caller's open areas, the widest first, for a drop-down. */
export const namesOfAreas = async (ctx: Ctx, most: number): Promise<string[]> => (await store.widestAreas(ctx.sql, most)).map(({ fullName }) => fullName)
