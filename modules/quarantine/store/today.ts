import sql, { empty, raw, type Sql as Statement } from 'sql-template-tag'
import { addDays, instantAt, type Day, type Instant } from '../../../kernel/dates.ts'
import type { Sql } from '../../../kernel/ctx.ts'
import { releaseCounts, type ReleaseCounts } from './cards.ts'
import { unreported } from './slices.ts'

/** Somebody managed with whom something is to be done today. */
export interface WorkRow {
  episodeId: string; personId: string; name: string; sex: string; birthOn: Day | null; address: string; measure: string; anchorOn: Day; endsOn: Day; areaPath: string; workerId: string | null
}
/** Only work in these places, each with the account it is assigned to (null: to none). */
export type Places = readonly { areaPath: string; workerId: string | null }[]
/** No limit: all of it. */
interface Cut { limit?: number | undefined; of?: Places | undefined }
export interface CheckWork extends WorkRow { windows: string[]; dueAt: Instant; reminded: boolean; toRemind: boolean; triedAt: Instant | null; total: number; late: number }
export interface VisitWork extends WorkRow { visitId: string; visitor: string; purpose: string; dueAt: Instant; tried: boolean; need: string | null; windows: string[]; total: number; late: number; place: number }
export interface GapWork extends WorkRow { gaps: number; lastOn: Day; total: number }
export interface TestWork extends WorkRow { dueOn: Day; total: number; late: number }
export interface ReleaseWork extends WorkRow, ReleaseCounts { policyId: string }

const who = raw(`e.id as "episodeId", e.person_id as "personId", p.name, p.sex, p.birth_on as "birthOn", e.measure, e.anchor_on as "anchorOn", e.ends_on as "endsOn", e.area_path as "areaPath", e.worker_id as "workerId",
  coalesce(up.name, '') || a.name || coalesce(h.address, '') as address`)
export const personJoins = raw(`join person p on p.id = e.person_id join area a on a.id = p.area_id left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit')
  left join household h on h.id = p.household_id`)
/** Compound, building, unit, door: the way somebody walks; building 3 before building 10. */
export const walk = raw(`coalesce(up.name, a.name), nullif(regexp_replace(h.building, '[^0-9]', '', 'g'), '')::numeric nulls last, h.building,
  nullif(regexp_replace(h.unit, '[^0-9]', '', 'g'), '')::numeric nulls last, h.unit, nullif(regexp_replace(h.room, '[^0-9]', '', 'g'), '')::numeric nulls last, h.room, p.name`)
const inPlaces = (of: Places | undefined): Statement => (of === undefined ? sql`true` : sql`(e.area_path, coalesce(e.worker_id::text, '')) in (
  select * from unnest(${of.map((p) => p.areaPath)}::text[], ${of.map((p) => p.workerId ?? '')}::text[]))`)
const cut = (limit: number | undefined): Statement => (limit === undefined ? empty : sql`limit ${limit}`)
const opens = (today: Day): Instant => instantAt(today, '00:00')
const closes = (today: Day): Instant => instantAt(addDays(today, 1), '00:00')
/** Whom somebody still calls at today because of a missed check. Read once and hashed (`not in`): the planner takes them for one and would walk all of them for each person. */
const owed = (today: Day): Statement => sql`owed as materialized (
  select distinct v.episode_id from visit v where v.state = 'owed' and v.purpose = 'missedCheck' and v.due_at >= ${opens(today)} and v.episode_id is not null)`

/** Checks of windows open now; whom somebody calls at anyhow because of a missed one stands with the visits. */
export const checksToday = (db: Sql, today: Day, now: Instant, c: Cut): Promise<CheckWork[]> => db.rows<CheckWork>(checks(today, now, c))
const checks = (today: Day, now: Instant, { limit, of }: Cut): Statement => sql`
  with ${owed(today)}, d as (
    select d.episode_id, array_agg(d.check_window order by d.opens_at) as windows, min(d.opens_at) as since, min(d.closes_at) as closes_at, bool_or(d.reminded_at is not null) as reminded,
           bool_or(d.remind_at <= ${now}) as to_remind
    from check_due d where d.due_on = ${today} and d.state = 'open' and d.opens_at <= ${now} and d.episode_id not in (select o.episode_id from owed o) group by 1)
  select ${who}, d.since, d.closes_at < ${now} as "isLate", d.windows, d.closes_at as "dueAt", d.reminded, d.to_remind as "toRemind",
    (select max(c.at) from episode_call c where c.episode_id = e.id and not c.reached and c.undone_at is null and c.at >= ${opens(today)}) as "triedAt", (count(*) over ())::int as total, (count(*) filter (where d.closes_at < ${now}) over ())::int as late
  from d join episode e on e.id = d.episode_id and e.state = 'active' ${personJoins} where ${inPlaces(of)}
  order by d.closes_at < ${now} desc, d.to_remind desc, ${walk} ${cut(limit)}`

/** Visits of today by one kind of visitor, once for each person; one owed for a former day cannot be made any more and stays on the card. */
export const visitsToday = (db: Sql, visitor: string, today: Day, now: Instant, c: Cut): Promise<VisitWork[]> => db.rows<VisitWork>(visits(visitor, today, now, c))
const visits = (visitor: string, today: Day, now: Instant, { limit, of }: Cut): Statement => sql`
  with v as (
    select distinct on (v.episode_id) v.id, v.episode_id, v.visitor, v.purpose, v.due_at, v.created_at as since, v.need, v.result = 'nobodyHome' as tried
    from visit v where v.state = 'owed' and v.visitor = ${visitor} and v.due_at >= ${opens(today)} and v.due_at < ${closes(today)} and v.episode_id is not null
    order by v.episode_id, v.purpose = 'missedCheck' desc, v.due_at
  ), shown as (
    select ${who}, v.since, v.due_at < ${now} as "isLate", v.id as "visitId", v.visitor, v.purpose, v.due_at as "dueAt", coalesce(v.tried, false) as tried, v.need, (count(*) over ())::int as total,
      (count(*) filter (where v.due_at < ${now}) over ())::int as late, row_number() over (order by v.due_at < ${now} desc, v.purpose = 'missedCheck' desc, ${walk}) as place
    from v join episode e on e.id = v.episode_id and e.state = 'active' ${personJoins} where ${inPlaces(of)} order by place ${cut(limit)})
  select shown.*, array(select d.check_window from check_due d where d.episode_id = "episodeId" and d.due_on = ${today} and d.state = 'missed' order by d.opens_at) as windows
  from shown order by place`

/** Checks nobody made and nobody explained, when no visit is owed for them any more. Whose period is over stands with the releases, which say the same. */
export const gapsToExplain = (db: Sql, today: Day, c: Cut): Promise<GapWork[]> => db.rows<GapWork>(gaps(today, c))
const gaps = (today: Day, { limit, of }: Cut): Statement => sql`
  with ${owed(today)}, d as (
    select d.episode_id, count(*)::int as gaps, max(d.due_on) as last_on, min(d.closes_at) as since from check_due d
    where d.state = 'missed' and (d.due_on < ${today} or d.episode_id not in (select o.episode_id from owed o)) group by 1)
  select ${who}, d.since, false as "isLate", d.gaps, d.last_on as "lastOn", (count(*) over ())::int as total
  from d join episode e on e.id = d.episode_id and e.state = 'active' and e.ends_on >= ${today} ${personJoins} where ${inPlaces(of)}
  order by e.ends_on, ${walk} ${cut(limit)}`

export const testsToday = (db: Sql, today: Day, c: Cut): Promise<TestWork[]> => db.rows<TestWork>(tests(today, c))
const tests = (today: Day, { limit, of }: Cut): Statement => sql`
  with t as (select t.episode_id, min(t.due_on) as due_on from episode_test t where t.due_on <= ${today} and t.taken_on is null group by 1)
  select ${who}, (t.due_on || ' 00:00+08')::timestamptz as since, t.due_on < ${today} as "isLate", t.due_on as "dueOn", (count(*) over ())::int as total, (count(*) filter (where t.due_on < ${today}) over ())::int as late
  from t join episode e on e.id = t.episode_id and e.state = 'active' ${personJoins} where ${inPlaces(of)}
  order by t.due_on < ${today} desc, ${walk} ${cut(limit)}`

/** What of one kind waits in a place with whom, since when the oldest of it. */
export interface HeldWork { areaPath: string; workerId: string | null; open: number; overdue: number; since: Instant }
/** The lists themselves counted by place and account, so that each count is the length of the list it opens. */
const held = (db: Sql, rows: Statement): Promise<HeldWork[]> => db.rows<HeldWork>(sql`
  select w."areaPath", w."workerId", count(*)::int as open, (count(*) filter (where w."isLate"))::int as overdue, min(w.since) as since from (${rows}) w group by 1, 2`)
export const heldChecks = (db: Sql, today: Day, now: Instant): Promise<HeldWork[]> => held(db, checks(today, now, {}))
export const heldVisits = (db: Sql, today: Day, now: Instant): Promise<HeldWork[]> => held(db, visits('worker', today, now, {}))
export const heldGaps = (db: Sql, today: Day): Promise<HeldWork[]> => held(db, gaps(today, {}))
export const heldTests = (db: Sql, today: Day): Promise<HeldWork[]> => held(db, tests(today, {}))

/** Those whose last day is today or past, with the counts a release depends on. */
export const endingToday = (db: Sql, today: Day, limit: number): Promise<ReleaseWork[]> => db.rows<ReleaseWork>(sql`
  select ${who}, e.policy_id as "policyId", ${releaseCounts}
  from episode e ${personJoins} where e.state = 'active' and e.ends_on <= ${today}
  order by e.ends_on, ${walk} limit ${limit}`)

/** What of today is done already. */
export const checksDone = async (db: Sql, today: Day): Promise<number> =>
  (await db.get<{ n: number }>(sql`select count(distinct d.episode_id)::int as n from check_due d where d.due_on = ${today} and d.state = 'done'`)).n
export const visitsDone = async (db: Sql, visitor: string, today: Day): Promise<number> => (await db.get<{ n: number }>(sql`
  select count(*)::int as n from visit v where v.state = 'made' and v.visitor = ${visitor} and v.due_at >= ${opens(today)} and v.due_at < ${closes(today)}`)).n

/** People not measured although reminded or past the window, and people held longer than the order says, by community. */
export const lateByCommunity = (db: Sql, today: Day, now: Instant): Promise<{ communityId: string; missing: number; toRelease: number }[]> => db.rows(sql`
  with d as (${unreported(today, now)})
  select e.community_id as "communityId", count(d.episode_id)::int as missing, (count(*) filter (where e.ends_on < ${addDays(today, -1)}))::int as "toRelease"
  from episode e left join d on d.episode_id = e.id
  where e.state = 'active' and (d.episode_id is not null or e.ends_on < ${addDays(today, -1)}) group by 1`)
