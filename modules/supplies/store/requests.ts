import sql, { join, type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { RequestState, SentLot } from '../contract.ts'
import type { RequestRow } from '../tables.ts'
import { isReversed } from './items.ts'

const columns = sql`q.id as "requestId", q.item_id as "itemId", q.area_id as "areaId", q.area_path as "areaPath", a.name as "areaName", i.name, i.spec, i.unit, q.quantity, q.why, q.asked_at as "askedAt", q.asker_name as "askerName", q.state, q.sent_quantity as "sentQuantity", q.sent_lots as "sentLots",
  q.answered_at as "answeredAt", q.office_name as "officeName", q.answerer_name as "answererName", q.answer, q.arrived_quantity as "arrivedQuantity", q.arrived_at as "arrivedAt", q.receiver_name as "receiverName", i.least,
  (select coalesce(sum(m.quantity), 0)::int from supply_movement m where m.item_id = q.item_id and m.undone_at is null) as balance`
const used = (since: Instant): Fragment => sql`(select coalesce(-sum(m.quantity), 0)::int from supply_movement m where m.item_id = q.item_id and m.kind = 'given' and m.undone_at is null and m.at >= ${since} and not ${isReversed}) as used`
const from = sql`supply_request q join supply_item i on i.id = q.item_id join area a on a.id = q.area_id`
const inRange = ({ lo, hi }: Scope): Fragment => sql`q.area_path >= ${lo} and q.area_path < ${hi}`

export function listRequests(db: Sql, f: { tab: RequestState; range: Scope; since: Instant; after: PageKey | undefined; limit: number }): Promise<(RequestRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: [sql`q.asked_at`, sql`q.id`], desc: f.tab !== 'asked' && f.tab !== 'sent' }
  return db.rows(sql`select ${columns}, ${used(f.since)}, ${keyIn(walk)} as "walkKey" from ${from} where ${join([inRange(f.range), sql`q.state = ${f.tab}`, ...beyond(walk, f.after)], ' and ')} order by ${inOrder(walk)} limit ${f.limit + 1}`)
}
export const countRequests = (db: Sql, range: Scope): Promise<Record<RequestState, number>> => db.get(sql`
  select (count(*) filter (where q.state = 'asked'))::int as asked, (count(*) filter (where q.state = 'sent'))::int as sent, (count(*) filter (where q.state = 'arrived'))::int as arrived, (count(*) filter (where q.state = 'refused'))::int as refused, (count(*) filter (where q.state = 'withdrawn'))::int as withdrawn
  from supply_request q where ${inRange(range)}`)
/** 今日待办: what waits for an answer or for arrival, the oldest first. */
export const requestsDue = (db: Sql, range: Scope, state: 'asked' | 'sent', since: Instant, limit: number): Promise<(RequestRow & { total: number })[]> => db.rows(sql`
  select ${columns}, ${used(since)}, (count(*) over ())::int as total from ${from} where ${inRange(range)} and q.state = ${state} order by q.asked_at, q.id limit ${limit}`)
export const getRequest = (db: Sql, id: string, since: Instant): Promise<RequestRow> => db.get(sql`select ${columns}, ${used(since)} from ${from} where q.id = ${id}`)
export const requestsOfItem = (db: Sql, itemId: string, since: Instant, limit: number): Promise<RequestRow[]> => db.rows(sql`select ${columns}, ${used(since)} from ${from} where q.item_id = ${itemId} order by q.asked_at desc, q.id desc limit ${limit}`)
export const lockRequest = (db: Sql, id: string): Promise<unknown> => db.get(sql`select id from supply_request where id = ${id} for update`)

export const insertRequest = (db: Sql, r: { id: string; itemId: string; areaId: string; areaPath: string; quantity: number; why: string | null; at: Instant; by: string | null }): Promise<number> => db.run(sql`
  insert into supply_request (id, item_id, area_id, area_path, quantity, why, asked_at, asker_name, state) values (${r.id}, ${r.itemId}, ${r.areaId}, ${r.areaPath}, ${r.quantity}, ${r.why}, ${r.at}, ${r.by}, 'asked')`)
export const setState = (db: Sql, id: string, state: RequestState): Promise<number> => db.run(sql`update supply_request set state = ${state} where id = ${id}`)
export const setAnswer = (db: Sql, id: string, v: { state: 'asked' | 'sent' | 'refused'; quantity: number | null; lots: readonly SentLot[] | null; at: Instant | null; office: string | null; by: string | null; answer: string | null }): Promise<number> => db.run(sql`
  update supply_request set state = ${v.state}, sent_quantity = ${v.quantity}, sent_lots = ${v.lots === null ? null : JSON.stringify(v.lots)}::jsonb, answered_at = ${v.at}, office_name = ${v.office}, answerer_name = ${v.by}, answer = ${v.answer} where id = ${id}`)
export const setArrival = (db: Sql, id: string, v: { state: 'sent' | 'arrived'; quantity: number | null; at: Instant | null; by: string | null }): Promise<number> => db.run(sql`
  update supply_request set state = ${v.state}, arrived_quantity = ${v.quantity}, arrived_at = ${v.at}, receiver_name = ${v.by} where id = ${id}`)
