import sql from 'sql-template-tag'
import type { Day, Instant } from '../../../kernel/dates.ts'
import { withAbove, type Sql } from '../../../kernel/ctx.ts'
import type { Decision, Measure, Stage } from '../../policies/contract.ts'
import type { EpisodeState } from '../contract.ts'
import { byHand } from './revising.ts'

export interface EpisodeRow {
  id: string; areaId: string; areaPath: string; communityId: string; personId: string; householdId: string | null; policyId: string; decision: Decision
  originClass: string; state: EpisodeState; measure: Measure; stages: Stage[]; anchorOn: Day; startsOn: Day; endsOn: Day; place: 'home' | 'site'
  roomId: string | null; doctorId: string | null; workerId: string | null; openedAt: Instant; closedAt: Instant | null; name: string
}

const columns = sql`e.id, e.area_id as "areaId", e.area_path as "areaPath", e.community_id as "communityId", e.person_id as "personId", e.household_id as "householdId",
  e.policy_id as "policyId", e.decision, e.origin_class as "originClass", e.state, e.measure, e.stages, e.anchor_on as "anchorOn", e.starts_on as "startsOn",
  e.ends_on as "endsOn", e.place, e.room_id as "roomId", e.doctor_id as "doctorId", e.worker_id as "workerId", e.opened_at as "openedAt", e.closed_at as "closedAt", p.name`
const from = sql`from episode e join person p on p.id = e.person_id`

/** Locked: two people changing the same episode come one after the other. */
export const lockEpisode = (db: Sql, episodeId: string): Promise<EpisodeRow> => db.get<EpisodeRow>(sql`select ${columns} ${from} where e.id = ${episodeId} for update of e`)

export const findActiveOf = (db: Sql, personId: string): Promise<EpisodeRow | undefined> =>
  db.find<EpisodeRow>(sql`select ${columns} ${from} where e.person_id = ${personId} and e.state = 'active' for update of e`)

export const episodesByIds = (db: Sql, ids: readonly string[]): Promise<EpisodeRow[]> => db.rows<EpisodeRow>(sql`select ${columns} ${from} where e.id = any(${ids}::uuid[])`)

export interface NewEpisode {
  id: string; areaId: string; areaPath: string; communityId: string; personId: string; householdId: string | null; screeningId: string | null; becauseOf: string | null
  policyId: string; decision: Decision; originClass: string; measure: Measure; place: 'home' | 'site'; roomId: string | null; by: string | null; at: Instant; today: Day
}

/**
 * 挂联 decides: whoever holds one of these duties at the person's own area or the nearest above it, with an account of a fitting role that
 * reaches there and is at work today; where nobody does, whoever is granted at the nearest area.
 */
const responsible = (roles: string[], duties: string[], path: string, today: Day) => sql`coalesce(
  (select a.id from duty_assignment d join account a on a.id = d.account_id
   where d.area_path = any(${withAbove(path)}::text[]) and d.duty_role = any(${duties}::text[]) and d.ended_at is null and d.starts_on <= ${today}
     and (d.ends_on is null or d.ends_on >= ${today}) and a.role = any(${roles}::text[]) and a.state = 'active' and starts_with(${path}, a.area_path)
     and (a.valid_until is null or a.valid_until >= ${today})
     and not exists (select from leave l where l.account_id = a.id and l.ended_at is null and ${today}::date between l.from_on and l.to_on)
   order by length(d.area_path) desc, d.starts_on, d.id limit 1),
  (select a.id from account a where a.role = any(${roles}::text[]) and a.state = 'active'
   and starts_with(${path}, a.area_path) order by length(a.area_path) desc, a.created_at limit 1))`
const WORKER = { roles: ['gridWorker', 'communityWorker'], duties: ['buildingHead', 'gridWorker', 'compoundKeeper', 'communitySupervisor'] }
const DOCTOR = { roles: ['healthCentreDoctor'], duties: ['doctorTeam'] }

export const insertEpisode = (db: Sql, e: NewEpisode): Promise<number> => db.run(sql`
  insert into episode (id, area_id, area_path, community_id, person_id, household_id, screening_id, because_of_episode_id, policy_id, decision, origin_class, state, measure,
    stages, anchor, anchor_on, starts_on, ends_on, place, room_id, doctor_id, worker_id, opened_at, opened_by)
  values (${e.id}, ${e.areaId}, ${e.areaPath}, ${e.communityId}, ${e.personId}, ${e.householdId}, ${e.screeningId}, ${e.becauseOf}, ${e.policyId}, ${JSON.stringify(e.decision)}::jsonb,
    ${e.originClass}, 'active', ${e.measure}, ${JSON.stringify(e.decision.stages)}::jsonb, ${e.decision.anchor}, ${e.decision.anchorOn}, ${e.decision.startsOn}, ${e.decision.endsOn},
    ${e.place}, ${e.roomId}, ${responsible(DOCTOR.roles, DOCTOR.duties, e.areaPath, e.today)}, ${responsible(WORKER.roles, WORKER.duties, e.areaPath, e.today)}, ${e.at}, ${e.by})`)

export const setStages = (db: Sql, episodeId: string, stages: readonly Stage[], endsOn: Day, measure: Measure, place: 'home' | 'site'): Promise<number> => db.run(sql`
  update episode set stages = ${JSON.stringify(stages)}::jsonb, ends_on = ${endsOn}, measure = ${measure}, place = ${place},
    room_id = case when ${place} = 'site' then room_id end, version = version + 1 where id = ${episodeId}`)

export const setRoom = (db: Sql, episodeId: string, roomId: string | null): Promise<number> => db.run(sql`update episode set room_id = ${roomId}, version = version + 1 where id = ${episodeId}`)

export const setStaff = (db: Sql, episodeId: string, doctorId: string | null, workerId: string | null): Promise<number> => db.run(sql`
  update episode set doctor_id = coalesce(${doctorId}, doctor_id), worker_id = coalesce(${workerId}, worker_id), version = version + 1 where id = ${episodeId}`)

/** Ends episodes; what is still owed to them is no longer due. */
export async function closeEpisodes(db: Sql, ids: readonly string[], state: EpisodeState, c: { at: Instant; by: string | null; name: string | null; orderNo: string | null }): Promise<void> {
  await db.run(sql`update episode set state = ${state}, closed_at = ${c.at}, closed_by = ${c.by}, closer_name = ${c.name}, close_order_no = ${c.orderNo}, version = version + 1
    where id = any(${ids}::uuid[])`)
  await db.run(sql`update visit set state = 'cancelled', ended_at = ${c.at} where episode_id = any(${ids}::uuid[]) and state = 'owed'`)
  await db.run(sql`delete from check_due where episode_id = any(${ids}::uuid[]) and state = 'open'`)
  await db.run(sql`update link set expires_at = ${c.at}::timestamptz + interval '3 days' where episode_id = any(${ids}::uuid[]) and revoked_at is null`)
}

/** The end is taken back; what it cancelled is owed again. */
export async function reopenEpisode(db: Sql, episodeId: string): Promise<void> {
  await db.run(sql`update visit v set state = 'owed', ended_at = null from episode e where e.id = ${episodeId} and v.episode_id = e.id and v.state = 'cancelled' and v.ended_at = e.closed_at`)
  await db.run(sql`update episode set state = 'active', closed_at = null, closed_by = null, closer_name = null, close_order_no = null, version = version + 1 where id = ${episodeId}`)
  await db.run(sql`update link set expires_at = null where episode_id = ${episodeId}`)
}

export interface NewChange {
  id: string; episodeId: string; areaPath: string; kind: string; before?: unknown; after?: unknown; orderNo?: string | null; reason?: string | null; at: Instant; accountId: string | null; name: string | null
}
const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
export const insertChanges = (db: Sql, all: readonly NewChange[]): Promise<number> => db.run(sql`
  insert into episode_change (id, episode_id, area_path, kind, before, after, order_no, reason, at, account_id, account_name)
  select * from unnest(${all.map((c) => c.id)}::uuid[], ${all.map((c) => c.episodeId)}::uuid[], ${all.map((c) => c.areaPath)}::text[], ${all.map((c) => c.kind)}::text[],
    ${all.map((c) => json(c.before))}::jsonb[], ${all.map((c) => json(c.after))}::jsonb[], ${all.map((c) => c.orderNo ?? null)}::text[], ${all.map((c) => c.reason ?? null)}::text[],
    ${all.map((c) => c.at)}::timestamptz[], ${all.map((c) => c.accountId)}::uuid[], ${all.map((c) => c.name)}::text[])`)

/** People of the household who are there and not managed yet (同住人). */
export const cohabitants = (db: Sql, householdId: string, personId: string): Promise<{ id: string; areaId: string; areaPath: string }[]> => db.rows(sql`
  select p.id, p.area_id as "areaId", p.area_path as "areaPath" from person p
  where p.household_id = ${householdId} and p.id <> ${personId} and p.state = 'present'
    and not exists (select from episode e where e.person_id = p.id and e.state = 'active')`)

/** 因此一并管理: who is managed only because of somebody's episode, locked; `standing`: there are readings by now, or something about themselves. */
export const becauseOf = (db: Sql, episodeId: string): Promise<(EpisodeRow & { standing: boolean })[]> => db.rows(sql`
  select ${columns}, exists (select from health_check c where c.episode_id = e.id) or exists (select from screening s where s.episode_id = e.id) or ${byHand} as standing
  ${from} where e.because_of_episode_id = ${episodeId} and e.state = 'active' order by e.id for update of e`)

/** The stage today is in, for every active episode at once; returns those that moved on. */
export const advanceStages = (db: Sql, today: Day): Promise<{ id: string; areaPath: string; before: Measure; after: Measure; personId: string }[]> => db.rows(sql`
  with now as (
    select e.id, e.measure as before, s.value ->> 'measure' as after from episode e
    cross join lateral (select value from jsonb_array_elements(e.stages) where value ->> 'startsOn' <= ${today} order by value ->> 'startsOn' desc limit 1) s
    where e.state = 'active' and jsonb_array_length(e.stages) > 1 and s.value ->> 'measure' <> e.measure)
  update episode e set measure = now.after, place = case when now.after = 'centralQuarantine' then 'site' else 'home' end,
    room_id = case when now.after = 'centralQuarantine' then e.room_id end, version = version + 1
  from now where now.id = e.id returning e.id, e.area_path as "areaPath", now.before, now.after, e.person_id as "personId"`)
