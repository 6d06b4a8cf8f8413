import { expect, test } from 'vitest'
import { level } from '../territory/contract.ts'
import { answererAt, boardLines, mayAssign, neededFor, phoneFault, rolesAt, stateOf } from './rules.ts'

test('9,623 households need 25 workers at 400 each and 33 at 300', () => {
  expect(neededFor(9623, { from: 300, to: 400 })).toEqual({ least: 25, best: 33 })
})

test('whoever must answer at a level may be assigned there, and stands first', () => {
  for (const one of level.options) {
    const must = answererAt[one]
    if (must) expect(rolesAt(one)[0]).toBe(must)
  }
})

test('a community assigns what is below it; for itself the office above does', () => {
  const worker = { role: 'communityWorker', areaPath: '/1/2/' }
  expect(mayAssign(worker, '/1/2/3/', 'compoundKeeper')).toBe(true)
  expect(mayAssign(worker, '/1/2/', 'communitySupervisor')).toBe(false)
  expect(mayAssign(worker, '/1/2/3/', 'leader')).toBe(false)
  expect(mayAssign({ role: 'subdistrictOfficer', areaPath: '/1/' }, '/1/2/', 'communitySupervisor')).toBe(true)
})

test('a duty is planned until its first day, over after its last, and held by nobody when the account is gone', () => {
  const held = { startsOn: '2020-02-20', endsOn: null, endedAt: null, undone: false, gone: false }
  expect(stateOf(held, '2020-02-26')).toBe('current')
  expect(stateOf({ ...held, startsOn: '2020-03-01' }, '2020-02-26')).toBe('planned')
  expect(stateOf({ ...held, endsOn: '2020-02-25' }, '2020-02-26')).toBe('ended')
  expect(stateOf({ ...held, endsOn: '2020-02-26' }, '2020-02-26')).toBe('current')
  expect(stateOf({ ...held, gone: true }, '2020-02-26')).toBe('gone')
})

test('a mobile number is never an office phone', () => {
  expect(['13800138000', '199 0000 1234', '+86 19900001234', '86-13900000000'].map(phoneFault)).toEqual(Array(4).fill('mobilePhone'))
  expect(['0876-2121234', '12345', '110', '010-88886666转801', ''].map(phoneFault)).toEqual(Array(5).fill(undefined))
  expect(['123456789012345', 'abc', '12'].map(phoneFault)).toEqual(Array(3).fill('phoneWrong'))
})

test('the board of a community shows the chain and its compounds, that of a compound everything inside', () => {
  const lines = [
    { level: 'subdistrict', areaPath: '/1/' }, { level: 'community', areaPath: '/1/2/' }, { level: 'compound', areaPath: '/1/2/3/' }, { level: 'grid', areaPath: '/1/2/3/4/' }, { level: 'building', areaPath: '/1/2/3/4/5/' },
  ] as const
  expect(boardLines(lines, { level: 'community', areaPath: '/1/2/' }).map((l) => l.level)).toEqual(['subdistrict', 'community', 'compound'])
  expect(boardLines(lines, { level: 'compound', areaPath: '/1/2/3/' })).toHaveLength(5)
})
