import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { ListSource, PushedColumn, PushedList } from '../contract.ts'
import type { ListRow } from '../tables.ts'

const columns = sql`l.id, l.area_id as "areaId", l.area_path as "areaPath", l.state, l.title, l.source, l.issuer, l.issued_at as "issuedAt", l.deadline_at as "deadlineAt",
  l.file_id as "fileId", l.filename, l.format, l.encoding, l.bytes, l.header_row as "headerRow", l.columns, l.row_reached as "rowReached", l.undone,
  l.created_at as "createdAt", l.created_by_name as "createdByName"`

export interface NewList {
  id: string; areaId: string; areaPath: string; title: string; fileId: string; filename: string; format: 'xlsx' | 'csv'; encoding: string | null; bytes: number
  headerRow: number; columns: PushedColumn[]; at: Instant; by: string | null; byName: string | null
}
export const insertList = (db: Sql, l: NewList): Promise<number> => db.run(sql`
  insert into pushed_list (id, area_id, area_path, state, title, file_id, filename, format, encoding, bytes, header_row, columns, created_at, created_by, created_by_name)
  values (${l.id}, ${l.areaId}, ${l.areaPath}, 'uploaded', ${l.title}, ${l.fileId}, ${l.filename}, ${l.format}, ${l.encoding}, ${l.bytes}, ${l.headerRow},
          ${JSON.stringify(l.columns)}::jsonb, ${l.at}, ${l.by}, ${l.byName})`)

export const findList = (db: Sql, id: string): Promise<ListRow | undefined> => db.find<ListRow>(sql`select ${columns} from pushed_list l where l.id = ${id}`)
export const getListRow = (db: Sql, id: string): Promise<ListRow> => db.get<ListRow>(sql`select ${columns} from pushed_list l where l.id = ${id}`)
/** Locked, so that two presses of one button start one job. */
export const lockList = (db: Sql, id: string): Promise<ListRow> => db.get<ListRow>(sql`select ${columns} from pushed_list l where l.id = ${id} for update`)

const MOST = 100
export const ownLists = (db: Sql): Promise<ListRow[]> => db.rows<ListRow>(sql`select ${columns} from pushed_list l order by l.created_at desc limit ${MOST}`)

export interface Opening { title: string; source: ListSource; issuer: string | null; issuedAt: Instant; deadlineAt: Instant; columns: PushedColumn[] }
export const setOpening = (db: Sql, id: string, o: Opening): Promise<number> => db.run(sql`
  update pushed_list set state = 'taking', title = ${o.title}, source = ${o.source}, issuer = ${o.issuer}, issued_at = ${o.issuedAt}, deadline_at = ${o.deadlineAt},
    columns = ${JSON.stringify(o.columns)}::jsonb where id = ${id}`)

export const setReached = (db: Sql, id: string, rowNo: number): Promise<number> => db.run(sql`update pushed_list set row_reached = ${rowNo} where id = ${id}`)
export const setListState = (db: Sql, id: string, state: PushedList['state']): Promise<number> => db.run(sql`update pushed_list set state = ${state} where id = ${id}`)
export const setUndone = (db: Sql, id: string, undone: NonNullable<PushedList['undone']>): Promise<number> =>
  db.run(sql`update pushed_list set state = 'undone', undone = ${JSON.stringify(undone)}::jsonb where id = ${id}`)

export interface Part {
  listId: string; title: string; source: ListSource; issuedAt: Instant; deadlineAt: Instant
  total: number; wrong: number; unassigned: number; waiting: number; answered: number; results: PushedList['results'] | null
}
/** Lists as far as their rows are to be answered in the caller's territory, the nearest deadline first. */
export const parts = (db: Sql, listId?: string): Promise<Part[]> => db.rows<Part>(sql`
  with rows as (select * from pushed_row r where ${listId === undefined ? sql`true` : sql`r.list_id = ${listId}`}),
  results as (
    select list_id, json_agg(json_build_object('result', result, 'kind', kind, 'n', n)) as results
    from (select list_id, result, kind, count(*)::int as n from rows where result is not null group by 1, 2, 3) x group by list_id)
  select r.list_id as "listId", max(r.list_title) as title, max(r.list_source) as source, max(r.issued_at) as "issuedAt", max(r.deadline_at) as "deadlineAt",
    count(*)::int as total, (count(*) filter (where r.state = 'wrong'))::int as wrong, (count(*) filter (where r.state = 'unassigned'))::int as unassigned,
    (count(*) filter (where r.state = 'waiting'))::int as waiting, (count(*) filter (where r.state = 'answered'))::int as answered,
    (select results from results s where s.list_id = r.list_id) as results
  from rows r group by r.list_id
  order by (count(*) filter (where r.state in ('waiting', 'unassigned')) = 0), max(r.deadline_at), r.list_id limit ${MOST}`)
