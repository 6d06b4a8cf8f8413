import type { Day, Instant } from '../../../kernel/dates.ts'

/** Everything a document says about somebody under management. */
export interface EpisodeFacts {
  id: string; areaPath: string; communityId: string; state: string; personId: string; name: string; sex: string; birthOn: Day | null; documentKind: string; documentMasked: string | null
  phoneMasked: string | null; address: string; workplace: string | null; measure: string; because: string; orderNo: string; clause: string; anchor: string; anchorOn: Day; startsOn: Day; endsOn: Day
  place: string; roomName: string | null; originName: string | null; originClass: string; policyId: string; doctorName: string | null; doctorPhone: string | null; workerName: string | null; workerPhone: string | null
  closedAt: Instant | null; closerName: string | null; closeOrderNo: string | null; testsRequired: number; testsNegative: number; startNumber: string | null
}

export interface ReadingFacts { episodeId: string; takenAt: Instant; dueOn: Day | null; window: string | null; temperature: number | null; symptoms: string[]; channel: string; takerName: string | null; deviceError: boolean }

export interface GapFacts { episodeId: string; dueOn: Day; window: string; state: string; explanation: string | null }

export interface TestFacts { episodeId: string; dueOn: Day; takenOn: Day | null; result: string | null }

/** The office that answers for a community, with the one above it. */
export interface OfficeFacts { id: string; name: string; fullName: string; phone: string | null; above: string; areaPath: string }
