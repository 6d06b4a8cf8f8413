import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'

export interface PhotoRow { passId: string; areaPath: string; fileId: string; contentType: string; bytes: number; takenAt: Instant; by: string | null; takerName: string | null }
const columns = sql`pass_id as "passId", area_path as "areaPath", file_id as "fileId", content_type as "contentType", bytes, taken_at as "takenAt", account_id as "by", taker_name as "takerName"`

export const findPhoto = (db: Sql, passId: string): Promise<PhotoRow | undefined> => db.find<PhotoRow>(sql`select ${columns} from pass_photo where pass_id = ${passId}`)
export const getPhoto = (db: Sql, passId: string): Promise<PhotoRow> => db.get<PhotoRow>(sql`select ${columns} from pass_photo where pass_id = ${passId}`)
export const photosOf = (db: Sql, passIds: readonly string[]): Promise<{ passId: string; takenAt: Instant }[]> => db.rows(sql`select pass_id as "passId", taken_at as "takenAt" from pass_photo where pass_id = any(${[...passIds]}::uuid[])`)
export const photoOfSerial = (db: Sql, serial: number): Promise<{ passId: string; takenAt: Instant } | undefined> => db.find(sql`
  select f.pass_id as "passId", f.taken_at as "takenAt" from pass p join pass_photo f on f.pass_id = p.id where p.no = ${serial}`)
export const putPhoto = (db: Sql, p: PhotoRow): Promise<number> => db.run(sql`
  insert into pass_photo (pass_id, area_path, file_id, content_type, bytes, taken_at, account_id, taker_name) values (${p.passId}, ${p.areaPath}, ${p.fileId}, ${p.contentType}, ${p.bytes}, ${p.takenAt}, ${p.by}, ${p.takerName})
  on conflict (pass_id) do update set file_id = excluded.file_id, content_type = excluded.content_type, bytes = excluded.bytes, taken_at = excluded.taken_at, account_id = excluded.account_id, taker_name = excluded.taker_name`)
export const deletePhoto = (db: Sql, passId: string): Promise<number> => db.run(sql`delete from pass_photo where pass_id = ${passId}`)
/** Of passes that ended before a time: nobody needs the face any more. */
export const deletePhotosEnded = (db: Sql, before: Instant): Promise<{ fileId: string }[]> => db.rows(sql`
  delete from pass_photo f using pass p where p.id = f.pass_id and case when p.state = 'revoked' then p.ended_at else p.valid_until end < ${before} returning f.file_id as "fileId"`)
