import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { toInstant } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { setShift, shiftOf } from '../../passage/service.ts'
import { areaById, communityOf } from '../../territory/service.ts'
import { volunteersErrors as errors, type CallCard, type CallLine, type volunteersApi } from '../contract.ts'
import { keeperAfter, timesRight, whyNot } from '../rules.ts'
import * as store from '../store.ts'
import type { CallRow } from '../tables.ts'
import { callCardOf, clockOf, nowOf, staffOf, toCall } from './reading.ts'

type Input<K extends keyof typeof volunteersApi> = ParsedInputOf<(typeof volunteersApi)[K]>

/** 招募: of a shift of the roster once; asked again it is the one that stands. */
export async function callForHands(ctx: Ctx, input: Input<'callForHands'>): Promise<CallCard> {
  const { shift, wanted, skill, note } = input
  const asked = shift ? await ofShift(ctx, shift) : await ofPlace(ctx, input)
  if (typeof asked === 'string') return callCardOf(ctx, asked)
  const id = ctx.newId()
  await store.insertCall(ctx.sql, { ...asked, id, wanted, skill: skill ?? null, note: note || null, shift: shift ?? null, at: ctx.now, byName: staffOf(ctx).name })
  return callCardOf(ctx, id)
}
type Asked = Pick<store.NewCall, 'areaId' | 'areaPath' | 'kind' | 'place' | 'from' | 'to'>
async function ofShift(ctx: Ctx, shift: NonNullable<CallLine['shift']>): Promise<Asked | string> {
  const found = await shiftOf(ctx, shift)
  const open = await store.openCallOf(ctx.sql, shift)
  if (open) return open.id
  if (found.keeperName !== null) throw refuse(errors.shiftFilled, { name: found.keeperName })
  return { areaId: found.areaId, areaPath: (await areaById(ctx, found.areaId)).areaPath, kind: 'gate', place: `${found.areaName}${found.gateName}`, from: found.startsAt, to: found.endsAt }
}
async function ofPlace(ctx: Ctx, { areaId, kind, place, ...span }: Input<'callForHands'>): Promise<Asked> {
  if (!place) throw refuse(errors.nameMissing)
  if (!span.from || !span.to) throw refuse(errors.timesWrong)
  const [from, to] = [toInstant(new Date(span.from)), toInstant(new Date(span.to))]
  if (!timesRight(from, to)) throw refuse(errors.timesWrong)
  const area = await areaById(ctx, areaId ?? staffOf(ctx).areaId)
  return { areaId: area.id, areaPath: area.areaPath, kind, place, from, to }
}

async function locked(ctx: Ctx, callId: string): Promise<CallRow> {
  await store.lockCall(ctx.sql, callId)
  return store.getCall(ctx.sql, callId)
}
/** The names of those who come, written where the roster has its keeper: there is no second roster. */
export async function writeRoster(ctx: Ctx, call: CallRow, after: readonly string[], orRefuse: boolean): Promise<void> {
  if (!call.shift) return
  const { keeperName, leaderName, signedOnAt } = await shiftOf(ctx, call.shift)
  // Who stood there is a fact by now.
  if (signedOnAt !== null && !orRefuse) return
  const keeper = keeperAfter(keeperName, call.names, after)
  if (keeper === undefined && orRefuse) throw refuse(errors.shiftFilled, { name: keeperName ?? '' })
  if (keeper !== undefined && keeper !== keeperName) await setShift(ctx, { ...call.shift, keeperId: null, keeperName: keeper ?? undefined, leaderName: leaderName ?? undefined })
}

const turnCall = (to: 'open' | 'withdrawn') => async (ctx: Ctx, { callId }: { callId: string }): Promise<CallCard> => {
  const call = await locked(ctx, callId)
  if (to === 'withdrawn' && call.state === 'withdrawn') throw refuse(errors.callWithdrawn)
  if (to === 'open' && call.shift) {
    const other = await store.openCallOf(ctx.sql, call.shift)
    if (other && other.id !== callId) throw refuse(errors.shiftFilled, { name: call.place })
  }
  await writeRoster(ctx, call, to === 'open' ? call.names : [], false)
  await store.setCall(ctx.sql, callId, to)
  return callCardOf(ctx, callId)
}
export const [withdrawCall, reopenCall] = [turnCall('withdrawn'), turnCall('open')]

/** 答应来: whoever is managed, on another call or no longer a helper is not sent. */
export async function takePlace(ctx: Ctx, { callId, volunteerId }: Input<'takePlace'>): Promise<CallCard> {
  const call = await locked(ctx, callId)
  if (call.state === 'withdrawn') throw refuse(errors.callWithdrawn)
  await store.lock(ctx.sql, volunteerId)
  if ((await store.takersOf(ctx.sql, callId)).some((one) => one.volunteerId === volunteerId)) return callCardOf(ctx, callId)
  const community = await communityOf(ctx, call.areaPath)
  const [who] = await store.candidates(ctx.sql, scopeOf(community.areaPath), call, nowOf(ctx).recent, volunteerId)
  const why = who ? whyNot(who) : 'notActive'
  if (!who || why) throw refuse(errors.cannotServe, { name: who?.name ?? '', why: why ?? 'notActive' })
  if (call.taken >= call.wanted) throw refuse(errors.callFull, { n: call.wanted })
  await writeRoster(ctx, call, [...call.names, who.name], true)
  await store.insertService(ctx.sql, { id: ctx.newId(), callId, volunteerId, areaPath: community.areaPath, kind: call.kind, place: call.place, startsAt: call.startsAt, endsAt: call.endsAt, at: ctx.now, byName: staffOf(ctx).name })
  return callCardOf(ctx, callId)
}
export async function dropPlace(ctx: Ctx, { serviceId }: Input<'dropPlace'>): Promise<CallCard> {
  const { callId } = await store.getService(ctx.sql, serviceId)
  if (callId === null) throw refuse(errors.notRecorded)
  const call = await locked(ctx, callId)
  const service = await store.getService(ctx.sql, serviceId)
  if (service.state !== 'taken') throw refuse(errors.notRecorded)
  await store.record(ctx.sql, serviceId, { state: 'dropped', cameAt: null, leftAt: null, note: null, rating: null, at: ctx.now, byName: staffOf(ctx).name })
  await writeRoster(ctx, call, (await store.getCall(ctx.sql, callId)).names, false)
  return callCardOf(ctx, callId)
}

/** 今日待办 */
export async function callsSoon(ctx: Ctx, limit: number): Promise<{ items: CallLine[]; total: number; late: number }> {
  const rows = await store.callsSoon(ctx.sql, ctx.actor.scope, clockOf(ctx), limit)
  return { items: rows.map(({ total: _t, late: _l, ...row }) => toCall(ctx, row)), total: rows[0]?.total ?? 0, late: rows[0]?.late ?? 0 }
}
