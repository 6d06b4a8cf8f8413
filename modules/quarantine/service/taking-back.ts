import type { Ctx } from '../../../kernel/ctx.ts'
import { dayOf, type Day, type Instant } from '../../../kernel/dates.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { quarantineErrors, type PasteKept } from '../contract.ts'
import * as store from '../store.ts'
import { actorOf, forAction, keepChange, keepChanges } from './actor.ts'
import { undoCall } from './calling.ts'

/** Slips are taken back by whoever made them, the same day. */
function mustBeOwn(ctx: Ctx, by: string | null, at: Instant | null): void {
  if (by === null || by !== actorOf(ctx).by) throw refuse(frameErrors.notFound)
  if (at === null || dayOf(at) !== ctx.today) throw refuse(quarantineErrors.notTheDay)
}

/** 撤销刚记的体温: a fever or a symptom is with the health centre and stays. */
export async function undoCheck(ctx: Ctx, checkId: string): Promise<void> {
  const [row] = await store.pastedBefore(ctx.sql, [checkId])
  const why = keptBecause(ctx, row)
  if (!row || why === 'gone' || why === 'notYours') throw refuse(frameErrors.notFound)
  if (why) throw refuse(why === 'passedOn' ? quarantineErrors.callPassedOn : quarantineErrors.notTheDay)
  if (row.isCall) await undoCall(ctx, checkId)
  else await takeBack(ctx, row)
}

/** 撤销刚记的上门: it is owed again, with the reading taken there; what one call recorded is taken back as one. */
export async function undoVisit(ctx: Ctx, visitId: string): Promise<void> {
  const visit = await store.lockVisit(ctx.sql, visitId)
  if (visit.result === null) throw refuse(quarantineErrors.visitNotMade)
  mustBeOwn(ctx, visit.accountId, visit.recordedAt)
  const call = await store.callOfVisit(ctx.sql, visitId, visit.episodeId)
  if (call) return undoCall(ctx, call.id)
  const check = visit.episodeId === null ? undefined : await store.checkOfVisit(ctx.sql, visit.episodeId, visitId)
  if (check && (await store.isAbnormal(ctx.sql, check.id))) throw refuse(quarantineErrors.callPassedOn)
  if (check && visit.episodeId !== null) await store.takeBackCheck(ctx.sql, visit.episodeId, check.id, ctx.now)
  await store.takeBackVisits(ctx.sql, [visitId])
  if (visit.episodeId === null) return
  if (check) await store.oweMissedVisits(ctx.sql, [visit.episodeId], ctx.now)
  const episode = { id: visit.episodeId, areaPath: visit.areaPath, personId: visit.personId ?? '', householdId: visit.householdId }
  await keepChanges(ctx, [{ episode, change: { kind: 'visitUndone', before: { result: visit.result, note: visit.note } }, params: { visitor: visit.visitor } }])
}

/** 撤销刚写的缺测说明: the window is missed again. */
export async function undoGap(ctx: Ctx, episodeId: string, gap: { dueOn: Day; window: string }): Promise<void> {
  const episode = await forAction(ctx, episodeId, 'explainGap')
  const who = await store.whoExplained(ctx.sql, episodeId, gap)
  if (!who) throw refuse(quarantineErrors.nothingExplained)
  mustBeOwn(ctx, who.by, who.at)
  await store.takeBackGap(ctx.sql, episodeId, gap)
  await store.oweMissedVisits(ctx.sql, [episodeId], ctx.now)
  await keepChange(ctx, episode, { kind: 'gapUndone', before: gap }, { on: gap.dueOn, window: gap.window })
}

export function keptBecause(ctx: Ctx, row: store.PastedBefore | undefined): PasteKept | undefined {
  if (!row || row.undone) return 'gone'
  if (row.accountId !== actorOf(ctx).by) return 'notYours'
  if (dayOf(row.at) !== ctx.today) return 'notTheDay'
  return row.abnormal ? 'passedOn' : undefined
}

export async function takeBack(ctx: Ctx, row: store.PastedBefore): Promise<void> {
  const episode = await store.lockEpisode(ctx.sql, row.episodeId)
  await store.takeBackCheck(ctx.sql, row.episodeId, row.id, ctx.now)
  await store.oweMissedVisits(ctx.sql, [row.episodeId], ctx.now)
  const temperature = row.temperature === null ? '' : `${row.temperature.toFixed(1)}℃`
  await keepChange(ctx, episode, { kind: 'checkUndone', before: { temperature: row.temperature } }, { temperature })
}
