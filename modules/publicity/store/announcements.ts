import sql, { empty, join, type Sql as Fragment } from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { AnnouncementKind, AnnouncementTab } from '../contract.ts'
import type { AnnouncementRow } from '../tables.ts'

// What is above is out of sight; `announcements_here` (migration 0172) gives what concerns the caller's territory.
const columns = sql`a.id as "announcementId", a.kind, a.title, a.body, a.rumour, a.source, a.order_no as "orderNo", a.from_on as "fromOn", a.to_on as "toOn", a.tell_by as "tellBy", a.state, a.area_path as "areaPath", a.office_name as "officeName", coalesce(a.areas, '[]'::jsonb) as areas,
  a.published_at as "publishedAt", a.publisher_name as "publisherName", a.withdrawn_at as "withdrawnAt", a.withdrawer_name as "withdrawerName", a.withdrawn_reason as "withdrawnReason"`
const here = sql`announcements_here() a`

/** 待传达: holds or will, has a time by which, and somewhere nobody has told it. */
const toTell = (today: Day): Fragment => sql`a.id in (select t.announcement_id from announcement_places(array(select b.id from announcements_here() b where b.state = 'published' and b.tell_by is not null and (b.to_on is null or b.to_on >= ${today}::date))) t where not t.told)`
const inTab = (tab: AnnouncementTab, today: Day): Fragment => ({
  toTell: toTell(today), inForce: sql`a.state = 'published' and (a.to_on is null or a.to_on >= ${today}::date)`, draft: sql`a.state = 'draft'`, over: sql`(a.state = 'withdrawn' or (a.state = 'published' and a.to_on < ${today}::date))`, all: sql`true`,
})[tab]

export type AnnouncementOrder = 'published' | 'title'
const ways: Readonly<Record<AnnouncementOrder, readonly Fragment[]>> = { published: [sql`coalesce(a.published_at, a.created_at)`, sql`a.id`], title: [sql`a.title`, sql`a.id`] }

export interface AnnouncementsListed { tab: AnnouncementTab; kind: AnnouncementKind | undefined; text: string | undefined; today: Day; order: { by: AnnouncementOrder; desc: boolean }; after: PageKey | undefined; limit: number }
export function listAnnouncements(db: Sql, f: AnnouncementsListed): Promise<(AnnouncementRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: ways[f.order.by], desc: f.order.desc }
  const where = [inTab(f.tab, f.today), ...(f.kind ? [sql`a.kind = ${f.kind}`] : []), ...(f.text ? [sql`strpos(a.title || ' ' || a.source || ' ' || coalesce(a.order_no, ''), ${f.text}) > 0`] : []), ...beyond(walk, f.after)]
  return db.rows(sql`select ${columns}, ${keyIn(walk)} as "walkKey" from ${here} where ${join(where, ' and ')} order by ${inOrder(walk)} limit ${f.limit + 1}`)
}
const count = (tab: AnnouncementTab, today: Day): Fragment => sql`(count(*) filter (where ${inTab(tab, today)}))::int`
export const countAnnouncements = (db: Sql, today: Day, kind: AnnouncementKind | undefined): Promise<Record<AnnouncementTab, number>> => db.get(sql`
  select ${count('toTell', today)} as "toTell", ${count('inForce', today)} as "inForce", ${count('draft', today)} as draft, ${count('over', today)} as "over", ${count('all', today)} as "all" from ${here} ${kind ? sql`where a.kind = ${kind}` : empty}`)

export const getAnnouncement = (db: Sql, id: string): Promise<AnnouncementRow> => db.get(sql`select ${columns} from ${here} where a.id = ${id}`)
/** 今日待办 and 随身: what is to be told by a time, the earliest first. */
export const toldByTime = (db: Sql, today: Day): Promise<AnnouncementRow[]> => db.rows(sql`select ${columns} from ${here} where a.tell_by is not null and ${inTab('inForce', today)} order by a.tell_by, a.id`)
/** 居民: what is said to everybody at this door, the newest first. */
export const saidHere = (db: Sql, since: Day, limit: number): Promise<AnnouncementRow[]> => db.rows(sql`
  select ${columns} from ${here} where a.state <> 'draft' and (a.to_on is null or a.to_on >= ${since}::date) order by a.published_at desc, a.id limit ${limit}`)
/** The same for one place, looked at from its office. */
export const saidAt = (db: Sql, path: string, today: Day, limit: number): Promise<AnnouncementRow[]> => db.rows(sql`
  select ${columns} from ${here} where a.state = 'published' and a.from_on <= ${today}::date and (a.to_on is null or a.to_on >= ${today}::date)
    and exists (select from jsonb_array_elements(a.areas) x join area_above(${path}) g on g.id = (x ->> 'areaId')::uuid) order by a.published_at desc, a.id limit ${limit}`)

export interface WrittenRow { kind: AnnouncementKind; title: string; body: string; rumour: string | null; source: string; orderNo: string | null; fromOn: Day; toOn: Day | null; tellBy: Instant | null }
export const insertAnnouncement = (db: Sql, id: string, office: { id: string; path: string }, w: WrittenRow, at: Instant): Promise<number> => db.run(sql`
  insert into announcement (id, office_id, area_path, kind, title, body, rumour, source, order_no, from_on, to_on, tell_by, state, created_at)
  values (${id}, ${office.id}, ${office.path}, ${w.kind}, ${w.title}, ${w.body}, ${w.rumour}, ${w.source}, ${w.orderNo}, ${w.fromOn}, ${w.toOn}, ${w.tellBy}, 'draft', ${at})`)
export const updateAnnouncement = (db: Sql, id: string, w: WrittenRow): Promise<number> => db.run(sql`
  update announcement set kind = ${w.kind}, title = ${w.title}, body = ${w.body}, rumour = ${w.rumour}, source = ${w.source}, order_no = ${w.orderNo}, from_on = ${w.fromOn}, to_on = ${w.toOn}, tell_by = ${w.tellBy} where id = ${id}`)
export async function setAreas(db: Sql, id: string, areas: readonly { id: string; areaPath: string }[]): Promise<void> {
  await db.run(sql`delete from announcement_area where announcement_id = ${id}`)
  await db.run(sql`insert into announcement_area (announcement_id, area_id, area_path) select ${id}::uuid, x.id, x.path from unnest(${areas.map((one) => one.id)}::uuid[], ${areas.map((one) => one.areaPath)}::text[]) as x (id, path)`)
}
export const deleteAnnouncement = (db: Sql, id: string): Promise<number> => db.run(sql`delete from announcement where id = ${id}`)
export const lockAnnouncement = (db: Sql, id: string): Promise<unknown> => db.find(sql`select id from announcement where id = ${id} for update`)
/** 发布, 收回 and 恢复; what was said when it was withdrawn goes with the withdrawal. */
export const setState = (db: Sql, id: string, state: AnnouncementRow['state'], published: { at: Instant | null; by: string | null } | undefined): Promise<number> => db.run(sql`
  update announcement set state = ${state}, withdrawn_at = null, withdrawer_name = null, withdrawn_reason = null ${published ? sql`, published_at = ${published.at}, publisher_name = ${published.by}` : empty} where id = ${id}`)
export const withdraw = (db: Sql, id: string, w: { at: Instant; by: string | null; reason: string }): Promise<number> => db.run(sql`
  update announcement set state = 'withdrawn', withdrawn_at = ${w.at}, withdrawer_name = ${w.by}, withdrawn_reason = ${w.reason} where id = ${id}`)
/** Whether anybody was told of it or has read it. */
export const isKnown = async (db: Sql, id: string): Promise<boolean> => (await db.get<{ known: boolean }>(sql`
  select exists (select from announcement_opened o where o.announcement_id = ${id}) or exists (select from publicity_record r where r.announcement_id = ${id} and r.undone_at is null) as known`)).known

/** 打开一次: a number for the day, no matter whose. */
export const countOpened = (db: Sql, id: string, areaPath: string, day: Day): Promise<number> => db.run(sql`
  insert into announcement_opened (announcement_id, area_path, day, n) values (${id}, ${areaPath}, ${day}, 1) on conflict (announcement_id, area_path, day) do update set n = announcement_opened.n + 1`)
export const openedOf = async (db: Sql, ids: readonly string[]): Promise<Map<string, number>> =>
  new Map((await db.rows<{ id: string; n: number }>(sql`select o.announcement_id as id, sum(o.n)::int as n from announcement_opened o where o.announcement_id = any(${[...ids]}::uuid[]) group by 1`)).map(({ id, n }) => [id, n]))
export const openedOn = (db: Sql, id: string, most: number): Promise<{ day: Day; n: number }[]> => db.rows(sql`select o.day, sum(o.n)::int as n from announcement_opened o where o.announcement_id = ${id} group by 1 order by 1 desc limit ${most}`)
