import type { ImportBatch } from '../contract.ts'
import { missingFields } from '../rules/headings.ts'
import type { BatchRow } from '../tables.ts'

/** A batch as the contract shows it. */
export function viewOf(row: BatchRow): ImportBatch {
  const { areaPath: _path, fileId: _file, createdBy: _by, rowReached: _reached, ...shown } = row
  return { ...shown, missing: missingFields(row.columns.map((column) => column.field)) }
}
