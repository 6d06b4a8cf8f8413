import iconv from 'iconv-lite'
import type { Files, Upload } from '../../../kernel/ctx.ts'
import { detectDelimiter, detectEncoding, openCsv, type CsvEncoding } from './csv-reader.ts'
import { openXlsx } from './xlsx-reader.ts'

/** A row of the file as it stands there; `rowNo` as the spreadsheet counts, from 1. */
export interface SheetRow {
  rowNo: number
  cells: string[]
  /** Something stands beyond the last column that is read. */
  tooWide?: boolean
}

export interface Sheet {
  /** From the first row, in small batches, so that other work gets its turn. */
  rows(): AsyncIterable<SheetRow[]>
  readonly days1904: boolean
  /** 0–1, how much of the file the rows given so far are. */
  progress(): number
}

export interface StoredFile {
  fileId: string
  format: 'xlsx' | 'csv'
  encoding: string | null
  bytes: number
}

const sniff = { xlsx: [0x50, 0x4b, 3, 4], oldExcel: [0xd0, 0xcf, 0x11, 0xe0] }
const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte)

const HEAD = 64 * 1024

/** The first bytes of a stored file. */
export async function headOf(files: Files, fileId: string): Promise<Uint8Array> {
  for await (const chunk of files.read(fileId)) return chunk.subarray(0, HEAD)
  return new Uint8Array()
}

/** What the file is decides, not what it is called: csv files named .xls are common. */
export async function recogniseFile(files: Files, { fileId, bytes }: Upload): Promise<StoredFile | 'empty' | 'oldExcel'> {
  if (bytes === 0) return 'empty'
  const head = await headOf(files, fileId)
  if (startsWith(head, sniff.oldExcel)) return 'oldExcel'
  const format = startsWith(head, sniff.xlsx) ? 'xlsx' : 'csv'
  return { fileId, bytes, format, encoding: format === 'csv' ? detectEncoding(head) : null }
}

export async function openSheet(files: Files, file: StoredFile): Promise<Sheet> {
  if (file.format === 'xlsx') {
    const parts: Uint8Array[] = []
    for await (const chunk of files.read(file.fileId)) parts.push(chunk)
    return openXlsx(Buffer.concat(parts))
  }
  const head = await headOf(files, file.fileId)
  const encoding = (file.encoding as CsvEncoding | null) ?? detectEncoding(head)
  const delimiter = detectDelimiter(iconv.decode(Buffer.from(head), encoding === 'gbk' ? 'gb18030' : encoding))
  return openCsv(() => files.read(file.fileId), { bytes: file.bytes, encoding, delimiter })
}
