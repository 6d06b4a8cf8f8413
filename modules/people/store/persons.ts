import sql, { join, raw, type Sql as Statement } from 'sql-template-tag'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Sql } from '../../../kernel/ctx.ts'

/** A person as stored; numbers sealed. */
export interface NewPerson {
  id: string; householdId: string; areaId: string; areaPath: string; communityId: string; name: string; namePinyin: string; nameInitials: string; sex: string; birthOn: string | null
  nation: string | null; nationality: string; documentKind: string; documentSealed: string | null; documentIndex: string | null; documentMasked: string | null
  phoneSealed: string | null; phoneIndex: string | null; phoneMasked: string | null; relation: string | null; residency: string; careGroups: string[]
  registeredCode: string | null; registeredAddress: string | null; workplace: string | null; note: string | null; importRow: number | null
}

const COLUMNS = {
  id: 'uuid', householdId: 'uuid', areaId: 'uuid', areaPath: 'text', communityId: 'uuid', name: 'text', namePinyin: 'text', nameInitials: 'text', sex: 'text', birthOn: 'date',
  nation: 'text', nationality: 'text', documentKind: 'text', documentSealed: 'text', documentIndex: 'text', documentMasked: 'text', phoneSealed: 'text',
  phoneIndex: 'text', phoneMasked: 'text', relation: 'text', residency: 'text', careGroups: 'text', registeredCode: 'text', registeredAddress: 'text',
  workplace: 'text', note: 'text', importRow: 'int',
} as const satisfies Record<keyof NewPerson, string>
type Column = keyof typeof COLUMNS
const snake = (name: string) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)
const names = Object.keys(COLUMNS) as Column[]

/** One statement for any number of persons; care groups travel as 'a,b' since arrays of arrays must be rectangular. */
export async function insertPersons(db: Sql, all: readonly NewPerson[], batchId: string | null, at: Instant): Promise<number> {
  const arrays: Statement[] = names.map((name) => {
    const values = all.map((p) => (name === 'careGroups' ? p.careGroups.join(',') : p[name]))
    return sql`${values}::${raw(COLUMNS[name])}[]`
  })
  const selected = names.map((name) => (name === 'careGroups' ? "string_to_array(nullif(care_groups, ''), ',')" : snake(name)))
  return db.run(sql`insert into person (${raw(names.map(snake).join(', '))}, import_batch_id, created_at, updated_at)
    select ${raw(selected.map((s) => (s.startsWith('string') ? `coalesce(${s}, '{}')` : s)).join(', '))}, ${batchId}::uuid, ${at}::timestamptz, ${at}::timestamptz
    from unnest(${join(arrays)}) as p (${raw(names.map(snake).join(', '))})`)
}

/** What may change on a record by hand; column by column. */
export type PersonChanges = Partial<Omit<NewPerson, 'id' | 'householdId' | 'areaId' | 'areaPath' | 'communityId' | 'importRow'>>

export function updatePerson(db: Sql, personId: string, version: number, changes: PersonChanges, at: Instant): Promise<{ version: number } | undefined> {
  const sets = Object.entries(changes).map(([name, value]) => sql`${raw(snake(name))} = ${value}`)
  return db.find(sql`update person set ${join([...sets, sql`version = version + 1`, sql`updated_at = ${at}`])}
    where id = ${personId} and version = ${version} returning version`)
}

/** Who changed the record last, where the timeline knows: an import leaves its name on the batch only. */
export const findLastChange = (db: Sql, personId: string): Promise<{ actorName: string | null } | undefined> => db.find(sql`
  select t.actor_name as "actorName" from person p join timeline_entry t on t.person_id = p.id and t.at = p.updated_at
  where p.id = ${personId} and t.actor_name is not null limit 1`)

export const setState = (db: Sql, personId: string, from: string, to: string, at: Instant): Promise<{ areaPath: string; householdId: string | null } | undefined> =>
  db.find(sql`update person set state = ${to}, home_since = case when ${to} = 'present' then ${at}::timestamptz else home_since end, version = version + 1, updated_at = ${at} where id = ${personId} and state = ${from}
    returning area_path as "areaPath", household_id as "householdId"`)

/** 曾住处: they lived where their record (or `as`, another record of theirs) says until now; nothing where it says they had moved out. Before the record changes. */
export const leaveHome = (db: Sql, personId: string, at: Instant, as = personId): Promise<number> => db.run(sql`
  insert into former_home (person_id, household_id, area_path, since, until) select ${personId}::uuid, household_id, area_path, coalesce(home_since, '-infinity'), ${at}::timestamptz from person where id = ${as} and state <> 'movedOut' and household_id is not null on conflict do nothing`)

/** Former stays that ended before then go, but for what is frozen with its event or kept by a review, as the passages they are kept for. */
export const dropStays = (db: Sql, before: Instant, today: Day): Promise<number> => db.run(sql`
  delete from former_home t where t.until < ${before} and not exists (select from frozen_area f where f.what = 'all' and t.area_path >= f.area_path and t.area_path < f.area_end)
    and not exists (select from privacy_review r where r.kind in ('passages', 'formerHomes') and r.decision = 'keep' and (r.keep_until is null or r.keep_until >= ${today}) and starts_with(t.area_path, r.area_path))`)

export const setHome = (db: Sql, personId: string, to: { householdId: string; areaId: string; areaPath: string; communityId: string; relation: string | null }, at: Instant): Promise<number> =>
  db.run(sql`update person set household_id = ${to.householdId}, area_id = ${to.areaId}, area_path = ${to.areaPath}, community_id = ${to.communityId}, relation = ${to.relation},
    home_since = case when state = 'movedOut' or household_id is distinct from ${to.householdId}::uuid then ${at}::timestamptz else home_since end, state = 'present', version = version + 1, updated_at = ${at} where id = ${personId}`)

export interface StoredPerson {
  id: string; name: string; areaId: string; areaPath: string; communityId: string; householdId: string | null; documentKind: string; documentSealed: string | null
  documentIndex: string | null; phoneSealed: string | null; version: number; state: string; updatedAt: Instant; address: string
}
export const getPerson = (db: Sql, personId: string): Promise<StoredPerson> => db.get<StoredPerson>(sql`
  select p.id, p.name, p.area_id as "areaId", p.area_path as "areaPath", p.community_id as "communityId", p.household_id as "householdId",
         p.document_kind as "documentKind", p.document_sealed as "documentSealed", p.document_index as "documentIndex", p.phone_sealed as "phoneSealed",
         p.version, p.state, p.updated_at as "updatedAt", a.name || coalesce(h.address, '') as address
  from person p join area a on a.id = p.area_id left join household h on h.id = p.household_id where p.id = ${personId}`)

/** People with one of these indexes, within the territory; the document is the stronger sign. */
export const personExists = async (db: Sql, personId: string): Promise<boolean> =>
  (await db.find(sql`select 1 from person where id = ${personId}::uuid`)) !== undefined

export const findByIndexes = (db: Sql, documentIndexes: readonly string[], phoneIndexes: readonly string[]): Promise<{
  id: string; name: string; areaId: string; areaPath: string; communityId: string; householdId: string | null; documentIndex: string | null; phoneIndex: string | null; birthOn: string | null
}[]> => db.rows(sql`
  select id, name, area_id as "areaId", area_path as "areaPath", community_id as "communityId", household_id as "householdId",
         document_index as "documentIndex", phone_index as "phoneIndex", birth_on as "birthOn"
  from person where state <> 'merged' and (document_index = any(${documentIndexes}::text[]) or phone_index = any(${phoneIndexes}::text[]))`)

export interface NewTimelineEntry {
  id: string; areaPath: string; personId: string | null; householdId: string | null; episodeId: string | null; at: Instant; kind: string
  params: Record<string, unknown>; channel: string | null; accountId: string | null; actorName: string | null
}
export const insertTimeline = (db: Sql, all: readonly NewTimelineEntry[]): Promise<number> => db.run(sql`
  insert into timeline_entry (id, area_path, person_id, household_id, episode_id, at, kind, params, channel, account_id, actor_name)
  select * from unnest(${all.map((e) => e.id)}::uuid[], ${all.map((e) => e.areaPath)}::text[], ${all.map((e) => e.personId)}::uuid[],
    ${all.map((e) => e.householdId)}::uuid[], ${all.map((e) => e.episodeId)}::uuid[], ${all.map((e) => e.at)}::timestamptz[], ${all.map((e) => e.kind)}::text[],
    ${all.map((e) => JSON.stringify(e.params))}::jsonb[], ${all.map((e) => e.channel)}::text[], ${all.map((e) => e.accountId)}::uuid[], ${all.map((e) => e.actorName)}::text[])`)
