import { expect, test } from 'vitest'
import { divisionName, findDivisions } from './divisions.ts'
import { divisions } from './service/divisions.ts'

const first = (text: string) => findDivisions(divisions(), text)[0]?.fullName

test('a place is found by its name, a part of it, pinyin or initials', () => {
  expect(first('武汉')).toBe('湖北省武汉市')
  expect(first('wuhan')).toBe('湖北省武汉市')
  expect(first('gdsz') ?? first('shenzhen')).toContain('深圳')
  expect(first('四川')).toBe('四川省')
  expect(findDivisions(divisions(), '四川省成都').map((d) => d.fullName)).toContain('四川省成都市武侯区')
})

test('a province comes before the counties that share its name', () => {
  expect(findDivisions(divisions(), '湖北')[0]?.code).toBe('42')
})

test('a code that is gone gets the name of the division above it', () => {
  expect(divisionName(divisions(), '532601')).toBe('云南省文山壮族苗族自治州文山市')
  expect(divisionName(divisions(), '429999')).toBe('湖北省')
})
