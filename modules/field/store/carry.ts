import sql, { raw, type Sql as Statement } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import { addDays, instantAt, type Day } from '../../../kernel/dates.ts'
import { firstOf } from '../../../kernel/first-of.ts'
import type { CarriedDoor, CarriedPerson } from '../contract.ts'

const door = raw(`coalesce(up.name, a.name, '') as place, coalesce(h.building, '') as building, coalesce(h.unit, '') as unit, coalesce(h.room, '') as room`)
const where = sql`left join area a on a.id = ${firstOf(sql`h.area_id`, sql`e.area_id`)} left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit')`
const window = raw(`to_char(d.opens_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
const closes = raw(`to_char(d.closes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
const dueAt = raw(`to_char(v.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

interface Asked { today: Day; visitor: string; visitedOnly: boolean }

/** Who is managed, with what is due of today: windows, visits, the last reading. Sets joined once, for a community has hundreds. */
export const peopleCarried = (db: Sql, { today, visitor, visitedOnly }: Asked): Promise<CarriedPerson[]> => db.rows<CarriedPerson>(sql`
  with v as materialized (${visitsOf(today, visitor)}),
  d as materialized (select d.episode_id, jsonb_agg(jsonb_build_object('window', d.check_window, 'opensAt', ${window}, 'closesAt', ${closes}, 'state', d.state) order by d.opens_at) as windows
    from check_due d where d.due_on = ${today} group by 1),
  l as materialized (select distinct episode_id from lead where state <> 'closed' and episode_id is not null)
  select e.id::text as key, e.id as "episodeId", p.id as "personId", h.id as "householdId", p.name, p.sex, p.birth_on as "birthOn", p.phone_masked as "phoneMasked", ${door}, e.measure, e.anchor_on as "anchorOn", e.ends_on as "endsOn",
    coalesce(d.windows, '[]') as windows, coalesce(v.visits, '[]') as visits, l.episode_id is not null as lead,
    (select jsonb_build_object('temperature', c.temperature, 'takenAt', to_char(c.taken_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) from health_check c where c.episode_id = e.id order by c.taken_at desc limit 1) as last
  from episode e join person p on p.id = e.person_id left join household h on h.id = p.household_id ${where}
    left join v on v.episode_id = e.id left join d on d.episode_id = e.id left join l on l.episode_id = e.id
  where e.state = 'active' and (not ${visitedOnly}::boolean or v.visits is not null) order by e.id`)

const visitsOf = (today: Day, visitor: string): Statement => sql`
  select v.episode_id, jsonb_agg(jsonb_build_object('visitId', v.id, 'purpose', v.purpose, 'dueAt', ${dueAt}, 'need', v.need, 'tried', coalesce(v.result = 'nobodyHome', false)) order by v.due_at) as visits
  from visit v where v.state = 'owed' and v.visitor = ${visitor} and v.due_at >= ${instantAt(today, '00:00')} and v.due_at < ${instantAt(addDays(today, 1), '00:00')} and v.episode_id is not null group by 1`

/** 物业: what is to be brought to which door; of the people nothing but the name. */
export const deliveriesCarried = (db: Sql, { today, visitor }: Asked): Promise<CarriedPerson[]> => db.rows<CarriedPerson>(sql`
  select coalesce(v.episode_id, v.household_id)::text as key, v.episode_id as "episodeId", null::uuid as "personId", h.id as "householdId", coalesce(p.name, '') as name, '0' as sex, null::date as "birthOn", null::text as "phoneMasked",
    ${door}, null::text as measure, null::date as "anchorOn", null::date as "endsOn", '[]'::jsonb as windows, null::jsonb as last, false as lead,
    jsonb_agg(jsonb_build_object('visitId', v.id, 'purpose', v.purpose, 'dueAt', ${dueAt}, 'need', v.need, 'tried', coalesce(v.result = 'nobodyHome', false)) order by v.due_at) as visits
  from visit v left join episode e on e.id = v.episode_id left join person p on p.id = e.person_id left join household h on h.id = ${firstOf(sql`v.household_id`, sql`p.household_id`)} ${where}
  where v.state = 'owed' and v.visitor = ${visitor} and v.due_at >= ${instantAt(today, '00:00')} and v.due_at < ${instantAt(addDays(today, 1), '00:00')}
  group by v.episode_id, v.household_id, h.id, p.name, up.name, a.name, h.building, h.unit, h.room order by 1`)

/** 一户一门 of the caller’s territory, with who is registered there. */
export const doorsCarried = (db: Sql, scope: Scope): Promise<CarriedDoor[]> => db.rows<CarriedDoor>(sql`
  with who as materialized (
    select p.household_id, jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'sex', p.sex, 'birthOn', p.birth_on::text) order by p.birth_on, p.id) as people
    from person p where p.area_path >= ${scope.lo} and p.area_path < ${scope.hi} and p.state = 'present' and p.household_id is not null group by 1)
  select h.id as "householdId", coalesce(up.name, a.name) as place, h.building, h.unit, h.room, coalesce(who.people, '[]') as people
  from household h join area a on a.id = h.area_id left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit') left join who on who.household_id = h.id
  where h.area_path >= ${scope.lo} and h.area_path < ${scope.hi} order by h.id`)

/** Where somebody may be said to stay: the compounds and village groups of the territory, or it itself. */
export const placesCarried = (db: Sql, areaId: string): Promise<{ areaId: string; name: string }[]> => db.rows(sql`
  select id as "areaId", name from area where state = 'open' and (level in ('compound', 'villageGroup') or id = ${areaId}) order by area_path limit 200`)

/** Known only where the community itself is within the territory. */
export const officePhoneOf = async (db: Sql, communityId: string): Promise<string | null> => (await db.find<{ phone: string | null }>(sql`select office_phone as phone from area where id = ${communityId}`))?.phone ?? null
