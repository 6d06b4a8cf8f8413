import sql, { empty, join, type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { OfferedPoint, PointKind, PointTab } from '../contract.ts'
import type { PointRow } from '../tables.ts'

/** From when today counts, and how many times are owed by now of one, two, three and four a day. */
export interface Now { today: Instant; owed: readonly number[] }
export const inRange = (alias: Fragment, { lo, hi }: Scope): Fragment => sql`${alias}.area_path >= ${lo} and ${alias}.area_path < ${hi}`
const p = sql`p`

/** 小区或村组: of what lies in a grid or building, the place above. */
export const placeOf = (alias: Fragment): Fragment => sql`join area a on a.id = ${alias}.area_id left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit')`
export const placeName = sql`coalesce(up.name, a.name)`
const columns = sql`p.id as "pointId", p.area_id as "areaId", p.area_path as "areaPath", ${placeName} as "placeName", p.building, p.name, p.kind, p.square_metres as "squareMetres", p.times_a_day as "timesADay", d.n as "doneToday", l.at as "lastAt",
  case when w.agent is null then null else jsonb_build_object('agent', w.agent, 'concentration', w.concentration, 'method', w.method) end as last, p.gate_id as "gateId", p.venue_id as "venueId", p.state`
const from = (now: Now): Fragment => sql`disinfection_point p ${placeOf(p)} cross join lateral (select count(*)::int as n from disinfection_done x where x.point_id = p.id and x.at >= ${now.today}) d
  cross join lateral (select max(x.at) as at from disinfection_done x where x.point_id = p.id) l left join lateral (select w.agent, w.concentration, w.method from disinfection w where w.point_id = p.id and w.undone_at is null order by w.at desc, w.id desc limit 1) w on true`
const inTab = (tab: PointTab, { owed }: Now): Fragment => ({
  late: sql`p.state = 'open' and d.n < (${[...owed]}::int[])[p.times_a_day]`, open: sql`p.state = 'open' and d.n < p.times_a_day`, done: sql`p.state = 'open' and d.n >= p.times_a_day`, all: sql`p.state = 'open'`, closed: sql`p.state = 'closed'`,
})[tab]

export type PointOrder = 'place' | 'point' | 'last'
const number = sql`coalesce(substring(p.building from '[0-9]+')::int, 0)`
const ways: Readonly<Record<PointOrder, readonly Fragment[]>> = { place: [sql`p.area_path`, number, sql`p.name`, sql`p.id`], point: [sql`p.name`, sql`p.id`], last: [sql`coalesce(l.at, '-infinity'::timestamptz)`, sql`p.id`] }
export const keyWidth = (by: PointOrder): number => ways[by].length

export interface PointsListed { tab: PointTab; kind: PointKind | undefined; text: string | undefined; range: Scope; now: Now; order: { by: PointOrder; desc: boolean }; after: PageKey | undefined; limit: number }
export function listPoints(db: Sql, f: PointsListed): Promise<(PointRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: ways[f.order.by], desc: f.order.desc }
  const where = [inRange(p, f.range), inTab(f.tab, f.now), ...(f.kind ? [sql`p.kind = ${f.kind}`] : []), ...(f.text ? [sql`strpos(${placeName} || p.building || p.name, ${f.text}) > 0`] : []), ...beyond(walk, f.after)]
  return db.rows(sql`select ${columns}, ${keyIn(walk)} as "walkKey" from ${from(f.now)} where ${join(where, ' and ')} order by ${inOrder(walk)} limit ${f.limit + 1}`)
}
const today = (now: Now): Fragment => sql`left join (select x.point_id, count(*)::int as n from disinfection_done x where x.at >= ${now.today} and x.point_id is not null group by 1) t on t.point_id = p.id cross join lateral (select coalesce(t.n, 0) as n) d`
const count = (tab: PointTab, now: Now): Fragment => sql`(count(*) filter (where ${inTab(tab, now)}))::int`
export const countPoints = (db: Sql, f: { range: Scope; kind: PointKind | undefined; now: Now }): Promise<Record<PointTab, number>> => db.get(sql`
  select ${count('late', f.now)} as late, ${count('open', f.now)} as "open", ${count('done', f.now)} as done, ${count('all', f.now)} as "all", ${count('closed', f.now)} as closed
  from disinfection_point p ${today(f.now)} where ${inRange(p, f.range)} ${f.kind ? sql`and p.kind = ${f.kind}` : empty}`)
export const doneToday = (db: Sql, range: Scope, now: Now): Promise<{ times: number; squareMetres: number }> => db.get(sql`
  select count(*)::int as times, coalesce(sum(x.square_metres), 0)::int as "squareMetres" from disinfection_done x where ${inRange(sql`x`, range)} and x.at >= ${now.today}`)

export const getPoint = (db: Sql, pointId: string, now: Now): Promise<PointRow> => db.get(sql`select ${columns} from ${from(now)} where p.id = ${pointId}`)
/** 今日待办: what is owed by the hour, the oldest hour first; all of it counted. */
export const pointsDue = (db: Sql, f: { now: Now; range: Scope; limit: number }): Promise<(PointRow & { total: number })[]> => db.rows(sql`
  select ${columns}, (count(*) over ())::int as total from ${from(f.now)} where ${inRange(p, f.range)} and ${inTab('late', f.now)} order by ${join([...ways.place])} limit ${f.limit}`)

/** Each place of a level: points, what is late, what was done today, the terminal ones that stand; with whoever answers for it, the property first. */
export interface PlaceRow { areaId: string; areaPath: string; name: string; phone: string | null; keeper: string | null; points: number; late: number; open: number; times: number; squareMetres: number; terminal: number }
export const placesOf = (db: Sql, f: { range: Scope; levels: readonly string[]; now: Now }): Promise<PlaceRow[]> => db.rows(sql`
  with pts as (select p.area_path, p.times_a_day, p.state, d.n from disinfection_point p ${today(f.now)} where ${inRange(p, f.range)} and p.state = 'open'),
  did as (select x.area_path, x.square_metres from disinfection_done x where ${inRange(sql`x`, f.range)} and x.at >= ${f.now.today}),
  term as (select x.area_path from terminal_disinfection x where ${inRange(sql`x`, f.range)} and x.state = 'asked')
  select a.id as "areaId", a.area_path as "areaPath", a.name, coalesce(k.phone, a.office_phone) as phone, k.name as keeper, s.points, s.late, s."open", t.times, t."squareMetres", m.n as terminal from area a
    cross join lateral (select count(*)::int as points, ${count('late', f.now)} as late, ${count('open', f.now)} as "open" from pts p cross join lateral (select p.n) d where p.area_path >= a.area_path and p.area_path < a.area_end) s
    cross join lateral (select count(*)::int as times, coalesce(sum(x.square_metres), 0)::int as "squareMetres" from did x where x.area_path >= a.area_path and x.area_path < a.area_end) t
    cross join lateral (select count(*)::int as n from term x where x.area_path >= a.area_path and x.area_path < a.area_end) m
    left join lateral (select q.holder_name as name, q.office_phone as phone from duty_assignment q where q.area_id = a.id and q.duty_role in ('propertyTeam', 'compoundKeeper') and q.ended_at is null and not q.undone order by q.duty_role desc, q.office_phone is null, q.created_at limit 1) k on true
  where ${inRange(sql`a`, f.range)} and a.level = any(${[...f.levels]}::text[]) and a.state = 'open' and (s.points > 0 or t.times > 0 or m.n > 0) order by s.late desc, a.area_path`)

/** The compound or village group: a building between two grids has its entrances once. */
const settlement = sql`case when a.level in ('grid', 'building', 'unit') then a.parent_id else a.id end`
/** What the house knows already: entrances by the register of homes, gates, venues; without those that are points. */
export const offered = (db: Sql, { lo, hi }: Scope, most: number): Promise<OfferedPoint[]> => db.rows(sql`
  select o.area_id as "areaId", ${placeName} as "placeName", o.building, o.name, o.kind, o.square_metres as "squareMetres", o.gate_id as "gateId", o.venue_id as "venueId" from (
    select g.area_id, g.area_path, '' as building, g.name, 'gate' as kind, null::int as square_metres, g.id as gate_id, null::uuid as venue_id from gate g where g.area_path >= ${lo} and g.area_path < ${hi} and g.state = 'open'
      and not exists (select from disinfection_point x where x.gate_id = g.id)
    union all select v.area_id, v.area_path, '', v.name, 'venue', v.square_metres, null, v.id from venue v where v.area_path >= ${lo} and v.area_path < ${hi} and v.state = 'open' and not exists (select from disinfection_point x where x.venue_id = v.id)
    union all select h.area_id, h.area_path, h.building, h.name, 'stairwell', null, null, null from (
      select distinct on (${settlement}, e.building, e.name) e.area_id, e.area_path, e.building, e.name, ${settlement} as place from (
        select h.area_id, h.area_path, case when h.building ~ '^[0-9]+$' then h.building || '幢' else h.building end as building, case when h.unit ~ '^[0-9]+$' then h.unit || '单元' when h.unit = '' then '楼道' else h.unit end as name
        from household h where h.area_path >= ${lo} and h.area_path < ${hi} and h.building <> '' group by 1, 2, 3, 4) e join area a on a.id = e.area_id order by 5, 3, 4, 2) h
      where not exists (select from disinfection_point x join area a on a.id = x.area_id where ${settlement} = h.place and x.building = h.building and x.name = h.name)) o
  ${placeOf(sql`o`)} order by o.kind, o.area_path, coalesce(substring(o.building from '[0-9]+')::int, 0), o.name limit ${most}`)

export interface NewPoint { id: string; areaId: string; areaPath: string; building: string; name: string; kind: PointKind; squareMetres: number; timesADay: number; gateId: string | null; venueId: string | null }
/** All at once; one that is there already is passed over. */
export const insertPoints = async (db: Sql, all: readonly NewPoint[], at: Instant, by: string | null): Promise<string[]> => (await db.rows<{ id: string }>(sql`
  insert into disinfection_point (id, area_id, area_path, building, name, kind, square_metres, times_a_day, gate_id, venue_id, created_at, creator_name)
  select distinct on (x.area_id, x.building, x.name, x.kind) x.id, x.area_id, x.area_path, x.building, x.name, x.kind, x.m2, x.times, x.gate, x.venue, ${at}::timestamptz, ${by}
  from unnest(${all.map((o) => o.id)}::uuid[], ${all.map((o) => o.areaId)}::uuid[], ${all.map((o) => o.areaPath)}::text[], ${all.map((o) => o.building)}::text[], ${all.map((o) => o.name)}::text[], ${all.map((o) => o.kind)}::text[], ${all.map((o) => o.squareMetres)}::int[],
    ${all.map((o) => o.timesADay)}::int[], ${all.map((o) => o.gateId)}::uuid[], ${all.map((o) => o.venueId)}::uuid[]) as x (id, area_id, area_path, building, name, kind, m2, times, gate, venue)
  where not exists (select from disinfection_point p where p.area_id = x.area_id and p.building = x.building and p.name = x.name and p.kind = x.kind) and not exists (select from disinfection_point p where p.gate_id = x.gate or p.venue_id = x.venue)
  order by x.area_id, x.building, x.name, x.kind, x.id returning id`)).map(({ id }) => id)
export const updatePoint = (db: Sql, id: string, v: Pick<NewPoint, 'building' | 'name' | 'kind' | 'squareMetres' | 'timesADay'>): Promise<number> => db.run(sql`
  update disinfection_point set building = ${v.building}, name = ${v.name}, kind = ${v.kind}, square_metres = ${v.squareMetres}, times_a_day = ${v.timesADay} where id = ${id}`)
export const setPointState = (db: Sql, id: string, state: 'open' | 'closed'): Promise<number> => db.run(sql`update disinfection_point set state = ${state} where id = ${id}`)
export const lockPoint = (db: Sql, id: string): Promise<unknown> => db.get(sql`select id from disinfection_point where id = ${id} for update`)
export const deleteEmpty = async (db: Sql, ids: readonly string[]): Promise<string[]> => (await db.rows<{ id: string }>(sql`
  delete from disinfection_point p where p.id = any(${[...ids]}::uuid[]) and not exists (select from disinfection d where d.point_id = p.id) returning p.id`)).map(({ id }) => id)

/** 点位码: by place and building, as they are stuck up on a walk. */
export const labelsOf = (db: Sql, f: { range: Scope; pointId: string | undefined; limit: number }): Promise<{ pointId: string; placeName: string; building: string; name: string; kind: PointKind; timesADay: number }[]> => db.rows(sql`
  select p.id as "pointId", ${placeName} as "placeName", p.building, p.name, p.kind, p.times_a_day as "timesADay" from disinfection_point p ${placeOf(p)}
  where p.state = 'open' and ${inRange(p, f.range)} ${f.pointId ? sql`and p.id = ${f.pointId}` : empty} order by ${join([...ways.place])} limit ${f.limit + 1}`)
