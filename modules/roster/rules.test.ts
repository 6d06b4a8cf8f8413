import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDay } from './rules/days.ts'
import { addressKey, doorText } from '../people/rules.ts'
import { readDoor } from './rules/door.ts'
import { fieldHeadings, rosterFields } from './rules/fields.ts'
import { fieldOf, fieldsOf, findHeadingRow, headingsKey, isInstructionRow, missingFields } from './rules/headings.ts'
import { likenessOf, type Traits } from '../people/rules.ts'
import { neutralise, unneutralise } from '../sheets/rules.ts'
import { hideNumbers } from '../sheets/rules.ts'
import { isMasked } from './rules/masks.ts'
import { PlaceFinder, type Place } from './rules/places.ts'
import { readRow } from './rules/row.ts'

const community: Place = { id: 'c', path: '/1/', level: 'community', name: '里布嘎社区' }
const sunny: Place = { id: 's', path: '/1/2/', level: 'compound', name: '阳光花园' }
const rich: Place = { id: 'r', path: '/1/3/', level: 'compound', name: '金科小区' }
const sunnyGrid: Place = { id: 'sg', path: '/1/2/4/', level: 'grid', name: '第一网格' }
const richGrid: Place = { id: 'rg', path: '/1/3/5/', level: 'grid', name: '第一网格' }
const village: Place = { id: 'v', path: '/1/6/', level: 'villageGroup', name: '老城居民小组' }
const places = new PlaceFinder(community, [community, sunny, rich, sunnyGrid, richGrid, village])

describe('headings', () => {
  test.each([
    ['公民身份号码', 'documentNo'], ['身份证号', 'documentNo'], ['证件号码*', 'documentNo'], ['身份证号码(必填)', 'documentNo'],
    ['姓 名', 'name'], ['联系方式', 'phone'], ['现住址', 'address'], ['与户主的关系', 'relation'], ['所属小区', 'compound'],
    ['出生年月日', 'birthOn'], ['人口类别', 'residency'], ['序号', 'ignored'], ['原因', 'ignored'], ['血型', null],
  ])('%s is taken for %s', (heading, field) => expect(fieldOf(heading)).toBe(field))

  test('a field is claimed by its first column only', () => {
    expect(fieldsOf(['姓名', '电话', '手机'])).toEqual(['name', 'phone', null])
  })
  test('our own headings are all known, so that our export is accepted back', () => {
    expect(fieldsOf(rosterFields.map((field) => fieldHeadings[field]))).toEqual([...rosterFields])
  })
  test('titles above the headings are passed over', () => {
    expect(findHeadingRow([['里布嘎社区居民花名册'], ['填表单位:', '', '日期:'], ['序号', '姓名', '身份证号', '住址'], ['1', '李某', '', '3-2-501']])).toBe(2)
    expect(findHeadingRow([['a', 'b'], ['1', '2']])).toBeUndefined()
  })
  test('the same form is recognised under other spellings', () => {
    expect(headingsKey(['姓 名', '证件号码(必填)'])).toBe(headingsKey(['姓名', '证件号码']))
  })
  test('an instruction row is no person', () => {
    expect(isInstructionRow(['', '必填:与证件一致'])).toBe(true)
    expect(isInstructionRow(['阳光花园', '李某'])).toBe(false)
  })
  test('what is missing is said', () => expect(missingFields(['phone', null])).toEqual(['name', 'place']))
})

describe('dates', () => {
  test.each([
    ['1990-1-2', '1990-01-02'], ['1990/01/02', '1990-01-02'], ['1990.1.2', '1990-01-02'], ['1990年1月2日', '1990-01-02'],
    ['19900102', '1990-01-02'], ['32875', '1990-01-02'], ['1990-01-02 00:00:00', '1990-01-02'], ['1990', undefined],
    ['1990-02-30', undefined], ['35', undefined], ['90-1-2', undefined], ['去年', undefined],
  ])('%s is read as %s', (text, day) => expect(readDay(text)).toBe(day))
  test('a workbook from a Macintosh counts from 1904', () => expect(readDay('31413', true)).toBe('1990-01-02'))
})

describe('doors', () => {
  test.each([
    ['3幢2单元501', '3', '2', '501'], ['3-2-501', '3', '2', '501'], ['3号楼501室', '3', '', '501'], ['B1-甲', 'B1', '', '甲'],
    ['3栋2单元501号', '3', '2', '501号'], ['3幢501', '3', '', '501'], ['501', '', '', '501'], ['12号', '', '', '12号'], ['甲栋2单元1501', '甲', '2', '1501'],
  ])('%s is building %s, unit %s, room %s', (text, building, unit, room) => expect(readDoor(text)).toEqual({ building, unit, room }))
  test('what is written is read back as the same door', () => {
    const part = fc.stringMatching(/^[1-9][0-9]{0,2}$/)
    fc.assert(fc.property(part, part, part, (building, unit, room) => {
      expect(addressKey(readDoor(doorText({ building, unit, room })))).toBe(addressKey({ building, unit, room }))
      expect(readDoor(`${building}-${unit}-${room}`)).toEqual({ building, unit, room })
    }))
  })
  test('nothing a person wrote is lost', () => expect(readDoor('老庙 旁边第三家').room).toBe('老庙旁边第三家'))
})

describe('places', () => {
  const find = (row: Partial<{ compound: string; grid: string; building: string; address: string }>) =>
    places.find({ compound: '', grid: '', building: '', address: '', ...row })
  test('a compound is found under its usual spellings', () => {
    expect(find({ compound: '阳光花园小区' })).toMatchObject({ place: { id: 's' } })
    expect(find({ compound: '金科' })).toMatchObject({ place: { id: 'r' } })
    expect(find({ compound: '老城' })).toMatchObject({ place: { id: 'v' } })
  })
  test('a grid of the same name in every compound is settled by the compound', () => {
    expect(find({ compound: '金科小区', grid: '第1网格' })).toMatchObject({ place: { id: 'rg' } })
    expect(find({ grid: '第一网格' })).toMatchObject({ problem: 'ambiguous', field: 'grid' })
  })
  test('the name is taken off the front of one address column', () => {
    expect(find({ address: '新平街道里布嘎社区阳光花园小区3幢2单元501' })).toMatchObject({ place: { id: 's' }, rest: '3幢2单元501' })
  })
  test('a name nobody knows gets the nearest one as a suggestion', () => {
    expect(find({ compound: '阳光家园' })).toMatchObject({ problem: 'unknown', nearest: '阳光花园' })
    expect(find({ compound: '万达广场' })).toMatchObject({ problem: 'unknown', nearest: null })
  })
})

describe('masks and formulas', () => {
  test('our own masks are recognised', () => {
    expect(isMasked('999***********1234')).toBe(true)
    expect(isMasked('199****0001')).toBe(true)
    expect(isMasked('99900119900101123X')).toBe(false)
  })
  test('samples show no whole number', () => expect(hideNumbers('999001199001011234')).toBe('999*************34'))
  test('formulas go out harmless and come back whole', () => {
    expect(neutralise('=1+1')).toBe("'=1+1")
    fc.assert(fc.property(fc.string(), (text) => {
      fc.pre(!text.startsWith("'"))
      expect(neutralise(text)).not.toMatch(/^[=+\-@\t\r]/)
      expect(unneutralise(neutralise(text))).toBe(text)
    }))
  })
})

describe('likeness', () => {
  const someone: Traits = { id: 'p1', name: '李桂兰', documentIndex: 'd1', phoneIndex: 't1', birthOn: '1950-01-01', addressKey: '3-2-501' }
  const row = (over: Partial<Traits>): Traits => ({ id: null, name: '李桂兰', documentIndex: null, phoneIndex: null, birthOn: null, addressKey: null, ...over })
  test.each<[string, Partial<Traits>, number, string, string[]]>([
    ['the same number and name is the same person', { documentIndex: 'd1' }, 100, 'same', ['sameDocument']],
    ['the same number with another name is a question', { documentIndex: 'd1', name: '王芳' }, 80, 'ask', ['sameDocument', 'nameDiffers']],
    ['name and phone is a question', { phoneIndex: 't1' }, 85, 'ask', ['sameNamePhone']],
    ['name, birth date and address is a question', { birthOn: '1950-01-01', addressKey: '3-2-501' }, 80, 'ask', ['sameNameBirthAddress']],
    ['another number with the same birth date is a question', { documentIndex: 'd2', phoneIndex: 't1', birthOn: '1950-01-01' }, 60, 'ask', ['sameNamePhone', 'documentDiffers']],
    ['another number with another birth date is another person', { documentIndex: 'd2', phoneIndex: 't1', birthOn: '1980-01-01' }, 0, 'none', []],
    ['the hidden column of our export is the same person', { id: 'p1' }, 100, 'same', ['samePersonId']],
    ['the hidden column with another name is a question', { id: 'p1', name: '王芳' }, 70, 'ask', ['samePersonId', 'nameDiffers']],
    ['a name alone is nobody', {}, 0, 'none', []],
    ['a phone alone is nobody: families share phones', { name: '王芳', phoneIndex: 't1' }, 0, 'none', []],
  ])('%s', (_, over, score, verdict, reasons) => expect(likenessOf(row(over), someone)).toEqual({ score, verdict, reasons }))
  test('a blank or a middle dot is no difference of names', () => {
    expect(likenessOf(row({ documentIndex: 'd1', name: '李 桂兰' }), someone).verdict).toBe('same')
  })
})

describe('rows', () => {
  const columns = fieldsOf(['小区', '楼栋', '单元', '房号', '姓名', '证件类型', '证件号码', '性别', '出生日期', '民族', '电话', '与户主关系', '人口类别', '关爱对象', '人员编号'])
  const read = (cells: string[]) => readRow(128, cells, { columns, places, today: '2020-02-26', days1904: false })
  const good = ['阳光花园', '3幢', '2单元', '501', '李 桂兰', '', '999001195001010021', '女', '1950.1.1', '壮族', '199 0000 0001', '户主', '常住', '独居老人、残疾']
  const issuesOf = (cells: string[]) => {
    const result = read(cells)
    return 'issues' in result ? result.issues : []
  }
  const change = (at: number, cell: string) => good.map((c, i) => (i === at ? cell : c))

  test('a complete row becomes a person', () => {
    expect(read(good)).toMatchObject({
      person: {
        rowNo: 128, name: '李桂兰', sex: '2', birthOn: '1950-01-01', nation: '08', phone: '19900000001', relation: '02',
        residency: 'permanent', areaId: 's', door: { building: '3', unit: '2', room: '501' },
      },
    })
  })
  test('a wrong check digit is said together with the right one', () => {
    expect(issuesOf(change(6, '999001195001010029'))).toEqual([{ field: 'documentNo', code: 'checkDigitWrong', params: { expected: '1' } }])
  })
  test('a number Excel has rounded is recognised as such', () => {
    expect(issuesOf(change(6, '9.9900119500101e+17'))[0]).toMatchObject({ code: 'numberRounded' })
  })
  test('sex and birth date are taken from the number and compared with it', () => {
    expect(read(change(7, '').map((c, i) => (i === 8 ? '' : c)))).toMatchObject({ person: { sex: '2', birthOn: '1950-01-01' } })
    expect(issuesOf(change(7, '男'))).toMatchObject([{ field: 'sex', code: 'sexAgainstDocument' }])
    expect(issuesOf(change(8, '1951-01-01'))).toMatchObject([{ field: 'birthOn', code: 'birthAgainstDocument' }])
  })
  test('every mistake of a row is said at once', () => {
    expect(issuesOf(['阳光家园', '3', '2', '501', '', '', '123', '男人', '昨天', '火星族', '12345']).map((i) => i.field).sort())
      .toEqual(['birthOn', 'compound', 'documentNo', 'name', 'nation', 'phone', 'sex'])
  })
  test('a masked number without the hidden column is nobody', () => {
    expect(issuesOf(change(6, '999***********0021'))).toMatchObject([{ code: 'documentMasked' }])
    expect(read([...change(6, '999***********0021'), '0190a5e2-0000-7000-8000-000000000001'])).toMatchObject({ person: { documentNo: null } })
  })
  test('somebody without a number is accepted', () => expect(read(change(6, ''))).toMatchObject({ person: { documentNo: null, name: '李桂兰' } }))
  test('a door is needed', () => {
    expect(issuesOf(change(3, '').map((c, i) => (i === 1 || i === 2 ? '' : c)))).toMatchObject([{ field: 'room', code: 'doorMissing' }])
  })
  test('any cells give either a person or reasons, never a crash', () => {
    fc.assert(fc.property(fc.array(fc.string(), { maxLength: 16 }), (cells) => {
      const result = read(cells)
      expect('person' in result || result.issues.length > 0).toBe(true)
    }))
  })
})
