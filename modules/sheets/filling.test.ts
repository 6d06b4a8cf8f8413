import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { moveFormula, pushFormula } from './rules/references.ts'
import { filled, markedParts, openBook, textsOf, zipped, type Book } from './service.ts'

const open = async (bytes: Uint8Array): Promise<Book> => {
  const book = await openBook(Buffer.from(bytes))
  if (typeof book === 'string') throw new Error(book)
  return book
}
const reopened = async (bytes: Uint8Array) => { const book = new ExcelJS.Workbook(); await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer); return book }

/** A form as a department sends it: title over all columns, headings, three lines with borders, a sum and a signature below, a second sheet that speaks of the first. */
async function aForm(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('摸底表', { pageSetup: { orientation: 'landscape' } })
  sheet.addRow(['摸底表']); sheet.mergeCells('A1:D1')
  sheet.addRow(['姓名', '', '年龄', '年龄减一']); sheet.mergeCells('A2:B2')
  for (let n = 3; n <= 5; n++) {
    const row = sheet.addRow(['', '', '', { formula: `C${n}-1` }])
    row.height = 24
    row.eachCell({ includeEmpty: true }, (cell) => { cell.border = { top: { style: 'thin' } }; cell.font = { name: '仿宋', size: 12 } })
    sheet.mergeCells(`A${n}:B${n}`)
  }
  sheet.addRow(['合计', '', { formula: 'SUM(C3:C5)' }, { formula: 'D3' }])
  sheet.addRow(['填表人:', '审核人:'])
  sheet.getColumn(1).width = 31
  sheet.addConditionalFormatting({ ref: 'C3:C5', rules: [{ type: 'cellIs', operator: 'greaterThan', formulae: ['80'], priority: 1, style: { font: { bold: true } } }] })
  const second = book.addWorksheet('说明')
  second.getCell('A1').value = { formula: "SUM(摸底表!C3:C5)+摸底表!C6+B7" }
  second.getCell('A2').value = '请于17:00前报送'
  sheet.pageSetup.printArea = 'A1:D7'
  return new Uint8Array(await book.xlsx.writeBuffer() as ArrayBuffer)
}

test('a form is filled where it stands: lines are added in the style of the first, sums grow, what stands below moves, the other sheet stays', async () => {
  const book = await open(await aForm())
  const cells = new Map([3, 4, 5, 6, 7].map((rowNo, i) => [rowNo, new Map<number, string | number>([[0, `李桂兰${i}`], [2, 70 + i]])]))
  const again = await reopened(zipped(filled(book, { cells, add: { after: 5, by: 2, like: 3 } })))
  const [sheet, second] = [again.worksheets[0], again.worksheets[1]]
  if (!sheet || !second) throw new Error('no sheet')
  expect([3, 5, 7].map((n) => [sheet.getCell(`A${n}`).text, sheet.getCell(`C${n}`).value, sheet.getCell(`D${n}`).formula])).toEqual([['李桂兰0', 70, 'C3-1'], ['李桂兰2', 72, 'C5-1'], ['李桂兰4', 74, 'C7-1']])
  expect([sheet.getRow(7).height, sheet.getCell('A7').font.name, sheet.getCell('A7').border.top?.style, sheet.getCell('B7').master.address, sheet.getColumn(1).width]).toEqual([24, '仿宋', 'thin', 'A7', 31])
  expect([sheet.getCell('A8').text, sheet.getCell('C8').formula, sheet.getCell('D8').formula, sheet.getCell('A9').text]).toEqual(['合计', 'SUM(C3:C7)', 'D3', '填表人:'])
  expect([second.getCell('A1').formula, second.getCell('A2').text]).toEqual(['SUM(摸底表!C3:C7)+摸底表!C8+B7', '请于17:00前报送'])
  expect([sheet.pageSetup.printArea, (sheet as unknown as { conditionalFormattings: { ref: string }[] }).conditionalFormattings[0]?.ref]).toEqual(['A1:D9', 'C3:C7'])
  expect(sheet.getCell('A1').master.address + sheet.getCell('D1').master.address).toBe('A1A1')
})

test('nothing written, nothing changed but what a formula came to; the mark stands in the properties and on the printed page, not in a row', async () => {
  const bytes = await aForm()
  const book = await open(bytes)
  const parts = filled(book, { cells: new Map() })
  const untouched = Object.keys(book.parts).filter((name) => ![book.part, 'xl/workbook.xml', '[Content_Types].xml', 'xl/_rels/workbook.xml.rels'].includes(name))
  expect(untouched.filter((name) => Buffer.compare(book.parts[name] ?? new Uint8Array(), parts[name] ?? new Uint8Array()) !== 0)).toEqual([])
  const again = await open(markedParts(parts, book.part, { line: '内部资料 & 编号 1', properties: { 导出编号: '1' } }))
  expect(again.rows.map((row) => textsOf(row))).toEqual(book.rows.map((row) => textsOf(row).map((text, i) => (row.cells.find((cell) => cell.column === i)?.formula === undefined ? text : ''))))
  expect(again.tail).toContain('内部资料 &amp;&amp; 编号 1')
  expect(Buffer.from(again.parts['docProps/custom.xml'] ?? '').toString()).toContain('导出编号')
  expect((await reopened(zipped(again.parts))).worksheets).toHaveLength(2)
})

test('what cannot be read says so', async () => {
  expect(await openBook(Buffer.from('姓名,电话'))).toBe('unreadable')
})

describe('references of formulas', () => {
  const at = { after: 5, by: 2 }
  test.each([
    ['SUM(D3:D5)', 'SUM(D3:D7)'], ['SUM($D$3:$D$5)/B9', 'SUM($D$3:$D$7)/B11'], ['IF(A6="C6",C6,C5)', 'IF(A8="C6",C8,C5)'], ["名单!C9+'别 表'!C9", "名单!C11+'别 表'!C9"], ['LOG10(C6)', 'LOG10(C8)'], ['A1B6', 'A1B6'],
  ])('%s, two rows pushed in below the fifth', (from, to) => expect(pushFormula(from, at, { sheet: '名单', own: true, grows: true })).toBe(to))
  test.each([['YEAR(TODAY())-MID(E4,7,4)', 'YEAR(TODAY())-MID(E6,7,4)'], ['$E$4&E$4&$E4', '$E$4&E$4&$E6']])('%s, two rows further down', (from, to) => expect(moveFormula(from, 2, 0)).toBe(to))
  test('and one column to the right', () => expect(moveFormula('SUM(Z3:Z5)', 0, 1)).toBe('SUM(AA3:AA5)'))
})
