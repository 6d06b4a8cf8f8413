import { expect, test } from 'vitest'
import { zoneValues } from './contract.ts'
import { measuresOf } from './data/measures.ts'
import { actionsOf, changeOf, isLower, kindOf } from './rules.ts'

test('the ladder of the community plan: six measures without a case, eight with one, ten when it spreads', () => {
  expect(['noCase', 'caseFound', 'outbreak', 'spread'].map((value) => measuresOf[value as 'noCase'].length)).toEqual([6, 8, 8, 10])
})

test('every state and grade has its list, every measure of it a source, an owner and a time', () => {
  for (const value of zoneValues) {
    const keys = measuresOf[value].map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const measure of measuresOf[value]) expect(measure.source?.zh !== '' && measure.dueHours > 0).toBe(true)
  }
  expect(measuresOf.lifted).toEqual([])
})

const standing = (keys: (string | null)[]) => keys.map((measureKey, i) => ({ itemId: String(i), measureKey, state: 'open' as const }))

test('a change opens what is new, keeps what goes on and closes what is no longer needed', () => {
  const { opens, closes, keeps } = changeOf(standing(['notice', 'oneGate', 'pickup', null]), measuresOf.lockdown)
  expect(keeps.map((i) => i.measureKey)).toEqual(['notice', 'oneGate', null])
  expect(closes.map((i) => i.measureKey)).toEqual(['pickup'])
  expect(opens.map((m) => m.key)).toContain('doorstep')
  expect(changeOf(standing(['notice', null]), measuresOf.lifted).closes, 'lifting closes all, also what the office added').toHaveLength(2)
})

test('防范 is lower than 管控, that lower than 封控', () => {
  expect([isLower('prevention', 'control'), isLower('control', 'lockdown'), isLower('lockdown', 'control'), isLower('noCase', 'spread')]).toEqual([true, true, false, true])
  expect([kindOf('community'), kindOf('building'), kindOf('district')]).toEqual(['communityState', 'compoundGrade', null])
})

test('what was done is taken back the same day by whoever works, later by the office only', () => {
  const done = { state: 'done', settledAt: '2020-02-26T06:00:00.000Z' } as const
  expect(actionsOf(done, 'communityWorker', '2020-02-26')).toEqual(['photo', 'reopen'])
  expect(actionsOf(done, 'communityWorker', '2020-02-27')).toEqual(['photo'])
  expect(actionsOf(done, 'subdistrictOfficer', '2020-02-27')).toEqual(['photo', 'reopen'])
  expect(actionsOf({ state: 'open', settledAt: null }, 'healthBureau', '2020-02-26')).toEqual([])
})
