import type { Ctx } from '../../../kernel/ctx.ts'
import { clockOf, dayOf } from '../../../kernel/dates.ts'
import type { FileReply } from '../../../kernel/endpoint.ts'
import { neutralise } from '../../sheets/rules.ts'
import { openSheet, writeXlsx, xlsxType } from '../../sheets/service.ts'
import type { PushedField } from '../contract.ts'
import { answerFields, pushedHeadings } from '../rules.ts'
import { answersOf, getListRow } from '../store.ts'
import type { ListRow } from '../tables.ts'
import { zh } from '../words.zh.ts'

type Said = Awaited<ReturnType<typeof answersOf>>[number]

/** 反馈表: what stood above the headings, the headings, then every row in its place; answers go into the file's own columns, those it lacks stand behind. */
export async function downloadFeedback(ctx: Ctx, { listId }: { listId: string }): Promise<FileReply> {
  const list = await getListRow(ctx.sql, listId)
  const said = new Map((await answersOf(ctx.sql, listId)).map((row) => [row.rowNo, row]))
  const at = placesOfAnswers(list)
  const rows = await rewritten(ctx, list, (rowNo, cells) => {
    if (rowNo === list.headerRow) return filled(cells, at, (field) => pushedHeadings[field][0] ?? '', true)
    const row = said.get(rowNo)
    return row ? filled(cells, at, (field) => answerCell(row, field), false) : cells
  })
  return file(`${list.title}-核查反馈-${ctx.today}`, '核查反馈', list, rows)
}

/** 错误行: only those nobody can be found by, to be corrected and pushed again. */
export async function downloadWrongRows(ctx: Ctx, { listId }: { listId: string }): Promise<FileReply> {
  const list = await getListRow(ctx.sql, listId)
  const wrong = new Map((await answersOf(ctx.sql, listId)).filter((row) => row.issue !== null).map((row) => [row.rowNo, row.issue ?? '']))
  const width = Math.max(...list.columns.map((column) => column.index)) + 1
  const pad = (cells: readonly string[]) => Array.from({ length: width }, (_, i) => cells[i] ?? '')
  const rows = await rewritten(ctx, list, (rowNo, cells) => {
    if (rowNo < list.headerRow) return cells
    if (rowNo === list.headerRow) return [...pad(cells), '行号', '原因']
    const issue = wrong.get(rowNo)
    return issue === undefined ? undefined : [...pad(cells), String(rowNo), (zh.issues as Record<string, string>)[issue] ?? issue]
  })
  return file(`${list.title}-错误行`, '错误行', list, rows)
}

async function rewritten(ctx: Ctx, list: ListRow, write: (rowNo: number, cells: string[]) => string[] | undefined): Promise<string[][]> {
  const out: string[][] = []
  const sheet = await openSheet(ctx.files, list)
  for await (const rows of sheet.rows()) for (const { rowNo, cells } of rows) {
    const line = write(rowNo, cells)
    if (line) out.push(line.map(neutralise))
  }
  return out
}

/** The file's own column for each part of the answer, else the next free one behind its last. */
function placesOfAnswers(list: ListRow): Map<PushedField, number> {
  let free = Math.max(...list.columns.map((column) => column.index)) + 1
  return new Map(answerFields.map((field) => [field, list.columns.find((column) => column.field === field)?.index ?? free++]))
}

function filled(cells: readonly string[], at: Map<PushedField, number>, say: (field: PushedField) => string, onlyEmpty: boolean): string[] {
  const out = Array.from({ length: Math.max(cells.length, ...[...at.values()].map((i) => i + 1)) }, (_, i) => cells[i] ?? '')
  for (const [field, index] of at) if (!onlyEmpty || out[index] === '') out[index] = say(field)
  return out
}

function answerCell(row: Said, field: PushedField): string {
  if (row.state !== 'answered' || row.result === null) {
    if (field !== 'result') return ''
    return row.issue === null ? '' : `${zh.feedback.unreadable}${(zh.issues as Record<string, string>)[row.issue] ?? row.issue}`
  }
  switch (field) {
    case 'result': return row.kind === null ? zh.results[row.result] : `${zh.results[row.result]}(${zh.kinds[row.kind]})`
    case 'whereabouts': return row.whereabouts ?? ''
    case 'measure': return [row.measure ?? '', row.answerNote ?? ''].filter(Boolean).join(';')
    case 'checker': return `${row.communityName} ${row.checkerName ?? ''}`
    default: return row.answeredAt === null ? '' : `${dayOf(row.answeredAt)} ${clockOf(row.answeredAt)}`
  }
}

function file(name: string, sheet: string, list: ListRow, rows: string[][]): FileReply {
  const columns = Array.from({ length: Math.max(1, ...rows.map((row) => row.length)) }, () => ({ width: 16 }))
  return { filename: `${name}.xlsx`, contentType: xlsxType, body: writeXlsx({ name: sheet, columns, headRows: list.headerRow }, once(rows)) }
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}
