import sql from 'sql-template-tag'
import type { Instant } from '../../../kernel/dates.ts'
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
