import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'
import { Readable } from 'node:stream'
import { columnLetter } from '../rules.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface SheetLayout {
  name: string
  columns: { width: number; hidden?: boolean }[]
  /** Rows on top that stay in sight and are set in bold. */
  headRows: number
  /** Whose copy it is: a line above everything, on every printed page, and as properties of the document. */
  watermark?: { line: string; properties: Record<string, string> }
}

/**
 * A workbook of text cells as a stream: memory does not grow with the rows. All cells are text on purpose, so that no
 * identity number loses its last digits and nothing in a cell can run as a formula.
 */
export async function* writeXlsx(layout: SheetLayout, rows: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<Buffer> {
  const entries: Entry[] = []
  let offset = 0
  for (const [name, text] of smallParts(layout)) {
    const bytes = Buffer.from(text)
    const packed = deflateRawSync(bytes)
    const entry: Entry = { name, offset, crc: crc32(bytes), packed: packed.length, bytes: bytes.length, streamed: false }
    const head = localHead(entry)
    entries.push(entry)
    offset += head.length + packed.length
    yield head
    yield packed
  }
  const sheet: Entry = { name: 'xl/worksheets/sheet1.xml', offset, crc: 0, packed: 0, bytes: 0, streamed: true }
  yield localHead(sheet)
  const counted = async function* () {
    for await (const xml of sheetXml(layout, rows)) {
      const piece = Buffer.from(xml)
      sheet.crc = crc32(piece, sheet.crc)
      sheet.bytes += piece.length
      yield piece
    }
  }
  for await (const piece of Readable.from(counted()).pipe(createDeflateRaw({ level: 3 })) as AsyncIterable<Buffer>) {
    sheet.packed += piece.length
    yield piece
  }
  entries.push(sheet)
  yield descriptor(sheet)
  yield directory(entries)
}

async function* sheetXml(layout: SheetLayout, rows: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<string> {
  const cols = layout.columns.map((c, i) => `<col min="${i + 1}" max="${i + 1}" width="${c.width}" style="1" customWidth="1"${c.hidden ? ' hidden="1"' : ''}/>`).join('')
  const headRows = layout.headRows + (layout.watermark ? 1 : 0)
  const pane = headRows > 0 ? `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/>` : ''
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${cols && `<cols>${cols}</cols>`}<sheetData>`
  let rowNo = 0
  if (layout.watermark) yield rowXml(++rowNo, [layout.watermark.line], 2)
  for await (const batch of rows) {
    let xml = ''
    for (const cells of batch) xml += rowXml(++rowNo, cells, rowNo <= headRows ? 2 : 1)
    yield xml
  }
  yield `</sheetData>${layout.watermark ? printedOn(layout.watermark.line) : ''}</worksheet>`
}

/** In a header `&` begins a code and a page takes at most 255 letters. */
export const printedOn = (line: string): string => {
  const text = escapeXml(line.slice(0, 200).replaceAll('&', '&&'))
  return `<headerFooter><oddHeader>&amp;C&amp;9${text}</oddHeader><oddFooter>&amp;L&amp;9${text}&amp;R&amp;9&amp;P / &amp;N</oddFooter></headerFooter>`
}

function rowXml(rowNo: number, cells: readonly string[], style: number): string {
  let xml = `<row r="${rowNo}">`
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]
    if (cell) xml += `<c r="${letterOf(i)}${rowNo}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`
  }
  return `${xml}</row>`
}

const letters: string[] = []
/** Asked for every cell of a million rows. */
const letterOf = (index: number): string => (letters[index] ??= columnLetter(index))

export const escapeXml = (text: string): string =>
  // Control characters are not allowed in XML at all.
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties'

export const propertyXml = (properties: Record<string, string>, firstId = 2): string =>
  `${XML}<Properties xmlns="${PROPERTIES}" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${Object.entries(properties).map(([name, value], i) =>
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${i + firstId}" name="${escapeXml(name)}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`).join('')}</Properties>`

const smallParts = (layout: SheetLayout): [string, string][] => [
  ...(layout.watermark ? [['docProps/custom.xml', propertyXml(layout.watermark.properties)] as [string, string]] : []),
  ['[Content_Types].xml', `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${layout.watermark ? '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>' : ''}</Types>`],
  ['_rels/.rels', `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>${layout.watermark ? `<Relationship Id="rId2" Type="${OFFICE}/custom-properties" Target="docProps/custom.xml"/>` : ''}</Relationships>`],
  ['xl/workbook.xml', `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeXml(layout.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`],
  ['xl/_rels/workbook.xml.rels', `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`],
  // Style 1 is the text format (49), style 2 the same in bold for the heading.
  ['xl/styles.xml', `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`],
]

interface Entry { name: string; offset: number; crc: number; packed: number; bytes: number; streamed: boolean }

/** Bit 3: sizes follow the data; bit 11: names are UTF-8. */
const flags = (e: Entry) => (e.streamed ? 0x808 : 0x800)

function localHead(e: Entry): Buffer {
  const name = Buffer.from(e.name)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags(e), 6)
  head.writeUInt16LE(8, 8)
  head.writeUInt16LE(0x21, 12)
  if (!e.streamed) {
    head.writeUInt32LE(e.crc, 14)
    head.writeUInt32LE(e.packed, 18)
    head.writeUInt32LE(e.bytes, 22)
  }
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function descriptor(e: Entry): Buffer {
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(e.crc, 4)
  tail.writeUInt32LE(e.packed, 8)
  tail.writeUInt32LE(e.bytes, 12)
  return tail
}

function directory(entries: readonly Entry[]): Buffer {
  const last = entries.at(-1)
  const start = last ? last.offset + 30 + Buffer.byteLength(last.name) + last.packed + (last.streamed ? 16 : 0) : 0
  const parts = entries.map((e) => {
    const name = Buffer.from(e.name)
    const part = Buffer.alloc(46)
    part.writeUInt32LE(0x02014b50, 0)
    part.writeUInt16LE(20, 4)
    part.writeUInt16LE(20, 6)
    part.writeUInt16LE(flags(e), 8)
    part.writeUInt16LE(8, 10)
    part.writeUInt16LE(0x21, 14)
    part.writeUInt32LE(e.crc, 16)
    part.writeUInt32LE(e.packed, 20)
    part.writeUInt32LE(e.bytes, 24)
    part.writeUInt16LE(name.length, 28)
    part.writeUInt32LE(e.offset, 42)
    return Buffer.concat([part, name])
  })
  const body = Buffer.concat(parts)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(body.length, 12)
  end.writeUInt32LE(start, 16)
  return Buffer.concat([body, end])
}
