import { isDeepStrictEqual } from 'node:util'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Day } from '../../../kernel/dates.ts'
import { createPersonalLink } from '../../links/service.ts'
import { recordTimeline } from '../../people/service.ts'
import type { Decision, Measure, Stage } from '../../policies/contract.ts'
import { extendStages, laterEnd } from '../../policies/rules.ts'
import { communityOf } from '../../territory/service.ts'
import { placeOf, stageOn } from '../rules.ts'
import { cohabitants, findActiveOf, freeRooms, insertDue, insertEpisode, insertTests, insertVisitsOwed, setStages, type EpisodeRow } from '../store.ts'
import { actorOf, keepChange } from './actor.ts'

export interface ToOpen {
  screeningId: string | null
  personId: string
  householdId: string | null
  areaId: string
  areaPath: string
  decision: Decision
  policyId: string
  roomId?: string | undefined
}

/** Puts somebody under management; whoever is already managed is extended, never doubled and never shortened. */
export async function openEpisode(ctx: Ctx, wanted: ToOpen): Promise<{ episodeId: string; extended: boolean }> {
  const running = await findActiveOf(ctx.sql, wanted.personId)
  if (running) {
    await extendEpisode(ctx, running, wanted.decision)
    return { episodeId: running.id, extended: true }
  }
  const episodeId = await open(ctx, wanted, null)
  if (wanted.decision.household === 'together' && wanted.householdId) await openCohabitants(ctx, wanted, episodeId)
  return { episodeId, extended: false }
}

/** The same decision again says nothing new, also where an order has changed the manner since. */
async function extendEpisode(ctx: Ctx, running: EpisodeRow, { stages, orderNo, because }: Decision): Promise<void> {
  if (isDeepStrictEqual(stages, running.decision.stages)) return
  const { before, after, changed } = await goOn(ctx, running, stages)
  if (changed) await keepChange(ctx, running, { kind: after.endsOn > before.endsOn ? 'extended' : 'measureChanged', before, after, orderNo, reason: because.zh }, { ...after })
}

async function open(ctx: Ctx, wanted: ToOpen, becauseOf: string | null): Promise<string> {
  const id = ctx.newId()
  const { decision, areaPath } = wanted
  const measure = (stageOn(decision.stages, ctx.today)?.measure ?? decision.measure) as Measure
  const place = placeOf(measure)
  const roomId = place === 'site' ? (wanted.roomId ?? (await freeRooms(ctx.sql, areaPath))[0]?.id ?? null) : null
  await insertEpisode(ctx.sql, {
    id, areaId: wanted.areaId, areaPath, communityId: (await communityOf(ctx, areaPath)).id, personId: wanted.personId, householdId: wanted.householdId,
    screeningId: wanted.screeningId, becauseOf, policyId: wanted.policyId, decision, originClass: decision.originClass, measure, place, roomId, by: actorOf(ctx).by, at: ctx.now, today: ctx.today,
  })
  await makeTests(ctx, id, areaPath, decision.stages)
  await insertDue(ctx.sql, ctx.today, { episodeId: id, from: ctx.now })
  await insertVisitsOwed(ctx.sql, ctx.today, ctx.now, id)
  await createPersonalLink(ctx, { personId: wanted.personId, episodeId: id, areaId: wanted.areaId, areaPath })
  await recordTimeline(ctx, {
    kind: 'quarantine.opened', areaPath, personId: wanted.personId, householdId: wanted.householdId, episodeId: id,
    params: { measure, endsOn: decision.endsOn, because: decision.because.zh, becauseEn: decision.because.en },
  })
  return id
}

const makeTests = (ctx: Ctx, episodeId: string, areaPath: string, stages: readonly Stage[]) =>
  insertTests(ctx.sql, stages.flatMap((s) => s.testsOn).map((dueOn) => ({ id: ctx.newId(), episodeId, areaPath, dueOn })))

/** 同住人一并管理: the same measure and period, with their own sentence. */
async function openCohabitants(ctx: Ctx, wanted: ToOpen, becauseOf: string): Promise<void> {
  for (const person of await cohabitants(ctx.sql, wanted.householdId ?? '', wanted.personId)) {
    const because = { zh: `与在管人员同住,一并管理:${wanted.decision.because.zh}`, en: `Lives with somebody managed: ${wanted.decision.because.en}` }
    await open(ctx, { ...wanted, personId: person.id, areaId: person.areaId, areaPath: person.areaPath, screeningId: null, decision: { ...wanted.decision, originClass: 'cohabitant', because } }, becauseOf)
  }
}

export interface Gone { before: Standing; after: Standing; changed: boolean }
interface Standing { measure: Measure; endsOn: Day }

/** What runs goes on as the stricter of both to the later of both ends. */
export async function goOn(ctx: Ctx, episode: EpisodeRow, next: readonly Stage[]): Promise<Gone> {
  const stages = extendStages(episode.stages, next, ctx.today)
  const before = { measure: episode.measure, endsOn: episode.endsOn }
  if (isDeepStrictEqual(stages, episode.stages)) return { before, after: before, changed: false }
  const after = { measure: stageOn(stages, ctx.today)?.measure ?? episode.measure, endsOn: laterEnd(episode.endsOn, stages.at(-1)?.endsOn ?? '') }
  await setStages(ctx.sql, episode.id, stages, after.endsOn, after.measure, placeOf(after.measure))
  await makeTests(ctx, episode.id, episode.areaPath, next)
  await insertDue(ctx.sql, ctx.today, { episodeId: episode.id, from: ctx.now })
  return { before, after, changed: true }
}
