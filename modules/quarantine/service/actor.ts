import type { Ctx } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import { refuse } from '../../../kernel/errors.ts'
import { quarantineErrors, type EpisodeAction } from '../contract.ts'
import { mayDo, wasRunning } from '../rules.ts'
import { insertChanges, lockEpisode, type EpisodeRow, type NewChange } from '../store.ts'
import { recordTimelines } from '../../people/service.ts'

export const actorOf = (ctx: Ctx): { by: string | null; name: string | null; role: string } =>
  ctx.actor.kind === 'staff' ? { by: ctx.actor.accountId, name: ctx.actor.name, role: ctx.actor.role } : { by: null, name: null, role: '' }

/** By whom a reading was taken. */
export const channelOf = (ctx: Ctx): 'doctor' | 'worker' => (actorOf(ctx).role === 'healthCentreDoctor' ? 'doctor' : 'worker')

/** The episode, locked and in a state that allows the action; a fact needs only the state of its own time. */
export async function forAction(ctx: Ctx, episodeId: string, action: EpisodeAction, factAt?: Instant): Promise<EpisodeRow> {
  const episode = await lockEpisode(ctx.sql, episodeId)
  if (!(factAt === undefined ? mayDo(episode.state, action) : wasRunning(episode, factAt))) throw refuse(quarantineErrors.notInState, { state: episode.state })
  return episode
}

/** What has happened has a day that has come. */
export function mustHaveCome(ctx: Ctx, day: Day): void {
  if (day > ctx.today) throw refuse(quarantineErrors.notYet, { day })
}

type Change = Pick<NewChange, 'kind' | 'before' | 'after' | 'orderNo' | 'reason'>

interface Kept { episode: Pick<EpisodeRow, 'id' | 'areaPath' | 'personId' | 'householdId'>; change: Change; params?: Record<string, unknown> }

/** Every change says who, by what order, why; and stands on the person's card. */
export const keepChange = (ctx: Ctx, episode: Kept['episode'], change: Change, params: Record<string, unknown> = {}): Promise<void> => keepChanges(ctx, [{ episode, change, params }])

export async function keepChanges(ctx: Ctx, all: readonly Kept[]): Promise<void> {
  if (all.length === 0) return
  const { by, name } = actorOf(ctx)
  await insertChanges(ctx.sql, all.map(({ episode, change }) => ({ ...change, id: ctx.newId(), episodeId: episode.id, areaPath: episode.areaPath, at: ctx.now, accountId: by, name })))
  await recordTimelines(ctx, all.map(({ episode, change, params }) => ({
    kind: `quarantine.${change.kind}`, areaPath: episode.areaPath, personId: episode.personId, householdId: episode.householdId, episodeId: episode.id,
    params: { orderNo: change.orderNo ?? '', reason: change.reason ?? '', ...params },
  })))
}
