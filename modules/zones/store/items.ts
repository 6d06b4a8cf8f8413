import sql, { empty } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { BothLanguages } from '../../../kernel/fields.ts'
import type { ItemState, ZoneKind } from '../contract.ts'
import type { ItemRow, PhotoRow } from '../tables.ts'

const columns = sql`
  i.id as "itemId", i.area_id as "areaId", i.area_path as "areaPath", case when a.level in ('grid', 'building', 'unit') then coalesce(up.name, '') || a.name else a.name end as "areaName",
  i.kind, i.opened_by as "openedBy", i.closed_by as "closedBy", i.measure_key as "measureKey", i.title, i.source, i.sort, i.owner_role as "ownerRole", i.owner_account_id as "ownerAccountId",
  i.owner_name as "ownerName", i.due_at as "dueAt", i.state, i.note, i.settled_at as "settledAt", i.settler_name as "settlerName", i.created_at as "createdAt", i.creator_name as "creatorName"`
const from = sql`from zone_item i join area a on a.id = i.area_id left join area up on up.id = a.parent_id`

/** All measures of an area that an undone change has not taken along: those that stand and those a lower grade closed. */
export const itemsOf = (db: Sql, areaId: string, kind: ZoneKind): Promise<ItemRow[]> => db.rows<ItemRow>(sql`
  select ${columns} ${from} where i.area_id = ${areaId} and i.kind = ${kind} and not exists (select from zone_state z where z.id = i.opened_by and z.undone_at is not null)
  order by i.closed_by is not null, i.sort, i.created_at, i.id`)

export const getItem = (db: Sql, itemId: string): Promise<ItemRow> => db.get<ItemRow>(sql`select ${columns} ${from} where i.id = ${itemId}`)
export const lockItem = (db: Sql, itemId: string) => db.get<{ id: string }>(sql`select id from zone_item where id = ${itemId} for update`)

export interface NewItem {
  id: string; areaId: string; areaPath: string; kind: ZoneKind; openedBy: string; measureKey: string | null; title: BothLanguages; source: BothLanguages | null; sort: number
  ownerRole: string | null; ownerAccountId: string | null; ownerName: string | null; dueAt: Instant; at: Instant; byName: string | null
}
export async function insertItems(db: Sql, items: readonly NewItem[]): Promise<void> {
  for (const i of items) await db.run(sql`
    insert into zone_item (id, area_id, area_path, kind, opened_by, measure_key, title, source, sort, owner_role, owner_account_id, owner_name, due_at, created_at, creator_name)
    values (${i.id}, ${i.areaId}, ${i.areaPath}, ${i.kind}, ${i.openedBy}, ${i.measureKey}, ${JSON.stringify(i.title)}::jsonb, ${i.source ? JSON.stringify(i.source) : null}::jsonb, ${i.sort},
      ${i.ownerRole}, ${i.ownerAccountId}, ${i.ownerName}, ${i.dueAt}, ${i.at}, ${i.byName})`)
}

/** Not needed any more under a lower grade: what was open is closed, what was done stays done; both leave the list. */
export const closeItems = (db: Sql, ids: readonly string[], closedBy: string): Promise<number> => db.run(sql`
  update zone_item set closed_by = ${closedBy}, state = case when state = 'open' then 'closed' else state end where id = any(${[...ids]}::uuid[])`)
export const reopenClosed = (db: Sql, closedBy: string): Promise<number> => db.run(sql`
  update zone_item set closed_by = null, state = case when state = 'closed' then 'open' else state end where closed_by = ${closedBy} and opened_by <> ${closedBy}`)
/** What an undone change had opened is due no more. */
export const dropOpened = (db: Sql, openedBy: string): Promise<number> => db.run(sql`
  update zone_item set closed_by = ${openedBy}, state = case when state = 'open' then 'closed' else state end where opened_by = ${openedBy} and closed_by is null`)

export const settle = (db: Sql, itemId: string, s: { state: ItemState; note: string | null; at: Instant | null; by: string | null; name: string | null }): Promise<number> => db.run(sql`
  update zone_item set state = ${s.state}, note = ${s.note}, settled_at = ${s.at}, settled_by = ${s.by}, settler_name = ${s.name} where id = ${itemId}`)

export const setOwner = (db: Sql, itemId: string, o: { role: string | null; accountId: string | null; name: string | null; dueAt: Instant }): Promise<number> => db.run(sql`
  update zone_item set owner_role = ${o.role}, owner_account_id = ${o.accountId}, owner_name = ${o.name}, due_at = ${o.dueAt} where id = ${itemId}`)

export const handOver = (db: Sql, h: { fromId: string; toId: string; toName: string; handoverId: string; range: Scope }): Promise<number> => db.run(sql`
  update zone_item set owner_before_id = owner_account_id, owner_account_id = ${h.toId}, owner_name = ${h.toName}, owner_handover_id = ${h.handoverId}
  where state = 'open' and owner_account_id = ${h.fromId} and area_path >= ${h.range.lo} and area_path < ${h.range.hi}`)
export const takeBack = (db: Sql, handoverId: string): Promise<number> => db.run(sql`
  update zone_item i set owner_account_id = i.owner_before_id, owner_name = ac.name, owner_handover_id = null, owner_before_id = null
  from account ac where ac.id = i.owner_before_id and i.owner_handover_id = ${handoverId} and i.state = 'open'`)

/** Open measures: one's own, or (as an office) all in reach; `lateOnly` for the offices above. Most urgent first. */
export const openItems = (db: Sql, q: { ownerId: string | null; lateOnly: boolean; now: Instant; limit: number }): Promise<(ItemRow & { total: number; late: number })[]> => db.rows(sql`
  select ${columns}, (count(*) over ())::int as total, (count(*) filter (where i.due_at < ${q.now}) over ())::int as late ${from}
  where i.state = 'open' and i.closed_by is null ${q.ownerId === null ? empty : sql`and i.owner_account_id = ${q.ownerId}`} ${q.lateOnly ? sql`and i.due_at < ${q.now}` : empty}
  order by i.due_at, i.area_path, i.sort, i.id limit ${q.limit}`)

const photo = sql`id as "photoId", item_id as "itemId", area_path as "areaPath", file_id as "fileId", content_type as "contentType", bytes, taken_at as "takenAt", taker_name as "takerName" from zone_photo`
export const photosOf = (db: Sql, itemIds: readonly string[]): Promise<PhotoRow[]> => db.rows<PhotoRow>(sql`select ${photo} where item_id = any(${[...itemIds]}::uuid[]) order by taken_at, id`)
export const getPhoto = (db: Sql, photoId: string): Promise<PhotoRow> => db.get<PhotoRow>(sql`select ${photo} where id = ${photoId}`)
export const insertPhoto = (db: Sql, p: PhotoRow & { by: string | null }): Promise<number> => db.run(sql`
  insert into zone_photo (id, item_id, area_path, file_id, content_type, bytes, taken_at, account_id, taker_name)
  values (${p.photoId}, ${p.itemId}, ${p.areaPath}, ${p.fileId}, ${p.contentType}, ${p.bytes}, ${p.takenAt}, ${p.by}, ${p.takerName})`)
export const deletePhoto = (db: Sql, photoId: string): Promise<number> => db.run(sql`delete from zone_photo where id = ${photoId}`)
