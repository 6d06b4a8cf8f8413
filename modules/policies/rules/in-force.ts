import type { Instant } from '../../../kernel/dates.ts'

export interface Candidate { id: string; scopePath: string; inForceFrom: Instant; inForceTo: Instant | null; state: string }
export type Lost = 'widerScope' | 'older' | 'notYet' | 'ended'

/** What may hold at a place: nearest scope first, then the newest. The first of them that holds is the one that does. */
export const nearestFirst = <T extends Candidate>(candidates: readonly T[], areaPath: string): T[] =>
  candidates.filter((p) => p.state !== 'draft' && areaPath.startsWith(p.scopePath)).sort((a, b) => b.scopePath.length - a.scopePath.length || (a.inForceFrom < b.inForceFrom ? 1 : -1))
export const holdsAt = (p: Candidate, at: Instant): boolean => p.inForceFrom <= at && (p.inForceTo === null || at < p.inForceTo)

/** Nearest scope wins, then the newest in force; the losers keep the reason they lost by. */
export function chooseInForce<T extends Candidate>(candidates: readonly T[], areaPath: string, at: Instant): { chosen: T | undefined; others: { policy: T; lostBecause: Lost }[] } {
  const here = nearestFirst(candidates, areaPath)
  const holds = (p: T) => holdsAt(p, at)
  const [chosen, ...beaten] = here.filter(holds)
  const lost = (p: T): Lost => {
    if (at < p.inForceFrom) return 'notYet'
    if (!holds(p)) return 'ended'
    return chosen !== undefined && p.scopePath.length < chosen.scopePath.length ? 'widerScope' : 'older'
  }
  return { chosen, others: [...beaten, ...here.filter((p) => !holds(p))].map((policy) => ({ policy, lostBecause: lost(policy) })) }
}
