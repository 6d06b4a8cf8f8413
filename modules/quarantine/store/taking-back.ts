import sql from 'sql-template-tag'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Sql } from '../../../kernel/ctx.ts'

/** A reading is gone; what it had closed is closed by another reading of that window, or due again, as late as it was. */
export async function takeBackCheck(db: Sql, episodeId: string, checkId: string, at: Instant): Promise<void> {
  await db.run(sql`delete from health_check where id = ${checkId}`)
  await db.run(sql`
    update check_due d set check_id = other.id, state = case when other.id is not null then 'done' when d.closes_at > ${at} then 'open' else 'missed' end
    from (select d.episode_id, d.due_on, d.check_window,
        (select c.id from health_check c where c.episode_id = d.episode_id and c.due_on = d.due_on and c.check_window = d.check_window and c.temperature is not null and not c.device_error order by c.taken_at limit 1) as id
      from check_due d where d.episode_id = ${episodeId} and d.check_id = ${checkId}) other
    where d.episode_id = other.episode_id and d.due_on = other.due_on and d.check_window = other.check_window`)
}

/** A call at the door that had been settled by a reading is owed again. */
export const oweMissedVisits = (db: Sql, episodeIds: readonly string[], at: Instant): Promise<number> => db.run(sql`
  update visit v set state = 'owed' where v.episode_id = any(${episodeIds}::uuid[]) and v.state = 'cancelled' and v.purpose = 'missedCheck' and v.due_at >= ${at}
    and exists (select from check_due d where d.episode_id = v.episode_id and d.state = 'missed' and v.once_key = d.episode_id || ':' || d.due_on || ':missed')`)

interface Gap { dueOn: Day; window: string }
/** An explanation is gone, the window is missed again. */
export const takeBackGap = (db: Sql, episodeId: string, { dueOn, window }: Gap): Promise<number> => db.run(sql`
  update check_due set state = 'missed', explanation = null, explained_by = null, explainer_name = null, explained_at = null
  where episode_id = ${episodeId} and due_on = ${dueOn} and check_window = ${window} and state = 'explained'`)

export const whoExplained = (db: Sql, episodeId: string, { dueOn, window }: Gap): Promise<{ by: string | null; at: Instant | null } | undefined> => db.find(sql`
  select explained_by as by, explained_at as at from check_due where episode_id = ${episodeId} and due_on = ${dueOn} and check_window = ${window} and state = 'explained'`)

/** Calls at the door are owed again where their episode still runs, and otherwise as if its end had cancelled them; the triggers set back when the household was last seen. */
export const takeBackVisits = (db: Sql, visitIds: readonly string[]): Promise<number> => db.run(sql`
  update visit v set state = case when x.ended_at is null then 'owed' else 'cancelled' end, ended_at = x.ended_at, made_at = null, result = null, note = null, account_id = null, visitor_name = null, recorded_at = null
  from (select w.id, e.closed_at as ended_at from visit w left join episode e on e.id = w.episode_id where w.id = any(${[...visitIds]}::uuid[])) x where v.id = x.id`)

/** What was measured on a visit. */
export const checkOfVisit = (db: Sql, episodeId: string, visitId: string): Promise<{ id: string } | undefined> => db.find(sql`
  select id from health_check where episode_id = ${episodeId} and visit_id = ${visitId} order by received_at desc limit 1`)
