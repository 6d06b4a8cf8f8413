import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import { addMinutes, type Day, type Instant } from '../../../kernel/dates.ts'
import type { TipShown, TipSight } from '../contract.ts'
import type { ScreeningRow } from '../tables.ts'
import { columns } from './columns.ts'

export interface NewTip {
  id: string; screeningId: string; areaId: string; areaPath: string; linkId: string; seen: TipSight[]; words: string | null; people: number | null; seenOn: Day | null
  phoneSealed: string | null; phoneMasked: string | null; at: Instant
}
export const insertTip = (db: Sql, t: NewTip): Promise<number> => db.run(sql`
  insert into tip (id, screening_id, area_id, area_path, link_id, seen, words, people, seen_on, phone_sealed, phone_masked, at)
  values (${t.id}, ${t.screeningId}, ${t.areaId}, ${t.areaPath}, ${t.linkId}, ${t.seen}, ${t.words}, ${t.people}, ${t.seenOn}, ${t.phoneSealed}, ${t.phoneMasked}, ${t.at})`)

export const tipsOf = (db: Sql, screeningId: string): Promise<TipShown[]> => db.rows<TipShown>(sql`
  select id as "tipId", seen, words, people, seen_on as "seenOn", phone_masked as "phoneMasked", at from tip where screening_id = ${screeningId} order by at`)

export const tipPhone = (db: Sql, tipId: string) => db.get<{ phoneSealed: string | null }>(sql`select phone_sealed as "phoneSealed" from tip where id = ${tipId}`)

export const tipsThrough = async (db: Sql, linkId: string, now: Instant): Promise<number> =>
  (await db.get<{ n: number }>(sql`select count(*)::int as n from tip where link_id = ${linkId} and at > ${addMinutes(now, -60)}`)).n
export const tipsAbout = async (db: Sql, screeningId: string, now: Instant): Promise<number> =>
  (await db.get<{ n: number }>(sql`select count(*)::int as n from tip where screening_id = ${screeningId} and at > ${addMinutes(now, -24 * 60)}`)).n

/** Records with a door that wait in an area, newest first: one of them may be about the same door. */
export const waitingWithDoor = (db: Sql, range: { lo: string; hi: string }): Promise<ScreeningRow[]> => db.rows<ScreeningRow>(sql`
  select ${columns} from screening s
  where s.state = 'toVerify' and s.area_path >= ${range.lo} and s.area_path < ${range.hi} and s.building || s.room <> '' order by s.reported_at desc, s.id limit 500 for update`)

/** How many are managed behind a door now; a figure, no names. */
export const managedAtDoor = async (db: Sql, range: { lo: string; hi: string }, addressKey: string): Promise<number> => (await db.get<{ n: number }>(sql`
  select count(*)::int as n from household h join person p on p.household_id = h.id join episode e on e.person_id = p.id and e.state = 'active'
  where h.area_path >= ${range.lo} and h.area_path < ${range.hi} and h.address_key = ${addressKey}`)).n
