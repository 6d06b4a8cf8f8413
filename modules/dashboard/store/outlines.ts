import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { AreaOutline, Datum, Geometry, OutlineProblem, UnmatchedWhy } from '../contract.ts'

/** A feature as it is kept with its import. */
export interface KeptFeature {
  no: number; properties: Record<string, string>; geometry: Geometry | null; problem: OutlineProblem | null
  areaId: string | null; by: 'code' | 'name' | 'hand' | null; why: UnmatchedWhy | null
}
export interface ImportRow {
  importId: string; areaPath: string; filename: string; datum: Datum; property: string | null; features: KeptFeature[]; state: 'draft' | 'applied' | 'undone'
  createdAt: Instant; createdByName: string | null
}
export interface ImportLine { importId: string; filename: string; datum: Datum; state: ImportRow['state']; features: number; matched: number; createdAt: Instant; createdByName: string | null }

export const insertImport = (db: Sql, r: ImportRow & { createdBy: string | null }): Promise<number> => db.run(sql`
  insert into outline_import (id, area_path, filename, datum, property, features, state, created_at, created_by, created_by_name)
  values (${r.importId}, ${r.areaPath}, ${r.filename}, ${r.datum}, ${r.property}, ${JSON.stringify(r.features)}::jsonb, ${r.state}, ${r.createdAt}, ${r.createdBy}, ${r.createdByName})`)

/** Locked: two people at the same import come one after the other. */
export const lockImport = (db: Sql, importId: string): Promise<ImportRow> => db.get<ImportRow>(sql`
  select id as "importId", area_path as "areaPath", filename, datum, property, features, state, created_at as "createdAt", created_by_name as "createdByName"
  from outline_import where id = ${importId} for update`)

export const getImport = (db: Sql, importId: string): Promise<ImportRow> => db.get<ImportRow>(sql`
  select id as "importId", area_path as "areaPath", filename, datum, property, features, state, created_at as "createdAt", created_by_name as "createdByName"
  from outline_import where id = ${importId}`)

export const listImports = (db: Sql, after: readonly (string | number | null)[] | undefined, limit: number): Promise<ImportLine[]> => db.rows<ImportLine>(sql`
  select id as "importId", filename, datum, state, jsonb_array_length(features) as features,
    (select count(*) from jsonb_array_elements(features) f where f ->> 'areaId' is not null and f ->> 'problem' is null)::int as matched, created_at as "createdAt", created_by_name as "createdByName"
  from outline_import ${after ? sql`where (created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``} order by created_at desc, id desc limit ${limit + 1}`)

export const keepMatches = (db: Sql, importId: string, property: string | null, features: readonly KeptFeature[]): Promise<number> => db.run(sql`
  update outline_import set property = ${property}, features = ${JSON.stringify(features)}::jsonb where id = ${importId}`)

export const setState = (db: Sql, importId: string, state: 'applied' | 'undone', at: Instant): Promise<number> => db.run(sql`
  update outline_import set state = ${state}, applied_at = case when ${state} = 'applied' then ${at}::timestamptz else applied_at end,
    undone_at = case when ${state} = 'undone' then ${at}::timestamptz end where id = ${importId}`)

/** One outline an area; the path is the area's own, whatever was said. */
export const insertOutlines = (db: Sql, from: { importId: string; source: string; at: Instant; by: string | null }, all: readonly { id: string; areaId: string; geometry: Geometry }[]): Promise<number> => db.run(sql`
  insert into area_outline (id, import_id, area_id, area_path, geometry, source, imported_at, imported_by)
  select n.id, ${from.importId}, a.id, a.area_path, n.geometry, ${from.source}, ${from.at}, ${from.by}
  from unnest(${all.map((o) => o.id)}::uuid[], ${all.map((o) => o.areaId)}::uuid[], ${all.map((o) => JSON.stringify(o.geometry))}::jsonb[]) n (id, area_id, geometry)
  join area a on a.id = n.area_id`)

export const undoOutlines = (db: Sql, importId: string, at: Instant): Promise<number> =>
  db.run(sql`update area_outline set undone_at = ${at} where import_id = ${importId} and undone_at is null`)

/** The outlines that hold, of the areas directly below one. */
export const outlinesBelow = (db: Sql, areaId: string): Promise<AreaOutline[]> => db.rows<AreaOutline>(sql`
  select distinct on (o.area_id) o.area_id as "areaId", o.geometry from area a join area_outline o on o.area_id = a.id and o.undone_at is null
  where a.parent_id = ${areaId} and a.state = 'open' order by o.area_id, o.imported_at desc, o.id desc`)

/** Areas an outline may be of, with whether they have one. */
export interface OutlineArea { id: string; code: string | null; name: string; fullName: string; level: string; outlined: boolean }
export const areasToOutline = (db: Sql): Promise<OutlineArea[]> => db.rows<OutlineArea>(sql`
  select a.id, a.code, a.name, a.full_name as "fullName", a.level, exists (select from area_outline o where o.area_id = a.id and o.undone_at is null) as outlined
  from area a where a.state = 'open' and a.level not in ('building', 'unit')`)
