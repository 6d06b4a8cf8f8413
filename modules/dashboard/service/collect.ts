import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, addMinutes, dayOf } from '../../../kernel/dates.ts'
import { leadsByArea } from '../../leads/service.ts'
import { baseDataByPart } from '../../people/service.ts'
import { episodesByArea } from '../../quarantine/service.ts'
import { screeningsByArea } from '../../screening/service.ts'
import { zonesInForce } from '../../zones/service.ts'
import { DAYS } from '../rules.ts'
import { communityReports } from '../store.ts'

const DAY_MINUTES = 24 * 60

export type Collected = Awaited<ReturnType<typeof collect>>

/** Everything the page says of an area, each by one grouped statement of the module whose list it opens; no query per area. */
export async function collect(ctx: Ctx, areaPath: string) {
  const then = addMinutes(ctx.now, -DAY_MINUTES)
  const from = addDays(ctx.today, 1 - DAYS)
  return {
    from,
    registered: await baseDataByPart(ctx, areaPath),
    zones: await zonesInForce(ctx, areaPath),
    episodes: await episodesByArea(ctx, areaPath, from, then),
    screenings: await screeningsByArea(ctx, areaPath, from, then),
    leads: await leadsByArea(ctx, areaPath, then),
    reports: await communityReports(ctx.sql, areaPath, ctx.today, { day: dayOf(then), at: then }),
  }
}
