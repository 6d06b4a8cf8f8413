import type { Ctx } from '../../../kernel/ctx.ts'
import { callsSoon, volunteersWaiting } from '../../volunteers/service.ts'
import { stateOf } from '../rules.ts'
import { item, say } from './item.ts'
import type { Collected, Wanted } from './kinds.ts'

/** 招募缺人: begins within a day, or has begun, without all its hands. */
export async function callsOpen(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const { items, total, late } = await callsSoon(ctx, limit)
  return {
    total, overdue: late,
    items: items.map((one) => item({
      id: `callOpen:${one.callId}`, kind: 'callOpen', dueAt: one.startsAt, state: stateOf(one.startsAt, ctx.now), name: one.place, address: one.place.startsWith(one.areaName) ? '' : one.areaName, opens: { page: '/volunteers/calls', search: { tab: 'soon', open: one.callId } },
      what: say('callOpen', { work: one.kind, n: one.wanted - one.taken }), why: say('callOpen', { at: one.startsAt }),
    })),
  }
}

/** 志愿者报名: whoever signed up by the code and waits for a call. */
export async function signUps(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const rows = await volunteersWaiting(ctx, limit)
  return {
    total: rows[0]?.total ?? 0, overdue: 0,
    items: rows.map((one) => item({
      id: `volunteerWaiting:${one.volunteerId}`, kind: 'volunteerWaiting', dueAt: null, state: 'later', name: one.name, address: one.areaName, opens: { page: '/volunteers', search: { tab: 'waiting', open: one.volunteerId } },
      what: say('volunteerWaiting', { volunteerKind: one.kind }), why: say('volunteerWaiting', { at: one.createdAt, unit: one.unit ? `,${one.unit}` : '' }),
    })),
  }
}
