import ExcelJS from 'exceljs'
import { clockOf, dayOf } from '../../../kernel/dates.ts'
import type { DailyReport } from '../contract.ts'
import { cellOf, classIndicators, indicatorOf, indicators, laterLines, sheetLines } from '../rules.ts'
import { zh } from '../words.zh.ts'
import type { Part } from './parts.ts'

const COLUMNS = 2 * classIndicators.length + 2
const THIN = { style: 'thin' as const }
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN }
const REST = [...sheetLines.manner, ...sheetLines.rest]

/** The report in the layout of the paper form (domain §11, form 14), a sum with a sheet of what it adds up. It is a Chinese form: its words are Chinese in every language. */
export async function workbookOf(report: DailyReport, parts: readonly Part[] | undefined): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('疫情防控日报', { pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true } })
  sheet.columns = Array.from({ length: COLUMNS }, (_, i) => ({ width: i === 0 ? 18 : i === COLUMNS - 1 ? 22 : 9 }))
  whole(sheet, `${report.areaName}疫情防控日报(第${report.issueNo}期)`, { size: 18, bold: true })
  line(sheet, [`填报单位:${report.unitName}`, `截至${asOfText(report)}`, '单位:户、人'])
  classTable(sheet, report)
  sheet.addRow([])
  register(sheet, report)
  sheet.addRow([])
  rest(sheet, report)
  for (const { line: one, ids } of laterLines(report.cells)) {
    sheet.addRow([])
    boxed(sheet, [zh.sheet[one], ...ids.map((id) => zh.indicators[id].label)], true)
    boxed(sheet, ['数', ...ids.map((id) => cellOf(report.cells, id).persons)])
  }
  remarks(sheet, report)
  line(sheet, [`填报人:${report.senderName ?? ''}`, '审核人:', `联系电话:${report.officePhone ?? ''}`])
  if (parts) byOffice(book.addWorksheet(zh.chain.sheet, { pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } }), report, parts)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** 各单位明细: a row an office, the columns of the form without its classes; who has not sent is said. */
function byOffice(sheet: ExcelJS.Worksheet, report: DailyReport, parts: readonly Part[]): void {
  const units = indicators.map(({ unit }) => (unit === 'pair' ? ['户', '人'] : ['']))
  const values = (cells: DailyReport['cells']) => indicators.flatMap(({ id, unit }) => { const cell = cellOf(cells, id); return unit === 'pair' ? [cell.households ?? 0, cell.persons] : [cell.persons] })
  sheet.columns = [{ width: 18 }, ...units.flat().map(() => ({ width: 9 })), { width: 26 }]
  const top = boxed(sheet, [zh.chain.part, ...indicators.flatMap(({ id }, i) => [zh.indicators[id].label, ...(units[i] ?? []).slice(1).map(() => '')]), zh.page.by], true).number
  boxed(sheet, ['', ...units.flat(), ''], true)
  let column = 2
  for (const { length } of units) {
    if (length === 2) sheet.mergeCells(top, column, top, column + 1)
    else sheet.mergeCells(top, column, top + 1, column)
    column += length
  }
  sheet.mergeCells(top, 1, top + 1, 1)
  sheet.mergeCells(top, column, top + 1, column)
  for (const { name, report: sent, cells } of parts) {
    boxed(sheet, [name, ...(sent ? values(cells) : units.flat().map(() => '')), sent ? `${sent.senderName ?? ''} ${dayOf(sent.sentAt)} ${clockOf(sent.sentAt)}` : zh.chain.notSent])
  }
  boxed(sheet, [zh.sheet.sum, ...values(report.cells), ''], true)
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: 2 }]
}

const asOfText = ({ asOf, preliminary }: DailyReport): string => {
  const [year, month, day] = dayOf(asOf).split('-').map(Number)
  return `${year}年${month}月${day}日${clockOf(asOf)}${preliminary ? '(未到截止时点)' : ''}`
}

function whole(sheet: ExcelJS.Worksheet, text: string, font: Partial<ExcelJS.Font>): void {
  const row = sheet.addRow([text])
  sheet.mergeCells(row.number, 1, row.number, COLUMNS)
  row.getCell(1).font = font
  row.getCell(1).alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  row.height = 32
}

/** Left, middle and right, as on paper. */
function line(sheet: ExcelJS.Worksheet, [left, middle, right]: readonly [string, string, string]): void {
  const row = sheet.addRow([])
  const put = (from: number, to: number, text: string, horizontal: 'left' | 'center' | 'right') => {
    sheet.mergeCells(row.number, from, row.number, to)
    row.getCell(from).value = text
    row.getCell(from).alignment = { horizontal }
  }
  put(1, 5, left, 'left')
  put(6, 9, middle, 'center')
  put(10, COLUMNS, right, 'right')
}

function boxed(sheet: ExcelJS.Worksheet, values: (string | number)[], head = false): ExcelJS.Row {
  const row = sheet.addRow(values)
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.border = BORDER
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    if (head) cell.font = { bold: true }
  })
  return row
}

function classTable(sheet: ExcelJS.Worksheet, report: DailyReport): void {
  const top = boxed(sheet, ['来源', ...classIndicators.flatMap((id) => [zh.indicators[id].label, '']), '管理方式'], true).number
  boxed(sheet, ['', ...classIndicators.flatMap(() => ['户', '人']), ''], true)
  classIndicators.forEach((_, i) => sheet.mergeCells(top, 2 + 2 * i, top, 3 + 2 * i))
  sheet.mergeCells(top, 1, top + 1, 1)
  sheet.mergeCells(top, COLUMNS, top + 1, COLUMNS)
  const figures = (originClass: string | null) => classIndicators.flatMap((id) => {
    const cell = cellOf(report.cells, id, originClass)
    return [cell.households ?? 0, cell.persons]
  })
  for (const c of report.classes) boxed(sheet, [c.name.zh, ...figures(c.id), c.measures.map((m) => zh.measures[m]).join('、')])
  boxed(sheet, ['合计', ...figures(null), ''], true)
}

function register(sheet: ExcelJS.Worksheet, report: DailyReport): void {
  const ids = sheetLines.register
  boxed(sheet, ['底数', ...ids.map((id) => zh.indicators[id].label)], true)
  boxed(sheet, ['户', ...ids.map((id) => cellOf(report.cells, id).households ?? 0)])
  boxed(sheet, ['人', ...ids.map((id) => cellOf(report.cells, id).persons)])
}

function rest(sheet: ExcelJS.Worksheet, report: DailyReport): void {
  boxed(sheet, ['其他', ...REST.map((id) => zh.indicators[id].label)], true)
  boxed(sheet, ['数', ...REST.map((id) => {
    const cell = cellOf(report.cells, id)
    return indicatorOf(id).unit === 'pair' ? `${cell.households ?? 0}户${cell.persons}人` : cell.persons
  })])
}

function remarks(sheet: ExcelJS.Worksheet, report: DailyReport): void {
  const said = report.corrections.map((c) => `更正:${zh.indicators[c.indicator].label} ${c.personsBefore} → ${c.personsAfter},${c.reason}(${c.accountName ?? ''})`)
  const missing = report.addedUp?.missing ?? []
  const text = [missing.length > 0 ? `${missing.join('、')}未报,按系统登记计入` : '', report.differencesAnswered ? `说明:${report.differencesAnswered}` : '', ...said].filter(Boolean).join('\n')
  const row = sheet.addRow([`存在问题及说明:${text || '无'}`])
  sheet.mergeCells(row.number, 1, row.number, COLUMNS)
  row.getCell(1).alignment = { wrapText: true, vertical: 'top' }
  row.height = 16 * (1 + said.length + 1)
}
