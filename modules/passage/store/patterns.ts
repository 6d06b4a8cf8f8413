import sql, { join, type Sql as Part } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { PatternEvent, TurnsTaken } from '../rules.ts'
import { atSettlement } from './gates.ts'
import { turns } from './known.ts'
import type { PatternRow } from '../tables.ts'

/** Half of all gates are an east gate: each is named with its place. */
const named = sql`ga.name || g.name as "gateName"`
const watched = sql`e.id as "eventId", e.at, e.gate_id as "gateId", ${named}, g.kind as "gateKind", e.area_path as "areaPath", e.direction, e.outcome, e.subject, e.subject_key as "subjectKey", e.household_id as "householdId", e.person_id as "personId", e.emergency, e.special,
  coalesce((e.certificate->>'escorted')::boolean, false) as escorted, coalesce(e.server_reason, e.reason)->>'code' as code, coalesce(e.server_reason, e.reason)->'params' as params`
/** Who was let through by an ordinary way: of the others none is unusual (rules/patterns.ts). */
const ordinary = sql`e.outcome = 'allow' and e.taken_back_at is null and e.emergency is null and e.special is null and not coalesce((e.certificate->>'escorted')::boolean, false)`

/** When the last of each so many arrived, of those that came after `since`. In one question, for they lie in no order. */
export const arrivals = async (db: Sql, each: number, since: Instant, now: Instant): Promise<Instant[]> => (await db.rows<{ at: Instant }>(sql`
  select max(received_at) as at from (select received_at, (row_number() over (order by received_at) - 1) / ${each}::int as step from passage_event where received_at > ${since} and received_at <= ${now}) e group by step order by step`)).map((row) => row.at)
/** `countedBy`: the order by which it took a turn of its household, where it took one. `goodPass`: the number of the pass it was let through by as a good one. */
export interface FreshEvent extends PatternEvent { countedBy: string | null; goodPass: string | null }
/** Whoever passed by what arrived after `since` and until then. */
export const eventsToWatch = (db: Sql, since: Instant, until: Instant): Promise<FreshEvent[]> => db.rows(sql`
  select ${watched}, case when e.counted then e.policy_id end as "countedBy", case when e.pass_state = 'valid' then e.pass_no end as "goodPass" from passage_event e join gate g on g.id = e.gate_id join area ga on ga.id = g.area_id where e.received_at > ${since} and e.received_at <= ${until} and ${ordinary}`)
/**
 * What each of these did last before and next after it, within so many hours. A household's are found by the household, all others by their key; a car
 * is known by its household at its own gates and at others only by its plate.
 */
export function eventsBeside(db: Sql, ones: readonly { key: string; householdId: string | null; plate: string | null; at: Instant }[], hours: number): Promise<PatternEvent[]> {
  const near = (whose: Part): Part => sql`
    (select * from passage_event e where ${whose} and e.at < w.at and e.at >= w.at - make_interval(hours => ${hours}::int) and ${ordinary} and ${atSettlement(sql`e.gate_id`)} order by e.at desc limit 1)
    union all (select * from passage_event e where ${whose} and e.at >= w.at and e.at <= w.at + make_interval(hours => ${hours}::int) and ${ordinary} and ${atSettlement(sql`e.gate_id`)} order by e.at limit 2)`
  return db.rows(sql`
    with one as (select * from unnest(${ones.map((o) => o.key)}::text[], ${ones.map((o) => o.householdId)}::uuid[], ${ones.map((o) => o.plate)}::text[], ${ones.map((o) => o.at)}::timestamptz[]) as o (key, household_id, plate, at)),
      wanted as (select key, household_id, at from one union select key, null, at from one where plate is not null union select key, v.household_id, one.at from one join vehicle v on v.plate = one.plate)
    select ${watched} from wanted w cross join lateral (${near(sql`e.household_id = w.household_id and e.subject_key = w.key`)}
      union all ${near(sql`w.household_id is null and e.household_id is null and e.subject_key collate "C" = w.key`)}) e join gate g on g.id = e.gate_id join area ga on ga.id = g.area_id`)
}
/**
 * The exits that took turns of these households, as long before and after each of these as its order counts, each with what its own order allows.
 * `offset 0`: each household by its index; joined freely, all months could be read instead.
 */
export const turnsBeside = (db: Sql, ones: readonly { householdId: string; countedBy: string; at: Instant }[]): Promise<TurnsTaken[]> => db.rows(sql`
  with orders as materialized (select id, make_interval(hours => 24 * (document #>> '{passage,quota,days}')::int) as span from policy where id = any(${[...new Set(ones.map((o) => o.countedBy))]}::uuid[])),
    home as (select o.household_id as id, min(o.at - orders.span) as since, max(o.at + orders.span) as until
      from unnest(${ones.map((o) => o.householdId)}::uuid[], ${ones.map((o) => o.countedBy)}::uuid[], ${ones.map((o) => o.at)}::timestamptz[]) as o (household_id, counted_by, at) join orders on orders.id = o.counted_by group by 1),
    turn as materialized (select e.* from home cross join lateral (
      select *, ${turns} as turns from passage_event where household_id = home.id and at >= home.since and at <= home.until and counted and outcome = 'allow' and taken_back_at is null offset 0) e),
    allowed as materialized (select id, document #> '{passage,quota}' as quota from policy where id in (select policy_id from turn))
  select ${watched}, e.turns, allowed.quota from turn e join gate g on g.id = e.gate_id join area ga on ga.id = g.area_id join allowed on allowed.id = e.policy_id`)

export interface NewPattern { id: string; area_path: string; kind: string; found_by: string; gate_id: string; household_id: string | null; at: Instant; found_at: Instant; params: object; event_ids: readonly string[] }
/** All at once; what was found before stays as it is. The ids that are new. */
export const insertPatterns = (db: Sql, patterns: readonly NewPattern[]): Promise<{ id: string }[]> => db.rows(sql`
  insert into passage_pattern select r.* from json_populate_recordset(null::passage_pattern, ${JSON.stringify(patterns)}::json) r on conflict (found_by) do nothing returning id`)
export const setPatternLead = (db: Sql, patternId: string, leadId: string): Promise<number> => db.run(sql`update passage_pattern set lead_id = ${leadId} where id = ${patternId}`)

const select = sql`select t.id as "patternId", t.area_path as "areaPath", t.kind, ${named}, t.household_id as "householdId", coalesce(hh.name, (select m.name from person m where m.household_id = t.household_id and m.state = 'present' order by m.birth_on nulls last, m.id limit 1)) as householder, coalesce(up.name, a.name) || h.address as address, e.told_name as "toldName", e.plate, e.pass_no as "passNo", e.subject, t.at, t.found_at as "foundAt",
  t.params, t.event_ids as "eventIds", t.lead_id as "leadId", t.settled_at as "settledAt", t.settler_name as "settlerName", t.settle_note as "settleNote"`
const from = sql`passage_pattern t join gate g on g.id = t.gate_id join area ga on ga.id = g.area_id left join household h on h.id = t.household_id left join area a on a.id = h.area_id left join area up on up.id = a.parent_id and a.level = 'grid' left join person hh on hh.id = h.householder_id
  left join passage_event e on e.gate_id = t.gate_id and e.at = t.at and e.id = t.event_ids[cardinality(t.event_ids)]`
const inTab = (tab: 'open' | 'settled'): Part => (tab === 'open' ? sql`t.settled_at is null` : sql`t.settled_at is not null`)
/** 隔离的人外出: before all else until somebody has looked into it. */
const urgent = sql`(t.settled_at is null and t.kind in ('quarantinePassed', 'elsewherePassed'))::int`
const walk: Walk = { by: [urgent, sql`t.at`, sql`t.id`], desc: true }

export const listPatterns = (db: Sql, q: { tab: 'open' | 'settled'; range: Scope; after: PageKey | undefined; limit: number }): Promise<(PatternRow & { walkKey: PageKey })[]> => db.rows(sql`
  ${select}, ${keyIn(walk)} as "walkKey" from ${from} where ${join([inTab(q.tab), sql`t.area_path >= ${q.range.lo} and t.area_path < ${q.range.hi}`, ...beyond(walk, q.after)], ' and ')} order by ${inOrder(walk)} limit ${q.limit + 1}`)
export const patternCounts = (db: Sql, { lo, hi }: Scope): Promise<{ open: number; settled: number }> => db.get(sql`
  select (count(*) filter (where settled_at is null))::int as open, (count(*) filter (where settled_at is not null))::int as settled from passage_pattern where area_path >= ${lo} and area_path < ${hi}`)
export const getPattern = (db: Sql, patternId: string): Promise<PatternRow> => db.get<PatternRow>(sql`${select} from ${from} where t.id = ${patternId}`)
export const lockPattern = (db: Sql, patternId: string) => db.get<{ settledAt: Instant | null }>(sql`select settled_at as "settledAt" from passage_pattern where id = ${patternId} for update`)
export const settlePattern = (db: Sql, patternId: string, s: { at: Instant | null; name: string | null; note: string | null }): Promise<number> => db.run(sql`
  update passage_pattern set settled_at = ${s.at}, settler_name = ${s.name}, settle_note = ${s.note} where id = ${patternId}`)
/** Those that are two passages of which one was none. */
export const settlePairsOf = (db: Sql, eventId: string, s: { at: Instant; name: string; note: string }): Promise<number> => db.run(sql`
  update passage_pattern set settled_at = ${s.at}, settler_name = ${s.name}, settle_note = ${s.note} where settled_at is null and kind in ('twoGates', 'twiceIn') and ${eventId}::uuid = any(event_ids)`)
export const leadsFoundIn = (db: Sql, eventId: string): Promise<{ leadId: string }[]> => db.rows(sql`select lead_id as "leadId" from passage_pattern where lead_id is not null and ${eventId}::uuid = any(event_ids)`)
export const patternsOpen = (db: Sql, limit: number): Promise<(PatternRow & { total: number })[]> => db.rows(sql`
  ${select}, (count(*) over ())::int as total from ${from} where t.settled_at is null order by ${urgent} desc, t.at, t.id limit ${limit}`)

const WATCHED = 'passage.watchedUntil'
export const watchedUntil = async (db: Sql): Promise<Instant | undefined> => (await db.find<{ value: Instant }>(sql`select value from setting where key = ${WATCHED}`))?.value
export const keepWatched = (db: Sql, until: Instant): Promise<number> => db.run(sql`
  insert into setting (key, value) values (${WATCHED}, ${JSON.stringify(until)}::jsonb) on conflict (key) do update set value = excluded.value`)
