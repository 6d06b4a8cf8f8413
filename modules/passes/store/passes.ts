import sql, { empty, join, type Sql as Part } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import { addMinutes, dayOf, instantAt, type Day, type Instant } from '../../../kernel/dates.ts'
import { firstOf } from '../../../kernel/first-of.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { GateVehicle, PassTab } from '../contract.ts'
import type { EventRow, PassRow } from '../tables.ts'

const columns = sql`
  p.id as "passId", p.kind, p.no as serial, p.area_id as "areaId", p.area_path as "areaPath", a.name as "areaName", c.name as compound, c.no as "compoundNo",
  p.household_id as "householdId", p.person_id as "personId", coalesce(hp.name, case when p.kind = 'household' then '' end) as holder,
  coalesce(up.name, case when a.level in ('grid', 'building', 'unit') then c.name end, '') || a.name || coalesce(h.address, '') as address,
  case when p.household_id is not null then (select count(*)::int from person m where m.household_id = p.household_id and m.state = 'present') end as members,
  p.state, p.suspended_at as "suspendedAt",
  case when e.id is not null then json_build_object('measure', e.measure, 'endsOn', e.ends_on, 'name', ep.name) end as cause,
  p.issue, p.valid_from as "validFrom", p.valid_until as "validUntil", p.purpose, p.note, p.plate, p.vehicle_kind as "vehicleKind", p.special, p.owner, p.driver, p.companions, p.route,
  p.recheck_days as "recheckDays", p.recheck_on as "recheckOn", p.visitor_name as "visitorName", p.visitor_phone_masked as "visitorPhoneMasked", p.visitor_from as "visitorFrom",
  p.announced_by as "announcedBy", p.confirmed_at as "confirmedAt", p.arrived_at as "arrivedAt", hp.document_masked as "documentMasked", hp.phone_masked as "phoneMasked",
  p.issued_at as "issuedAt", p.issuer_name as "issuerName", p.ended_at as "endedAt", p.ender_name as "enderName", p.end_reason as "endReason"`
// 户主 who lives there.
const home = sql`left join household h on h.id = p.household_id left join person ho on ho.id = h.householder_id and ho.household_id = h.id and ho.state = 'present'`
// Somebody in a household without a householder: the oldest stands for it, as on its door.
const from = sql`pass p join area a on a.id = p.area_id left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit')
  ${home}
  left join lateral (select m.id from person m where p.kind = 'household' and m.household_id = p.household_id and m.state = 'present' order by m.birth_on nulls last limit 1) eldest on ho.id is null
  left join person hp on hp.id = ${firstOf(sql`p.person_id`, sql`ho.id`, sql`eldest.id`)}
  left join episode e on e.id = p.suspended_by left join person ep on ep.id = e.person_id
  cross join lateral compound_of(p.area_path) c`

const inRange = ({ lo, hi }: Scope): Part => sql`p.area_path >= ${lo} and p.area_path < ${hi}`
const running = (now: Instant): Part => sql`p.state = 'valid' and p.valid_until > ${now}`
interface Clock { now: Instant; soonDays: number }

/** What stands under each tab; the counts count by the same. */
function inTab(tab: PassTab, { now, soonDays }: Clock): Part {
  const today = dayOf(now)
  if (tab === 'visitors') return sql`p.kind = 'visitor' and p.valid_from < ${instantAt(today, '24:00')} and p.valid_until > ${instantAt(today, '00:00')}`
  if (tab === 'ended') return sql`p.kind <> 'visitor' and (p.state <> 'valid' or p.valid_until <= ${now})`
  if (tab === 'vehicles') return sql`p.kind = 'vehicle' and ${running(now)}`
  const all = sql`p.kind <> 'visitor' and ${running(now)}`
  if (tab === 'suspended') return sql`${all} and p.suspended_at is not null`
  if (tab === 'valid') return sql`${all} and p.suspended_at is null`
  return tab === 'expiring' ? sql`${all} and p.suspended_at is null and p.valid_until <= ${addMinutes(now, soonDays * 24 * 60)}` : all
}

export interface Asked extends Clock { tab: PassTab; range: Scope; householdId: string | undefined; serial: number | undefined; plate: string | undefined; name: string | undefined; order: { by: 'number' | 'validity' | 'issued'; desc: boolean }; after: PageKey | undefined; limit: number }
const ordered: Readonly<Record<Asked['order']['by'], Part>> = { number: sql`p.no`, validity: sql`p.valid_until`, issued: sql`p.issued_at` }
const typed = ({ serial, plate, name }: Asked): Part[] => {
  const ways = [...(serial === undefined ? [] : [sql`p.no = ${serial}`]), ...(plate ? [sql`starts_with(p.plate, ${plate})`] : []), ...(name ? [sql`starts_with(coalesce(hp.name, p.visitor_name, p.owner), ${name})`] : [])]
  return ways.length > 0 ? [sql`(${join(ways, ' or ')})`] : []
}
/** The page is found among the bare rows first: who and where is read for so many rows only. */
export function listPasses(db: Sql, q: Asked): Promise<(PassRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: [ordered[q.order.by], sql`p.id`], desc: q.order.desc }
  // Whoever looks for a household or a number wants it whatever has become of it.
  const found = typed(q)
  const tab = q.householdId !== undefined || found.length > 0 ? [] : [inTab(q.tab, q)]
  const named = q.name ? sql`${home} left join person hp on hp.id = ${firstOf(sql`p.person_id`, sql`ho.id`)}` : empty
  return db.rows(sql`
    with page as materialized (select p.id from pass p ${named}
      where ${join([inRange(q.range), ...tab, ...found, ...(q.householdId === undefined ? [] : [sql`p.household_id = ${q.householdId}`]), ...beyond(walk, q.after)], ' and ')} order by ${inOrder(walk)} limit ${q.limit + 1})
    select ${columns}, ${keyIn(walk)} as "walkKey" from ${from} where p.id in (select id from page) order by ${inOrder(walk)}`)
}

export const countTabs = (db: Sql, range: Scope, clock: Clock, tabs: readonly PassTab[]): Promise<Record<PassTab, number>> => db.get(sql`
  select ${join(tabs.map((tab) => sql`(count(*) filter (where ${inTab(tab, clock)}))::int as ${quoted[tab]}`))} from pass p where ${inRange(range)}`)
const quoted: Readonly<Record<PassTab, Part>> = { all: sql`"all"`, valid: sql`valid`, suspended: sql`suspended`, expiring: sql`expiring`, vehicles: sql`vehicles`, visitors: sql`visitors`, ended: sql`ended` }

export const getPass = (db: Sql, passId: string): Promise<PassRow> => db.get<PassRow>(sql`select ${columns} from ${from} where p.id = ${passId}`)
export const findBySerial = (db: Sql, serial: number): Promise<PassRow | undefined> => db.find<PassRow>(sql`select ${columns} from ${from} where p.no = ${serial}`)
const vehicle = sql`no as serial, plate, special, household_id as "householdId", suspended_at is not null as suspended, valid_until as until`
const ofVehicles = sql`from pass p where kind = 'vehicle' and plate is not null`
/** With the place of the community in which it is good. */
export interface VehicleSeen extends GateVehicle { communityPath: string }
export const vehiclesOf = (db: Sql, serials: readonly number[]): Promise<VehicleSeen[]> => db.rows<VehicleSeen>(sql`
  select ${vehicle}, (select c.area_path from area c where c.id = p.community_id) as "communityPath" ${ofVehicles} and no = any(${[...serials]}::bigint[])`)
/** Those that run, of the community a place lies in: also an office's car that is issued for above what the caller sees. */
export const vehiclesAround = (db: Sql, areaPath: string, now: Instant): Promise<GateVehicle[]> => db.rows<GateVehicle>(sql`
  select ${vehicle} ${ofVehicles} and state = 'valid' and valid_until > ${now} and community_id = community_of(${areaPath})
  union all select no, plate, special, null, suspended_at is not null, valid_until from vehicles_beyond(${areaPath}) where plate is not null and state = 'valid' and valid_until > ${now} order by serial`)
/** Locked: two people acting on the same pass come one after the other. */
export const lockPass = (db: Sql, passId: string) => db.get<{ id: string }>(sql`select id from pass where id = ${passId} for update`)
export const findGood = (db: Sql, of: { householdId: string } | { personId: string } | { plate: string; communityId: string }) => db.find<{ id: string }>(
  'householdId' in of ? sql`select id from pass where kind = 'household' and household_id = ${of.householdId} and state = 'valid' for update`
    : 'personId' in of ? sql`select id from pass where kind = 'person' and person_id = ${of.personId} and state = 'valid' for update`
      : sql`select id from pass where kind = 'vehicle' and plate = ${of.plate} and community_id = ${of.communityId} and state = 'valid' for update`)

export const papersOf = (db: Sql, by: { passIds: readonly string[] } | { batchId: string }, fromRow: number, limit: number): Promise<(PassRow & { total: number })[]> => db.rows(sql`
  select ${columns}, (count(*) over ())::int as total from ${from}
  where p.kind <> 'visitor' and ${'passIds' in by ? sql`p.id = any(${[...by.passIds]}::uuid[])` : sql`p.batch_id = ${by.batchId} and p.state = 'valid'`}
  order by p.area_path, h.address_key nulls last, p.id offset ${fromRow} limit ${limit}`)

export const eventsOf = (db: Sql, passId: string): Promise<EventRow[]> => db.rows<EventRow>(sql`
  select id, at, kind, params, actor_name as "actorName" from pass_event where pass_id = ${passId} order by at desc, id desc limit 60`)

export interface HolderRow { personId: string; name: string; relation: string | null; birthOn: Day | null; documentMasked: string | null; phoneMasked: string | null; householder: boolean; measure: string | null }
export const holdersOf = (db: Sql, householdId: string, personId: string | null): Promise<HolderRow[]> => db.rows<HolderRow>(sql`
  select m.id as "personId", m.name, m.relation, m.birth_on as "birthOn", m.document_masked as "documentMasked", m.phone_masked as "phoneMasked", coalesce(h.householder_id = m.id, false) as householder,
    (select e.measure from episode e where e.person_id = m.id and e.state = 'active' limit 1) as measure
  from person m join household h on h.id = m.household_id
  where m.household_id = ${householdId} and m.state = 'present' ${personId === null ? empty : sql`and m.id = ${personId}`} order by h.householder_id = m.id desc nulls last, m.birth_on nulls last, m.id limit 30`)

/** Vehicles to be looked at again by today, and visits nobody has answered yet. */
export const rechecksDue = (db: Sql, today: Day, now: Instant, limit: number): Promise<(PassRow & { total: number; late: number })[]> => db.rows(sql`
  select ${columns}, (count(*) over ())::int as total, (count(*) filter (where p.recheck_on < ${today}) over ())::int as late from ${from}
  where p.kind = 'vehicle' and p.state = 'valid' and p.suspended_at is null and p.valid_until > ${now} and p.recheck_on <= ${today} order by p.recheck_on, p.id limit ${limit}`)
export const visitsToAnswer = (db: Sql, now: Instant, limit: number): Promise<(PassRow & { total: number; late: number })[]> => db.rows(sql`
  select ${columns}, (count(*) over ())::int as total, (count(*) filter (where p.valid_from < ${now}) over ())::int as late from ${from}
  where p.kind = 'visitor' and p.state = 'waiting' and p.suspended_at is null and p.valid_until > ${now} order by p.valid_from, p.id limit ${limit}`)
export const visitsOf = (db: Sql, householdId: string, since: Instant): Promise<PassRow[]> => db.rows<PassRow>(sql`
  select ${columns} from ${from} where p.kind = 'visitor' and p.household_id = ${householdId} and p.valid_until > ${since} order by p.valid_from, p.id limit 30`)
