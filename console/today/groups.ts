import type { OutputOf } from '../../kernel/endpoint.ts'
import type { todayApi, TodayItem, TodayKind } from '../../modules/today/contract.ts'
import { familyOf, type TodayFamily } from '../../modules/today/rules.ts'

export type Today = OutputOf<typeof todayApi.today>

export interface Group { id: TodayKind | 'overdue'; items: TodayItem[]; total: number }

/** What the chips pick: everything, what is late, a family of kinds, or one kind. */
export type Shown = TodayKind | TodayFamily | 'overdue' | 'all'

/** Lines of a kind in the first view where there are several; the chip shows all of them. */
const FEW = 5
const SOME = 10

/** What is late stands first, of whatever kind; then kind by kind. */
export function groupsOf({ counts, groups }: Today, show: Shown): Group[] {
  const today = isFamily(show) ? { counts: counts.filter(({ kind }) => familyOf[kind] === show), groups: groups.filter(({ kind }) => familyOf[kind] === show) } : { counts, groups }
  const countOf = (kind: TodayKind) => today.counts.find((c) => c.kind === kind)
  const late = today.groups.flatMap((group) => group.items.filter(({ state }) => state === 'overdue'))
  const allLate = today.counts.reduce((sum, c) => sum + c.overdue, 0)
  if (show !== 'all' && show !== 'overdue' && !isFamily(show)) return today.groups.filter(({ kind }) => kind === show).map(({ kind, items }) => ({ id: kind, items, total: countOf(kind)?.total ?? items.length }))
  const first: Group[] = late.length > 0 ? [{ id: 'overdue', items: show === 'all' ? late.slice(0, SOME) : late, total: allLate }] : []
  if (show === 'overdue') return first
  const few = first.length === 0 && today.groups.length === 1 ? Number.MAX_SAFE_INTEGER : FEW
  return [...first, ...today.groups.flatMap(({ kind, items }): Group[] => {
    const rest = items.filter(({ state }) => state !== 'overdue')
    const total = (countOf(kind)?.total ?? rest.length) - (countOf(kind)?.overdue ?? 0)
    return rest.length > 0 ? [{ id: kind, items: rest.slice(0, few), total }] : []
  })]
}

const families = [...new Set(Object.values(familyOf))]
export const isFamily = (text: string | undefined): text is TodayFamily => (families as readonly (string | undefined)[]).includes(text)

export interface Counted { total: number; overdue: number }
/** So many kinds stand beside each other and are still taken in at a glance; more of them are put together by family. */
const AT_A_GLANCE = 8

/** The chips: kinds where they are few, else families, and below them the kinds of the one that is picked. */
export function chipsOf({ counts }: Today, show: Shown): { first: (Counted & { id: TodayKind | TodayFamily })[]; second: (Counted & { id: TodayKind })[] } {
  const kinds = counts.filter((c) => c.total > 0 || c.kind === show).map(({ kind, total, overdue }) => ({ id: kind, total, overdue }))
  if (kinds.length <= AT_A_GLANCE) return { first: kinds, second: [] }
  const sum = (family: TodayFamily) => kinds.filter(({ id }) => familyOf[id] === family).reduce((all, c) => ({ total: all.total + c.total, overdue: all.overdue + c.overdue }), { total: 0, overdue: 0 })
  const picked = isFamily(show) ? show : show === 'all' || show === 'overdue' ? undefined : familyOf[show]
  const second = kinds.filter(({ id }) => familyOf[id] === picked)
  return { first: families.map((id) => ({ id, ...sum(id) })).filter(({ id, total }) => total > 0 || id === picked), second: second.length > 1 ? second : [] }
}
