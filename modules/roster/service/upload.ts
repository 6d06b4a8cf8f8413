import { refuse } from '../../../kernel/errors.ts'
import type { Ctx, Upload } from '../../../kernel/ctx.ts'
import { columnLetter } from '../../sheets/rules.ts'
import { openSheet, recogniseFile, type SheetRow, type StoredFile } from '../../sheets/service.ts'
import { areaById } from '../../territory/service.ts'
import { rosterErrors, type ImportBatch, type ImportColumn } from '../contract.ts'
import { fieldsOf, findHeadingRow, headingsKey, type ColumnField } from '../rules/headings.ts'
import { hideNumbers } from '../rules/masks.ts'
import { findMapping, getBatch, insertBatch } from '../store/batches.ts'
import { viewOf } from './view.ts'

/** Rows looked at for the headings; titles and remarks above them are rarely more than five. */
const ROWS_LOOKED_AT = 30
const SAMPLES = 3

export async function uploadImport(ctx: Ctx, input: { areaId: string; filename?: string | undefined }): Promise<ImportBatch> {
  const area = await areaById(ctx, input.areaId)
  if (area.level !== 'community') throw refuse(rosterErrors.notACommunity, { name: area.name })
  if (!ctx.upload) throw refuse(rosterErrors.fileEmpty)
  const filename = (input.filename ?? ctx.upload.filename).slice(-200)
  const file = await recognise(ctx, ctx.upload, filename)
  const head = await readHead(ctx, file, filename)
  const at = findHeadingRow(head.map((row) => row.cells))
  const headingRow = at === undefined ? undefined : head[at]
  if (at === undefined || !headingRow) throw refuse(rosterErrors.noHeadings)
  const remembered = await findMapping(ctx.sql, area.id, headingsKey(headingRow.cells))
  const batchId = ctx.newId()
  await insertBatch(ctx.sql, {
    id: batchId, areaId: area.id, areaPath: area.areaPath, ...file, filename, headerRow: headingRow.rowNo,
    columns: columnsOf(headingRow.cells, head.slice(at + 1), remembered?.mapping), createdAt: ctx.now,
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

async function readHead(ctx: Ctx, file: StoredFile, filename: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  try {
    const sheet = await openSheet(ctx.files, file)
    for await (const batch of sheet.rows()) {
      rows.push(...batch)
      if (rows.length >= ROWS_LOOKED_AT) break
    }
  } catch {
    throw refuse(rosterErrors.fileUnreadable, { filename })
  }
  const filled = rows.slice(0, ROWS_LOOKED_AT).filter((row) => row.cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) throw refuse(rosterErrors.fileEmpty)
  return filled
}

function columnsOf(headings: readonly string[], below: readonly SheetRow[], remembered: (string | null)[] | undefined): ImportColumn[] {
  const guessed = fieldsOf(headings)
  return headings.flatMap((heading, index): ImportColumn[] => {
    const samples = below.map((row) => (row.cells[index] ?? '').trim()).filter((cell) => cell !== '').slice(0, SAMPLES)
    if (heading.trim() === '' && samples.length === 0) return []
    const recalled = remembered?.[index] as ColumnField | undefined
    const field = recalled === undefined ? (guessed[index] ?? null) : recalled
    return [{
      index, letter: columnLetter(index), heading: heading.trim(), field,
      by: recalled !== undefined ? 'remembered' : field === null ? 'none' : 'heading',
      samples: samples.map(hideNumbers),
    }]
  })
}
