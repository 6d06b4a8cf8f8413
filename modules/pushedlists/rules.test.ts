import { expect, test } from 'vitest'
import { pushedResults } from './contract.ts'
import { resultSpecs } from './data.ts'
import { canBeTaken, placeOfRow, propose, pushedBook, readPushedRow, readSource, resultTable } from './rules.ts'

const today = '2020-02-26'

test('the figures of a real daily report sum exactly: 273 = 98 + 47 + 12 + 29 + 16 + 25 + 38 + 8', () => {
  const counts = [
    { result: 'managed', kind: null, n: 98 }, { result: 'wrongInformation', kind: null, n: 47 }, { result: 'missed', kind: null, n: 12 }, { result: 'notLivingHere', kind: null, n: 29 },
    { result: 'periodPast', kind: null, n: 16 }, { result: 'stayedInKeyArea', kind: 'outsideProvince', n: 25 }, { result: 'stayedInKeyArea', kind: 'insideProvince', n: 38 }, { result: 'onlyPassedThrough', kind: null, n: 8 },
  ] as const
  const table = resultTable([...counts])
  expect(table.map((row) => row.n)).toEqual([98, 47, 12, 29, 16, 25, 38, 8])
  expect(table.reduce((sum, row) => sum + row.n, 0)).toBe(273)
})

test('every result of the form is data, and none is counted twice', () => {
  expect(resultSpecs.map((spec) => spec.id)).toEqual([...pushedResults])
  expect(resultTable([]).map(({ result, kind }) => `${result}${kind ?? ''}`)).toHaveLength(8)
})

test('headings are read as in a roster, and those of form 15 besides', () => {
  expect(pushedBook.fieldsOf(['序号', '姓名', '公民身份号码', '手机号', '现居住地', '风险类型', '下发时间', '反馈时限', '核查结果', '去向', '措施', '核查人', '反馈时间'])).toEqual([
    'ignored', 'name', 'documentNo', 'phone', 'address', 'subject', 'issuedAt', 'deadlineAt', 'result', 'whereabouts', 'measure', 'checker', 'answeredAt',
  ])
  expect(canBeTaken(['name', 'phone'])).toBe(true)
  expect([canBeTaken(['name', 'subject']), canBeTaken(['phone'])]).toEqual([false, false])
  expect(['州公安局', '省通管局', '昆明市指挥部函', '省指挥部', ''].map(readSource)).toEqual(['police', 'telecom', 'otherCity', 'upper', null])
})

test('a number that cannot be one is taken as told; only a row nobody can be found by is wrong, with its reason', () => {
  const read = (...cells: string[]) => readPushedRow(cells, ['name', 'documentNo', 'phone', 'address'], today, false)
  expect(read('张 三', '999001195001010020', '', '')).toMatchObject({ name: '张三', documentNo: '999001195001010020', issue: null })
  expect(read('张三', '5.32601E+17', '19900001111', '').issue).toBe('numberRounded')
  expect(read('张三', '', '', '').issue).toBe('nothingToFindBy')
  expect(read('', '', '', '锦绣小区').issue).toBe('nameless')
  expect(read('12', '', '19900001111', '').issue).toBe('nameIsNumber')
})

test('a row belongs where its cells say: the compound within the community named, nowhere when two are called the same', () => {
  const place = (id: string, path: string, level: string, name: string) => ({ id, path, level, name })
  const places = [
    place('e', '/1/2/', 'community', '东山社区'), place('s', '/1/3/', 'community', '南桥社区'), place('eg', '/1/2/4/', 'compound', '锦绣小区'), place('sg', '/1/3/5/', 'compound', '锦绣小区'), place('sq', '/1/3/6/', 'compound', '南桥家园'), place('g1', '/1/3/6/7/', 'grid', '第一网格'),
  ]
  const at = (community: string, address: string) => placeOfRow(places, { community, address })
  expect(at('', '新平街道东山社区锦绣小区3幢2单元501')).toMatchObject({ place: { id: 'eg' }, door: { building: '3', unit: '2', room: '501' } })
  expect(at('南桥社区', '锦绣小区 3-2-501')).toMatchObject({ place: { id: 'sg' } })
  expect(at('', '南桥家园')).toMatchObject({ place: { id: 'sq' } })
  expect(at('', '南桥家园第一网格1幢1单元101')).toMatchObject({ place: { id: 'g1' }, door: { building: '1', unit: '1', room: '101' } })
  expect(at('', '文山市东山社区')).toMatchObject({ place: { id: 'e' } })
  expect(at('', '锦绣小区3幢')).toBeUndefined()
  expect(at('', '昆明市五华区')).toBeUndefined()
})

test('only what the data prove is proposed', () => {
  const nothing = { activeMeasure: null, activeUntil: null, endedOn: null, personState: null, screeningState: 'toVerify', documentWrong: false, hasPhone: true }
  expect(propose(nothing)).toBeNull()
  expect(propose({ ...nothing, activeMeasure: 'homeQuarantine', activeUntil: '2020-03-11', endedOn: '2020-01-01' })).toMatchObject({ result: 'managed', why: 'episode', day: '2020-03-11' })
  expect(propose({ ...nothing, endedOn: '2020-02-20' })).toMatchObject({ result: 'periodPast' })
  expect(propose({ ...nothing, personState: 'movedOut', endedOn: '2020-02-20' })).toMatchObject({ result: 'notLivingHere' })
  expect([propose({ ...nothing, documentWrong: true })?.result, propose({ ...nothing, documentWrong: true, hasPhone: false })?.result]).toEqual([undefined, 'wrongInformation'])
})
