import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, addMinutes, type Instant } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { readKey, toWalkedPage } from '../../../kernel/page.ts'
import { staffAccounts } from '../../accounts/service.ts'
import { settingOf } from '../../settings/service.ts'
import { passageErrors as errors, type passageApi, type Shift } from '../contract.ts'
import { shiftState, slotsOf } from '../rules.ts'
import * as store from '../store.ts'
import type { ShiftRow } from '../tables.ts'
import { callerOf, clockFor, rangeOf } from './caller.ts'

type Input<K extends keyof typeof passageApi> = ParsedInputOf<(typeof passageApi)[K]>

export const toShift = (ctx: Ctx, { areaPath: _path, signedOnBy: _by, ...s }: ShiftRow, emptyMinutes: number): Shift => ({ ...s, state: shiftState(s, ctx.now, emptyMinutes) })
const shown = async (ctx: Ctx, shiftId: string): Promise<Shift> => toShift(ctx, await store.getShift(ctx.sql, shiftId), (await clockFor(ctx)).emptyMinutes)

interface Manned { gateId: string; areaPath: string; shiftStarts: readonly string[] }
/** Empty shifts from yesterday's (it may still run) on, for the days of the setting; made anew every day. */
export async function makeAhead(ctx: Ctx, gates: readonly Manned[]): Promise<void> {
  const days = Array.from({ length: (await settingOf(ctx, 'passage.shiftDays')) + 1 }, (_, i) => addDays(ctx.today, i - 1))
  await store.ensureShifts(ctx.sql, gates.flatMap((g) => days.flatMap((on) => slotsOf(g.shiftStarts, on).map((slot) => ({ id: ctx.newId(), gateId: g.gateId, areaPath: g.areaPath, ...slot })))))
}

export async function listShifts(ctx: Ctx, { areaId, gateId, from, days, after, limit }: Input<'listShifts'>) {
  const { emptyMinutes } = await clockFor(ctx)
  const page = toWalkedPage(await store.listShifts(ctx.sql, { range: await rangeOf(ctx, areaId), gateId, from, to: addDays(from, days), after: readKey(after, 4), limit }), limit)
  return { ...page, items: page.items.map((row) => toShift(ctx, row, emptyMinutes)) }
}

export async function setShift(ctx: Ctx, { gateId, on, slot, keeperId, keeperName, leaderName }: Input<'setShift'>): Promise<Shift> {
  const gate = await store.lockGate(ctx.sql, gateId)
  const known = slotsOf(gate.shiftStarts, on)[slot]
  if (!gate.manned || !known) throw refuse(errors.noSuchSlot, { slot: slot + 1 })
  await store.ensureShifts(ctx.sql, [{ id: ctx.newId(), gateId, areaPath: gate.areaPath, ...known }])
  const row = await store.findShift(ctx.sql, gateId, on, slot)
  if (!row) throw refuse(errors.noSuchSlot, { slot: slot + 1 })
  if (row.signedOnAt !== null) throw refuse(errors.alreadyWorked)
  const [account] = keeperId === null ? [] : await staffAccounts(ctx, [keeperId])
  if (keeperId !== null && account?.state !== 'active') throw refuse(errors.keeperGone)
  await store.fillShift(ctx.sql, row.shiftId, { keeperId, keeperName: account?.name ?? (keeperName || null), leaderName: leaderName || null, at: ctx.now, byName: callerOf(ctx).name })
  return shown(ctx, row.shiftId)
}

export async function copyShifts(ctx: Ctx, { areaId, gateId, to }: Input<'copyShifts'>) {
  const range = await rangeOf(ctx, areaId)
  const from = addDays(to, -7)
  if ((await store.weekCounts(ctx.sql, { range, gateId, from, to })).filled === 0) throw refuse(errors.nothingToCopy, { from })
  const copyId = ctx.newId()
  const before = await store.weekCounts(ctx.sql, { range, gateId, from: to, to: addDays(to, 7) })
  const filled = await store.copyWeek(ctx.sql, { range, gateId, from: to, to: addDays(to, 7), copyId, at: ctx.now, byName: callerOf(ctx).name })
  return { copyId, filled, kept: before.filled }
}
export async function undoCopyShifts(ctx: Ctx, { copyId }: Input<'undoCopyShifts'>) {
  await store.copiedShift(ctx.sql, copyId)
  return { emptied: await store.undoCopy(ctx.sql, copyId) }
}

/** The running shift; or the next where the running one has somebody else and it is about to begin. */
async function shiftFor(ctx: Ctx, gateId: string, at: Instant, slot: number | undefined): Promise<ShiftRow> {
  const gate = await store.lockGate(ctx.sql, gateId)
  const days = [addDays(at.slice(0, 10), -1), at.slice(0, 10), addDays(at.slice(0, 10), 1)]
  await store.ensureShifts(ctx.sql, days.flatMap((on) => slotsOf(gate.shiftStarts, on).map((one) => ({ id: ctx.newId(), gateId, areaPath: gate.areaPath, ...one }))))
  const rows = await store.runningShifts(ctx.sql, gateId, at, addMinutes(at, 24 * 60))
  const { accountId } = callerOf(ctx)
  const [running, next] = rows
  const free = rows.find((row) => slot !== undefined ? row.slot === slot : row.signedOnAt === null || row.signedOnBy === accountId)
  const found = free ?? next ?? running
  if (!found) throw refuse(frameErrors.notFound)
  return found
}

/** Signed on twice is once; whoever stands there instead of somebody else is who stands there. */
export async function signOn(ctx: Ctx, { gateId, at, slot }: Input<'signOn'>): Promise<Shift> {
  const when = at !== undefined && at < ctx.now ? new Date(at).toISOString() : ctx.now
  const row = await shiftFor(ctx, gateId, when, slot)
  const { accountId, name } = callerOf(ctx)
  if (row.signedOnBy !== accountId) await store.setSignedOn(ctx.sql, row.shiftId, { at: when, by: accountId, name })
  return shown(ctx, row.shiftId)
}

const own = (ctx: Ctx, gateId: string) => store.lastSignedOn(ctx.sql, gateId, callerOf(ctx).accountId, addMinutes(ctx.now, -2 * 24 * 60))
export async function undoSignOn(ctx: Ctx, { gateId }: Input<'undoSignOn'>): Promise<Shift> {
  const row = await own(ctx, gateId)
  if (!row || row.handedOverAt !== null || row.endsAt <= ctx.now) throw refuse(errors.notSignedOn)
  await store.setSignedOn(ctx.sql, row.shiftId, { at: null, by: null, name: null })
  return shown(ctx, row.shiftId)
}
export async function handOver(ctx: Ctx, { gateId, at, items, remarks, abnormal }: Input<'handOver'>): Promise<Shift> {
  const row = await own(ctx, gateId)
  if (!row) throw refuse(errors.notSignedOn)
  await store.setHandedOver(ctx.sql, row.shiftId, { at: at !== undefined && at < ctx.now ? at : ctx.now, items, remarks: remarks || null, abnormal })
  return shown(ctx, row.shiftId)
}
