import type { Instant } from '../../../kernel/dates.ts'

export interface Candidate { id: string; scopePath: string; inForceFrom: Instant; inForceTo: Instant | null; state: string }
export type Lost = 'widerScope' | 'older' | 'notYet' | 'ended'

/** Nearest scope wins, then the newest in force; the losers keep the reason they lost by. */
export function chooseInForce<T extends Candidate>(candidates: readonly T[], areaPath: string, at: Instant): { chosen: T | undefined; others: { policy: T; lostBecause: Lost }[] } {
  const here = candidates.filter((p) => p.state !== 'draft' && areaPath.startsWith(p.scopePath))
  const holds = (p: T) => p.inForceFrom <= at && (p.inForceTo === null || at < p.inForceTo)
  const [chosen, ...beaten] = here.filter(holds)
    .sort((a, b) => b.scopePath.length - a.scopePath.length || (a.inForceFrom < b.inForceFrom ? 1 : -1))
  const lost = (p: T): Lost => {
    if (at < p.inForceFrom) return 'notYet'
    if (!holds(p)) return 'ended'
    return chosen !== undefined && p.scopePath.length < chosen.scopePath.length ? 'widerScope' : 'older'
  }
  return { chosen, others: [...beaten, ...here.filter((p) => !holds(p))].map((policy) => ({ policy, lostBecause: lost(policy) })) }
}
