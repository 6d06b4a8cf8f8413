import type { Files } from '../../../kernel/ctx.ts'
import { LONGEST_HEADING } from '../rules/limits.ts'
import { columnLetter, hideNumbers, type HeadingBook } from '../rules.ts'
import { openSheet, type SheetRow, type StoredFile } from './sheet.ts'

/** Rows looked at for the headings; titles and remarks above them are rarely more than five. */
export const ROWS_LOOKED_AT = 30
const SAMPLES = 3

/** One column of a file: what stands above it, what it is taken for, and a few cells with their numbers hidden. */
export interface HeadColumn<F extends string> {
  index: number
  letter: string
  heading: string
  field: F | 'ignored' | null
  samples: string[]
}
export interface SheetHead<F extends string> { headerRow: number; headings: string[]; columns: HeadColumn<F>[]; first: string[] | undefined }

/** Finds the headings of a stored file and what its columns are. */
export async function readHead<F extends string>(files: Files, file: StoredFile, book: HeadingBook<F>): Promise<SheetHead<F> | 'unreadable' | 'empty' | 'noHeadings' | 'tooWide'> {
  const rows: SheetRow[] = []
  try {
    const sheet = await openSheet(files, file)
    for await (const batch of sheet.rows()) {
      rows.push(...batch.slice(0, ROWS_LOOKED_AT - rows.length))
      if (rows.length >= ROWS_LOOKED_AT) break
    }
  } catch {
    return 'unreadable'
  }
  if (rows.some((row) => row.tooWide)) return 'tooWide'
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) return 'empty'
  const at = book.findHeadingRow(filled.map((row) => row.cells))
  const heading = at === undefined ? undefined : filled[at]
  if (at === undefined || !heading) return 'noHeadings'
  const below = filled.slice(at + 1)
  return { headerRow: heading.rowNo, headings: heading.cells.map((cell) => cell.slice(0, LONGEST_HEADING)), columns: columnsOf(heading.cells, below, book), first: below[0]?.cells }
}

function columnsOf<F extends string>(headings: readonly string[], below: readonly SheetRow[], book: HeadingBook<F>): HeadColumn<F>[] {
  const guessed = book.fieldsOf(headings)
  return headings.flatMap((heading, index): HeadColumn<F>[] => {
    const samples = below.map((row) => (row.cells[index] ?? '').trim()).filter((cell) => cell !== '').slice(0, SAMPLES)
    if (heading.trim() === '' && samples.length === 0) return []
    return [{ index, letter: columnLetter(index), heading: heading.trim().slice(0, LONGEST_HEADING), field: guessed[index] ?? null, samples: samples.map(hideNumbers) }]
  })
}
