import sql, { join, type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { CallTab } from '../contract.ts'
import type { CallRow } from '../tables.ts'
import { inRange } from './volunteers.ts'

const columns = sql`c.id as "callId", c.area_id as "areaId", c.area_path as "areaPath", a.name as "areaName", c.kind, c.place, c.starts_at as "startsAt", c.ends_at as "endsAt", c.wanted, c.skill, c.note, c.state, c.asked_at as "askedAt", c.asker_name as "askerName",
  case when c.gate_id is null then null else jsonb_build_object('gateId', c.gate_id, 'on', c.on_date, 'slot', c.slot) end as shift, t.taken, t.unrecorded, t.names`
const from = sql`volunteer_call c join area a on a.id = c.area_id cross join lateral (
  select (count(*) filter (where s.state in ('taken', 'came')))::int as taken, (count(*) filter (where s.state = 'taken'))::int as unrecorded, coalesce(array_agg(coalesce(p.name, v.name) order by s.taken_at, s.id) filter (where s.state in ('taken', 'came')), '{}') as names
  from volunteer_service s join volunteer v on v.id = s.volunteer_id left join person p on p.id = v.person_id where s.call_id = c.id) t`

export interface Clock { now: Instant; /** 24小时内 */ soon: Instant }
/** The same as `callStanding` of the rules says of one. */
const inTab = (tab: CallTab, { now, soon }: Clock): Fragment => ({
  open: sql`c.state = 'open' and c.ends_at > ${now} and t.taken < c.wanted`, soon: sql`c.state = 'open' and c.ends_at > ${now} and t.taken < c.wanted and c.starts_at <= ${soon}`, full: sql`c.state = 'open' and c.ends_at > ${now} and t.taken >= c.wanted`,
  toRecord: sql`c.state = 'open' and c.ends_at <= ${now} and t.unrecorded > 0`, over: sql`(c.state = 'withdrawn' or (c.ends_at <= ${now} and t.unrecorded = 0))`,
})[tab]

export function listCalls(db: Sql, f: { tab: CallTab; range: Scope; clock: Clock; after: PageKey | undefined; limit: number }): Promise<(CallRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: [sql`c.starts_at`, sql`c.id`], desc: f.tab === 'over' }
  return db.rows(sql`select ${columns}, ${keyIn(walk)} as "walkKey" from ${from} where ${join([inRange(sql`c`, f.range), inTab(f.tab, f.clock), ...beyond(walk, f.after)], ' and ')} order by ${inOrder(walk)} limit ${f.limit + 1}`)
}
export const countCalls = (db: Sql, range: Scope, clock: Clock): Promise<Record<CallTab, number>> => {
  const n = (tab: CallTab) => sql`(count(*) filter (where ${inTab(tab, clock)}))::int`
  return db.get(sql`select ${n('open')} as open, ${n('soon')} as soon, ${n('full')} as full, ${n('toRecord')} as "toRecord", ${n('over')} as over from ${from} where ${inRange(sql`c`, range)}`)
}
/** 今日待办: what begins within a day and lacks hands, the first to begin first. */
export const callsSoon = (db: Sql, range: Scope, clock: Clock, limit: number): Promise<(CallRow & { total: number; late: number })[]> => db.rows(sql`
  select ${columns}, (count(*) over ())::int as total, (count(*) filter (where c.starts_at < ${clock.now}) over ())::int as late from ${from} where ${inRange(sql`c`, range)} and ${inTab('soon', clock)} order by c.starts_at, c.id limit ${limit}`)
export const getCall = (db: Sql, id: string): Promise<CallRow> => db.get(sql`select ${columns} from ${from} where c.id = ${id}`)
export const lockCall = (db: Sql, id: string): Promise<unknown> => db.get(sql`select id from volunteer_call where id = ${id} for update`)
export const openCallOf = (db: Sql, shift: { gateId: string; on: Day; slot: number }): Promise<{ id: string } | undefined> => db.find(sql`select id from volunteer_call where gate_id = ${shift.gateId} and on_date = ${shift.on} and slot = ${shift.slot} and state = 'open'`)
export interface NewCall { id: string; areaId: string; areaPath: string; kind: string; place: string; from: Instant; to: Instant; wanted: number; skill: string | null; note: string | null; shift: { gateId: string; on: Day; slot: number } | null; at: Instant; byName: string | null }
export const insertCall = (db: Sql, c: NewCall): Promise<number> => db.run(sql`
  insert into volunteer_call (id, area_id, area_path, kind, place, starts_at, ends_at, wanted, skill, note, gate_id, on_date, slot, asked_at, asker_name)
  values (${c.id}, ${c.areaId}, ${c.areaPath}, ${c.kind}, ${c.place}, ${c.from}, ${c.to}, ${c.wanted}, ${c.skill}, ${c.note}, ${c.shift?.gateId ?? null}, ${c.shift?.on ?? null}, ${c.shift?.slot ?? null}, ${c.at}, ${c.byName})`)
export const setCall = (db: Sql, id: string, state: 'open' | 'withdrawn'): Promise<number> => db.run(sql`update volunteer_call set state = ${state} where id = ${id}`)
