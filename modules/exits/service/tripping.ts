import type { Ctx } from '../../../kernel/ctx.ts'
import { addMinutes, dayOf } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { exitsErrors, type ExitCard, type exitsApi } from '../contract.ts'
import { actionsOf, dueBackAt, mayDo, mayUndoTrip, missingOf, openStates, stateBack } from '../rules.ts'
import * as store from '../store.ts'
import type { ExitRow } from '../tables.ts'
import { actorOf, forAction, tell } from './actor.ts'
import { keptIn, ordersOf, takeReadings } from './facts.ts'
import { cardOf, standingOf } from './reading.ts'

type Input<K extends keyof typeof exitsApi> = ParsedInputOf<(typeof exitsApi)[K]>
/** Where the order names no hour. */
const END_OF_DAY = '24:00'
/** In UTC, and never in the future. */
const momentOf = (ctx: Ctx, at: string | undefined): string => { const said = at === undefined ? ctx.now : addMinutes(at, 0); return said > ctx.now ? ctx.now : said }

/** Out with a temperature. A fever is kept, goes to the health centre, and the person stays in. */
export async function leave(ctx: Ctx, row: ExitRow, { temperature, symptoms, at }: Pick<Input<'goOut'>, 'symptoms' | 'at'> & { /** Absent where an emergency was let through. */ temperature: number | undefined }): Promise<boolean> {
  if (missingOf(standingOf(row)).includes('escort')) throw refuse(exitsErrors.noEscort, { name: row.name })
  if (!actionsOf(standingOf(row), ctx.today).includes('goOut')) throw refuse(exitsErrors.notInState, { state: row.state })
  const [when, orders] = [momentOf(ctx, at), ordersOf(ctx)]
  const kept = (await keptIn(ctx, [row], orders)).get(row.exitId)
  if (kept && !kept.escort) throw refuse(exitsErrors.keptIn, { name: row.name, finding: kept.who })
  if (kept && !row.escortName) throw refuse(exitsErrors.noEscort, { name: row.name })
  const celsius = { celsius: temperature?.toFixed(1) ?? '—' }
  const reading = (await takeReadings(ctx, 'out', [{ row, temperature, symptoms, at: when }], orders)).get(row.exitId)
  // Whoever goes to a doctor goes because of it.
  if (row.kind !== 'medical' && ((reading ?? 'normal') !== 'normal' || symptoms.length > 0)) {
    await tell(ctx, [{ row, kind: reading === 'deviceError' ? 'measureAgain' : 'keptIn', params: celsius }])
    return false
  }
  const order = row.policyId ? await orders.by(row.policyId) : undefined
  await store.insertTrip(ctx.sql, { id: ctx.newId(), exitId: row.exitId, personId: row.personId, areaPath: row.areaPath, outAt: when, dueBackAt: dueBackAt(when, row.kind, row.untilOn, order?.document.exits?.backBy ?? END_OF_DAY), name: actorOf(ctx).name, recordedAt: ctx.now })
  await store.setState(ctx.sql, [row.exitId], { state: 'out', leftAt: when, at: ctx.now })
  await tell(ctx, [{ row, kind: 'wentOut', params: celsius, at: when }])
  return true
}

/** Back: a fact, at whatever hour and with whatever reading. Of whoever left by a bus the trip is written down now, since nobody knew when it would end. */
export async function arrive(ctx: Ctx, row: ExitRow, { temperature, symptoms, at }: Pick<Input<'comeBack'>, 'temperature' | 'symptoms' | 'at'>): Promise<void> {
  const when = momentOf(ctx, at)
  const tripId = row.tripId ?? ctx.newId()
  if (row.tripId === null) await store.insertTrip(ctx.sql, { id: tripId, exitId: row.exitId, personId: row.personId, areaPath: row.areaPath, outAt: row.leftAt ?? when, dueBackAt: when, name: null, recordedAt: ctx.now })
  await takeReadings(ctx, 'back', [{ row, temperature, symptoms, at: when }], ordersOf(ctx))
  await store.endTrip(ctx.sql, tripId, { at: when, name: actorOf(ctx).name }, ctx.now)
  await store.setState(ctx.sql, [row.exitId], { state: stateBack(row.kind, row.untilOn, dayOf(when)), at: ctx.now })
  await tell(ctx, [{ row, kind: 'cameBack', params: temperature === undefined ? {} : { celsius: temperature.toFixed(1) }, at: when }])
}

export async function goOut(ctx: Ctx, { exitId, ...taken }: Input<'goOut'>) {
  const left = await leave(ctx, await forAction(ctx, exitId, 'goOut'), taken)
  return { left, exit: await cardOf(ctx, exitId) }
}
export async function comeBack(ctx: Ctx, { exitId, ...taken }: Input<'comeBack'>): Promise<ExitCard> {
  const row = await forAction(ctx, exitId, 'comeBack')
  const at = taken.at === undefined ? ctx.now : addMinutes(taken.at, 0)
  if (at > ctx.now || (row.leftAt !== null && at < row.leftAt)) throw refuse(exitsErrors.wrongTime)
  await arrive(ctx, row, taken)
  return cardOf(ctx, exitId)
}

export async function noteNotBack(ctx: Ctx, { exitId, reason }: Input<'noteNotBack'>): Promise<ExitCard> {
  const row = await forAction(ctx, exitId, 'noteNotBack')
  if (row.tripId === null) throw refuse(exitsErrors.notInState, { state: row.state })
  await store.setNotBack(ctx.sql, row.tripId, { reason, recordedAt: ctx.now })
  await store.setState(ctx.sql, [exitId], { state: 'notBack', at: ctx.now })
  await tell(ctx, [{ row, kind: 'notBack', params: { reason } }])
  return cardOf(ctx, exitId)
}

/** The last of it: coming back is open again, or what was noted before it, going out never was; the readings stay. */
export async function undoTrip(ctx: Ctx, { exitId }: Input<'undoTrip'>): Promise<ExitCard> {
  await store.lock(ctx.sql, [exitId])
  const row = await store.getRow(ctx.sql, exitId, ctx.today)
  const [trip] = await store.tripsOf(ctx.sql, exitId)
  if (!trip || !mayDo(row.state, 'undoTrip')) throw refuse(exitsErrors.notInState, { state: row.state })
  if (row.tripRecordedAt === null || !mayUndoTrip(row.tripRecordedAt, ctx.today)) throw refuse(exitsErrors.tripSettled)
  const [open] = openStates.includes(row.state) ? [] : await store.openOf(ctx.sql, [row.personId], row.kind, openStates, ctx.today, exitId)
  if (open) throw refuse(exitsErrors.alreadyAsked, { name: row.name, state: open.state })
  if (trip.backAt !== null && trip.notBackReason !== null) {
    await store.endTrip(ctx.sql, trip.tripId, null, ctx.now)
    await store.setState(ctx.sql, [exitId], { state: 'notBack', at: ctx.now })
  } else if (trip.backAt !== null || trip.notBackReason !== null) {
    await (row.decision.needs.includes('seat') ? store.undoTrip(ctx.sql, trip.tripId, ctx.now) : store.setNotBack(ctx.sql, trip.tripId, null))
    await store.setState(ctx.sql, [exitId], { state: 'out', at: ctx.now })
  } else {
    await store.undoTrip(ctx.sql, trip.tripId, ctx.now)
    const [before] = (await store.tripsOf(ctx.sql, exitId))
    await store.setState(ctx.sql, [exitId], { state: 'allowed', leftAt: before?.outAt ?? null, at: ctx.now })
  }
  await tell(ctx, [{ row, kind: 'tripUndone' }])
  return cardOf(ctx, exitId)
}
