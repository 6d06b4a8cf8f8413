import { describe, expect, test } from 'vitest'
import type { PasteCells, PasteRow, ReadingRules, SheetPerson } from '../contract.ts'
import { indexOf, judgeRows, matchPerson, readPasted, readSymptoms, readWhen, toRows, toTabbed } from './paste.ts'

/** 2020-02-26 15:41 in Shanghai. */
const now = '2020-02-26T07:41:00.000Z'
const rules: ReadingRules[] = [{
  checkWindows: [{ id: 'morning', from: '06:00', to: '12:00', remindAfterMinutes: 120 }, { id: 'afternoon', from: '14:00', to: '20:00', remindAfterMinutes: 120 }],
  temperature: { fever: 37.3, inclusive: true, deviceMin: 35, deviceMax: 42 },
}]
let serial = 0
const person = (name: string, tail: string, address: string, over: Partial<SheetPerson> = {}): SheetPerson => ({
  episodeId: `e${++serial}`, name, address, roomName: null, documentMasked: `999***********${tail}`, phoneMasked: `199****${tail}`, measure: 'homeQuarantine', startsOn: '2020-02-20', rule: 0, due: true, owed: [], readings: [], ...over,
})
const li = person('李桂兰', '1234', '锦绣小区3幢2单元501')
const wang = person('王强', '0012', '锦绣小区3幢1单元102')
const wang2 = person('王强', '567X', '金科小区7幢1单元301')
const guest = person('阿不都·热合曼', '7788', '老城组12号', { roomName: '大香格里拉酒店 301' })
const all = [li, wang, wang2, guest]
const index = indexOf(all)
const row = (cells: PasteCells, over: Partial<PasteRow> = {}): PasteRow => ({ rowId: `r${++serial}`, line: 1, cells, ...over })
const judgeOne = (cells: PasteCells, over: Partial<PasteRow> = {}) => judgeRows([row(cells, over)], index, rules, now)[0]
const codes = (cells: PasteCells, over: Partial<PasteRow> = {}) => judgeOne(cells, over)?.says.map(({ code }) => code)

describe('what is on the clipboard', () => {
  test('cells by tabs, a quoted cell keeps its new line as a space, empty lines fall away', () => {
    expect(readPasted('姓名\t体温\r\n李桂兰\t36.5\r\n\r\n"王\n强"\t"说""好"""\r\n')).toEqual([['姓名', '体温'], ['李桂兰', '36.5'], ['王 强', '说"好"']])
    expect(readPasted('a\t\tb\n\tc\t')).toEqual([['a', '', 'b'], ['', 'c', '']])
    expect(readPasted('王强\t"5寸')).toEqual([['王强', '"5寸']])
  })
  test('without tabs spaces part the cells, a comma does not', () => expect(readPasted('李桂兰 36,5\n王强　37.1')).toEqual([['李桂兰', '36,5'], ['王强', '37.1']]))
  test('what we put there comes back as it was, and a spreadsheet runs none of it', () => {
    const table = [['姓名', '备注'], ['李桂兰', '=1+1'], ['王强', '两\t格']]
    expect(toTabbed(table)).toContain("'=1+1")
    expect(readPasted(toTabbed(table))).toEqual([['姓名', '备注'], ['李桂兰', '=1+1'], ['王强', '两\t格']])
  })
})

describe('which column is which', () => {
  test('by headings in any order and other words, below a title; what nobody knows is said', () => {
    const { rows, unused } = toRows(readPasted('医学观察健康监测表\n序号\t测温时间\t体温(℃)\t居民姓名\t身份证后4位\t饮食\n1\t8:30\t36.5\t李桂兰\t1234\t好'), all)
    expect(rows).toEqual([{ line: 3, cells: { time: '8:30', temperature: '36.5', name: '李桂兰', document: '1234' }, unused: { '饮食#5': '好' } }])
    expect(unused).toEqual([{ key: '饮食#5', heading: '饮食', sample: '好' }])
  })
  test('without headings by what stands there', () => {
    expect(toRows(readPasted('36.5\t李桂兰\t1234\t无\n36.7\t王强\t12\t有点咳嗽'), all).rows.map(({ cells }) => cells)).toEqual([
      { temperature: '36.5', name: '李桂兰', document: '1234', symptoms: '无' }, { temperature: '36.7', name: '王强', document: '12', symptoms: '有点咳嗽' },
    ])
    expect(toRows(readPasted('李桂兰\t3-2-501\t2月26日\t36.5'), all).rows[0]?.cells).toEqual({ name: '李桂兰', room: '3-2-501', day: '2月26日', temperature: '36.5' })
  })
  test('the morning and the evening of form 4 are a row each', () => {
    expect(toRows(readPasted('姓名\t早体温\t晚体温\n李桂兰\t36.5\t36.8\n王强\t36.4\t'), all).rows.map(({ line, cells }) => [line, cells.name, cells.time, cells.temperature])).toEqual([
      [2, '李桂兰', '早', '36.5'], [2, '李桂兰', '晚', '36.8'], [3, '王强', '早', '36.4'],
    ])
  })
})

describe('who is meant', () => {
  const found = (cells: PasteCells) => { const m = matchPerson(cells, index); return 'person' in m ? m.person : [m.fault, m.offered.length] }
  test('by name and the last digits, a whole number, a phone, a door', () => {
    expect(found({ name: '李 桂 兰', document: '1234' })).toBe(li)
    expect(found({ name: '王强', document: '12' }), 'the spreadsheet dropped the noughts').toBe(wang)
    expect(found({ name: '王强', document: '999001199001015 67x' })).toBe(wang2)
    expect(found({ document: '999001199001011234' })).toBe(li)
    expect(found({ phone: '19900001234' })).toBe(li)
    expect(found({ name: '王强', room: '7-1-301' })).toBe(wang2)
    expect(found({ name: '王强', room: '锦绣小区3幢1单元102室' })).toBe(wang)
    expect(found({ name: '阿不都热合曼', room: '301' })).toBe(guest)
  })
  test('two of the same name are offered, nobody is taken', () => expect(found({ name: '王强' })).toEqual(['several', 2]))
  test('a name that agrees with a number that does not, and the other way round, are offered', () => {
    expect(found({ name: '李桂兰', document: '9999' })).toEqual(['signDiffers', 1])
    expect(found({ name: '李贵兰', document: '1234' })).toEqual(['nameDiffers', 1])
    expect(found({ document: '1234' }), 'four digits alone are nobody').toEqual(['nameMissing', 1])
  })
  test('nobody of that name is managed here', () => expect(found({ name: '陌生人', document: '4321' })).toEqual(['nobody', 0]))
  test('a choice made settles it', () => expect(judgeOne({ name: '王强', temperature: '36.5' }, { episodeId: wang2.episodeId })).toMatchObject({ state: 'good', person: { episodeId: wang2.episodeId } }))
})

describe('symptoms in words', () => {
  test.each([['无', []], ['正常', []], ['', []], ['干咳、乏力', ['dryCough', 'fatigue']], ['有点咳嗽', ['cough']], ['发烧 拉肚子', ['fever', 'diarrhoea']], ['恶心呕吐', ['nausea']], ['无力', ['fatigue']], ['无发热、咳嗽', ['cough']]])(
    '%s', (cell, wanted) => expect(readSymptoms(cell)).toEqual({ symptoms: wanted }))
  test('“有” says nothing, and a word nobody knows is given back', () => {
    expect(readSymptoms('有')).toEqual({ unnamed: true })
    expect(readSymptoms('干咳、腿疼')).toEqual({ unknown: '腿疼' })
  })
})

describe('when', () => {
  const at = (day: string, time: string) => readWhen(day, time, rules[0]?.checkWindows ?? [], now)
  test.each([
    ['', '', '2020-02-26T07:41:00.000Z'], ['', '8:30', '2020-02-26T00:30:00.000Z'], ['2020/2/26', '上午8点半', '2020-02-26T00:30:00.000Z'], ['2月25日', '下午3点', '2020-02-25T07:00:00.000Z'],
    ['', '2020-02-26 08:30:15', '2020-02-26T00:30:00.000Z'], ['昨天', '8:30 PM', '2020-02-25T12:30:00.000Z'], ['43887', '0.354166667', '2020-02-26T00:30:00.000Z'], ['26日', '８：３０', '2020-02-26T00:30:00.000Z'],
    ['', '下午', '2020-02-26T07:41:00.000Z'],
  ])('%s %s', (day, time, wanted) => expect(at(day, time)).toEqual({ at: wanted }))
  test('a part of the day without the hour is its last minute, and that is said', () => expect(at('', '早')).toEqual({ at: '2020-02-26T03:59:00.000Z', windowOnly: 'morning' }))
  test.each([['2020/2/30', '', 'dayWrong'], ['', '25:00', 'timeWrong'], ['', '某时', 'timeWrong'], ['2月25日', '', 'timeMissing'], ['', '19:30', 'future'], ['2月27日', '早', 'future']])(
    '%s %s is a fault: %s', (day, time, fault) => expect(at(day, time)).toMatchObject({ fault }))
})

describe('each row for itself', () => {
  test('good, with nothing made up', () => {
    expect(judgeOne({ name: '李桂兰', document: '1234', temperature: '３６．５', symptoms: '无' })).toMatchObject({ state: 'good', says: [], takes: { episodeId: li.episodeId, temperature: 36.5, symptoms: [], takenAt: now } })
    expect(codes({ name: '李桂兰', temperature: '36.5' })).toEqual(['byNameOnly'])
  })
  test('never a default: a word is no reading, an empty row is not filled in', () => {
    expect(codes({ name: '李桂兰', temperature: '正常' })).toContain('wordForReading')
    expect(judgeOne({ name: '李桂兰', document: '1234' })).toMatchObject({ state: 'blank', person: { name: '李桂兰' } })
    expect(judgeOne({ name: '李桂兰', document: '1234', symptoms: '无' })?.state).toBe('blank')
  })
  test('37.3 is a fever, 37.2 is not; a second decimal is asked about', () => {
    expect(codes({ name: '李桂兰', document: '1234', temperature: '37.3' })).toEqual(['fever'])
    expect(codes({ name: '李桂兰', document: '1234', temperature: '37.2' })).toEqual([])
    expect(codes({ name: '李桂兰', document: '1234', temperature: '36.55' })).toEqual(['notADegree'])
  })
  test('out of the range of the order it waits for somebody to say so', () => {
    const cells = { name: '李桂兰', document: '1234', temperature: '63.5' }
    expect(judgeOne(cells)).toMatchObject({ state: 'wrong', says: [{ code: 'outOfRange' }], may: true })
    expect(judgeOne(cells, { keep: true })).toMatchObject({ state: 'good', says: [{ code: 'deviceError' }] })
  })
  test('between the windows it is kept and said; before the period it is a mistake', () => {
    expect(judgeOne({ name: '李桂兰', document: '1234', temperature: '36.5', time: '13:00' })).toMatchObject({ state: 'good', says: [{ code: 'outsideWindow' }] })
    expect(codes({ name: '李桂兰', document: '1234', temperature: '36.5', day: '2019/2/26', time: '8:30' })).toEqual(['beforeStart'])
  })
  test('at the door: made, in vain, and what cannot be both', () => {
    expect(judgeOne({ name: '李桂兰', document: '1234', visit: '敲门无人' })).toMatchObject({ state: 'good', takes: { visit: 'nobodyHome' } })
    expect(judgeOne({ name: '李桂兰', document: '1234', visit: '√', temperature: '36.5' })).toMatchObject({ state: 'good', takes: { visit: 'made', temperature: 36.5 } })
    expect(codes({ name: '李桂兰', document: '1234', visit: '无人', temperature: '36.5' })).toEqual(['vainWithReading'])
  })
})

describe('the same person twice', () => {
  const there = { ...li, readings: [{ takenAt: '2020-02-26T06:30:00.000Z', temperature: 36.5, symptoms: [] }] }
  const beside = (cells: PasteCells, over: Partial<PasteRow> = {}) => judgeRows([row({ name: '李桂兰', document: '1234', ...cells }, over)], indexOf([there]), rules, now)[0]
  test('the same reading is left out unless somebody wants it again', () => {
    expect(beside({ temperature: '36.5' })).toMatchObject({ state: 'left', says: [{ code: 'same', params: { at: '14:30', t: '36.5' } }], may: true })
    expect(beside({ temperature: '36.5' }, { keep: true })).toMatchObject({ state: 'good', says: [{ code: 'second' }] })
  })
  test('another reading is kept as a second one unless somebody leaves it out', () => {
    expect(beside({ temperature: '36.8' })).toMatchObject({ state: 'good', says: [{ code: 'second' }], may: false })
    expect(beside({ temperature: '36.8' }, { keep: false })).toMatchObject({ state: 'left' })
    expect(beside({ temperature: '36.5', time: '8:30' }), 'another window').toMatchObject({ state: 'good', says: [] })
  })
  test('twice in one paste is seen too', () => {
    const judged = judgeRows([row({ name: '李桂兰', document: '1234', temperature: '36.5' }, { line: 2 }), row({ name: '李桂兰', document: '1234', temperature: '36.5' }, { line: 5 })], index, rules, now)
    expect(judged.map(({ state }) => state)).toEqual(['good', 'left'])
    expect(judged[1]?.says).toMatchObject([{ code: 'same', params: { line: 2 } }])
  })
})
