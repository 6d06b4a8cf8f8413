import type { Ctx } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import { arrivalsByProvince, waitingAt, waitingByArea } from '../store/by-area.ts'

export interface ScreeningsByArea {
  waiting: { part: string; toVerify: number; verifyLate: number }[]
  /** How many waited at the earlier instant. */
  then: number
  arrivals: { province: string; persons: number }[]
}

/** What waits to be verified in the areas directly below one, and from where people came since a day. */
export const screeningsByArea = async (ctx: Ctx, areaPath: string, from: Day, then: Instant): Promise<ScreeningsByArea> => ({
  waiting: await waitingByArea(ctx.sql, areaPath, ctx.now), then: await waitingAt(ctx.sql, areaPath, then),
  arrivals: await arrivalsByProvince(ctx.sql, areaPath, from, ctx.today),
})
