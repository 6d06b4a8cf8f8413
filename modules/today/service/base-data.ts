import type { Ctx } from '../../../kernel/ctx.ts'
import { baseDataToComplete } from '../../people/service.ts'
import { areaById } from '../../territory/service.ts'
import { item, say } from './item.ts'
import type { Collected, Wanted } from './kinds.ts'

/** 补底数: a line for each kind of thing that is missing, with how much of it; the list behind it is worked off door by door. */
export async function baseData(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const rows = await baseDataToComplete(ctx)
  const { name } = ctx.actor.kind === 'staff' ? await areaById(ctx, ctx.actor.areaId) : { name: '' }
  const items = rows.slice(0, limit).map(({ gap, n }) => item({
    id: `baseData:${gap}`, kind: 'baseData', dueAt: null, state: 'later', name, address: '',
    opens: { page: '/base-data', search: { gap } }, what: say('baseData', { baseDataGap: gap }), why: say('baseData', { n }),
  }))
  return { items, total: rows.length, overdue: 0 }
}
