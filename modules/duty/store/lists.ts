import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { DutySheetRow, ListPlaceRow } from '../tables.ts'

/** Every open area of the caller's territory, for a table that names them as people do. */
export const openAreas = (db: Sql): Promise<ListPlaceRow[]> =>
  db.rows<ListPlaceRow>(sql`select id, area_path as "areaPath", level, name, full_name as "fullName" from area where state = 'open' order by area_path`)

const columns = sql`id as "sheetId", area_path as "areaPath", filename, state, lines, wrong_sealed as "wrongSealed", wrong, made, read_at as "readAt", reader_name as "readerName", confirmed_at as "confirmedAt"`
export const getList = (db: Sql, sheetId: string): Promise<DutySheetRow> => db.get<DutySheetRow>(sql`select ${columns} from duty_sheet where id = ${sheetId}`)
/** Locked, so that it is confirmed once. */
export const lockList = (db: Sql, sheetId: string): Promise<DutySheetRow> => db.get<DutySheetRow>(sql`select ${columns} from duty_sheet where id = ${sheetId} for update`)
/** Of the own office: a list of the office above is not in the own territory, one of an office below is theirs. */
export const lastLists = (db: Sql, areaPath: string, most: number): Promise<DutySheetRow[]> =>
  db.rows<DutySheetRow>(sql`select ${columns} from duty_sheet where area_path = ${areaPath} order by read_at desc, id desc limit ${most}`)

export interface NewList { id: string; areaId: string; areaPath: string; filename: string; lines: DutySheetRow['lines']; wrongSealed: string | null; wrong: number; at: Instant; by: string; byName: string }
export const insertList = (db: Sql, n: NewList): Promise<number> => db.run(sql`
  insert into duty_sheet (id, area_id, area_path, filename, lines, wrong_sealed, wrong, read_at, reader_id, reader_name)
  values (${n.id}, ${n.areaId}, ${n.areaPath}, ${n.filename}, ${JSON.stringify(n.lines)}::jsonb, ${n.wrongSealed}, ${n.wrong}, ${n.at}, ${n.by}, ${n.byName})`)
export const setListDone = (db: Sql, sheetId: string, d: { lines: DutySheetRow['lines']; made: readonly string[]; at: Instant }): Promise<number> =>
  db.run(sql`update duty_sheet set state = 'done', lines = ${JSON.stringify(d.lines)}::jsonb, made = ${[...d.made]}::uuid[], confirmed_at = ${d.at} where id = ${sheetId}`)
export const setListUndone = (db: Sql, sheetId: string, at: Instant): Promise<number> => db.run(sql`update duty_sheet set state = 'undone', undone_at = ${at} where id = ${sheetId}`)
