import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Day } from '../../../kernel/dates.ts'
import type { Measure } from '../../policies/contract.ts'

/** What is recorded about the people of a household, for its community health status. */
export const healthFactsOf = (db: Sql, householdId: string): Promise<{ managed: { measure: Measure; endsOn: Day }[]; openLeads: number; toVerify: number; releasedOn: Day | null }> => db.get(sql`
  select coalesce((select json_agg(json_build_object('measure', e.measure, 'endsOn', e.ends_on)) from episode e where e.household_id = ${householdId} and e.state = 'active'), '[]'::json) as managed,
    (select count(*) from lead l join person p on p.id = l.person_id where p.household_id = ${householdId} and l.state in ('open', 'received'))::int as "openLeads",
    (select count(*) from screening s join person p on p.id = s.person_id where p.household_id = ${householdId} and s.state = 'toVerify')::int as "toVerify",
    (select max((e.closed_at at time zone 'Asia/Shanghai')::date) from episode e join person p on p.id = e.person_id where p.household_id = ${householdId} and e.state = 'released') as "releasedOn"`)

export interface Kept { measure: Measure; endsOn: Day; name: string }
/** Who of a household is in quarantine of a kind that stops passes. */
export const keptIn = (db: Sql, householdId: string, measures: readonly string[]): Promise<Kept | undefined> => db.find<Kept>(sql`
  select e.measure, e.ends_on as "endsOn", p.name from episode e join person p on p.id = e.person_id
  where e.household_id = ${householdId} and e.state = 'active' and e.measure = any(${[...measures]}::text[]) order by e.ends_on desc limit 1`)

export interface Home { id: string; areaId: string; areaPath: string; communityId: string; address: string; householderId: string | null; members: number }
const home = sql`select h.id, h.area_id as "areaId", h.area_path as "areaPath", h.community_id as "communityId", coalesce(up.name, '') || a.name || h.address as address, h.householder_id as "householderId",
    (select count(*)::int from person m where m.household_id = h.id and m.state = 'present') as members
  from household h join area a on a.id = h.area_id left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit')`
export const getHome = (db: Sql, householdId: string): Promise<Home> => db.get<Home>(sql`${home} where h.id = ${householdId}`)
/** Locked against a second pass of the same household. */
export const lockHome = (db: Sql, householdId: string) => db.get<{ id: string }>(sql`select id from household where id = ${householdId} for update`)
export const getMember = (db: Sql, personId: string) => db.get<{ personId: string; householdId: string | null; name: string; state: string }>(sql`select id as "personId", household_id as "householdId", name, state from person where id = ${personId} for update`)
/** Whose page a household's link is: the householder's, or the oldest's. */
export const firstMember = (db: Sql, householdId: string) => db.find<{ id: string }>(sql`
  select m.id from person m join household h on h.id = m.household_id where m.household_id = ${householdId} and m.state = 'present' order by h.householder_id = m.id desc nulls last, m.birth_on nulls last, m.id limit 1`)
