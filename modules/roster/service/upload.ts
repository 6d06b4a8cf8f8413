import { refuse } from '../../../kernel/errors.ts'
import type { Ctx, Upload } from '../../../kernel/ctx.ts'
import { MOST_COLUMNS } from '../../sheets/rules.ts'
import { readHead, recogniseFile, type HeadColumn, type StoredFile } from '../../sheets/service.ts'
import { areaById } from '../../territory/service.ts'
import { rosterErrors, type ImportBatch, type ImportColumn } from '../contract.ts'
import type { RosterField } from '../rules/fields.ts'
import { fieldOf, fieldsOf, findHeadingRow, headingsKey, type ColumnField } from '../rules/headings.ts'
import { findMapping, getBatch, insertBatch } from '../store/batches.ts'
import { viewOf } from './view.ts'

export async function uploadImport(ctx: Ctx, input: { areaId: string; filename?: string | undefined }): Promise<ImportBatch> {
  const area = await areaById(ctx, input.areaId)
  if (area.level !== 'community') throw refuse(rosterErrors.notACommunity, { name: area.name })
  if (!ctx.upload) throw refuse(rosterErrors.fileEmpty)
  const filename = (input.filename ?? ctx.upload.filename).slice(-200)
  const file = await recognise(ctx, ctx.upload, filename)
  const head = await readHead(ctx.files, file, { fieldOf, fieldsOf, findHeadingRow })
  if (head === 'unreadable') throw refuse(rosterErrors.fileUnreadable, { filename })
  if (head === 'empty') throw refuse(rosterErrors.fileEmpty)
  if (head === 'tooWide') throw refuse(rosterErrors.fileTooWide, { most: MOST_COLUMNS })
  if (head === 'noHeadings') throw refuse(rosterErrors.noHeadings)
  const remembered = await findMapping(ctx.sql, area.id, headingsKey(head.headings))
  const batchId = ctx.newId()
  await insertBatch(ctx.sql, {
    id: batchId, areaId: area.id, areaPath: area.areaPath, ...file, filename, headerRow: head.headerRow,
    columns: columnsOf(head.columns, remembered?.mapping), createdAt: ctx.now,
    createdBy: ctx.actor.kind === 'staff' ? ctx.actor.accountId : null,
    createdByName: ctx.actor.kind === 'staff' ? ctx.actor.name : null,
  })
  return viewOf(await getBatch(ctx.sql, batchId))
}

async function recognise(ctx: Ctx, upload: Upload, filename: string): Promise<StoredFile> {
  const file = await recogniseFile(ctx.files, upload)
  if (file === 'empty') throw refuse(rosterErrors.fileEmpty)
  if (file === 'oldExcel') throw refuse(rosterErrors.fileOldExcel, { filename })
  return file
}

/** What was said of these columns the last time counts more than what their headings sound like. */
const columnsOf = (columns: readonly HeadColumn<RosterField>[], remembered: (string | null)[] | undefined): ImportColumn[] => columns.map((column): ImportColumn => {
  const recalled = remembered?.[column.index] as ColumnField | undefined
  const field = recalled === undefined ? column.field : recalled
  return { ...column, field, by: recalled !== undefined ? 'remembered' : field === null ? 'none' : 'heading' }
})
