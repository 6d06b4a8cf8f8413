import { describe, expect, test } from 'vitest'
import { asksForNumbers, conditionsIn, dayText, duplicateShare, elementFor, fillLines, findLayout, gridOf, linesOf, livesAt, matchOf, personElements, saidOf, signatureOf, wayFor, withRemembered, yesNoText, type Grid, type Known, type PersonFacts } from './rules.ts'

const grid = (rows: readonly (readonly string[])[], merges: Parameters<typeof gridOf>[1] = [], formulas: Record<number, number[]> = {}): Grid => gridOf(rows.map((cells, i) => ({ rowNo: i + 1, cells, formulas: formulas[i + 1] ?? [] })), merges, [])

describe('headings met in the field', () => {
  test.each([
    ['序号', 'number'], ['姓 名', 'name'], ['老人姓名', 'name'], ['姓名(必填)', 'name'], ['性别', 'sex'], ['身份证号码', 'documentNo'], ['公民身份号码', 'documentNo'], ['居民身份证号', 'documentNo'], ['证件号码*', 'documentNo'], ['身份证号/护照号', 'documentNo'],
    ['年龄', 'age'], ['年龄(岁)', 'age'], ['周岁', 'age'], ['出生日期', 'birthOn'], ['出生年月', 'birthOn'], ['民族', 'nation'], ['联系电话', 'phone'], ['联系电话\n(本人)', 'phone'], ['手机号', 'phone'], ['联系方式', 'phone'],
    ['家庭住址', 'address'], ['现住址', 'address'], ['现居住地(详细到门牌)', 'address'], ['居住地址', 'address'], ['户籍地址', 'registeredAddress'], ['户口所在地', 'registeredAddress'], ['所属网格', 'grid'], ['网格', 'grid'], ['所属社区', 'community'], ['村(社区)', 'community'], ['街道(乡镇)', 'subdistrict'], ['小区名称', 'compound'], ['楼栋号', 'building'], ['单元', 'unit'], ['房号', 'room'],
    ['网格员', 'gridWorker'], ['网格员姓名', 'gridWorker'], ['责任人', 'gridWorker'], ['网格员电话', 'gridWorkerPhone'], ['网格员联系方式', 'gridWorkerPhone'], ['居住情况', 'careGroups'], ['特殊人群', 'careGroups'], ['是否独居', 'livingAlone'], ['是否为独居老人', 'livingAlone'], ['是否残疾', 'disabled'], ['有无慢性病', 'chronic'], ['是否患有基础疾病', 'chronic'], ['是否在隔离', 'managed'], ['是否隔离(是/否)', 'managed'], ['是否居家隔离', 'atHome'], ['是否集中隔离', 'central'], ['是否60岁以上', 'over60'], ['是否孕产妇', 'pregnant'],
    ['最近体温', 'temperature'], ['体温(℃)', 'temperature'], ['今日体温', 'temperature'], ['隔离方式', 'measure'], ['隔离开始日期', 'startsOn'], ['解除隔离日期', 'endsOn'], ['预计解除日期', 'endsOn'], ['已隔离天数', 'dayOfControl'], ['从何地返回', 'origin'], ['来源地', 'origin'], ['返回日期', 'arrivedOn'], ['到达时间', 'arrivedOn'], ['户主姓名', 'householder'], ['与户主关系', 'relation'], ['家庭人口数', 'householdSize'], ['车牌号', 'plates'], ['工作单位', 'workplace'], ['人员类别', 'residency'], ['备注', 'note'], ['填报日期', 'filledOn'], ['填表人', 'filledBy'],
  ])('%s', (heading, element) => expect(elementFor('people', heading)).toBe(element))
  test.each([['监护人姓名'], ['监护人电话'], ['紧急联系人'], ['子女电话'], ['身高'], ['银行卡号'], ['月收入'], ['是否党员'], ['是否姓名']])('%s is nobody’s guess', (heading) => expect(elementFor('people', heading)).toBeNull())
  test.each([
    ['姓名', '户主', 'householder'], ['姓名', '基本情况', 'name'], ['电话', '网格员', 'gridWorkerPhone'], ['姓名', '网格员', 'gridWorker'], ['姓名', '监护人', null], ['联系电话', '紧急联系人', null], ['小区', '家庭住址', 'compound'], ['', '性别', 'sex'], ['身份证号', '户主', null],
  ])('%s below %s', (heading, above, element) => expect(elementFor('people', heading, above)).toBe(element))
  test.each([['小区', 'areaName'], ['户数', 'households'], ['总人数', 'persons'], ['男', 'male'], ['60岁以上', 'over60'], ['独居老人', 'livingAlone'], ['在管人数', 'managed'], ['集中隔离', 'central'], ['居家隔离人数', 'home'], ['复工企业', 'resumed']])('a row for each area: %s', (heading, element) => expect(elementFor('areas', heading)).toBe(element))
  test('every element is found by its own words, and those that are sensitive are numbers of residents', () => {
    expect(Object.entries(personElements).filter(([, one]) => one.sensitive).map(([id]) => id)).toEqual(['documentNo', 'phone'])
    expect(asksForNumbers('people', [{ source: 'name' }, { source: 'phone' }])).toBe(true)
  })
})

const TITLE = ['60岁以上独居老人摸底表', '', '', '', '']
const box = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right })
describe('the layout of a sheet', () => {
  const two = grid([TITLE, ['填报单位:', '', '日期:2020年2月26日'], ['序号', '姓名', '家庭住址', '', '网格员', ''], ['', '', '小区', '门牌号', '姓名', '电话'], ['1', '', '', '', '', ''], ['', '', '', '', '', ''], ['填表人:', '', '审核人:']],
    [box(1, 0, 1, 5), box(3, 0, 4, 0), box(3, 1, 4, 1), box(3, 2, 3, 3), box(3, 4, 3, 5)])
  test('two heading rows are read together, the line of the office above them is none, and lines end before the signatures', () => {
    const layout = findLayout(two)
    expect(layout?.head).toEqual({ from: 3, to: 4 })
    expect(layout?.title).toBe('60岁以上独居老人摸底表')
    expect(layout?.columns.map((column) => column.source)).toEqual(['number', 'name', 'compound', 'room', 'gridWorker', 'gridWorkerPhone'])
    expect(layout?.columns[5]?.heading).toBe('网格员 · 电话')
    expect(linesOf(two, { from: 3, to: 4 }, 1)).toEqual({ lines: [{ rowNo: 5, kind: 'free' }, { rowNo: 6, kind: 'free' }], last: 6 })
  })
  test('a column that stands twice is asked about, a formula is known, an example and a sum are no lines', () => {
    const sheet = grid([['姓名', '电话', '电话', '年龄'], ['例:张三', '138', '', ''], ['李桂兰', '', '', ''], ['', '', '', ''], ['合计', '', '', '2']], [], { 3: [3], 4: [3] })
    const layout = findLayout(sheet)
    expect(layout?.columns.map(({ source, twice }) => [source, twice])).toEqual([['name', false], ['phone', false], [null, true], ['formula', false]])
    expect(linesOf(sheet, { from: 1, to: 1 }, 0)).toEqual({ lines: [{ rowNo: 3, kind: 'taken' }, { rowNo: 4, kind: 'free' }], last: 4 })
  })
  test('a row for each area is told from a row for each person; where nothing looks like headings somebody points at them', () => {
    expect(findLayout(grid([['小区', '户数', '人数', '男', '女']]))?.kind).toBe('areas')
    const strange = grid([['甲', '乙'], ['丙', '丁']])
    expect(findLayout(strange)).toBeUndefined()
    expect(findLayout(strange, { head: { from: 2, to: 2 } })?.columns.map((column) => column.heading)).toEqual(['丙', '丁'])
  })
  test('the same headings are the same layout under another title, and what was said of a column stays with it', () => {
    const one = findLayout(grid([['三月名单'], ['姓名', '年龄', '银行卡号']]))?.columns ?? []
    const other = findLayout(grid([['四月名单', ''], ['填报单位:', ''], ['姓 名', '年龄(岁)', '银行卡号']]))?.columns ?? []
    expect(signatureOf(other)).toBe(signatureOf(one))
    expect(signatureOf(one)).not.toBe(signatureOf(one.slice(0, 2)))
    const said = one.map((column) => (column.heading === '银行卡号' ? { ...column, source: 'text', text: '无卡' } : column))
    expect(withRemembered(other, said)[2]).toMatchObject({ source: 'text', text: '无卡' })
  })
})

test('how something is written is seen from the heading and from what stands there', () => {
  expect([wayFor('people', 'birthOn', '出生年月', []), wayFor('people', 'birthOn', '出生日期', ['1950年1月2日']), wayFor('people', 'birthOn', '出生日期', []), wayFor('people', 'birthOn', '生日', ['1950.1.2'])]).toEqual(['month', 'han', 'dash', 'dots'])
  expect([wayFor('people', 'livingAlone', '是否独居(打√)', []), wayFor('people', 'livingAlone', '是否独居(是/否)', []), wayFor('people', 'livingAlone', '独居', []), wayFor('people', 'managed', '在管', []), wayFor('people', 'name', '姓名', [])]).toEqual(['tick', 'yesNo', 'yesOnly', 'yesNo', null])
  expect(['dash', 'han', 'dots', 'month'].map((way) => dayText('2020-02-06', way as 'dash'))).toEqual(['2020-02-06', '2020年2月6日', '2020.2.6', '2020.2'])
  expect([yesNoText(true, 'tick'), yesNoText(true, 'yesOnly'), yesNoText(false, 'yesNo'), yesNoText(false, 'yesOnly')]).toEqual(['√', '是', '否', ''])
})

const somebody: PersonFacts = {
  id: 'a', name: '李桂兰', sex: '2', birthOn: '1950-02-27', documentKind: 'residentId', documentNo: '999', documentMasked: '9**', phone: null, phoneMasked: null, nation: '11', nationality: 'CHN', relation: '02', residency: 'permanent', careGroups: ['livingAlone'],
  registeredAddress: null, workplace: null, note: null, confirmed: [], places: { subdistrict: '城关街道', community: '里布嘎社区', compound: '锦绣小区', grid: '第一网格' }, building: '3', unit: '2', room: '501', door: '3幢2单元501', householder: '李桂兰', householdSize: 1, plates: null,
  measure: null, startsOn: null, endsOn: null, anchorOn: null, origin: null, arrivedOn: null, temperature: null, takenAt: null, gridWorker: null,
}
const sheet = { today: '2020-02-26', filledBy: '刘玉梅', clear: false }
const said = (source: string, over: Partial<PersonFacts> = {}, way: Parameters<typeof yesNoText>[1] = null, clear = false) => saidOf({ source, way, text: '' }, { ...somebody, ...over }, { ...sheet, clear })
test('what the house does not know stays empty, and it is said whether it ought to know', () => {
  expect(said('age')).toEqual({ value: 69, state: 'filled' })
  expect([said('phone'), said('workplace'), said('gridWorker'), said('age', { birthOn: null }), said('over60', { birthOn: null }), said('sex', { sex: '0' })].map((one) => one.state)).toEqual(Array(6).fill('missing'))
  expect([said('phone', { confirmed: ['phone'] }), said('temperature'), said('endsOn'), said('note'), said('disabled', {}, 'yesOnly'), said('plates')].map((one) => one.state)).toEqual(Array(6).fill('none'))
  expect([said('temperature', { measure: 'homeQuarantine' }).state, said('temperature', { measure: 'homeQuarantine', temperature: 36 }).value]).toEqual(['missing', '36.0'])
  expect([said('documentNo').value, said('documentNo', {}, null, true).value, said('address', {}, 'short').value, said('address', {}, 'full').value, said('managed', {}, 'yesNo').value]).toEqual(['9**', '999', '锦绣小区3幢2单元501', '里布嘎社区锦绣小区3幢2单元501', '否'])
})

const known = (personId: string, over: Partial<Known> = {}): Known => ({ personId, name: '李桂兰', documentIndex: `d-${personId}`, phoneIndex: `p-${personId}`, building: '3', unit: '2', room: '501', compound: '锦绣小区', address: '', birthOn: null, sex: '2', documentMasked: null, ...over })
describe('who is meant by a line', () => {
  const [a, b] = [known('a'), known('b', { room: '502' })]
  const match = (asked: Partial<Parameters<typeof matchOf>[0]>, index: Partial<Parameters<typeof matchOf>[1]> = {}, named: readonly Known[] = [a, b]) =>
    matchOf({ rowNo: 4, name: '李桂兰', documentNo: null, phone: null, address: null, ...asked }, { document: null, phone: null, ...index }, new Map([['d-a', a]]), new Map([['李桂兰', named]]))
  test.each([
    ['the identity number', match({}, { document: 'd-a' }), { personId: 'a' }],
    ['the number of somebody of another name', match({ name: '王芳' }, { document: 'd-a' }), { reason: 'nameDiffers', candidates: ['a'] }],
    ['a number nobody has, though the name is known', match({}, { document: 'd-x' }), { reason: 'numberUnknown', candidates: ['a', 'b'] }],
    ['a number and a name nobody has', match({ name: '王芳' }, { document: 'd-x' }), { reason: 'notHere', candidates: [] }],
    ['name and telephone', match({}, { phone: 'p-b' }), { personId: 'b' }],
    ['name and address', match({ address: '锦绣小区3栋2单元502室' }), { personId: 'b' }],
    ['a name that several have', match({}), { reason: 'several', candidates: ['a', 'b'] }],
    ['a name alone', match({}, {}, [a]), { reason: 'nameOnly', candidates: ['a'] }],
    ['nothing', match({ name: '' }), { reason: 'noName', candidates: [] }],
  ])('%s', (_name, found, wanted) => expect(found).toEqual({ rowNo: 4, ...wanted }))
  test('the same door in other words', () => {
    expect(['锦绣小区 3号楼二单元501', '里布嘎社区锦绣小区第一网格3-2-501', '3幢2单元501'].map((text) => livesAt(text, a))).toEqual([true, true, true])
    expect(livesAt('金科小区3幢2单元503', a)).toBe(false)
  })
})

test('nothing is written over a formula, over what stands there or into a covered cell; lines are added when there are too few', () => {
  const sheetOf = grid([['序号', '姓名', '年龄', '住址', '岁数'], ['', '甲', '70', '', ''], ['', '乙', '', '', ''], ['', '', '', '', '']], [box(2, 3, 3, 3)], { 2: [4], 3: [4], 4: [4] })
  const columns = findLayout(sheetOf)?.columns ?? []
  const { lines, last } = linesOf(sheetOf, { from: 1, to: 1 }, 1)
  const result = fillLines({ grid: sheetOf, columns, lines, last, standing: new Map([[2, 'x'], [3, 'y']]), more: ['z', 'w'] }, (column, subject) => ({ value: `${column.source}-${subject}`, state: 'filled' }))
  expect(result.lines.map((line) => [line.rowNo, line.added, [...line.cells.keys()].join()])).toEqual([[2, false, '0,3'], [3, false, '0,2'], [4, false, '0,1,2,3'], [5, true, '0,1,2,3']])
  expect(result.lines.map((line) => line.cells.get(0))).toEqual([1, 2, 3, 4])
  expect([result.cells, result.filled, result.open]).toEqual([12, 12, 0])
})

test('a title says who belongs in the form', () => {
  expect(conditionsIn('60岁以上独居老人摸底表')).toEqual({ ageFrom: 60, careGroups: ['livingAlone'] })
  expect(conditionsIn('80周岁及以上高龄老人名单')).toEqual({ ageFrom: 80 })
  expect([conditionsIn('居家隔离人员每日情况表'), conditionsIn('老年人花名册'), conditionsIn('返乡人员登记表'), conditionsIn('残疾人摸底'), conditionsIn('物资领用表')]).toEqual([{ managed: 'homeQuarantine' }, { ageFrom: 60 }, { residency: 'returnee' }, { careGroups: ['disabled'] }, {}])
})

test('how much of a form is asked in others already; number and name are in every form', () => {
  const columns = ['number', 'name', 'age', 'phone', 'address', null].map((source) => ({ source }))
  expect(duplicateShare(columns, [{ name: '独居台账', sources: ['name', 'age', 'phone'] }, { name: '企业表', sources: ['workplace'] }])).toEqual({ share: 2 / 3, names: ['独居台账'] })
  expect(duplicateShare([{ source: 'name' }], [])).toEqual({ share: 0, names: [] })
})
