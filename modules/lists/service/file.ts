import { cellsOf, type ListColumns } from '../../../kernel/columns.ts'
import type { FileReply } from '../../../kernel/endpoint.ts'
import type { Page } from '../../../kernel/page.ts'
import type { Say } from '../../../kernel/words.ts'
import type { Watermark } from '../../exports/rules.ts'
import { marked } from '../../exports/service.ts'
import { csvLine, neutralise } from '../../sheets/rules.ts'
import { writeXlsx, xlsxType } from '../../sheets/service.ts'

export const formats = ['csv', 'xlsx'] as const
type Row = Record<string, unknown>

interface Wanted {
  of: ListColumns<Row>
  /** Ids of the columns, as they stand on the page. */
  columns: readonly string[]
  format: (typeof formats)[number]
  say: Say
  /** Without its ending. */
  filename: string
  /** The pages as they are asked for one after the other; the file is written while they come. */
  pages: AsyncIterable<Page<Row>>
  /** Whose copy it is, of a list about residents. */
  mark?: Watermark | undefined
}

/** A list as a file, written page by page while it is on its way: neither memory nor other users feel how many rows there are. */
export function listFile({ of, columns, format, say, filename, pages, mark }: Wanted): FileReply {
  const cells = cellsOf(of, columns)
  const rows = async function* () {
    yield [cells.map((cell) => say(cell.title))]
    for await (const { items } of pages) yield items.map((row) => cells.map((cell) => neutralise(text(cell.value(row, say)))))
  }
  const layout = { name: say(of.title), headRows: 1, columns: cells.map(() => ({ width: 18 })) }
  if (mark) return marked({ stem: filename, format, layout, rows: rows() }, mark)
  return {
    filename: `${filename}.${format}`,
    contentType: format === 'xlsx' ? xlsxType : 'text/csv; charset=utf-8',
    body: format === 'xlsx' ? writeXlsx(layout, rows()) : csv(rows()),
  }
}

const text = (value: string | number | null | undefined): string => (value === null || value === undefined ? '' : String(value))

async function* csv(rows: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<Uint8Array> {
  // Excel reads a csv as UTF-8 only with a mark in front.
  let mark = '\ufeff'
  for await (const page of rows) {
    yield Buffer.from(mark + page.map(csvLine).join(''))
    mark = ''
  }
}
