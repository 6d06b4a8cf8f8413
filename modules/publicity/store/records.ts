import sql, { join, type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { PublicityWay } from '../contract.ts'
import type { PublicityRow } from '../tables.ts'

const columns = sql`r.id as "recordId", r.announcement_id as "announcementId", a.title, a.state, a.to_on as "toOn", r.area_id as "areaId", case when up.id is null then g.name else up.name || g.name end as "placeName", r.way, r.at, r.reached, r.people, r.note,
  r.received_at as "receivedAt", r.by_name as "byName", r.undone_at as "undoneAt", r.taken_down_at as "takenDownAt", r.taken_down_by as "takenDownBy"`
const records = sql`publicity_record r join area g on g.id = r.area_id left join area up on up.id = g.parent_id and g.level in ('grid', 'building', 'unit') left join announcements_here() a on a.id = r.announcement_id`
/** 该撤: it hangs there still, and holds no more. */
const stale = (today: Day): Fragment => sql`r.way = 'poster' and r.undone_at is null and r.taken_down_at is null and (a.state = 'withdrawn' or a.to_on < ${today}::date)`
const inRange = ({ lo, hi }: Scope): Fragment => sql`r.area_path >= ${lo} and r.area_path < ${hi}`

export interface RecordsListed { takeDown: Day | undefined; from: Instant | undefined; to: Instant | undefined; way: PublicityWay | undefined; range: Scope; desc: boolean; after: PageKey | undefined; limit: number }
export function listRecords(db: Sql, f: RecordsListed): Promise<(PublicityRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: [sql`r.at`, sql`r.id`], desc: f.desc }
  const where = [inRange(f.range), ...(f.takeDown ? [stale(f.takeDown)] : [sql`r.undone_at is null`]), ...(f.from ? [sql`r.at >= ${f.from}`] : []), ...(f.to ? [sql`r.at < ${f.to}`] : []), ...(f.way ? [sql`r.way = ${f.way}`] : []), ...beyond(walk, f.after)]
  return db.rows(sql`select ${columns}, ${keyIn(walk)} as "walkKey" from ${records} where ${join(where, ' and ')} order by ${inOrder(walk)} limit ${f.limit + 1}`)
}
export const countStale = async (db: Sql, range: Scope, today: Day): Promise<number> => (await db.get<{ n: number }>(sql`select count(*)::int as n from publicity_record r join announcements_here() a on a.id = r.announcement_id where ${inRange(range)} and ${stale(today)}`)).n
/** 今日待办: the oldest first. */
export const postersToTakeDown = (db: Sql, range: Scope, today: Day, limit: number): Promise<(PublicityRow & { total: number })[]> => db.rows(sql`
  select ${columns}, (count(*) over ())::int as total from ${records} where ${inRange(range)} and ${stale(today)} order by r.at, r.id limit ${limit}`)
export const getRecord = (db: Sql, id: string): Promise<PublicityRow> => db.get(sql`select ${columns} from ${records} where r.id = ${id}`)
export const recordsOf = (db: Sql, announcementId: string, limit: number): Promise<PublicityRow[]> => db.rows(sql`select ${columns} from ${records} where r.announcement_id = ${announcementId} order by r.at desc, r.id desc limit ${limit}`)

export interface NewRecord { id: string; announcementId: string | null; areaId: string; areaPath: string; way: PublicityWay; at: Instant; reached: number | null; people: string | null; note: string | null; receivedAt: Instant; accountId: string | null; byName: string | null }
export const insertRecord = (db: Sql, r: NewRecord): Promise<number> => db.run(sql`
  insert into publicity_record (id, announcement_id, area_id, area_path, way, at, reached, people, note, received_at, account_id, by_name)
  values (${r.id}, ${r.announcementId}, ${r.areaId}, ${r.areaPath}, ${r.way}, ${r.at}, ${r.reached}, ${r.people}, ${r.note}, ${r.receivedAt}, ${r.accountId}, ${r.byName}) on conflict (id) do nothing`)
export const lockRecord = (db: Sql, id: string): Promise<unknown> => db.get(sql`select id from publicity_record where id = ${id} for update`)
export const undoRecord = (db: Sql, id: string, at: Instant, by: string | null): Promise<number> => db.run(sql`update publicity_record set undone_at = ${at}, undone_by = ${by} where id = ${id}`)
export const setTakenDown = (db: Sql, id: string, at: Instant | null, by: string | null): Promise<number> => db.run(sql`update publicity_record set taken_down_at = ${at}, taken_down_by = ${by} where id = ${id}`)
