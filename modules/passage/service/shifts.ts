import type { Ctx, StaffActor } from '../../../kernel/ctx.ts'
import { addDays, addMinutes, toInstant, type Instant } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { readKey, toWalkedPage } from '../../../kernel/page.ts'
import { staffAccounts } from '../../accounts/service.ts'
import { settingOf } from '../../settings/service.ts'
import { passageErrors as errors, type passageApi, type Post, type Shift } from '../contract.ts'
import { attendantsOf, comesAnew, shiftState, shiftToSign, slotsOf, stillThere } from '../rules.ts'
import * as store from '../store.ts'
import type { ShiftRow } from '../tables.ts'
import { callerOf, clockFor, rangeOf } from './caller.ts'

type Input<K extends keyof typeof passageApi> = ParsedInputOf<(typeof passageApi)[K]>

export const toShift = (ctx: Ctx, row: ShiftRow, emptyMinutes: number): Shift => {
  const { areaPath: _path, signedOnBy: _by, also, handOvers, ...s } = row
  return { ...s, also: also.map(({ at, name }) => ({ at, name })), handOvers: handOvers.map(({ by: _one, ...h }) => h), state: shiftState(row, ctx.now, emptyMinutes) }
}
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

/** One shift of the roster, locked; made where it is not yet. */
async function lockShift(ctx: Ctx, { gateId, on, slot }: Pick<Input<'setShift'>, 'gateId' | 'on' | 'slot'>): Promise<ShiftRow> {
  const gate = await store.lockGate(ctx.sql, gateId)
  const known = slotsOf(gate.shiftStarts, on)[slot]
  if (!gate.manned || !known) throw refuse(errors.noSuchSlot, { slot: slot + 1 })
  await store.ensureShifts(ctx.sql, [{ id: ctx.newId(), gateId, areaPath: gate.areaPath, ...known }])
  const row = await store.findShift(ctx.sql, gateId, on, slot)
  if (!row) throw refuse(errors.noSuchSlot, { slot: slot + 1 })
  return row
}
/** 招募 asks for hands for a shift: as it stands, with the area of its gate. */
export async function shiftOf(ctx: Ctx, which: Pick<Input<'setShift'>, 'gateId' | 'on' | 'slot'>): Promise<Shift & { areaId: string }> {
  const row = await lockShift(ctx, which)
  return { ...toShift(ctx, row, (await clockFor(ctx)).emptyMinutes), areaId: (await store.getGate(ctx.sql, which.gateId)).areaId }
}

export async function setShift(ctx: Ctx, { gateId, on, slot, keeperId, keeperName, leaderName }: Input<'setShift'>): Promise<Shift> {
  const row = await lockShift(ctx, { gateId, on, slot })
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

/** Whoever stands at a gate: the caller, or the author of what the community enters for an absent phone. */
type Keeper = Pick<StaffActor, 'accountId' | 'name'>
const ACROSS_MINUTES = 24 * 60

async function shiftFor(ctx: Ctx, keeper: Keeper, gateId: string, at: Instant, slot: number | undefined): Promise<ShiftRow> {
  const gate = await store.lockGate(ctx.sql, gateId)
  const days = [addDays(at.slice(0, 10), -1), at.slice(0, 10), addDays(at.slice(0, 10), 1)]
  await store.ensureShifts(ctx.sql, days.flatMap((on) => slotsOf(gate.shiftStarts, on).map((one) => ({ id: ctx.newId(), gateId, areaPath: gate.areaPath, ...one }))))
  const rows = await store.runningShifts(ctx.sql, gateId, at, addMinutes(at, ACROSS_MINUTES))
  const found = rows.find((row) => row.slot === slot) ?? shiftToSign(rows, keeper.accountId, at, await settingOf(ctx, 'passage.earlyMinutes'))
  if (!found) throw refuse(frameErrors.notFound)
  return found
}

const byTime = (a: { at: Instant }, b: { at: Instant }): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)
const momentOf = (ctx: Ctx, at: Instant | undefined): Instant => (at !== undefined && Date.parse(at) < Date.parse(ctx.now) ? toInstant(new Date(at)) : ctx.now)

export const signOn = (ctx: Ctx, input: Input<'signOn'>): Promise<Shift> => signOnAs(ctx, callerOf(ctx), input)
export async function signOnAs(ctx: Ctx, keeper: Keeper, { gateId, at, slot, items, remarks }: Input<'signOn'>): Promise<Shift> {
  const when = momentOf(ctx, at)
  const row = await shiftFor(ctx, keeper, gateId, when, slot)
  if (comesAnew(row, keeper.accountId, when)) await store.setSignedOn(ctx.sql, row.shiftId, [...attendantsOf(row), { at: when, by: keeper.accountId, name: keeper.name }].toSorted(byTime))
  if (items.length > 0 || remarks) await store.setTaken(ctx.sql, row.shiftId, { items, remarks: remarks || null })
  return shown(ctx, row.shiftId)
}

const own = (ctx: Ctx, keeper: Keeper, gateId: string, at: Instant) => store.lastSignedOn(ctx.sql, gateId, keeper.accountId, addMinutes(at, -2 * ACROSS_MINUTES), at)
export async function undoSignOn(ctx: Ctx, { gateId }: Input<'undoSignOn'>): Promise<Shift> {
  const keeper = callerOf(ctx)
  const row = await own(ctx, keeper, gateId, ctx.now)
  const mine = row && row.endsAt > ctx.now ? stillThere(row).find(({ by }) => by === keeper.accountId) : undefined
  if (!row || !mine) throw refuse(errors.notSignedOn)
  await store.setSignedOn(ctx.sql, row.shiftId, attendantsOf(row).filter(({ at, by }) => at !== mine.at || by !== mine.by))
  return shown(ctx, row.shiftId)
}
export const handOver = (ctx: Ctx, input: Input<'handOver'>): Promise<Shift> => handOverAs(ctx, callerOf(ctx), input)
export async function handOverAs(ctx: Ctx, keeper: Keeper, { gateId, at, items, remarks, abnormal }: Input<'handOver'>): Promise<Shift> {
  const when = momentOf(ctx, at)
  const row = await own(ctx, keeper, gateId, when)
  if (!row) throw refuse(errors.notSignedOn)
  // Of one time at the post: what was said before of an earlier one stays.
  const came = attendantsOf(row).findLast(({ at: from, by }) => by === keeper.accountId && from <= when)?.at ?? when
  const others = row.handOvers.filter((h) => h.by !== keeper.accountId || h.at < came)
  await store.setHandOvers(ctx.sql, row.shiftId, [...others, { at: when, by: keeper.accountId, name: keeper.name, items, remarks: remarks || null, abnormal }].toSorted(byTime))
  return shown(ctx, row.shiftId)
}

/** 值守交接: what a phone shows of the post, also when the signal is gone. */
export async function gatePost(ctx: Ctx, { gateId }: Input<'gatePost'>): Promise<Post> {
  const gate = await store.getGate(ctx.sql, gateId)
  const { emptyMinutes } = await clockFor(ctx)
  const shifts = (await store.shiftsAround(ctx.sql, gateId, ctx.now, addMinutes(ctx.now, ACROSS_MINUTES))).slice(0, 2)
  const last = await store.lastHanded(ctx.sql, gateId)
  return {
    gateId, manned: gate.manned, shifts: shifts.map((row) => toShift(ctx, row, emptyMinutes)), earlyMinutes: await settingOf(ctx, 'passage.earlyMinutes'),
    handed: last ?? null,
  }
}
