import { readEntry, readZip, streamEntry, type ZipEntry } from './zip.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/**
 * A reader of its own instead of exceljs' streaming one: three times as fast on a roster of 35,947 people, and exceljs
 * writes parts of the sheet, identity numbers included, to a temporary file in clear.
 */
export async function openXlsx(file: Buffer): Promise<Sheet> {
  const entries = readZip(file)
  const book = textOf(file, entries, 'xl/workbook.xml')
  const sheet = entries.get(firstSheet(file, entries, book))
  if (!sheet) throw new Error('the workbook has no sheet')
  const strings = await sharedStrings(file, entries.get('xl/sharedStrings.xml'))
  let seen = 0
  const rows = async function* (): AsyncGenerator<SheetRow[]> {
    const scan = createRowScanner(strings)
    for await (const piece of streamEntry(file, sheet)) {
      seen += piece.length
      const found = scan(piece)
      if (found.length > 0) yield found
    }
  }
  return {
    rows,
    days1904: /date1904="(1|true)"/.test(book),
    progress: () => (sheet.bytes === 0 ? 1 : Math.min(1, seen / sheet.bytes)),
  }
}

const textOf = (file: Buffer, entries: Map<string, ZipEntry>, name: string): string => {
  const entry = entries.get(name)
  if (!entry) throw new Error(`the workbook lacks ${name}`)
  return readEntry(file, entry)
}

/** The first sheet a person sees: hidden ones hold code lists. */
function firstSheet(file: Buffer, entries: Map<string, ZipEntry>, book: string): string {
  const sheets = [...book.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map((m) => m[0])
  const shown = sheets.find((tag) => !/state="(hidden|veryHidden)"/.test(tag)) ?? sheets[0] ?? ''
  const relation = /r:id="([^"]+)"/.exec(shown)?.[1] ?? ''
  const relations = textOf(file, entries, 'xl/_rels/workbook.xml.rels')
  const tag = [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map((m) => m[0]).find((t) => t.includes(`Id="${relation}"`))
  const target = /Target="([^"]+)"/.exec(tag ?? '')?.[1] ?? 'worksheets/sheet1.xml'
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

async function sharedStrings(file: Buffer, entry: ZipEntry | undefined): Promise<string[]> {
  const strings: string[] = []
  if (!entry) return strings
  let rest = ''
  for await (const piece of streamEntry(file, entry)) {
    rest = dropPrefixes(rest + piece)
    let at = 0
    for (;;) {
      const start = rest.indexOf('<si', at)
      const close = rest.indexOf('</si>', start)
      const empty = start >= 0 && rest.startsWith('<si/>', start)
      if (start < 0 || (close < 0 && !empty)) break
      if (empty) {
        strings.push('')
        at = start + 5
        continue
      }
      strings.push(textIn(rest.slice(start, close)))
      at = close + 5
    }
    rest = rest.slice(at)
  }
  return strings
}

/** The text of a string item: its runs joined, phonetic guides left out. */
function textIn(xml: string): string {
  const plain = xml.includes('<rPh') ? xml.replace(/<rPh[\s\S]*?<\/rPh>/g, '') : xml
  let text = ''
  for (const match of plain.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)) text += match[1] ?? ''
  return unescapeXml(text)
}

/** Takes pieces of the sheet, gives the rows that are complete. */
function createRowScanner(strings: readonly string[]): (piece: string) => SheetRow[] {
  let rest = ''
  let rowNo = 0
  return (piece) => {
    rest = dropPrefixes(rest + piece)
    const rows: SheetRow[] = []
    let at = 0
    for (;;) {
      const start = rest.indexOf('<row', at)
      if (start < 0) break
      const open = rest.indexOf('>', start)
      if (open < 0) break
      const tag = rest.slice(start, open)
      const close = tag.endsWith('/') ? open : rest.indexOf('</row>', open)
      if (close < 0) break
      rowNo = Number(attribute(tag, 'r') ?? rowNo + 1)
      if (close > open) rows.push({ rowNo, cells: readCells(rest.slice(open + 1, close), strings) })
      at = close + 1
    }
    rest = rest.slice(at)
    return rows
  }
}

function readCells(xml: string, strings: readonly string[]): string[] {
  const cells: string[] = []
  let at = 0
  for (let next = 0; ; next++) {
    const start = xml.indexOf('<c', at)
    if (start < 0) return cells
    const open = xml.indexOf('>', start)
    if (open < 0) return cells
    const tag = xml.slice(start, open)
    const place = attribute(tag, 'r')
    if (place !== undefined) next = columnOf(place)
    // A sheet has at most 16,384 columns; more is no sheet.
    while (cells.length < next && cells.length < 16_384) cells.push('')
    if (tag.endsWith('/')) {
      cells.push('')
      at = open + 1
      continue
    }
    const close = xml.indexOf('</c>', open)
    if (close < 0) return cells
    cells.push(valueOf(attribute(tag, 't'), xml.slice(open + 1, close), strings))
    at = close + 4
  }
}

function valueOf(type: string | undefined, inner: string, strings: readonly string[]): string {
  if (type === 'inlineStr') return textIn(inner)
  const start = inner.indexOf('<v')
  if (start < 0) return ''
  const from = inner.indexOf('>', start) + 1
  const end = inner.indexOf('</v>', from)
  const raw = end < 0 ? '' : inner.slice(from, end)
  if (type === 's') return strings[Number(raw)] ?? ''
  if (type === 'str') return unescapeXml(raw)
  if (type === 'e') return ''
  if (type === 'b') return raw === '1' ? '是' : '否'
  return numberText(raw)
}

/** Numbers as people read them; one of 16 and more digits has been rounded by Excel and is shown as such (5.3e+17). */
export function numberText(raw: string): string {
  if (raw === '') return ''
  const value = Number(raw)
  if (!Number.isFinite(value)) return raw
  return Math.abs(value) >= 1e15 ? value.toExponential() : String(value)
}

const attribute = (tag: string, name: string): string | undefined => {
  const at = tag.indexOf(` ${name}="`)
  if (at < 0) return undefined
  const from = at + name.length + 3
  return tag.slice(from, tag.indexOf('"', from))
}

/** `AB12` → 27. */
function columnOf(place: string): number {
  let column = 0
  for (let i = 0; i < place.length; i++) {
    const code = place.charCodeAt(i) - 64
    if (code < 1 || code > 26) break
    column = column * 26 + code
  }
  return column - 1
}

/** Some programs write `<x:row>`; the prefix means nothing to us. */
const dropPrefixes = (xml: string): string => (xml.includes('<x:') || xml.includes('</x:') ? xml.replace(/<(\/?)x:/g, '<$1') : xml)

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
function unescapeXml(text: string): string {
  const plain = text.includes('&')
    ? text.replace(/&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex: string, dec: string, name: string) =>
        hex ? String.fromCodePoint(parseInt(hex, 16)) : dec ? String.fromCodePoint(Number(dec)) : (entities[name] ?? whole))
    : text
  return plain.includes('_x') ? plain.replace(/_x([\dA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : plain
}
