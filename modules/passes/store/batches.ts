import sql from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { PassBatch } from '../contract.ts'

type Skips = PassBatch['skipped']
const state = (measures: readonly string[], now: Instant) => sql`
  case when exists (select from pass p where p.household_id = h.id and p.kind = 'household' and p.state = 'valid' and p.valid_until > ${now}) then 'hasOne'
       when exists (select from episode e where e.household_id = h.id and e.state = 'active' and e.measure = any(${[...measures]}::text[])) then 'quarantined'
       when not exists (select from person m where m.household_id = h.id and m.state = 'present') then 'nobody' end`

export const previewOf = (db: Sql, { lo, hi }: Scope, measures: readonly string[], now: Instant): Promise<{ households: number; toIssue: number } & Skips> => db.get(sql`
  with looked as (select ${state(measures, now)} as why from household h where h.area_path >= ${lo} and h.area_path < ${hi})
  select count(*)::int as households, (count(*) filter (where why is null))::int as "toIssue", (count(*) filter (where why = 'hasOne'))::int as "hasOne",
    (count(*) filter (where why = 'quarantined'))::int as quarantined, (count(*) filter (where why = 'nobody'))::int as nobody from looked`)

export interface BatchRow { batchId: string; areaId: string; areaPath: string; areaName: string; state: PassBatch['state']; households: number; seen: number; issued: number; validFrom: Instant; validUntil: Instant; afterPath: string; afterId: string | null; at: Instant; accountId: string | null; accountName: string | null }
const batch = sql`select b.id as "batchId", b.area_id as "areaId", b.area_path as "areaPath", a.name as "areaName", b.state, b.households, b.seen, b.issued, b.valid_from as "validFrom", b.valid_until as "validUntil",
  b.after_path as "afterPath", b.after_id as "afterId", b.at, b.account_id as "accountId", b.account_name as "accountName" from pass_batch b join area a on a.id = b.area_id`
export const getBatch = (db: Sql, batchId: string): Promise<BatchRow> => db.get<BatchRow>(sql`${batch} where b.id = ${batchId}`)
export const lockBatch = (db: Sql, batchId: string): Promise<BatchRow> => db.get<BatchRow>(sql`${batch} where b.id = ${batchId} for update of b`)
export const findRunning = (db: Sql, areaPath: string) => db.find<{ id: string }>(sql`select id from pass_batch where area_path = ${areaPath} and state = 'running' limit 1`)
export const insertBatch = (db: Sql, b: { id: string; areaId: string; areaPath: string; validFrom: Instant; validUntil: Instant; households: number; at: Instant; by: string | null; byName: string | null }): Promise<number> => db.run(sql`
  insert into pass_batch (id, area_id, area_path, valid_from, valid_until, state, households, at, account_id, account_name)
  values (${b.id}, ${b.areaId}, ${b.areaPath}, ${b.validFrom}, ${b.validUntil}, 'running', ${b.households}, ${b.at}, ${b.by}, ${b.byName})`)
export const advanceBatch = (db: Sql, batchId: string, b: { seen: number; issued: number; afterPath: string; afterId: string }): Promise<number> => db.run(sql`
  update pass_batch set seen = seen + ${b.seen}, issued = issued + ${b.issued}, after_path = ${b.afterPath}, after_id = ${b.afterId} where id = ${batchId}`)
export const setBatch = (db: Sql, batchId: string, to: PassBatch['state'], at: Instant | null): Promise<number> => db.run(sql`update pass_batch set state = ${to}, done_at = ${at} where id = ${batchId}`)

export interface Door { id: string; areaId: string; areaPath: string; communityId: string; why: keyof Skips | null }
/** The next doors of a run, in the order of their places. */
export const nextDoors = (db: Sql, b: BatchRow, { lo, hi }: Scope, measures: readonly string[], now: Instant, limit: number): Promise<Door[]> => db.rows<Door>(sql`
  select h.id, h.area_id as "areaId", h.area_path as "areaPath", h.community_id as "communityId", ${state(measures, now)} as why from household h
  where h.area_path >= ${lo} and h.area_path < ${hi} and (h.area_path, h.id) > (${b.afterPath}, ${b.afterId ?? '00000000-0000-0000-0000-000000000000'}::uuid) order by h.area_path, h.id limit ${limit}`)

/** Passes of many households in one statement; an expired one is renewed with a new code instead. */
export async function issueHomes(db: Sql, doors: readonly (Door & { passId: string; eventId: string })[], b: BatchRow): Promise<number> {
  const homes = doors.map((d) => d.id)
  const rows = await db.rows<{ id: string }>(sql`
    with doors as (select * from unnest(${homes}::uuid[], ${doors.map((d) => d.passId)}::uuid[], ${doors.map((d) => d.eventId)}::uuid[], ${doors.map((d) => d.areaId)}::uuid[], ${doors.map((d) => d.areaPath)}::text[], ${doors.map((d) => d.communityId)}::uuid[])
        as d (household_id, pass_id, event_id, area_id, area_path, community_id)),
      renewed as (update pass p set issue = p.issue + 1, valid_from = ${b.validFrom}, valid_until = ${b.validUntil}, batch_id = ${b.batchId}, stops_changed_at = ${b.at}, issued_at = ${b.at}, issued_by = ${b.accountId}, issuer_name = ${b.accountName}
        from doors d where p.household_id = d.household_id and p.kind = 'household' and p.state = 'valid' returning p.id, p.area_path, d.event_id, 'renewed' as kind, p.issue, d.household_id),
      made as (insert into pass (id, kind, area_id, area_path, community_id, household_id, state, valid_from, valid_until, batch_id, issued_at, issued_by, issuer_name)
        select d.pass_id, 'household', d.area_id, d.area_path, d.community_id, d.household_id, 'valid', ${b.validFrom}::timestamptz, ${b.validUntil}::timestamptz, ${b.batchId}::uuid, ${b.at}::timestamptz, ${b.accountId}::uuid, ${b.accountName}
        from doors d where not exists (select from renewed r where r.household_id = d.household_id)
        on conflict do nothing returning id, area_path, household_id)
    insert into pass_event (id, pass_id, area_path, at, kind, params, account_id, actor_name)
      select r.event_id, r.id, r.area_path, ${b.at}::timestamptz, r.kind, jsonb_build_object('issue', r.issue, 'until', ${b.validUntil}::text), ${b.accountId}::uuid, ${b.accountName} from renewed r
      union all select d.event_id, m.id, m.area_path, ${b.at}::timestamptz, 'issued', jsonb_build_object('until', ${b.validUntil}::text), ${b.accountId}::uuid, ${b.accountName} from made m join doors d on d.household_id = m.household_id
    returning id`)
  return rows.length
}
export const insertSkips = (db: Sql, batchId: string, doors: readonly Door[]): Promise<number> => db.run(sql`
  insert into pass_skip (batch_id, household_id, area_path, reason)
  select ${batchId}, * from unnest(${doors.map((d) => d.id)}::uuid[], ${doors.map((d) => d.areaPath)}::text[], ${doors.map((d) => d.why ?? '')}::text[]) on conflict do nothing`)
export const skipsOf = (db: Sql, batchId: string): Promise<Skips> => db.get<Skips>(sql`
  select (count(*) filter (where reason = 'hasOne'))::int as "hasOne", (count(*) filter (where reason = 'quarantined'))::int as quarantined, (count(*) filter (where reason = 'nobody'))::int as nobody from pass_skip where batch_id = ${batchId}`)
export const leftOut = (db: Sql, batchId: string): Promise<PassBatch['left']> => db.rows(sql`
  select s.household_id as "householdId", coalesce(up.name, '') || a.name || h.address as address, s.reason from pass_skip s join household h on h.id = s.household_id join area a on a.id = h.area_id
    left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit')
  where s.batch_id = ${batchId} and s.reason <> 'hasOne' order by s.reason desc, h.area_path, h.address_key limit 100`)
/** Everything a run issued is void; what was printed of it before is void with it. */
export const revokeBatch = (db: Sql, batchId: string, e: { at: Instant; by: string | null; byName: string | null; reason: string }): Promise<number> => db.run(sql`
  update pass set state = 'revoked', ended_at = ${e.at}, ended_by = ${e.by}, ender_name = ${e.byName}, end_reason = ${e.reason}, stops_changed_at = ${e.at} where batch_id = ${batchId} and state = 'valid'`)
