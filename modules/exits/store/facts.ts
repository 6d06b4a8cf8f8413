import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Measure, Symptom } from '../../policies/contract.ts'

export interface PersonFacts {
  personId: string; householdId: string | null; areaId: string; areaPath: string; communityId: string; name: string; sex: string; birthOn: Day | null; documentKind: string; documentMasked: string | null; phoneMasked: string | null
  address: string; workplace: string | null; present: boolean; own: { measure: Measure; endsOn: Day } | null; household: { measure: Measure; endsOn: Day }[]; openLead: boolean; /** Another office has one about this person. */ leadBeyond: boolean; diagnosedAt: Instant | null; releasedOn: Day | null
}

/** Everything a decision or a certificate stands on, for any number of people. */
export const personFacts = (db: Sql, ids: readonly string[]): Promise<PersonFacts[]> => db.rows(sql`
  select p.id as "personId", p.household_id as "householdId", p.area_id as "areaId", p.area_path as "areaPath", p.community_id as "communityId", p.name, p.sex, p.birth_on as "birthOn", p.document_kind as "documentKind",
    p.document_masked as "documentMasked", p.phone_masked as "phoneMasked", coalesce(up.name, '') || a.name || coalesce(h.address, '') as address, p.workplace, p.state = 'present' as present,
    (select jsonb_build_object('measure', e.measure, 'endsOn', e.ends_on) from episode e where e.person_id = p.id and e.state = 'active' limit 1) as own,
    coalesce((select jsonb_agg(jsonb_build_object('measure', e.measure, 'endsOn', e.ends_on)) from episode e where e.household_id = p.household_id and e.person_id <> p.id and e.state = 'active' and e.place = 'home'), '[]'::jsonb) as household,
    exists (select from lead l where l.person_id = p.id and l.state <> 'closed') as "openLead", lead_beyond(p.id) as "leadBeyond",
    (select max(d.at) from (
      select e.closed_at as at from episode e where e.person_id = p.id and e.state = 'hospital'
      union all select coalesce(s.taken_on::timestamp at time zone 'Asia/Shanghai', s.recorded_at) from episode e join episode_test s on s.episode_id = e.id where e.person_id = p.id and e.state <> 'cancelled' and s.result = 'positive'
      union all select l.closed_at from lead l where l.person_id = p.id and l.state = 'closed' and l.result = 'diagnosed') d) as "diagnosedAt",
    (select max((e.closed_at at time zone 'Asia/Shanghai')::date) from episode e where e.person_id = p.id and e.state = 'released') as "releasedOn"
  from person p join area a on a.id = p.area_id left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit') left join household h on h.id = p.household_id
  where p.id = any(${[...ids]}::uuid[]) and p.state <> 'merged'`)

export interface SeenReading { personId: string; at: Instant; temperature: number | null; symptoms: Symptom[] }
/** Readings and symptoms of these people since then, from wherever they were taken; newest first. */
export const readingsOf = (db: Sql, ids: readonly string[], since: Instant): Promise<SeenReading[]> => db.rows(sql`
  select x.person_id as "personId", x.at, x.temperature, x.symptoms from (
    select c.person_id, c.at, c.temperature, c.symptoms from exit_check c where c.person_id = any(${[...ids]}::uuid[]) and c.at >= ${since} and not c.device_error
    union all select e.person_id, h.taken_at, h.temperature, h.symptoms from episode e join health_check h on h.episode_id = e.id where e.person_id = any(${[...ids]}::uuid[]) and h.taken_at >= ${since} and not h.device_error
    union all select s.person_id, s.reported_at, s.temperature, s.symptoms from screening s where s.person_id = any(${[...ids]}::uuid[]) and s.reported_at >= ${since} and not s.device_error
  ) x order by x.at desc`)

export interface NewCheck { id: string; exitId: string; personId: string; areaPath: string; at: Instant; occasion: string; temperature: number | null; deviceError: boolean; symptoms: readonly Symptom[]; abnormal: boolean; channel: string; by: string | null; name: string | null }
export const insertChecks = (db: Sql, all: readonly NewCheck[]): Promise<number> => db.run(sql`
  insert into exit_check (id, exit_id, person_id, area_path, at, occasion, temperature, device_error, symptoms, abnormal, channel, account_id, taker_name)
  select x.id, x."exitId", x."personId", x."areaPath", x.at, x.occasion, x.temperature, x."deviceError", array(select jsonb_array_elements_text(x.symptoms)), x.abnormal, x.channel, x.by, x.name
  from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as x (id uuid, "exitId" uuid, "personId" uuid, "areaPath" text, at timestamptz, occasion text, temperature numeric, "deviceError" boolean, symptoms jsonb, abnormal boolean, channel text, by uuid, name text)`)
export const checksOf = (db: Sql, exitId: string): Promise<{ at: Instant; temperature: number | null; symptoms: Symptom[]; abnormal: boolean; occasion: string; takerName: string | null }[]> => db.rows(sql`
  select at, temperature, symptoms, abnormal, occasion, taker_name as "takerName" from exit_check where exit_id = ${exitId} order by at desc limit 60`)

export interface NewTrip { id: string; exitId: string; personId: string; areaPath: string; outAt: Instant; dueBackAt: Instant; name: string | null; recordedAt: Instant }
export const insertTrip = (db: Sql, t: NewTrip): Promise<number> => db.run(sql`
  insert into exit_trip (id, exit_id, person_id, area_path, out_at, due_back_at, out_name, out_recorded_at) values (${t.id}, ${t.exitId}, ${t.personId}, ${t.areaPath}, ${t.outAt}, ${t.dueBackAt}, ${t.name}, ${t.recordedAt})`)
/** Why somebody was not back stays with the trip once they are: the return may be taken back. */
export const endTrip = (db: Sql, tripId: string, back: { at: Instant; name: string | null } | null, recordedAt: Instant): Promise<number> => db.run(sql`
  update exit_trip set back_at = ${back?.at ?? null}, back_name = ${back?.name ?? null}, end_recorded_at = ${recordedAt} where id = ${tripId}`)
export const setNotBack = (db: Sql, tripId: string, noted: { reason: string; recordedAt: Instant } | null): Promise<number> => db.run(sql`
  update exit_trip set back_at = null, back_name = null, not_back_reason = ${noted?.reason ?? null}, end_recorded_at = ${noted?.recordedAt ?? null} where id = ${tripId}`)
export const undoTrip = (db: Sql, tripId: string, at: Instant): Promise<number> => db.run(sql`update exit_trip set undone_at = ${at} where id = ${tripId}`)
export const tripsOf = (db: Sql, exitId: string): Promise<{ tripId: string; outAt: Instant; dueBackAt: Instant; backAt: Instant | null; notBackReason: string | null; outName: string | null; backName: string | null }[]> => db.rows(sql`
  select id as "tripId", out_at as "outAt", due_back_at as "dueBackAt", back_at as "backAt", not_back_reason as "notBackReason", out_name as "outName", back_name as "backName" from exit_trip where exit_id = ${exitId} and undone_at is null order by out_at desc limit 60`)

export interface NewEvent { id: string; exitId: string; areaPath: string; at: Instant; kind: string; params: Record<string, unknown>; channel: string | null; by: string | null; name: string | null }
export const insertEvents = (db: Sql, all: readonly NewEvent[]): Promise<number> => db.run(sql`
  insert into exit_event (id, exit_id, area_path, at, kind, params, channel, account_id, actor_name)
  select x.id, x."exitId", x."areaPath", x.at, x.kind, x.params, x.channel, x.by, x.name
  from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as x (id uuid, "exitId" uuid, "areaPath" text, at timestamptz, kind text, params jsonb, channel text, by uuid, name text)`)
export const eventsOf = (db: Sql, exitId: string): Promise<{ id: string; at: Instant; kind: string; params: Record<string, unknown>; channel: string | null; actorName: string | null }[]> => db.rows(sql`
  select id, at, kind, params, channel, actor_name as "actorName" from exit_event where exit_id = ${exitId} order by at desc, id desc limit 100`)
