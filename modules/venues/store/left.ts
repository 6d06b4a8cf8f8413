import sql, { type Sql as Part } from 'sql-template-tag'

/** Of visits that were made; one that somebody objected to is none. */
export const stands = sql`t.taken_back_at is null`

/** As `overAt` in rules.ts, of the visit called so. */
export const overAt = (visit: Part): Part => sql`(date_trunc('day', ${visit}.in_at at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' + interval '1 day')`
/** When whoever came in was out: with the night at the latest, whether they scanned out or not. */
export const leftAt = sql`least(t.out_at, ${overAt(sql`t`)})`
