import sql, { empty, join, type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import { reportsIn, type Skill, type VolunteerKind, type VolunteerState, type VolunteerTab } from '../contract.ts'
import type { VolunteerRow } from '../tables.ts'

/** Whole minutes from sign-on to sign-off, which stand nowhere. */
export const minutesOf: Fragment = sql`floor(extract(epoch from s.left_at - s.came_at) / 60)::int`
export const inRange = (of: Fragment, { lo, hi }: Scope): Fragment => sql`${of}.area_path >= ${lo} and ${of}.area_path < ${hi}`

/** Whoever moved out or died is asked no more, whatever stands here. */
const gone = sql`exists (select from person g where g.id = v.person_id and g.state in ('movedOut', 'deceased'))`
const state = sql`case when v.state in ('active', 'paused') and ${gone} then 'left' else v.state end`
export interface Now { now: Instant; /** 近几天 begin */ recent: Instant }
const columns = sql`v.id as "volunteerId", v.area_id as "areaId", v.area_path as "areaPath", a.name as "areaName", v.person_id as "personId", coalesce(p.name, v.name) as name, v.kind, v.unit, nullif(concat(ha.name, h.address), '') as door, coalesce(v.phone_masked, p.phone_masked) as "phoneMasked", v.phone_index as "phoneIndex",
  v.skills, v.free, v.in_public as "inPublic", ${state} as state, v.state_reason as "stateReason", v.reported_on as "reportedOn", v.note, v.created_at as "createdAt", v.creator_name as "creatorName", v.link_id is not null as "byCode", e.measure, e.ends_on as "measureUntil",
  (select jsonb_build_object('callId', s.call_id, 'place', s.place, 'startsAt', to_char(s.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'endsAt', to_char(s.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) from volunteer_service s where s.volunteer_id = v.id and s.state = 'taken' and s.ends_at > k.now order by s.starts_at limit 1) as next,
  t.times, t.minutes, t.minutes7, t.absent, t.last_at as "lastAt", coalesce((select sum(b.points) from volunteer_point b where b.volunteer_id = v.id), 0)::int as balance`
const joined = ({ now, recent }: Now): Fragment => sql`join area a on a.id = v.area_id cross join (select ${now}::timestamptz as now) k left join person p on p.id = v.person_id left join household h on h.id = p.household_id left join area ha on ha.id = h.area_id
  left join episode e on e.person_id = v.person_id and e.state = 'active'
  cross join lateral (select (count(*) filter (where s.state = 'came'))::int as times, coalesce(sum(${minutesOf}) filter (where s.state = 'came'), 0)::int as minutes, coalesce(sum(${minutesOf}) filter (where s.state = 'came' and s.came_at >= ${recent}), 0)::int as minutes7,
    (count(*) filter (where s.state = 'absent'))::int as absent, max(s.came_at) filter (where s.state = 'came') as last_at from volunteer_service s where s.volunteer_id = v.id) t`

const managed = sql`exists (select from episode e where e.person_id = v.person_id and e.state = 'active')`
const helping = (now: Instant): Fragment => sql`exists (select from volunteer_service s where s.volunteer_id = v.id and s.state = 'taken' and s.starts_at <= ${now} and s.ends_at > ${now})`
export const inTab = (tab: VolunteerTab, now: Instant): Fragment => ({
  ready: sql`${state} = 'active' and not ${managed} and not ${helping(now)}`, helping: helping(now),
  neverServed: sql`v.kind = any(${[...reportsIn]}::text[]) and ${state} in ('active', 'paused') and not exists (select from volunteer_service s where s.volunteer_id = v.id and s.state = 'came')`,
  waiting: sql`v.state = 'waiting'`, away: sql`${state} in ('paused', 'left', 'declined')`, all: sql`true`,
})[tab]

export interface Cut { range: Scope; kind: VolunteerKind | undefined; skill: Skill | undefined; unit: string | undefined }
export const inCut = ({ range, kind, skill, unit }: Cut): Fragment =>
  sql`${inRange(sql`v`, range)} ${kind === undefined ? empty : sql`and v.kind = ${kind}`} ${skill === undefined ? empty : sql`and ${skill} = any(v.skills)`} ${unit === undefined ? empty : sql`and v.unit = ${unit}`}`

/** What is waited for longest first; reported in and not seen by unit; the others by name. */
const orders: Partial<Record<VolunteerTab, Walk['by']>> = { waiting: [sql`v.created_at`, sql`v.name`, sql`v.id`], neverServed: [sql`coalesce(v.unit, '')`, sql`v.name`, sql`v.id`] }
export const KEY_WIDTH = 3
export interface Listed extends Cut, Now { tab: VolunteerTab; text: string | undefined; served: { since: Instant; until: Instant } | undefined; after: PageKey | undefined; limit: number }
export function listRows(db: Sql, f: Listed): Promise<(VolunteerRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: orders[f.tab] ?? [sql`v.name`, sql`coalesce(v.unit, '')`, sql`v.id`], desc: false }
  const shown = f.text ? sql`position(${f.text} in v.name || coalesce(v.unit, '')) > 0` : f.served ? sql`exists (select from volunteer_service s where s.volunteer_id = v.id and s.state = 'came' and s.came_at >= ${f.served.since} and s.came_at < ${f.served.until})` : inTab(f.tab, f.now)
  const where = join([inCut(f), shown, ...beyond(walk, f.after)], ' and ')
  return db.rows(sql`with v as materialized (select v.* from volunteer v where ${where} order by ${inOrder(walk)} limit ${f.limit + 1}) select ${columns}, ${keyIn(walk)} as "walkKey" from v ${joined(f)} order by ${inOrder(walk)}`)
}
export const getRow = (db: Sql, id: string, now: Now): Promise<VolunteerRow> => db.get(sql`select ${columns} from volunteer v ${joined(now)} where v.id = ${id}`)
export const lock = (db: Sql, id: string): Promise<{ state: VolunteerState; gone: boolean; name: string; areaPath: string; areaId: string }> => db.get(sql`select ${state} as state, ${gone} as gone, v.name, v.area_path as "areaPath", v.area_id as "areaId" from volunteer v where v.id = ${id} for update of v`)

/** Everybody of a community who might be asked, with what stands against it. */
export type CandidateRow = Pick<VolunteerRow, 'volunteerId' | 'name' | 'kind' | 'unit' | 'phoneMasked' | 'state' | 'skills' | 'free' | 'minutes7'> & { managed: boolean; busy: boolean }
export const candidates = (db: Sql, range: Scope, call: { callId: string; startsAt: Instant; endsAt: Instant }, recent: Instant, only?: string): Promise<CandidateRow[]> => db.rows(sql`
  select v.id as "volunteerId", coalesce(p.name, v.name) as name, v.kind, v.unit, coalesce(v.phone_masked, p.phone_masked) as "phoneMasked", ${state} as state, v.skills, v.free, ${managed} as managed,
    coalesce((select sum(${minutesOf}) from volunteer_service s where s.volunteer_id = v.id and s.state = 'came' and s.came_at >= ${recent}), 0)::int as "minutes7",
    exists (select from volunteer_service s where s.volunteer_id = v.id and s.state in ('taken', 'came') and s.call_id is distinct from ${call.callId} and s.starts_at < ${call.endsAt} and s.ends_at > ${call.startsAt}) as busy
  from volunteer v left join person p on p.id = v.person_id
  where ${inRange(sql`v`, range)} ${only === undefined ? sql`and v.state in ('active', 'paused') and not exists (select from volunteer_service s where s.volunteer_id = v.id and s.call_id = ${call.callId} and s.state in ('taken', 'came', 'absent'))` : sql`and v.id = ${only}`}
  order by v.name, v.id limit 5000`)

export interface NewVolunteer {
  id: string; areaId: string; areaPath: string; personId: string | null; name: string; kind: VolunteerKind; unit: string | null; reportedOn: Day | null; phoneSealed: string | null; phoneIndex: string | null; phoneMasked: string | null
  skills: readonly string[]; free: readonly string[]; inPublic: boolean; state: VolunteerState; note: string | null; at: Instant; byName: string | null; linkId: string | null; receiptIndex: string | null
}
export const insertVolunteers = (db: Sql, all: readonly NewVolunteer[]): Promise<number> => db.run(sql`
  insert into volunteer (id, area_id, area_path, person_id, name, kind, unit, reported_on, phone_sealed, phone_index, phone_masked, skills, free, in_public, state, note, created_at, creator_name, link_id, receipt_index)
  select x.id, x."areaId", x."areaPath", x."personId", x.name, x.kind, x.unit, x."reportedOn", x."phoneSealed", x."phoneIndex", x."phoneMasked", array(select jsonb_array_elements_text(x.skills)), array(select jsonb_array_elements_text(x.free)), x."inPublic", x.state, x.note, x.at, x."byName", x."linkId", x."receiptIndex"
  from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as x (id uuid, "areaId" uuid, "areaPath" text, "personId" uuid, name text, kind text, unit text, "reportedOn" date, "phoneSealed" text, "phoneIndex" text, "phoneMasked" text, skills jsonb, free jsonb, "inPublic" boolean, state text, note text, at timestamptz, "byName" text, "linkId" uuid, "receiptIndex" text)`)
export const knownPhones = (db: Sql, range: Scope): Promise<{ phoneIndex: string; name: string }[]> => db.rows(sql`select phone_index as "phoneIndex", name from volunteer v where ${inRange(sql`v`, range)} and v.state in ('active', 'paused') and v.phone_index is not null`)
/** Whoever has no service, planned or done, and no points: entered by mistake, nothing of them is lost. */
export const removeUnused = async (db: Sql, ids: readonly string[]): Promise<string[]> => (await db.rows<{ id: string }>(sql`
  delete from volunteer v where v.id = any(${[...ids]}::uuid[]) and v.state <> 'waiting' and not exists (select from volunteer_service s where s.volunteer_id = v.id) and not exists (select from volunteer_point b where b.volunteer_id = v.id) returning v.id`)).map(({ id }) => id)
/** An empty telephone keeps the former. */
export const updateVolunteer = (db: Sql, id: string, v: Pick<NewVolunteer, 'personId' | 'kind' | 'unit' | 'reportedOn' | 'phoneSealed' | 'phoneIndex' | 'phoneMasked' | 'skills' | 'free' | 'inPublic' | 'note'>): Promise<number> => db.run(sql`
  update volunteer set person_id = coalesce(${v.personId}, person_id), kind = ${v.kind}, unit = ${v.unit}, reported_on = coalesce(${v.reportedOn}, reported_on), phone_sealed = coalesce(${v.phoneSealed}, phone_sealed), phone_index = coalesce(${v.phoneIndex}, phone_index), phone_masked = coalesce(${v.phoneMasked}, phone_masked),
    skills = ${[...v.skills]}, free = ${[...v.free]}, in_public = ${v.inPublic}, note = ${v.note} where id = ${id}`)
export const turn = (db: Sql, id: string, state: VolunteerState, reason: string | null): Promise<number> => db.run(sql`update volunteer set state = ${state}, state_reason = ${reason} where id = ${id}`)

/** Somebody of the register, or of this telephone and name, who helps already. */
export const findTwin = (db: Sql, range: Scope, who: { personId: string | null; name: string; phoneIndex: string | null; notId: string }): Promise<{ id: string } | undefined> => db.find(sql`
  select v.id from volunteer v where ${inRange(sql`v`, range)} and v.state in ('active', 'paused') and v.id <> ${who.notId} and ((${who.personId}::uuid is not null and v.person_id = ${who.personId}) or (v.phone_index = ${who.phoneIndex} and v.name = ${who.name})) limit 1`)
/** Of this telephone and name in the register: whoever signed up by a code is perhaps one of them. */
export const likelyPeople = (db: Sql, range: Scope, name: string, phoneIndex: string | null): Promise<{ personId: string; name: string; address: string }[]> => db.rows(sql`
  select p.id as "personId", p.name, coalesce(a.name, '') || coalesce(h.address, '') as address from person p left join household h on h.id = p.household_id left join area a on a.id = h.area_id
  where p.area_path >= ${range.lo} and p.area_path < ${range.hi} and p.state = 'present' and p.phone_index = ${phoneIndex} order by p.name <> ${name}, p.id limit 3`)
export const sealedPhone = async (db: Sql, id: string): Promise<string | null> => (await db.get<{ phone: string | null }>(sql`select coalesce(v.phone_sealed, p.phone_sealed) as phone from volunteer v left join person p on p.id = v.person_id where v.id = ${id}`)).phone

export const askedThrough = async (db: Sql, linkId: string, since: Instant): Promise<number> => (await db.get<{ n: number }>(sql`select count(*)::int as n from volunteer where link_id = ${linkId} and created_at >= ${since}`)).n
/** Came by the code, and has neither a place nor a service since. */
export const untouchedSignUp = async (db: Sql, id: string): Promise<boolean> => (await db.find(sql`select v.id from volunteer v where v.id = ${id} and v.link_id is not null and not exists (select from volunteer_service s where s.volunteer_id = v.id)`)) !== undefined
export const waitingSame = (db: Sql, linkId: string, phoneIndex: string | null, name: string): Promise<{ id: string } | undefined> => db.find(sql`select id from volunteer where link_id = ${linkId} and phone_index = ${phoneIndex} and name = ${name} and state = 'waiting' limit 1`)
export const setReceipt = (db: Sql, id: string, receiptIndex: string): Promise<number> => db.run(sql`update volunteer set receipt_index = ${receiptIndex} where id = ${id}`)
export const byReceipts = (db: Sql, indexes: readonly string[]): Promise<{ name: string; state: VolunteerState; createdAt: Instant; areaPath: string }[]> => db.rows(sql`
  select name, state, created_at as "createdAt", area_path as "areaPath" from volunteer where receipt_index = any(${[...indexes]}::text[]) order by created_at desc, id`)
