import sql, { type Sql as Part } from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { leftAt, stands } from './left.ts'

export interface VisitsOf { phoneIndexes: readonly string[]; from: Instant; to: Instant }
const own = (q: VisitsOf): Part => sql`t.phone_index = any(${[...q.phoneIndexes]}) and t.in_at >= ${q.from} and t.in_at <= ${q.to} and ${stands}`

export const ownVisits = async (db: Sql, q: VisitsOf): Promise<number> => (await db.get<{ n: number }>(sql`select count(*)::int as n from venue_visit t where ${own(q)}`)).n

export interface SameVenueRow { key: string; apart: number; times: number; theirAt: Instant; ownAt: Instant; name: string | null; phoneMasked: string | null; personId: string | null; householdId: string | null; venueName: string; areaName: string }

/** Whoever gave a telephone and was in the same venue, at once or within so many minutes of each other's stay; nearest first. */
export const listSameVenue = (db: Sql, q: VisitsOf & { minutes: number; after: PageKey | undefined; limit: number }): Promise<SameVenueRow[]> => db.rows(sql`
  with way as materialized (select t.venue_id, t.in_at, ${leftAt} as out_at from venue_visit t where ${own(q)}),
  near as (
    select distinct on (v.id) v.id, v.phone_index, v.in_at, v.name, v.phone_masked, v.venue_id, w.in_at as own_at,
      (greatest(0, date_part('epoch', v.in_at - w.out_at), date_part('epoch', w.in_at - v.out_at)) * 1000)::bigint as ms
    from way w cross join lateral (select t.id, t.phone_index, t.in_at, ${leftAt} as out_at, t.name, t.phone_masked, t.venue_id from venue_visit t
      where t.venue_id = w.venue_id and t.in_at <= w.out_at + make_interval(mins => ${q.minutes}::int) and t.in_at >= w.in_at - interval '1 day' - make_interval(mins => ${q.minutes}::int) and ${stands}) v
    where v.out_at >= w.in_at - make_interval(mins => ${q.minutes}::int) and v.phone_index is not null and v.phone_index <> all(${[...q.phoneIndexes]}) order by v.id, ms, own_at
  ), people as (
    select *, ('venue ' || id) collate "C" as key from (select *, (count(*) over (partition by phone_index))::int as times, row_number() over (partition by phone_index order by ms, in_at, id) as nth from near) n where nth = 1
  )
  select k.key, k.ms as apart, k.times, k.in_at as "theirAt", k.own_at as "ownAt", k.name, k.phone_masked as "phoneMasked", p.id as "personId", p.household_id as "householdId", v.name as "venueName", a.name as "areaName"
  from people k join venue v on v.id = k.venue_id join area a on a.id = v.area_id
    left join lateral (select id, household_id from person p where p.phone_index = k.phone_index and p.state = 'present' order by p.name = k.name desc, p.id limit 1) p on true
  where ${q.after ? sql`(k.ms, k.key) > (${q.after[0]}::bigint, ${q.after[1]}::text)` : sql`true`} order by k.ms, k.key limit ${q.limit}`)
