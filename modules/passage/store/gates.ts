import sql, { join, raw, type Sql as Part } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import { addMinutes, instantAt, type Day, type Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import { settlementKinds, type gateTabs } from '../contract.ts'
import type { GateNow, GateRow } from '../tables.ts'

type Tab = (typeof gateTabs)[number]
/** What the clock decides about a gate: which shift runs, since when nobody has come, and when today began. */
export interface Clock { now: Instant; today: Day; emptyMinutes: number }

const columns = sql`g.id as "gateId", g.area_id as "areaId", g.area_path as "areaPath", a.name as "areaName", g.name, g.kind, g.ways, g.opens_at as "opensAt", g.closes_at as "closesAt", g.manned,
  g.shift_starts as "shiftStarts", g.note, g.state, g.closed_by as "closedBy", g.closed_at as "closedAt"`
/** Those of a shift who came and have not handed over since (rules/shifts.ts). */
const standing = (s: Part): Part => sql`(select c.* from (select ${s}.signed_on_at as at, ${s}.signed_on_by as by, ${s}.signed_on_name as name where ${s}.signed_on_at is not null
    union all select at, by, name from jsonb_to_recordset(${s}.also) as o (at timestamptz, by uuid, name text)) c
  where not exists (select from jsonb_to_recordset(${s}.hand_overs) as h (at timestamptz, by uuid) where h.by is not distinct from c.by and h.at >= c.at))`
/** Since when nobody stands there: nobody has come, or the last who was there handed over to nobody, neither within the shift nor for the next. */
const emptySince = sql`case when s.signed_on_at is null then s.starts_at when not exists ${standing(raw('s'))}
  and not exists (select from gate_shift n where n.gate_id = s.gate_id and n.starts_at = s.ends_at and n.signed_on_at is not null) then (select max(h.at) from jsonb_to_recordset(s.hand_overs) as h (at timestamptz)) end`
const isEmpty = ({ now, emptyMinutes }: Clock): Part => sql`(g.manned and g.state = 'open' and s.id is not null and ${emptySince} <= ${addMinutes(now, -emptyMinutes)})`
/** One, whatever times a gate had before. */
const running = ({ now }: Clock): Part => sql`left join lateral (select * from gate_shift where gate_id = g.id and starts_at <= ${now} and ends_at > ${now} order by signed_on_at is null, starts_at desc limit 1) s on true`
const nowOf = (c: Clock): Part => sql`
  select ${columns}, (select name from ${standing(raw('s'))} c order by at limit 1) as "onPost",
    s.keeper_name as rostered, case when ${isEmpty(c)} then ${emptySince} end as "emptySince",
    coalesce(h.ins, 0)::int as "inToday", coalesce(h.outs, 0)::int as "outToday", coalesce(h.stopped, 0)::int as "stoppedToday"`
const from = (c: Clock): Part => sql`gate g join area a on a.id = g.area_id ${running(c)}
  left join lateral (select sum(ins) as ins, sum(outs) as outs, sum(stopped) as stopped from passage_hours where gate_id = g.id and hour >= ${instantAt(c.today, '00:00')}) h on true`

/** Of passages somebody has chosen: one look at the gate's key each, or its own kind would make a list of all gates of them. */
export const atSettlement = (gateId: Part): Part => sql`((select k.kind from gate k where k.id = ${gateId}) = any(${[...settlementKinds]}::text[]))`

const inTab = (tab: Tab, c: Clock): Part => {
  if (tab === 'all') return sql`g.state <> 'removed'`
  return tab === 'empty' ? isEmpty(c) : sql`g.state = ${tab}`
}
const inRange = ({ lo, hi }: Scope): Part => sql`g.area_path >= ${lo} and g.area_path < ${hi}`
const walk: Walk = { by: [sql`g.area_path`, sql`g.name`, sql`g.id`], desc: false }

export const listGates = (db: Sql, q: { tab: Tab; range: Scope; clock: Clock; after: PageKey | undefined; limit: number }): Promise<(GateNow & { walkKey: PageKey })[]> => db.rows(sql`
  ${nowOf(q.clock)}, ${keyIn(walk)} as "walkKey" from ${from(q.clock)} where ${join([inTab(q.tab, q.clock), inRange(q.range), ...beyond(walk, q.after)], ' and ')} order by ${inOrder(walk)} limit ${q.limit + 1}`)

export const gateCounts = (db: Sql, range: Scope, c: Clock): Promise<Record<Tab, number>> => db.get(sql`
  select (count(*) filter (where g.state <> 'removed'))::int as all, (count(*) filter (where g.state = 'open'))::int as open, (count(*) filter (where ${isEmpty(c)}))::int as empty,
    (count(*) filter (where g.state = 'closed'))::int as closed, (count(*) filter (where g.state = 'removed'))::int as removed
  from gate g ${running(c)} where ${inRange(range)}`)

export const getGateNow = (db: Sql, gateId: string, c: Clock): Promise<GateNow> => db.get<GateNow>(sql`${nowOf(c)} from ${from(c)} where g.id = ${gateId}`)
export const getGate = (db: Sql, gateId: string): Promise<GateRow> => db.get<GateRow>(sql`select ${columns} from gate g join area a on a.id = g.area_id where g.id = ${gateId}`)
export const lockGate = (db: Sql, gateId: string): Promise<GateRow> => db.get<GateRow>(sql`select ${columns} from gate g join area a on a.id = g.area_id where g.id = ${gateId} for update of g`)

/** 空岗, longest first. */
export const emptyGates = (db: Sql, c: Clock, limit: number): Promise<(GateNow & { total: number })[]> => db.rows(sql`
  ${nowOf(c)}, (count(*) over ())::int as total from ${from(c)} where ${isEmpty(c)} order by "emptySince", g.area_path, g.id limit ${limit}`)

/** Gates of a batch, with the others of the same places. */
export const gatesAndBeside = (db: Sql, gateIds: readonly string[]): Promise<GateRow[]> => db.rows<GateRow>(sql`
  select ${columns} from gate g join area a on a.id = g.area_id where g.area_id in (select area_id from gate where id = any(${[...gateIds]}::uuid[])) order by g.name, g.id`)

/** Where somebody may stand: what the roster names them for around now comes first. */
export const gatesFor = (db: Sql, accountId: string, now: Instant, earlyMinutes: number): Promise<(GateRow & { rostered: boolean; onPost: boolean })[]> => db.rows(sql`
  select ${columns}, coalesce(s.rostered, false) as rostered, coalesce(s.on_post, false) as "onPost" from gate g join area a on a.id = g.area_id
  left join lateral (select bool_or(x.keeper_id = ${accountId}) as rostered, bool_or(exists (select from ${standing(raw('x'))} c where c.by = ${accountId})) as on_post
    from gate_shift x where x.gate_id = g.id and x.starts_at <= ${addMinutes(now, earlyMinutes)} and x.ends_at > ${now}) s on true
  where g.state <> 'removed' order by coalesce(s.on_post, false) desc, coalesce(s.rostered, false) desc, g.area_path, g.name, g.id limit 200`)

export const sameName = async (db: Sql, areaId: string, name: string, exceptId: string | null): Promise<boolean> =>
  (await db.find(sql`select 1 from gate where area_id = ${areaId} and name = ${name} and state <> 'removed' and id is distinct from ${exceptId}::uuid limit 1`)) !== undefined

export interface GateValues { name: string; kind: string; ways: string; opensAt: string | null; closesAt: string | null; manned: boolean; shiftStarts: readonly string[]; note: string | null }
export const insertGate = (db: Sql, g: GateValues & { id: string; areaId: string; areaPath: string; at: Instant; by: string | null; byName: string | null }): Promise<number> => db.run(sql`
  insert into gate (id, area_id, area_path, name, kind, ways, opens_at, closes_at, manned, shift_starts, note, created_at, created_by, creator_name)
  values (${g.id}, ${g.areaId}, ${g.areaPath}, ${g.name}, ${g.kind}, ${g.ways}, ${g.opensAt}, ${g.closesAt}, ${g.manned}, ${[...g.shiftStarts]}, ${g.note}, ${g.at}, ${g.by}, ${g.byName})`)
export const updateGate = (db: Sql, gateId: string, g: GateValues): Promise<number> => db.run(sql`
  update gate set name = ${g.name}, kind = ${g.kind}, ways = ${g.ways}, opens_at = ${g.opensAt}, closes_at = ${g.closesAt}, manned = ${g.manned}, shift_starts = ${[...g.shiftStarts]}, note = ${g.note} where id = ${gateId}`)
export const setGateState = (db: Sql, gateId: string, s: { state: string; closedBy: string | null; closedAt: Instant | null }): Promise<number> => db.run(sql`
  update gate set state = ${s.state}, closed_by = ${s.closedBy}, closed_at = ${s.closedAt} where id = ${gateId}`)

/** Gates whose shifts have to be made ahead, page by page. */
export const mannedGates = (db: Sql, after: string | null, limit: number): Promise<{ gateId: string; areaPath: string; shiftStarts: string[] }[]> => db.rows(sql`
  select id as "gateId", area_path as "areaPath", shift_starts as "shiftStarts" from gate where state <> 'removed' and manned and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`)
