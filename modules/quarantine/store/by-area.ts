import sql, { join, raw, type Sql as Statement } from 'sql-template-tag'
import { scopeOf, type Sql } from '../../../kernel/ctx.ts'
import { dayOf, type Day, type Instant } from '../../../kernel/dates.ts'
import { tabCondition } from './lists.ts'
import { sliceCondition, startOf } from './slices.ts'

const inArea = (areaPath: string): Statement => {
  const { lo, hi } = scopeOf(areaPath)
  return sql`e.area_path >= ${lo} and e.area_path < ${hi}`
}

const standing = raw('e.id, e.area_path, e.state, e.anchor_on, e.ends_on, e.household_id, e.person_id, e.opened_at')
const sums = raw(['managed', 'toRelease', 'releaseLate', 'missing', 'missed', 'managedThen', 'toReleaseThen'].map((one) => `coalesce(sum(f."${one}"), 0)::int as "${one}"`).join(', '))

/** Figures of one area directly below (`part`, its number), of everybody managed for so many days (`since`), or of the whole. */
export interface StandingRow {
  by: 'part' | 'since' | 'whole'; part: string | null; since: number | null
  managed: number; managedHouseholds: number; toRelease: number; releaseLate: number; missing: number; missed: number; managedThen: number; toReleaseThen: number
}

/**
 * Who is managed now and who was at an earlier instant: those still managed from an index of their own, and those who left since.
 * Somebody without a household counts as a household of their own; ends that were put off since are taken back. Summed up by
 * hashing and never sorted, since these are the rows of a whole district.
 */
export const standingByArea = (db: Sql, areaPath: string, today: Day, now: Instant, then: Instant): Promise<StandingRow[]> => db.rows<StandingRow>(sql`
  with c as (select distinct on (c.episode_id) c.episode_id, (c.before ->> 'endsOn')::date as ends_on from episode_change c
             where c.at > ${then} and c.before ->> 'endsOn' is not null order by c.episode_id, c.at),
  a as materialized (
    select area_below(e.area_path, ${areaPath}) as part, e.state = 'active' as active, case when e.state = 'active' then ${today}::date - e.anchor_on end as since,
      case when e.state <> 'active' then null when e.household_id is null then e.person_id else e.household_id end as household,
      ${tabCondition('ending', today, now)} as ending, ${sliceCondition('releaseLate', today, today, now)} as late,
      ${tabCondition('missing', today, now)} as missing, ${sliceCondition('missed', today, today, now)} as missed,
      e.opened_at <= ${then} as before, case when c.ends_on is null then e.ends_on else c.ends_on end as ended
    from (select ${standing} from episode e where ${inArea(areaPath)} and e.state <> 'cancelled' and e.closed_at is null
      union all select ${standing} from episode e where ${inArea(areaPath)} and e.state <> 'cancelled' and e.closed_at > ${then}) e left join c on c.episode_id = e.id),
  f as materialized (
    select part, since, count(*) filter (where active)::int as managed, count(*) filter (where ending)::int as "toRelease", count(*) filter (where late)::int as "releaseLate",
      count(*) filter (where missing)::int as missing, count(*) filter (where missed)::int as missed, count(*) filter (where before)::int as "managedThen",
      count(*) filter (where before and ended <= ${dayOf(then)})::int as "toReleaseThen"
    from a group by 1, 2),
  h as materialized (select part, household from a where household is not null group by 1, 2),
  n as materialized (select part, count(*) as n from h group by 1 union all select null, count(*) from (select household from h group by 1) w)
  select case grouping(f.part, f.since) when 1 then 'part' when 2 then 'since' else 'whole' end as by, f.part, f.since, ${sums},
    case when grouping(f.since) = 1 then coalesce((select n.n from n where n.part is not distinct from f.part), 0) else 0 end::int as "managedHouseholds"
  from f group by grouping sets ((f.part), (f.since), ())`)

/** What began and what ended on each day, `closed` in whatever way; by area for today only, which is all that is told of each. */
export interface FlowRow { part: string; day: Day; opened: number; released: number; closed: number }

export function flowByArea(db: Sql, areaPath: string, from: Day, today: Day): Promise<FlowRow[]> {
  // By the hours and not by the name, which the database would look up for every row; see kernel/dates.ts.
  const day = (column: Statement) => sql`(${column} at time zone interval '8 hours')::date`
  const flow = (column: Statement, when: Statement, part: Statement, released: Statement, opened: number): Statement => sql`
    select ${part} as part, ${day(column)} as day, ${opened}::int * count(*) as opened, ${released} as released, ${1 - opened}::int * count(*) as closed
    from episode e where ${inArea(areaPath)} and e.state <> 'cancelled' and ${when} group by 1, 2`
  const [opened, closed, none] = [sql`e.opened_at`, sql`e.closed_at`, sql`''`]
  const before = (column: Statement) => sql`${column} >= ${startOf(from)} and ${column} < ${startOf(today)}`
  const since = (column: Statement) => sql`${column} >= ${startOf(today)}`
  const below = sql`area_below(e.area_path, ${areaPath})`
  const released = sql`count(*) filter (where e.state = 'released')`
  const parts = [flow(opened, before(opened), none, sql`0`, 1), flow(opened, since(opened), below, sql`0`, 1), flow(closed, before(closed), none, released, 0), flow(closed, since(closed), below, released, 0)]
  return db.rows<FlowRow>(sql`select part, day, sum(opened)::int as opened, sum(released)::int as released, sum(closed)::int as closed from (${join(parts, ' union all ')}) f group by 1, 2`)
}

export interface DayUntil { opened: number; released: number; missed: number }

/** What had happened on its day by an earlier instant. */
export const dayUntil = (db: Sql, areaPath: string, at: Instant): Promise<DayUntil> => {
  const day = dayOf(at)
  return db.get<DayUntil>(sql`
    select (select count(*) from episode e where ${inArea(areaPath)} and e.state <> 'cancelled' and e.opened_at >= ${startOf(day)} and e.opened_at <= ${at})::int as opened,
      (select count(*) from episode e where ${inArea(areaPath)} and e.state = 'released' and e.closed_at >= ${startOf(day)} and e.closed_at <= ${at})::int as released,
      (select count(distinct e.episode_id) from check_due e where ${inArea(areaPath)} and e.due_on = ${day} and e.closes_at <= ${at} and e.state in ('missed', 'explained'))::int as missed`)
}
