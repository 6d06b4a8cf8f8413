import { describe, expect, test } from 'vitest'
import { kinds } from './data.ts'
import { businessesAddUp, FIGURE, listed, markFigure, mouldContents, mouldOf, nearest, numberText, paperOf, pour, problemsOf, readXml, reportContents, reportFigures, shortProvince, textOf, type ReportFacts } from './rules.ts'

const person = [{ name: '姓名', about: { zh: '', en: '' }, example: '甲', required: true as const }, { name: '住址', about: { zh: '', en: '' }, example: '乙' }]
const withRows = [...person, { name: '监测', about: { zh: '', en: '' }, example: [], rows: [{ name: '日期', about: { zh: '', en: '' }, example: '' }, { name: '体温', about: { zh: '', en: '' }, example: '' }] }]

describe('a template is checked', () => {
  test('an unknown placeholder is named with the one that was meant', () => {
    expect(problemsOf([{ name: '姓名' }, { name: '住祉' }], person, 'docx')).toEqual([{ id: 'unknownNear', params: { name: '住祉', near: '住址' } }])
    expect(problemsOf([{ name: '姓名' }, { name: '车牌颜色' }], person, 'docx')).toEqual([{ id: 'unknown', params: { name: '车牌颜色' } }])
  })
  test('what a document cannot be without is missed', () => {
    expect(problemsOf([{ name: '住址' }], person, 'docx')).toEqual([{ id: 'missing', params: { name: '姓名' } }])
  })
  test('a ledger needs a row to repeat', () => {
    expect(problemsOf([{ name: '填报单位' }, { name: '截至' }], kinds.managedLedger.placeholders, 'xlsx').map((p) => p.id)).toEqual(['noRepeatedRow'])
  })
  test('the nearest name is near, not just the least far', () => {
    expect(nearest('证件号', ['证件号码', '姓名'])).toBe('证件号码')
    expect(nearest('abcdef', ['证件号码', '姓名'])).toBeUndefined()
  })
  test('every placeholder is listed as it is written, rows inside their part', () => {
    expect(listed(withRows, 'docx').map((p) => p.written)).toEqual(['{姓名}', '{住址}', '{#监测}…{/监测}', '{日期}', '{体温}'])
    expect(listed(withRows, 'xlsx').map((p) => p.written)).toEqual(['{姓名}', '{住址}', '{日期}', '{体温}'])
  })
  test('no kind says a name twice, and every placeholder has an example', () => {
    for (const { placeholders } of Object.values(kinds)) {
      const names = placeholders.map((p) => p.name)
      expect(new Set(names).size).toBe(names.length)
    }
  })
})

describe('a mould', () => {
  const filled = (contents: Record<string, unknown>) => `<a>${String(contents['姓名'])}</a>${(contents['监测'] as Record<string, string>[]).map((row) => `<tr><b>${row['日期']}</b>|${row['体温']}</tr>`).join('')}<z/>`
  const mould = mouldOf(filled(mouldContents(withRows)), withRows)
  test.for([1, 2, 3, 7])('filled with %i rows is what the template would have given', (n) => {
    const contents = { 姓名: '李', 监测: Array.from({ length: n }, (_, i) => ({ 日期: `D${i}`, 体温: `36.${i}` })) }
    expect(pour(mould, contents)).toBe(filled(contents))
  })
  test('says when it cannot hold the contents', () => expect(pour(mould, { 姓名: '李', 监测: [] })).toBeUndefined())
  test('keeps what somebody typed from becoming part of the file', () => {
    expect(pour(mould, { 姓名: '<w:p/>&', 监测: [{ 日期: '', 体温: '' }] })).toContain('<a>&lt;w:p/&gt;&amp;</a>')
  })
})

describe('the paper', () => {
  const document = (body: string) => `<?xml version="1.0"?><w:document><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`
  test('reads text, type and alignment', () => {
    const paper = paperOf(document('<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="44"/><w:rFonts w:eastAsia="黑体"/></w:rPr><w:t>告知</w:t></w:r><w:r><w:rPr><w:b/><w:sz w:val="44"/><w:rFonts w:eastAsia="黑体"/></w:rPr><w:t>书 &amp; 回执</w:t></w:r></w:p>'))
    expect(paper).toEqual({ landscape: false, blocks: [{ kind: 'paragraph', align: 'center', indent: 0, before: 0, runs: [{ bold: true, size: 22, font: 'hei', text: '告知书 & 回执' }] }] })
  })
  test('reads tables with repeated heads, cells across and cells down', () => {
    const cell = (text: string, about = '') => `<w:tc><w:tcPr>${about}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
    const paper = paperOf(document(`<w:tbl><w:tblPr><w:tblBorders/></w:tblPr><w:tblGrid><w:gridCol w:w="1"/><w:gridCol w:w="2"/></w:tblGrid>
      <w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('头', '<w:gridSpan w:val="2"/>')}</w:tr>
      <w:tr>${cell('下', '<w:vMerge w:val="restart"/>')}${cell('1')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('2')}</w:tr></w:tbl>`))
    const [table] = paper.blocks
    expect(table).toMatchObject({ kind: 'table', headRows: 1, lined: true, widths: [1, 2] })
    expect(table?.kind === 'table' && table.rows.map((row) => row.cells.map((c) => [c.span, c.rows]))).toEqual([[[2, 1]], [[1, 2], [1, 1]], [[1, 1]]])
  })
  test('a marked figure becomes a run that can be traced', () => {
    const paper = paperOf(document(`<w:p><w:r><w:t>共${markFigure('managed.persons', '34')}人</w:t></w:r></w:p>`))
    expect(paper.blocks[0]).toMatchObject({ runs: [{ text: '共' }, { text: '34', figure: 'managed.persons' }, { text: '人' }] })
    expect(JSON.stringify(paper)).not.toContain(FIGURE.open)
  })
  test('XML is read with entities, comments and self-closed elements', () => {
    expect(textOf(readXml('<a><!-- no --><b x="1"/>&lt;ok&gt;&#20013;</a>'))).toBe('<ok>中')
  })
})

test('numbers are written as offices write them', () => expect(numberText(kinds.startNotice.number ?? '', '里布嘎社区', 2020, 12)).toBe('里布嘎社区疫防告〔2020〕12号'))

describe('the work report', () => {
  const cell = (indicator: string, originClass: string | null, households: number, persons: number) => ({ indicator: indicator as 'managed', originClass, households, persons })
  const facts: ReportFacts = {
    areaId: 'a', areaName: '里布嘎社区', unitName: '新平街道里布嘎社区', phone: '', maker: '刘', day: '2020-02-26', asOf: '2020-02-26T07:41:00.000Z', orderNo: '第3号', compounds: 10, villageGroups: 6,
    cells: [cell('compounds', null, 8652, 32126), cell('cumulative', 'hubei', 18, 34), cell('cumulative', 'otherProvince', 255, 287)],
    classes: [{ id: 'hubei', name: '湖北(含武汉)', says: '集中隔离医学观察14天', sites: ['大香格里拉酒店'], provinces: ['湖北'] }, { id: 'otherProvince', name: '其他省份', says: '居家隔离14天', sites: [], provinces: ['广东', '广西'] }, { id: 'abroad', name: '境外', says: '集中隔离', sites: [], provinces: [] }],
    counted: new Map([['resumed', { value: 1100, source: { from: 'businesses', of: 'resumed' } }], ['notResumed', { value: 38, detail: '餐饮、足浴、烧烤', source: { from: 'businesses', of: 'notResumed' } }]]), declared: new Map([['migrantWork', { indicator: 'migrantWork', day: '2020-02-25', value: 981, detail: '广东', source: '台账', at: '2020-02-25T02:00:00.000Z', accountName: '刘玉梅' }]]),
  }
  const figures = reportFigures(facts, new Map([['小区数', 9]]))
  const contents = reportContents(facts, figures, { marked: false, addressOf: () => 'http://x' })
  test('says every class somebody came from, and zero for the others', () => {
    expect(contents['来返情况']).toMatchObject([{ 序号词: '一', 户数: '18', 人数: '34', 管理措施: '统一安排在大香格里拉酒店,按要求集中隔离医学观察14天', 主要来源: '', 标点: ';' }, { 主要来源: ',主要集中于广东、广西等省份', 标点: '。' }])
    expect(contents['无来返']).toBe('境外来人为零。')
  })
  test('never shows as derived what was declared, nor as zero what was not', () => {
    const rows = contents['数据来源'] as Record<string, string>[]
    expect(rows.find((row) => row['指标'] === '外出务工人数')).toMatchObject({ 数字: '981人', 出处: '填报:刘玉梅2月25日,依据:台账' })
    expect(rows.find((row) => row['指标'] === '企业数')).toMatchObject({ 数字: '(未填报)', 出处: '还没有填报' })
    expect(contents['企业数']).toBe('(未填报)')
    expect(rows.find((row) => row['指标'] === '已复工数')).toMatchObject({ 数字: '1100家', 出处: '系统按企业和商户登记逐家生成' })
    expect([contents['未复工数'], contents['未复工情况']]).toEqual(['38', '餐饮、足浴、烧烤'])
  })
  test('knows what each figure was in the former report', () => expect(figures.find((f) => f.key === '小区数')).toMatchObject({ value: 10, former: 9 }))
  test('checks that the businesses add up', () => {
    const of = (values: Record<string, number>) => businessesAddUp(Object.entries(values).map(([key, value]) => ({ key, value })))
    expect(of({ 企业数: 46, 个体工商户数: 1092, 已复工数: 1100, 未复工数: 38 })).toEqual({ all: 1138, parts: 1138 })
    expect(of({ 企业数: 46 })).toBeNull()
  })
  test('names provinces as people do', () => expect(['广东省', '广西壮族自治区', '北京市', '香港特别行政区', '内蒙古自治区'].map(shortProvince)).toEqual(['广东', '广西', '北京', '香港', '内蒙古']))
})
