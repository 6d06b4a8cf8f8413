import { describe, expect, test } from 'vitest'
import { passStates, type PassState } from './contract.ts'
import { actionsOf, healthOf, isSpecialPlate, numberOf, passTable, serialIn, shortName, stateOf, whyOf, type Standing } from './rules.ts'

const NOW = '2020-02-26T07:41:00.000Z'
const pass: Standing = { kind: 'household', state: 'valid', suspendedAt: null, validFrom: '2020-02-20T00:00:00.000Z', validUntil: '2020-03-26T16:00:00.000Z', recheckDays: null, arrivedAt: null, endReason: null }
const over = { ...pass, validUntil: NOW }
const kept = { measure: 'homeQuarantine', endsOn: '2020-03-08', name: '丁宇' } as const

test.for<[PassState, Standing]>([
  ['valid', pass], ['early', { ...pass, validFrom: '2020-02-27T00:00:00.000Z' }], ['suspended', { ...pass, suspendedAt: NOW }], ['expired', over], ['expired', { ...over, suspendedAt: NOW }],
  ['revoked', { ...over, state: 'revoked' }], ['waiting', { ...pass, kind: 'visitor', state: 'waiting' }], ['suspended', { ...pass, kind: 'visitor', state: 'waiting', suspendedAt: NOW }], ['declined', { ...pass, kind: 'visitor', state: 'declined' }],
])('what is stored, the time and quarantine make it %s', ([state, one]) => expect(stateOf(one, NOW)).toBe(state))

describe('only what will succeed is offered', () => {
  test('every state has its row', () => expect(Object.keys(passTable).toSorted()).toEqual([...passStates].toSorted()))
  test('a stopped pass is neither printed nor replaced', () => expect(actionsOf({ ...pass, suspendedAt: NOW }, 'communityWorker', NOW)).toEqual(['revoke']))
  test('a keeper takes visitors in and nothing else', () => {
    expect(actionsOf(pass, 'gatekeeper', NOW)).toEqual([])
    expect(actionsOf({ ...pass, kind: 'visitor' }, 'gatekeeper', NOW)).toEqual(['arrive'])
    expect(actionsOf({ ...pass, kind: 'visitor', arrivedAt: NOW }, 'gatekeeper', NOW)).toEqual([])
  })
  test('only a vehicle with an interval is looked at again', () => {
    expect(actionsOf({ ...pass, kind: 'vehicle', recheckDays: 7 }, 'communityWorker', NOW)).toContain('recheck')
    expect(actionsOf({ ...pass, kind: 'vehicle' }, 'communityWorker', NOW)).not.toContain('recheck')
  })
})

test('why a pass is stopped names who is in quarantine only to those who see names', () => {
  const stopped = { ...pass, suspendedAt: NOW, cause: kept, special: false, announcedBy: null }
  expect(whyOf(stopped, NOW, true)).toEqual({ key: 'suspended', params: { measure: 'homeQuarantine', endsOn: '2020-03-08', name: '丁宇' } })
  expect(JSON.stringify(whyOf(stopped, NOW, false))).not.toContain('丁宇')
})

test('the community health status follows from what is recorded, the gravest first', () => {
  const nothing = { managed: [], openLeads: 0, toVerify: 0, releasedOn: null }
  const monitored = { measure: 'homeMonitoring', endsOn: '2020-03-05' } as const
  expect(healthOf(nothing)).toEqual({ state: 'clear', why: { key: 'nothing', params: {} } })
  expect(healthOf({ ...nothing, releasedOn: '2020-02-20' }).why).toEqual({ key: 'released', params: { on: '2020-02-20' } })
  expect(healthOf({ ...nothing, toVerify: 1 }).state).toBe('toVerify')
  expect(healthOf({ ...nothing, toVerify: 1, managed: [monitored] }).state).toBe('observed')
  expect(healthOf({ ...nothing, managed: [monitored], openLeads: 1 }).state).toBe('toVerify')
  expect(healthOf({ ...nothing, openLeads: 1, managed: [monitored, kept, { ...kept, endsOn: '2020-03-10' }] })).toEqual({ state: 'quarantined', why: { key: 'quarantined', params: { n: 2, measure: 'homeQuarantine', endsOn: '2020-03-10' } } })
})

test('a number reads back however it is typed, a name is shortened', () => {
  expect(numberOf('vehicle', 123)).toBe('车000123')
  expect(['车000123', ' 123', '户000123', '云H12345', '李桂兰', ''].map(serialIn)).toEqual([123, 123, 123, undefined, undefined, undefined])
  expect([shortName('李桂兰'), shortName('Smith')]).toEqual(['李某', 'S.'])
})

test('police, army and rescue are told by their plates, an ambulance is registered as special', () => {
  expect(['云A1234警', '云 a·1234警', 'WJ云1234A', '云X1234应急', '云H12345', '云HD12345', '使014578'].map(isSpecialPlate)).toEqual([true, true, true, true, false, false, false])
})
