import sql, { empty, join, raw, type Sql as Part } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import { addMinutes, type Day, type Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import { gateKinds, settlementKinds, type Direction, type PassageRecord, type passageTabs } from '../contract.ts'
import type { EventRow } from '../tables.ts'

type Tab = (typeof passageTabs)[number]

const columns = sql`e.id as "eventId", e.area_path as "areaPath", e.at, e.received_at as "receivedAt", e.clock_said as "clockSaid", e.gate_id as "gateId", g.name as "gateName", ga.name as "areaName", e.direction, e.subject,
  e.household_id as "householdId", e.person_id as "personId", p.name as "personName", coalesce(hh.name, (select m.name from person m where m.household_id = e.household_id and m.state = 'present' order by m.birth_on nulls last, m.id limit 1)) as householder,
  coalesce(up.name, a.name) || h.address as address, e.told_name as "toldName", e.told_place as "toldPlace", e.plate, e.pass_no as "passNo", e.purpose, e.emergency, e.identity, e.temperature, e.code->>'colour' as code,
  jsonb_array_length(e.companions) as companions, e.outcome, e.decided, e.step, e.reason, e.warnings, e.differs, e.server_outcome as "serverOutcome", e.server_reason as "serverReason", e.order_no as "orderNo",
  e.keeper_id as "keeperId", e.keeper_name as "keeperName", e.note, e.taken_back_at as "takenBackAt", e.settled_at as "settledAt", e.settler_name as "settlerName", e.settle_note as "settleNote"`
// A case, and not coalesce: behind row security the planner takes coalesce for something that might tell, and reads all households instead of one.
const joined = sql`join gate g on g.id = e.gate_id join area ga on ga.id = g.area_id left join household h on h.id = case when e.household_id is null then e.visits_household_id else e.household_id end
  left join area a on a.id = h.area_id left join area up on up.id = a.parent_id and a.level = 'grid' left join person p on p.id = e.person_id left join person hh on hh.id = h.householder_id and e.household_id is not null`

export interface EventsFilter { range: Scope; gateId?: string | undefined; from: Instant; to: Instant; lateMinutes: number }
const within = (f: EventsFilter): Part[] => [
  sql`e.area_path >= ${f.range.lo} and e.area_path < ${f.range.hi}`, sql`e.at >= ${f.from} and e.at < ${f.to}`, ...(f.gateId === undefined ? [] : [sql`e.gate_id = ${f.gateId}`]),
]
const isLate = (minutes: number): Part => sql`e.received_at > e.at + make_interval(mins => ${minutes}::int)`
const toSettle = sql`e.outcome = 'refer' and e.settled_at is null and e.taken_back_at is null`
const inTab = (tab: Tab, lateMinutes: number): Part[] => {
  if (tab === 'all') return []
  if (tab === 'toSettle') return [toSettle]
  if (tab === 'differs') return [sql`e.differs`]
  if (tab === 'emergency') return [sql`e.emergency is not null`]
  if (tab === 'late') return [isLate(lateMinutes)]
  return [sql`e.outcome = ${{ allowed: 'allow', refused: 'refuse', referred: 'refer' }[tab]} and e.taken_back_at is null`]
}
const walk: Walk = { by: [sql`e.at`, sql`e.id`], desc: true }

/** As the partial indexes have it (migration 0072): what few of the rows are. */
const odd = sql`(e.outcome <> 'allow' or e.differs or e.emergency is not null or e.received_at - e.at > interval '1 minute')`
const rare = sql`(e.outcome = 'refer' or e.differs or e.emergency is not null)`
const oddOf = (tab: Tab): Part[] => (tab === 'referred' || tab === 'differs' || tab === 'emergency' ? [odd, rare] : tab === 'refused' || tab === 'late' ? [odd] : [])
/**
 * Of two conditions the planner thinks as of two chances: a gate in this path seems to have a handful of rows, which it would gather and sort.
 * They are thousands, and in the key they already stand in order. For this transaction only.
 */
export const alongTheKey = (db: Sql): Promise<number> => db.run(sql`select set_config('enable_bitmapscan', 'off', true)`)
/** So many gates are asked one by one, each by its own index; more of them by time alone. */
const FEW_GATES = 30
/** The gates of a place where they are few; undefined where they are many. */
export async function fewGates(db: Sql, range: Scope, kinds: readonly string[] = gateKinds): Promise<string[] | undefined> {
  const rows = await db.rows<{ id: string }>(sql`select id from gate where area_path >= ${range.lo} and area_path < ${range.hi} and kind = any(${[...kinds]}::text[]) limit ${FEW_GATES + 1}`)
  return rows.length > FEW_GATES ? undefined : rows.map((row) => row.id)
}

/** Whom a search meant: households, the cars of households, and whoever is in no register by how their key begins. */
export interface Meant { householdIds: readonly string[]; cars: { householdIds: readonly string[]; plate: string }; told: readonly string[] }
const LAST = String.fromCodePoint(0x10ffff)
/** Each along an index of its own, put together; nobody stands in two of them. */
const inParts = (m: Meant, first: (more: Part) => Part): Part => join([
  sql`(${first(sql`and e.household_id = any(${[...m.householdIds]}::uuid[])`)})`,
  sql`(${first(sql`and e.household_id = any(${[...m.cars.householdIds]}::uuid[]) and e.household_id <> all(${[...m.householdIds]}::uuid[]) and strpos(e.plate, ${m.cars.plate}) > 0`)})`,
  ...m.told.map((key) => sql`(${first(sql`and e.household_id is null and e.subject_key collate "C" >= ${key} and e.subject_key collate "C" < ${key + LAST}`)})`),
], ' union all ')
export const householdsWithPlate = (db: Sql, plate: string, limit: number): Promise<{ householdId: string }[]> => db.rows(sql`
  select distinct household_id as "householdId" from vehicle where strpos(plate, ${plate}) > 0 and household_id is not null limit ${limit}`)

export interface EventsQuery extends EventsFilter { /** Absent where a search means more than can be looked up one by one. */ meant: Meant | undefined; /** The gates of the range, where they are few. */ gateIds: readonly string[] | undefined; tab: Tab; direction: Direction | undefined; householdId: string | undefined; personId: string | undefined; q: string | undefined; after: PageKey | undefined; limit: number }
/** The page first, by the rows alone; names and doors are looked up for what is shown. */
export function listEvents(db: Sql, f: EventsQuery): Promise<(EventRow & { walkKey: PageKey })[]> {
  const conditions = [
    ...within(f), ...inTab(f.tab, f.lateMinutes), ...(f.direction === undefined ? [] : [sql`e.direction = ${f.direction}`]), ...(f.householdId === undefined ? [] : [sql`e.household_id = ${f.householdId}`]),
    ...(f.personId === undefined ? [] : [sql`e.person_id = ${f.personId}`]), ...(f.q === undefined || f.meant ? [] : [named(f.q)]), ...beyond(walk, f.after), ...oddOf(f.tab),
  ]
  const first = (more: Part): Part => sql`select * from passage_event e where ${join(conditions, ' and ')} ${more} order by ${inOrder(walk)} limit ${f.limit + 1}`
  const last = sql`order by ${inOrder(walk)} limit ${f.limit + 1}`
  // A household has an index of its own, and so has what waits to be settled.
  const each = f.gateIds !== undefined && f.householdId === undefined && f.tab !== 'toSettle'
  const page = f.meant ? sql`select * from (${inParts(f.meant, first)}) e ${last}`
    : each ? sql`select e.* from unnest(${[...(f.gateIds ?? [])]}::uuid[]) as g (id) cross join lateral (${first(sql`and e.gate_id = g.id`)}) e ${last}` : first(empty)
  return db.rows(sql`select ${columns}, ${keyIn(walk)} as "walkKey" from (${page}) e ${joined} order by ${inOrder(walk)}`)
}
/** By plate, told name, number of a pass, door, or the name of somebody who was known; where so many are meant that some are soon found. */
const named = (text: string): Part => sql`(strpos(coalesce(e.plate, '') || ' ' || coalesce(e.told_name, '') || ' ' || coalesce(e.pass_no, ''), ${text}) > 0
  or e.household_id in (select id from household where strpos(address, ${text}) > 0 or address_key = ${text}) or e.person_id in (select id from person where starts_with(name, ${text})))`

/** From the counts of the days; what waits to be settled is counted itself. */
export const eventCounts = (db: Sql, f: EventsFilter & { days: { from: Day; to: Day } }): Promise<Record<Tab, number>> => db.get(sql`
  select ${join((['allowed', 'refused', 'referred', 'differs', 'emergency', 'late'] as const).map((tab) => sql`coalesce(sum(${raw(tab)}), 0)::int as ${raw(tab)}`))}, coalesce(sum(total), 0)::int as all,
    (select count(*)::int from passage_event e where ${join([...within(f), toSettle], ' and ')}) as "toSettle"
  from passage_days d where d.area_path >= ${f.range.lo} and d.area_path < ${f.range.hi} and d.day >= ${f.days.from} and d.day <= ${f.days.to} ${f.gateId === undefined ? empty : sql`and d.gate_id = ${f.gateId}`}`)

export const getEvent = (db: Sql, eventId: string): Promise<EventRow> => db.get<EventRow>(sql`select ${columns} from passage_event e ${joined} where e.id = ${eventId} order by e.at limit 1`)
export const lockEvent = (db: Sql, eventId: string) => db.get<{ at: Instant; receivedAt: Instant; keeperId: string | null; leadId: string | null; takenBackAt: Instant | null; settledAt: Instant | null }>(sql`
  select at, received_at as "receivedAt", keeper_id as "keeperId", lead_id as "leadId", taken_back_at as "takenBackAt", settled_at as "settledAt" from passage_event where id = ${eventId} order by at limit 1 for update`)
/** The household's own passages before and after. */
export const eventsAround = (db: Sql, householdId: string, at: Instant, exceptId: string): Promise<EventRow[]> => db.rows<EventRow>(sql`
  select ${columns} from (select * from passage_event where household_id = ${householdId} and at > ${addMinutes(at, -3 * 24 * 60)} and at < ${addMinutes(at, 3 * 24 * 60)} and id <> ${exceptId} order by at desc limit 20) e ${joined} order by e.at desc`)

export const takeBack = (db: Sql, eventId: string, at: Instant, now: Instant): Promise<number> => db.run(sql`update passage_event set taken_back_at = ${now} where id = ${eventId} and at = ${at}`)
export const setLead = (db: Sql, eventId: string, at: Instant, leadId: string): Promise<number> => db.run(sql`update passage_event set lead_id = ${leadId} where id = ${eventId} and at = ${at}`)
export const setSettled = (db: Sql, eventId: string, at: Instant, s: { at: Instant | null; name: string | null; note: string | null }): Promise<number> => db.run(sql`
  update passage_event set settled_at = ${s.at}, settler_name = ${s.name}, settle_note = ${s.note} where id = ${eventId} and at = ${at}`)

/** A row to be; what is absent is null there. Thirty of its columns are for few passages each, and a name without a value costs as much to send and read as one with it. */
export interface NewEvent {
  id: string; gate_id: string; area_path: string; at: Instant; received_at: Instant; direction: string; subject: string; subject_key: string; identity: string; companions: unknown; persons: number; outcome: string; decided: string
  step: string; reason: unknown; warnings: unknown; counted: boolean; differs: boolean
  clock_said?: Instant | undefined; household_id?: string | undefined; person_id?: string | undefined; visits_household_id?: string | undefined; told_name?: string | undefined; told_place?: string | undefined; plate?: string | undefined
  pass_no?: string | undefined; pass_state?: string | undefined; special?: string | undefined; purpose?: string | undefined; emergency?: string | undefined; temperature?: number | undefined; code?: unknown; certificate?: unknown
  server_outcome?: string | undefined; server_reason?: unknown; policy_id?: string | undefined; order_no?: string | undefined; keeper_id?: string | undefined; keeper_name?: string | undefined; note?: string | undefined
}
/** All at once; what is there already stays as it is. The ids that are new. */
export const insertEvents = (db: Sql, events: readonly NewEvent[]): Promise<{ id: string }[]> => db.rows(sql`
  insert into passage_event select r.* from json_populate_recordset(null::passage_event, ${JSON.stringify(events)}::json) r on conflict do nothing returning id`)
/** Which of these are there, and when they were: a record without a time of its own, or whose clock ran ahead, is known by its id alone. */
export const alreadyThere = (db: Sql, ids: readonly string[], since: Instant): Promise<{ id: string; at: Instant }[]> => db.rows(sql`select id, at from passage_event where id = any(${[...ids]}::uuid[]) and at >= ${since}`)
/** Whoever else is about to write one of these waits for the end of this transaction, and this one for theirs. In one order, so that two never wait for each other. */
export const waitForTwins = (db: Sql, ids: readonly string[]): Promise<number> => db.run(sql`
  select pg_advisory_xact_lock(hashtextextended(id, 0)) from (select id from unnest(${[...ids]}::text[]) id order by id) ordered`)

export const monthFor = (db: Sql, day: string): Promise<number> => db.run(sql`select passage_month(${day}::date)`)

/** Held at the gate and not settled, oldest first. */
export const eventsToSettle = (db: Sql, from: Instant, limit: number): Promise<(EventRow & { total: number })[]> => db.rows(sql`
  select ${columns}, e.total from (select *, (count(*) over ())::int as total from passage_event e where ${toSettle} and at >= ${from} order by at, id limit ${limit}) e ${joined} order by e.at, e.id`)

export const hoursOf = (db: Sql, f: { range: Scope; gateId: string | undefined; from: Instant; to: Instant }): Promise<{ hour: Instant; in: number; out: number; stopped: number }[]> => db.rows(sql`
  select hour, sum(ins)::int as "in", sum(outs)::int as "out", sum(stopped)::int as stopped from passage_hours
  where area_path >= ${f.range.lo} and area_path < ${f.range.hi} and hour >= ${f.from} and hour < ${f.to} ${f.gateId === undefined ? empty : sql`and gate_id = ${f.gateId}`} group by hour order by hour`)

/** Who was let through by a pass or as somebody known here: compared or not. */
export const comparedAt = (db: Sql, gateId: string, from: Instant): Promise<{ identity: PassageRecord['identity']; n: number }[]> => db.rows(sql`
  select identity, count(*)::int as n from passage_event where gate_id = ${gateId} and at >= ${from} and outcome = 'allow' and emergency is null and subject <> 'vehicle' and taken_back_at is null and (pass_no is not null or household_id is not null) group by 1 order by 2 desc, 1`)

/** 汇总: adds up what was counted since the last time; how many lines. */
export const addCounts = (db: Sql): Promise<number> => db.run(sql`
  with taken as (delete from passage_count returning *),
    hours as (insert into passage_hour as t (gate_id, hour, area_path, ins, outs, stopped)
      select gate_id, hour, min(area_path), sum(ins), sum(outs), sum(stopped) from taken group by 1, 2
      on conflict (gate_id, hour) do update set ins = t.ins + excluded.ins, outs = t.outs + excluded.outs, stopped = t.stopped + excluded.stopped),
    days as (insert into passage_day as t (gate_id, day, area_path, total, allowed, refused, referred, differs, emergency, late)
      select gate_id, (hour at time zone 'Asia/Shanghai')::date, min(area_path), sum(total), sum(allowed), sum(refused), sum(referred), sum(differs), sum(emergency), sum(late) from taken group by 1, 2
      on conflict (gate_id, day) do update set total = t.total + excluded.total, allowed = t.allowed + excluded.allowed, refused = t.refused + excluded.refused, referred = t.referred + excluded.referred,
        differs = t.differs + excluded.differs, emergency = t.emergency + excluded.emergency, late = t.late + excluded.late)
  select from taken`)

interface Present { range: Scope; /** Those of settlements, where they are few. */ gateIds: readonly string[] | undefined; from: Instant }
/** Residents leave and come back; whoever is in no register, or at the gate of others, comes and leaves. */
const visits = sql`(e.household_id is null or e.subject = 'visitor')`
const there = sql`(e.direction = case when ${visits} then 'in' else 'out' end)`
/**
 * Outside (residents: more went out than came back) or inside (visitors: more came than left), since the last of them. Added up in the order of time and
 * never below nobody, as a decision does (`homesOf` in known.ts): whoever left before `from` and came back since hides nobody who goes after them.
 */
const balance = (f: Present, who: Part, more: Part = empty): Part => sql`
  select visitor, key, max(at) filter (where d > 0) as since, sum(d) - least(0, min(so_far)) as n ${more} from (
    select *, sum(d) over (partition by key order by at, id rows unbounded preceding) as so_far from (
      select e.id, e.at, ${visits} as visitor, case when ${visits} then e.subject_key else e.household_id::text end collate "C" as key, case when ${there} then e.persons else -e.persons end as d
      from passage_event e where e.area_path >= ${f.range.lo} and e.area_path < ${f.range.hi} and e.gate_id = ${f.gateIds ? sql`any(${[...f.gateIds]}::uuid[])` : sql`any(select id from gate where kind = any(${[...settlementKinds]}::text[]))`} and e.at >= ${f.from} and e.outcome = 'allow' and e.taken_back_at is null ${who}) p) p
  group by visitor, key having sum(d) > least(0, min(so_far))`
const latest = sql`, (array_agg(id order by at desc) filter (where d > 0))[1] as id`
const presentWalk: Walk = { by: [sql`b.since`, sql`b.key`], desc: false }
export const listPresent = (db: Sql, f: Present & { who: 'out' | 'visitors'; after: PageKey | undefined; limit: number }): Promise<(EventRow & { key: string; since: Instant; n: number; walkKey: PageKey })[]> => db.rows(sql`
  select ${columns}, b.key, b.since, b.n::int as n, ${keyIn(presentWalk)} as "walkKey" from (
    select * from (${balance(f, f.who === 'out' ? sql`and not ${visits}` : sql`and ${visits}`, latest)}) b where ${join([sql`true`, ...beyond(presentWalk, f.after)], ' and ')} order by ${inOrder(presentWalk)} limit ${f.limit + 1}) b join passage_event e on e.id = b.id and e.at = b.since ${joined}
  order by ${inOrder(presentWalk)}`)
export const presentCounts = (db: Sql, f: Present): Promise<{ outNow: number; visitorsInside: number }> => db.get(sql`
  select coalesce(sum(n) filter (where not visitor), 0)::int as "outNow", coalesce(sum(n) filter (where visitor), 0)::int as "visitorsInside" from (${balance(f, empty)}) b`)
