import type { Ctx } from '../../../kernel/ctx.ts'
import { ageOn, instantAt } from '../../../kernel/dates.ts'
import { certificatesDue, departuresDue, exitsNotBack, exitsToDecide, type ExitWork } from '../../exits/service.ts'
import type { TodayItem, TodayKind } from '../contract.ts'
import { stateOf } from '../rules.ts'
import { item, say } from './item.ts'
import type { Collected, Wanted } from './kinds.ts'

/** Until the morning of the day somebody wants to leave. */
const END_OF_DAY = '24:00'
const asItem = (ctx: Ctx, kind: TodayKind, tab: string, row: ExitWork): TodayItem => {
  const dueAt = row.callBy ?? instantAt(row.leavesOn, END_OF_DAY)
  return item({
    id: `${kind}:${row.exitId}`, kind, dueAt, state: stateOf(dueAt, ctx.now), name: row.name, sex: row.sex, age: ageOn(row.birthOn, ctx.today) ?? null, address: row.address, personId: row.personId,
    what: say(kind, { exitKind: row.kind, destination: row.destinationName }), why: say(row.notBackReason === null ? kind : 'notBackNoted', { day: row.leavesOn, at: row.dueBackAt ?? row.appliedAt, reason: row.notBackReason ?? '' }), opens: { page: '/exits', search: { tab, open: row.exitId } },
  })
}
const collected = (ctx: Ctx, kind: TodayKind, tab: string, rows: readonly ExitWork[]): Collected => ({ items: rows.map((row) => asItem(ctx, kind, tab, row)), total: rows[0]?.total ?? 0, overdue: rows[0]?.late ?? 0 })

/** 健康证明: asked for, to be made by the health centre. */
export const certificates = async (ctx: Ctx, { limit }: Wanted): Promise<Collected> => collected(ctx, 'certificate', 'certificateDue', await certificatesDue(ctx, limit))
/** 外出待决定: what no order decides by itself. */
export const exitsWaiting = async (ctx: Ctx, { limit }: Wanted): Promise<Collected> => collected(ctx, 'exit', 'toDecide', await exitsToDecide(ctx, limit))
/** 未返回: out for the day and past the hour, or noted as not back: until they are. */
export const notBack = async (ctx: Ctx, { limit }: Wanted): Promise<Collected> => collected(ctx, 'notBack', 'late', await exitsNotBack(ctx, limit))

/** 今日发车: buses of today, not handed over yet. */
export async function departures(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const buses = await departuresDue(ctx)
  const items = buses.slice(0, limit).map((bus) => item({
    id: `departure:${bus.transportId}`, kind: 'departure', dueAt: bus.departsAt, state: stateOf(bus.departsAt, ctx.now), name: bus.plate, address: bus.place, what: say('departure', { destination: bus.destinationName }),
    why: say('departure', { taken: bus.taken, boarded: bus.boarded }), opens: { page: '/transport', search: { open: bus.transportId } },
  }))
  return { items, total: buses.length, overdue: buses.filter((bus) => bus.departsAt < ctx.now).length }
}
