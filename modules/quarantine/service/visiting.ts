import type { Ctx } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { quarantineErrors, type quarantineApi } from '../contract.ts'
import { takenAt, wasRunning } from '../rules.ts'
import * as store from '../store.ts'
import { actorOf, keepChanges } from './actor.ts'
import { takeOne } from './checking.ts'

type Visit = ParsedInputOf<(typeof quarantineApi)['recordVisit']>
type Round = ParsedInputOf<(typeof quarantineApi)['recordVisits']>

/** 记录上门, with the reading taken there if there was one. Nobody at home: it stays owed. */
export async function recordVisit(ctx: Ctx, { visitId, result, at, note, temperature, site, symptoms }: Visit) {
  const visit = await store.lockVisit(ctx.sql, visitId)
  if (!awaited(visit, takenAt(at, ctx.now))) throw refuse(quarantineErrors.visitDone)
  await store.saveVisits(ctx.sql, [{ id: visitId, result, note: note ?? null, madeAt: takenAt(at, ctx.now) }], { at: ctx.now, ...actorOf(ctx) })
  const measured = visit.episodeId !== null && (temperature !== undefined || symptoms.length > 0)
  const check = measured ? await takeOne(ctx, { episodeId: visit.episodeId ?? '', takenAt: at, temperature, site, symptoms, note }, 'visit', visitId) : undefined
  await tell(ctx, [{ visit, result, note }])
  return { checkId: check?.checkId ?? null, abnormal: check?.abnormal ?? false, deviceError: check?.deviceError ?? false }
}

/** Owed, or no longer owed only because the episode ended after somebody had been there. */
const awaited = (visit: store.VisitRow, at: Instant): boolean => visit.state === 'owed' || (visit.state === 'cancelled' && visit.closedAt !== null && wasRunning(visit, at))

/** 一轮上门: each row stands for itself. */
export async function recordVisits(ctx: Ctx, { visits }: Round) {
  const found = new Map((await store.lockVisits(ctx.sql, visits.map((v) => v.visitId))).map((visit) => [visit.id, visit]))
  const made = new Map<string, { visit: store.VisitRow; result: string; note: string | undefined; at: string | undefined }>()
  const refused: { index: number; visitId: string; problem: 'notFound' | 'visitDone' }[] = []
  visits.forEach(({ visitId, result, note, at }, index) => {
    const visit = found.get(visitId)
    if (!visit) refused.push({ index, visitId, problem: 'notFound' })
    else if (!awaited(visit, takenAt(at, ctx.now)) || made.has(visitId)) refused.push({ index, visitId, problem: 'visitDone' })
    else made.set(visitId, { visit, result, note, at })
  })
  const rows = [...made.values()]
  if (rows.length > 0) await store.saveVisits(ctx.sql, rows.map((row) => ({ id: row.visit.id, result: row.result, note: row.note ?? null, madeAt: takenAt(row.at, ctx.now) })), { at: ctx.now, ...actorOf(ctx) })
  await tell(ctx, rows)
  return { recorded: rows.length, refused }
}

/** On the cards of those who are managed; a visit to a household alone has no card. */
const tell = (ctx: Ctx, rows: readonly { visit: store.VisitRow; result: string; note: string | undefined }[]) =>
  keepChanges(ctx, rows.flatMap(({ visit, result, note }) => (visit.episodeId === null ? [] : [{
    episode: { id: visit.episodeId, areaPath: visit.areaPath, personId: visit.personId ?? '', householdId: visit.householdId },
    change: { kind: result === 'made' ? 'visited' : 'nobodyHome', reason: note ?? null }, params: { visitor: visit.visitor },
  }])))
