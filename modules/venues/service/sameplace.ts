import type { Ctx } from '../../../kernel/ctx.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { listSameVenue, ownVisits, type SameVenueRow, type VisitsOf } from '../store/sameplace.ts'

/** How often somebody with one of these telephones was in a venue. */
export const venueVisitsOf = (ctx: Ctx, q: VisitsOf): Promise<number> => ownVisits(ctx.sql, q)

/** 同时同地 in venues, for tracing: whoever left a telephone and was there within so many minutes; the caller asks for the permission. */
export const sameVenue = (ctx: Ctx, q: VisitsOf & { minutes: number; after: PageKey | undefined; limit: number }): Promise<SameVenueRow[]> => listSameVenue(ctx.sql, q)
