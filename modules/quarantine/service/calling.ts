import type { Ctx } from '../../../kernel/ctx.ts'
import { dayOf, instantAt } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { may } from '../../accounts/rules.ts'
import { completePhone } from '../../people/service.ts'
import { policyById } from '../../policies/service.ts'
import { quarantineErrors, type quarantineApi } from '../contract.ts'
import { dayEnd, takenAt } from '../rules.ts'
import * as store from '../store.ts'
import { actorOf, channelOf, forAction, keepChange } from './actor.ts'
import { takeOne, type Recorded } from './checking.ts'

type Call = ParsedInputOf<(typeof quarantineApi)['recordCall']>

/** 记录一次联系: the reading, the visits, the gaps explained, what is needed and the telephone, all of it or nothing. What somebody else has settled meanwhile stays as it is. */
export async function recordCall(ctx: Ctx, call: Call, callId = ctx.newId()) {
  const episode = await forAction(ctx, call.episodeId, 'check', takenAt(call.at, ctx.now))
  const check = await reading(ctx, call)
  const visitIds = await settleVisits(ctx, call)
  const gaps = await explainGaps(ctx, episode, call)
  // Whoever is free by the time this arrives needs nothing brought; the wish stays with the call.
  const deliveryId = call.need && episode.state === 'active' ? await askFor(ctx, episode, call.need) : undefined
  if (call.phone) await givePhone(ctx, episode.personId, call.phone)
  const { by, name } = actorOf(ctx)
  await store.insertCall(ctx.sql, {
    id: callId, episodeId: episode.id, areaPath: episode.areaPath, way: call.way, reached: call.reached, unchanged: call.unchanged, need: call.need?.what ?? null, note: call.note ?? null,
    wrote: { visitIds, gaps, ...(check ? { checkId: check.checkId, ...(call.temperature === undefined ? {} : { temperature: call.temperature }) } : {}), ...(deliveryId ? { deliveryId } : {}) },
    at: takenAt(call.at, ctx.now), by, name,
  })
  await keepChange(ctx, episode, { kind: call.reached ? 'called' : 'calledInVain', reason: call.note ?? null, after: { callId } }, { way: call.way, need: call.need?.what ?? '' })
  return { callId, checkId: check?.checkId ?? null, abnormal: check?.abnormal ?? false, deviceError: check?.deviceError ?? false, window: check?.window ?? null, leadId: check?.leadId ?? null }
}

async function reading(ctx: Ctx, call: Call): Promise<Recorded | undefined> {
  if (!call.reached || (call.temperature === undefined && call.symptoms.length === 0)) return undefined
  return takeOne(ctx, { ...call, takenAt: call.takenAt ?? call.at }, call.way === 'visit' ? 'visit' : channelOf(ctx), call.way === 'visit' ? (call.visitIds[0] ?? null) : null)
}

async function settleVisits(ctx: Ctx, call: Call): Promise<string[]> {
  const settled: string[] = []
  const { by, name } = actorOf(ctx)
  for (const visitId of call.way === 'visit' ? call.visitIds : []) {
    const visit = await store.lockVisit(ctx.sql, visitId)
    // The reading may have settled it already, or a colleague was there before.
    if (visit.episodeId !== call.episodeId || visit.state === 'made') continue
    await store.saveVisits(ctx.sql, [{ id: visitId, result: call.reached ? 'made' : 'nobodyHome', note: call.note ?? null, madeAt: takenAt(call.at, ctx.now) }], { at: ctx.now, by, name })
    settled.push(visitId)
  }
  return settled
}

async function explainGaps(ctx: Ctx, episode: store.EpisodeRow, { gaps, gapReason }: Call): Promise<store.Wrote['gaps']> {
  if (gaps.length === 0 || gapReason === undefined) return []
  mustBeAllowed(ctx, 'quarantine.manage')
  const explained: store.Wrote['gaps'] = []
  for (const gap of gaps) {
    if ((await store.explain(ctx.sql, { episodeId: episode.id, ...gap, reason: gapReason, ...actorOf(ctx), at: ctx.now })) === 0) continue
    explained.push(gap)
    await keepChange(ctx, episode, { kind: 'gapExplained', after: gap, reason: gapReason }, { on: gap.dueOn, window: gap.window })
  }
  await store.settleMissedVisits(ctx.sql, [episode.id])
  return explained
}

/** Brought to the door on the day wished for, by the end of what the order counts as that day's measuring. */
async function askFor(ctx: Ctx, episode: store.EpisodeRow, need: NonNullable<Call['need']>): Promise<string> {
  const { document } = await policyById(ctx, episode.policyId)
  const id = ctx.newId()
  await store.insertDelivery(ctx.sql, {
    id, episodeId: episode.id, householdId: episode.householdId, areaPath: episode.areaPath, visitor: need.by, need: need.what, dueAt: instantAt(need.on, dayEnd(document.checkWindows)), at: ctx.now,
  })
  return id
}

async function givePhone(ctx: Ctx, personId: string, phone: string): Promise<void> {
  mustBeAllowed(ctx, 'people.edit')
  await completePhone(ctx, personId, phone)
}

function mustBeAllowed(ctx: Ctx, permission: string): void {
  if (!may(actorOf(ctx).role, permission)) throw refuse(frameErrors.wrongPermission, { permission })
}

/** 撤销: by who recorded it and on the same day; a fever or a symptom is with the health centre and stays. */
export async function undoCall(ctx: Ctx, callId: string): Promise<void> {
  const call = await store.lockCall(ctx.sql, callId)
  if (call.accountId !== actorOf(ctx).by) throw refuse(frameErrors.notFound)
  if (call.undoneAt !== null) throw refuse(quarantineErrors.callUndone)
  if (dayOf(call.at) !== ctx.today) throw refuse(quarantineErrors.notTheDay)
  if (call.wrote.checkId && (await store.isAbnormal(ctx.sql, call.wrote.checkId))) throw refuse(quarantineErrors.callPassedOn)
  const episode = await store.lockEpisode(ctx.sql, call.episodeId)
  await store.undoCall(ctx.sql, call, ctx.now)
  await keepChange(ctx, episode, { kind: 'callUndone', before: { ...call.wrote } })
}
