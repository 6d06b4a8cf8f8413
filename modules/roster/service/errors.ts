import iconv from 'iconv-lite'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { FileReply } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { rosterErrors } from '../contract.ts'
import { csvLine, neutralise } from '../../sheets/rules.ts'
import { openSheet, writeXlsx, xlsxType, type SheetRow } from '../../sheets/service.ts'
import { refuseRemoved } from './commands.ts'
import { sentenceOf } from './sentences.ts'
import { getBatch } from '../store/batches.ts'
import { issuesFrom } from '../store/findings.ts'
import type { BatchRow, IssueRow } from '../tables.ts'

/**
 * The wrong rows in the layout they came in, with 行号 and 原因 behind the last column. What stood above the headings comes
 * along, so that a corrected file is read like the first one. Built before the answer leaves, because the transaction
 * that may read the reasons ends with it.
 */
export async function downloadImportErrors(ctx: Ctx, input: { batchId: string }): Promise<FileReply> {
  const batch = await getBatch(ctx.sql, input.batchId)
  if (ctx.actor.kind !== 'staff' || batch.createdBy !== ctx.actor.accountId) throw refuse(rosterErrors.notYourFile, { name: batch.createdByName ?? '' })
  refuseRemoved(batch)
  const rows: (readonly string[])[] = []
  for await (const more of wrongRows(ctx, batch)) rows.push(...more.map((cells) => cells.map(neutralise)))
  const name = `${batch.filename.replace(/\.\w+$/, '')}-错误行`
  if (batch.format === 'xlsx') {
    const columns = Array.from({ length: Math.max(1, ...rows.map((r) => r.length)) }, () => ({ width: 16 }))
    const layout = { name: '错误行', columns, headRows: Math.min(batch.headerRow, rows.length) }
    return { filename: `${name}.xlsx`, contentType: xlsxType, body: writeXlsx(layout, once(rows)) }
  }
  // Excel opens a csv in GBK by itself and one in UTF-8 only with a mark in front.
  const text = rows.map(csvLine).join('')
  const body = batch.encoding === 'gbk' ? iconv.encode(text, 'gb18030') : Buffer.from(`\ufeff${text}`)
  return { filename: `${name}.csv`, contentType: `text/csv; charset=${batch.encoding === 'gbk' ? 'gb18030' : 'utf-8'}`, body }
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}

async function* wrongRows(ctx: Ctx, batch: BatchRow): AsyncGenerator<(readonly string[])[]> {
  const reasons = reasonsByRow(ctx, batch)
  let next = await reasons.next()
  const width = Math.max(0, ...batch.columns.map((c) => c.index + 1))
  const sheet = await openSheet(ctx.files, batch)
  for await (const rows of sheet.rows()) {
    const found: (readonly string[])[] = []
    for (const row of rows) {
      if (row.rowNo < batch.headerRow) found.push(row.cells)
      else if (row.rowNo === batch.headerRow) found.push([...padded(row, width), '行号', '原因'])
      else {
        while (!next.done && next.value.rowNo < row.rowNo) next = await reasons.next()
        if (!next.done && next.value.rowNo === row.rowNo) found.push([...padded(row, width), String(row.rowNo), next.value.reason])
      }
    }
    if (found.length > 0) yield found
  }
}

const padded = (row: SheetRow, width: number): string[] => Array.from({ length: width }, (_, i) => row.cells[i] ?? '')

async function* reasonsByRow(ctx: Ctx, batch: BatchRow): AsyncGenerator<{ rowNo: number; reason: string }, undefined> {
  let current: { rowNo: number; issues: IssueRow[] } | undefined
  const said = (c: { rowNo: number; issues: IssueRow[] }) => ({ rowNo: c.rowNo, reason: c.issues.map((i) => sentenceOf(i)).join(' ') })
  for await (const issue of issuesFrom(ctx.sql, batch.id)) {
    if (current && current.rowNo !== issue.rowNo) {
      yield said(current)
      current = undefined
    }
    current ??= { rowNo: issue.rowNo, issues: [] }
    current.issues.push(issue)
  }
  if (current) yield said(current)
  return undefined
}
