import sql, { raw, type Sql as Statement } from 'sql-template-tag'
import type { Instant } from '../../../kernel/dates.ts'
import { scopeOf, type Scope, type Sql } from '../../../kernel/ctx.ts'
import type { BaseDataGap } from '../rules/base-data.ts'

/** The same words as the indexes of migrations/0017-base-data.sql. */
const conditions: Record<BaseDataGap, Statement> = {
  noPhone: sql`p.state = 'present' and p.phone_index is null and not 'phone' = any (p.confirmed)`, noDocument: sql`p.state = 'present' and p.document_index is null and not 'document' = any (p.confirmed)`,
  doubtful: sql`p.state = 'present' and p.document_doubt is not null`, noHouseholder: sql`h.householder_id is null and not 'householder' = any (h.confirmed)`,
  unvisited: sql`h.visited_at is null`, noRoom: sql`h.room = '' and not 'room' = any (h.confirmed)`,
}

export interface AreaFigures { areaId: string; name: string; level: string; households: number; persons: number; gaps: Record<string, number> }
/** An area and those right below it, each with its counters. */
export const figuresOf = (db: Sql, areaId: string): Promise<AreaFigures[]> => db.rows<AreaFigures>(sql`
  select a.id as "areaId", a.name, a.level, coalesce(sum(t.n) filter (where t.subject = 'household'), 0)::bigint as households,
         coalesce(sum(t.n) filter (where t.subject = 'person' and t.state = 'present'), 0)::bigint as persons,
         (select coalesce(jsonb_object_agg(g.state, g.n), '{}') from (select state, sum(n) as n from tally where subject = 'gap' and area_path >= a.area_path and area_path < a.area_end group by 1) g) as gaps
  from area a left join tally t on t.subject in ('household', 'person') and t.area_path >= a.area_path and t.area_path < a.area_end
  where a.state = 'open' and (a.id = ${areaId} or a.parent_id = ${areaId}) group by a.id order by a.id = ${areaId} desc, a.sort, a.name`)

export const gapTotals = async (db: Sql, range: Scope): Promise<Record<string, number>> =>
  Object.fromEntries((await db.rows<{ state: string; n: number }>(sql`
    select state, sum(n)::bigint as n from tally where subject = 'gap' and area_path >= ${range.lo} and area_path < ${range.hi} group by 1 having sum(n) > 0`)).map((row) => [row.state, row.n]))

/** Households, persons and gaps by the areas directly below one, from the same counters. */
export const figuresByPart = (db: Sql, areaPath: string): Promise<{ part: string; subject: 'household' | 'person' | 'gap'; state: string; n: number }[]> => {
  const { lo, hi } = scopeOf(areaPath)
  return db.rows(sql`
    select area_below(t.area_path, ${areaPath}) as part, t.subject, t.state, sum(t.n)::int as n from tally t
    where t.area_path >= ${lo} and t.area_path < ${hi} and (t.subject = 'gap' or t.subject in ('household', 'person') and t.state = 'present') group by 1, 2, 3`)
}

export interface ToComplete {
  id: string; householdId: string | null; name: string; sex: string | null; birthOn: string | null; documentMasked: string | null; documentKind: string | null; doubt: string | null; version: number | null
  place: string; door: string; members: { id: string; name: string }[]; areaPath: string; walkKey: string
}
type Key = readonly (string | number | null)[] | undefined
const behind = (after: Key, id: Statement) => (after ? sql`and (${id}) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)` : sql``)
const place = sql`coalesce(parent.name, '') || a.name`
const areas = (t: 'h' | 'p') => sql`join area a on a.id = ${raw(t)}.area_id left join area parent on parent.id = a.parent_id and a.level in ('grid', 'building', 'unit')`

/** What is missing, door by door as somebody walks. */
export const personsToComplete = (db: Sql, gap: BaseDataGap, range: Scope, after: Key, limit: number): Promise<ToComplete[]> => db.rows<ToComplete>(sql`
  select p.id, p.household_id as "householdId", p.name, p.sex, p.birth_on as "birthOn", p.document_masked as "documentMasked", p.document_kind as "documentKind", p.document_doubt as doubt, p.version,
         ${place} as place, coalesce(h.address, '') as door, '[]'::jsonb as members, p.area_path as "areaPath", coalesce(h.walk_key, '') as "walkKey"
  from person p left join household h on h.id = p.household_id ${areas('p')}
  where ${conditions[gap]} and p.area_path >= ${range.lo} and p.area_path < ${range.hi} ${behind(after, sql`p.area_path, coalesce(h.walk_key, ''), p.id`)}
  order by p.area_path, coalesce(h.walk_key, ''), p.id limit ${limit + 1}`)

export const householdsToComplete = (db: Sql, gap: BaseDataGap, range: Scope, after: Key, limit: number): Promise<ToComplete[]> => db.rows<ToComplete>(sql`
  select h.id, h.id as "householdId", coalesce((select name from person where id = h.householder_id), '') as name, null as sex, null as "birthOn", null as "documentMasked", null as "documentKind", null as doubt,
         null as version, ${place} as place, h.address as door,
         (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by m.birth_on nulls last), '[]') from person m where m.household_id = h.id and m.state = 'present') as members,
         h.area_path as "areaPath", h.walk_key as "walkKey"
  from household h ${areas('h')}
  where ${conditions[gap]} and h.area_path >= ${range.lo} and h.area_path < ${range.hi} ${behind(after, sql`h.area_path, h.walk_key, h.id`)}
  order by h.area_path, h.walk_key, h.id limit ${limit + 1}`)

/** 确认没有, and back. */
export const confirmNone = (db: Sql, table: 'person' | 'household', id: string, what: string, none: boolean, at: Instant): Promise<number> => db.run(sql`
  update ${raw(table)} set confirmed = ${none ? sql`array_append(array_remove(confirmed, ${what}), ${what})` : sql`array_remove(confirmed, ${what})`}, updated_at = ${at} where id = ${id}`)

export const clearHouseholder = (db: Sql, householdId: string): Promise<number> => db.run(sql`update household set householder_id = null where id = ${householdId}`)

export const setDoor = (db: Sql, householdId: string, d: { building: string; unit: string; room: string; address: string; addressKey: string }, at: Instant): Promise<number> => db.run(sql`
  update household set building = ${d.building}, unit = ${d.unit}, room = ${d.room}, address = ${d.address}, address_key = ${d.addressKey}, updated_at = ${at} where id = ${householdId}`)

export interface NumberOnRecord { id: string; documentKind: string; documentSealed: string; birthOn: string | null; sex: string; doubt: string | null }
/** Numbers to look at, by id from one on. */
export const numbersFrom = (db: Sql, after: string, only: string | null, limit: number): Promise<NumberOnRecord[]> => db.rows<NumberOnRecord>(sql`
  select id, document_kind as "documentKind", document_sealed as "documentSealed", birth_on as "birthOn", sex, document_doubt as doubt from person
  where document_sealed is not null and ${only === null ? sql`id > ${after}::uuid` : sql`id = ${only}::uuid`} order by id limit ${limit}`)
export const writeDoubts = (db: Sql, all: readonly { id: string; doubt: string | null }[]): Promise<number> => db.run(sql`
  update person p set document_doubt = x.doubt from unnest(${all.map((d) => d.id)}::uuid[], ${all.map((d) => d.doubt)}::text[]) as x (id, doubt) where p.id = x.id`)
/** A number taken away is doubtful no more. */
export const dropDoubt = (db: Sql, personId: string): Promise<number> => db.run(sql`update person set document_doubt = null where id = ${personId} and document_sealed is null and document_doubt is not null`)
