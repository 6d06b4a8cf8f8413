import { expect, test } from 'vitest'
import { excludesEachOther, locksAfter, passwordFaults, readablePassword } from './rules.ts'

test.for([
  ['Xinping-2020', []], ['abcdefghij', ['tooSimple']], ['Ab1!', ['tooShort']], ['abc', ['tooShort', 'tooSimple']],
  ['网格网格网格网格Ab1', []],
] as const)('the password %s lacks %o', ([password, faults]) => {
  expect(passwordFaults(password)).toEqual(faults)
})

test('an administrator role excludes every other role, ordinary roles may follow each other', () => {
  expect(excludesEachOther('communityWorker', 'auditor')).toBe(true)
  expect(excludesEachOther('auditor', 'securityAdmin')).toBe(true)
  expect(excludesEachOther('auditor', 'gridWorker')).toBe(true)
  expect(excludesEachOther('auditor', 'auditor')).toBe(false)
  expect(excludesEachOther('gridWorker', 'communityWorker')).toBe(false)
  expect(excludesEachOther(null, 'systemAdmin')).toBe(false)
})

test('the fifth failure locks', () => {
  expect([4, 5, 6].map(locksAfter)).toEqual([false, true, true])
})

test('a one-time password can be read out: four groups of four, no letters that look alike', () => {
  expect(readablePassword('0O1lI_-abcdefghjkmnpqrstuvwxyzABCDEFG')).toMatch(/^([a-km-zA-HJ-NP-Z2-9]{4}-){3}[a-km-zA-HJ-NP-Z2-9]{4}$/)
})
