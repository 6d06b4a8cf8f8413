import type { Ctx } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import { dayUntil, flowByArea, standingByArea, type DayUntil, type FlowRow, type StandingRow } from '../store.ts'

export interface EpisodesByArea {
  /** By the areas directly below, and for the whole (null). */
  active: StandingRow[]
  ages: { since: number; persons: number }[]
  flow: FlowRow[]
  then: DayUntil & { managed: number; toRelease: number }
}

/** Who is managed in the areas directly below one, what came and went since a day, and how it stood at an earlier instant. */
export async function episodesByArea(ctx: Ctx, areaPath: string, from: Day, then: Instant): Promise<EpisodesByArea> {
  const standing = await standingByArea(ctx.sql, areaPath, ctx.today, ctx.now, then)
  const whole = standing.find(({ by }) => by === 'whole')
  return {
    active: standing.filter(({ by }) => by !== 'since'),
    ages: standing.flatMap(({ by, since, managed }) => (by === 'since' && since !== null ? [{ since, persons: managed }] : [])),
    flow: await flowByArea(ctx.sql, areaPath, from, ctx.today),
    then: { ...(await dayUntil(ctx.sql, areaPath, then)), managed: whole?.managedThen ?? 0, toRelease: whole?.toReleaseThen ?? 0 },
  }
}
