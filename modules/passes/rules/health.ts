import type { Day } from '../../../kernel/dates.ts'
import type { Measure } from '../../policies/contract.ts'
import type { HealthStatus } from '../contract.ts'

export interface HealthFacts {
  /** Who of the household is managed now. */
  managed: readonly { measure: Measure; endsOn: Day }[]
  /** 线索 the health centre has not closed, 来返 not yet verified. */
  openLeads: number
  toVerify: number
  /** The last release, where there was one. */
  releasedOn: Day | null
}

const KEPT_IN: readonly Measure[] = ['centralQuarantine', 'homeQuarantine']

/** 社区健康状态: follows from what is recorded about the household, the gravest first; says why, so that somebody can object. */
export function healthOf({ managed, openLeads, toVerify, releasedOn }: HealthFacts): HealthStatus {
  const kept = managed.filter(({ measure }) => KEPT_IN.includes(measure))
  const [first] = (kept.length > 0 ? kept : [...managed]).toSorted((a, b) => (a.endsOn < b.endsOn ? 1 : -1))
  if (first && kept.length > 0) return { state: 'quarantined', why: { key: 'quarantined', params: { n: kept.length, measure: first.measure, endsOn: first.endsOn } } }
  if (openLeads > 0) return { state: 'toVerify', why: { key: 'lead', params: { n: openLeads } } }
  if (first) return { state: 'observed', why: { key: 'observed', params: { n: managed.length, measure: first.measure, endsOn: first.endsOn } } }
  if (toVerify > 0) return { state: 'toVerify', why: { key: 'toVerify', params: { n: toVerify } } }
  return { state: 'clear', why: releasedOn ? { key: 'released', params: { on: releasedOn } } : { key: 'nothing', params: {} } }
}
