import { scopeOf, type Ctx, type Job, type Runner } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { settingOf } from '../../settings/service.ts'
import { areaById } from '../../territory/service.ts'
import { passesErrors, type PassBatch, type passesApi } from '../contract.ts'
import * as store from '../store.ts'
import { zh } from '../words.zh.ts'
import { endOf } from './issuing.ts'
import { actorOf } from './views.ts'

type Input<K extends keyof typeof passesApi> = ParsedInputOf<(typeof passesApi)[K]>

async function look(ctx: Ctx, areaId: string) {
  const area = await areaById(ctx, areaId)
  const { households, toIssue, ...skipped } = await store.previewOf(ctx.sql, scopeOf(area.areaPath), await settingOf(ctx, 'passes.stoppedBy'), ctx.now)
  return { area, households, toIssue, skipped }
}

export async function previewIssue(ctx: Ctx, { areaId }: Input<'previewIssue'>) {
  const { area, ...found } = await look(ctx, areaId)
  return { areaName: area.name, ...found }
}

export async function batchView(ctx: Ctx, batchId: string): Promise<PassBatch> {
  const { areaPath: _path, validFrom: _from, afterPath: _p, afterId: _i, accountId: _a, ...b } = await store.getBatch(ctx.sql, batchId)
  return { ...b, skipped: await store.skipsOf(ctx.sql, batchId), left: await store.leftOut(ctx.sql, batchId), mayUndo: (b.state === 'done' || b.state === 'failed') && dayOf(b.at) === ctx.today }
}

export async function issueMany(ctx: Ctx, { areaId, validOn }: Input<'issueMany'>): Promise<PassBatch> {
  const { area, households } = await look(ctx, areaId)
  if (await store.findRunning(ctx.sql, area.areaPath)) throw refuse(passesErrors.batchRuns)
  const batchId = ctx.newId()
  const { by, byName } = actorOf(ctx)
  await store.insertBatch(ctx.sql, { id: batchId, areaId, areaPath: area.areaPath, validFrom: ctx.now, validUntil: await endOf(ctx, validOn), households, at: ctx.now, by, byName })
  await ctx.enqueue('passes.issueMany', { batchId })
  return batchView(ctx, batchId)
}

const AT_ONCE = 400
/** The next doors; false when there are none left. */
async function step(ctx: Ctx, batchId: string): Promise<boolean> {
  const batch = await store.lockBatch(ctx.sql, batchId)
  if (batch.state !== 'running') return false
  const doors = await store.nextDoors(ctx.sql, batch, scopeOf(batch.areaPath), await settingOf(ctx, 'passes.stoppedBy'), ctx.now, AT_ONCE)
  const last = doors.at(-1)
  if (!last) {
    await store.setBatch(ctx.sql, batchId, 'done', ctx.now)
    return false
  }
  const free = doors.filter(({ why }) => why === null).map((door) => ({ ...door, passId: ctx.newId(), eventId: ctx.newId() }))
  const issued = free.length > 0 ? await store.issueHomes(ctx.sql, free, batch) : 0
  const left = doors.filter(({ why }) => why !== null)
  if (left.length > 0) await store.insertSkips(ctx.sql, batchId, left)
  await store.advanceBatch(ctx.sql, batchId, { seen: doors.length, issued, afterPath: last.areaPath, afterId: last.id })
  return true
}

export const issueManyJob: Job = {
  long: true,
  async run(runner: Runner, payload) {
    const batchId = String(payload.batchId)
    while (await runner.tx((ctx) => step(ctx, batchId)));
  },
  async givenUp(ctx, payload) {
    const { batchId, state } = await store.lockBatch(ctx.sql, String(payload.batchId))
    if (state === 'running') await store.setBatch(ctx.sql, batchId, 'failed', ctx.now)
  },
}

export async function resumeBatch(ctx: Ctx, { batchId }: Input<'resumeBatch'>): Promise<PassBatch> {
  const batch = await store.lockBatch(ctx.sql, batchId)
  if (batch.state !== 'failed') throw refuse(batch.state === 'running' ? passesErrors.batchRuns : passesErrors.batchStands)
  if (await store.findRunning(ctx.sql, batch.areaPath)) throw refuse(passesErrors.batchRuns)
  await store.setBatch(ctx.sql, batchId, 'running', null)
  await ctx.enqueue('passes.issueMany', { batchId })
  return batchView(ctx, batchId)
}

export async function undoBatch(ctx: Ctx, { batchId }: Input<'undoBatch'>): Promise<PassBatch> {
  const batch = await store.lockBatch(ctx.sql, batchId)
  if (batch.state === 'running') throw refuse(passesErrors.batchRuns)
  if (batch.state === 'undone' || dayOf(batch.at) !== ctx.today) throw refuse(passesErrors.notTheDay)
  const { by, byName } = actorOf(ctx)
  await store.revokeBatch(ctx.sql, batchId, { at: ctx.now, by, byName, reason: zh.bulk.undoneReason })
  await store.setBatch(ctx.sql, batchId, 'undone', ctx.now)
  return batchView(ctx, batchId)
}
