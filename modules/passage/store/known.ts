import sql, { join, raw, type Sql as Part } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Measure } from '../../policies/contract.ts'
import { atSettlement } from './gates.ts'

/** A door as the gate shows it. */
export interface DoorRow { householdId: string; areaPath: string; placeName: string; address: string; doorKey: string }
export interface MemberRow { personId: string; householdId: string; name: string; initials: string; birthOn: Day | null }
/** An episode or a lead of a member, from when to when. */
export interface ManagedRow { personId: string; measure: Measure; startsOn: Day; endsOn: Day; fromAt: Instant; toAt: Instant | null }
export interface LeadRow { personId: string; fromAt: Instant; toAt: Instant | null }
export interface ExitRow { id: string; householdId: string; at: Instant; direction: 'in' | 'out'; persons: number; /** 人次 that count, none where it does not. */ turns: number }

const door = sql`h.id as "householdId", h.area_path as "areaPath", coalesce(up.name, a.name) as "placeName", h.address, h.address_key as "doorKey"`
/** A grid is how the community walks, not how a door is called: its compound's name stands before the door. */
const doors = sql`household h join area a on a.id = h.area_id left join area up on up.id = a.parent_id and a.level = 'grid'`

export const doorsIn = (db: Sql, range: Scope, after: string | null, limit: number): Promise<DoorRow[]> => db.rows<DoorRow>(sql`
  select ${door} from ${doors} where h.area_path >= ${range.lo} and h.area_path < ${range.hi} and (${after}::uuid is null or h.id > ${after}::uuid) order by h.id limit ${limit}`)
export const doorsById = (db: Sql, ids: readonly string[]): Promise<DoorRow[]> => db.rows<DoorRow>(sql`select ${door} from ${doors} where h.id = any(${[...ids]}::uuid[])`)
/** Of people: which household they belong to. */
export const householdsOf = async (db: Sql, personIds: readonly string[]): Promise<{ personId: string; householdId: string }[]> => (personIds.length === 0 ? [] : db.rows(sql`
  select id as "personId", household_id as "householdId" from person where id = any(${[...personIds]}::uuid[]) and household_id is not null`))

/** Who lives there, the oldest first. */
export const membersOf = (db: Sql, householdIds: readonly string[]): Promise<MemberRow[]> => db.rows<MemberRow>(sql`
  select id as "personId", household_id as "householdId", name, name_initials as initials, birth_on as "birthOn" from person
  where household_id = any(${[...householdIds]}::uuid[]) and state = 'present' order by household_id, birth_on nulls last, id`)

/** Somebody was managed or had a lead open at some time from `from` to `to`; who passed since `back`. */
export interface FactsSpan { from: Instant; to: Instant; back: Instant }
/** What passed at gates of settlements from `back` to just before `from`, added up: how many of the household are out by it, since when, and its exits that count, newest first, one for each person of them. */
export interface BeforeRow { out: number; since: Instant | null; exits: readonly Instant[] }
/** What a decision asks of one household; `passed` are the passages from `from` to `to`. */
export interface HomeRows { householdId: string; areaPath: string; managed: ManagedRow[]; leads: LeadRow[]; before: BeforeRow | undefined; passed: ExitRow[] }
type Fact = { householdId: string } & (
  | { kind: 'home'; areaPath: string } | ({ kind: 'managed' } & ManagedRow) | ({ kind: 'lead' } & LeadRow)
  | { kind: 'before'; persons: number; fromAt: Instant | null; exits: Instant[] | null; turns: number[] | null } | { kind: 'passed'; personId: string; measure: 'in' | 'out'; fromAt: Instant; persons: number; turns: number[] }
)

/** As `personsOf` in rules/stops.ts counts them. */
export const turns = sql`case when not counted then 0 when companions = '[]' then 1 else 1 + jsonb_array_length(jsonb_path_query_array(companions, '$[*] ? (@.kind == "adult")')) end`
/**
 * What decisions between two instants ask of these households, in one question, of which each kind of fact fills the columns it has. Days of passages
 * are added up where they lie: one row instead of dozens. More cannot be out than went out: the sum never falls below nobody.
 */
export async function homesOf(db: Sql, householdIds: readonly string[], { from, to, back }: FactsSpan): Promise<HomeRows[]> {
  const ids = sql`any(${[...householdIds]}::uuid[])`
  // As a visitor somebody neither leaves home nor comes back to it.
  const letThrough = sql`household_id = ${ids} and subject <> 'visitor' and outcome = 'allow' and taken_back_at is null and ${atSettlement(sql`gate_id`)}`
  const rows = await db.rows<Fact>(sql`
    select 'home' as kind, h.id as "householdId", h.area_path as "areaPath", null::uuid as "personId", null as measure, null::date as "startsOn", null::date as "endsOn", null::timestamptz as "fromAt", null::timestamptz as "toAt", null::int as persons, null::int[] as turns, null::timestamptz[] as exits
    from household h where h.id = ${ids}
    union all select 'managed', p.household_id, null, p.id, e.measure, e.starts_on, e.ends_on, e.opened_at, e.closed_at, null, null, null from person p join episode e on e.person_id = p.id
    where p.household_id = ${ids} and p.state = 'present' and e.opened_at <= ${to} and (e.state = 'active' or e.closed_at > ${from}) and e.state <> 'cancelled'
    union all select 'lead', p.household_id, null, p.id, null, null, null, l.opened_at, l.closed_at, null, null, null from person p join lead l on l.person_id = p.id
    where p.household_id = ${ids} and p.state = 'present' and l.opened_at <= ${to} and (l.state <> 'closed' or l.closed_at > ${from})
    union all select 'before', household_id, null, null, null, null, null, max(at) filter (where d > 0), null, (sum(d) - least(0, min(so_far)))::int, array_agg(turns order by at desc) filter (where d > 0 and turns > 0), array_agg(at order by at desc) filter (where d > 0 and turns > 0) from (
      select household_id, at, turns, d, sum(d) over (partition by household_id order by at, id rows unbounded preceding) as so_far from (
        select household_id, id, at, ${turns} as turns, case direction when 'out' then persons else -persons end as d from passage_event where ${letThrough} and at >= ${back} and at < ${from}) p) p group by household_id
    union all select 'passed', household_id, null, id, direction, null, null, at, null, persons, array[${turns}], null from passage_event where ${letThrough} and at >= ${from} and at <= ${to}`)
  const homes = new Map(rows.flatMap((r) => (r.kind === 'home' ? [[r.householdId, { householdId: r.householdId, areaPath: r.areaPath, managed: [], leads: [], before: undefined, passed: [] } as HomeRows] as const] : [])))
  for (const r of rows) {
    const home = homes.get(r.householdId)
    if (r.kind === 'managed') home?.managed.push(r)
    else if (r.kind === 'lead') home?.leads.push(r)
    else if (r.kind === 'before' && home) home.before = { out: r.persons, since: r.fromAt, exits: (r.exits ?? []).flatMap((at, i) => Array<Instant>(r.turns?.[i] ?? 1).fill(at)) }
    else if (r.kind === 'passed') home?.passed.push({ id: r.personId, householdId: r.householdId, at: r.fromAt, direction: r.measure, persons: r.persons, turns: r.turns[0] ?? 0 })
  }
  return [...homes.values()]
}

/** Grades around a place: at and above it as far as they are seen, and below it. */
export const gradesAround = (db: Sql, range: Scope, areaPath: string): Promise<{ areaPath: string; value: string; fromAt: Instant; toAt: Instant | null }[]> => db.rows(sql`
  select z.area_path as "areaPath", z.value, z.from_at as "fromAt", s.from_at as "toAt" from zone_state z left join zone_state s on s.id = z.superseded_by and s.undone_at is null
  where z.kind = 'compoundGrade' and z.undone_at is null and ((z.area_path >= ${range.lo} and z.area_path < ${range.hi}) or starts_with(${areaPath}, z.area_path))`)

export const platesOf = (db: Sql, householdIds: readonly string[]): Promise<{ plate: string; householdId: string }[]> => db.rows(sql`
  select plate, household_id as "householdId" from vehicle where household_id = any(${[...householdIds]}::uuid[]) and plate is not null order by plate`)
/** A pass by its number or by a plate, as it stands. */
export interface PassRow {
  serial: number; kind: 'household' | 'person' | 'vehicle' | 'visitor'; state: 'waiting' | 'valid' | 'declined' | 'revoked'; suspendedAt: Instant | null; arrivedAt: Instant | null; validFrom: Instant; validUntil: Instant; householdId: string | null; personId: string | null
  plate: string | null; special: boolean; visitorName: string | null; address: string | null; /** Of the community asked about; a car's opens no gate of another. */ here: boolean
}
const passes = (areaPath: string): Part => sql`select x.no as serial, x.kind, x.state, x.suspended_at as "suspendedAt", x.arrived_at as "arrivedAt", x.valid_from as "validFrom", x.valid_until as "validUntil", x.household_id as "householdId", x.person_id as "personId", x.plate, x.special,
  x.visitor_name as "visitorName", coalesce(up.name, a.name) || h.address as address, x.community_id = community_of(${areaPath}) as here
  from pass x left join household h on h.id = x.household_id left join area a on a.id = h.area_id left join area up on up.id = a.parent_id and a.level = 'grid'`
/** Cars that pass at every gate of the community, though issued for above or beside what the caller sees. */
const beyond = (areaPath: string): Part => sql`select no, 'vehicle', state, suspended_at, null::timestamptz, valid_from, valid_until, null::uuid, null::uuid, plate, special, null, null, true from vehicles_beyond(${areaPath})`
export const passOfSerial = (db: Sql, serial: number, areaPath: string): Promise<PassRow | undefined> => db.find<PassRow>(sql`
  ${passes(areaPath)} where x.no = ${serial} union all ${beyond(areaPath)} where no = ${serial}`)
/** The latest of a plate, of the own community before any other. */
export const passOfPlate = (db: Sql, plate: string, areaPath: string): Promise<PassRow | undefined> => db.find<PassRow>(sql`
  select * from (${passes(areaPath)} where x.plate = ${plate} and x.kind = 'vehicle' union all ${beyond(areaPath)} where plate = ${plate}) x order by here desc, state = 'valid' desc, serial desc limit 1`)
/** Numbers of the places of a community, as codes of passes have them (migration 0121). */
export const placesOfCommunity = async (db: Sql, areaPath: string): Promise<number[]> => (await db.get<{ places: number[] }>(sql`select places_of_community(${areaPath}) as places`)).places
export const householdOfPlate = (db: Sql, plate: string, range: Scope): Promise<{ householdId: string } | undefined> => db.find(sql`
  select household_id as "householdId" from vehicle where plate = ${plate} and area_path >= ${range.lo} and area_path < ${range.hi} limit 1`)

/** By door or by name, in the order of doors. */
export function findDoors(db: Sql, q: { range: Scope; doors: readonly { starts: string; ends: string }[]; name: string; letters: string; limit: number }): Promise<{ householdId: string; personId: string | null }[]> {
  const inRange = (path: Part): Part => sql`${path} >= ${q.range.lo} and ${path} < ${q.range.hi}`
  const person = (how: Part): Part => sql`select h.id as "householdId", p.id as "personId", h.area_path, h.address_key from person p join household h on h.id = p.household_id where p.state = 'present' and ${inRange(raw('p.area_path'))} and ${how}`
  const by: Part[] = [
    ...q.doors.map((door) => sql`select h.id as "householdId", null::uuid as "personId", h.area_path, h.address_key from household h where ${inRange(raw('h.area_path'))} and starts_with(h.address_key, ${door.starts}) and right(h.address_key, ${door.ends.length}::int) = ${door.ends}`),
    ...(q.name === '' ? [] : [person(sql`starts_with(p.name, ${q.name})`)]),
    ...(q.letters === '' ? [] : [person(sql`(p.name_initials = ${q.letters} or starts_with(p.name_pinyin, ${q.letters}))`)]),
  ]
  if (by.length === 0) return Promise.resolve([])
  return db.rows(sql`select distinct "householdId", "personId", area_path, address_key from (${join(by, ' union all ')}) x order by area_path, address_key, "personId" nulls first limit ${q.limit}`)
}
