import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, addMinutes, instantAt } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { readKey, toWalkedPage } from '../../../kernel/page.ts'
import { scopeOf } from '../../../kernel/ctx.ts'
import { areaById } from '../../territory/service.ts'
import { passageErrors as errors, type Gate, type GateAction, type passageApi } from '../contract.ts'
import { gateActionsOf, inOrder, mayDo, nextStart } from '../rules.ts'
import * as store from '../store.ts'
import type { GateNow, GateRow } from '../tables.ts'
import { callerOf, clockFor, rangeOf } from './caller.ts'
import { makeAhead, toShift } from './shifts.ts'

type Input<K extends keyof typeof passageApi> = ParsedInputOf<(typeof passageApi)[K]>

/** A unit has no gate, and a lead raised at one goes to the health centre of a community. */
const PLACES = ['community', 'compound', 'villageGroup', 'grid', 'building']

export const toGate = (ctx: Ctx, { areaPath: _path, ...g }: GateNow): Gate => ({ ...g, actions: gateActionsOf(g.state, callerOf(ctx).role) })
export const shownGate = async (ctx: Ctx, gateId: string): Promise<Gate> => toGate(ctx, await store.getGateNow(ctx.sql, gateId, await clockFor(ctx)))

export async function listGates(ctx: Ctx, { tab, areaId, after, limit }: Input<'listGates'>) {
  const page = toWalkedPage(await store.listGates(ctx.sql, { tab, range: await rangeOf(ctx, areaId), clock: await clockFor(ctx), after: readKey(after, 3), limit }), limit)
  return { ...page, items: page.items.map((g) => toGate(ctx, g)) }
}
export const gateCounts = async (ctx: Ctx, { areaId }: Input<'gateCounts'>) => store.gateCounts(ctx.sql, await rangeOf(ctx, areaId), await clockFor(ctx))

export async function getGate(ctx: Ctx, { gateId }: Input<'getGate'>) {
  const clock = await clockFor(ctx)
  const gate = await store.getGateNow(ctx.sql, gateId, clock)
  const shifts = await store.shiftsAround(ctx.sql, gateId, addMinutes(ctx.now, -12 * 60), addMinutes(ctx.now, 24 * 60))
  const hours = await store.hoursOf(ctx.sql, { range: scopeOf(gate.areaPath), gateId, from: instantAt(ctx.today, '00:00'), to: instantAt(addDays(ctx.today, 1), '00:00') })
  return { ...toGate(ctx, gate), shifts: shifts.map((s) => toShift(ctx, s, clock.emptyMinutes)), hours, compared: await store.comparedAt(ctx.sql, gateId, instantAt(ctx.today, '00:00')) }
}

/** Half an opening time is none, one that ends when it begins never opens, and shifts begin one after the other. */
function valuesOf({ name, kind, ways, opensAt, closesAt, manned, shiftStarts, note }: Omit<Input<'editGate'>, 'gateId'>): store.GateValues {
  if ((opensAt === undefined) !== (closesAt === undefined)) throw refuse(errors.hoursHalf)
  if (opensAt !== undefined && opensAt === closesAt) throw refuse(errors.neverOpen)
  if (!inOrder(shiftStarts)) throw refuse(errors.startsOrder)
  return { name, kind, ways, opensAt: opensAt ?? null, closesAt: closesAt ?? null, manned, shiftStarts, note: note || null }
}

export async function createGate(ctx: Ctx, { areaId, ...fields }: Input<'createGate'>): Promise<Gate> {
  const values = valuesOf(fields)
  const area = await areaById(ctx, areaId)
  if (!PLACES.includes(area.level)) throw refuse(errors.notHere, { level: area.level })
  if (await store.sameName(ctx.sql, areaId, values.name, null)) throw refuse(errors.nameTaken, { name: values.name })
  const { accountId, name } = callerOf(ctx)
  const gateId = ctx.newId()
  await store.insertGate(ctx.sql, { ...values, id: gateId, areaId, areaPath: area.areaPath, at: ctx.now, by: accountId, byName: name })
  if (values.manned) await makeAhead(ctx, [{ gateId, areaPath: area.areaPath, shiftStarts: values.shiftStarts }])
  return shownGate(ctx, gateId)
}

async function inState(ctx: Ctx, gateId: string, action: GateAction): Promise<GateRow> {
  const row = await store.lockGate(ctx.sql, gateId)
  if (!mayDo(row.state, action)) throw refuse(errors.notInState, { state: row.state })
  return row
}

export async function editGate(ctx: Ctx, { gateId, ...fields }: Input<'editGate'>): Promise<Gate> {
  const values = valuesOf(fields)
  const row = await inState(ctx, gateId, 'edit')
  if (await store.sameName(ctx.sql, row.areaId, values.name, gateId)) throw refuse(errors.nameTaken, { name: values.name })
  await store.updateGate(ctx.sql, gateId, values)
  if (values.manned && values.shiftStarts.join() !== row.shiftStarts.join()) await retime(ctx, gateId, values.shiftStarts)
  await store.dropShifts(ctx.sql, gateId, ctx.today, values.manned ? values.shiftStarts.length : 0)
  if (values.manned) await makeAhead(ctx, [{ gateId, areaPath: row.areaPath, shiftStarts: values.shiftStarts }])
  return shownGate(ctx, gateId)
}

/** Whoever stands there stays on their shift until the first of the new ones begins; the rest of the day follows from there. */
const retime = (ctx: Ctx, gateId: string, starts: readonly string[]): Promise<void> =>
  store.setWorkedApart(ctx.sql, gateId, addDays(ctx.today, -1), ctx.now, (startsAt) => nextStart(starts, startsAt > ctx.now ? startsAt : ctx.now))

async function move(ctx: Ctx, gateId: string, action: GateAction, to: { state: string; closedBy: string | null; closedAt: string | null }): Promise<Gate> {
  const row = await inState(ctx, gateId, action)
  if (action === 'restore' && (await store.sameName(ctx.sql, row.areaId, row.name, gateId))) throw refuse(errors.nameTaken, { name: row.name })
  await store.setGateState(ctx.sql, gateId, to)
  return shownGate(ctx, gateId)
}
const open = { state: 'open', closedBy: null, closedAt: null }
export const closeGate = (ctx: Ctx, { gateId, orderNo }: Input<'closeGate'>) => move(ctx, gateId, 'close', { state: 'closed', closedBy: orderNo, closedAt: ctx.now })
export const reopenGate = (ctx: Ctx, { gateId }: Input<'reopenGate'>) => move(ctx, gateId, 'reopen', open)
export const removeGate = (ctx: Ctx, { gateId, reason }: Input<'removeGate'>) => move(ctx, gateId, 'remove', { state: 'removed', closedBy: reason, closedAt: ctx.now })
export const restoreGate = (ctx: Ctx, { gateId }: Input<'restoreGate'>) => move(ctx, gateId, 'restore', open)
