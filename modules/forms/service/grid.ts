import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/errors.ts'
import { MOST_COLUMNS } from '../../sheets/rules.ts'
import { openBook, openSheet, recogniseFile, textsOf, type Book, type StoredFile } from '../../sheets/service.ts'
import { formsErrors as errors, MOST_LINES } from '../contract.ts'
import { gridOf, type Grid } from '../rules.ts'

export interface FormFile { fileId: string; filename: string; format: 'xlsx' | 'csv'; encoding: string | null; bytes: number }
export interface Opened { grid: Grid; /** Of a workbook: what is filled in where it stands. */ book: Book | undefined }

export async function bytesOf(ctx: Pick<Ctx, 'files'>, fileId: string): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of ctx.files.read(fileId)) parts.push(part)
  return Buffer.concat(parts)
}

/** The whole sheet of a form, as it lies among the files. */
export async function openForm(ctx: Ctx, { fileId, ...rest }: Omit<FormFile, 'fileId'> & { fileId: string | null }): Promise<Opened> {
  const { filename } = rest
  if (fileId === null) throw refuse(errors.sheetGone, { filename })
  const file = { ...rest, fileId }
  if (file.format === 'csv') return { grid: await csvGrid(ctx, file), book: undefined }
  const book = await openBook(await bytesOf(ctx, file.fileId))
  if (book === 'unreadable') throw refuse(errors.fileUnreadable, { filename })
  if (book === 'tooLarge') throw refuse(errors.fileTooLarge)
  if (book === 'tooWide') throw refuse(errors.fileTooWide, { most: MOST_COLUMNS })
  const rows = book.rows.map((row) => ({ rowNo: row.rowNo, cells: textsOf(row), formulas: row.cells.filter((cell) => cell.formula !== undefined).map((cell) => cell.column) }))
  mustFit(rows.filter((row) => row.cells.length > 0).length)
  return { grid: gridOf(rows, book.merges, [...book.hiddenColumns]), book }
}

const mustFit = (n: number): void => { if (n > MOST_LINES) throw refuse(errors.tooManyLines, { n, most: MOST_LINES }) }

async function csvGrid(ctx: Ctx, file: FormFile): Promise<Grid> {
  const rows: { rowNo: number; cells: string[]; formulas: number[] }[] = []
  try {
    const sheet = await openSheet(ctx.files, file)
    for await (const batch of sheet.rows()) {
      rows.push(...batch.map(({ rowNo, cells }) => ({ rowNo, cells, formulas: [] })))
      if (rows.length > MOST_LINES) break
    }
  } catch {
    throw refuse(errors.fileUnreadable, { filename: file.filename })
  }
  mustFit(rows.length)
  return gridOf(rows, [], [])
}

/** A workbook that opens with a password lies in a container of the old kind and says so in its directory. */
const SEALED = Buffer.from('EncryptedPackage', 'utf16le')

/** The file that came with the request: what it is, or why it cannot be filled in. */
export async function received(ctx: Ctx): Promise<FormFile> {
  if (!ctx.upload) throw refuse(errors.fileEmpty)
  const { upload } = ctx
  const filename = upload.filename.slice(-200)
  const file: StoredFile | 'empty' | 'oldExcel' = await recogniseFile(ctx.files, upload)
  if (file === 'empty') throw refuse(errors.fileEmpty)
  if (file === 'oldExcel') throw refuse((await bytesOf(ctx, upload.fileId)).includes(SEALED) ? errors.fileLocked : errors.fileOldExcel, { filename })
  return { ...file, filename }
}
