import sql, { join, raw, type Sql as Part } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Measure } from '../../policies/contract.ts'

/** A door as a decision needs it. */
export interface DoorRow { householdId: string; areaPath: string; placeName: string; address: string; doorKey: string }
export interface MemberRow { personId: string; householdId: string; name: string; initials: string; birthOn: Day | null }
/** An episode or a lead of a member, from when to when. */
export interface ManagedRow { personId: string; measure: Measure; startsOn: Day; endsOn: Day; fromAt: Instant; toAt: Instant | null }
export interface LeadRow { personId: string; fromAt: Instant; toAt: Instant | null }
export interface ExitRow { id: string; householdId: string; at: Instant; direction: 'in' | 'out'; persons: number; counted: boolean }

const door = sql`h.id as "householdId", h.area_path as "areaPath", coalesce(up.name, a.name) as "placeName", h.address, h.address_key as "doorKey"`
/** A grid is how the community walks, not how a door is called: its compound's name stands before the door. */
const doors = sql`household h join area a on a.id = h.area_id left join area up on up.id = a.parent_id and a.level = 'grid'`

export const doorsIn = (db: Sql, range: Scope, after: string | null, limit: number): Promise<DoorRow[]> => db.rows<DoorRow>(sql`
  select ${door} from ${doors} where h.area_path >= ${range.lo} and h.area_path < ${range.hi} and (${after}::uuid is null or h.id > ${after}::uuid) order by h.id limit ${limit}`)
export const doorsById = (db: Sql, ids: readonly string[]): Promise<DoorRow[]> => db.rows<DoorRow>(sql`select ${door} from ${doors} where h.id = any(${[...ids]}::uuid[])`)
/** Of people: which household they belong to. */
export const householdsOf = (db: Sql, personIds: readonly string[]): Promise<{ personId: string; householdId: string }[]> => db.rows(sql`
  select id as "personId", household_id as "householdId" from person where id = any(${[...personIds]}::uuid[]) and household_id is not null`)

/** Somebody was managed or had a lead open at some time from `from` to `to`; who passed since `back`. */
export interface FactsSpan { from: Instant; to: Instant; back: Instant }
export interface FactRows { doors: DoorRow[]; members: MemberRow[]; managed: ManagedRow[]; leads: LeadRow[]; passed: ExitRow[] }
const instants = ['fromAt', 'toAt', 'at'] as const
/** Times inside json come as the database writes them; everywhere else they end in Z. */
const readRow = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'string' && (instants as readonly string[]).includes(key) ? new Date(value).toISOString() : value]))

/**
 * What decisions between two instants ask of these households, in one question: their doors, who lives there, who was managed or had a lead
 * open at some time in between, and who passed since `back`.
 */
export async function factsOf(db: Sql, householdIds: readonly string[], { from, to, back }: FactsSpan): Promise<FactRows> {
  const ids = [...householdIds]
  const rows = await db.rows<{ kind: keyof FactRows; row: Record<string, unknown> }>(sql`
    select 'doors' as kind, to_jsonb(x) as row from (select ${door} from ${doors} where h.id = any(${ids}::uuid[])) x
    union all select 'members', to_jsonb(x) from (select id as "personId", household_id as "householdId", name, name_initials as initials, birth_on as "birthOn" from person
      where household_id = any(${ids}::uuid[]) and state = 'present' order by household_id, birth_on nulls last, id) x
    union all select 'managed', to_jsonb(x) from (select e.person_id as "personId", e.measure, e.starts_on as "startsOn", e.ends_on as "endsOn", e.opened_at as "fromAt", e.closed_at as "toAt" from person p join episode e on e.person_id = p.id
      where p.household_id = any(${ids}::uuid[]) and e.opened_at <= ${to} and (e.state = 'active' or e.closed_at > ${from}) and e.state <> 'cancelled') x
    union all select 'leads', to_jsonb(x) from (select l.person_id as "personId", l.opened_at as "fromAt", l.closed_at as "toAt" from person p join lead l on l.person_id = p.id
      where p.household_id = any(${ids}::uuid[]) and l.opened_at <= ${to} and (l.state <> 'closed' or l.closed_at > ${from})) x
    union all select 'passed', to_jsonb(x) from (select id, household_id as "householdId", at, direction, persons, counted from passage_event
      where household_id = any(${ids}::uuid[]) and at >= ${back} and at <= ${to} and outcome = 'allow' and taken_back_at is null order by at) x`)
  const of = <T>(kind: keyof FactRows): T[] => rows.flatMap((r) => (r.kind === kind ? [readRow(r.row) as T] : []))
  return { doors: of('doors'), members: of('members'), managed: of('managed'), leads: of('leads'), passed: of('passed') }
}

/** Grades around a place: at and above it as far as they are seen, and below it. */
export const gradesAround = (db: Sql, range: Scope, areaPath: string): Promise<{ areaPath: string; value: string; fromAt: Instant; toAt: Instant | null }[]> => db.rows(sql`
  select z.area_path as "areaPath", z.value, z.from_at as "fromAt", s.from_at as "toAt" from zone_state z left join zone_state s on s.id = z.superseded_by and s.undone_at is null
  where z.kind = 'compoundGrade' and z.undone_at is null and ((z.area_path >= ${range.lo} and z.area_path < ${range.hi}) or starts_with(${areaPath}, z.area_path))`)

export const platesOf = (db: Sql, householdIds: readonly string[]): Promise<{ plate: string; householdId: string }[]> => db.rows(sql`
  select plate, household_id as "householdId" from vehicle where household_id = any(${[...householdIds]}::uuid[]) and plate is not null order by plate`)
/** A pass by its number or by a plate, as it stands. */
export interface PassRow {
  serial: number; kind: 'household' | 'person' | 'vehicle' | 'visitor'; state: 'waiting' | 'valid' | 'declined' | 'revoked'; suspendedAt: Instant | null; validFrom: Instant; validUntil: Instant; householdId: string | null; personId: string | null
  plate: string | null; special: boolean; visitorName: string | null; address: string | null
}
const pass = sql`select x.no as serial, x.kind, x.state, x.suspended_at as "suspendedAt", x.valid_from as "validFrom", x.valid_until as "validUntil", x.household_id as "householdId", x.person_id as "personId", x.plate, x.special,
  x.visitor_name as "visitorName", coalesce(up.name, a.name) || h.address as address
  from pass x left join household h on h.id = x.household_id left join area a on a.id = h.area_id left join area up on up.id = a.parent_id and a.level = 'grid'`
export const passOfSerial = (db: Sql, serial: number): Promise<PassRow | undefined> => db.find<PassRow>(sql`${pass} where x.no = ${serial}`)
/** The latest of a plate. */
export const passOfPlate = (db: Sql, plate: string): Promise<PassRow | undefined> => db.find<PassRow>(sql`${pass} where x.plate = ${plate} and x.kind = 'vehicle' order by x.state = 'valid' desc, x.issued_at desc limit 1`)
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
