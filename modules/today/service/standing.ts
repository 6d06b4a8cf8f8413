import type { Ctx } from '../../../kernel/ctx.ts'
import { dutyGapsOpen } from '../../duty/service.ts'
import { zoneItemsOpen } from '../../zones/service.ts'
import { stateOf, visitorOf } from '../rules.ts'
import { item, say } from './item.ts'
import type { Collected, Wanted } from './kinds.ts'

/** 措施: what a state or grade asks for: whoever is named sees the own ones, the community all, an office above what is late. */
export async function zoneItems(ctx: Ctx, { role, above, limit }: Wanted): Promise<Collected> {
  // A health centre serves several communities and still has its own measures only.
  const own = role !== 'communityWorker' && visitorOf(role) !== undefined
  const found = await zoneItemsOpen(ctx, { own, lateOnly: above && !own, limit })
  const items = found.items.map((one) => item({
    id: `zoneItem:${one.itemId}`, kind: 'zoneItem', dueAt: one.dueAt, state: stateOf(one.dueAt, ctx.now), name: one.areaName, address: '',
    opens: { page: '/zones', search: { open: one.areaId } }, what: say(above && !own ? 'zoneAsk' : 'zoneItem', { title: one.title.zh, titleEn: one.title.en }),
    why: say(one.ownerName === null ? 'zoneNobody' : 'zoneItem', { name: one.ownerName ?? '' }),
  }))
  return { items, total: found.total, overdue: found.late }
}

/** 挂联: areas nobody answers for, then workers who carry more than the standard. */
export async function dutyGaps(ctx: Ctx, { above, limit }: Wanted): Promise<Collected> {
  const found = await dutyGapsOpen(ctx, { above, limit })
  const gaps = found.gaps.map((area) => item({
    id: `dutyGap:${area.areaId}`, kind: 'dutyGap', dueAt: null, state: 'soon', name: area.name, address: '', opens: { page: '/duty', search: { open: area.areaId } },
    what: say('dutyGap', { duty: area.gapRole ?? '' }), why: say(area.gap === 'gone' ? 'dutyGone' : 'dutyGap'),
  }))
  const loads = found.loads.map((load) => item({
    id: `dutyGap:${load.accountId ?? load.name}`, kind: 'dutyGap', dueAt: null, state: 'later', name: load.name, address: load.areas.map(({ name }) => name).join('、'),
    opens: { page: '/duty', search: { tab: 'loads' } }, what: say('dutyLoad'), why: say('dutyLoad', { households: load.households }),
  }))
  return { items: [...gaps, ...loads], total: found.gapsTotal + found.loadsTotal, overdue: 0 }
}
