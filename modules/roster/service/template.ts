import ExcelJS from 'exceljs'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { FileReply } from '../../../kernel/endpoint.ts'
import { areaById } from '../../territory/service.ts'
import { templateColumns, templateNotes, type ColumnLayout } from '../rules/layout.ts'
import { placesOf } from './register.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Drop-downs reach this far down; longer files are pasted anyway. */
const ROWS_WITH_CHOICES = 5000

/** The empty roster (导入模板): headings, how to fill them, drop-downs with the names of this community. */
export async function downloadTemplate(ctx: Ctx, input: { areaId?: string | undefined }): Promise<FileReply> {
  const areaId = input.areaId ?? (ctx.actor.kind === 'staff' ? ctx.actor.areaId : undefined)
  const area = areaId === undefined ? undefined : await areaById(ctx, areaId)
  const { places } = area ? await placesOf(ctx, area.id) : { places: [] }
  const names = (levels: readonly string[]) => [...new Set(places.filter((p) => levels.includes(p.level)).map((p) => p.name))]
  const columns = templateColumns.map((column): ColumnLayout =>
    column.field === 'compound' ? { ...column, choices: names(['compound', 'villageGroup']) }
    : column.field === 'grid' ? { ...column, choices: names(['grid']) } : column)
  const book = new ExcelJS.Workbook()
  fillSheet(book, columns)
  const notes = book.addWorksheet('填写说明')
  notes.getColumn(1).width = 100
  for (const line of templateNotes) notes.addRow([line])
  notes.getRow(1).font = { bold: true, size: 14 }
  return {
    filename: `花名册导入模板${area ? `-${area.name}` : ''}.xlsx`,
    contentType: xlsxType,
    body: new Uint8Array(await book.xlsx.writeBuffer() as ArrayBuffer),
  }
}

function fillSheet(book: ExcelJS.Workbook, columns: readonly ColumnLayout[]): void {
  const sheet = book.addWorksheet('花名册', { views: [{ state: 'frozen', ySplit: 2 }] })
  const codes = book.addWorksheet('代码', { state: 'hidden' })
  sheet.addRow(columns.map((c) => c.heading)).font = { bold: true }
  const instructions = sheet.addRow(columns.map((c) => c.instruction))
  instructions.alignment = { wrapText: true, vertical: 'top' }
  instructions.font = { color: { argb: 'FF5A6468' }, size: 9 }
  columns.forEach((column, i) => {
    const cells = sheet.getColumn(i + 1)
    cells.width = column.width
    cells.numFmt = '@'
    if (column.choices.length === 0) return
    codes.getColumn(i + 1).values = [...column.choices]
    const letter = cells.letter
    // exceljs keeps one rule for a whole range under the range's name; its types only know single cells.
    const rules = (sheet as unknown as { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } }).dataValidations
    rules.add(`${letter}3:${letter}${ROWS_WITH_CHOICES}`, {
      type: 'list', allowBlank: true, showErrorMessage: false, formulae: [`代码!$${letter}$1:$${letter}$${column.choices.length}`],
    })
  })
}
