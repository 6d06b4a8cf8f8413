import { measures, type Decision, type Measure, type Stage } from '../policies/contract.ts'
import type { Day } from '../../kernel/dates.ts'
import type { Effect, Standing } from './contract.ts'

/** The stages of a decision as they stand on a day: the measure then, and the last day of all. */
export function standingOn(stages: readonly Stage[], on: Day): Standing | null {
  const [current, last] = [stages.findLast((s) => s.startsOn <= on) ?? stages[0], stages.at(-1)]
  return current && last ? { measure: current.measure, endsOn: last.endsOn } : null
}

const strictness = (measure: Measure): number => measures.length - measures.indexOf(measure)

/** What a new decision means for somebody, seen from the day it would hold. */
export function effectOf(before: Standing, decision: { outcome: Decision['outcome']; stages: readonly Stage[] }, on: Day): { effect: Effect; after: Standing | null } {
  const after = decision.outcome === 'manage' ? standingOn(decision.stages, on) : null
  if (after === null) return { effect: 'over', after }
  if (after.endsOn < on) return { effect: before.endsOn < on ? 'same' : 'over', after }
  if (strictness(after.measure) !== strictness(before.measure)) return { effect: strictness(after.measure) > strictness(before.measure) ? 'stricter' : 'milder', after }
  if (after.endsOn !== before.endsOn) return { effect: after.endsOn > before.endsOn ? 'longer' : 'shorter', after }
  return { effect: 'same', after }
}

/** Nobody is to learn from somebody else that the own measure changed. */
export const needsCall = (effect: Effect): boolean => effect !== 'same' && effect !== 'byHand' && effect !== 'unclear'
