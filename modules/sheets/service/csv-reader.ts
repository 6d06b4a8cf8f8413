import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import iconv from 'iconv-lite'
import { LONGEST_CELL, MOST_COLUMNS, MOST_OF_A_ROW } from '../rules/limits.ts'
import type { Sheet, SheetRow } from './sheet.ts'

export type CsvEncoding = 'utf-8' | 'gbk' | 'utf-16le'

/**
 * Excel in China saves csv as GBK, other programs as UTF-8 with or without a mark. What is not valid UTF-8 is GBK
 * (read as GB 18030, which contains it). `head` is the beginning of the file; a character cut at its end is no fault.
 */
export function detectEncoding(head: Uint8Array): CsvEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return 'utf-8'
  } catch {
    return 'gbk'
  }
}

const codecs: Record<CsvEncoding, string> = { 'utf-8': 'utf-8', gbk: 'gb18030', 'utf-16le': 'utf-16le' }
const BATCH = 500

/** Comma, tab or semicolon: whichever the first lines have most of. */
export function detectDelimiter(head: string): string {
  const lines = head.split(/\r?\n/, 5).join('\n')
  const counts = [',', '\t', ';'].map((delimiter) => ({ delimiter, n: lines.split(delimiter).length }))
  return counts.reduce((a, b) => (b.n > a.n ? b : a)).delimiter
}

export function openCsv(
  read: () => AsyncIterable<Uint8Array>,
  file: { bytes: number; encoding: CsvEncoding; delimiter: string },
): Sheet {
  let seen = 0
  async function* texts(): AsyncGenerator<string> {
    const decoder = iconv.getDecoder(codecs[file.encoding])
    for await (const chunk of read()) {
      seen += chunk.length
      yield decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    }
    yield decoder.end() ?? ''
  }
  async function* rows(): AsyncGenerator<SheetRow[]> {
    const parser = Readable.from(texts()).pipe(parse({
      bom: true, delimiter: file.delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: MOST_OF_A_ROW,
    }))
    let rowNo = 0
    let batch: SheetRow[] = []
    let letters = 0
    for await (const all of parser as AsyncIterable<string[]>) {
      const cells = all.slice(0, MOST_COLUMNS).map((cell) => cell.slice(0, LONGEST_CELL))
      batch.push({ rowNo: ++rowNo, cells, ...(all.slice(MOST_COLUMNS).some((cell) => cell.trim() !== '') ? { tooWide: true } : {}) })
      letters += cells.reduce((sum, cell) => sum + cell.length, 0)
      if (batch.length >= BATCH || letters > MOST_OF_A_ROW) {
        yield batch
        batch = []
        letters = 0
      }
    }
    if (batch.length > 0) yield batch
  }
  return { rows, days1904: false, progress: () => (file.bytes === 0 ? 1 : Math.min(1, seen / file.bytes)) }
}
