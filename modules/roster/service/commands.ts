import { refuse } from '../../../kernel/errors.ts'
import { dayOf } from '../../../kernel/dates.ts'
import { allows } from '../../../kernel/states.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { rosterErrors, type ImportBatch, type ImportColumn } from '../contract.ts'
import { headingsKey, missingFields } from '../rules/headings.ts'
import { importActions, importReads, type ImportAction } from '../rules/states.ts'
import { beginPass, getBatch, lockBatch, rememberMapping, setColumns, setState } from '../store/batches.ts'
import type { BatchRow } from '../tables.ts'
import { zh } from '../words.zh.ts'
import { viewOf } from './view.ts'

export function refuseRemoved({ fileRemovedAt }: BatchRow): void {
  if (fileRemovedAt !== null) throw refuse(rosterErrors.fileRemoved, { day: dayOf(fileRemovedAt) })
}

/** The batch, locked, if the action is allowed in its state. */
export async function batchFor(ctx: Ctx, batchId: string, action: ImportAction): Promise<BatchRow> {
  const batch = await lockBatch(ctx.sql, batchId)
  if (!allows(importActions, batch.state, action)) throw refuse(rosterErrors.notInThisState, { state: batch.state })
  if (importReads.includes(action)) refuseRemoved(batch)
  return batch
}

const seen = async (ctx: Ctx, batchId: string): Promise<ImportBatch> => viewOf(await getBatch(ctx.sql, batchId))

interface Mapping { batchId: string; columns: { index: number; field: ImportColumn['field'] }[] }

export async function setImportMapping(ctx: Ctx, input: Mapping): Promise<ImportBatch> {
  const batch = await batchFor(ctx, input.batchId, 'map')
  const given = new Map(input.columns.map((column) => [column.index, column.field]))
  for (const index of given.keys()) {
    if (!batch.columns.some((column) => column.index === index)) throw refuse(rosterErrors.columnUnknown, { index: index + 1 })
  }
  const columns = batch.columns.map((column): ImportColumn => {
    const field = given.get(column.index)
    if (field === undefined || field === column.field) return column
    return { ...column, field, by: field === null ? 'none' : 'hand' }
  })
  refuseDoubles(columns)
  await setColumns(ctx.sql, batch.id, columns)
  await remember(ctx, batch, columns)
  return seen(ctx, batch.id)
}

function refuseDoubles(columns: readonly ImportColumn[]): void {
  const taken = new Set<string>()
  for (const { field } of columns) {
    if (field === null || field === 'ignored') continue
    if (taken.has(field)) throw refuse(rosterErrors.columnTwice, { field: zh.fields[field] })
    taken.add(field)
  }
}

async function remember(ctx: Ctx, batch: BatchRow, columns: readonly ImportColumn[]): Promise<void> {
  const mapping: (string | null)[] = []
  const headings: string[] = []
  for (const column of columns) {
    mapping[column.index] = column.field
    headings[column.index] = column.heading
  }
  await rememberMapping(ctx.sql, {
    areaId: batch.areaId, areaPath: batch.areaPath, at: ctx.now,
    headingKey: headingsKey(Array.from(headings, (heading) => heading ?? '')),
    mapping: Array.from(mapping, (field) => field ?? null),
  })
}

function refuseIncomplete(batch: BatchRow): void {
  const missing = missingFields(batch.columns.map((column) => column.field))
  if (missing.length > 0) throw refuse(rosterErrors.columnsMissing, { missing: missing.map((m) => zh.missing[m]).join('、') })
}

export async function checkImport(ctx: Ctx, { batchId }: { batchId: string }): Promise<ImportBatch> {
  const batch = await batchFor(ctx, batchId, 'check')
  refuseIncomplete(batch)
  await beginPass(ctx.sql, batchId, 'checking')
  await ctx.enqueue('roster.check', { batchId })
  return seen(ctx, batchId)
}

export async function runImport(ctx: Ctx, { batchId }: { batchId: string }): Promise<ImportBatch> {
  const batch = await batchFor(ctx, batchId, 'run')
  refuseIncomplete(batch)
  // An interrupted import goes on behind the last settled row; everything else begins at the top.
  if (batch.state === 'failed' && batch.problem === 'importInterrupted') await setState(ctx.sql, batchId, 'importing')
  else await beginPass(ctx.sql, batchId, 'importing')
  await ctx.enqueue('roster.run', { batchId })
  return seen(ctx, batchId)
}

export async function undoImport(ctx: Ctx, { batchId }: { batchId: string }): Promise<ImportBatch> {
  await batchFor(ctx, batchId, 'undo')
  await setState(ctx.sql, batchId, 'undoing')
  await ctx.enqueue('roster.undo', { batchId })
  return seen(ctx, batchId)
}
