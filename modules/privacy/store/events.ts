import sql from 'sql-template-tag'
import { scopeOf, type Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Certificate, EventState } from '../contract.ts'

export interface EventRow {
  eventId: string; areaId: string; areaPath: string; areaName: string; title: string; orderNo: string; startedOn: Day; state: EventState; createdAt: Instant; creatorName: string | null
  certificate: Certificate | null
}
const columns = sql`e.id as "eventId", e.area_id as "areaId", e.area_path as "areaPath", a.name as "areaName", e.title, e.order_no as "orderNo", e.started_on as "startedOn", e.state,
  e.created_at as "createdAt", e.creator_name as "creatorName", e.certificate`
const from = sql`from privacy_event e join area a on a.id = e.area_id`

export const listEvents = (db: Sql): Promise<EventRow[]> => db.rows<EventRow>(sql`select ${columns} ${from} order by e.state = 'closed', e.started_on desc`)
export const lockEvent = (db: Sql, id: string): Promise<EventRow> => db.get<EventRow>(sql`select ${columns} ${from} where e.id = ${id} for update of e`)
export const getEvent = (db: Sql, id: string): Promise<EventRow> => db.get<EventRow>(sql`select ${columns} ${from} where e.id = ${id}`)

/** An event at, above or below the area that is not over: data would belong to two. */
export const runningEvent = (db: Sql, areaPath: string): Promise<{ title: string } | undefined> => db.find(sql`
  select title from privacy_event where state <> 'closed' and (starts_with(area_path, ${areaPath}) or starts_with(${areaPath}, area_path)) limit 1`)

export const insertEvent = (db: Sql, e: { id: string; areaId: string; areaPath: string; title: string; orderNo: string; startedOn: Day; at: Instant; by: string | null; name: string | null }): Promise<number> => db.run(sql`
  insert into privacy_event (id, area_id, area_path, title, order_no, started_on, state, created_at, created_by, creator_name)
  values (${e.id}, ${e.areaId}, ${e.areaPath}, ${e.title}, ${e.orderNo}, ${e.startedOn}, 'open', ${e.at}, ${e.by}, ${e.name})`)

export const setState = (db: Sql, id: string, state: EventState): Promise<number> => db.run(sql`update privacy_event set state = ${state} where id = ${id}`)
export const setCertificate = (db: Sql, id: string, c: Certificate): Promise<number> => db.run(sql`update privacy_event set state = 'closed', certificate = ${JSON.stringify(c)}::jsonb where id = ${id}`)

export const insertStep = (db: Sql, s: { id: string; eventId: string; areaPath: string; step: string; orderNo: string | null; reason: string | null; at: Instant; by: string | null; name: string | null }): Promise<number> => db.run(sql`
  insert into privacy_step (id, event_id, area_path, step, order_no, reason, at, account_id, account_name)
  values (${s.id}, ${s.eventId}, ${s.areaPath}, ${s.step}, ${s.orderNo}, ${s.reason}, ${s.at}, ${s.by}, ${s.name})`)

export interface StepRow { id: string; step: string; orderNo: string | null; reason: string | null; at: Instant; accountName: string | null; eventId: string; accountId: string | null }
export const stepsOf = (db: Sql, eventIds: readonly string[]): Promise<StepRow[]> => db.rows<StepRow>(sql`
  select id, step, order_no as "orderNo", reason, at, account_name as "accountName", event_id as "eventId", account_id as "accountId" from privacy_step where event_id = any(${eventIds}::uuid[]) order by at, id`)

export const freeze = (db: Sql, eventId: string, areaPath: string, what: 'collecting' | 'all'): Promise<number> => db.run(sql`
  insert into frozen_area (event_id, area_path, what) values (${eventId}, ${areaPath}, ${what}) on conflict (event_id) do update set what = excluded.what`)
export const unfreeze = (db: Sql, eventId: string): Promise<number> => db.run(sql`delete from frozen_area where event_id = ${eventId}`)

/** Codes on posters take nothing for the event any more; the personal page stays open, for seeing and objecting to what is held. */
export const stopLinks = (db: Sql, areaPath: string, at: Instant): Promise<number> => {
  const { lo, hi } = scopeOf(areaPath)
  return db.run(sql`update link set stopped_at = ${at} where area_path >= ${lo} and area_path < ${hi} and revoked_at is null and stopped_at is null and purpose <> 'personal'`)
}

/** They take again what is told for an event: the stop is taken back, or another event has begun. */
export const resumeLinks = (db: Sql, areaPath: string): Promise<number> => {
  const { lo, hi } = scopeOf(areaPath)
  return db.run(sql`update link set stopped_at = null where area_path >= ${lo} and area_path < ${hi} and stopped_at is not null`)
}

/** 平战结合: whether an order holds at an area and its event goes on. */
export const emergencyAt = async (db: Sql, areaPath: string, at: Instant): Promise<boolean> =>
  (await db.get<{ emergency: boolean }>(sql`select emergency_at(${areaPath}, ${at}) as emergency`)).emergency

/** What is still under way and must end first: people managed, leads not closed, reports not verified. */
export const underWay = (db: Sql, areaPath: string): Promise<{ episodes: number; leads: number; waiting: number }> => {
  const { lo, hi } = scopeOf(areaPath)
  return db.get(sql`
    select (select count(*) from episode where state = 'active' and area_path >= ${lo} and area_path < ${hi})::int as episodes,
           (select count(*) from lead where state <> 'closed' and area_path >= ${lo} and area_path < ${hi})::int as leads,
           (select count(*) from screening where state = 'toVerify' and area_path >= ${lo} and area_path < ${hi})::int as waiting`)
}

export interface ReviewRow { kind: string; decision: 'destroy' | 'keep'; reason: string | null; keepUntil: Day | null }
export const reviewsOf = (db: Sql, eventId: string): Promise<ReviewRow[]> => db.rows<ReviewRow>(sql`select kind, decision, reason, keep_until as "keepUntil" from privacy_review where event_id = ${eventId}`)
export const saveReview = (db: Sql, r: { eventId: string; areaPath: string; kind: string; decision: string; reason: string | null; keepUntil: Day | null; at: Instant; by: string | null; name: string | null }): Promise<number> => db.run(sql`
  insert into privacy_review (event_id, area_path, kind, decision, reason, keep_until, at, account_id, account_name)
  values (${r.eventId}, ${r.areaPath}, ${r.kind}, ${r.decision}, ${r.reason}, ${r.keepUntil}, ${r.at}, ${r.by}, ${r.name})
  on conflict (event_id, kind) do update set decision = excluded.decision, reason = excluded.reason, keep_until = excluded.keep_until, at = excluded.at, account_id = excluded.account_id, account_name = excluded.account_name`)

/** Events that are over where something kept until a day is past it. */
export const keptTooLong = (db: Sql, today: Day): Promise<EventRow[]> => db.rows<EventRow>(sql`
  select ${columns} ${from} where e.state = 'closed' and exists (select from privacy_review r where r.event_id = e.id and r.decision = 'keep' and r.keep_until < ${today})`)

export const readSetting = async <T>(db: Sql, key: string): Promise<T | undefined> => (await db.find<{ value: T }>(sql`select value from setting where key = ${key}`))?.value
export const writeSetting = (db: Sql, key: string, value: unknown): Promise<number> => db.run(sql`insert into setting (key, value) values (${key}, ${JSON.stringify(value)}::jsonb) on conflict (key) do update set value = excluded.value`)

