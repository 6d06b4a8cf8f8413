import sql, { type Sql as Fragment } from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { MatterEvent, Standing } from '../contract.ts'
import type { PhotoRow } from '../tables.ts'

export interface NewEvent { id: string; matterId: string; areaPath: string; at: Instant; kind: string; params: Record<string, unknown>; before: Standing | null; accountId: string | null; actorName: string | null; actorRole: string | null }
export const insertEvent = (db: Sql, e: NewEvent): Promise<number> => db.run(sql`
  insert into matter_event (id, matter_id, area_path, at, kind, params, before, account_id, actor_name, actor_role)
  values (${e.id}, ${e.matterId}, ${e.areaPath}, ${e.at}, ${e.kind}, ${JSON.stringify(e.params)}::jsonb, ${e.before === null ? null : JSON.stringify(e.before)}::jsonb, ${e.accountId}, ${e.actorName}, ${e.actorRole})`)

export const eventsOf = (db: Sql, matterId: string): Promise<MatterEvent[]> => db.rows(sql`
  select id, at, 'matters.' || kind as kind, params, actor_name as "actorName", actor_role as "actorRole", undone_at is not null as undone from matter_event where matter_id = ${matterId} order by at desc, id desc`)

/** The last step that has not been taken back. */
export const lastStep = (db: Sql, matterId: string): Promise<{ id: string; kind: string; at: Instant; before: Standing; accountId: string | null } | undefined> => db.find(sql`
  select id, kind, at, before, account_id as "accountId" from matter_event where matter_id = ${matterId} and before is not null and undone_at is null order by at desc, id desc limit 1`)
export const setUndone = (db: Sql, eventId: string, at: Instant): Promise<number> => db.run(sql`update matter_event set undone_at = ${at} where id = ${eventId}`)

const photo: Fragment = sql`p.id as "photoId", p.matter_id as "matterId", p.area_path as "areaPath", p.file_id as "fileId", p.content_type as "contentType", p.bytes, p.taken_at as "takenAt", p.taker_name as "takerName" from matter_photo p`
export const photosOf = (db: Sql, matterId: string): Promise<PhotoRow[]> => db.rows(sql`select ${photo} where p.matter_id = ${matterId} order by p.taken_at, p.id`)
export const getPhoto = (db: Sql, photoId: string): Promise<PhotoRow> => db.get(sql`select ${photo} where p.id = ${photoId}`)
export const insertPhoto = (db: Sql, p: PhotoRow & { by: string | null }): Promise<number> => db.run(sql`
  insert into matter_photo (id, matter_id, area_path, file_id, content_type, bytes, taken_at, account_id, taker_name)
  values (${p.photoId}, ${p.matterId}, ${p.areaPath}, ${p.fileId}, ${p.contentType}, ${p.bytes}, ${p.takenAt}, ${p.by}, ${p.takerName})`)
export const deletePhoto = (db: Sql, photoId: string): Promise<number> => db.run(sql`delete from matter_photo where id = ${photoId}`)
