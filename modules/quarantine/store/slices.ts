import sql, { type Sql as Statement } from 'sql-template-tag'
import { addDays, instantAt, type Day, type Instant } from '../../../kernel/dates.ts'
import type { EpisodeSlice } from '../contract.ts'

export const startOf = (day: Day): Instant => instantAt(day, '00:00')
const endOf = (day: Day): Instant => startOf(addDays(day, 1))

/** Not measured although reminded, or past the window. */
export const unreported = (today: Day, now: Instant): Statement => sql`
  select d.episode_id from check_due d where d.due_on = ${today} and d.state = 'missed'
  union select d.episode_id from check_due d where d.due_on = ${today} and d.state = 'open' and d.remind_at <= ${now}`

/** Episodes as one figure of the dashboard or of Today counts them; the list it opens is made by the same condition. */
export function sliceCondition(slice: EpisodeSlice, day: Day, today: Day, now: Instant): Statement {
  switch (slice) {
    case 'opened': return sql`e.state <> 'cancelled' and e.opened_at >= ${startOf(day)} and e.opened_at < ${endOf(day)}`
    case 'released': return sql`e.state = 'released' and e.closed_at >= ${startOf(day)} and e.closed_at < ${endOf(day)}`
    case 'managed': return sql`e.state <> 'cancelled' and e.opened_at < ${endOf(day)} and (e.closed_at is null or e.closed_at >= ${endOf(day)})`
    // Confirmed on the day after the last one; late from then on.
    case 'releaseLate': return sql`e.state = 'active' and e.ends_on < ${addDays(today, -1)}`
    case 'unreported': return sql`e.state = 'active' and e.id in (${unreported(today, now)})`
    case 'missed': return sql`e.state = 'active' and e.id in (select d.episode_id from check_due d where d.due_on = ${today} and d.state = 'missed')`
  }
}
