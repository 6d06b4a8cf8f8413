import ExcelJS from 'exceljs'

/** Drop-downs reach this far down; longer files are pasted anyway. */
const ROWS_WITH_CHOICES = 5000

export interface TemplateColumn {
  heading: string
  width: number
  /** 第二行填写说明: how the column is filled. */
  instruction: string
  /** 下拉: what may be chosen; empty where anything may be written. */
  choices: readonly string[]
}

/** An empty form to be filled: headings, a second row of hints, drop-downs, all cells text, and a second sheet of notes. */
export async function writeTemplate(name: string, columns: readonly TemplateColumn[], notes: readonly string[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  fillSheet(book, name, columns)
  const sheet = book.addWorksheet('填写说明')
  sheet.getColumn(1).width = 100
  for (const line of notes) sheet.addRow([line])
  sheet.getRow(1).font = { bold: true, size: 14 }
  return new Uint8Array(await book.xlsx.writeBuffer() as ArrayBuffer)
}

function fillSheet(book: ExcelJS.Workbook, name: string, columns: readonly TemplateColumn[]): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 2 }] })
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
