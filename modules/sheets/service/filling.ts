import { zipSync } from 'fflate'
import { eachElement } from '../rules/elements.ts'
import { moveFormula, pushFormula, pushRefs, type Pushed } from '../rules/references.ts'
import { placeOf, type Book, type BookCell, type BookRow } from './book.ts'
import { unescapeXml } from './xlsx-reader.ts'
import { escapeXml, printedOn, propertyXml } from './xlsx-writer.ts'

/** What goes into a cell; numbers as numbers, so that the sheet can go on counting. */
export type Written = string | number
export interface Filling {
  /** By row, as the sheet counts them after rows were added, and by column from nought. */
  cells: ReadonlyMap<number, ReadonlyMap<number, Written>>
  /** Rows added below `after`, each like row `like`. */
  add?: { after: number; by: number; like: number }
}

/** 就地填写: the same workbook with some cells written. Everything else stays as it lies in the file: styles, widths, pictures, other sheets, formulas. */
export function filled(book: Book, { cells, add }: Filling): Record<string, Uint8Array> {
  const pushed: Pushed = { after: add?.after ?? Number.MAX_SAFE_INTEGER, by: add?.by ?? 0 }
  const found = book.rows.find((row) => row.rowNo === add?.like)
  const like = found && movedRow(found, pushed, book.sheetName, 0)
  const rows = new Map(book.rows.map((row) => [row.rowNo > pushed.after ? row.rowNo + pushed.by : row.rowNo, row.rowNo > pushed.after || pushed.by > 0 ? movedRow(row, pushed, book.sheetName, add?.like ?? 0) : row]))
  for (let n = 1; n <= pushed.by; n++) rows.set(pushed.after + n, likeRow(like ?? { rowNo: pushed.after, tag: `<row r="${pushed.after}"`, cells: [] }, pushed.after + n))
  for (const rowNo of cells.keys()) if (!rows.has(rowNo)) rows.set(rowNo, { rowNo, tag: `<row r="${rowNo}"`, cells: [] })
  const xml = [...rows].toSorted(([a], [b]) => a - b).map(([rowNo, row]) => rowXml(row, rowNo, cells.get(rowNo), like))
  const parts = { ...book.parts }
  const tail = add ? pushedTail(book, add) : book.tail
  // Excel counts the rows it shows by this; what is wrong there is put right by it.
  const head = without(book.head, 'dimension', () => true)
  parts[book.part] = Buffer.from(`${head}<sheetData>${xml.join('')}</sheetData>${tail}`)
  return countedAnew(add ? elsewhere(parts, book, pushed) : parts)
}

const escaped = (formula: string): string => formula.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))
const withFormula = (cell: BookCell, formula: string): BookCell => ({ ...cell, formula, xml: cell.xml.replace(/(<f[^>]*>)[\s\S]*?<\/f>/, (_, tag: string) => `${tag}${formula}</f>`) })

/** A row after rows were pushed in above or below it; what it sums up grows with them. */
function movedRow(row: BookRow, pushed: Pushed, sheet: string, first: number): BookRow {
  return { ...row, cells: row.cells.map((cell) => (cell.formula ? withFormula(cell, escaped(pushFormula(unescapeXml(cell.formula), pushed, { sheet, own: true, grows: row.rowNo > pushed.after || row.rowNo < first }))) : cell)) }
}

/** One more row in the style of another: its formulas go along, its words do not. */
function likeRow(like: BookRow, rowNo: number): BookRow {
  const tag = like.tag.replace(/ (hidden|collapsed)="\w+"/g, '')
  return { rowNo, tag, cells: like.cells.map((cell) => (cell.formula ? withFormula(cell, escaped(moveFormula(unescapeXml(cell.formula), rowNo - like.rowNo, 0))) : { ...cell, text: '', xml: '' })) }
}

function rowXml(row: BookRow, rowNo: number, written: ReadonlyMap<number, Written> | undefined, like: BookRow | undefined): string {
  const tag = / r="\d+"/.test(row.tag) ? row.tag.replace(/ r="\d+"/, ` r="${rowNo}"`) : row.tag.replace(/^<row/, `<row r="${rowNo}"`)
  const byColumn = new Map(row.cells.map((cell) => [cell.column, cell]))
  for (const column of written?.keys() ?? []) if (!byColumn.has(column)) byColumn.set(column, { column, style: like?.cells.find((one) => one.column === column)?.style, text: '', xml: '' })
  const cells = [...byColumn.values()].toSorted((a, b) => a.column - b.column)
  return `${tag.replace(/ spans="[^"]*"/, '')}>${cells.map((cell) => cellXml(cell, rowNo, written?.get(cell.column), row)).join('')}</row>`
}

function cellXml(cell: BookCell, rowNo: number, value: Written | undefined, row: BookRow): string {
  const at = placeOf(cell.column, rowNo)
  const style = cell.style === undefined ? '' : ` s="${cell.style}"`
  if (value !== undefined && cell.formula === undefined) return typeof value === 'number' ? `<c r="${at}"${style}><v>${value}</v></c>` : `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
  if (cell.xml === '') return `<c r="${at}"${style}/>`
  // What a formula came to before is no longer what it comes to.
  const xml = cell.formula === undefined ? cell.xml : cell.xml.replace(/<v[^>]*>[\s\S]*?<\/v>|<v\/>/, '').replace(/^(<c[^>]*?) t="\w+"/, '$1')
  return row.rowNo === rowNo && / r="/.test(xml.slice(0, xml.indexOf('>'))) ? xml : / r="[A-Z]+\d+"/.test(xml) ? xml.replace(/ r="[A-Z]+\d+"/, ` r="${at}"`) : xml.replace(/^<c/, `<c r="${at}"`)
}

/** What lies on the sheet and not in its rows: merged cells, drop-downs, colours by condition, links. A merged cell within the row that is added comes with each. */
function pushedTail(book: Book, add: { after: number; by: number; like: number }): string {
  const tail = book.tail.replace(/<(\w+)([^<>]*?) (sqref|ref)="([^"]*)"/g, (_, name: string, between: string, key: string, refs: string) =>
    `<${name}${between} ${key}="${pushRefs(refs, add, name !== 'mergeCell')}"`)
  const within = book.merges.filter((box) => box.top === add.like && box.bottom === add.like)
  if (within.length === 0) return tail
  const more = Array.from({ length: add.by }, (_, i) => within.map((box) => `<mergeCell ref="${placeOf(box.left, add.after + i + 1)}:${placeOf(box.right, add.after + i + 1)}"/>`).join('')).join('')
  return tail.replace(/<mergeCells[^>]*>/, `<mergeCells count="${book.merges.length + within.length * add.by}">`).replace('</mergeCells>', `${more}</mergeCells>`)
}

/** Names of ranges and formulas of other sheets that speak of this one. */
function elsewhere(parts: Record<string, Uint8Array>, book: Book, pushed: Pushed): Record<string, Uint8Array> {
  const push = (xml: string, element: string): string => {
    let [out, at] = ['', 0]
    eachElement(xml, element, (tag, inner, from, to) => {
      if (inner === '') return
      out += `${xml.slice(at, from)}${tag}>${escaped(pushFormula(unescapeXml(inner), pushed, { sheet: book.sheetName, own: false, grows: true }))}</${element}>`
      at = to
    })
    return out + xml.slice(at)
  }
  for (const [name, part] of Object.entries(parts)) {
    const element = name === 'xl/workbook.xml' ? 'definedName' : /^xl\/worksheets\/[^/]+\.xml$/.test(name) && name !== book.part ? 'f' : undefined
    const xml = element ? Buffer.from(part).toString('utf8') : ''
    if (element && xml.includes(`${book.sheetName}`)) parts[name] = Buffer.from(push(xml, element))
  }
  return parts
}

/** The order of counting is made anew by whatever opens the file, and everything counted once. */
function countedAnew(parts: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const text = (name: string) => Buffer.from(parts[name] ?? new Uint8Array()).toString('utf8')
  delete parts['xl/calcChain.xml']
  for (const [name, element] of [['[Content_Types].xml', 'Override'], ['xl/_rels/workbook.xml.rels', 'Relationship']] as const) {
    parts[name] = Buffer.from(without(text(name), element, (tag) => tag.includes('calcChain')))
  }
  const book = text('xl/workbook.xml').replace(/ fullCalcOnLoad="\w+"/, '')
  const said = book.includes('<calcPr') ? book.replace('<calcPr', '<calcPr fullCalcOnLoad="1"') : book.replace(/<\/definedNames>|<\/sheets>(?![\s\S]*<\/definedNames>)/, (end) => `${end}<calcPr fullCalcOnLoad="1"/>`)
  parts['xl/workbook.xml'] = Buffer.from(said)
  return parts
}

function without(xml: string, element: string, those: (tag: string) => boolean): string {
  let [out, at] = ['', 0]
  eachElement(xml, element, (tag, _inner, from, to) => { if (those(tag)) { out += xml.slice(at, from); at = to } })
  return out + xml.slice(at)
}

const CUSTOM = 'docProps/custom.xml'
const AFTER_FOOTER = /<(rowBreaks|colBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/

/**
 * 水印 where the layout is somebody else's: as properties of the document and on the printed page, and there only where the sheet prints nothing of its own.
 * A line above the headings, as in our own lists, would be a row the department did not ask for.
 */
export function markedParts(parts: Readonly<Record<string, Uint8Array>>, sheet: string, mark: { line: string; properties: Record<string, string> }): Uint8Array {
  const text = (name: string) => Buffer.from(parts[name] ?? new Uint8Array()).toString('utf8')
  const out: Record<string, Uint8Array> = { ...parts }
  const xml = text(sheet)
  if (!xml.includes('<headerFooter')) out[sheet] = Buffer.from(xml.replace(AFTER_FOOTER, (next) => `${printedOn(mark.line)}${next}`))
  if (!parts[CUSTOM]) {
    out['[Content_Types].xml'] = Buffer.from(text('[Content_Types].xml').replace('</Types>', `<Override PartName="/${CUSTOM}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>`))
    out['_rels/.rels'] = Buffer.from(text('_rels/.rels').replace('</Relationships>', `<Relationship Id="rIdMark" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="${CUSTOM}"/></Relationships>`))
  }
  // WPS leaves properties of its own in every file; they stay.
  const more = propertyXml(mark.properties, parts[CUSTOM] ? 1000 : 2)
  out[CUSTOM] = Buffer.from(parts[CUSTOM] ? text(CUSTOM).replace('</Properties>', more.slice(more.indexOf('<property '))) : more)
  return zipSync(out, { level: 6 })
}
export const zipped = (parts: Record<string, Uint8Array>): Uint8Array => zipSync(parts, { level: 6 })
