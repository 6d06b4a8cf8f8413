import sql, { join, type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { TerminalLine } from '../contract.ts'
import type { TerminalRow } from '../tables.ts'
import { inRange, placeName, placeOf } from './points.ts'

const columns = sql`x.id as "terminalId", x.area_id as "areaId", x.area_path as "areaPath", ${placeName} as "placeName", x.kind, x.place, x.why, x.asked_at as "askedAt", x.asker_name as "askerName", x.due_at as "dueAt", x.state, x.withdrawn_reason as "withdrawnReason",
  d.people as team, d.at as "doneAt", d.evaluation`
const from: Fragment = sql`terminal_disinfection x ${placeOf(sql`x`)} left join lateral (select d.people, d.at, d.evaluation from disinfection d where d.terminal_id = x.id and d.undone_at is null order by d.at desc, d.id desc limit 1) d on true`

export function listTerminals(db: Sql, f: { tab: TerminalLine['state']; range: Scope; after: PageKey | undefined; limit: number }): Promise<(TerminalRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: [sql`x.due_at`, sql`x.id`], desc: f.tab !== 'asked' }
  return db.rows(sql`select ${columns}, ${keyIn(walk)} as "walkKey" from ${from} where ${join([inRange(sql`x`, f.range), sql`x.state = ${f.tab}`, ...beyond(walk, f.after)], ' and ')} order by ${inOrder(walk)} limit ${f.limit + 1}`)
}
export const countTerminals = (db: Sql, range: Scope): Promise<Record<TerminalLine['state'], number>> => db.get(sql`
  select (count(*) filter (where x.state = 'asked'))::int as asked, (count(*) filter (where x.state = 'done'))::int as done, (count(*) filter (where x.state = 'withdrawn'))::int as withdrawn from terminal_disinfection x where ${inRange(sql`x`, range)}`)
/** 今日待办: what stands until it is done and good. */
export const terminalsAsked = (db: Sql, range: Scope, now: Instant, limit: number): Promise<(TerminalRow & { total: number; overdue: number })[]> => db.rows(sql`
  select ${columns}, (count(*) over ())::int as total, (count(*) filter (where x.due_at <= ${now}) over ())::int as overdue from ${from} where ${inRange(sql`x`, range)} and x.state = 'asked' order by x.due_at, x.id limit ${limit}`)
export const getTerminal = (db: Sql, id: string): Promise<TerminalRow> => db.get(sql`select ${columns} from ${from} where x.id = ${id}`)
export const lockTerminal = (db: Sql, id: string): Promise<unknown> => db.get(sql`select id from terminal_disinfection where id = ${id} for update`)
export const insertTerminal = (db: Sql, t: { id: string; areaId: string; areaPath: string; kind: string; place: string; why: string; at: Instant; by: string | null; dueAt: Instant }): Promise<number> => db.run(sql`
  insert into terminal_disinfection (id, area_id, area_path, kind, place, why, asked_at, asker_name, due_at, state) values (${t.id}, ${t.areaId}, ${t.areaPath}, ${t.kind}, ${t.place}, ${t.why}, ${t.at}, ${t.by}, ${t.dueAt}, 'asked')`)
export const setTerminal = (db: Sql, id: string, state: TerminalLine['state'], reason: string | null): Promise<number> => db.run(sql`update terminal_disinfection set state = ${state}, withdrawn_reason = ${reason} where id = ${id}`)
