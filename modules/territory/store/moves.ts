import sql from 'sql-template-tag'
import { scopeOf, type Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'

/** Full names of an area and of everything below it, after a change at the front of the name. */
export function renameBelow(db: Sql, areaPath: string, oldFullName: string, newFullName: string): Promise<number> {
  const { lo, hi } = scopeOf(areaPath)
  return db.run(sql`
    update area set full_name = ${newFullName} || substr(full_name, length(${oldFullName}) + 1)
    where area_path >= ${lo} and area_path < ${hi} and starts_with(full_name, ${oldFullName})`)
}

/** Areas, households and persons still at or below an area. */
export function contentsOf(db: Sql, areaPath: string) {
  const { lo, hi } = scopeOf(areaPath)
  return db.get<{ areas: number; households: number; persons: number }>(sql`
    select (select count(*) from area where area_path > ${lo} and area_path < ${hi} and state = 'open') as areas,
           coalesce(sum(n) filter (where subject = 'household'), 0) as households,
           coalesce(sum(n) filter (where subject = 'person'), 0) as persons
    from tally where area_path >= ${lo} and area_path < ${hi} and state = 'present'`)
}

/**
 * What would stand twice after a move: doors of the merged area that the other has too, and people registered in both
 * communities under one identity number.
 */
export function clashes(db: Sql, from: { id: string; areaPath: string }, into: { id: string; areaPath: string }, merge: boolean) {
  const { lo, hi } = scopeOf(from.areaPath)
  return db.get<{ households: number; persons: number }>(sql`
    select
      (select count(*) from household h join household o on o.area_id = ${into.id} and o.address_key = h.address_key
       where ${merge} and h.area_id = ${from.id}) as households,
      (select count(*) from person p join person o on o.document_index = p.document_index and o.state <> 'merged'
         and o.community_id <> p.community_id
         and o.community_id = (case when ${merge} or p.community_id <> ${from.id} then community_of(${into.areaPath}) end)
       where p.area_path >= ${lo} and p.area_path < ${hi} and p.state <> 'merged' and p.document_index is not null) as persons`)
}

/** Children whose name the other area has too take the merged area's name in front. */
export const sameNamedChildren = (db: Sql, fromId: string, intoId: string) =>
  db.rows<{ id: string; name: string; fullName: string; areaPath: string }>(sql`
    select k.id, k.name, k.full_name as "fullName", k.area_path as "areaPath"
    from area k where k.parent_id = ${fromId} and k.state = 'open'
      and exists (select from area o where o.parent_id = ${intoId} and o.name = k.name and o.state = 'open')`)

export interface Move {
  fromPath: string
  toPath: string
  fromId: string
  /** The area it is merged into; null for a move. */
  intoId: string | null
  reason: string
  accountId: string | null
  accountName: string | null
  at: Instant
}

export const moveTerritory = (db: Sql, m: Move): Promise<number> =>
  db.run(sql`select move_territory(${m.fromPath}, ${m.toPath}, ${m.fromId}, ${m.intoId}, ${m.reason}, ${m.accountId}, ${m.accountName}, ${m.at})`)
