import sql from 'sql-template-tag'

/** As `overAt` in rules.ts. */
export const overAt = sql`(date_trunc('day', t.in_at at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' + interval '1 day')`
/** When whoever came in was out: with the night at the latest, whether they scanned out or not. */
export const leftAt = sql`least(t.out_at, ${overAt})`
