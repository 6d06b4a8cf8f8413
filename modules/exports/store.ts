import sql, { empty, raw } from 'sql-template-tag'
import type { Sql } from '../../kernel/ctx.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { exportTabs } from './contract.ts'
import type { ExportRow } from './tables.ts'

const columns = raw(`e.id, a.full_name as "areaName", e.endpoint, e.input_sealed as "inputSealed", e.title, e.format, e.clear, e.rows, e.reason,
  e.state, e.asked_by as "askedBy", e.asked_by_name as "askedByName", e.asked_by_role as "askedByRole", e.asked_at as "askedAt",
  b.exports::int as "exportsBefore", b.rows::int as "rowsBefore", e.decided_by as "decidedBy", e.decided_by_name as "decidedByName",
  e.decided_at as "decidedAt", e.decision_note as "decisionNote", e.release_until as "releaseUntil", e.downloaded_at as "downloadedAt"`)
const from = raw(`data_export e join area a on a.id = e.area_id
  cross join lateral (select count(*) as exports, coalesce(sum(o.rows), 0) as rows from data_export o
                      where o.asked_by = e.asked_by and o.id <> e.id and o.downloaded_at > e.asked_at - interval '30 days'
                        and o.downloaded_at <= e.asked_at) b`)

type Tab = (typeof exportTabs)[number]
export interface ListExports { tab: Tab; accountId: string; after: (string | number | null)[] | undefined; limit: number }

export const listExports = (db: Sql, q: ListExports): Promise<ExportRow[]> =>
  db.rows<ExportRow>(sql`
    select ${columns} from ${from}
    where ${q.tab === 'mine' ? sql`e.asked_by = ${q.accountId}` : q.tab === 'toDecide' ? sql`e.state = 'waiting' and e.asked_by <> ${q.accountId}` : sql`true`}
      ${q.after ? sql`and (e.asked_at, e.id) < (${q.after[0]}::timestamptz, ${q.after[1]}::uuid)` : empty}
    order by e.asked_at desc, e.id desc limit ${q.limit + 1}`)

export const getExport = (db: Sql, exportId: string): Promise<ExportRow> =>
  db.get<ExportRow>(sql`select ${columns} from ${from} where e.id = ${exportId}`)

/** Locked, so that two do not decide at once and one approval is not downloaded twice. */
export const lockExport = (db: Sql, exportId: string): Promise<{ id: string }> =>
  db.get(sql`select id from data_export where id = ${exportId} for update`)

export const countExports = (db: Sql, accountId: string, now: Instant) =>
  db.get<{ toDecide: number; waiting: number; ready: number }>(sql`
    select count(*) filter (where state = 'waiting' and asked_by <> ${accountId})::int as "toDecide",
           count(*) filter (where state = 'waiting' and asked_by = ${accountId})::int as waiting,
           count(*) filter (where state = 'approved' and asked_by = ${accountId} and release_until > ${now})::int as ready
    from data_export where state in ('waiting', 'approved')`)

/** The same export by the same person that still waits or may be taken. */
export const findOpen = (db: Sql, q: { accountId: string; endpoint: string; inputHash: string; now: Instant }) =>
  db.find<{ id: string; state: 'waiting' | 'approved' }>(sql`
    select id, state from data_export
    where asked_by = ${q.accountId} and endpoint = ${q.endpoint} and input_hash = ${q.inputHash}
      and (state = 'waiting' or state = 'approved' and release_until > ${q.now})
    order by state, asked_at desc limit 1 for update`)

export interface NewExport {
  id: string
  areaId: string
  areaPath: string
  endpoint: string
  inputSealed: string
  inputHash: string
  title: string
  format: string
  clear: boolean
  rows: number
  reason: string
  state: 'waiting' | 'downloaded'
  by: { accountId: string; name: string; role: string }
  at: Instant
}

export const insertExport = (db: Sql, e: NewExport): Promise<number> =>
  db.run(sql`
    insert into data_export (id, area_id, area_path, endpoint, input_sealed, input_hash, title, format, clear, rows, reason, state,
                             asked_by, asked_by_name, asked_by_role, asked_at, downloaded_at)
    values (${e.id}, ${e.areaId}, ${e.areaPath}, ${e.endpoint}, ${e.inputSealed}, ${e.inputHash}, ${e.title}, ${e.format}, ${e.clear},
            ${e.rows}, ${e.reason}, ${e.state}, ${e.by.accountId}, ${e.by.name}, ${e.by.role}, ${e.at},
            ${e.state === 'downloaded' ? e.at : null})`)

export const setDownloaded = (db: Sql, exportId: string, at: Instant, rows: number): Promise<number> =>
  db.run(sql`update data_export set state = 'downloaded', downloaded_at = ${at}, rows = ${rows} where id = ${exportId}`)

export const setWithdrawn = (db: Sql, exportId: string): Promise<number> =>
  db.run(sql`update data_export set state = 'withdrawn' where id = ${exportId}`)

export interface Decision { state: 'approved' | 'refused'; by: string; byName: string; at: Instant; note: string | null; until: Instant | null }

export const setDecision = (db: Sql, exportId: string, d: Decision): Promise<number> =>
  db.run(sql`
    update data_export set state = ${d.state}, decided_by = ${d.by}, decided_by_name = ${d.byName}, decided_at = ${d.at},
                           decision_note = ${d.note}, release_until = ${d.until}
    where id = ${exportId}`)

export const clearDecision = (db: Sql, exportId: string): Promise<number> =>
  db.run(sql`
    update data_export set state = 'waiting', decided_by = null, decided_by_name = null, decided_at = null,
                           decision_note = null, release_until = null
    where id = ${exportId}`)
