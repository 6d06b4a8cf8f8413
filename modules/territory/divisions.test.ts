import { expect, test } from 'vitest'
import { divisionName, findDivisions, readDivision } from './divisions.ts'
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

test('a cell names a division in short, with what stands above it or below, and of several of one name none is taken', () => {
  const read = (text: string) => { const found = readDivision(divisions(), text); return typeof found === 'object' ? found.fullName : found }
  expect(['广东深圳', '深圳', '广东省 深圳市', '深圳市宝安区鹏城电子厂', '上海', '海南', '云南文山州', '长沙'].map(read)).toEqual(['广东省深圳市', '广东省深圳市', '广东省深圳市', '广东省深圳市宝安区', '上海市', '海南省', '云南省文山壮族苗族自治州', '湖南省长沙市'])
  expect(['朝阳', '北京朝阳', '南山区', '深圳南山', '马塘工业园区', ''].map(read)).toEqual(['unclear', '北京市朝阳区', 'unclear', '广东省深圳市南山区', undefined, undefined])
})
