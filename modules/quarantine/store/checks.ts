import sql, { empty } from 'sql-template-tag'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Sql } from '../../../kernel/ctx.ts'

/** Compiling a statement (0.2–0.7 s) costs more than it saves in the day's three large ones. */
export const withoutCompiling = (db: Sql): Promise<number> => db.run(sql`select set_config('jit', 'off', true)`)

/** Orders are long documents: for one episode only its own is opened. */
const ofEpisode = (episodeId: string) => sql`where p.id = (select policy_id from episode where id = ${episodeId})`

/**
 * The checks of a day for all active episodes (or one), from the windows of the policy each was decided by. Again on the same day it
 * adds nothing. The windows are computed once for each policy: text made into times row by row took half of the whole.
 */
export const insertDue = (db: Sql, day: Day, only?: { episodeId: string; from: Instant }): Promise<number> => db.run(sql`
  with w as materialized (
    select p.id as policy_id, x ->> 'id' as id, (${day} || ' ' || (x ->> 'from') || '+08')::timestamptz as opens,
           (${day} || ' ' || (x ->> 'from') || '+08')::timestamptz + make_interval(mins => (x ->> 'remindAfterMinutes')::int) as remind,
           (${day} || ' ' || (x ->> 'to') || '+08')::timestamptz as closes, (${day} || ' ' || (p.document -> 'deadlines' ->> 'missedVisitBy') || '+08')::timestamptz as visit
    from policy p cross join lateral jsonb_array_elements(p.document -> 'checkWindows') x ${only ? ofEpisode(only.episodeId) : empty})
  insert into check_due (episode_id, due_on, check_window, area_path, opens_at, remind_at, closes_at, visit_by)
  select e.id, ${day}::date, w.id, e.area_path, w.opens, w.remind, w.closes, w.visit
  from episode e join w on w.policy_id = e.policy_id
  where e.state = 'active' and e.starts_on <= ${day} and e.ends_on >= ${day} and w.closes > e.opened_at
    ${only ? sql`and e.id = ${only.episodeId}` : empty}
  on conflict do nothing`)

/** Visits the policy's stage of the day asks for (医生上门), once a day and visitor; due when the policy's last window of the day closes. */
export const insertVisitsOwed = (db: Sql, day: Day, at: Instant, only?: string): Promise<number> => db.run(sql`
  with w as materialized (
    select p.id as policy_id, (${day} || ' ' || max(x ->> 'to') || '+08')::timestamptz as closes
    from policy p cross join lateral jsonb_array_elements(p.document -> 'checkWindows') x ${only ? ofEpisode(only) : empty} group by p.id)
  insert into visit (id, episode_id, household_id, area_path, visitor, purpose, state, due_at, created_at, once_key)
  select gen_random_uuid(), e.id, e.household_id, e.area_path, v ->> 'by', 'routine', 'owed', w.closes, ${at}::timestamptz, e.id || ':' || ${day} || ':' || (v ->> 'by') || ':' || n
  from episode e join w on w.policy_id = e.policy_id
  cross join lateral (select value from jsonb_array_elements(e.stages) where value ->> 'startsOn' <= ${day} and value ->> 'endsOn' >= ${day} order by value ->> 'startsOn' desc limit 1) s
  cross join lateral jsonb_array_elements(s.value -> 'visits') v
  cross join lateral generate_series(1, (v ->> 'perDay')::int) n
  where e.state = 'active' ${only ? sql`and e.id = ${only}` : empty}
  on conflict (once_key) do nothing`)

export const insertTests = (db: Sql, all: readonly { id: string; episodeId: string; areaPath: string; dueOn: Day }[]): Promise<number> => db.run(sql`
  insert into episode_test (id, episode_id, area_path, due_on)
  select * from unnest(${all.map((t) => t.id)}::uuid[], ${all.map((t) => t.episodeId)}::uuid[], ${all.map((t) => t.areaPath)}::text[], ${all.map((t) => t.dueOn)}::date[])
  on conflict (episode_id, due_on) do nothing`)

export const saveTest = (db: Sql, t: { id: string; episodeId: string; areaPath: string; dueOn: Day; takenOn: Day; result: string; by: string | null; name: string | null; at: Instant }): Promise<number> => db.run(sql`
  insert into episode_test (id, episode_id, area_path, due_on, taken_on, result, account_id, recorder_name, recorded_at)
  values (${t.id}, ${t.episodeId}, ${t.areaPath}, ${t.dueOn}, ${t.takenOn}, ${t.result}, ${t.by}, ${t.name}, ${t.at})
  on conflict (episode_id, due_on) do update set taken_on = excluded.taken_on, result = excluded.result, account_id = excluded.account_id,
    recorder_name = excluded.recorder_name, recorded_at = excluded.recorded_at`)

export interface NewCheck {
  id: string; episodeId: string; areaPath: string; takenAt: Instant; dueOn: Day | null; window: string | null; temperature: number | null; site: string | null
  deviceError: boolean; symptoms: string[]; abnormal: boolean; channel: string; accountId: string | null; takerName: string | null; visitId: string | null; note: string | null; closesDue: boolean
}

/** Readings go in as they are; those that close a due check close it, also when it had already been counted as missed. */
export async function insertChecks(db: Sql, all: readonly NewCheck[], at: Instant): Promise<void> {
  await db.run(sql`
    insert into health_check (id, episode_id, area_path, taken_at, received_at, due_on, check_window, temperature, temperature_site, device_error, symptoms, abnormal, channel,
      account_id, taker_name, visit_id, note)
    select id, episode_id, area_path, taken_at, ${at}::timestamptz, due_on, check_window, temperature, site, device_error, coalesce(string_to_array(nullif(symptoms, ''), ','), '{}'), abnormal,
      channel, account_id, taker_name, visit_id, note
    from unnest(${all.map((c) => c.id)}::uuid[], ${all.map((c) => c.episodeId)}::uuid[], ${all.map((c) => c.areaPath)}::text[], ${all.map((c) => c.takenAt)}::timestamptz[],
      ${all.map((c) => c.dueOn)}::date[], ${all.map((c) => c.window)}::text[], ${all.map((c) => c.temperature)}::numeric[], ${all.map((c) => c.site)}::text[],
      ${all.map((c) => c.deviceError)}::boolean[], ${all.map((c) => c.symptoms.join(','))}::text[], ${all.map((c) => c.abnormal)}::boolean[], ${all.map((c) => c.channel)}::text[],
      ${all.map((c) => c.accountId)}::uuid[], ${all.map((c) => c.takerName)}::text[], ${all.map((c) => c.visitId)}::uuid[], ${all.map((c) => c.note)}::text[])
      as x (id, episode_id, area_path, taken_at, due_on, check_window, temperature, site, device_error, symptoms, abnormal, channel, account_id, taker_name, visit_id, note)`)
  const closing = all.filter((c) => c.closesDue && c.window !== null)
  if (closing.length === 0) return
  await db.run(sql`
    update check_due d set state = 'done', check_id = x.id
    from unnest(${closing.map((c) => c.id)}::uuid[], ${closing.map((c) => c.episodeId)}::uuid[], ${closing.map((c) => c.dueOn)}::date[], ${closing.map((c) => c.window)}::text[]) as x (id, episode_id, due_on, check_window)
    where d.episode_id = x.episode_id and d.due_on = x.due_on and d.check_window = x.check_window and d.state in ('open', 'missed')`)
}

export const explain = (db: Sql, g: { episodeId: string; dueOn: Day; window: string; reason: string; by: string | null; name: string | null; at: Instant }): Promise<number> => db.run(sql`
  update check_due set state = 'explained', explanation = ${g.reason}, explained_by = ${g.by}, explainer_name = ${g.name}, explained_at = ${g.at}
  where episode_id = ${g.episodeId} and due_on = ${g.dueOn} and check_window = ${g.window} and state = 'missed'`)

/** Reminders that are due now; the residents' pages and the lists show them. */
export const remindDue = (db: Sql, at: Instant, only?: readonly string[]): Promise<number> => db.run(sql`
  update check_due set reminded_at = ${at} where state = 'open' and reminded_at is null and closes_at > ${at}
    and ${only ? sql`opens_at <= ${at} and episode_id = any(${only}::uuid[])` : sql`remind_at <= ${at}`}`)

export const remindAllOpen = (db: Sql, at: Instant): Promise<number> => db.run(sql`
  update check_due set reminded_at = ${at} where state = 'open' and opens_at <= ${at} and closes_at > ${at}`)

/** Windows that closed without a reading: missed, handed to the grid worker, and a visit is owed the same day. */
export const missOverdue = (db: Sql, at: Instant): Promise<{ episodeId: string; areaPath: string; personId: string; householdId: string | null; window: string; dueOn: Day; visitBy: Instant }[]> => db.rows(sql`
  update check_due d set state = 'missed', escalated_at = ${at}
  from episode e where e.id = d.episode_id and d.state = 'open' and d.closes_at <= ${at}
  returning d.episode_id as "episodeId", d.area_path as "areaPath", e.person_id as "personId", e.household_id as "householdId", d.check_window as "window", d.due_on as "dueOn", d.visit_by as "visitBy"`)

export const countChecks = async (db: Sql, episodeId: string): Promise<number> => (await db.get<{ n: number }>(sql`select count(*) as n from health_check where episode_id = ${episodeId}`)).n
