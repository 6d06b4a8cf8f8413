import type { Day } from '../../../kernel/dates.ts'
import type { PolicyEdition, ReadinessPoint, ResumptionTerms, Trade } from '../../policies/contract.ts'
import type { ReadinessCheck, Standing } from '../contract.ts'
import { dayToLook } from './states.ts'

export type Order = Pick<PolicyEdition, 'id' | 'orderNo' | 'document'>

/** What was seen on the spot. */
export interface Seen {
  trade: Trade
  standing: Pick<Standing, 'state' | 'decision' | 'lookOn'>
  /** By the id of the point. */
  answers: Readonly<Record<string, boolean>>
  /** 哪天再看, as whoever checked wants it. */
  lookOn: Day | undefined
}

/** Which sentence says why; its words stand under `resumption.decision`. */
export type ReadinessWhy = { key: 'nothingAsked' } | { key: 'resumed' | 'kept'; n: number } | { key: 'missing' | 'mend' | 'suspended'; missing: readonly ReadinessPoint[] } | { key: 'tradeClosed'; trade: Trade }
export interface Decided extends Omit<ReadinessCheck, 'because'> { why: ReadinessWhy }

/** Points nobody has answered. */
export const unanswered = (terms: ResumptionTerms | undefined, answers: Readonly<Record<string, boolean>>): ReadinessPoint[] => (terms?.points ?? []).filter((point) => !(point.id in answers))

/**
 * 条件核查: whoever meets every point resumes at once, whoever has resumed goes on. What is missing has its day; whoever has resumed and has not mended
 * it by then stops. A trade the order closes does not open by meeting the points.
 */
export function decideReadiness({ trade, standing, answers, lookOn }: Seen, order: Order | undefined, today: Day): Decided {
  const terms = order?.document.resumption
  const works = standing.state === 'resumed'
  if (!order || !terms) return { outcome: works ? 'kept' : 'resumed', policyId: order?.id ?? null, orderNo: order?.orderNo ?? '', clause: '', missing: [], lookOn: null, quote: null, why: { key: 'nothingAsked' } }
  const by = { policyId: order.id, orderNo: order.orderNo, clause: terms.clause, quote: terms.quote ?? null, missing: [] as ReadinessPoint[] }
  const [recheckOn, mendOn] = [dayToLook(undefined, today, terms.recheckDays), dayToLook(lookOn, today, terms.mendDays)]
  const closed = terms.closedTrades.find((one) => one.trade === trade)
  if (closed) return { ...by, clause: closed.clause || terms.clause, quote: null, outcome: 'tradeClosed', lookOn: recheckOn, why: { key: 'tradeClosed', trade } }
  const missing = terms.points.filter((point) => answers[point.id] !== true)
  if (missing.length === 0) return { ...by, outcome: works ? 'kept' : 'resumed', lookOn: recheckOn, why: { key: works ? 'kept' : 'resumed', n: terms.points.length } }
  if (!works) return { ...by, missing, outcome: 'missing', lookOn: mendOn, why: { key: 'missing', missing } }
  const told = standing.decision?.outcome === 'mend' ? standing.lookOn : null
  if (told !== null && told <= today) return { ...by, missing, outcome: 'suspended', lookOn: mendOn, why: { key: 'suspended', missing } }
  return { ...by, missing, outcome: 'mend', lookOn: told ?? mendOn, why: { key: 'mend', missing } }
}
