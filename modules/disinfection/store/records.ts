import sql, { join, type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { DisinfectionPhoto, Mark, PointKind } from '../contract.ts'
import type { DisinfectionRow, PhotoRow } from '../tables.ts'
import { inRange, placeName, placeOf } from './points.ts'

/** Records of points, terminal ones and what venues wrote on their own card, in one shape. */
const all = sql`(
  select d.id, d.point_id, d.terminal_id, d.area_path, coalesce(p.area_id, x.area_id) as area_id, coalesce(p.building || p.name, x.place) as place, p.kind, d.from_at, d.at, d.agent, d.concentration, d.method, d.square_metres, d.people, d.note, d.marks, d.result, d.evaluation, d.received_at, d.account_id, d.by_name, d.undone_at
  from disinfection d left join disinfection_point p on p.id = d.point_id left join terminal_disinfection x on x.id = d.terminal_id
  union all
  select v.id, p.id, null, v.area_path, n.area_id, n.name || ' ' || v.place, 'venue', v.at - make_interval(mins => v.minutes), v.at, v.agent, v.concentration, null, n.square_metres, null, null, '[]'::jsonb, null, null, v.at, v.account_id, v.by_name, v.undone_at
  from venue_disinfection v join venue n on n.id = v.venue_id left join disinfection_point p on p.venue_id = n.id)`
const columns = sql`r.id as "disinfectionId", r.point_id as "pointId", r.terminal_id as "terminalId", r.area_path as "areaPath", ${placeName} as "placeName", r.place, r.kind, r.from_at as "fromAt", r.at, r.agent, r.concentration, r.method, r.square_metres as "squareMetres", r.people, r.note, r.marks,
  r.result, r.evaluation, r.received_at as "receivedAt", r.account_id as "accountId", r.by_name as "byName", r.undone_at as "undoneAt", (select count(*)::int from disinfection_photo f where f.disinfection_id = r.id) as photos`
const records = sql`${all} r ${placeOf(sql`r`)}`

export interface RecordsListed { from: Instant; to: Instant; range: Scope; kind: PointKind | 'terminal' | undefined; marked: boolean; desc: boolean; after: PageKey | undefined; limit: number }
export function listRecords(db: Sql, f: RecordsListed): Promise<(DisinfectionRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: [sql`r.at`, sql`r.id`], desc: f.desc }
  const where: Fragment[] = [inRange(sql`r`, f.range), sql`r.at >= ${f.from}`, sql`r.at < ${f.to}`, sql`r.undone_at is null`, ...(f.kind === 'terminal' ? [sql`r.terminal_id is not null`] : f.kind ? [sql`r.kind = ${f.kind}`] : []), ...(f.marked ? [sql`r.marks <> '[]'::jsonb`] : []), ...beyond(walk, f.after)]
  return db.rows(sql`select ${columns}, ${keyIn(walk)} as "walkKey" from ${records} where ${join(where, ' and ')} order by ${inOrder(walk)} limit ${f.limit + 1}`)
}
export const getRecord = (db: Sql, id: string): Promise<DisinfectionRow> => db.get(sql`select ${columns} from ${records} where r.id = ${id}`)
export const recordsOfPoint = (db: Sql, pointId: string, limit: number): Promise<DisinfectionRow[]> => db.rows(sql`select ${columns} from ${records} where r.point_id = ${pointId} order by r.at desc, r.id desc limit ${limit}`)
export const recordsOfTerminal = (db: Sql, terminalId: string): Promise<DisinfectionRow[]> => db.rows(sql`select ${columns} from ${records} where r.terminal_id = ${terminalId} order by r.at desc, r.id desc`)

export interface NewRecord {
  id: string; pointId: string | null; terminalId: string | null; areaPath: string; fromAt: Instant | null; at: Instant; agent: string; concentration: number | null; method: string; squareMetres: number; people: string | null; note: string | null; marks: readonly Mark[]
  result: string | null; evaluation: string | null; receivedAt: Instant; accountId: string | null; byName: string | null
}
export const insertRecord = (db: Sql, r: NewRecord): Promise<number> => db.run(sql`
  insert into disinfection (id, point_id, terminal_id, area_path, from_at, at, agent, concentration, method, square_metres, people, note, marks, result, evaluation, received_at, account_id, by_name)
  values (${r.id}, ${r.pointId}, ${r.terminalId}, ${r.areaPath}, ${r.fromAt}, ${r.at}, ${r.agent}, ${r.concentration}, ${r.method}, ${r.squareMetres}, ${r.people}, ${r.note}, ${JSON.stringify(r.marks)}::jsonb, ${r.result}, ${r.evaluation}, ${r.receivedAt}, ${r.accountId}, ${r.byName})
  on conflict (id) do nothing`)
export const undoRecord = (db: Sql, id: string, at: Instant, by: string | null): Promise<number> => db.run(sql`update disinfection set undone_at = ${at}, undone_by = ${by} where id = ${id} and undone_at is null`)
export const lockRecord = (db: Sql, id: string): Promise<unknown> => db.get(sql`select id from disinfection where id = ${id} and undone_at is null for update`)

const photo = sql`f.id as "photoId", f.disinfection_id as "disinfectionId", f.area_path as "areaPath", f.file_id as "fileId", f.content_type as "contentType", f.bytes, f.taken_at as "takenAt", f.taker_name as "takerName" from disinfection_photo f`
export const photosOf = (db: Sql, id: string): Promise<DisinfectionPhoto[]> => db.rows(sql`select f.id as "photoId", f.taken_at as "takenAt", f.taker_name as "takerName" from disinfection_photo f where f.disinfection_id = ${id} order by f.taken_at, f.id`)
export const getPhoto = (db: Sql, photoId: string): Promise<PhotoRow> => db.get(sql`select ${photo} where f.id = ${photoId}`)
export const insertPhoto = (db: Sql, f: PhotoRow & { by: string | null }): Promise<number> => db.run(sql`
  insert into disinfection_photo (id, disinfection_id, area_path, file_id, content_type, bytes, taken_at, account_id, taker_name) values (${f.photoId}, ${f.disinfectionId}, ${f.areaPath}, ${f.fileId}, ${f.contentType}, ${f.bytes}, ${f.takenAt}, ${f.by}, ${f.takerName})`)
export const deletePhoto = (db: Sql, photoId: string): Promise<number> => db.run(sql`delete from disinfection_photo where id = ${photoId}`)
