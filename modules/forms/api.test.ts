import ExcelJS from 'exceljs'
import { beforeEach, describe, expect, test } from 'vitest'
import { aNumber, door, gridOf, register } from '../../testing/people.ts'
import { aSheet } from '../../testing/examples/forms.ts'
import { aCommunity, clock, runJob, type Caller, type Community } from '../../testing/world.ts'
import { auditApi } from '../audit/contract.ts'
import { exportsApi } from '../exports/contract.ts'
import { todayApi } from '../today/contract.ts'
import { formsApi as api } from './contract.ts'

let serial = 0
interface World { c: Community; worker: Caller }
async function world(): Promise<World> {
  clock.set('2020-02-26T16:10:00+08:00')
  const c = await aCommunity()
  return { c, worker: await c.as('communityWorker') }
}
const HEADINGS = ['序号', '姓名', '性别', '身份证号码', '年龄', '联系电话', '家庭住址', '所属网格', '网格员', '是否在隔离', '最近体温', '应补年数', '备注']
/** A department's own form: a merged title, a line of the office, headings, lines with borders and a formula, a sum and signatures, a second sheet. */
async function aBook(names: readonly (readonly string[])[] = [], { free = 2, title = '60岁以上独居老人摸底表', headings = HEADINGS } = {}) {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('摸底表')
  sheet.addRow([title]); sheet.mergeCells(1, 1, 1, headings.length)
  sheet.addRow(['填报单位:', '', '', '日期:'])
  sheet.addRow([...headings])
  const at = headings.indexOf('应补年数')
  for (const cells of [...names, ...Array.from({ length: free }, () => [])]) {
    const row = sheet.addRow(headings.map((_, i) => cells[i] ?? ''))
    row.height = 21
    row.eachCell({ includeEmpty: true }, (cell) => { cell.border = { bottom: { style: 'thin' } } })
    if (at >= 0) row.getCell(at + 1).value = { formula: `E${row.number}-60` }
  }
  sheet.addRow(['合计', '', '', '', { formula: `SUM(E4:E${3 + names.length + free})` }])
  sheet.addRow(['填表人:', '', '审核人:'])
  sheet.getColumn(4).width = 24
  book.addWorksheet('填写说明').addRow(['请于17:00前报民政局'])
  return { filename: '摸底表.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer() as ArrayBuffer) }
}
const upload = async (worker: Caller, file: { filename: string; bytes: Uint8Array }) => worker.call(api.uploadForm, {}, { upload: file })
const opened = async (bytes: Uint8Array) => { const book = new ExcelJS.Workbook(); await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer); return book }
const texts = (sheet: ExcelJS.Worksheet | undefined, row: number) => HEADINGS.map((_, i) => sheet?.getRow(row).getCell(i + 1).text ?? '')
const alone = (w: World, name: string, over: object = {}) => register(w.worker, w.c, { name, sex: '2', birthOn: '1950-02-01', careGroups: ['livingAlone'], room: String(600 + ++serial), ...('documentNo' in over ? { documentKind: 'residentId' } : {}), ...over })

describe('a form with a row for each person', () => {
  let w: World
  beforeEach(async () => { w = await world() })

  test('dropped, told apart, filled by its title and fetched: the layout is the department’s, the cells are the register’s, the unknown stays empty', async () => {
    const number = aNumber('19500201')
    await alone(w, '李桂兰', { documentNo: number, phone: '19900001234' })
    await alone(w, '王秀珍', { room: '888' })
    await alone(w, '赵大爷', { areaId: gridOf(w.c, 1).id, sex: '1' })
    await register(w.worker, w.c, { name: '不独居', birthOn: '1940-01-01', room: '777' })
    const { formId, known } = await upload(w.worker, await aBook([], { free: 2 }))
    expect(known).toBe(false)
    const card = await w.worker.call(api.getForm, { formId })
    expect(card).toMatchObject({ name: '60岁以上独居老人摸底表', kind: 'people', head: { from: 3, to: 3 }, state: 'due', asksForNumbers: true, who: { conditions: { ageFrom: 60, careGroups: ['livingAlone'] } }, admission: { state: 'none' } })
    expect(card.columns.map((column) => column.source)).toEqual(['number', 'name', 'sex', 'documentNo', 'age', 'phone', 'address', 'grid', 'gridWorker', 'managed', 'temperature', 'formula', 'note'])
    const preview = await w.worker.call(api.previewForm, { formId })
    expect(preview).toMatchObject({ lines: 3, standing: 0, added: 1, gapsInAll: 3, unmatchedInAll: 0 })
    expect(preview.gaps.map((one) => [one.name, one.missing.join()])).toEqual([['李桂兰', '网格员'], ['王秀珍', '身份证号码,联系电话,网格员'], ['赵大爷', '身份证号码,联系电话,网格员']])
    expect(JSON.stringify(preview)).not.toContain(number)
    const filling = await w.worker.call(api.fillForm, { formId })
    expect(filling).toMatchObject({ lines: 3, clear: false, kept: true })
    expect(filling.cells).toBe(filling.filled + filling.open)
    const file = await w.worker.download(api.downloadFilling, { fillingId: filling.fillingId, reason: '报民政局' })
    expect(file.filename).toMatch(/^60岁以上独居老人摸底表-2020-02-26-.*\.xlsx$/)
    const book = await opened(file.bytes)
    const sheet = book.worksheets[0]
    expect(texts(sheet, 4)).toEqual(['1', '李桂兰', '女', expect.stringContaining('*'), '70', '199****1234', '锦绣小区3幢2单元' + (await w.worker.call(api.previewForm, { formId })).shown[0]?.cells[6]?.text.slice(-3), '第一网格', '', '否', '', expect.anything(), ''])
    expect([texts(sheet, 6)[1], sheet?.getRow(6).height, sheet?.getCell('C6').border.bottom?.style, sheet?.getCell('L6').formula]).toEqual(['赵大爷', 21, 'thin', 'E6-60'])
    expect([sheet?.getCell('E7').formula, sheet?.getCell('A8').text, sheet?.getCell('A1').isMerged, sheet?.getColumn(4).width, book.worksheets[1]?.getCell('A1').text]).toEqual(['SUM(E4:E6)', '填表人:', true, 24, '请于17:00前报民政局'])
    expect((await w.worker.call(api.getForm, { formId })).state).toBe('filled')
  })

  test('whoever stands in the sheet is matched by number, telephone or address; the others are named with row and reason, and chosen or left out', async () => {
    const number = aNumber('19500201')
    await alone(w, '李桂兰', { documentNo: number })
    await alone(w, '王秀珍', { phone: '19900001235' })
    const here = await alone(w, '王秀珍', { phone: '19900001236' })
    await alone(w, '杨大妈', { room: '909' })
    const other = await world()
    await alone(other, '外头人', { documentNo: aNumber('19500203') })
    w.worker = await w.c.as('communityWorker')
    const row = (name: string, documentNo = '', phone = '', address = '') => ['', name, '', documentNo, '', phone, address]
    const { formId } = await upload(w.worker, await aBook([row('李桂兰', number), row('王秀珍', '', '19900001236'), row('杨大妈', '', '', '锦绣小区3栋2单元909室'), row('王秀珍'), row('外头人'), row('李桂花', number)], { free: 0 }))
    expect((await w.worker.call(api.getForm, { formId })).who).toBeNull()
    const before = await w.worker.call(api.previewForm, { formId })
    expect(before).toMatchObject({ lines: 3, standing: 3, added: 0 })
    expect(before.unmatched.map((one) => [one.rowNo, one.reason, one.candidates.length])).toEqual([[7, 'several', 2], [8, 'notHere', 0], [9, 'nameDiffers', 1]])
    expect(before.shown[0]?.cells[3]?.text).not.toBe(number)
    // Somebody of another community cannot be pointed at, whatever id is sent.
    const stranger = await other.c.as('communityWorker')
    const strangers = await alone({ c: other.c, worker: stranger }, '外头人二')
    await w.worker.call(api.setFormWho, { formId, who: null, picks: { 7: here.personId, 8: strangers.personId, 9: 'skip' } })
    const after = await w.worker.call(api.previewForm, { formId })
    expect([after.lines, after.skipped, after.unmatched.map((one) => one.rowNo)]).toEqual([4, 1, [8]])
    expect(after.shown.find((line) => line.rowNo === 7)?.cells[5]).toEqual({ text: '199****1236', state: 'filled' })
    expect(after.shown.find((line) => line.rowNo === 8)?.subjectId).toBeNull()
  })

  test('the columns are as somebody says: one text for all, left blank, another way of writing; a formula is never taken', async () => {
    await alone(w, '李桂兰')
    const { formId } = await upload(w.worker, await aBook())
    const at = (heading: string) => HEADINGS.indexOf(heading)
    const set = (index: number, source: string | null, over: object = {}) => ({ index, source, way: null, text: '', ...over })
    expect((await w.worker.refused(api.setFormColumns, { formId, columns: [set(0, 'bankAccount')] })).code).toBe('forms.wrongSource')
    expect((await w.worker.refused(api.setFormColumns, { formId, columns: [set(0, 'formula')] })).code).toBe('forms.wrongSource')
    const card = await w.worker.call(api.setFormColumns, { formId, columns: [set(at('备注'), 'text', { text: '健在' }), set(at('是否在隔离'), 'managed', { way: 'tick' }), set(at('家庭住址'), 'blank'), set(at('应补年数'), 'age')] })
    expect(card.columns[at('应补年数')]?.source).toBe('formula')
    const { shown } = await w.worker.call(api.previewForm, { formId })
    expect(['备注', '是否在隔离', '家庭住址'].map((heading) => shown[0]?.cells[at(heading)])).toEqual([{ text: '健在', state: 'filled' }, { text: '', state: 'open' }, { text: '', state: 'open' }])
  })

  test('whole numbers need the permission and somebody else’s yes, and then stand in the file', async () => {
    const number = aNumber('19500201')
    await alone(w, '李桂兰', { documentNo: number, phone: '19900001234' })
    const { formId } = await upload(w.worker, await aBook())
    const { fillingId } = await w.worker.call(api.fillForm, { formId, clear: true })
    const wanted = { fillingId, reason: '报民政局' }
    expect((await w.worker.refused(api.downloadFilling, wanted)).code).toBe('exports.waitsForClear')
    const officer = await w.c.as('subdistrictOfficer')
    const [waiting] = (await officer.call(exportsApi.listExports, { tab: 'toDecide' })).items
    expect(waiting).toMatchObject({ title: expect.stringContaining('60岁以上独居老人摸底表'), rows: 1, clear: true })
    await officer.call(exportsApi.approveExport, { exportId: waiting?.id ?? '' })
    const sheet = (await opened((await w.worker.download(api.downloadFilling, wanted)).bytes)).worksheets[0]
    expect([texts(sheet, 4)[3], texts(sheet, 4)[5]]).toEqual([number, '19900001234'])
    expect((await (await w.c.stranger('communityWorker')).refused(api.downloadFilling, wanted)).status).toBe(404)
    expect((await (await w.c.as('gridWorker')).refused(api.fillForm, { formId })).status).toBe(403)
  })

  test('the same layout is known again under another title, with what was said of it; a daily form is due again the next day and stands in Today until it is filled', async () => {
    await alone(w, '李桂兰')
    const { formId } = await upload(w.worker, await aBook())
    await w.worker.call(api.setFormFacts, { formId, name: '每日独居老人表', department: '民政局', frequency: 'daily', dueTime: '16:30' })
    await w.worker.call(api.setFormColumns, { formId, columns: [{ index: 12, source: 'text', way: null, text: '健在' }] })
    const again = await upload(w.worker, await aBook([], { title: '60岁以上独居老人摸底表(3月)' }))
    expect(again).toEqual({ formId, known: true })
    expect((await w.worker.call(api.getForm, { formId })).columns[12]).toMatchObject({ source: 'text', text: '健在' })
    const inToday = async () => (await w.worker.call(todayApi.today, { kind: 'form' })).groups.flatMap((group) => group.items.map((item) => [item.name, item.state]))
    expect(await inToday()).toEqual([['每日独居老人表', 'soon']])
    clock.set('2020-02-26T16:40:00+08:00')
    expect(await inToday()).toEqual([['每日独居老人表', 'overdue']])
    const { fillingId } = await w.worker.call(api.fillForm, { formId })
    expect(await inToday()).toEqual([])
    expect((await w.worker.call(api.listForms, { tab: 'filled' })).items.map((one) => [one.name, one.filled?.at])).toEqual([['每日独居老人表', clock.now]])
    await w.worker.call(api.undoFilling, { fillingId })
    expect((await w.worker.call(api.getForm, { formId })).state).toBe('overdue')
    await w.worker.call(api.redoFilling, { fillingId })
    clock.set('2020-02-27T09:00:00+08:00')
    expect((await w.worker.call(api.getForm, { formId })).state).toBe('due')
    await w.worker.call(api.stopForm, { formId, reason: '不再要求' })
    expect([await inToday(), (await w.worker.refused(api.fillForm, { formId })).code]).toEqual([[], 'forms.stopped'])
    // Out of use for as long as the setting says it goes, and the trail says so; dropped here again it goes on with what was said of its columns.
    const after = async (day: string) => { clock.set(`${day}T09:00:00+08:00`); await runJob('forms.removeFiles'); return w.worker.call(api.getForm, { formId }) }
    expect((await after('2020-03-27')).fileRemovedAt).toBeNull()
    expect(await after('2020-03-30')).toMatchObject({ fileRemovedAt: clock.now, fillings: [{ kept: false, undone: false }] })
    expect((await (await w.c.as('auditor')).call(auditApi.listAuditEvents, { subject: formId, act: 'change' })).items[0]).toMatchObject({ actorKind: 'system', endpoint: 'forms.removeFiles', reason: 'forms.fileDays 30' })
    await w.worker.call(api.resumeForm, { formId })
    expect([(await w.worker.refused(api.fillForm, { formId })).code, (await w.worker.refused(api.sampleForm, { formId })).code]).toEqual(['forms.sheetGone', 'forms.sheetGone'])
    expect(await upload(w.worker, await aBook())).toEqual({ formId, known: true })
    expect(await w.worker.call(api.getForm, { formId })).toMatchObject({ fileRemovedAt: null, columns: expect.arrayContaining([expect.objectContaining({ text: '健在' })]) as unknown })
  })

  test('files of other kinds say what to do, and a heading nobody found is pointed at', async () => {
    const refused = async (filename: string, bytes: Buffer) => (await w.worker.refused(api.uploadForm, {}, { upload: { filename, bytes } })).code
    const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(await refused('表.xls', Buffer.concat([ole, Buffer.alloc(600)]))).toBe('forms.fileOldExcel')
    expect(await refused('表.xlsx', Buffer.concat([ole, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('forms.fileLocked')
    expect(await refused('表.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).toBe('forms.fileUnreadable')
    expect(await refused('表.csv', Buffer.from(','))).toBe('forms.fileEmpty')
    const { formId } = await upload(w.worker, { filename: '怪表.csv', bytes: Buffer.from('怪表\n甲,乙\n姓甚名谁,几岁\n,\n') })
    expect((await w.worker.refused(api.fillForm, { formId })).code).toBe('forms.noHeading')
    expect((await w.worker.call(api.sampleForm, { formId })).rows.map((one) => one.cells[0])).toEqual(['怪表', '甲', '姓甚名谁', ''])
    const card = await w.worker.call(api.setFormHeading, { formId, rowNo: 3, kind: 'people' })
    expect(card.columns.map((column) => [column.heading, column.source])).toEqual([['姓甚名谁', null], ['几岁', null]])
    await alone(w, '李桂兰')
    await w.worker.call(api.setFormColumns, { formId, columns: [{ index: 0, source: 'name', way: null, text: '' }, { index: 1, source: 'age', way: null, text: '' }] })
    expect((await w.worker.refused(api.fillForm, { formId })).code).toBe('forms.nobody')
    await w.worker.call(api.setFormWho, { formId, who: { areaId: w.c.community.id, conditions: { ageFrom: 60 } } })
    const { fillingId } = await w.worker.call(api.fillForm, { formId })
    const { bytes } = await w.worker.download(api.downloadFilling, { fillingId, reason: '报民政局' })
    expect(bytes.toString('utf8').split('\r\n').slice(2, 5)).toEqual(['姓甚名谁,几岁', '李桂兰,70', expect.stringContaining('导出人')])
  })
})

test('a row for each area: those that stand in the sheet and those below the community, each figure as the house counts it', async () => {
  const w = await world()
  await alone(w, '李桂兰')
  await alone(w, '赵大爷', { sex: '1' })
  await register(w.worker, w.c, { name: '年轻人', sex: '1', birthOn: '1999-01-01', areaId: gridOf(w.c, 1).id, room: '101' })
  const { formId } = await upload(w.worker, { filename: '小区情况表.csv', bytes: Buffer.from('小区情况表\n序号,小区,户数,人数,男,60岁以上,独居,在管人数,网格员\n,金科小区,,,,,,,\n,不认识的小区,,,,,,,\n,,,,,,,,\n') })
  expect(await w.worker.call(api.getForm, { formId })).toMatchObject({ kind: 'areas', asksForNumbers: false })
  await w.worker.call(api.setFormWho, { formId, who: { areaId: w.c.community.id, conditions: {}, level: 'settlement' } })
  const { shown, unmatched } = await w.worker.call(api.previewForm, { formId })
  expect(shown.map((line) => line.cells.map((cell) => cell.text).join())).toEqual(['1,金科小区,1,1,1,0,0,0,', ',不认识的小区,,,,,,,', '3,老城组,0,0,0,0,0,0,', '4,锦绣小区,2,2,1,2,2,0,'])
  expect(unmatched.map((one) => [one.rowNo, one.reason])).toEqual([[4, 'notHere']])
  await w.worker.call(api.setFormWho, { formId, who: { areaId: w.c.compounds[0]?.id ?? '', conditions: {}, level: 'grid' } })
  expect((await w.worker.call(api.previewForm, { formId })).shown.slice(2).map((line) => line.cells[1]?.text)).toEqual(['锦绣小区第一网格', '锦绣小区第二网格'])
})

test('an office above admits a layout for everybody below, or declines it with a reason; what stands in admitted forms already is said, and nothing is blocked', async () => {
  const w = await world()
  const officer = await w.c.as('subdistrictOfficer')
  const name = `独居${++serial}`
  const one = (await upload(w.worker, aSheet([name], `姓名,年龄,联系电话,第${++serial}列`))).formId
  const other = (await upload(w.worker, aSheet([name], `姓名,年龄,家庭住址,第${++serial}列`))).formId
  await alone(w, name)
  expect((await w.worker.refused(api.admitForm, { formId: one, reason: '自己批' })).status).toBe(403)
  await officer.call(api.admitForm, { formId: one, basis: '民发〔2020〕1号', reason: '上级要求', until: '2020-03-01' })
  const card = await w.worker.call(api.getForm, { formId: one })
  expect(card.admission).toMatchObject({ state: 'admitted', until: '2020-03-01', officeName: w.c.subdistrict.name })
  expect((await w.worker.call(api.getForm, { formId: other })).duplicates).toMatchObject({ share: 0.5, names: [card.name] })
  await officer.call(api.declineForm, { formId: other, reason: '与独居台账重复' })
  expect((await w.worker.call(api.listForms, {})).items.map((line) => line.admission.state).toSorted()).toEqual(['admitted', 'declined'])
  const picks = { 3: 'skip' as const }
  await w.worker.call(api.setFormWho, { formId: other, who: { areaId: w.c.community.id, conditions: { ageFrom: 60 } }, picks })
  await w.worker.call(api.fillForm, { formId: other })
  expect(await w.worker.call(api.formFigures, {})).toMatchObject({ unadmitted: 1, month: { fillings: 1, unadmitted: 1 }, saved: { secondsPerCell: 5 } })
  await officer.call(api.withdrawAdmission, { formId: other })
  expect((await w.worker.call(api.getForm, { formId: other })).admission.state).toBe('none')
  clock.set('2020-03-02T09:00:00+08:00')
  expect((await w.worker.call(api.getForm, { formId: one })).admission.state).toBe('none')
  expect((await (await w.c.stranger('communityWorker')).call(api.listForms, {})).items).toEqual([])
})
