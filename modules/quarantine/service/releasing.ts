import type { Ctx } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { recordTimelines } from '../../people/service.ts'
import type { PolicyDocument } from '../../policies/contract.ts'
import { policyById } from '../../policies/service.ts'
import { quarantineErrors } from '../contract.ts'
import { blocking } from '../rules.ts'
import { closeEpisodes, episodesByIds, insertChanges, insertDue, reopenEpisode, type EpisodeRow } from '../store.ts'
import { actorOf, forAction, keepChange } from './actor.ts'
import { conditionsOf } from './cards.ts'

const isConfirmer = (ctx: Ctx, document: PolicyDocument): boolean => document.release.confirmBy.includes(actorOf(ctx).role)

function mustConfirm(ctx: Ctx, document: PolicyDocument): void {
  if (!isConfirmer(ctx, document)) throw refuse(quarantineErrors.notTheConfirmer, { roles: document.release.confirmBy.join(', ') })
}

/** 解除: only when the four computed conditions hold; the fifth is this confirmation by the deciding office. */
export async function releaseEpisode(ctx: Ctx, episodeId: string): Promise<void> {
  const episode = await forAction(ctx, episodeId, 'release')
  const { document } = await policyById(ctx, episode.policyId)
  mustConfirm(ctx, document)
  const missing = blocking((await conditionsOf(ctx, [episode], document)).get(episodeId) ?? [])
  if (missing.length > 0) throw refuse(quarantineErrors.notReleasable, { missing: missing.join(', ') })
  await end(ctx, [episode], null, null)
}

async function end(ctx: Ctx, episodes: readonly EpisodeRow[], orderNo: string | null, reason: string | null): Promise<void> {
  const { by, name } = actorOf(ctx)
  const kind = orderNo === null ? 'released' : 'releasedEarly'
  await closeEpisodes(ctx.sql, episodes.map((e) => e.id), 'released', { at: ctx.now, by, name, orderNo })
  await insertChanges(ctx.sql, episodes.map((e) => ({
    id: ctx.newId(), episodeId: e.id, areaPath: e.areaPath, kind, before: { state: 'active' }, after: { state: 'released' }, orderNo, reason, at: ctx.now, accountId: by, name,
  })))
  await recordTimelines(ctx, episodes.map((e) => ({
    kind: `quarantine.${kind}`, areaPath: e.areaPath, personId: e.personId, householdId: e.householdId, episodeId: e.id, params: { orderNo: orderNo ?? '', reason: reason ?? '' },
  })))
}

/** Those that are ready in one go; each of the others says what it is missing. */
export async function releaseMany(ctx: Ctx, episodeIds: readonly string[]): Promise<{ released: number; refused: { episodeId: string; missing: string[] }[] }> {
  const episodes = await episodesByIds(ctx.sql, episodeIds)
  const seen = new Set(episodes.map((e) => e.id))
  const refused: { episodeId: string; missing: string[] }[] = episodeIds.filter((id) => !seen.has(id)).map((episodeId) => ({ episodeId, missing: ['notFound'] }))
  const ready: EpisodeRow[] = []
  const byPolicy = new Map<string, EpisodeRow[]>()
  for (const e of episodes) byPolicy.set(e.policyId, [...(byPolicy.get(e.policyId) ?? []), e])
  for (const [policyId, group] of byPolicy) {
    const { document } = await policyById(ctx, policyId)
    const conditions = await conditionsOf(ctx, group, document)
    for (const e of group) {
      const missing = e.state !== 'active' ? ['notActive'] : isConfirmer(ctx, document) ? blocking(conditions.get(e.id) ?? []) : ['confirmed']
      if (missing.length > 0) refused.push({ episodeId: e.id, missing })
      else ready.push(e)
    }
  }
  if (ready.length > 0) await end(ctx, ready, null, null)
  return { released: ready.length, refused }
}

/** 提前解除: only with the number of an order. */
export async function releaseEarly(ctx: Ctx, episodeId: string, orderNo: string, reason: string): Promise<void> {
  const episode = await forAction(ctx, episodeId, 'releaseEarly')
  mustConfirm(ctx, (await policyById(ctx, episode.policyId)).document)
  await end(ctx, [episode], orderNo, reason)
}

export async function undoRelease(ctx: Ctx, episodeId: string): Promise<void> {
  const episode = await forAction(ctx, episodeId, 'undoRelease')
  if (episode.closedAt === null) throw refuse(frameErrors.notFound)
  if (dayOf(episode.closedAt) !== ctx.today) throw refuse(quarantineErrors.notTheDay)
  await reopenEpisode(ctx.sql, episodeId)
  await insertDue(ctx.sql, ctx.today, { episodeId, from: ctx.now })
  await keepChange(ctx, episode, { kind: 'releaseUndone' })
}
