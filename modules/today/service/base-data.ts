import type { Ctx } from '../../../kernel/ctx.ts'
import { baseDataToComplete } from '../../people/service.ts'
import { arrivalsToClear } from '../../screening/service.ts'
import { areaById } from '../../territory/service.ts'
import { item, say } from './item.ts'
import type { Collected, Wanted } from './kinds.ts'

/** 补底数: a line for each kind of thing that is missing, with how much of it, and one for arrivals of whom not all is clear; the list behind it is worked off door by door. */
export async function baseData(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const rows = await baseDataToComplete(ctx)
  const { name } = ctx.actor.kind === 'staff' ? await areaById(ctx, ctx.actor.areaId) : { name: '' }
  const unclear = await arrivalsToClear(ctx)
  const about = { kind: 'baseData', dueAt: null, state: 'later', name, address: '' } as const
  const items = [
    ...(unclear > 0 ? [item({ ...about, id: 'baseData:ten', opens: { page: '/base-data', search: { tab: 'ten' } }, what: say('tenPoints'), why: say('tenPoints', { n: unclear }) })] : []),
    ...rows.map(({ gap, n }) => item({ ...about, id: `baseData:${gap}`, opens: { page: '/base-data', search: { gap } }, what: say('baseData', { baseDataGap: gap }), why: say('baseData', { n }) })),
  ]
  return { items: items.slice(0, limit), total: items.length, overdue: 0 }
}
