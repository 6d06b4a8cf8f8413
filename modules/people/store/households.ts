import sql from 'sql-template-tag'
import type { Instant } from '../../../kernel/dates.ts'
import type { Scope, Sql } from '../../../kernel/ctx.ts'

export interface NewHousehold {
  id: string; areaId: string; areaPath: string; communityId: string; building: string; unit: string; room: string; address: string; addressKey: string
  householderId: string | null
}

/** The households behind these doors that are there already. */
export const findHouseholds = (db: Sql, doors: readonly { areaId: string; addressKey: string }[]): Promise<{ id: string; areaId: string; addressKey: string }[]> =>
  db.rows(sql`select h.id, h.area_id as "areaId", h.address_key as "addressKey"
    from unnest(${doors.map((d) => d.areaId)}::uuid[], ${doors.map((d) => d.addressKey)}::text[]) as d (area_id, address_key)
    join household h on h.area_id = d.area_id and h.address_key = d.address_key`)

export const insertHouseholds = (db: Sql, all: readonly NewHousehold[], batchId: string | null, at: Instant): Promise<number> =>
  db.run(sql`insert into household (id, area_id, area_path, community_id, building, unit, room, address, address_key, householder_id, import_batch_id, created_at, updated_at)
    select h.*, ${batchId}::uuid, ${at}::timestamptz, ${at}::timestamptz from unnest(
      ${all.map((h) => h.id)}::uuid[], ${all.map((h) => h.areaId)}::uuid[], ${all.map((h) => h.areaPath)}::text[], ${all.map((h) => h.communityId)}::uuid[],
      ${all.map((h) => h.building)}::text[], ${all.map((h) => h.unit)}::text[], ${all.map((h) => h.room)}::text[], ${all.map((h) => h.address)}::text[],
      ${all.map((h) => h.addressKey)}::text[], ${all.map((h) => h.householderId)}::uuid[]) as h`)

/** Only where nobody is householder yet. */
export const setHouseholders = (db: Sql, all: readonly { householdId: string; personId: string }[]): Promise<number> =>
  db.run(sql`update household h set householder_id = x.person_id
    from unnest(${all.map((x) => x.householdId)}::uuid[], ${all.map((x) => x.personId)}::uuid[]) as x (household_id, person_id)
    where h.id = x.household_id and h.householder_id is null`)

/** A householder who has moved away is none. */
export const dropHouseholder = (db: Sql, householdId: string, personId: string): Promise<number> =>
  db.run(sql`update household set householder_id = null where id = ${householdId} and householder_id = ${personId}`)

/** A door made by hand where nobody lives, nobody called and nothing refers to: it was a step on the way. */
export const dropEmptyHousehold = (db: Sql, householdId: string): Promise<number> =>
  db.run(sql`delete from household h where h.id = ${householdId} and h.visited_at is null and h.note is null and h.import_batch_id is null
    and not exists (select from person p where p.household_id = h.id) and not exists (select from in_use('household', array[h.id]))`)

/** Areas below a place that have this door, or other doors of the building and unit; two are enough to see that it is not clear. */
export const areasWithDoor = (db: Sql, range: Scope, door: { key: string } | { keyStart: string }): Promise<{ areaId: string; areaPath: string }[]> =>
  db.rows(sql`select distinct area_id as "areaId", area_path as "areaPath" from household
    where area_path >= ${range.lo} and area_path < ${range.hi}
      and ${'key' in door ? sql`address_key = ${door.key}` : sql`address_key >= ${door.keyStart} and address_key < ${`${door.keyStart}\u{10FFFF}`}`} limit 2`)

export const replaceHouseholder = (db: Sql, householdId: string, personId: string, at: Instant): Promise<number> =>
  db.run(sql`update household set householder_id = ${personId}, updated_at = ${at}
    where id = ${householdId} and exists (select from person where id = ${personId} and household_id = ${householdId})`)

/** Answers with when somebody had been there before. */
export const markVisited = (db: Sql, householdId: string, at: Instant): Promise<{ areaPath: string; former: Instant | null }> =>
  db.get(sql`update household h set visited_at = ${at}, updated_at = ${at} from (select id, visited_at from household where id = ${householdId} for update) was
    where h.id = was.id returning h.area_path as "areaPath", was.visited_at as former`)

export interface OwnVisit { id: string; at: Instant; areaPath: string; former: Instant | null; undone: boolean }
/** The latest visit somebody recorded at this door, as its entry in the timeline says. */
export const lastVisitBy = (db: Sql, householdId: string, accountId: string): Promise<OwnVisit | undefined> => db.find<OwnVisit>(sql`
  select t.id, t.at, t.area_path as "areaPath", (t.params ->> 'former')::timestamptz as former,
    exists (select from timeline_entry u where u.household_id = t.household_id and u.kind = 'people.visitTakenBack' and u.params ->> 'of' = t.id::text) as undone
  from timeline_entry t where t.household_id = ${householdId} and t.kind = 'people.visited' and t.account_id = ${accountId} order by t.at desc, t.id desc limit 1`)

/** Only where nobody has been there since. */
export const unvisit = (db: Sql, householdId: string, { at, former }: Pick<OwnVisit, 'at' | 'former'>): Promise<number> =>
  db.run(sql`update household set visited_at = ${former} where id = ${householdId} and visited_at = ${at}`)
