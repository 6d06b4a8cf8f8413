import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { addDays, instantAt, type Day } from '../../../kernel/dates.ts'
import type { Decision, Measure, PolicyEdition, Stage } from '../../policies/contract.ts'
import { mayDo, placeOf, stageOn } from '../rules.ts'
import { dropTestsToCome, insertDue, insertTests, insertVisits, insertVisitsOwed, lastEpisodeOf, lockEpisode, managedIn, redecide, type ManagedRow } from '../store.ts'
import { keepChange } from './actor.ts'

export type { ManagedRow } from '../store.ts'

/** Everybody managed at or below an area now. */
export const managedBelow = (ctx: Ctx, areaPath: string): Promise<ManagedRow[]> => managedIn(ctx.sql, scopeOf(areaPath))

export const lastEpisode = (ctx: Ctx, personId: string) => lastEpisodeOf(ctx.sql, personId)

/** Ends what is left of the period with yesterday: the office that decided confirms the release as for everybody else. */
const endedBy = (stages: readonly Stage[], yesterday: Day): Stage[] => {
  const begun = stages.filter((s) => s.startsOn <= yesterday)
  return (begun.length > 0 ? begun : stages.slice(0, 1)).map((s) => (s.endsOn > yesterday ? { ...s, endsOn: yesterday } : s))
}

/**
 * 按新方案重新决定: the period goes on as a retroactive order decides it. Nobody is released by this alone: whoever it no longer holds is
 * over since yesterday and waits for the confirmation. Somebody of the community tells the person today.
 */
export async function reviseEpisode(ctx: Ctx, episodeId: string, decision: Decision, edition: Pick<PolicyEdition, 'id' | 'orderNo' | 'document'>): Promise<void> {
  const episode = await lockEpisode(ctx.sql, episodeId)
  if (!mayDo(episode.state, 'changeMeasure')) return
  const stages = decision.outcome === 'manage' ? decision.stages : endedBy(episode.stages, addDays(ctx.today, -1))
  const measure: Measure = stageOn(stages, ctx.today)?.measure ?? episode.measure
  const endsOn = stages.at(-1)?.endsOn ?? episode.endsOn
  const startsOn = stages[0]?.startsOn ?? episode.startsOn
  await redecide(ctx.sql, episodeId, { decision, policyId: edition.id, stages, startsOn, endsOn, measure, place: placeOf(measure) })
  await dropTestsToCome(ctx.sql, episodeId)
  await insertTests(ctx.sql, stages.flatMap((s) => s.testsOn).filter((on) => on >= ctx.today).map((dueOn) => ({ id: ctx.newId(), episodeId, areaPath: episode.areaPath, dueOn })))
  await insertDue(ctx.sql, ctx.today, { episodeId, from: ctx.now })
  await insertVisitsOwed(ctx.sql, ctx.today, ctx.now, episodeId)
  await insertVisits(ctx.sql, [{
    id: ctx.newId(), episodeId, householdId: episode.householdId, areaPath: episode.areaPath, visitor: 'worker', purpose: 'newOrder', dueAt: instantAt(ctx.today, edition.document.deadlines.missedVisitBy), onceKey: `${episodeId}:${edition.id}:newOrder`,
  }], ctx.now)
  await keepChange(ctx, episode, {
    kind: 'revised', orderNo: edition.orderNo, reason: decision.because.zh,
    before: { measure: episode.measure, endsOn: episode.endsOn, policyId: episode.policyId, decision: episode.decision }, after: { measure, endsOn },
  }, { measure, endsOn })
}
