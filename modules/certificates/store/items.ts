import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { CertificateItem } from '../contract.ts'

export interface ItemRow { id: string; code: string; version: number; document: Omit<CertificateItem, 'example'>; stopped: boolean; officeName: string; savedAt: Instant; saverName: string | null }
/** What the offices above an area put in force, the nearest last (`certificate_items_for`, migration 0164). */
export const itemsFor = (db: Sql, areaPath: string): Promise<ItemRow[]> => db.rows(sql`
  select id, code, version, document, stopped, office_name as "officeName", saved_at as "savedAt", saver_name as "saverName" from certificate_items_for(${areaPath})`)

export const versionsOf = (db: Sql, code: string): Promise<ItemRow[]> => db.rows(sql`
  select i.id, i.code, i.version, i.document, i.stopped, a.name as "officeName", i.saved_at as "savedAt", i.saver_name as "saverName"
  from certificate_item i join area a on a.id = i.office_id where i.code = ${code} order by i.saved_at desc, i.version desc`)

export interface NewItem { id: string; officeId: string; areaPath: string; code: string; document: Omit<CertificateItem, 'example'>; stopped: boolean; at: Instant; by: string | null; name: string | null }
/** The next version of an office, in the place of the former one. */
export async function insertItem(db: Sql, i: NewItem): Promise<void> {
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended('certificate_item ' || ${i.officeId}, 0))`)
  await db.run(sql`update certificate_item set in_force = false where office_id = ${i.officeId} and code = ${i.code} and in_force`)
  await db.run(sql`
    insert into certificate_item (id, office_id, area_path, code, version, document, stopped, saved_at, saved_by, saver_name)
    select ${i.id}::uuid, ${i.officeId}::uuid, ${i.areaPath}, ${i.code}, coalesce(max(version), 0) + 1, ${JSON.stringify(i.document)}::jsonb, ${i.stopped}, ${i.at}::timestamptz, ${i.by}::uuid, ${i.name}
    from certificate_item where office_id = ${i.officeId} and code = ${i.code}`)
}

export const findOffice = (db: Sql, areaId: string): Promise<{ name: string; fullName: string; areaPath: string; officePhone: string | null } | undefined> => db.find(sql`
  select name, full_name as "fullName", area_path as "areaPath", office_phone as "officePhone" from certificate_office(${areaId})`)

/** 常问: what was asked for most since a day. */
export const mostAsked = async (db: Sql, since: Day, most: number): Promise<string[]> =>
  (await db.rows<{ code: string }>(sql`select code from certificate where asked_at >= ${since}::date and code <> 'outside' group by code order by count(*) desc, code limit ${most}`)).map(({ code }) => code)
