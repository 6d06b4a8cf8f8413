import type { Ctx } from '../../../kernel/ctx.ts'
import type { OutputOf, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { readKey, readOrder, toWalkedPage } from '../../../kernel/page.ts'
import { personBrief } from '../../people/service.ts'
import { areaById } from '../../territory/service.ts'
import type { AreaClarity, screeningApi } from '../contract.ts'
import { clarityOf, pointsOf } from '../rules.ts'
import { listRows } from '../store.ts'
import * as store from '../store/ten-points.ts'
import { lineOf } from './reading.ts'

type Input<K extends keyof typeof screeningApi> = ParsedInputOf<(typeof screeningApi)[K]>
type Output<K extends keyof typeof screeningApi> = OutputOf<(typeof screeningApi)[K]>

/** 十清晰 of an area and of those right below it. */
export async function tenPointsByArea(ctx: Ctx, { areaId }: Input<'tenPointsByArea'>): Promise<Output<'tenPointsByArea'>> {
  const own = ctx.actor.kind === 'staff' ? ctx.actor.areaId : ''
  const area = await areaById(ctx, areaId ?? own)
  const lacking = await store.lackingByArea(ctx.sql, area.areaPath)
  const lines = (await store.areaAndBelow(ctx.sql, area.id, area.areaPath)).map(({ part, ...row }): AreaClarity =>
    ({ ...row, ...clarityOf(part === '' ? lacking : lacking.filter((one) => one.part === part)) }))
  const [whole, ...below] = lines
  return { area: whole ?? { areaId: area.id, name: area.name, level: area.level, ...clarityOf(lacking) }, below, aboveId: area.id === own ? null : area.parentId }
}

/** 十清晰待补, the latest arrivals first: they can still be asked, and it matters most. */
export async function listUnclear(ctx: Ctx, { areaId, field, order, after, limit }: Input<'listUnclear'>): Promise<Output<'listUnclear'>> {
  const area = areaId === undefined ? undefined : await areaById(ctx, areaId)
  const rows = await listRows(ctx.sql, {
    tab: 'all', originClasses: undefined, measures: undefined, channels: undefined, areaPath: area?.areaPath, arrivedFrom: undefined, arrivedTo: undefined, province: undefined,
    arrivals: undefined, late: undefined, q: undefined, unclear: field ?? 'any', today: ctx.today, now: ctx.now, order: readOrder(order, '-from'), after: readKey(after, 2), limit,
  })
  const page = toWalkedPage(rows, limit)
  return { ...page, items: page.items.map((row) => { const { clear, missing } = pointsOf(row.missing ?? []); return { ...lineOf(row), clear, missing } }) }
}

export const tenPointsOf = async (ctx: Ctx, { personId }: Input<'tenPointsOf'>): Promise<Output<'tenPointsOf'>> => {
  // Nobody is told whether there is somebody they may not see.
  await personBrief(ctx, personId)
  const latest = await store.latestOf(ctx.sql, personId)
  return { latest: latest ? { ...latest, missing: pointsOf(latest.missing).missing } : null }
}

/** How many arrivals of the own territory are not clear yet: for Today. */
export const arrivalsToClear = (ctx: Ctx): Promise<number> => store.unclearCount(ctx.sql, ctx.actor.scope)
