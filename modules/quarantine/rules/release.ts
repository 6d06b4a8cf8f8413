import type { Day } from '../../../kernel/dates.ts'
import type { PolicyDocument, ReleaseCondition } from '../../policies/contract.ts'

export interface ReleaseFacts {
  today: Day
  /** Last day, inclusive: over from its 24:00. */
  endsOn: Day
  /** Missed checks that nobody explained. */
  unexplainedGaps: number
  testsRequired: number
  testsNegative: number
  openAnomalies: number
  /** Another office has an open lead about the person, of which this one sees nothing. */
  leadBeyond: boolean
  confirmed: boolean
}

export interface ConditionState { id: ReleaseCondition; required: boolean; met: boolean; missing: number; beyond: boolean }

const ORDER: readonly ReleaseCondition[] = ['periodOver', 'noGap', 'testsDone', 'noAnomaly', 'confirmed']

/** The five conditions of a release, each with what is missing; a condition the policy does not ask for counts as met. */
export function releaseState(facts: ReleaseFacts, requires: PolicyDocument['release']['requires']): ConditionState[] {
  const missing: Record<ReleaseCondition, number> = {
    periodOver: facts.today > facts.endsOn ? 0 : 1,
    noGap: facts.unexplainedGaps,
    testsDone: Math.max(0, facts.testsRequired - facts.testsNegative),
    noAnomaly: facts.openAnomalies + Number(facts.leadBeyond),
    confirmed: facts.confirmed ? 0 : 1,
  }
  return ORDER.map((id) => ({ id, required: requires.includes(id), met: !requires.includes(id) || missing[id] === 0, missing: missing[id], beyond: id === 'noAnomaly' && facts.leadBeyond }))
}

/** What still stands against a release, the confirmation itself left aside: that is given by the act. */
export const blocking = (states: readonly ConditionState[]): ReleaseCondition[] => states.filter((s) => !s.met && s.id !== 'confirmed').map((s) => s.id)
