import { addMinutes, type Instant } from '../../../kernel/dates.ts'
import type { MatterFigure, MatterKind, MatterState } from '../contract.ts'
import { matterClock, matterTerms } from '../data.ts'

/** By when it is to be done, and by when whoever asked is to have been contacted. */
export function termOf(kind: MatterKind, urgent: boolean, from: Instant): { dueAt: Instant; respondBy: Instant } {
  const hours = urgent ? Math.min(matterClock.urgentHours, matterTerms[kind].hours) : matterTerms[kind].hours
  return { dueAt: addMinutes(from, hours * 60), respondBy: addMinutes(from, (urgent ? matterClock.urgentRespondHours : Math.min(matterClock.respondHours, hours)) * 60) }
}

/** The clock of the work runs until it is done. */
export const overdueOf = (m: { state: MatterState; dueAt: Instant }, now: Instant): boolean => ['registered', 'assigned', 'inHand', 'whistled'].includes(m.state) && m.dueAt < now

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
/** 响应率 = 规定时限内联系诉求人 / 派单 · 解决率 = 回访已解决 / 回访 · 满意率 = 回访满意 / 回访; whoever was not reached counts in none. */
export const figuresToRates = (n: Record<MatterFigure, number>) => ({ response: share(n.responded, n.dispatched), resolution: share(n.resolved, n.called), satisfaction: share(n.satisfied, n.called), reportIn: share(n.reportedInTime, n.whistles) })
