import type { Ctx } from '../../../kernel/ctx.ts'
import { createPersonalLink } from '../../links/service.ts'
import { recordTimeline } from '../../people/service.ts'
import type { Decision, Measure, Stage } from '../../policies/contract.ts'
import { extendStages } from '../../policies/rules.ts'
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
    await extendEpisode(ctx, running, wanted.decision.stages, wanted.decision.orderNo, wanted.decision.because.zh)
    return { episodeId: running.id, extended: true }
  }
  const episodeId = await open(ctx, wanted, null)
  if (wanted.decision.household === 'together' && wanted.householdId) await openCohabitants(ctx, wanted, episodeId)
  return { episodeId, extended: false }
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

/** The later end wins; a run that would end earlier changes nothing. */
export async function extendEpisode(ctx: Ctx, episode: EpisodeRow, next: readonly Stage[], orderNo: string, reason: string): Promise<{ endsOn: string; extended: boolean }> {
  const stages = extendStages(episode.stages, next, ctx.today)
  const endsOn = stages.at(-1)?.endsOn ?? episode.endsOn
  if (endsOn <= episode.endsOn) return { endsOn: episode.endsOn, extended: false }
  const measure = stageOn(stages, ctx.today)?.measure ?? episode.measure
  await setStages(ctx.sql, episode.id, stages, endsOn, measure, placeOf(measure))
  await makeTests(ctx, episode.id, episode.areaPath, next)
  await insertDue(ctx.sql, ctx.today, { episodeId: episode.id, from: ctx.now })
  await keepChange(ctx, episode, { kind: 'extended', before: { endsOn: episode.endsOn, measure: episode.measure }, after: { endsOn, measure }, orderNo, reason }, { endsOn })
  return { endsOn, extended: true }
}
