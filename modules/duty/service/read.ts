import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { readKey, toPage } from '../../../kernel/page.ts'
import { colleagues } from '../../accounts/service.ts'
import { may } from '../../accounts/rules.ts'
import { pinyinOf } from '../../people/service.ts'
import type { Answerer, Assignment, Candidate, DutyArea, dutyApi, DutyCard, DutyRole, DutySummary, Workload } from '../contract.ts'
import { adviceFor, answererAt, mayAssign, neededFor, rolesAt, rolesFor, stateOf } from '../rules.ts'
import * as store from '../store.ts'
import type { AssignmentRow } from '../tables.ts'
import { actionsFor, callerOf } from './actor.ts'

type Input<K extends keyof typeof dutyApi> = ParsedInputOf<(typeof dutyApi)[K]>

const need = { levels: Object.keys(answererAt), roles: Object.values(answererAt) }

const brief = (row: AssignmentRow, today: string): Answerer => ({
  assignmentId: row.assignmentId, dutyRole: row.dutyRole, name: row.name, title: row.title, officePhone: row.officePhone, state: stateOf(row, today), startsOn: row.startsOn,
})

async function withHolders(ctx: Ctx, nodes: readonly store.DutyNode[]): Promise<DutyArea[]> {
  const rows = await store.openAt(ctx.sql, nodes.map((n) => n.areaId), ctx.today)
  return nodes.map(({ parentId: _p, areaPath: _a, gap, gapRole, ...node }) => ({
    ...node, gap, gapRole: gap === null ? null : gapRole, holders: rows.filter((row) => row.areaId === node.areaId).map((row) => brief(row, ctx.today)),
  }))
}

export async function dutyAreas(ctx: Ctx, { parentId }: Input<'dutyAreas'>) {
  return { items: await withHolders(ctx, await store.listNodes(ctx.sql, need, ctx.today, parentId, callerOf(ctx).areaPath)) }
}

export async function dutyGaps(ctx: Ctx, { after, limit }: Input<'dutyGaps'>) {
  const rows = await store.gapNodes(ctx.sql, need, ctx.today, readKey(after, 1)?.[0] as string | undefined, limit)
  const page = toPage(rows, limit, (row) => [row.areaPath])
  return { ...page, items: await withHolders(ctx, page.items) }
}

export async function dutySummary(ctx: Ctx): Promise<DutySummary> {
  const range = ctx.actor.scope
  const standard = await store.readStandard(ctx.sql)
  const inside = await store.householdsIn(ctx.sql, range)
  return {
    ...inside, ...(await store.countWorkers(ctx.sql, range, ctx.today)), needed: neededFor(inside.households, standard), standard,
    gaps: await store.countGaps(ctx.sql, need, ctx.today, range), overloaded: (await loadsIn(ctx, range)).filter(({ over }) => over).length,
    maySetStandard: may(callerOf(ctx).role, 'duty.standard'),
  }
}

/** What each worker carries in a range, the heaviest first. */
export async function loadsIn(ctx: Ctx, range: { lo: string; hi: string }): Promise<Workload[]> {
  const { to } = await store.readStandard(ctx.sql)
  const byHolder = new Map<string, Workload>()
  for (const row of await store.baseHolders(ctx.sql, range, ctx.today)) {
    const key = row.accountId ?? row.name
    const load = byHolder.get(key) ?? { accountId: row.accountId, name: row.name, dutyRoles: [], households: 0, areas: [], over: false }
    load.areas.push({ areaId: row.areaId, name: row.areaName, households: row.households })
    load.households += row.households
    load.over = load.households > to
    if (!load.dutyRoles.includes(row.dutyRole)) load.dutyRoles.push(row.dutyRole)
    byHolder.set(key, load)
  }
  return [...byHolder.values()].toSorted((a, b) => b.households - a.households || a.name.localeCompare(b.name))
}

export async function dutyLoads(ctx: Ctx, { overOnly, limit }: Input<'dutyLoads'>) {
  const all = (await loadsIn(ctx, ctx.actor.scope)).filter((load) => !overOnly || load.over)
  return { items: all.slice(0, limit), total: all.length }
}

/** Accounts that may answer here: those of fitting roles whose territory covers or lies within the area, the least loaded first. */
export async function candidatesFor(ctx: Ctx, area: { areaPath: string }, dutyRole: DutyRole, text = ''): Promise<Candidate[]> {
  const loads = new Map((await loadsIn(ctx, ctx.actor.scope)).map((load) => [load.accountId, load]))
  const wanted = text.toLowerCase().replace(/\s+/g, '')
  return (await colleagues(ctx, rolesFor[dutyRole]))
    .filter(({ areaPath }) => areaPath.startsWith(area.areaPath) || area.areaPath.startsWith(areaPath) || dutyRole !== 'gridWorker' || wanted !== '')
    .filter(({ name }) => wanted === '' || name.includes(text.trim()) || Object.values(pinyinOf(name)).some((sounds) => sounds.startsWith(wanted)))
    // Somebody on leave answers for nothing new.
    .filter(({ awayTo }) => awayTo === null)
    .map(({ id, areaPath: _path, awayTo: _away, standInName: _standIn, ...one }) => ({ accountId: id, ...one, households: loads.get(id)?.households ?? 0, areas: loads.get(id)?.areas.length ?? 0 }))
    .toSorted((a, b) => a.households - b.households || a.name.localeCompare(b.name, 'zh'))
}

export async function dutyCandidates(ctx: Ctx, { areaId, dutyRole, text, except }: Input<'dutyCandidates'>) {
  const area = await store.getNode(ctx.sql, need, ctx.today, areaId)
  const items = (await candidatesFor(ctx, area, dutyRole, text)).filter(({ accountId }) => !except?.includes(accountId))
  return { items: items.slice(0, 30) }
}

export async function toAssignments(ctx: Ctx, rows: readonly AssignmentRow[]): Promise<Assignment[]> {
  const caller = callerOf(ctx)
  const handovers = new Map((await store.handoversByIds(ctx.sql, rows.flatMap((row) => row.handoverId ?? []))).map((h) => [h.id, h]))
  return rows.map((row) => {
    const { areaPath: _path, undone: _undone, followsId: _follows, handoverId, gone: _gone, ...rest } = row
    const handed = handoverId ? handovers.get(handoverId) : undefined
    return {
      ...rest, state: stateOf(row, ctx.today), actions: actionsFor(caller, row, ctx.today),
      handed: handed && handed.undoneAt === null ? { from: handed.fromName, episodes: new Set([...handed.moved.doctor, ...handed.moved.worker]).size, leads: handed.moved.leads.length, matters: handed.moved.matters?.length ?? 0 } : null,
    }
  })
}

const HISTORY = 100
export async function dutyCard(ctx: Ctx, { areaId }: Input<'dutyCard'>): Promise<DutyCard> {
  const node = await store.getNode(ctx.sql, need, ctx.today, areaId)
  const caller = callerOf(ctx)
  const above = await store.visibleAbove(ctx.sql, node.areaPath)
  const open = await toAssignments(ctx, await store.openAt(ctx.sql, above.map((a) => a.areaId), ctx.today))
  const [area] = await withHolders(ctx, [node])
  const roles = rolesAt(node.level).filter((dutyRole) => may(caller.role, 'duty.edit') && mayAssign(caller, node.areaPath, dutyRole))
  return {
    area: area as DutyArea, roles, editable: roles.length > 0, chain: above.map((one) => ({ ...one, holders: open.filter((held) => held.areaId === one.areaId) })),
    history: await toAssignments(ctx, await store.historyOf(ctx.sql, areaId, HISTORY)), ...(await loadOf(ctx, node)),
  }
}

/** How the work of an area and below it is spread, and what to do about it. */
async function loadOf(ctx: Ctx, node: store.DutyNode): Promise<Pick<DutyCard, 'workload' | 'advice'>> {
  const range = scopeOf(node.areaPath)
  const standard = await store.readStandard(ctx.sql)
  const { workers } = await store.countWorkers(ctx.sql, range, ctx.today)
  const loads = await loadsIn(ctx, range)
  const counts = node.level === 'community' || node.level === 'subdistrict'
  const needed = neededFor(node.households, standard)
  const dutyRole = node.gapRole ?? 'gridWorker'
  const candidates = await candidatesFor(ctx, node, node.gap === null ? 'gridWorker' : dutyRole)
  const gone = (await store.openAt(ctx.sql, [node.areaId], ctx.today)).find((row) => row.gone)
  const own = loads.length === 1 ? loads[0] : undefined
  const perWorker = counts ? (workers > 0 ? Math.round(node.households / workers) : null) : own ? own.households : null
  return {
    workload: node.households === 0 ? null : {
      workers: counts ? workers : loads.length, households: node.households, perWorker, ...needed,
      over: counts ? workers < needed.least : loads.some(({ over }) => over),
    },
    advice: adviceFor({
      area: node, gone: gone?.name ?? null, candidate: candidates[0], over: loads.filter(({ over }) => over),
      idle: counts ? candidates.filter(({ areas }) => areas === 0) : [], workers, needed: counts ? needed : null, standard,
    }),
  }
}

/**
 * 待办: areas nobody answers for and workers who carry too much. An office above looks after communities and compounds, a community after what is below it;
 * where nobody has been assigned at all yet, the page says so and Today is not flooded.
 */
export async function dutyGapsOpen(ctx: Ctx, { above, limit }: { above: boolean; limit: number }): Promise<{ gaps: DutyArea[]; gapsTotal: number; loads: Workload[]; loadsTotal: number }> {
  const range = ctx.actor.scope
  if (!(await store.anybodyAssigned(ctx.sql, range))) return { gaps: [], gapsTotal: 0, loads: [], loadsTotal: 0 }
  const levels = need.levels.filter((level) => (above ? level !== 'grid' && level !== 'building' : level !== 'community' && level !== 'subdistrict'))
  const wanted = { levels, roles: levels.map((level) => answererAt[level as keyof typeof answererAt] ?? '') }
  const rows = await store.gapNodes(ctx.sql, wanted, ctx.today, undefined, limit)
  const loads = (await loadsIn(ctx, range)).filter(({ over }) => over)
  const gapsTotal = await store.countGaps(ctx.sql, wanted, ctx.today, range)
  return { gaps: await withHolders(ctx, rows.slice(0, limit)), gapsTotal, loads: loads.slice(0, Math.max(0, limit - gapsTotal)), loadsTotal: loads.length }
}

/** Who is to do something at a place: whoever has that duty there or nearest above, else whoever answers for the place at all. */
export const answererFor = async (ctx: Ctx, areaPath: string, dutyRole: DutyRole): Promise<{ accountId: string | null; name: string } | undefined> =>
  (await store.nearestHolder(ctx.sql, areaPath, [dutyRole], ctx.today))
  ?? store.nearestHolder(ctx.sql, areaPath, ['gridWorker', 'compoundKeeper', 'communitySupervisor', 'subdistrictCoordinator'], ctx.today)

/** Who of the workers answers for each of many places in one of these duties, the nearest; absent where nobody does. */
export const answerersFor = async (ctx: Ctx, areaPaths: readonly string[], duties: readonly DutyRole[]): Promise<ReadonlyMap<string, store.NearestHolder>> =>
  new Map((await store.nearestHolders(ctx.sql, areaPaths, duties, ctx.today)).map(({ areaPath, ...holder }) => [areaPath, holder]))
