import type { Ctx } from '../../../kernel/ctx.ts'
import { mattersDue } from '../../matters/service.ts'
import type { TodayKind, TodayPage } from '../contract.ts'
import { stateOf } from '../rules.ts'
import { item, say } from './item.ts'
import type { Collected, Viewer, Wanted } from './kinds.ts'

type MatterKindOfWork = TodayKind & `matter${string}`
type Asked = Parameters<typeof mattersDue>[1]
type Due = Awaited<ReturnType<typeof mattersDue>>['items'][number]
interface Of extends Pick<Asked, 'tab'> { by?: 'me' | 'others' | 'below'; figure?: NonNullable<Asked['figure']>; /** Which of its clocks runs: 办理时限 or 报到时限. */ clock?: Asked['clock'] }

/** Each kind of work is a tab of the list of matters, so that the two never say different things. */
const listed = ({ above }: Viewer): Record<MatterKindOfWork, Of> => ({
  matterMine: { tab: 'active', by: 'me', clock: 'due' },
  matterUnassigned: above ? { tab: 'whistled', figure: 'reportedIn', clock: 'due' } : { tab: 'unassigned', clock: 'due' },
  matterLate: { tab: 'overdue', by: above ? 'below' : 'others', clock: 'due' },
  matterCall: { tab: 'toCall' },
  matterReportIn: { tab: 'all', figure: 'toReportIn', clock: 'report' },
  matterRate: { tab: 'all', figure: above ? 'rateBySubdistrict' : 'rateByCommunity' },
  matterExclusion: { tab: 'all', figure: 'exclusionAsked' },
})

export function matterList(kind: MatterKindOfWork, viewer: Viewer): TodayPage {
  const { clock: _clock, ...search } = listed(viewer)[kind]
  return { page: '/matters', search }
}

/** Departments that are still to come, or that came and are to be rated. */
const departmentsOf = (kind: MatterKindOfWork, { departments }: Due): string => departments.filter(({ reportedAt }) => (reportedAt === null) === (kind === 'matterReportIn')).map(({ name }) => name).join('、')

function whatOf(kind: MatterKindOfWork, m: Due, above: boolean): string {
  if (kind === 'matterMine' && m.state === 'assigned') return 'matterAccept'
  if (kind !== 'matterReportIn') return kind
  return m.departments.length === 0 ? 'matterCallIn' : above ? 'matterReportInAsk' : kind
}

export const matters = (kind: MatterKindOfWork) => async (ctx: Ctx, { role, above, limit }: Wanted): Promise<Collected> => {
  const { clock, ...asked } = listed({ role, above })[kind]
  const found = await mattersDue(ctx, { ...asked, clock: clock ?? 'due', limit })
  const items = found.items.map((m) => {
    const dueAt = clock === undefined ? null : clock === 'due' ? m.dueAt : m.reportBy
    return item({
      id: `${kind}:${m.matterId}`, kind, dueAt, state: stateOf(dueAt, ctx.now), name: m.name ?? m.areaName, address: `${m.areaName}${m.place ?? ''}`, personId: m.personId,
      what: say(whatOf(kind, m, above), { matterKind: m.kind, holder: m.holderName ?? '', names: departmentsOf(kind, m) }), why: say('matter', { words: m.words }),
    })
  })
  return { items, total: found.total, overdue: clock === undefined ? 0 : found.late }
}
