import sql, { join, raw } from 'sql-template-tag'
import type { Instant } from '../../../kernel/dates.ts'
import type { Scope, Sql } from '../../../kernel/ctx.ts'

export interface DoubleRow {
  id: string; oneId: string; otherId: string; score: number; reasons: string[]; state: 'open' | 'different' | 'merged'
  foundAt: Instant; decidedAt: Instant | null; deciderName: string | null
}
const columns = sql`d.id, d.one_id as "oneId", d.other_id as "otherId", d.score, d.reasons, d.state, d.found_at as "foundAt", d.decided_at as "decidedAt", d.decider_name as "deciderName"`

/** Pairs of which both records are still there; an undone import may have taken one. */
export const listDoubles = (db: Sql, f: { range: Scope; state: string; after: (string | number | null)[] | undefined; limit: number }): Promise<DoubleRow[]> => db.rows<DoubleRow>(sql`
  select ${columns} from person_double d join person a on a.id = d.one_id join person b on b.id = d.other_id
  where d.area_path >= ${f.range.lo} and d.area_path < ${f.range.hi} and d.state = ${f.state} and ${f.state === 'open' ? sql`a.state <> 'merged' and b.state <> 'merged'` : sql`true`}
    ${f.after ? sql`and (-d.score, d.id) > (${f.after[0]}, ${f.after[1]}::uuid)` : sql``}
  order by -d.score, d.id limit ${f.limit + 1}`)

export const countDoubles = async (db: Sql, range: Scope): Promise<{ open: number; different: number; merged: number }> => db.get(sql`
  select count(*) filter (where d.state = 'open' and a.state <> 'merged' and b.state <> 'merged') as open, count(*) filter (where d.state = 'different') as different,
         count(*) filter (where d.state = 'merged') as merged
  from person_double d join person a on a.id = d.one_id join person b on b.id = d.other_id where d.area_path >= ${range.lo} and d.area_path < ${range.hi}`)

export interface PossiblePair { one: PairSide; other: PairSide; path: string }
export interface PairSide { id: string; name: string; namePinyin: string; documentIndex: string | null; phoneIndex: string | null; birthOn: string | null; householdId: string | null; addressKey: string | null }

/** What two records may share, the surest first; each is looked up by its own index. */
export const doubleSigns = [
  'b.document_index = a.document_index', 'b.phone_index = a.phone_index and b.name = a.name',
  'b.name = a.name and b.birth_on = a.birth_on and (a.document_index is null or b.document_index is null)',
  'b.household_id = a.household_id and b.name_pinyin = a.name_pinyin',
] as const

/**
 * Pairs that share one of the signs and were not found before. Each is looked up among the found by its index: where many were found since
 * the database last counted its rows, it would read them all for every pair.
 */
export const possiblePairs = (db: Sql, sign: (typeof doubleSigns)[number], of: { personId: string } | undefined, most: number): Promise<PossiblePair[]> => {
  const side = (t: 'a' | 'b') => raw(`jsonb_build_object('id', ${t}.id, 'name', ${t}.name, 'namePinyin', ${t}.name_pinyin, 'documentIndex', ${t}.document_index, 'phoneIndex', ${t}.phone_index,
    'birthOn', ${t}.birth_on, 'householdId', ${t}.household_id, 'addressKey', (select address_key from household h where h.id = ${t}.household_id))`)
  return db.rows<PossiblePair>(sql`
    select ${side('a')} as one, ${side('b')} as other, path_above(a.area_path, b.area_path) as path
    from (select distinct least(a.id, b.id) as one, greatest(a.id, b.id) as other from person a join person b on ${raw(sign)} and ${of ? sql`b.id <> a.id` : sql`a.id < b.id`}
          where a.state <> 'merged' and b.state <> 'merged' ${of ? sql`and a.id = ${of.personId}` : sql``}) p
    join person a on a.id = p.one join person b on b.id = p.other
    where (select d.id from person_double d where d.one_id = p.one and d.other_id = p.other) is null limit ${most}`)
}

export const insertDoubles = (db: Sql, all: readonly { id: string; path: string; oneId: string; otherId: string; score: number; reasons: readonly string[] }[], at: Instant): Promise<number> => db.run(sql`
  insert into person_double (id, area_path, one_id, other_id, score, reasons, found_at)
  select id, path, one_id, other_id, score, string_to_array(reasons, ','), ${at}::timestamptz from unnest(${all.map((d) => d.id)}::uuid[], ${all.map((d) => d.path)}::text[], ${all.map((d) => d.oneId)}::uuid[],
    ${all.map((d) => d.otherId)}::uuid[], ${all.map((d) => d.score)}::int[], ${all.map((d) => d.reasons.join(','))}::text[]) as x (id, path, one_id, other_id, score, reasons)
  on conflict (one_id, other_id) do nothing`)

/** What was decided of a pair, which need not have been proposed. */
export const decidePair = (db: Sql, d: { id: string; oneId: string; otherId: string; state: string; by: string | null; byName: string | null }, at: Instant): Promise<{ id: string }> => db.get(sql`
  insert into person_double (id, area_path, one_id, other_id, state, found_at, decided_at, decided_by, decider_name)
  select ${d.id}::uuid, path_above(a.area_path, b.area_path), a.id, b.id, ${d.state}, ${at}::timestamptz, ${at}::timestamptz, ${d.by}::uuid, ${d.byName}
  from person a, person b where a.id = least(${d.oneId}::uuid, ${d.otherId}::uuid) and b.id = greatest(${d.oneId}::uuid, ${d.otherId}::uuid)
  on conflict (one_id, other_id) do update set state = excluded.state, decided_at = excluded.decided_at, decided_by = excluded.decided_by, decider_name = excluded.decider_name
  returning id`)

/** Pairs among these people of whom somebody said that they are two. */
export const differentPairs = (db: Sql, ids: readonly string[]): Promise<{ oneId: string; otherId: string }[]> => db.rows(sql`
  select one_id as "oneId", other_id as "otherId" from person_double where state = 'different' and one_id = any(${[...ids]}::uuid[]) and other_id = any(${[...ids]}::uuid[])`)

/** The same of many pairs at once. */
export const saveDifferent = (db: Sql, all: readonly { id: string; oneId: string; otherId: string }[], by: { id: string | null; name: string | null }, at: Instant): Promise<number> => db.run(sql`
  insert into person_double (id, area_path, one_id, other_id, state, found_at, decided_at, decided_by, decider_name)
  select x.id, path_above(a.area_path, b.area_path), a.id, b.id, 'different', ${at}::timestamptz, ${at}::timestamptz, ${by.id}::uuid, ${by.name}
  from unnest(${all.map((d) => d.id)}::uuid[], ${all.map((d) => d.oneId)}::uuid[], ${all.map((d) => d.otherId)}::uuid[]) as x (id, one_id, other_id)
  join person a on a.id = least(x.one_id, x.other_id) join person b on b.id = greatest(x.one_id, x.other_id)
  on conflict (one_id, other_id) do update set state = excluded.state, decided_at = excluded.decided_at, decided_by = excluded.decided_by, decider_name = excluded.decider_name`)

export interface Whole { id: string; whole: Record<string, unknown>; areaPath: string; state: string; version: number }
export const lockWhole = (db: Sql, ids: readonly string[]): Promise<Whole[]> => db.rows<Whole>(sql`
  select id, to_jsonb(p.*) as whole, area_path as "areaPath", state, version from person p where id = any(${[...ids]}::uuid[]) order by id for update`)

export const belongings = (db: Sql, personId: string): Promise<{ table: string; n: number }[]> => db.rows(sql`select "table", n from person_belongings(${personId}) order by n desc, 1`)

/** Writes a record as given; its version and time of change go on. */
export const writeWhole = (db: Sql, personId: string, whole: Readonly<Record<string, unknown>>, at: Instant): Promise<number> => db.run(sql`
  update person p set household_id = b.household_id, area_id = b.area_id, area_path = b.area_path, community_id = b.community_id, name = b.name, name_pinyin = b.name_pinyin,
    name_initials = b.name_initials, sex = b.sex, birth_on = b.birth_on, nation = b.nation, nationality = b.nationality, document_kind = b.document_kind, document_sealed = b.document_sealed,
    document_index = b.document_index, document_masked = b.document_masked, phone_sealed = b.phone_sealed, phone_index = b.phone_index, phone_masked = b.phone_masked, relation = b.relation,
    residency = b.residency, care_groups = b.care_groups, registered_code = b.registered_code, registered_address = b.registered_address, workplace = b.workplace, note = b.note, state = b.state,
    home_since = b.home_since, version = p.version + 1, updated_at = ${at}
  from jsonb_populate_record(null::person, ${JSON.stringify(whole)}::jsonb) b where p.id = ${personId}`)

/** The stay that a merge ended. */
export const dropStay = (db: Sql, keptId: string, mergedAt: Instant): Promise<number> => db.run(sql`delete from former_home where person_id = ${keptId} and until = ${mergedAt}`)

export const activeEpisodes = (db: Sql, ids: readonly string[]): Promise<{ personId: string; measure: string }[]> => db.rows(sql`
  select person_id as "personId", measure from episode where state = 'active' and person_id = any(${[...ids]}::uuid[])`)

export const moveBelongings = async (db: Sql, goneId: string, keptId: string): Promise<unknown[]> =>
  (await db.get<{ moved: unknown[] }>(sql`select move_belongings(${goneId}, ${keptId}) as moved`)).moved
export const returnBelongings = async (db: Sql, moved: unknown, keptId: string, goneId: string): Promise<number> =>
  (await db.get<{ n: number }>(sql`select return_belongings(${JSON.stringify(moved)}::jsonb, ${keptId}, ${goneId}) as n`)).n

export interface Head { id: string; before: string; after: string | null }
/** A household keeps its householder where that one lives there still, else it has none. */
export const settleHeads = (db: Sql, keptId: string, goneId: string): Promise<Head[]> => db.rows<Head>(sql`
  with was as (select h.id, h.householder_id as before from household h where h.householder_id in (${keptId}, ${goneId}) for update)
  update household h set householder_id = case when h.id = (select household_id from person where id = ${keptId}) then ${keptId}::uuid end
  from was where was.id = h.id returning h.id, was.before, h.householder_id as after`)
export const restoreHeads = (db: Sql, heads: readonly Head[]): Promise<number> => db.run(sql`
  update household h set householder_id = x.before from unnest(${heads.map((h) => h.id)}::uuid[], ${heads.map((h) => h.before)}::uuid[], ${heads.map((h) => h.after)}::uuid[]) as x (id, before, after)
  where h.id = x.id and h.householder_id is not distinct from x.after`)

export interface Merge {
  id: string; areaPath: string; keptId: string; goneId: string; keptBefore: Record<string, unknown>; keptAfter: Record<string, unknown>; goneBefore: Record<string, unknown>
  moved: unknown[]; householders: Head[]; at: Instant; byName: string | null
}
export const insertMerge = (db: Sql, m: Merge & { by: string | null }): Promise<number> => db.run(sql`
  insert into person_merge (id, area_path, kept_id, gone_id, kept_before, kept_after, gone_before, moved, householders, at, by_id, by_name)
  values (${m.id}, ${m.areaPath}, ${m.keptId}, ${m.goneId}, ${JSON.stringify(m.keptBefore)}::jsonb, ${JSON.stringify(m.keptAfter)}::jsonb, ${JSON.stringify(m.goneBefore)}::jsonb,
    ${JSON.stringify(m.moved)}::jsonb, ${JSON.stringify(m.householders)}::jsonb, ${m.at}, ${m.by}, ${m.byName})`)
export const lockMerge = (db: Sql, mergeId: string): Promise<Merge> => db.get<Merge>(sql`
  select id, area_path as "areaPath", kept_id as "keptId", gone_id as "goneId", kept_before as "keptBefore", kept_after as "keptAfter", gone_before as "goneBefore", moved, householders, at, by_name as "byName"
  from person_merge where id = ${mergeId} and undone_at is null for update`)
export const closeMerge = (db: Sql, mergeId: string, by: { id: string | null; name: string | null }, at: Instant): Promise<number> => db.run(sql`
  update person_merge set undone_at = ${at}, undone_by = ${by.id}, undoer_name = ${by.name} where id = ${mergeId}`)

/** Merges this record stands in and that can be taken back, the latest first. */
export const mergesOf = (db: Sql, personId: string): Promise<{ mergeId: string; keptId: string; goneId: string; keptName: string; goneName: string; at: Instant; byName: string | null }[]> => db.rows(sql`
  select m.id as "mergeId", m.kept_id as "keptId", m.gone_id as "goneId", m.at, m.by_name as "byName", coalesce(k.name, '') as "keptName", coalesce(g.name, '') as "goneName"
  from person_merge m left join person k on k.id = m.kept_id left join person g on g.id = m.gone_id
  where ${personId}::uuid in (m.kept_id, m.gone_id) and m.undone_at is null order by m.at desc`)
export const timelineSince = async (db: Sql, personId: string, at: Instant): Promise<number> =>
  (await db.get<{ n: number }>(sql`select count(*) as n from timeline_entry where person_id = ${personId} and at > ${at}`)).n
