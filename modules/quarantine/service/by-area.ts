import type { Ctx } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import { activeByArea, agesOf, episodesAt, flowByArea, type ActiveByArea, type EpisodesThen, type FlowRow } from '../store.ts'

export interface EpisodesByArea { active: ActiveByArea[]; ages: { since: number; persons: number }[]; flow: FlowRow[]; then: EpisodesThen }

/** Who is managed in the areas directly below one, what came and went since a day, and how it stood at an earlier instant. */
export const episodesByArea = async (ctx: Ctx, areaPath: string, from: Day, then: Instant): Promise<EpisodesByArea> => ({
  active: await activeByArea(ctx.sql, areaPath, ctx.today, ctx.now), ages: await agesOf(ctx.sql, areaPath, ctx.today),
  flow: await flowByArea(ctx.sql, areaPath, from), then: await episodesAt(ctx.sql, areaPath, then),
})
