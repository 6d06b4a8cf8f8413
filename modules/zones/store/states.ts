import sql, { raw, type Sql as Part } from 'sql-template-tag'
import { scopeOf, type Scope, type Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { Level } from '../../territory/contract.ts'
import type { ZoneArea, ZoneKind, ZoneValue } from '../contract.ts'
import type { ZoneRow } from '../tables.ts'

const select = sql`
  select z.id as "zoneId", z.area_id as "areaId", z.area_path as "areaPath", a.name as "areaName", a.level, z.kind, z.value, z.from_at as "fromAt", z.order_no as "orderNo", z.issuer,
    z.scope_note as "scopeNote", z.reason, z.set_at as "setAt", z.setter_name as "setterName", z.superseded_at as "supersededAt", z.undone_at as "undoneAt"
  from zone_state z join area a on a.id = z.area_id`
const current = raw('z.superseded_at is null and z.undone_at is null')

export const findCurrent = (db: Sql, areaId: string, kind: ZoneKind): Promise<ZoneRow | undefined> =>
  db.find<ZoneRow>(sql`${select} where z.area_id = ${areaId} and z.kind = ${kind} and ${current} order by z.from_at desc limit 1 for update of z`)
export const getZone = (db: Sql, zoneId: string): Promise<ZoneRow> => db.get<ZoneRow>(sql`${select} where z.id = ${zoneId} for update of z`)
export const historyOf = (db: Sql, areaId: string): Promise<ZoneRow[]> => db.rows<ZoneRow>(sql`${select} where z.area_id = ${areaId} order by z.set_at desc, z.id desc limit 100`)

export interface NewZone { id: string; areaId: string; areaPath: string; kind: ZoneKind; value: ZoneValue; fromAt: Instant; orderNo: string; issuer: string; scopeNote: string | null; reason: string | null; at: Instant; by: string | null; byName: string | null }
export const insertZone = (db: Sql, z: NewZone): Promise<number> => db.run(sql`
  insert into zone_state (id, area_id, area_path, kind, value, from_at, order_no, issuer, scope_note, reason, set_at, set_by, setter_name)
  values (${z.id}, ${z.areaId}, ${z.areaPath}, ${z.kind}, ${z.value}, ${z.fromAt}, ${z.orderNo}, ${z.issuer}, ${z.scopeNote}, ${z.reason}, ${z.at}, ${z.by}, ${z.byName})`)
export const supersede = (db: Sql, zoneId: string, by: string, at: Instant): Promise<number> => db.run(sql`update zone_state set superseded_at = ${at}, superseded_by = ${by} where id = ${zoneId}`)
/** Taken back: whatever it had superseded stands again. */
export async function undo(db: Sql, zoneId: string, at: Instant): Promise<void> {
  await db.run(sql`update zone_state set undone_at = ${at} where id = ${zoneId}`)
  await db.run(sql`update zone_state set superseded_at = null, superseded_by = null where superseded_by = ${zoneId}`)
}

/** Levels that carry a grade. */
const GRADED = ['compound', 'villageGroup', 'grid', 'building', 'unit']
const unfinished = sql`exists (select from zone_item i where i.area_id = a.id and i.state = 'open' and i.closed_by is null)`
const inForce = sql`z.value is not null and z.value not in ('lifted', 'noCase')`
const tabs: Record<'communities' | 'affected' | 'graded' | 'unfinished' | 'compounds', Part> = {
  communities: sql`a.level = 'community'`, affected: sql`a.level = 'community' and ${inForce}`, graded: sql`a.level = any(${GRADED}::text[]) and ${inForce}`, unfinished, compounds: sql`a.level in ('compound', 'villageGroup')`,
}
const joined = sql`area a left join zone_state z on z.area_id = a.id and ${current}`
const columns = sql`
  a.id as "areaId", a.name, a.full_name as "fullName", a.level, case when a.level = 'community' then 'communityState' else 'compoundGrade' end as kind, z.value, z.from_at as "fromAt",
  z.order_no as "orderNo", z.issuer, z.scope_note as "scopeNote",
  (select coalesce(sum(n), 0) from tally where area_path >= a.area_path and area_path < a.area_end and subject = 'household' and state = 'present')::int as households,
  (select coalesce(sum(n), 0) from tally where area_path >= a.area_path and area_path < a.area_end and subject = 'person' and state = 'present')::int as persons`
const counted = (now: Instant): Part => sql`
  left join lateral (select count(*) filter (where i.state in ('open', 'done'))::int as total, (count(*) filter (where i.state = 'done'))::int as done, (count(*) filter (where i.state = 'open' and i.due_at < ${now}))::int as late
    from zone_item i where i.area_id = a.id and i.closed_by is null) c on true`

export const listAreas = (db: Sql, q: { tab: keyof typeof tabs; range: Scope; now: Instant; after: string | undefined; limit: number }): Promise<(ZoneArea & { areaPath: string })[]> => db.rows(sql`
  select ${columns}, a.area_path as "areaPath", c.total, c.done, c.late from ${joined} ${counted(q.now)}
  where a.state = 'open' and ${tabs[q.tab]} and a.area_path >= ${q.range.lo} and a.area_path < ${q.range.hi} and a.area_path > ${q.after ?? ''} order by a.area_path limit ${q.limit + 1}`)

export const getArea = (db: Sql, areaId: string) => db.get<{ areaId: string; areaPath: string; name: string; fullName: string; level: Level; households: number; persons: number }>(sql`
  select ${columns}, a.area_path as "areaPath" from ${joined} where a.id = ${areaId} limit 1`)

export const counts = (db: Sql, now: Instant, { lo, hi }: Scope) => db.get<{ communities: number; affected: number; graded: number; unfinished: number; compounds: number; openItems: number; lateItems: number; byValue: { value: ZoneValue; n: number }[] }>(sql`
  with all_areas as (select a.id, a.level, z.value, ${unfinished} as unfinished from ${joined} where a.state = 'open' and a.area_path >= ${lo} and a.area_path < ${hi} and a.level in ('community', 'compound', 'villageGroup', 'grid', 'building', 'unit'))
  select (count(*) filter (where level = 'community'))::int as communities, (count(*) filter (where level = 'community' and value is not null and value <> 'noCase'))::int as affected, (count(*) filter (where level <> 'community' and value is not null and value <> 'lifted'))::int as graded,
    (count(*) filter (where unfinished))::int as unfinished, (count(*) filter (where level in ('compound', 'villageGroup')))::int as compounds,
    (select count(*) from zone_item where area_path >= ${lo} and area_path < ${hi} and state = 'open' and closed_by is null)::int as "openItems", (select count(*) from zone_item where area_path >= ${lo} and area_path < ${hi} and state = 'open' and closed_by is null and due_at < ${now})::int as "lateItems",
    coalesce((select json_agg(json_build_object('value', v.value, 'n', v.n) order by v.value) from (select value, count(*)::int as n from all_areas where value is not null and value not in ('lifted', 'noCase') group by 1) v), '[]'::json) as "byValue"
  from all_areas`)

/** Every state and grade in force at or below an area: which of the areas directly below it belongs to, and whether it is that area's own. */
export const inForceBelow = (db: Sql, areaPath: string): Promise<{ part: string; areaId: string; kind: ZoneKind; value: ZoneValue }[]> => {
  const { lo, hi } = scopeOf(areaPath)
  return db.rows(sql`
    select area_below(a.area_path, ${areaPath}) as part, a.id as "areaId", z.kind, z.value from zone_state z join area a on a.id = z.area_id
    where a.state = 'open' and a.area_path >= ${lo} and a.area_path < ${hi} and ${current} and ${inForce}`)
}

export const publicZones = (db: Sql, areaId: string) => db.rows<{ kind: ZoneKind; value: ZoneValue; place: string; fromAt: Instant; orderNo: string; issuer: string }>(sql`
  select kind, value, place, from_at as "fromAt", order_no as "orderNo", issuer from zone_public(${areaId}) order by kind`)
