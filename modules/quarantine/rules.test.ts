import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, instantAt } from '../../kernel/dates.ts'
import { shippedPolicies } from '../policies/data.ts'
import { blocking, dayCount, judge, releaseState, stageOn, windowOf, type ReleaseFacts } from './rules.ts'

const { document } = shippedPolicies.reportOne
const ready: ReleaseFacts = { today: '2020-03-07', endsOn: '2020-03-06', unexplainedGaps: 0, testsRequired: 0, testsNegative: 0, openAnomalies: 0, leadBeyond: false, confirmed: true }
const blockedBy = (over: Partial<ReleaseFacts>) => blocking(releaseState({ ...ready, ...over }, document.release.requires))

describe('release', () => {
  test('is possible only when all five conditions hold', () => {
    expect(releaseState(ready, document.release.requires).every((c) => c.met)).toBe(true)
  })
  test.for([
    ['the last day is not over at its own evening', { today: '2020-03-06' }, ['periodOver']],
    ['a missed check is unexplained', { unexplainedGaps: 1 }, ['noGap']],
    ['a required test is missing', { testsRequired: 2, testsNegative: 1 }, ['testsDone']],
    ['a lead is open', { openAnomalies: 1 }, ['noAnomaly']],
    ['another office has a lead open', { leadBeyond: true }, ['noAnomaly']],
    ['everything is missing', { today: '2020-03-01', unexplainedGaps: 2, openAnomalies: 1 }, ['periodOver', 'noGap', 'noAnomaly']],
  ] as const)('is blocked when %s', ([, over, missing]) => {
    expect(blockedBy(over)).toEqual(missing)
  })
  test('without confirmation is not complete, but nothing else blocks it', () => {
    const states = releaseState({ ...ready, confirmed: false }, document.release.requires)
    expect([blocking(states), states.find((s) => s.id === 'confirmed')?.met]).toEqual([[], false])
  })
})

test('the fifth day of fourteen is five days after the anchor', () => {
  expect(dayCount('2020-02-21', '2020-03-06', '2020-02-26')).toEqual({ dayNo: 5, days: 14 })
  expect(dayCount('2020-02-21', '2020-03-06', '2020-04-01')).toEqual({ dayNo: 14, days: 14 })
})

test('a day is in the last stage that has begun', () => {
  const stage = (startsOn: string, endsOn: string) => ({ measure: 'homeMonitoring' as const, days: 3, startsOn, endsOn, testsOn: [], visits: [] })
  const stages = [stage('2022-07-01', '2022-07-08'), stage('2022-07-09', '2022-07-11')]
  expect(['2022-06-30', '2022-07-08', '2022-07-09', '2022-08-01'].map((day) => stageOn(stages, day)?.startsOn)).toEqual(['2022-07-01', '2022-07-01', '2022-07-09', '2022-07-09'])
})

test.for([['06:00', 'morning'], ['11:59', 'morning'], ['12:00', undefined], ['14:00', 'afternoon'], ['19:59', 'afternoon'], ['20:00', undefined], ['03:00', undefined]] as const)('a reading at %s belongs to %s', ([at, window]) => {
  expect(windowOf(document.checkWindows, instantAt('2020-02-26', at))?.window).toBe(window)
})

test('a device error or a blank never closes a due check and is never abnormal by itself', () => {
  fc.assert(fc.property(fc.oneof(fc.constant(undefined), fc.double({ min: 0, max: 34.9, noNaN: true }), fc.double({ min: 42.1, max: 99, noNaN: true })), (temperature) => {
    expect(judge(document, { temperature, symptoms: [] })).toMatchObject({ abnormal: false, closesDue: false })
  }))
})

test('37.3 or any symptom is abnormal', () => {
  expect(judge(document, { temperature: 37.3, symptoms: [] }).abnormal).toBe(true)
  expect(judge(document, { temperature: 37.2, symptoms: [] })).toEqual({ deviceError: false, abnormal: false, closesDue: true })
  expect(judge(document, { temperature: 36.5, symptoms: ['dryCough'] }).abnormal).toBe(true)
})

test('the day count never leaves 0…N', () => {
  fc.assert(fc.property(fc.integer({ min: -50, max: 80 }), (n) => {
    const { dayNo, days } = dayCount('2020-02-21', '2020-03-06', addDays('2020-02-21', n))
    expect(dayNo >= 0 && dayNo <= days).toBe(true)
  }))
})

test('whatever the facts, nothing is ready for release while one required condition is open', () => {
  const facts = fc.record({
    today: fc.constantFrom('2020-03-05', '2020-03-06', '2020-03-07'), endsOn: fc.constant('2020-03-06'), unexplainedGaps: fc.nat(3), testsRequired: fc.nat(3), testsNegative: fc.nat(3), openAnomalies: fc.nat(2), leadBeyond: fc.boolean(), confirmed: fc.boolean(),
  })
  fc.assert(fc.property(facts, fc.subarray([...document.release.requires]), (f, requires) => {
    const ready = blocking(releaseState(f, requires)).length === 0
    const holds = { periodOver: f.today > f.endsOn, noGap: f.unexplainedGaps === 0, testsDone: f.testsNegative >= f.testsRequired, noAnomaly: f.openAnomalies === 0 && !f.leadBeyond, confirmed: true }
    expect(ready).toBe(requires.every((id) => holds[id]))
  }))
})
