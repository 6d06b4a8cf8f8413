import sql, { join } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import { reportsIn, volunteerTabs, type HonourLine, type UnitLine, type VolunteerTab } from '../contract.ts'
import { inCut, inRange, inTab, minutesOf, type Cut } from './volunteers.ts'

export const countTabs = (db: Sql, cut: Cut, now: Instant): Promise<Record<VolunteerTab, number>> => db.get(sql`
  select ${join(volunteerTabs.map((tab) => sql`(count(*) filter (where ${inTab(tab, now)}))::int as ${NAMES[tab]}`))} from volunteer v where ${inCut(cut)}`)
const NAMES = { ready: sql`ready`, helping: sql`helping`, neverServed: sql`"neverServed"`, waiting: sql`waiting`, away: sql`away`, all: sql`"all"` }
export const served = (db: Sql, range: Scope, from: Instant, to: Instant): Promise<{ persons: number; minutes: number }> => db.get(sql`
  select count(distinct s.volunteer_id)::int as persons, coalesce(sum(${minutesOf}), 0)::int as minutes from volunteer_service s where ${inRange(sql`s`, range)} and s.state = 'came' and s.came_at >= ${from} and s.came_at < ${to}`)
export const unitsIn = async (db: Sql, range: Scope): Promise<string[]> => (await db.rows<{ unit: string }>(sql`select distinct v.unit from volunteer v where ${inRange(sql`v`, range)} and v.unit is not null order by 1 limit 300`)).map(({ unit }) => unit)

const reported = (range: Scope) => sql`${inRange(sql`v`, range)} and v.kind = any(${[...reportsIn]}::text[]) and v.state in ('active', 'paused') and v.unit is not null`
const sums = sql`(count(*) filter (where s.state = 'came'))::int as times, coalesce(sum(${minutesOf}) filter (where s.state = 'came'), 0)::int as minutes, max(s.came_at) filter (where s.state = 'came') as last_at`
/** 只报到不服务: the unit with most who never came stands first. */
export function listUnits(db: Sql, f: { range: Scope; after: PageKey | undefined; limit: number }): Promise<(Omit<UnitLine, 'lastOn'> & { lastAt: Instant | null; walkKey: PageKey })[]> {
  const walk: Walk = { by: [sql`-x.never`, sql`x.unit`], desc: false }
  return db.rows(sql`
    with x as (select v.unit, count(*)::int as reported, (count(*) filter (where t.times > 0))::int as served, (count(*) filter (where t.times = 0))::int as never, coalesce(sum(t.times), 0)::int as times, coalesce(sum(t.minutes), 0)::int as minutes, max(t.last_at) as "lastAt"
      from volunteer v cross join lateral (select ${sums} from volunteer_service s where s.volunteer_id = v.id) t where ${reported(f.range)} group by v.unit)
    select x.*, ${keyIn(walk)} as "walkKey" from x where ${join([sql`true`, ...beyond(walk, f.after)], ' and ')} order by ${inOrder(walk)} limit ${f.limit + 1}`)
}
export const peopleOfUnit = (db: Sql, range: Scope, unit: string): Promise<{ name: string; reportedOn: Day | null; times: number; minutes: number; lastAt: Instant | null }[]> => db.rows(sql`
  select coalesce(p.name, v.name) as name, v.reported_on as "reportedOn", t.times, t.minutes, t.last_at as "lastAt" from volunteer v left join person p on p.id = v.person_id cross join lateral (select ${sums} from volunteer_service s where s.volunteer_id = v.id) t
  where ${reported(range)} and v.unit = ${unit} order by t.minutes desc, v.name, v.id`)

const ofMonth = (range: Scope, from: Instant, to: Instant) => sql`
  select v.id as "volunteerId", coalesce(p.name, v.name) as name, v.unit, v.in_public, count(*)::int as times, sum(${minutesOf})::int as minutes,
    coalesce(sum((select sum(b.points) from volunteer_point b where b.service_id = s.id)), 0)::int as points
  from volunteer_service s join volunteer v on v.id = s.volunteer_id left join person p on p.id = v.person_id where ${inRange(sql`s`, range)} and s.state = 'came' and s.came_at >= ${from} and s.came_at < ${to} group by v.id, p.name`
export function listHonours(db: Sql, f: { range: Scope; from: Instant; to: Instant; after: PageKey | undefined; limit: number }): Promise<(HonourLine & { walkKey: PageKey })[]> {
  const walk: Walk = { by: [sql`-x.points`, sql`x.name`, sql`x."volunteerId"`], desc: false }
  return db.rows(sql`with x as (${ofMonth(f.range, f.from, f.to)}) select x."volunteerId", x.name, x.unit, x.times, x.minutes, x.points, ${keyIn(walk)} as "walkKey" from x where ${join([sql`x.in_public`, ...beyond(walk, f.after)], ' and ')} order by ${inOrder(walk)} limit ${f.limit + 1}`)
}
export const unnamed = async (db: Sql, range: Scope, from: Instant, to: Instant): Promise<number> => (await db.get<{ n: number }>(sql`select (count(*) filter (where not x.in_public))::int as n from (${ofMonth(range, from, to)}) x`)).n
/** 今日待办: who signed up and waits. */
export const waitingIn = (db: Sql, range: Scope, limit: number): Promise<{ volunteerId: string; name: string; unit: string | null; kind: string; createdAt: Instant; areaName: string; total: number }[]> => db.rows(sql`
  select v.id as "volunteerId", v.name, v.unit, v.kind, v.created_at as "createdAt", a.name as "areaName", (count(*) over ())::int as total from volunteer v join area a on a.id = v.area_id where ${inRange(sql`v`, range)} and v.state = 'waiting' order by v.created_at, v.name, v.id limit ${limit}`)
