import type { Ctx } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { areaById } from '../territory/service.ts'
import type { todayApi } from './contract.ts'
import { byUrgency } from './rules.ts'
import { communities } from './service/communities.ts'
import { kinds, kindsFor } from './service/kinds.ts'

/** Levels at which nobody calls at doors. */
const ABOVE = ['city', 'district', 'subdistrict']

export const todayService: Service<typeof todayApi, Ctx> = {
  communitiesToday: async (ctx) => ({ items: await communities(ctx) }),
  async today(ctx, { kind, limit }) {
    if (ctx.actor.kind !== 'staff') return { counts: [], groups: [], above: false }
    const { role, areaId } = ctx.actor
    const above = ABOVE.includes((await areaById(ctx, areaId)).level)
    const viewer = { role, above }
    const counts = []
    const groups = []
    for (const one of kindsFor(viewer)) {
      const wanted = kind === undefined || kind === one
      const { items, total, overdue, done = 0 } = await kinds[one].collect(ctx, { ...viewer, limit: wanted ? limit : 1 })
      counts.push({ kind: one, total, overdue, done, list: kinds[one].list?.(viewer) ?? null })
      if (wanted && items.length > 0) groups.push({ kind: one, items: items.toSorted(byUrgency).slice(0, limit) })
    }
    return { counts, groups, above }
  },
}
