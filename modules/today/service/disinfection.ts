import type { Ctx } from '../../../kernel/ctx.ts'
import { clockOf } from '../../../kernel/dates.ts'
import { may } from '../../accounts/rules.ts'
import { placesLate, pointsDue, terminalsAsked } from '../../disinfection/service.ts'
import { stateOf } from '../rules.ts'
import { item, say } from './item.ts'
import type { Collected, Wanted } from './kinds.ts'

/** 终末消毒: stands until professionals have done it and it is good. */
export async function terminals(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const rows = await terminalsAsked(ctx, limit)
  const items = rows.map((row) => item({
    id: `terminalDisinfection:${row.terminalId}`, kind: 'terminalDisinfection', dueAt: row.dueAt, state: stateOf(row.dueAt, ctx.now), name: row.place, address: row.placeName, opens: { page: '/disinfection/terminal', search: { tab: 'asked', open: row.terminalId } },
    what: say(row.evaluation === 'unqualified' ? 'terminalAgain' : 'terminalDisinfection'), why: say('terminalDisinfection', { reason: row.why, at: row.askedAt }),
  }))
  return { items, total: rows[0]?.total ?? 0, overdue: rows[0]?.overdue ?? 0 }
}

/** 该做没做: a line for each compound with whom to ring, for the community; each point for whoever goes there. */
export const disinfections = (ctx: Ctx, wanted: Wanted): Promise<Collected> => (may(wanted.role, 'dashboard.view') ? byPlace(ctx, wanted) : byPoint(ctx, wanted))

async function byPlace(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const places = await placesLate(ctx)
  const items = places.slice(0, limit).map((one) => item({
    id: `disinfection:${one.areaId}`, kind: 'disinfection', dueAt: null, state: 'overdue', name: one.name, address: [one.keeper, one.phone].filter(Boolean).join(' '), opens: { page: '/disinfection', search: { tab: 'late', area: one.areaId } },
    what: say('disinfectionAsk'), why: say(one.phone ? 'disinfectionAsk' : 'disinfectionNoPhone', { late: one.late, points: one.points }),
  }))
  return { items, total: places.length, overdue: places.length }
}

async function byPoint(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const { items: points, total } = await pointsDue(ctx, limit)
  const items = points.map((one) => item({
    id: `disinfection:${one.pointId}`, kind: 'disinfection', dueAt: one.dueAt, state: 'overdue', name: `${one.building}${one.name}`, address: one.placeName, opens: { page: '/disinfection', search: { tab: 'late', open: one.pointId } },
    what: say('disinfection'), why: say('disinfection', { clock: one.dueAt ? clockOf(one.dueAt) : '', done: one.doneToday, times: one.timesADay }),
  }))
  return { items, total, overdue: total }
}
