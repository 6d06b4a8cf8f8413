import type { OutputOf } from '../../kernel/endpoint.ts'
import type { todayApi, TodayItem, TodayKind } from '../../modules/today/contract.ts'

export type Today = OutputOf<typeof todayApi.today>

export interface Group { id: TodayKind | 'overdue'; items: TodayItem[]; total: number }

/** Lines of a kind in the first view where there are several; the chip shows all of them. */
const FEW = 5
const SOME = 10

/** What is late stands first, of whatever kind; then kind by kind. */
export function groupsOf(today: Today, show: TodayKind | 'overdue' | 'all'): Group[] {
  const countOf = (kind: TodayKind) => today.counts.find((c) => c.kind === kind)
  const late = today.groups.flatMap((group) => group.items.filter(({ state }) => state === 'overdue'))
  const allLate = today.counts.reduce((sum, c) => sum + c.overdue, 0)
  if (show !== 'all' && show !== 'overdue') return today.groups.filter(({ kind }) => kind === show).map(({ kind, items }) => ({ id: kind, items, total: countOf(kind)?.total ?? items.length }))
  const first: Group[] = late.length > 0 ? [{ id: 'overdue', items: show === 'all' ? late.slice(0, SOME) : late, total: allLate }] : []
  if (show === 'overdue') return first
  const few = first.length === 0 && today.groups.length === 1 ? Number.MAX_SAFE_INTEGER : FEW
  return [...first, ...today.groups.flatMap(({ kind, items }): Group[] => {
    const rest = items.filter(({ state }) => state !== 'overdue')
    const total = (countOf(kind)?.total ?? rest.length) - (countOf(kind)?.overdue ?? 0)
    return rest.length > 0 ? [{ id: kind, items: rest.slice(0, few), total }] : []
  })]
}
