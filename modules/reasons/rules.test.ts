import { expect, test } from 'vitest'
import type { Stage } from '../policies/contract.ts'
import { effectOf, needsCall, standingOn } from './rules.ts'

const stage = (measure: Stage['measure'], startsOn: string, endsOn: string): Stage => ({ measure, days: 1, startsOn, endsOn, testsOn: [], visits: [] })
const central = stage('centralQuarantine', '2020-02-20', '2020-02-27')
const monitoring = stage('homeMonitoring', '2020-02-28', '2020-03-01')
const manage = (...stages: Stage[]) => ({ outcome: 'manage' as const, stages })
const before = { measure: 'homeQuarantine' as const, endsOn: '2020-03-05' }

test('the measure of a day is that of the stage it is in, and the end is that of the last one', () => {
  expect(standingOn([central, monitoring], '2020-02-26')).toEqual({ measure: 'centralQuarantine', endsOn: '2020-03-01' })
  expect(standingOn([central, monitoring], '2020-02-28')).toEqual({ measure: 'homeMonitoring', endsOn: '2020-03-01' })
  expect(standingOn([], '2020-02-28')).toBeNull()
})

test.for([
  ['over', 'an order that does not manage any more', { outcome: 'none' as const, stages: [] }],
  ['over', 'a period that would be over already', manage(stage('homeQuarantine', '2020-02-10', '2020-02-24'))],
  ['stricter', 'central quarantine', manage(central)],
  ['milder', 'monitoring at home, also where it lasts longer', manage(stage('homeMonitoring', '2020-02-20', '2020-03-20'))],
  ['longer', 'the same measure to a later day', manage(stage('homeQuarantine', '2020-02-20', '2020-03-06'))],
  ['shorter', 'the same measure to an earlier day', manage(stage('homeQuarantine', '2020-02-20', '2020-03-04'))],
  ['same', 'the same measure to the same day', manage(stage('homeQuarantine', '2020-02-20', '2020-03-05'))],
] as const)('%s: %s', ([effect, , decision]) => {
  expect(effectOf(before, decision, '2020-02-26').effect).toBe(effect)
})

test('whoever only waits for the release is not called because of an order that changes nothing for them', () => {
  const over = { measure: 'homeQuarantine' as const, endsOn: '2020-02-24' }
  expect(effectOf(over, manage(stage('homeQuarantine', '2020-02-10', '2020-02-23')), '2020-02-26').effect).toBe('same')
  expect([needsCall('same'), needsCall('byHand'), needsCall('over'), needsCall('shorter')]).toEqual([false, false, true, true])
})
