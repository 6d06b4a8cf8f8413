import sql from 'sql-template-tag'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Stage, Symptom } from '../../policies/contract.ts'

export const getHead = (db: Sql, episodeId: string): Promise<{
  because: { zh: string; en: string }; policyId: string; orderNo: string; clause: string; anchor: 'arrival' | 'lastExposure'; stages: Stage[]; siteName: string | null
  doctor: StaffRow | null; worker: StaffRow | null; becauseOfEpisodeId: string | null; closedAt: Instant | null; closerName: string | null
}> => db.get(sql`
  select e.decision -> 'because' as because, e.policy_id as "policyId", e.decision ->> 'orderNo' as "orderNo", e.decision ->> 'clause' as clause, e.anchor, e.stages,
         case when e.room_id is not null then room_name(e.room_id) end as "siteName", e.because_of_episode_id as "becauseOfEpisodeId", e.closed_at as "closedAt", e.closer_name as "closerName",
         (select json_build_object('id', a.id, 'name', a.name, 'officePhone', a.office_phone) from account a where a.id = e.doctor_id) as doctor,
         (select json_build_object('id', a.id, 'name', a.name, 'officePhone', a.office_phone) from account a where a.id = e.worker_id) as worker
  from episode e where e.id = ${episodeId}`)
export interface StaffRow { id: string; name: string; officePhone: string | null }

export const listReadings = (db: Sql, episodeId: string): Promise<{
  id: string; takenAt: Instant; temperature: number | null; site: string | null; deviceError: boolean; symptoms: Symptom[]; abnormal: boolean; channel: string
  takerName: string | null; window: string | null; dueOn: Day | null; note: string | null
}[]> => db.rows(sql`
  select id, taken_at as "takenAt", temperature, temperature_site as site, device_error as "deviceError", symptoms, abnormal, channel, taker_name as "takerName",
         check_window as "window", due_on as "dueOn", note from health_check where episode_id = ${episodeId} order by taken_at`)

export const listDue = (db: Sql, episodeId: string): Promise<{
  dueOn: Day; window: string; opensAt: Instant; closesAt: Instant; state: 'open' | 'done' | 'missed' | 'explained'; remindedAt: Instant | null; escalatedAt: Instant | null
  explanation: string | null; explainerName: string | null
}[]> => db.rows(sql`
  select due_on as "dueOn", check_window as "window", opens_at as "opensAt", closes_at as "closesAt", state, reminded_at as "remindedAt", escalated_at as "escalatedAt",
         explanation, explainer_name as "explainerName" from check_due where episode_id = ${episodeId} order by opens_at`)

export const listEpisodeVisits = (db: Sql, episodeId: string): Promise<{
  id: string; visitor: string; purpose: string; state: 'owed' | 'made' | 'cancelled'; dueAt: Instant | null; madeAt: Instant | null; visitorName: string | null; result: string | null; note: string | null; need: string | null
}[]> => db.rows(sql`
  select id, visitor, purpose, state, due_at as "dueAt", made_at as "madeAt", visitor_name as "visitorName", result, note, need from visit
  where episode_id = ${episodeId} and state <> 'cancelled' order by coalesce(made_at, due_at) desc`)

export const listTests = (db: Sql, episodeId: string): Promise<{ dueOn: Day; takenOn: Day | null; result: 'negative' | 'positive' | null; recorderName: string | null; recordedAt: Instant | null }[]> => db.rows(sql`
  select due_on as "dueOn", taken_on as "takenOn", result, recorder_name as "recorderName", recorded_at as "recordedAt" from episode_test where episode_id = ${episodeId} order by due_on`)

export const listChanges = (db: Sql, episodeId: string): Promise<{
  id: string; kind: string; before: Record<string, unknown> | null; after: Record<string, unknown> | null; orderNo: string | null; reason: string | null; at: Instant; accountName: string | null
}[]> => db.rows(sql`
  select id, kind, before, after, order_no as "orderNo", reason, at, account_name as "accountName" from episode_change where episode_id = ${episodeId} order by at desc, id desc`)

/** What a release depends on; `leadBeyond`: another office has an open lead about the person. */
export interface ReleaseCounts { gaps: number; testsRequired: number; testsNegative: number; anomalies: number; leadBeyond: boolean }
export const releaseCounts = sql`(select count(*) from check_due d where d.episode_id = e.id and d.state = 'missed')::int as gaps,
  (select count(*) from episode_test t where t.episode_id = e.id)::int as "testsRequired",
  (select count(*) from episode_test t where t.episode_id = e.id and t.result = 'negative')::int as "testsNegative",
  (select count(*) from lead l where l.episode_id = e.id and l.state <> 'closed')::int as anomalies, lead_beyond(e.person_id) as "leadBeyond"`
export const releaseFacts = (db: Sql, ids: readonly string[]): Promise<(ReleaseCounts & { id: string })[]> => db.rows(sql`
  select e.id, ${releaseCounts} from episode e where e.id = any(${ids}::uuid[])`)
