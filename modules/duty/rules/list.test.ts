import { describe, expect, test } from 'vitest'
import { zh } from '../words.zh.ts'
import { dutyByWord, listBook, planList, readListRow, type Holder, type ListField } from '../rules.ts'
import type { ListRow, NamedRow } from '../contract.ts'

const places = [
  { id: 'c', areaPath: '/1/', level: 'community' as const, name: '里布嘎社区', fullName: '新平街道里布嘎社区' },
  { id: 'j', areaPath: '/1/2/', level: 'compound' as const, name: '锦绣小区', fullName: '新平街道里布嘎社区锦绣小区' },
  { id: 'j1', areaPath: '/1/2/3/', level: 'grid' as const, name: '第一网格', fullName: '新平街道里布嘎社区锦绣小区第一网格' },
  { id: 'j1b', areaPath: '/1/2/3/4/', level: 'building' as const, name: '1幢', fullName: '新平街道里布嘎社区锦绣小区第一网格1幢' },
  { id: 'k', areaPath: '/1/5/', level: 'compound' as const, name: '金科小区', fullName: '新平街道里布嘎社区金科小区' },
  { id: 'k1', areaPath: '/1/5/6/', level: 'grid' as const, name: '第一网格', fullName: '新平街道里布嘎社区金科小区第一网格' },
]
const read = (cells: Partial<Record<ListField, string>>) => readListRow(3, (field) => cells[field] ?? '', places, dutyByWord(zh.roles))
const right = (cells: Partial<Record<ListField, string>>) => { const one = read({ name: '孙保华', ...cells }); return Array.isArray(one) ? one.map(({ code }) => code) : [one.areaId, one.dutyRole] }

describe('a row of an office’s own table', () => {
  test.for([
    [{ compound: '锦绣', grid: '1网格' }, ['j1', 'gridWorker']],
    [{ area: '锦绣小区第一网格' }, ['j1', 'gridWorker']],
    [{ compound: '锦绣小区', building: '1栋' }, ['j1b', 'buildingHead']],
    [{ compound: '金科小区' }, ['k', 'compoundKeeper']],
    [{ community: '里布嘎社区' }, ['c', 'communitySupervisor']],
    [{ compound: '锦绣小区', grid: '第一网格', duty: '物业人员' }, ['j1', 'propertyTeam']],
    [{ compound: '锦绣小区', grid: '第一网格', title: '网格长' }, ['j1', 'gridWorker']],
    [{ grid: '第一网格' }, ['placeTwice']],
    [{ compound: '锦绣小区', grid: '第九网格' }, ['placeUnknown']],
    [{ compound: '锦绣小区', grid: '第一网格', duty: '领导挂联' }, ['roleNotHere']],
    [{ compound: '锦绣小区', grid: '第一网格', duty: '大总管', startsOn: '明天' }, ['dutyUnknown', 'notADay']],
    [{}, ['placeMissing']],
  ] as const)('%o', ([cells, found]) => expect(right(cells)).toEqual(found))
  test('a mobile number is left out and said, an office phone stays', () => {
    expect(read({ compound: '锦绣小区', name: '孙保华', phone: '19900001234' })).toMatchObject({ officePhone: '', mobile: true })
    expect(read({ compound: '锦绣小区', name: '孙保华', phone: '0876-1990001' })).toMatchObject({ officePhone: '0876-1990001', mobile: false })
  })
  test('headings are found under the office’s own names, below a title', () => {
    expect(listBook.findHeadingRow([['新平街道网格员名册'], ['序号', '所属网格', '网格员姓名', '联系方式']])).toBe(1)
    expect(listBook.fieldsOf(['序号', '所属网格', '网格员姓名', '联系方式'])).toEqual(['ignored', 'grid', 'name', 'phone'])
  })
})

describe('what a list means for who is there', () => {
  const row = (rowNo: number, name: string, over: Partial<NamedRow> = {}): NamedRow => ({ ...(read({ compound: '锦绣小区', grid: '第一网格', name }) as ListRow), rowNo, accountId: null, ...over })
  const held = (name: string): Holder => ({ assignmentId: name, areaId: 'j1', dutyRole: 'gridWorker', accountId: null, name })
  const say = (rows: NamedRow[], holders: Holder[]) => { const { planned, issues } = planList(rows, holders, '2020-02-26'); return [...planned.map(({ kind, former }) => [kind, former?.name ?? null]), ...issues.map(({ code }) => code)] }
  test('nobody there: it fills a gap, a second one is added', () => expect(say([row(1, '甲'), row(2, '乙')], [])).toEqual([['fills', null], ['adds', null]]))
  test('one there who is not listed: one follows, the next is added', () => expect(say([row(1, '甲'), row(2, '乙')], [held('丙')])).toEqual([['takesOver', '丙'], ['adds', null]]))
  test('listed and there: nothing changes, and nobody takes the place of somebody who stays', () => expect(say([row(1, '丙'), row(2, '乙')], [held('丙')])).toEqual([['same', null], ['adds', null]]))
  test('two there, one comes: asked back', () => expect(say([row(1, '甲')], [held('丙'), held('丁')])).toEqual(['severalThere']))
  test('said for whom', () => expect(say([row(1, '甲', { former: '丁' })], [held('丙'), held('丁')])).toEqual([['takesOver', '丁']]))
  test('the same person twice', () => expect(say([row(1, '甲'), row(2, '甲')], [])).toEqual([['fills', null], 'twice']))
  test('nobody is sent home today for somebody who comes later', () => expect(say([row(1, '甲', { startsOn: '2020-03-01' })], [held('丙')])).toEqual(['startsLater']))
})
