import ExcelJS from 'exceljs'

const THIN = { style: 'thin' }
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN }
const font = (size, bold = false) => ({ name: '宋体', size, bold })

/** A ledger: title, unit and as-of, heads that stand again on every page, one row of placeholders to be repeated, signatures. Columns: `[head, placeholder, width]`. */
export async function ledger(title, columns) {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(title, { pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } } })
  const last = columns.length
  sheet.columns = columns.map(([, , width]) => ({ width }))
  const wide = (values, style) => {
    const row = sheet.addRow([])
    for (const [from, to, text, horizontal] of values) {
      sheet.mergeCells(row.number, from, row.number, to)
      Object.assign(row.getCell(from), { value: text, font: style, alignment: { horizontal, vertical: 'middle' } })
    }
    return row
  }
  wide([[1, last, title, 'center']], font(18, true)).height = 34
  const third = Math.floor(last / 3)
  wide([[1, third, '填报单位(盖章):{填报单位}', 'left'], [third + 1, 2 * third, '{范围} 共{人数}人', 'center'], [2 * third + 1, last, '截至{截至}', 'right']], font(11)).height = 20
  const boxed = (values, bold, height) => {
    const row = sheet.addRow(values)
    row.height = height
    row.eachCell({ includeEmpty: true }, (cell) => Object.assign(cell, { border: BORDER, font: font(bold ? 10 : 9, bold), alignment: { horizontal: 'center', vertical: 'middle', wrapText: true } }))
    return row.number
  }
  const head = boxed(columns.map(([name]) => name), true, 30)
  boxed(columns.map(([, placeholder]) => `{${placeholder}}`), false, 28)
  wide([[1, third, '填表人:{填表人}', 'left'], [third + 1, 2 * third, '审核人:', 'left'], [2 * third + 1, last, '联系电话:{联系电话单位}', 'right']], font(11)).height = 24
  sheet.pageSetup.printTitlesRow = `1:${head}`
  sheet.headerFooter.oddFooter = '&C第 &P 页 共 &N 页'
  sheet.views = [{ state: 'frozen', ySplit: head, xSplit: 2 }]
  return Buffer.from(await book.xlsx.writeBuffer())
}
