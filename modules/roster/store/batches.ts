import sql, { empty, type Sql as Tag } from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { ImportColumn, ImportState } from '../contract.ts'
import type { BatchRow, Counts, Undone } from '../tables.ts'

const batchColumns = sql`
  b.id, b.area_id as "areaId", b.area_path as "areaPath", a.name as "areaName", b.state, b.file_id as "fileId", b.filename,
  b.format, b.encoding, b.bytes, b.header_row as "headerRow", b.columns, b.progress, b.rows_total as "rowsTotal",
  b.rows_done as "rowsDone", b.row_reached as "rowReached", b.persons_added as "personsAdded",
  b.persons_changed as "personsChanged", b.persons_unchanged as "personsUnchanged", b.households_added as "householdsAdded",
  b.rows_wrong as "rowsWrong", b.rows_in_question as "rowsInQuestion", b.rows_skipped as "rowsSkipped", b.problem, b.undone,
  b.created_at as "createdAt", b.created_by as "createdBy", b.created_by_name as "createdByName", b.ended_at as "endedAt", b.file_removed_at as "fileRemovedAt"`

const batchWhere = (where: Tag, tail: Tag = empty) =>
  sql`select ${batchColumns} from import_batch b join area a on a.id = b.area_id where ${where} ${tail}`

export const getBatch = (sql_: Sql, id: string): Promise<BatchRow> => sql_.get(batchWhere(sql`b.id = ${id}`))

/** Locked until the end of the transaction, so that two presses of one button start one job. */
export const lockBatch = (sql_: Sql, id: string): Promise<BatchRow> =>
  sql_.get(batchWhere(sql`b.id = ${id}`, sql`for update of b`))

export function listBatches(sql_: Sql, after: [string, string] | undefined, limit: number): Promise<BatchRow[]> {
  const from = after ? sql`(b.created_at, b.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`
  return sql_.rows(batchWhere(from, sql`order by b.created_at desc, b.id desc limit ${limit + 1}`))
}

export interface NewBatch {
  id: string
  areaId: string
  areaPath: string
  fileId: string
  filename: string
  format: 'xlsx' | 'csv'
  encoding: string | null
  bytes: number
  headerRow: number
  columns: ImportColumn[]
  createdAt: string
  createdBy: string | null
  createdByName: string | null
}

export const insertBatch = (sql_: Sql, b: NewBatch): Promise<number> =>
  sql_.run(sql`
    insert into import_batch (id, area_id, area_path, state, file_id, filename, format, encoding, bytes, header_row, columns,
      created_at, created_by, created_by_name)
    values (${b.id}, ${b.areaId}, ${b.areaPath}, 'uploaded', ${b.fileId}, ${b.filename}, ${b.format}, ${b.encoding}, ${b.bytes},
      ${b.headerRow}, ${JSON.stringify(b.columns)}::jsonb, ${b.createdAt}, ${b.createdBy}, ${b.createdByName})`)

export const setColumns = (sql_: Sql, id: string, columns: ImportColumn[]): Promise<number> =>
  sql_.run(sql`update import_batch set columns = ${JSON.stringify(columns)}::jsonb, state = 'uploaded' where id = ${id}`)

/** A new pass over the file begins: counters at zero. */
export const beginPass = (sql_: Sql, id: string, state: ImportState): Promise<number> =>
  sql_.run(sql`
    update import_batch set state = ${state}, progress = 0, rows_done = 0, row_reached = 0, persons_added = 0, persons_changed = 0,
      persons_unchanged = 0, households_added = 0, rows_wrong = 0, rows_in_question = 0, rows_skipped = 0, problem = null,
      ended_at = null
    where id = ${id}`)

/**
 * Moves the counters; in the same transaction as the rows they count. The commit does not wait for the disk: should the
 * machine fall, rows and counters are lost together and the import goes on where they end; the last commit waits for all.
 */
export const addCounts = (sql_: Sql, id: string, c: Counts, at: { progress: number; rowReached: number }): Promise<number> =>
  sql_.run(sql`
    with quick as (select set_config('synchronous_commit', 'off', true))
    update import_batch set progress = ${at.progress}::real, row_reached = ${at.rowReached},
      rows_done = rows_done + ${c.rowsDone}, persons_added = persons_added + ${c.personsAdded},
      persons_changed = persons_changed + ${c.personsChanged}, persons_unchanged = persons_unchanged + ${c.personsUnchanged},
      households_added = households_added + ${c.householdsAdded}, rows_wrong = rows_wrong + ${c.rowsWrong},
      rows_in_question = rows_in_question + ${c.rowsInQuestion}, rows_skipped = rows_skipped + ${c.rowsSkipped}
    from quick where id = ${id}`)

export const setProgress = (sql_: Sql, id: string, progress: number): Promise<number> =>
  sql_.run(sql`update import_batch set progress = ${progress}::real where id = ${id}`)

export const endPass = (sql_: Sql, id: string, state: ImportState, at: string): Promise<number> =>
  sql_.run(sql`
    update import_batch set state = ${state}, progress = 1, ended_at = ${at},
      rows_total = case when ${state} in ('checked', 'imported') then rows_done else rows_total end
    where id = ${id}`)

export const failBatch = (sql_: Sql, id: string, problem: string, at: string): Promise<number> =>
  sql_.run(sql`update import_batch set state = 'failed', problem = ${problem}, ended_at = ${at} where id = ${id}`)

/** Whose work ended before then: their files go. Never while something runs. */
export const filesOutOfTerm = (sql_: Sql, before: string, at: string): Promise<{ fileId: string }[]> =>
  sql_.rows(sql`
    update import_batch set file_removed_at = ${at}
    where file_removed_at is null and created_at < ${before} and coalesce(ended_at, created_at) < ${before} and state not in ('checking', 'importing', 'undoing')
    returning file_id as "fileId"`)

export const setState = (sql_: Sql, id: string, state: ImportState): Promise<number> =>
  sql_.run(sql`update import_batch set state = ${state}, progress = 0 where id = ${id}`)

export const setUndone = (sql_: Sql, id: string, undone: Undone): Promise<number> =>
  sql_.run(sql`update import_batch set undone = ${JSON.stringify(undone)}::jsonb where id = ${id}`)

export const findMapping = (sql_: Sql, areaId: string, headingKey: string): Promise<{ mapping: (string | null)[] } | undefined> =>
  sql_.find(sql`select mapping from import_mapping where area_id = ${areaId} and heading_key = ${headingKey}`)

export const rememberMapping = (
  sql_: Sql, m: { areaId: string; areaPath: string; headingKey: string; mapping: (string | null)[]; at: string },
): Promise<number> =>
  sql_.run(sql`
    insert into import_mapping (area_id, area_path, heading_key, mapping, used_at)
    values (${m.areaId}, ${m.areaPath}, ${m.headingKey}, ${JSON.stringify(m.mapping)}::jsonb, ${m.at})
    on conflict (area_id, heading_key) do update set mapping = excluded.mapping, used_at = excluded.used_at`)
