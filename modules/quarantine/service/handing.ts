import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { recordTimelines } from '../../people/service.ts'
import { careOf, handOver, insertChanges, type CarePart, type Handed } from '../store.ts'
import { actorOf } from './actor.ts'

/** Ids of the episodes handed over, by the part in which they were answered for. */
export type CareHanded = Record<CarePart, string[]>
export interface HandOver {
  from: { id: string; name: string }
  to: { id: string; name: string }
  areaPath: string
  reason: string
  /** Taking a hand-over back: these only. */
  only?: CareHanded | undefined
}

/** How many managed persons, as doctor and as worker, and how many owed visits of theirs stand with somebody in an area. */
export const careInHand = (ctx: Ctx, accountId: string, areaPath: string) => careOf(ctx.sql, accountId, scopeOf(areaPath))

/** 移交: the managed persons somebody answers for in an area are another's from now on; it stands on each one's card. */
export async function handOverCare(ctx: Ctx, h: HandOver): Promise<CareHanded> {
  const handed = {} as CareHanded
  for (const part of ['doctor', 'worker'] as const) {
    const rows = await handOver(ctx.sql, part, h.from.id, h.to.id, scopeOf(h.areaPath), h.only?.[part] ?? null)
    await keepAll(ctx, rows, part, h)
    handed[part] = rows.map(({ id }) => id)
  }
  return handed
}

async function keepAll(ctx: Ctx, rows: readonly Handed[], part: CarePart, { from, to, reason }: HandOver): Promise<void> {
  const { by, name } = actorOf(ctx)
  await insertChanges(ctx.sql, rows.map((row) => ({
    id: ctx.newId(), episodeId: row.id, areaPath: row.areaPath, kind: 'handedOver', before: { [`${part}Id`]: from.id }, after: { [`${part}Id`]: to.id }, reason, at: ctx.now, accountId: by, name,
  })))
  await recordTimelines(ctx, rows.map((row) => ({
    kind: 'quarantine.handedOver', areaPath: row.areaPath, personId: row.personId, householdId: row.householdId, episodeId: row.id, params: { visitor: part, from: from.name, to: to.name, reason },
  })))
}
