import ExcelJS from 'exceljs'
import { neutralise } from '../../sheets/rules.ts'
import type { Repacked } from '../../sheets/service.ts'
import type { Contents, Paper, PaperBlock, PaperCell, Placeholder, TemplateProblem } from '../contract.ts'
import { MOST_COLUMNS, MOST_ROWS, problemsOf, reachesTooFar } from '../rules.ts'

const TAG = /\{([^{}\n]+)\}/g
const textIn = (cell: ExcelJS.Cell): string => (cell.isMerged && cell.master !== cell ? '' : cell.formula ? '' : cell.text)
const tagsIn = (text: string): string[] => [...text.matchAll(TAG)].map(([, name = '']) => name.trim())

async function open(file: Buffer): Promise<{ book: ExcelJS.Workbook; sheet: ExcelJS.Worksheet | undefined }> {
  const book = new ExcelJS.Workbook()
  // Drop-downs are of no use on paper, and one for a whole column would be read cell by cell.
  await book.xlsx.load(file as unknown as ExcelJS.Buffer, { ignoreNodes: ['dataValidations'] })
  return { book, sheet: book.worksheets[0] }
}

/** The row that is repeated: the first in which a field of the rows stands. */
function repeatedRow(sheet: ExcelJS.Worksheet, rows: readonly Placeholder[]): number | undefined {
  for (let n = 1; n <= sheet.rowCount; n++) {
    let found = false
    sheet.getRow(n).eachCell((cell) => { found ||= tagsIn(textIn(cell)).some((name) => rows.some((row) => row.name === name)) })
    if (found) return n
  }
  return undefined
}

export async function checkXlsx({ file, parts }: Repacked, placeholders: readonly Placeholder[]): Promise<TemplateProblem[]> {
  const far = Object.entries(parts).some(([name, part]) => /^xl\/(workbook|worksheets\/[^/]+)\.xml$/.test(name) && reachesTooFar(Buffer.from(part).toString()))
  if (far) return [{ id: 'tooFar', params: { rows: String(MOST_ROWS), columns: String(MOST_COLUMNS) } }]
  const opened = await open(file).catch(() => undefined)
  if (!opened?.sheet) return [{ id: 'notAnOfficeFile', params: {} }]
  const tags: string[] = []
  opened.sheet.eachRow((row) => row.eachCell((cell) => tags.push(...tagsIn(textIn(cell)))))
  return problemsOf(tags.map((name) => ({ name })), placeholders, 'xlsx')
}

/** Text into a cell; what a spreadsheet would take for a formula is made plain. */
function write(cell: ExcelJS.Cell, pattern: string, contents: Contents): void {
  const text = pattern.replace(TAG, (_, name: string) => { const value = contents[name.trim()]; return typeof value === 'string' ? value : '' })
  cell.value = /^\d{1,9}(\.\d+)?$/.test(text) && !/^0\d/.test(text) ? Number(text) : neutralise(text)
}

interface Kept { height: number; cells: { pattern: string; style: Partial<ExcelJS.Style> }[]; merges: { from: number; to: number }[] }

/** A row as it is in the template, to be written again elsewhere. */
function keep(sheet: ExcelJS.Worksheet, n: number): Kept {
  const row = sheet.getRow(n)
  const cells = Array.from({ length: sheet.columnCount }, (_, i) => ({ pattern: textIn(row.getCell(i + 1)), style: { ...row.getCell(i + 1).style } }))
  const merges: Kept['merges'] = []
  for (let from = 1; from <= sheet.columnCount; from++) {
    let to = from
    while (to < sheet.columnCount && row.getCell(to + 1).isMerged && row.getCell(to + 1).master.address === row.getCell(from).address) to++
    if (to > from) { merges.push({ from, to }); from = to }
  }
  return { height: row.height, cells, merges }
}

function put(sheet: ExcelJS.Worksheet, n: number, kept: Kept, contents: Contents): void {
  const row = sheet.getRow(n)
  row.height = kept.height
  kept.cells.forEach(({ pattern, style }, i) => { const cell = row.getCell(i + 1); cell.style = style; write(cell, pattern, contents) })
  for (const { from, to } of kept.merges) sheet.mergeCells(n, from, n, to)
}

const pause = () => new Promise<void>((resolve) => { setImmediate(resolve) })
const ROWS_AT_ONCE = 100

export interface FilledXlsx { book: ExcelJS.Workbook; headRows: number }

/** The repeated row once for every one of `rows`, what stood below it after them. */
export async function fillXlsx(template: Buffer, placeholders: readonly Placeholder[], contents: Contents): Promise<FilledXlsx> {
  const { book, sheet } = await open(template)
  const part = placeholders.find((one) => one.rows)
  const at = sheet && part?.rows ? repeatedRow(sheet, part.rows) : undefined
  if (!sheet || !part || at === undefined) return { book, headRows: 0 }
  const rows = contents[part.name]
  const [pattern, ...below] = Array.from({ length: sheet.rowCount - at + 1 }, (_, i) => keep(sheet, at + i))
  for (let n = 1; n < at; n++) sheet.getRow(n).eachCell((cell) => { if (tagsIn(textIn(cell)).length > 0) write(cell, textIn(cell), contents) })
  for (let n = at; n <= at + below.length; n++) for (const cell of keep(sheet, n).merges) sheet.unMergeCells(n, cell.from, n, cell.to)
  const all = Array.isArray(rows) ? rows : []
  for (const [i, row] of all.entries()) {
    if (pattern) put(sheet, at + i, pattern, row)
    if (i % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await pause()
  }
  if (all.length === 0 && pattern) put(sheet, at, { ...pattern, cells: pattern.cells.map(({ style }) => ({ pattern: '', style })) }, {})
  below.forEach((kept, i) => put(sheet, at + Math.max(1, all.length) + i, kept, contents))
  return { book, headRows: at - 1 }
}

/** The sheet laid out for screen and printer: rows with borders are tables, the others lines of text. */
export function paperOfXlsx({ book, headRows }: FilledXlsx): Paper {
  const sheet = book.worksheets[0]
  if (!sheet) return { landscape: true, blocks: [] }
  const widths = Array.from({ length: sheet.columnCount }, (_, i) => sheet.getColumn(i + 1).width ?? 9)
  const blocks: PaperBlock[] = []
  sheet.eachRow({ includeEmpty: true }, (row, n) => {
    const lined = row.getCell(1).border?.top !== undefined
    const last = blocks.at(-1)
    const table = last?.kind === 'table' && last.lined === lined ? last : { kind: 'table' as const, widths, headRows: 0, rows: [], lined }
    if (table !== last) blocks.push(table)
    if (n <= headRows && lined) table.headRows++
    table.rows.push({ cells: cellsOf(row, sheet.columnCount) })
  })
  return { landscape: sheet.pageSetup.orientation === 'landscape', blocks }
}

function cellsOf(row: ExcelJS.Row, columns: number): PaperCell[] {
  const cells: PaperCell[] = []
  for (let at = 1; at <= columns; at++) {
    const cell = row.getCell(at)
    let span = 1
    while (at + span <= columns && row.getCell(at + span).isMerged && row.getCell(at + span).master.address === cell.address) span++
    const align = cell.alignment?.horizontal
    const { bold, size } = cell.font ?? {}
    cells.push({ span, rows: 1, blocks: [{
      kind: 'paragraph', align: align === 'center' || align === 'right' ? align : 'left', indent: 0, before: 0,
      runs: cell.text === '' ? [] : [{ text: cell.text, font: 'song', ...(bold ? { bold } : {}), ...(size ? { size } : {}) }],
    }] })
    at += span - 1
  }
  return cells
}
