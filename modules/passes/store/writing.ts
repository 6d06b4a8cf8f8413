import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'

export interface NewPass {
  id: string; kind: string; areaId: string; areaPath: string; communityId: string; householdId: string | null; personId: string | null; state: 'waiting' | 'valid'
  validFrom: Instant; validUntil: Instant; purpose: string | null; note: string | null
  plate?: string; vehicleKind?: string; special?: boolean; owner?: string | null; driver?: string | null; companions?: number | null; route?: string | null; recheckDays?: number | null; recheckOn?: Day | null
  visitorName?: string; visitorPhoneSealed?: string | null; visitorPhoneMasked?: string | null; visitorDocumentIndex?: string | null; visitorPhoneIndex?: string | null; visitorFrom?: string | null; announcedBy?: 'household' | 'community'; confirmedAt?: Instant | null
  at: Instant; by: string | null; byName: string | null
}
export const insertPass = (db: Sql, p: NewPass): Promise<number> => db.run(sql`
  insert into pass (id, kind, area_id, area_path, community_id, household_id, person_id, state, valid_from, valid_until, purpose, note, plate, vehicle_kind, special, owner, driver, companions, route,
    recheck_days, recheck_on, visitor_name, visitor_phone_sealed, visitor_phone_masked, visitor_document_index, visitor_phone_index, visitor_from, announced_by, confirmed_at, issued_at, issued_by, issuer_name)
  values (${p.id}, ${p.kind}, ${p.areaId}, ${p.areaPath}, ${p.communityId}, ${p.householdId}, ${p.personId}, ${p.state}, ${p.validFrom}, ${p.validUntil}, ${p.purpose}, ${p.note}, ${p.plate ?? null},
    ${p.vehicleKind ?? null}, ${p.special ?? false}, ${p.owner ?? null}, ${p.driver ?? null}, ${p.companions ?? null}, ${p.route ?? null}, ${p.recheckDays ?? null}, ${p.recheckOn ?? null},
    ${p.visitorName ?? null}, ${p.visitorPhoneSealed ?? null}, ${p.visitorPhoneMasked ?? null}, ${p.visitorDocumentIndex ?? null}, ${p.visitorPhoneIndex ?? null}, ${p.visitorFrom ?? null}, ${p.announcedBy ?? null}, ${p.confirmedAt ?? null}, ${p.at}, ${p.by}, ${p.byName})`)

export interface NewEvent { id: string; passId: string; areaPath: string; at: Instant; kind: string; params: Record<string, unknown>; by: string | null; byName: string | null }
export const insertEvents = (db: Sql, all: readonly NewEvent[]): Promise<number> => db.run(sql`
  insert into pass_event (id, pass_id, area_path, at, kind, params, account_id, actor_name)
  select * from unnest(${all.map((e) => e.id)}::uuid[], ${all.map((e) => e.passId)}::uuid[], ${all.map((e) => e.areaPath)}::text[], ${all.map((e) => e.at)}::timestamptz[], ${all.map((e) => e.kind)}::text[],
    ${all.map((e) => JSON.stringify(e.params))}::jsonb[], ${all.map((e) => e.by)}::uuid[], ${all.map((e) => e.byName)}::text[])`)

/** A new code; every earlier one is void from now on, and named as that to the end it was signed to. */
export const raiseIssue = (db: Sql, passId: string, at: Instant, validUntil: Instant | null, validFrom: Instant | null): Promise<number> => db.run(sql`
  update pass set issue = issue + 1, stops_changed_at = ${at}, printed_until = greatest(printed_until, valid_until), valid_until = coalesce(${validUntil}, valid_until), valid_from = coalesce(${validFrom}, valid_from) where id = ${passId}`)

export const endPass = (db: Sql, passId: string, e: { state: 'revoked' | 'declined'; at: Instant; by: string | null; byName: string | null; reason: string | null }): Promise<number> => db.run(sql`
  update pass set state = ${e.state}, ended_at = ${e.at}, ended_by = ${e.by}, ender_name = ${e.byName}, end_reason = ${e.reason}, stops_changed_at = ${e.at} where id = ${passId}`)

/** Good again, or waiting again: what was said when it ended goes with it. A visit that was made stays made. */
export const reopenPass = (db: Sql, passId: string, state: 'valid' | 'waiting', at: Instant, confirmedAt: Instant | null): Promise<number> => db.run(sql`
  update pass set state = ${state}, ended_at = null, ended_by = null, ender_name = null, end_reason = null, confirmed_at = ${confirmedAt},
    stops_changed_at = case when stops_changed_at is null and ${state} = 'valid' then null else ${at}::timestamptz end where id = ${passId}`)

/** `now`: when it became known; whoever asks what changed since must not miss a visit that is told of late. */
export const setArrived = (db: Sql, passId: string, at: Instant, now: Instant): Promise<number> => db.run(sql`update pass set arrived_at = ${at}, stops_changed_at = ${now} where id = ${passId} and arrived_at is null`)
export const clearArrived = (db: Sql, passId: string, at: Instant): Promise<number> => db.run(sql`update pass set arrived_at = null, stops_changed_at = ${at} where id = ${passId}`)
export const setRecheck = (db: Sql, passId: string, on: Day | null): Promise<number> => db.run(sql`update pass set recheck_on = ${on} where id = ${passId}`)

/** Whether quarantine stops it is decided by the same function that follows the episodes. */
export const followQuarantine = (db: Sql, householdId: string): Promise<number> => db.run(sql`select follow_quarantine(${householdId})`)
export const outOfStep = (db: Sql): Promise<{ householdId: string }[]> => db.rows(sql`select passes_out_of_step as "householdId" from passes_out_of_step()`)
