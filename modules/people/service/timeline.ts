import type { Ctx } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import { insertTimeline } from '../store.ts'

export interface Happened {
  /** `<module>.<name>`; its words are at `<module>.timeline.<name>`. */
  kind: string
  areaPath: string
  personId?: string | null | undefined
  householdId?: string | null | undefined
  episodeId?: string | null | undefined
  params?: Record<string, unknown> | undefined
  channel?: string | null | undefined
  at?: Instant | undefined
}

/** Puts what happened on the cards of the person, household and episode; who did it is the caller. */
export const recordTimeline = (ctx: Ctx, happened: Happened): Promise<void> => recordTimelines(ctx, [happened])

export async function recordTimelines(ctx: Ctx, all: readonly Happened[]): Promise<void> {
  if (all.length === 0) return
  const staff = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  await insertTimeline(ctx.sql, all.map((h) => ({
    id: ctx.newId(), areaPath: h.areaPath, personId: h.personId ?? null, householdId: h.householdId ?? null, episodeId: h.episodeId ?? null, at: h.at ?? ctx.now,
    kind: h.kind, params: h.params ?? {}, channel: h.channel ?? null, accountId: staff?.accountId ?? null, actorName: staff?.name ?? null,
  })))
}
