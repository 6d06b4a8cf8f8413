import type { Ctx } from '../../../kernel/ctx.ts'
import type { FileReply } from '../../../kernel/endpoint.ts'
import { fillWords, findIn, type WordTree } from '../../../kernel/words.ts'
import { refuse } from '../../../kernel/errors.ts'
import { isInstructionRow, neutralise } from '../../sheets/rules.ts'
import { wholeSheet, writeTemplate, writeXlsx, xlsxType, type SheetRow } from '../../sheets/service.ts'
import { namesOfAreas } from '../../territory/service.ts'
import { dutyErrors } from '../contract.ts'
import { listBook, listFields, listHeadings, type ListField, type ListIssue } from '../rules.ts'
import { zh } from '../words.zh.ts'

/** Each row may hand work over, which takes a few statements; an office has fewer people than this. */
const MOST_ROWS = 500
const AREAS_OFFERED = 1000

/** A wrong row as it came, so that it can be corrected in the office's own layout. */
export interface WrongRow { rowNo: number; cells: string[]; issues: ListIssue[] }
export interface WrongRows { headings: string[]; rows: WrongRow[] }

export async function dutySheetTemplate(ctx: Ctx): Promise<FileReply> {
  const choices: Partial<Record<ListField, readonly string[]>> = { area: await namesOfAreas(ctx, AREAS_OFFERED), duty: Object.values(zh.roles) }
  const fields = listFields.filter((field) => field in zh.list.hints) as (keyof typeof zh.list.hints)[]
  const columns = fields.map((field) => ({ heading: listHeadings[field], width: field === 'area' ? 36 : 16, instruction: zh.list.hints[field], choices: choices[field] ?? [] }))
  return { filename: '挂联名单模板.xlsx', contentType: xlsxType, body: await writeTemplate('挂联名单', columns, Object.values(zh.list.notes)) }
}

export interface ReadRow { rowNo: number; cells: string[]; cell: (field: ListField) => string }

/** The rows of the file below its headings. It is small and is not kept: right rows go into the list, wrong ones are kept sealed. */
export async function readFile(ctx: Ctx): Promise<{ headings: string[]; rows: ReadRow[] }> {
  const sheet = (await readSheet(ctx)).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const at = listBook.findHeadingRow(sheet.slice(0, 30).map(({ cells }) => cells))
  const head = at === undefined ? undefined : sheet[at]
  const fields = listBook.fieldsOf(head?.cells ?? [])
  const placed = (['area', 'community', 'compound', 'grid', 'building'] as const).some((field) => fields.includes(field))
  if (at === undefined || !head || !fields.includes('name') || !placed) throw refuse(dutyErrors.headingsMissing, { headings: `${listHeadings.area}、${listHeadings.name}` })
  const below = sheet.slice(at + 1).filter(({ cells }) => !isInstructionRow(cells))
  if (below.length > MOST_ROWS) throw refuse(dutyErrors.fileTooLong, { most: MOST_ROWS })
  return { headings: [...head.cells], rows: below.map(({ rowNo, cells }) => ({ rowNo, cells: [...cells], cell: (field) => (cells[fields.indexOf(field)] ?? '').trim() })) }
}

async function readSheet(ctx: Ctx): Promise<SheetRow[]> {
  const rows = await wholeSheet(ctx, MOST_ROWS)
  if (rows === 'tooLong') throw refuse(dutyErrors.fileTooLong, { most: MOST_ROWS })
  if (!rows) throw refuse(dutyErrors.fileUnreadable)
  return rows
}

const sentence = (issue: ListIssue): string => fillWords(findIn(zh as WordTree, `list.issues.${issue.code}`) ?? issue.code, issue.params)

/** Only the wrong rows, with 行号 and 原因 behind the last column: corrected, the same file goes in again. */
export function errorFile(filename: string, { headings, rows }: WrongRows): FileReply {
  const width = Math.max(headings.length, ...rows.map(({ cells }) => cells.length))
  const padded = (cells: readonly string[]) => Array.from({ length: width }, (_, i) => neutralise(cells[i] ?? ''))
  const lines = [[...padded(headings), '行号', '原因'], ...rows.map((row) => [...padded(row.cells), String(row.rowNo), row.issues.map((issue) => `${issue.heading}:${sentence(issue)}`).join(' ')])]
  const layout = { name: '错误行', headRows: 1, columns: Array.from({ length: width + 2 }, (_, i) => ({ width: i === width + 1 ? 60 : 16 })) }
  return { filename: `${filename.replace(/\.\w+$/, '')}-错误行.xlsx`, contentType: xlsxType, body: writeXlsx(layout, once(lines)) }
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}
