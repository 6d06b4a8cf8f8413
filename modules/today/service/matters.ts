import type { Ctx } from '../../../kernel/ctx.ts'
import { mattersDue } from '../../matters/service.ts'
import type { TodayKind, TodayPage } from '../contract.ts'
import { stateOf } from '../rules.ts'
import { item, say } from './item.ts'
import type { Collected, Viewer, Wanted } from './kinds.ts'

type MatterKindOfWork = TodayKind & `matter${string}`
type Tab = Parameters<typeof mattersDue>[1]['tab']
interface Of { tab: Tab; by?: 'me' | 'others' | 'below'; figure?: 'exclusionAsked'; /** Its clock runs. */ timed: boolean }

/** Each kind of work is a tab of the list of matters, so that the two never say different things. */
const listed = ({ above }: Viewer): Record<MatterKindOfWork, Of> => ({
  matterMine: { tab: 'active', by: 'me', timed: true },
  matterUnassigned: { tab: above ? 'whistled' : 'unassigned', timed: true },
  matterLate: { tab: 'overdue', by: above ? 'below' : 'others', timed: true },
  matterCall: { tab: 'toCall', timed: false },
  matterExclusion: { tab: 'all', figure: 'exclusionAsked', timed: false },
})

export function matterList(kind: MatterKindOfWork, viewer: Viewer): TodayPage {
  const { timed: _timed, ...search } = listed(viewer)[kind]
  return { page: '/matters', search }
}

export const matters = (kind: MatterKindOfWork) => async (ctx: Ctx, { role, above, limit }: Wanted): Promise<Collected> => {
  const { timed, ...asked } = listed({ role, above })[kind]
  const found = await mattersDue(ctx, { ...asked, limit })
  const items = found.items.map((m) => {
    const dueAt = timed ? m.dueAt : null
    return item({
      id: `${kind}:${m.matterId}`, kind, dueAt, state: stateOf(dueAt, ctx.now), name: m.name ?? m.areaName, address: `${m.areaName}${m.place ?? ''}`, personId: m.personId,
      what: say(kind === 'matterMine' && m.state === 'assigned' ? 'matterAccept' : kind, { matterKind: m.kind, holder: m.holderName ?? '' }), why: say('matter', { words: m.words }),
    })
  })
  return { items, total: found.total, overdue: timed ? found.late : 0 }
}
