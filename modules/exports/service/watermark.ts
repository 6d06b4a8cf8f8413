import type { FileReply } from '../../../kernel/endpoint.ts'
import { csvLine, neutralise } from '../../sheets/rules.ts'
import { writeXlsx, xlsxType, type SheetLayout } from '../../sheets/service.ts'
import { codeOf, watermarkedName, watermarkLine, type Watermark } from '../rules.ts'

type Pages = AsyncIterable<readonly (readonly string[])[]>

interface File { stem: string; format: 'xlsx' | 'csv'; layout: SheetLayout; rows: Pages }

/**
 * A file that says on its face whose copy it is. A workbook: a line above the headings, header and footer of every printed
 * page, and properties of the document. A csv has no such places: the name of the file and a last row, so that a program
 * that reads the headings from the first row still can.
 */
export function marked({ stem, format, layout, rows }: File, mark: Watermark): FileReply {
  const line = watermarkLine(mark)
  const filename = watermarkedName(stem, mark, format)
  if (format === 'csv') return { filename, contentType: 'text/csv; charset=utf-8', body: csvPages(withLastRow(rows, line)) }
  const properties = { 导出编号: codeOf(mark.exportId), 导出人: mark.name, 导出账号: mark.login, 导出时间: mark.at }
  return { filename, contentType: xlsxType, body: writeXlsx({ ...layout, watermark: { line, properties } }, rows) }
}

async function* withLastRow(rows: Pages, line: string): Pages {
  yield* rows
  yield [[line]]
}

/** A csv that Excel opens as UTF-8, page by page; nothing in a cell can run as a formula. */
export async function* csvPages(rows: Pages): AsyncGenerator<Uint8Array> {
  let mark = '\ufeff'
  for await (const page of rows) {
    yield Buffer.from(mark + page.map((cells) => csvLine(cells.map(neutralise))).join(''))
    mark = ''
  }
}
