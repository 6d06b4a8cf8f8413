import sql from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { CoverKind } from '../contract.ts'

export interface HomeRow {
  householdId: string; areaId: string; areaName: string; door: string; since: Instant
  taken: { personId: string; name: string; where: 'centralQuarantine' | 'hospital' }[]; left: { personId: string; name: string; birthOn: Day | null; groups: string[] }[]
}
export interface Asked { today: Day; adultAge: number; hospitalSince: Instant }
/**
 * 没人照料的: of a household somebody is in central quarantine or hospital, and only minors or people of care groups are left at home; until it was said
 * who cares for them, after the last of them was taken. Whoever is registered here and lives elsewhere (户籍在外) cares for nobody and needs nobody here.
 */
export const uncaredHomes = (db: Sql, { lo, hi }: Scope, { today, adultAge, hospitalSince }: Asked): Promise<HomeRow[]> => db.rows(sql`
  with taken as materialized (
    select p.household_id, p.id as person_id, p.name, case when e.state = 'hospital' then 'hospital' else 'centralQuarantine' end as place,
      case when e.state = 'hospital' then e.closed_at else greatest(e.opened_at, (select max(x.at) from episode_change x where x.episode_id = e.id and x.kind = 'measureChanged' and x.after ->> 'measure' = 'centralQuarantine')) end as at
    from episode e join person p on p.id = e.person_id and p.state = 'present' and p.household_id is not null
    where e.area_path >= ${lo} and e.area_path < ${hi} and ((e.state = 'active' and e.measure = 'centralQuarantine')
      or (e.state = 'hospital' and e.closed_at >= ${hospitalSince} and not exists (select from episode n where n.person_id = e.person_id and n.opened_at > e.opened_at)))),
  homes as materialized (select household_id, max(at) as at, jsonb_agg(jsonb_build_object('personId', person_id, 'name', name, 'where', place) order by at) as taken from taken group by 1),
  stay as (
    select p.household_id, p.id, p.name, p.birth_on, p.care_groups, coalesce(p.birth_on > (${today}::date - make_interval(years => ${adultAge}::int))::date, false) or p.care_groups <> '{}' as weak
    from homes t join person p on p.household_id = t.household_id and p.state = 'present' and p.residency <> 'registeredAway' where not exists (select from taken x where x.person_id = p.id)),
  weak as (
    select household_id, jsonb_agg(jsonb_build_object('personId', id, 'name', name, 'birthOn', birth_on, 'groups', care_groups) order by birth_on desc nulls last, id) as people from stay group by 1 having bool_and(weak))
  select h.id as "householdId", h.area_id as "areaId", coalesce(up.name, '') || a.name as "areaName", h.address as door, to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since, t.taken, w.people as "left"
  from weak w join homes t using (household_id) join household h on h.id = w.household_id join area a on a.id = h.area_id left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit')
  where not exists (select from care_cover k where k.household_id = h.id and k.undone_at is null and k.at >= t.at) order by t.at, h.id limit 200`)

export interface NewCover { coverId: string; householdId: string; areaPath: string; at: Instant; kind: CoverKind; name: string | null; phoneSealed: string | null; phoneMasked: string | null; note: string | null; by: string | null; byName: string | null }
export const insertCover = (db: Sql, c: NewCover): Promise<number> => db.run(sql`
  insert into care_cover (id, household_id, area_path, at, kind, carer_name, carer_phone_sealed, carer_phone_masked, note, account_id, actor_name)
  values (${c.coverId}, ${c.householdId}, ${c.areaPath}, ${c.at}, ${c.kind}, ${c.name}, ${c.phoneSealed}, ${c.phoneMasked}, ${c.note}, ${c.by}, ${c.byName})`)
export const getCover = (db: Sql, coverId: string): Promise<{ at: Instant; accountId: string | null; undone: boolean }> => db.get(sql`select at, account_id as "accountId", undone_at is not null as undone from care_cover where id = ${coverId} for update`)
export const undoCover = (db: Sql, coverId: string, at: Instant): Promise<number> => db.run(sql`update care_cover set undone_at = ${at} where id = ${coverId}`)
export const homePath = async (db: Sql, householdId: string): Promise<string> => (await db.get<{ areaPath: string }>(sql`select area_path as "areaPath" from household where id = ${householdId}`)).areaPath
