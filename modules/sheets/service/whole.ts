import type { Ctx } from '../../../kernel/ctx.ts'
import { ROWS_LOOKED_AT } from './head.ts'
import { openSheet, recogniseFile, type SheetRow } from './sheet.ts'

/** Letters of all cells together: an office's whole list has some ten thousand. */
const MOST_LETTERS = 4 * 1024 ** 2

/**
 * The filled rows of a small file that came with the request and is not kept; undefined where it cannot be read, so that the caller says what to bring
 * instead. Of one that has more than `most` below its headings nothing further is read.
 */
export async function wholeSheet({ upload, files }: Pick<Ctx, 'upload' | 'files'>, most: number): Promise<SheetRow[] | 'tooLong' | undefined> {
  const file = upload && (await recogniseFile(files, upload))
  if (!upload || !file || typeof file === 'string') return undefined
  const rows: SheetRow[] = []
  let letters = 0
  try {
    const sheet = await openSheet(files, file)
    for await (const batch of sheet.rows()) {
      for (const row of batch) {
        if (row.cells.every((cell) => cell.trim() === '')) continue
        rows.push(row)
        letters += row.cells.reduce((sum, cell) => sum + cell.length, 0)
        if (rows.length > most + ROWS_LOOKED_AT || letters > MOST_LETTERS) return 'tooLong'
      }
    }
  } catch {
    return undefined
  }
  await files.remove(upload.fileId)
  return rows
}
