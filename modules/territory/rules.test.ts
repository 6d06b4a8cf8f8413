import { expect, test } from 'vitest'
import { below, codeFault, fullNameOf, gridWarning, levels, mergeFault, moveFault } from './rules.ts'

test('every level but the lowest may hold something, and nothing may hold a level above itself', () => {
  for (const parent of levels) {
    for (const child of below[parent]) expect(levels.indexOf(child)).toBeGreaterThan(levels.indexOf(parent))
  }
})

test('levels are optional: a grid may stand in a community without a compound, a community in a city without a subdistrict', () => {
  expect(below.community).toContain('grid')
  expect(below.city).toContain('community')
})

test('addresses begin at the subdistrict', () => {
  const district = { level: 'district' as const, fullName: '文山市' }
  const street = { level: 'subdistrict' as const, fullName: '新平街道' }
  expect(fullNameOf(undefined, 'district', '文山市')).toBe('文山市')
  expect(fullNameOf(district, 'subdistrict', '新平街道')).toBe('新平街道')
  expect(fullNameOf(street, 'community', '里布嘎社区')).toBe('新平街道里布嘎社区')
})

test.for([
  ['532601', null, undefined], ['532601003', '532601', undefined], ['532601003004', '532601003', undefined],
  ['532601', '532600', undefined], ['5326', null, 'form'], ['53260100', null, 'form'], ['53260A', null, 'form'], ['012345', null, 'form'],
  ['532602003', '532601', 'notBelow'],
] as const)('the code %s below %s: %s', ([code, above, fault]) => {
  expect(codeFault(code, above)).toBe(fault)
})

test('a grid outside the wanted size is marked, an empty one and a building are not', () => {
  const band = { from: 300, to: 500 }
  expect([0, 299, 300, 500, 501].map((n) => gridWarning('grid', n, band))).toEqual([null, 'small', null, null, 'large'])
  expect(gridWarning('building', 10, band)).toBeNull()
})

const area = { id: 'a', parentId: 'p', areaPath: '/1/2/3/', level: 'grid' as const }
test('an area cannot be moved below itself, to where it is, to a closed area or to a wrong level', () => {
  const parent = { id: 'q', areaPath: '/1/4/', level: 'compound' as const, state: 'open' }
  expect(moveFault(area, parent)).toBeUndefined()
  expect(moveFault(area, { ...parent, areaPath: '/1/2/3/9/' })).toBe('underItself')
  expect(moveFault(area, { ...parent, id: 'p' })).toBe('alreadyThere')
  expect(moveFault(area, { ...parent, state: 'closed' })).toBe('closed')
  expect(moveFault(area, { ...parent, level: 'building' })).toBe('wrongLevel')
})

test('only open areas of one level that do not contain each other can be merged', () => {
  const into = { id: 'b', areaPath: '/1/2/4/', level: 'grid' as const, state: 'open' }
  expect(mergeFault(area, into)).toBeUndefined()
  expect(mergeFault(area, { ...into, level: 'compound' as never })).toBe('wrongLevel')
  expect(mergeFault(area, { ...into, areaPath: '/1/2/' })).toBe('underItself')
  expect(mergeFault(area, { ...into, state: 'closed' })).toBe('closed')
})
