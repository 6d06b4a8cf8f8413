import type { Ctx } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { areaById } from '../territory/service.ts'
import type { todayApi, TodayItem, TodayKind } from './contract.ts'
import { byUrgency } from './rules.ts'
import { asWorker, kindsOfWorkers, placesOf, workers } from './service/by-person.ts'
import { communities } from './service/communities.ts'
import { kinds, kindsFor, type Collected } from './service/kinds.ts'

/** Levels at which nobody calls at doors. */
const ABOVE = ['city', 'district', 'subdistrict']

interface Group { kind: TodayKind; items: TodayItem[] }
const groupOf = (kind: TodayKind, { items }: Collected, limit: number): Group[] => (items.length > 0 ? [{ kind, items: items.toSorted(byUrgency).slice(0, limit) }] : [])

/** What is in the hands of one person, kind by kind. */
async function ofPerson(ctx: Ctx, who: string, kind: TodayKind | undefined, limit: number) {
  const placesIn = await placesOf(ctx, who)
  const counts = []
  const groups: Group[] = []
  for (const one of kindsOfWorkers) {
    const wanted = kind === undefined || kind === one
    const found = await kinds[one].collect(ctx, { ...asWorker, limit: wanted ? limit : 1, of: placesIn(one) })
    counts.push({ kind: one, total: found.total, overdue: found.overdue, done: 0, list: null })
    if (wanted) groups.push(...groupOf(one, found, limit))
  }
  return { counts, groups }
}

export const todayService: Service<typeof todayApi, Ctx> = {
  communitiesToday: async (ctx) => ({ items: await communities(ctx) }),
  workersToday: async (ctx) => ({ items: await workers(ctx) }),
  async today(ctx, { kind, who, limit }) {
    if (ctx.actor.kind !== 'staff') return { counts: [], groups: [], above: false }
    const { role, areaId } = ctx.actor
    const above = ABOVE.includes((await areaById(ctx, areaId)).level)
    if (who !== undefined) return { ...(await ofPerson(ctx, who, kind, limit)), above }
    const viewer = { role, above }
    const counts = []
    const groups: Group[] = []
    for (const one of kindsFor(viewer)) {
      const wanted = kind === undefined || kind === one
      const found = await kinds[one].collect(ctx, { ...viewer, limit: wanted ? limit : 1 })
      counts.push({ kind: one, total: found.total, overdue: found.overdue, done: found.done ?? 0, list: kinds[one].list?.(viewer) ?? null })
      if (wanted) groups.push(...groupOf(one, found, limit))
    }
    return { counts, groups, above }
  },
}
