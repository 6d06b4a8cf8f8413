import type { Ctx } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import { recordTimeline } from '../../people/service.ts'
import { areasAbove } from '../../territory/service.ts'
import type { LeadKind } from '../contract.ts'
import { insertEvent } from '../store/events.ts'

export interface About { leadId: string; personId: string | null; episodeId: string | null; areaPath: string; kind: LeadKind }
interface More { params?: Record<string, unknown>; at?: Instant | undefined; channel?: string | null | undefined; officePath?: string | undefined }

/** Writes one entry into the lead's own timeline: who, for which office, when. */
export async function keep(ctx: Ctx, about: About, kind: string, more: More = {}): Promise<void> {
  const staff = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  const office = staff ? (await areasAbove(ctx, staff.areaPath)).at(-1) : undefined
  await insertEvent(ctx.sql, {
    id: ctx.newId(), leadId: about.leadId, areaPath: about.areaPath, at: more.at ?? ctx.now, recordedAt: ctx.now, kind, params: { leadKind: about.kind, ...more.params },
    channel: more.channel ?? null, accountId: staff?.accountId ?? null, actorName: staff?.name ?? null, actorRole: staff?.role ?? null,
    officePath: staff?.areaPath ?? null, officeName: office?.name ?? null,
  })
}

/** The same on the cards of the person and the episode, where there are any. */
export async function tell(ctx: Ctx, about: About, kind: string, more: More = {}): Promise<void> {
  await keep(ctx, about, kind, more)
  if (about.personId === null) return
  await recordTimeline(ctx, {
    kind: `leads.${kind}`, personId: about.personId, areaPath: about.areaPath, params: { leadKind: about.kind, ...more.params }, at: more.at, channel: more.channel,
    ...(about.episodeId !== null ? { episodeId: about.episodeId } : {}),
  })
}
