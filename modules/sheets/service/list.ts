import type { Ctx } from '../../../kernel/ctx.ts'
import { isInstructionRow, type HeadingBook } from '../rules.ts'
import { wholeSheet } from './whole.ts'

/** One row of a list below its headings: its number in the file, counted from one, and its cells by what the column is taken for. */
export interface ListedRow<F extends string> { rowNo: number; cell: (field: F) => string }

/** A small list that came with the request: its rows and the columns it has, or what is wrong with the file, so that the caller says what to bring instead. The file is not kept. */
export async function readList<F extends string>(ctx: Pick<Ctx, 'upload' | 'files'>, book: HeadingBook<F>, { needs, most }: { needs: F; most: number }): Promise<{ rows: ListedRow<F>[]; fields: readonly (F | 'ignored' | null)[] } | 'tooLong' | 'unreadable' | 'noHeadings'> {
  const sheet = await wholeSheet(ctx, most)
  if (sheet === 'tooLong') return 'tooLong'
  if (!sheet) return 'unreadable'
  const at = book.findHeadingRow(sheet.map(({ cells }) => cells))
  const fields = book.fieldsOf(sheet[at ?? -1]?.cells ?? [])
  if (at === undefined || !fields.includes(needs)) return 'noHeadings'
  const below = sheet.slice(at + 1).filter(({ cells }) => !isInstructionRow(cells))
  return below.length > most ? 'tooLong' : { fields, rows: below.map(({ rowNo, cells }) => ({ rowNo, cell: (field) => (cells[fields.indexOf(field)] ?? '').trim() })) }
}
