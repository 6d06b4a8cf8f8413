import type { Ctx, Jobs } from '../../../kernel/ctx.ts'
import { addMinutes } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { territoryErrors as errors, type territoryApi } from '../contract.ts'
import { mergeFault, moveFault, nameBelow } from '../rules.ts'
import * as store from '../store.ts'
import type { AreaRow } from '../tables.ts'
import { checkName, note, parentInReach, rename } from './change.ts'
import { areaById } from './read.ts'

type Input<K extends keyof typeof territoryApi> = ParsedInputOf<(typeof territoryApi)[K]>

function notOwn(ctx: Ctx, area: AreaRow): void {
  if (ctx.actor.kind === 'staff' && ctx.actor.areaId === area.id) throw refuse(errors.ownArea, { name: area.name })
}

async function nothingTwice(ctx: Ctx, from: AreaRow, into: AreaRow, merge: boolean): Promise<void> {
  const found = await store.clashes(ctx.sql, from, into, merge)
  if (found.households + found.persons > 0) throw refuse(errors.sameContents, found)
}

export async function moveArea(ctx: Ctx, input: Input<'moveArea'>) {
  const area = await areaById(ctx, input.areaId)
  notOwn(ctx, area)
  const parent = await areaById(ctx, input.toParentId)
  const fault = moveFault(area, parent)
  if (fault === 'wrongLevel') throw refuse(errors.wrongLevel, { level: area.level, parentLevel: parent.level })
  if (fault) throw refuse(errors[fault], { name: fault === 'closed' ? parent.name : area.name })
  await checkName(ctx, parent, area.name, area.id)
  await nothingTwice(ctx, area, parent, false)
  await note(ctx, area, 'moveAsked', { ...input, after: { parent: parent.name } })
  await ctx.enqueue('territory.move', { areaId: area.id, toParentId: parent.id, orderNo: input.orderNo ?? null, reason: input.reason })
  return {}
}

export async function mergeAreas(ctx: Ctx, input: Input<'mergeAreas'>) {
  const area = await areaById(ctx, input.areaId)
  notOwn(ctx, area)
  const into = await areaById(ctx, input.intoAreaId)
  const fault = mergeFault(area, into)
  if (fault === 'wrongLevel') throw refuse(errors.levelsDiffer, { level: area.level, otherLevel: into.level })
  if (fault) throw refuse(errors[fault], { name: into.name })
  await nothingTwice(ctx, area, into, true)
  await note(ctx, area, 'mergeAsked', { ...input, after: { into: into.name } })
  await ctx.enqueue('territory.merge', { areaId: area.id, intoAreaId: into.id, orderNo: input.orderNo ?? null, reason: input.reason })
  return {}
}

interface Order { areaId: string; orderNo: string | null; reason: string }

const by = (ctx: Ctx, order: Order) => ({
  reason: order.reason, at: ctx.now,
  accountId: ctx.actor.kind === 'staff' ? ctx.actor.accountId : null,
  accountName: ctx.actor.kind === 'staff' ? ctx.actor.name : null,
})
const words = (order: Order) => ({ reason: order.reason, orderNo: order.orderNo ?? undefined })

async function carryOutMove(ctx: Ctx, order: Order & { toParentId: string }): Promise<void> {
  const area = await areaById(ctx, order.areaId)
  const parent = await areaById(ctx, order.toParentId)
  // asked twice, or the tree has changed meanwhile: the first one stands
  if (moveFault(area, parent)) return
  const before = await parentInReach(ctx, area)
  const toPath = `${parent.areaPath}${area.areaPath.split('/').at(-2) ?? ''}/`
  await store.moveTerritory(ctx.sql, { fromPath: area.areaPath, toPath, fromId: area.id, intoId: null, ...by(ctx, order) })
  await store.setParent(ctx.sql, area.id, parent.id)
  await store.renameBelow(ctx.sql, toPath, area.fullName, nameBelow(parent) + area.name)
  await note(ctx, { id: area.id, areaPath: toPath }, 'moved', {
    ...words(order), before: { parent: before?.name ?? null, fullName: area.fullName },
    after: { parent: parent.name, fullName: nameBelow(parent) + area.name },
  })
  await sweepLater(ctx, area.areaPath, toPath, area.id, null)
}

async function carryOutMerge(ctx: Ctx, order: Order & { intoAreaId: string }): Promise<void> {
  const area = await areaById(ctx, order.areaId)
  const into = await areaById(ctx, order.intoAreaId)
  if (area.state === 'closed' || mergeFault(area, into)) return
  for (const child of await store.sameNamedChildren(ctx.sql, area.id, into.id)) await rename(ctx, child, area.name + child.name)
  await store.moveTerritory(ctx.sql, {
    fromPath: area.areaPath, toPath: into.areaPath, fromId: area.id, intoId: into.id, ...by(ctx, order),
  })
  if (nameBelow(area) !== '') await store.renameBelow(ctx.sql, into.areaPath, area.fullName, nameBelow(into))
  await store.setClosed(ctx.sql, area.id, ctx.today)
  await note(ctx, area, 'mergedInto', { ...words(order), after: { into: into.name } })
  await note(ctx, into, 'tookIn', { ...words(order), after: { area: area.name } })
  await sweepLater(ctx, area.areaPath, into.areaPath, area.id, into.id)
}

/** A request that had read the old path before the move may still write it a moment later: swept up twice. */
async function sweepLater(ctx: Ctx, fromPath: string, toPath: string, fromId: string, intoId: string | null): Promise<void> {
  for (const minutes of [1, 15]) {
    await ctx.enqueue('territory.sweep', { fromPath, toPath, fromId, intoId }, addMinutes(ctx.now, minutes))
  }
}

export async function closeArea(ctx: Ctx, input: Input<'closeArea'>) {
  const area = await areaById(ctx, input.areaId)
  notOwn(ctx, area)
  if (area.state === 'closed') throw refuse(errors.closed, { name: area.name })
  const left = await store.contentsOf(ctx.sql, area.areaPath)
  if (left.areas + left.households + left.persons > 0) throw refuse(errors.notEmpty, { name: area.name, ...left })
  await store.setClosed(ctx.sql, area.id, ctx.today)
  await note(ctx, area, 'closed', input)
  return {}
}

export async function reopenArea(ctx: Ctx, input: Input<'reopenArea'>) {
  const area = await areaById(ctx, input.areaId)
  const parent = await parentInReach(ctx, area)
  if (parent?.state === 'closed') throw refuse(errors.closed, { name: parent.name })
  if (parent) await checkName(ctx, parent, area.name, area.id)
  await store.setClosed(ctx.sql, area.id, null)
  await note(ctx, area, 'reopened', {})
  return {}
}

/** What was asked for and could not be done stands in the area's history, where it was asked. */
const notMade = (kind: 'moveFailed' | 'mergeFailed') => async (ctx: Ctx, payload: Record<string, unknown>): Promise<void> => {
  const order = payload as never as Order
  await note(ctx, await areaById(ctx, order.areaId), kind, words(order))
}

export const moveJobs: Jobs = {
  'territory.move': { run: (runner, payload) => runner.tx((ctx) => carryOutMove(ctx, payload as never)), givenUp: notMade('moveFailed') },
  'territory.merge': { run: (runner, payload) => runner.tx((ctx) => carryOutMerge(ctx, payload as never)), givenUp: notMade('mergeFailed') },
  'territory.sweep': {
    run: (runner, payload) => runner.tx(async (ctx) => {
      const late = payload as { fromPath: string; toPath: string; fromId: string; intoId: string | null }
      await store.moveTerritory(ctx.sql, { ...late, reason: '', accountId: null, accountName: null, at: ctx.now })
    }),
  },
}
