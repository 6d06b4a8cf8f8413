import sql, { type Sql as Part } from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import { addMinutes, type Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import type { Direction, SubjectKind } from '../contract.ts'

/** A household, or a person: then of the households they lived in, each for as long as they did, what is theirs or nobody's in particular. */
export type Whose = { householdId: string; personId: null } | { personId: string }
export interface Window { from: Instant; to: Instant }

/** Stays at one door may overlap where two records were put together: nothing is read twice for it. */
const livedIn = (personId: string): Part => sql`(
  select household_id, lower(stay) as since, upper(stay) as until from (
    select household_id, unnest(range_agg(tstzrange(least(since, until), until))) as stay from (
      select household_id, since, until from former_home where person_id = ${personId}::uuid
      union all select household_id, coalesce(home_since, '-infinity'), 'infinity' from person where id = ${personId}::uuid and state <> 'movedOut' and household_id is not null) h group by household_id) s)`
const own = (w: Whose & Window): Part => sql`${w.personId === null ? sql`passage_event e where e.household_id = ${w.householdId}::uuid`
  : sql`${livedIn(w.personId)} l join passage_event e on e.household_id = l.household_id and e.at >= l.since and e.at < l.until where (e.person_id is null or e.person_id = ${w.personId}::uuid)`}
  and e.at >= ${w.from} and e.at <= ${w.to} and e.taken_back_at is null`

export const ownPassages = (db: Sql, w: Whose & Window): Promise<{ passages: number; gates: number }> => db.get(sql`
  select count(*)::int as passages, count(distinct gate_id)::int as gates from ${own(w)}`)

export interface SamePlaceRow {
  key: string; apart: number; times: number; theirAt: Instant; ownAt: Instant; direction: Direction; subject: SubjectKind; householdId: string | null; personId: string | null; personName: string | null; householder: string | null
  address: string | null; toldName: string | null; toldPlace: string | null; plate: string | null; placeName: string; areaName: string; eventId: string
}

/**
 * Whoever passed a gate within so many minutes of these passages, nearest first. Around each own passage lies a stretch of time that ends
 * half-way to the next at the same gate, so that every other passage is read once, beside the one it is nearest to; of their rows only
 * the key of the table is read (migration 0071), names only for the page. Stretch by stretch (`offset 0`), and along the key: of a small territory
 * the planner would else gather all rows for each stretch anew.
 */
export const listSamePlace = (db: Sql, q: Whose & Window & { minutes: number; after: PageKey | undefined; limit: number }): Promise<SamePlaceRow[]> => db.rows(sql`
  with way as materialized (
    select gate_id, at, e.household_id as home, row_number() over (order by at) as n,
      greatest(at - make_interval(mins => ${q.minutes}::int), lag(at) over gate + (at - lag(at) over gate) / 2 + interval '1 microsecond') as lo,
      least(at + make_interval(mins => ${q.minutes}::int), at + (lead(at) over gate - at) / 2) as hi
    from ${own(q)} window gate as (partition by gate_id order by at, id)
  ), near as (
    select household_id, case when household_id is null then subject_key end as told, count(*)::int as times,
      min(array[abs(date_part('epoch', e.at - w.at)), w.n, date_part('epoch', e.at - w.at)]) as nearest
    from way w cross join lateral (select household_id, subject_key, at from passage_event e where e.gate_id = w.gate_id and e.at >= w.lo and e.at <= w.hi and e.at >= ${addMinutes(q.from, -q.minutes)} and e.at <= ${addMinutes(q.to, q.minutes)}
      and e.household_id is distinct from w.home and e.taken_back_at is null offset 0) e group by 1, 2
  ), page as (
    select * from (select coalesce('household ' || household_id, told) collate "C" as key, (nearest[1] * 1000)::bigint as ms, * from near) k
    where ${q.after ? sql`(ms, key) > (${q.after[0]}::bigint, ${q.after[1]}::text)` : sql`true`} order by ms, key limit ${q.limit}
  )
  select k.key, k.ms as apart, k.times, w.at as "ownAt", x.at as "theirAt", x.direction, x.subject, k.household_id as "householdId", x.person_id as "personId", p.name as "personName",
    coalesce(hh.name, (select m.name from person m where m.household_id = k.household_id and m.state = 'present' order by m.birth_on nulls last, m.id limit 1)) as householder,
    coalesce(up.name, a.name) || h.address as address, x.told_name as "toldName", x.told_place as "toldPlace", x.plate, g.name as "placeName", ga.name as "areaName", x.id as "eventId"
  from page k join way w on w.n = k.nearest[2]
    cross join lateral (select * from passage_event e where e.gate_id = w.gate_id and e.at = w.at + make_interval(secs => k.nearest[3])
      and (e.household_id = k.household_id or k.household_id is null and e.subject_key = k.told) order by e.id limit 1) x
    join gate g on g.id = w.gate_id join area ga on ga.id = g.area_id left join household h on h.id = k.household_id left join area a on a.id = h.area_id left join area up on up.id = a.parent_id and a.level = 'grid'
    left join person p on p.id = x.person_id left join person hh on hh.id = h.householder_id
  order by k.ms, k.key`)

export const wayOfPerson = (db: Sql, personId: string): Promise<{ householdId: string | null; who: string; address: string | null; phoneIndexes: string[] }> => db.get(sql`
  select p.household_id as "householdId", p.name as who, coalesce(up.name, a.name) || h.address as address, case when p.phone_index is null then '{}' else array[p.phone_index] end as "phoneIndexes"
  from person p left join household h on h.id = p.household_id left join area a on a.id = h.area_id left join area up on up.id = a.parent_id and a.level = 'grid' where p.id = ${personId}`)
export const wayOfHousehold = (db: Sql, householdId: string): Promise<{ householdId: string; who: string; address: string; phoneIndexes: string[] }> => db.get(sql`
  select h.id as "householdId", coalesce(hh.name, (select m.name from person m where m.household_id = h.id and m.state = 'present' order by m.birth_on nulls last, m.id limit 1), '') as who, coalesce(up.name, a.name) || h.address as address,
    array(select distinct m.phone_index from person m where m.household_id = h.id and m.state = 'present' and m.phone_index is not null) as "phoneIndexes"
  from household h join area a on a.id = h.area_id left join area up on up.id = a.parent_id and a.level = 'grid' left join person hh on hh.id = h.householder_id where h.id = ${householdId}`)
