import { attribute, eachElement } from '../rules/elements.ts'
import { LONGEST_CELL, MOST_COLUMNS } from '../rules/limits.ts'
import { boxOf, moveFormula, type Box } from '../rules/references.ts'
import { columnLetter } from '../rules.ts'
import { columnOf, dropPrefixes, sharedStrings, sheetsOf, unescapeXml, valueOf } from './xlsx-reader.ts'
import { readZip, repacked } from './zip.ts'

/** A cell as it lies in the file; `formula` as it stands there, a shared one written out. */
export interface BookCell { column: number; style: string | undefined; text: string; xml: string; formula?: string }
export interface BookRow { rowNo: number; tag: string; cells: BookCell[] }

/** A workbook that is to be filled in where it stands: its parts, and the rows of the sheet a person sees first. */
export interface Book {
  parts: Record<string, Uint8Array>
  sheetName: string
  part: string
  /** Of the sheet: what stands before its rows, and after. */
  head: string
  tail: string
  rows: BookRow[]
  merges: Box[]
  hiddenColumns: ReadonlySet<number>
}

/** What it may unpack to. */
const MOST = 32 * 1024 ** 2

export type BookProblem = 'unreadable' | 'tooLarge' | 'tooWide'

/** Opens a whole workbook for filling in; `wholeSheet` and `openSheet` are for what is only read. */
export async function openBook(bytes: Buffer): Promise<Book | BookProblem> {
  try {
    const anew = repacked(bytes, MOST)
    if (!anew) return 'tooLarge'
    const text = (name: string) => Buffer.from(anew.parts[name] ?? new Uint8Array()).toString('utf8')
    const sheets = sheetsOf(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'))
    const sheet = sheets.find((one) => !one.hidden) ?? sheets[0]
    if (!sheet || !anew.parts[sheet.part]) return 'unreadable'
    const xml = dropPrefixes(text(sheet.part)).replace(/ xmlns:x="/, ' xmlns="')
    const strings = await sharedStrings(anew.file, readZip(anew.file).get('xl/sharedStrings.xml'))
    let [from, to, inner] = [-1, -1, '']
    eachElement(xml, 'sheetData', (_tag, inside, begins, ends) => { if (from < 0) [from, to, inner] = [begins, ends, inside] })
    if (from < 0) return 'unreadable'
    const rows = readRows(inner, strings)
    if (rows === 'tooWide') return rows
    const tail = xml.slice(to)
    return { parts: { ...anew.parts }, sheetName: sheet.name, part: sheet.part, head: xml.slice(0, from), tail, rows, merges: mergesIn(tail), hiddenColumns: hiddenIn(xml.slice(0, from)) }
  } catch {
    return 'unreadable'
  }
}

function readRows(xml: string, strings: readonly string[]): BookRow[] | 'tooWide' {
  const rows: BookRow[] = []
  let [rowNo, tooWide] = [0, false]
  eachElement(xml, 'row', (tag, inner) => {
    const told = Number(attribute(tag, 'r'))
    rowNo = Number.isInteger(told) && told > rowNo ? told : rowNo + 1
    const cells = readCells(inner, strings)
    tooWide ||= cells.some((cell) => cell.column >= MOST_COLUMNS && cell.text !== '')
    rows.push({ rowNo, tag: tag.replace(/\/$/, '').trimEnd(), cells: cells.filter((cell) => cell.column < MOST_COLUMNS) })
  })
  return tooWide ? 'tooWide' : writtenOut(rows)
}

function readCells(xml: string, strings: readonly string[]): BookCell[] {
  const cells: BookCell[] = []
  let next = 0
  eachElement(xml, 'c', (tag, inner, from, to) => {
    const told = columnOf(attribute(tag, 'r') ?? '')
    const column = told >= 0 ? told : next
    next = column + 1
    const text = inner === '' ? '' : valueOf(attribute(tag, 't'), inner, strings).slice(0, LONGEST_CELL)
    const cell: BookCell = { column, style: attribute(tag, 's'), text, xml: xml.slice(from, to) }
    eachElement(inner, 'f', (_tag, formula) => { cell.formula = formula })
    cells.push(cell)
  })
  return cells
}

/** 公式 that several cells share stand in the first of them only; each gets its own, so that rows can be moved and added. */
function writtenOut(rows: BookRow[]): BookRow[] {
  const masters = new Map<string, { rowNo: number; column: number; formula: string }>()
  for (const { rowNo, cells } of rows) {
    for (const cell of cells) {
      if (cell.formula === undefined || !cell.xml.includes('t="shared"')) continue
      const id = /<f[^>]* si="(\d+)"/.exec(cell.xml)?.[1] ?? ''
      if (cell.formula !== '') masters.set(id, { rowNo, column: cell.column, formula: cell.formula })
      const master = masters.get(id)
      if (!master) continue
      const formula = moveFormula(unescapeXml(master.formula), rowNo - master.rowNo, cell.column - master.column)
      cell.formula = formula.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))
      cell.xml = cell.xml.replace(/<f[^>]*?(\/>|>[\s\S]*?<\/f>)/, () => `<f>${cell.formula ?? ''}</f>`)
    }
  }
  return rows
}

function mergesIn(tail: string): Box[] {
  const merges: Box[] = []
  eachElement(tail, 'mergeCell', (tag) => { const box = boxOf(attribute(tag, 'ref') ?? ''); if (box) merges.push(box) })
  return merges
}

function hiddenIn(head: string): Set<number> {
  const hidden = new Set<number>()
  eachElement(head, 'col', (tag) => {
    if (!/ hidden="(1|true)"/.test(tag)) return
    for (let n = Number(attribute(tag, 'min')); n <= Math.min(MOST_COLUMNS, Number(attribute(tag, 'max'))); n++) hidden.add(n - 1)
  })
  return hidden
}

/** The texts of a row by column, as they lie in the file: of merged cells only the first says anything. */
export function textsOf({ cells }: BookRow): string[] {
  const row: string[] = []
  for (const { column, text } of cells) { while (row.length < column) row.push(''); row[column] = text }
  return row
}

export const placeOf = (column: number, rowNo: number): string => `${columnLetter(column)}${rowNo}`
