import type { TodayItem, TodayKind } from '../../../modules/today/contract.ts'
import type { Today } from '../groups.ts'

/** Kinds that are settled by speaking to somebody. */
const SPOKEN: readonly TodayKind[] = ['visit', 'check', 'test', 'gap']

/** Somebody to call or visit, with all that is due about them. */
export interface ToCall { id: string; first: TodayItem; items: TodayItem[] }

/** Everybody once, in the order of Today: the overdue first, then the way somebody walks. */
export function peopleOf(today: Today): ToCall[] {
  const items = today.groups.filter(({ kind }) => SPOKEN.includes(kind)).flatMap((group) => group.items)
  const late = items.filter(({ state }) => state === 'overdue')
  const people = new Map<string, ToCall>()
  for (const item of [...late, ...items]) {
    if (item.episodeId === null) continue
    const known = people.get(item.episodeId)
    if (!known) people.set(item.episodeId, { id: item.episodeId, first: item, items: [item] })
    else if (!known.items.includes(item)) known.items.push(item)
  }
  return [...people.values()]
}
