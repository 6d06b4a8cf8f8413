import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import sql from 'sql-template-tag'
import { beforeEach, describe, expect, test } from 'vitest'
import { exportsApi } from '../exports/contract.ts'
import { peopleApi } from '../people/contract.ts'
import { checkDigitOf } from '../people/rules.ts'
import { aCommunity, clock, runJob, runJobs, type Caller, type Community } from '../../testing/world.ts'
import { rosterApi, type ImportBatch } from './contract.ts'

beforeEach(() => clock.set('2020-02-26T14:00:00+08:00'))

const headings = ['序号', '小区', '楼栋', '单元', '房号', '姓名', '身份证号', '联系电话', '与户主关系']
let serial = 0
/** A number nobody has: unassigned area 999, right check digit. */
const aNumber = (birth = '19600101'): string => {
  const stem = `999001${birth}${String(++serial % 1000).padStart(3, '0')}`
  return stem + checkDigitOf(stem)
}
const aPhone = (): string => `1990000${String(++serial).padStart(4, '0')}`
interface Row { compound?: string; room?: string; name?: string; documentNo?: string; phone?: string; relation?: string }
const cellsOf = (row: Row, i: number): string[] => [
  String(i + 1), row.compound ?? '锦绣小区', '3', '2', row.room ?? String(101 + i), row.name ?? '李桂兰', row.documentNo ?? aNumber(), row.phone ?? '', row.relation ?? '户主',
]
const csvOf = (rows: Row[], over = headings): string => [over, ...rows.map(cellsOf)].map((cells) => cells.join(',')).join('\r\n')
const utf8 = (text: string) => new TextEncoder().encode(text)

async function xlsxOf(rows: string[][]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('花名册').addRows(rows)
  return new Uint8Array(await book.xlsx.writeBuffer() as ArrayBuffer)
}
async function cellsIn(bytes: Buffer): Promise<string[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer)
  const rows: string[][] = []
  book.worksheets[0]?.eachRow({ includeEmpty: true }, (row) => rows.push(Array.from(row.values as unknown[], (v) => String(v ?? '')).slice(1)))
  return rows
}

interface Desk { c: Community; worker: Caller }
const aDesk = async (): Promise<Desk> => {
  const c = await aCommunity()
  return { c, worker: await c.as('communityWorker') }
}
const upload = ({ c, worker }: Desk, bytes: Uint8Array, filename = '花名册.csv'): Promise<ImportBatch> =>
  worker.call(rosterApi.uploadImport, { areaId: c.community.id }, { upload: { filename, bytes } })
async function check({ worker }: Desk, batchId: string): Promise<ImportBatch> {
  await worker.call(rosterApi.checkImport, { batchId })
  await runJobs()
  return worker.call(rosterApi.getImport, { batchId })
}
async function run({ worker }: Desk, batchId: string): Promise<ImportBatch> {
  await worker.call(rosterApi.runImport, { batchId })
  await runJobs()
  return worker.call(rosterApi.getImport, { batchId })
}
const bring = async (desk: Desk, rows: Row[]): Promise<ImportBatch> => run(desk, (await upload(desk, utf8(csvOf(rows)))).id)
const people = async ({ worker }: Desk) => (await worker.call(peopleApi.listPeople, { limit: 200 })).items

describe('reading', () => {
  test('a workbook with a title, blanks and dates as Excel keeps them goes in', async () => {
    const desk = await aDesk()
    const bytes = await xlsxOf([
      ['里布嘎社区居民花名册'], [], ['姓 名', '公民身份号码', '现住址', '出生年月日', '民族', '与户主的关系'],
      ['张 三', aNumber('19900102'), '金科小区3幢2单元501', 32875 as unknown as string, '壮族', '户主'], [], ['王芳', '', '金科小区3-2-501', '1992年3月4日', '汉', '妻'],
    ])
    const batch = await upload(desk, bytes, '名册.xlsx')
    expect(batch).toMatchObject({ state: 'uploaded', format: 'xlsx', headerRow: 3, missing: [] })
    expect(batch.columns.map((column) => column.field)).toEqual(['name', 'documentNo', 'address', 'birthOn', 'nation', 'relation'])
    const done = await run(desk, batch.id)
    expect(done).toMatchObject({ state: 'imported', rowsTotal: 2, personsAdded: 2, householdsAdded: 1, rowsWrong: 0 })
    expect((await people(desk)).map((p) => p.name).sort()).toEqual(['张三', '王芳'])
  })
  test('a csv saved by a Chinese Excel (GBK) is recognised', async () => {
    const desk = await aDesk()
    const batch = await upload(desk, iconv.encode(csvOf([{ name: '李桂兰' }]), 'gbk'))
    expect(batch).toMatchObject({ format: 'csv', encoding: 'gbk' })
    expect(await run(desk, batch.id)).toMatchObject({ personsAdded: 1 })
    expect((await people(desk))[0]?.name).toBe('李桂兰')
  })
  test('a csv with a mark in front and rare characters keeps them', async () => {
    const desk = await aDesk()
    await run(desk, (await upload(desk, utf8(`\ufeff${csvOf([{ name: '𠮷玥' }])}`))).id)
    expect((await people(desk))[0]?.name).toBe('𠮷玥')
  })
  test('samples show no whole number', async () => {
    const desk = await aDesk()
    const documentNo = aNumber()
    const batch = await upload(desk, utf8(csvOf([{ documentNo }])))
    expect(JSON.stringify(batch)).not.toContain(documentNo)
    expect(batch.columns.find((column) => column.field === 'documentNo')?.samples[0]).toMatch(/^999\*+/)
  })
  test('what cannot be read is refused with what to do', async () => {
    const { c, worker } = await aDesk()
    const send = (bytes: Uint8Array, filename = 'a.csv') => worker.refused(rosterApi.uploadImport, { areaId: c.community.id }, { upload: { filename, bytes } })
    expect((await send(utf8('a,b\n1,2\n'))).code).toBe('roster.noHeadings')
    expect((await send(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'a.xls')).code).toBe('roster.fileOldExcel')
    expect((await send(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'a.xlsx')).code).toBe('roster.fileUnreadable')
    const atCompound = await worker.refused(rosterApi.uploadImport, { areaId: c.compounds[0]?.id ?? '' }, { upload: { filename: 'a.csv', bytes: utf8(csvOf([{}])) } })
    expect(atCompound).toMatchObject({ status: 422, code: 'roster.notACommunity' })
  })
})

describe('columns', () => {
  test('a column set by hand is remembered for the next file of this form', async () => {
    const desk = await aDesk()
    const strange = headings.map((h) => (h === '姓名' ? '称呼' : h))
    const first = await upload(desk, utf8(csvOf([{}], strange)))
    expect(first.missing).toEqual(['name'])
    expect(await desk.worker.refused(rosterApi.checkImport, { batchId: first.id })).toMatchObject({ status: 409, code: 'roster.columnsMissing' })
    await desk.worker.call(rosterApi.setImportMapping, { batchId: first.id, columns: [{ index: 5, field: 'name' }] })
    const second = await upload(desk, utf8(csvOf([{}], strange)))
    expect(second.missing).toEqual([])
    expect(second.columns[5]).toMatchObject({ field: 'name', by: 'remembered' })
  })
  test('one field cannot be two columns', async () => {
    const desk = await aDesk()
    const batch = await upload(desk, utf8(csvOf([{}])))
    const refusal = await desk.worker.refused(rosterApi.setImportMapping, { batchId: batch.id, columns: [{ index: 0, field: 'name' }] })
    expect(refusal).toMatchObject({ status: 422, code: 'roster.columnTwice' })
  })
})

describe('errors', () => {
  test('three bad rows among many cost three rows, each with its cell and reason', async () => {
    const desk = await aDesk()
    const wrongDigit = aNumber().slice(0, 17) + 'Y'
    const rows: Row[] = Array.from({ length: 60 }, () => ({}))
    rows[10] = { documentNo: wrongDigit }
    rows[20] = { name: '' }
    rows[30] = { compound: '锦秀小区' }
    const batch = await upload(desk, utf8(csvOf(rows)))
    expect(await check(desk, batch.id)).toMatchObject({ state: 'checked', rowsTotal: 60, personsAdded: 57, rowsWrong: 3 })
    expect(await people(desk)).toEqual([])
    expect(await run(desk, batch.id)).toMatchObject({ state: 'imported', personsAdded: 57, rowsWrong: 3 })
    const { items } = await desk.worker.call(rosterApi.listImportIssues, { batchId: batch.id })
    expect(items.map((i) => [i.rowNo, i.cell, i.code])).toEqual([
      [12, 'G12', 'documentWrong'], [22, 'F22', 'nameMissing'], [32, 'B32', 'placeUnknownNearest'],
    ])
    expect(items[2]?.params).toEqual({ given: '锦秀小区', nearest: '锦绣小区' })
  })
  test('some days after the last work with it the uploaded file goes: what was imported, the reasons and the undo stay', async () => {
    const desk = await aDesk()
    const batch = await upload(desk, utf8(csvOf([{}, { name: '' }])))
    await run(desk, batch.id)
    const later = async (days: number) => {
      clock.forward(days * 24 * 60)
      await runJob('roster.removeFiles')
    }
    const errorFile = () => desk.worker.refused(rosterApi.downloadImportErrors, { batchId: batch.id })
    await later(29)
    expect(await desk.worker.call(rosterApi.getImport, { batchId: batch.id })).toMatchObject({ fileRemovedAt: null })
    expect((await desk.worker.download(rosterApi.downloadImportErrors, { batchId: batch.id })).bytes.length).toBeGreaterThan(0)
    await later(2)
    expect(await desk.worker.call(rosterApi.getImport, { batchId: batch.id })).toMatchObject({ state: 'imported', fileRemovedAt: expect.any(String) })
    expect(await errorFile()).toMatchObject({ status: 409, code: 'roster.fileRemoved' })
    expect((await desk.worker.call(rosterApi.listImportIssues, { batchId: batch.id })).items).toHaveLength(1)
    await desk.worker.call(rosterApi.undoImport, { batchId: batch.id })
    await runJob('roster.undo', { batchId: batch.id })
    expect(await people(desk)).toEqual([])
    expect(await desk.worker.refused(rosterApi.runImport, { batchId: batch.id })).toMatchObject({ status: 409, code: 'roster.fileRemoved' })
  })
  test('the error file has the original layout with row and reason, and is accepted back once corrected', async () => {
    const desk = await aDesk()
    const documentNo = aNumber()
    const wrong = documentNo.slice(0, 17) + (documentNo.endsWith('1') ? '2' : '1')
    const batch = await upload(desk, await xlsxOf([['花名册'], headings, cellsOf({}, 0), cellsOf({ documentNo: wrong }, 1), cellsOf({}, 2)]), '名册.xlsx')
    await run(desk, batch.id)
    const colleague = await desk.c.as('communityWorker')
    expect(await colleague.refused(rosterApi.downloadImportErrors, { batchId: batch.id }), 'full numbers, for who brought them alone').toMatchObject({ status: 403, code: 'roster.notYourFile' })
    const file = await desk.worker.download(rosterApi.downloadImportErrors, { batchId: batch.id })
    expect(file.filename).toBe('名册-错误行.xlsx')
    const cells = await cellsIn(file.bytes)
    expect(cells[1]).toEqual([...headings, '行号', '原因'])
    expect(cells.length).toBe(3)
    expect(cells[2]?.[9]).toBe('4')
    expect(cells[2]?.[10]).toBe(`身份证号末位校验不对(应为${documentNo.slice(17)})。请对照证件核对整个号码。`)
    const corrected = cells.map((row, i) => (i === 2 ? row.map((cell) => (cell === wrong ? documentNo : cell)) : row))
    const again = await upload(desk, await xlsxOf(corrected), file.filename)
    expect(await run(desk, again.id)).toMatchObject({ personsAdded: 1, rowsWrong: 0, rowsTotal: 1 })
  })
  test('a GBK csv gets its errors back in GBK, and nothing in them that a spreadsheet would run', async () => {
    const desk = await aDesk()
    const batch = await upload(desk, iconv.encode(csvOf([{ name: '', relation: '=1+1' }, {}]), 'gbk'))
    await run(desk, batch.id)
    const file = await desk.worker.download(rosterApi.downloadImportErrors, { batchId: batch.id })
    expect(iconv.decode(file.bytes, 'gbk')).toContain('姓名没有填。请填上姓名。')
    expect(iconv.decode(file.bytes, 'gbk')).toContain(",'=1+1,")
  })
  test('the same number twice in a file costs the second row, which names the first', async () => {
    const desk = await aDesk()
    const documentNo = aNumber()
    const batch = await bring(desk, [{ documentNo }, {}, { documentNo }])
    expect(batch).toMatchObject({ personsAdded: 2, rowsWrong: 1 })
    const { items } = await desk.worker.call(rosterApi.listImportIssues, { batchId: batch.id })
    expect(items).toMatchObject([{ rowNo: 4, code: 'documentTwiceInFile', params: { other: 2 } }])
  })
  test('no reason carries an identity number', async () => {
    const desk = await aDesk()
    const documentNo = aNumber()
    const batch = await bring(desk, [{ documentNo }, { documentNo }, { phone: '123' }])
    expect(JSON.stringify(await desk.worker.call(rosterApi.listImportIssues, { batchId: batch.id }))).not.toContain(documentNo)
  })
})

describe('people who are known', () => {
  test('the same number and name is updated without a question, and blanks wipe nothing', async () => {
    const desk = await aDesk()
    const documentNo = aNumber()
    await bring(desk, [{ documentNo, phone: aPhone() }])
    const batch = await bring(desk, [{ documentNo, room: '999' }])
    expect(batch).toMatchObject({ personsAdded: 0, personsChanged: 1, rowsInQuestion: 0 })
    const [person] = await people(desk)
    expect(person?.address).toContain('999')
    expect(person?.phoneMasked).toMatch(/^199\*+/)
    expect(await bring(desk, [{ documentNo, room: '999' }])).toMatchObject({ personsChanged: 0, personsUnchanged: 1 })
  })
  test('the same number with another name is a question: same person or left out, never a second person', async () => {
    const desk = await aDesk()
    const documentNo = aNumber()
    await bring(desk, [{ documentNo, name: '李桂兰' }])
    const batch = await bring(desk, [{ documentNo, name: '李桂花' }, {}])
    expect(batch).toMatchObject({ personsAdded: 1, rowsInQuestion: 1 })
    const { items } = await desk.worker.call(rosterApi.listImportMatches, { batchId: batch.id })
    expect(items).toMatchObject([{ rowNo: 2, score: 80, reasons: ['sameDocument', 'nameDiffers'], incoming: { name: '李桂花' }, known: { name: '李桂兰' }, allowed: ['same', 'skip'] }])
    expect(JSON.stringify(items)).not.toContain(documentNo)
    const matchId = items[0]?.id ?? ''
    expect(await desk.worker.refused(rosterApi.answerImportMatches, { batchId: batch.id, answers: [{ matchId, answer: 'different' }] }))
      .toMatchObject({ status: 409, code: 'roster.cannotBeDifferent' })
    const after = await desk.worker.call(rosterApi.answerImportMatches, { batchId: batch.id, answers: [{ matchId, answer: 'same' }] })
    expect(after).toMatchObject({ personsChanged: 1, rowsInQuestion: 0 })
    expect((await people(desk)).map((p) => p.name).sort()).toEqual(['李桂兰', '李桂花'].sort())
  })
  test('name and phone without a number is a question that can be answered before the import, in bulk', async () => {
    const desk = await aDesk()
    const phones = [aPhone(), aPhone()]
    await bring(desk, [{ name: '王芳', phone: phones[0] ?? '' }, { name: '赵敏', phone: phones[1] ?? '', room: '202' }])
    const batch = await upload(desk, utf8(csvOf([{ name: '王芳', documentNo: '', phone: phones[0] ?? '', room: '301' }, { name: '赵敏', documentNo: '', phone: phones[1] ?? '', room: '302' }])))
    expect(await check(desk, batch.id)).toMatchObject({ rowsInQuestion: 2, personsAdded: 0 })
    const { items } = await desk.worker.call(rosterApi.listImportMatches, { batchId: batch.id, open: 'true' })
    const answered = await desk.worker.call(rosterApi.answerImportMatches, {
      batchId: batch.id, answers: items.map((m, i) => ({ matchId: m.id, answer: i === 0 ? ('different' as const) : ('skip' as const) })),
    })
    expect(answered).toMatchObject({ rowsInQuestion: 0, personsAdded: 1, rowsSkipped: 1 })
    expect(await run(desk, batch.id)).toMatchObject({ personsAdded: 1, rowsSkipped: 1, rowsInQuestion: 0 })
    expect((await people(desk)).filter((p) => p.name === '王芳').length).toBe(2)
  })
  test.for(['before', 'after'] as const)('“not the same person”, answered %s the import, is remembered: the same sheet again asks nothing and adds nobody', async (when) => {
    const desk = await aDesk()
    const phone = aPhone()
    await bring(desk, [{ name: '王芳', phone }])
    const sheet = utf8(csvOf([{ name: '王芳', documentNo: '', phone, room: '301' }, { name: '赵敏', documentNo: '', phone: aPhone(), room: '302' }]))
    const { id } = await upload(desk, sheet)
    expect(await (when === 'before' ? check : run)(desk, id)).toMatchObject({ rowsInQuestion: 1 })
    const { items } = await desk.worker.call(rosterApi.listImportMatches, { batchId: id })
    await desk.worker.call(rosterApi.answerImportMatches, { batchId: id, answers: items.map((m) => ({ matchId: m.id, answer: 'different' as const })) })
    if (when === 'before') await run(desk, id)
    expect((await people(desk)).filter((p) => p.name === '王芳')).toHaveLength(2)
    const again = await run(desk, (await upload(desk, sheet)).id)
    const asked = await desk.worker.call(rosterApi.listImportMatches, { batchId: again.id })
    expect(asked.items.map((m) => m.incoming.name), 'who was never answered for is asked about').toEqual(['赵敏'])
    expect(again).toMatchObject({ personsAdded: 0, personsChanged: 0, personsUnchanged: 1 })
    expect((await desk.worker.call(peopleApi.listDoubles, { state: 'different' })).items).toHaveLength(1)
    expect((await desk.worker.call(peopleApi.listDoubles, {})).items, 'nor is the pair proposed').toEqual([])
  })
  test('a roster without grids finds the households that stand in a grid', async () => {
    const desk = await aDesk()
    const grid = desk.c.compounds[0]?.grids[0]
    await desk.worker.call(peopleApi.registerPerson, { areaId: grid?.id ?? '', building: '3', unit: '2', room: '501', name: '陈静' })
    const batch = await bring(desk, [{ room: '501', name: '周杰' }])
    expect(batch).toMatchObject({ personsAdded: 1, householdsAdded: 0 })
  })
})

describe('undo', () => {
  test('a whole batch is taken back: what it added goes, what it changed is as before, what is used stays and is named', async () => {
    const desk = await aDesk()
    const documentNo = aNumber()
    await bring(desk, [{ documentNo, name: '老住户', room: '900' }])
    const batch = await bring(desk, [{ documentNo, name: '老住户', room: '901' }, { name: '新住户甲' }, { name: '新住户乙' }, { name: '已修改' }])
    const edited = (await people(desk)).find((p) => p.name === '已修改')
    await desk.worker.call(peopleApi.editPerson, { personId: edited?.id ?? '', version: 1, note: '独居' })
    await desk.worker.call(rosterApi.undoImport, { batchId: batch.id })
    await runJobs()
    const undone = await desk.worker.call(rosterApi.getImport, { batchId: batch.id })
    expect(undone).toMatchObject({ state: 'undone', undone: { removed: 2, restored: 1, keptTotal: 1, kept: [{ name: '已修改', rowNo: 5, why: 'changedSince' }] } })
    const left = await people(desk)
    expect(left.map((p) => p.name).sort()).toEqual(['已修改', '老住户'].sort())
    expect(left.find((p) => p.name === '老住户')?.address).toContain('900')
    const doors = await desk.c.tx('communityWorker', (ctx) => ctx.sql.rows<{ address: string }>(sql`select address from household order by address`))
    expect(doors.map((d) => d.address)).toEqual(['3幢2单元104', '3幢2单元900'])
  })
  test('an undone batch can be imported again', async () => {
    const desk = await aDesk()
    const batch = await bring(desk, [{}, {}])
    await desk.worker.call(rosterApi.undoImport, { batchId: batch.id })
    await runJobs()
    expect(await people(desk)).toEqual([])
    expect(await run(desk, batch.id)).toMatchObject({ state: 'imported', personsAdded: 2 })
  })
  test('what has not been imported cannot be undone', async () => {
    const desk = await aDesk()
    const batch = await upload(desk, utf8(csvOf([{}])))
    expect(await desk.worker.refused(rosterApi.undoImport, { batchId: batch.id })).toMatchObject({ status: 409, code: 'roster.notInThisState' })
  })
})

describe('out and back', () => {
  test.each(['xlsx', 'csv'] as const)('our own export (%s) is accepted back and changes nobody', async (format) => {
    const desk = await aDesk()
    const documentNo = aNumber()
    await bring(desk, [{ documentNo, name: '李桂兰', phone: aPhone() }, { name: '=HYPERLINK("x")', relation: '其他' }])
    const file = await desk.worker.download(rosterApi.exportPeople, { areaId: desk.c.community.id, format, reason: '核对台账' })
    if (format === 'csv') expect(file.bytes.toString()).toContain(`"'=HYPERLINK(""x"")"`)
    expect(file.bytes.toString('latin1')).not.toContain(documentNo)
    const back = await upload(desk, file.bytes, file.filename)
    expect(await run(desk, back.id)).toMatchObject({ rowsTotal: 2, personsAdded: 0, personsChanged: 0, personsUnchanged: 2, rowsWrong: 0, rowsInQuestion: 0 })
    const again = await bring(desk, [{ documentNo, name: '李桂兰' }])
    expect(again).toMatchObject({ personsAdded: 0, rowsInQuestion: 0 })
  })
  test('a masked number stays the real one when something else of the row is changed', async () => {
    const desk = await aDesk()
    const documentNo = aNumber()
    await bring(desk, [{ documentNo, name: '李桂兰' }])
    const file = await desk.worker.download(rosterApi.exportPeople, { areaId: desk.c.community.id, reason: '补电话' })
    const cells = await cellsIn(file.bytes)
    const phoneAt = cells[1]?.indexOf('联系电话') ?? 0
    const changed = cells.map((row, i) => (i === 2 ? row.map((cell, at) => (at === phoneAt ? aPhone() : cell)) : row))
    expect(await run(desk, (await upload(desk, await xlsxOf(changed), file.filename)).id)).toMatchObject({ personsChanged: 1, rowsWrong: 0 })
    expect(await bring(desk, [{ documentNo, name: '李桂兰' }])).toMatchObject({ personsAdded: 0 })
  })
  test('clear numbers need the right to reveal, and every export leaves its reason', async () => {
    const desk = await aDesk()
    const documentNo = aNumber()
    await bring(desk, [{ documentNo }])
    const bureau = await desk.c.as('healthBureau')
    expect(await bureau.refused(rosterApi.exportPeople, { areaId: desk.c.community.id, clear: 'true', reason: '统计' })).toMatchObject({ status: 403, code: 'roster.clearNotAllowed' })
    const clear = { areaId: desk.c.community.id, format: 'csv' as const, clear: 'true', reason: '上门核对' }
    expect((await desk.worker.refused(rosterApi.exportPeople, clear)).code).toBe('exports.waitsForClear')
    const [asked] = (await desk.worker.call(exportsApi.listExports, {})).items
    await (await desk.c.as('subdistrictOfficer')).call(exportsApi.approveExport, { exportId: asked?.id ?? '' })
    const file = await desk.worker.download(rosterApi.exportPeople, clear)
    expect(file.bytes.toString()).toContain(documentNo)
    const trail = await desk.c.tx('system', (ctx) => ctx.sql.rows<{ reason: string }>(sql`
      select reason from audit_event where endpoint = 'roster.exportPeople' and detail is null and account_id = ${desk.worker.accountId}`))
    expect(trail).toEqual([{ reason: '上门核对' }])
  })
  test('the template is accepted as it is, its instruction row is no person', async () => {
    const desk = await aDesk()
    const file = await desk.worker.download(rosterApi.downloadTemplate, { areaId: desk.c.community.id })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(file.bytes as unknown as ExcelJS.Buffer)
    const sheet = book.worksheets[0]
    const row: Record<string, string> = { '小区/居民小组': '老城组', 姓名: '韦大妈', 房号: '17号', 证件号码: aNumber(), 民族: '壮族' }
    const heads = (sheet?.getRow(1).values as string[]).slice(1)
    sheet?.getRow(3).splice(1, 0, ...heads.map((h) => row[h] ?? ''))
    const bytes = new Uint8Array(await book.xlsx.writeBuffer() as ArrayBuffer)
    const batch = await upload(desk, bytes, file.filename)
    expect(batch.missing).toEqual([])
    expect(await run(desk, batch.id)).toMatchObject({ personsAdded: 1, rowsWrong: 0, rowsTotal: 1 })
  })
})

test('a stranger sees neither the batch nor its rows', async () => {
  const desk = await aDesk()
  const batch = await bring(desk, [{ name: '' }])
  const stranger = await desk.c.stranger('communityWorker')
  for (const endpoint of [rosterApi.getImport, rosterApi.listImportIssues, rosterApi.listImportMatches, rosterApi.downloadImportErrors] as const) {
    expect((await stranger.refused(endpoint, { batchId: batch.id })).status).toBe(404)
  }
  expect((await stranger.call(rosterApi.listImports, {})).items).toEqual([])
})
