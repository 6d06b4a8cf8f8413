import type { Ctx } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { exitsErrors, type ExitCard, type exitsApi } from '../contract.ts'
import { actionsOf, mayDo, openStates } from '../rules.ts'
import * as store from '../store.ts'
import type { ExitRow } from '../tables.ts'
import { actorOf, forAction, tell } from './actor.ts'
import { cardOf, standingOf } from './reading.ts'
import { retakeSeats } from './seating.ts'

type Input<K extends keyof typeof exitsApi> = ParsedInputOf<(typeof exitsApi)[K]>

export async function allowExit(ctx: Ctx, { exitId, escortName, reason }: Input<'allowExit'>): Promise<ExitCard> {
  const row = await forAction(ctx, exitId, 'allow')
  const escort = escortName || row.escortName
  if (row.decision.needs.includes('escort') && !escort) throw refuse(exitsErrors.noEscort, { name: row.name })
  if (!actionsOf(standingOf(row), ctx.today).includes('allow')) throw refuse(exitsErrors.notInState, { state: row.state })
  const { by, name } = actorOf(ctx)
  await store.setState(ctx.sql, [exitId], { state: 'allowed', formerState: row.state, decided: { at: ctx.now, by, name, reason: reason || null }, ...(escort ? { escortName: escort } : {}), at: ctx.now })
  await tell(ctx, [{ row, kind: 'allowed', params: { reason: reason ?? '', escort: escort ?? '' } }])
  return cardOf(ctx, exitId)
}

/** 陪同人: asked for only since somebody of the household was taken under management. */
export async function nameExitEscort(ctx: Ctx, { exitId, escortName }: Input<'nameExitEscort'>): Promise<ExitCard> {
  const row = await forAction(ctx, exitId, 'nameEscort')
  await store.setState(ctx.sql, [exitId], { state: row.state, escortName, at: ctx.now })
  await tell(ctx, [{ row, kind: 'escortNamed', params: { escort: escortName } }])
  return cardOf(ctx, exitId)
}

export async function refuseExit(ctx: Ctx, { exitId, reason }: Input<'refuseExit'>): Promise<ExitCard> {
  const row = await forAction(ctx, exitId, 'refuse')
  if (row.seatState === 'boarded') throw refuse(exitsErrors.alreadyBoarded, { name: row.name })
  const { by, name } = actorOf(ctx)
  await store.dropSeat(ctx.sql, exitId, ctx.now)
  await store.setState(ctx.sql, [exitId], { state: 'refused', formerState: row.state, decided: { at: ctx.now, by, name, reason }, at: ctx.now })
  await tell(ctx, [{ row, kind: 'refused', params: { reason } }])
  return cardOf(ctx, exitId)
}

export async function withdrawExit(ctx: Ctx, { exitId }: Input<'withdrawExit'>): Promise<ExitCard> {
  const row = await forAction(ctx, exitId, 'withdraw')
  if (row.seatState === 'boarded') throw refuse(exitsErrors.alreadyBoarded, { name: row.name })
  await store.dropSeat(ctx.sql, exitId, ctx.now)
  await store.setState(ctx.sql, [exitId], { state: 'withdrawn', formerState: row.state, at: ctx.now })
  await tell(ctx, [{ row, kind: 'withdrawn' }])
  return cardOf(ctx, exitId)
}

/** Whoever sits in a bus keeps the seat until it is given up by hand. */
export async function withdrawExits(ctx: Ctx, { exitIds }: Input<'withdrawExits'>) {
  await store.lock(ctx.sql, exitIds)
  const rows = (await store.rowsById(ctx.sql, exitIds, ctx.today)).filter((row) => mayDo(row.state, 'withdraw') && row.seatId === null)
  for (const state of new Set(rows.map((row) => row.state))) {
    await store.setState(ctx.sql, rows.filter((row) => row.state === state).map((row) => row.exitId), { state: 'withdrawn', formerState: state, at: ctx.now })
  }
  await tell(ctx, rows.map((row) => ({ row, kind: 'withdrawn' })))
  return { withdrawn: rows.map((row) => row.exitId), kept: exitIds.length - rows.length }
}

/** It stands as before, in the seat it had where that is still free; what the order itself refused is asked anew instead. */
async function standAgain(ctx: Ctx, row: ExitRow): Promise<ExitCard> {
  const ownDecision = row.state !== 'allowed' || (row.decidedAt !== null && dayOf(row.decidedAt) === ctx.today)
  if (row.formerState === null || !ownDecision || row.seatId !== null) throw refuse(exitsErrors.notInState, { state: row.state })
  const [open] = row.state === 'allowed' ? [] : await store.openOf(ctx.sql, [row.personId], row.kind, openStates, ctx.today, row.exitId)
  if (open) throw refuse(exitsErrors.alreadyAsked, { name: row.name, state: open.state })
  const seat = await store.seatGivenUp(ctx.sql, row.exitId)
  await store.setState(ctx.sql, [row.exitId], { state: row.formerState, formerState: null, ...(row.state === 'withdrawn' ? {} : { decided: null }), at: ctx.now })
  await tell(ctx, [{ row, kind: 'reopened' }])
  if (seat && (await retakeSeats(ctx, { seatIds: [seat.seatId] })).taken === 0) await tell(ctx, [{ row, kind: 'seatGone' }])
  return cardOf(ctx, row.exitId)
}
export const reopenExit = async (ctx: Ctx, { exitId }: Input<'reopenExit'>): Promise<ExitCard> => standAgain(ctx, await forAction(ctx, exitId, 'reopen'))

export async function reviveExit(ctx: Ctx, { exitId }: Input<'reviveExit'>): Promise<ExitCard> {
  const row = await forAction(ctx, exitId, 'reopen')
  if (row.state !== 'withdrawn') throw refuse(exitsErrors.notInState, { state: row.state })
  return standAgain(ctx, row)
}
