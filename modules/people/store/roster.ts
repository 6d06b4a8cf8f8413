import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'

/** A person as a roster changes it; numbers already sealed. */
export interface PersonRecord {
  id: string
  householdId: string | null
  areaId: string
  areaPath: string
  name: string
  namePinyin: string
  nameInitials: string
  sex: string
  birthOn: string | null
  nation: string | null
  nationality: string
  documentKind: string
  documentSealed: string | null
  documentIndex: string | null
  documentMasked: string | null
  phoneSealed: string | null
  phoneIndex: string | null
  phoneMasked: string | null
  relation: string | null
  residency: string
  careGroups: string[]
  registeredAddress: string | null
  workplace: string | null
  note: string | null
  state: string
}

const records = (rows: readonly PersonRecord[]) => {
  const col = <K extends keyof PersonRecord>(key: K) => rows.map((r) => r[key])
  return sql`unnest(${col('id')}::uuid[], ${col('householdId')}::uuid[], ${col('areaId')}::uuid[], ${col('areaPath')}::text[],
    ${col('name')}::text[], ${col('namePinyin')}::text[], ${col('nameInitials')}::text[], ${col('sex')}::text[], ${col('birthOn')}::date[], ${col('nation')}::text[],
    ${col('nationality')}::text[], ${col('documentKind')}::text[], ${col('documentSealed')}::text[], ${col('documentIndex')}::text[],
    ${col('documentMasked')}::text[], ${col('phoneSealed')}::text[], ${col('phoneIndex')}::text[], ${col('phoneMasked')}::text[],
    ${col('relation')}::text[], ${col('residency')}::text[], ${rows.map((r) => r.careGroups.join(','))}::text[],
    ${col('registeredAddress')}::text[], ${col('workplace')}::text[], ${col('note')}::text[], ${col('state')}::text[])`
}
const names = sql`(id, household_id, area_id, area_path, name, name_pinyin, name_initials, sex, birth_on, nation, nationality, document_kind,
  document_sealed, document_index, document_masked, phone_sealed, phone_index, phone_masked, relation, residency, care,
  registered_address, workplace, note, state)`

export const updatePersons = (sql_: Sql, rows: readonly PersonRecord[], at: string): Promise<number> =>
  sql_.run(sql`
    update person p set household_id = x.household_id, area_id = x.area_id, area_path = x.area_path, name = x.name,
      name_pinyin = x.name_pinyin, name_initials = x.name_initials, sex = x.sex, birth_on = x.birth_on, nation = x.nation, nationality = x.nationality,
      document_kind = x.document_kind, document_sealed = x.document_sealed, document_index = x.document_index,
      document_masked = x.document_masked, phone_sealed = x.phone_sealed, phone_index = x.phone_index, phone_masked = x.phone_masked,
      relation = x.relation, residency = x.residency, care_groups = string_to_array(x.care, ','),
      registered_address = x.registered_address, workplace = x.workplace, note = x.note, state = x.state,
      home_since = case when p.state = 'movedOut' and x.state = 'present' then ${at}::timestamptz else p.home_since end, version = p.version + 1, updated_at = ${at}
    from ${records(rows)} as x ${names} where p.id = x.id`)

export interface KnownRecord extends PersonRecord {
  version: number
  addressKey: string | null
  address: string | null
}

const knownColumns = sql`p.id, p.household_id as "householdId", p.area_id as "areaId", p.area_path as "areaPath", p.name,
  p.name_pinyin as "namePinyin", p.name_initials as "nameInitials", p.sex, p.birth_on as "birthOn", p.nation, p.nationality, p.document_kind as "documentKind",
  p.document_sealed as "documentSealed", p.document_index as "documentIndex", p.document_masked as "documentMasked",
  p.phone_sealed as "phoneSealed", p.phone_index as "phoneIndex", p.phone_masked as "phoneMasked", p.relation, p.residency,
  p.care_groups as "careGroups", p.registered_address as "registeredAddress", p.workplace, p.note, p.state, p.version,
  h.address_key as "addressKey", h.address`

export const hasOthers = async (sql_: Sql, communityId: string, batchId: string): Promise<boolean> =>
  (await sql_.get<{ others: boolean }>(sql`
    select exists (select from person where community_id = ${communityId} and import_batch_id is distinct from ${batchId})
        or exists (select from household where community_id = ${communityId} and import_batch_id is distinct from ${batchId}) as others`)).others

export const refreshStatistics = (sql_: Sql): Promise<number> => sql_.run(sql`select refresh_statistics()`)

export interface LookedFor {
  ids: string[]
  documentIndexes: string[]
  phoneIndexes: string[]
  names: string[]
  births: string[]
}

/**
 * People of the community who share a number, or a name with a birth date, with the rows at hand; not the batch's own.
 * In two steps: given the ids, the planner takes the index; given the union, it walked the whole table each time.
 */
export async function findLikely(sql_: Sql, communityId: string, batchId: string, wanted: LookedFor): Promise<KnownRecord[]> {
  const found = await sql_.rows<{ id: string }>(sql`
    select id from person where id = any(${wanted.ids}::uuid[])
    union select id from person where document_index = any(${wanted.documentIndexes}::text[])
    union select id from person where phone_index = any(${wanted.phoneIndexes}::text[])
    union select q.id from unnest(${wanted.names}::text[], ${wanted.births}::date[]) as x (n, b) join person q on q.name = x.n and q.birth_on = x.b`)
  if (found.length === 0) return []
  return sql_.rows(sql`
    select ${knownColumns} from person p left join household h on h.id = p.household_id
    where p.id = any(${found.map((row) => row.id)}::uuid[])
      and p.community_id = ${communityId} and p.state <> 'merged' and p.import_batch_id is distinct from ${batchId}`)
}

/** Doors with these keys anywhere below an area: a roster that names no grid still means the household of the grid. */
export const findDoors = (sql_: Sql, range: { lo: string; hi: string }, keys: readonly string[]): Promise<{ id: string; areaId: string; areaPath: string; addressKey: string }[]> =>
  sql_.rows(sql`
    select id, area_id as "areaId", area_path as "areaPath", address_key as "addressKey" from household
    where area_path >= ${range.lo} and area_path < ${range.hi} and address_key = any(${[...keys]}::text[])`)

export const personsById = (sql_: Sql, ids: readonly string[]): Promise<(KnownRecord & { areaName: string })[]> =>
  sql_.rows(sql`
    select ${knownColumns}, a.name as "areaName" from person p join area a on a.id = p.area_id left join household h on h.id = p.household_id
    where p.id = any(${[...ids]}::uuid[])`)

export const lockPersons = (sql_: Sql, ids: readonly string[]): Promise<KnownRecord[]> =>
  sql_.rows(sql`
    select ${knownColumns} from person p left join household h on h.id = p.household_id
    where p.id = any(${[...ids]}::uuid[]) for update of p`)

/** Whole rows as they are, for putting them back. */
export const wholePersons = (sql_: Sql, ids: readonly string[]): Promise<{ id: string; whole: Record<string, unknown> }[]> =>
  sql_.rows(sql`select id, to_jsonb(p.*) as whole from person p where id = any(${[...ids]}::uuid[])`)

/** Puts whole rows back where nobody has changed them since; returns the ids put back. */
export const restorePersons = (
  sql_: Sql, rows: readonly { personId: string; before: Record<string, unknown>; versionAfter: number }[], at: string,
): Promise<{ id: string; areaPath: string; householdId: string | null }[]> =>
  sql_.rows(sql`
    update person p set household_id = b.household_id, area_id = b.area_id, area_path = b.area_path, name = b.name,
      name_pinyin = b.name_pinyin, name_initials = b.name_initials, sex = b.sex, birth_on = b.birth_on, nation = b.nation, nationality = b.nationality,
      document_kind = b.document_kind, document_sealed = b.document_sealed, document_index = b.document_index,
      document_masked = b.document_masked, phone_sealed = b.phone_sealed, phone_index = b.phone_index, phone_masked = b.phone_masked,
      relation = b.relation, residency = b.residency, care_groups = b.care_groups, registered_address = b.registered_address,
      workplace = b.workplace, note = b.note, state = b.state, version = p.version + 1, updated_at = ${at}
    from unnest(${rows.map((r) => r.personId)}::uuid[], ${rows.map((r) => JSON.stringify(r.before))}::jsonb[], ${rows.map((r) => r.versionAfter)}::int[])
      as x (id, whole, version)
    cross join lateral jsonb_populate_record(null::person, x.whole) b
    where p.id = x.id and p.version = x.version
    returning p.id, p.area_path as "areaPath", p.household_id as "householdId"`)

/** People a batch added, so many at a time, locked. */
export const importedPersons = (sql_: Sql, batchId: string, limit: number): Promise<{ id: string; name: string; rowNo: number | null; version: number; householdId: string | null }[]> =>
  sql_.rows(sql`
    select id, name, import_row as "rowNo", version, household_id as "householdId"
    from person where import_batch_id = ${batchId} limit ${limit} for update`)

export const usedIds = async (sql_: Sql, table: 'person' | 'household', ids: readonly string[]): Promise<Set<string>> =>
  new Set((await sql_.rows<{ id: string }>(sql`select in_use(${table}, ${[...ids]}::uuid[]) as id`)).map((row) => row.id))

export async function removePersons(sql_: Sql, persons: readonly { id: string; householdId: string | null }[]): Promise<void> {
  const ids = persons.map((p) => p.id)
  const households = persons.map((p) => p.householdId).filter((id) => id !== null)
  await sql_.run(sql`update household set householder_id = null where id = any(${households}::uuid[]) and householder_id = any(${ids}::uuid[])`)
  await sql_.run(sql`delete from timeline_entry where person_id = any(${ids}::uuid[])`)
  await sql_.run(sql`delete from person where id = any(${ids}::uuid[])`)
}

/** They stay for good: no later undo of this batch may take them. */
export const releasePersons = (sql_: Sql, ids: readonly string[]): Promise<number> =>
  sql_.run(sql`update person set import_batch_id = null where id = any(${[...ids]}::uuid[])`)

/** Doors a batch made that stand empty and were never visited. */
export const emptyImportedHouseholds = (sql_: Sql, batchId: string, limit: number): Promise<{ id: string }[]> =>
  sql_.rows(sql`
    select h.id from household h where h.import_batch_id = ${batchId} and h.visited_at is null
      and not exists (select from person p where p.household_id = h.id) limit ${limit} for update`)

export async function removeHouseholds(sql_: Sql, ids: readonly string[]): Promise<number> {
  await sql_.run(sql`delete from timeline_entry where household_id = any(${[...ids]}::uuid[])`)
  return sql_.run(sql`delete from household where id = any(${[...ids]}::uuid[])`)
}

export const releaseHouseholds = (sql_: Sql, batchId: string, ids?: readonly string[]): Promise<number> =>
  sql_.run(sql`update household set import_batch_id = null where import_batch_id = ${batchId} and (${ids === undefined} or id = any(${[...(ids ?? [])]}::uuid[]))`)

export interface ExportRow {
  id: string
  areaPath: string
  building: string | null
  unit: string | null
  room: string | null
  name: string
  relation: string | null
  documentKind: string
  documentMasked: string | null
  documentSealed: string | null
  sex: string
  birthOn: string | null
  nation: string | null
  nationality: string
  phoneMasked: string | null
  phoneSealed: string | null
  residency: string
  careGroups: string[]
  registeredAddress: string | null
  workplace: string | null
  note: string | null
  householdId: string | null
}

/** People who live at and below an area, in the order of their doors, a page behind a key. */
export const exportPage = (
  sql_: Sql, range: { lo: string; hi: string }, after: { areaPath: string; householdId: string; id: string } | undefined, limit: number,
): Promise<ExportRow[]> =>
  sql_.rows(sql`
    select p.id, p.area_path as "areaPath", h.building, h.unit, h.room, p.name, p.relation, p.document_kind as "documentKind",
      p.document_masked as "documentMasked", p.document_sealed as "documentSealed", p.sex, p.birth_on as "birthOn", p.nation, p.nationality,
      p.phone_masked as "phoneMasked", p.phone_sealed as "phoneSealed", p.residency, p.care_groups as "careGroups",
      p.registered_address as "registeredAddress", p.workplace, p.note, p.household_id as "householdId"
    from person p left join household h on h.id = p.household_id
    where p.area_path >= ${after?.areaPath ?? range.lo} and p.area_path < ${range.hi} and p.state = 'present'
      ${after === undefined ? sql`` : sql`and (p.area_path, coalesce(p.household_id, ${NOBODY}::uuid), p.id) > (${after.areaPath}, ${after.householdId}::uuid, ${after.id}::uuid)`}
    order by p.area_path, coalesce(p.household_id, ${NOBODY}::uuid), p.id limit ${limit}`)

/** Stands for "no household" in keys. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'
