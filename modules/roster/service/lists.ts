import type { Ctx } from '../../../kernel/ctx.ts'
import { readKey, toPage, type Page } from '../../../kernel/page.ts'
import type { ImportBatch, ImportIssue } from '../contract.ts'
import { getBatch, listBatches } from '../store/batches.ts'
import { listIssues } from '../store/findings.ts'
import { columnLetter } from '../../sheets/rules.ts'
import { viewOf } from './view.ts'

export const getImport = async (ctx: Ctx, { batchId }: { batchId: string }): Promise<ImportBatch> =>
  viewOf(await getBatch(ctx.sql, batchId))

interface PageInput { after?: string | undefined; limit: number }

export async function listImports(ctx: Ctx, input: PageInput): Promise<Page<Omit<ImportBatch, 'columns' | 'undone'>>> {
  const key = readKey(input.after, 2) as [string, string] | undefined
  const page = toPage(await listBatches(ctx.sql, key, input.limit), input.limit, (row) => [row.createdAt, row.id])
  return { ...page, items: page.items.map((row) => { const { columns: _c, undone: _u, ...rest } = viewOf(row); return rest }) }
}

export async function listImportIssues(ctx: Ctx, input: { batchId: string } & PageInput): Promise<Page<ImportIssue>> {
  const batch = await getBatch(ctx.sql, input.batchId)
  const key = readKey(input.after, 2) as [number, string] | undefined
  const page = toPage(await listIssues(ctx.sql, batch.id, key, input.limit), input.limit, (row) => [row.rowNo, row.id])
  return {
    ...page,
    items: page.items.map(({ columnIndex, field, ...issue }) => ({
      ...issue, field: field as ImportIssue['field'], cell: columnIndex === null ? null : `${columnLetter(columnIndex)}${issue.rowNo}`,
    })),
  }
}
