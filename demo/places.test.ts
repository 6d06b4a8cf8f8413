import { expect, test } from 'vitest'
import { REPORT_ONE, reportOneCommunity } from './places.ts'
import { checkDigit } from './persons.ts'

const community = reportOneCommunity(1, '2020-02-26')
const inLevel = (level: string) => {
  const names = new Set(community.places.filter((p) => p.level === level).map((p) => p.name))
  return community.households.filter((h) => names.has(h.place))
}

test('the demo community has exactly the households and persons of report 1', () => {
  const count = (level: string) => ({ households: inLevel(level).length, persons: inLevel(level).flatMap((h) => h.persons).length })
  expect(community.places.filter((p) => p.level === 'compound')).toHaveLength(REPORT_ONE.compounds.count)
  expect(count('compound')).toEqual({ households: 8652, persons: 32_126 })
  expect(count('villageGroup')).toEqual({ households: 971, persons: 3821 })
})

test('everybody is invented: unassigned area, right check digit, one phone block, no number twice', () => {
  const persons = community.households.flatMap((h) => h.persons)
  expect(new Set(persons.map((p) => p.documentNo)).size).toBe(persons.length)
  expect(persons.every((p) => p.documentNo.startsWith('999') && p.documentNo.endsWith(checkDigit(p.documentNo.slice(0, 17))))).toBe(true)
  expect(persons.every((p) => p.phone === '' || p.phone.startsWith('1990000'))).toBe(true)
})

test('every door is another door', () => {
  expect(new Set(community.households.map((h) => `${h.place} ${h.building}-${h.unit}-${h.room}`)).size).toBe(community.households.length)
})

test('the same seed makes the same community', () => {
  expect(reportOneCommunity(1, '2020-02-26').households[100]).toEqual(community.households[100])
})
