import type { Ctx, LinkActor } from '../../../kernel/ctx.ts'
import type { OutputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { policyById } from '../../policies/service.ts'
import { communityOf, areaById } from '../../territory/service.ts'
import type { quarantineApi } from '../contract.ts'
import { getHead, getLine, listDue, listReadings, listTests } from '../store.ts'
import { toLine } from './cards.ts'

/** The resident behind a personal link; the link says whose episode it is, never the caller. */
export function residentOf(ctx: Ctx): LinkActor & { episodeId: string } {
  const { actor } = ctx
  if (actor.kind !== 'link' || actor.purpose !== 'personal' || actor.episodeId === null) throw refuse(frameErrors.linkInvalid)
  return { ...actor, episodeId: actor.episodeId }
}

/** What is asked of me now, until when and why; and whom I can call. */
export async function myEpisode(ctx: Ctx): Promise<OutputOf<typeof quarantineApi.myEpisode>> {
  const { episodeId, areaPath } = residentOf(ctx)
  const line = toLine(ctx, await getLine(ctx.sql, episodeId, ctx.today, ctx.now))
  const head = await getHead(ctx.sql, episodeId)
  const { document } = await policyById(ctx, head.policyId)
  const community = await communityOf(ctx, areaPath)
  const office = await areaById(ctx, community.id).catch(() => undefined)
  const today = (await listDue(ctx.sql, episodeId)).filter((d) => d.dueOn === ctx.today)
  const readings = await listReadings(ctx.sql, episodeId)
  return {
    name: line.person.name, areaName: community.name, state: line.state, measure: line.measure, dayNo: line.dayNo, days: line.days, endsOn: line.endsOn, because: head.because,
    windows: today.map((d) => ({ window: d.window, opensAt: d.opensAt, closesAt: d.closesAt, state: d.state, reminded: d.remindedAt !== null })),
    readings: readings.slice(-30).reverse().map(({ takenAt, temperature, abnormal, deviceError }) => ({ takenAt, temperature, abnormal, deviceError })),
    tests: (await listTests(ctx.sql, episodeId)).filter((t) => t.dueOn >= ctx.today || t.takenOn !== null).map(({ dueOn, takenOn }) => ({ dueOn, takenOn })),
    contacts: [
      ...(head.worker ? [{ duty: 'worker' as const, name: head.worker.name, phone: head.worker.officePhone }] : []),
      ...(head.doctor ? [{ duty: 'doctor' as const, name: head.doctor.name, phone: head.doctor.officePhone }] : []),
      { duty: 'community' as const, name: community.name, phone: (office as { officePhone?: string | null } | undefined)?.officePhone ?? null },
    ],
    feverFrom: document.temperature.fever, now: ctx.now,
  }
}
