import sql, { empty, join, type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../kernel/ctx.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { PageKey } from '../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../kernel/walk.ts'
import type { VenueCard, VenueTab } from './contract.ts'
import { leftAt, overAt, stands } from './store/left.ts'
import type { VenueRow, VisitRow } from './tables.ts'

/** Since when today counts, and since when somebody stays too long. */
export interface Since { today: Instant; stay: Instant }
/** Nobody is inside overnight: who did not scan out is out at midnight. */
const columns = (s: Since): Fragment => sql`v.id as "venueId", v.area_id as "areaId", v.area_path as "areaPath", a.name as "areaName", v.name, v.kind, v.address, v.square_metres as "squareMetres", v.own_capacity as "ownCapacity", v.keeper_name as "keeperName",
  v.keeper_phone_masked as "keeperPhoneMasked", v.token_sealed as "tokenSealed", v.state, (select max(d.at) from disinfection_done d where d.venue_id = v.id) as "disinfectedAt", c.inside, c.scanned, c.overstaying,
  (select count(*)::int from venue_visit t where t.venue_id = v.id and t.in_at >= ${s.today} and not t.again and ${stands}) as "visitsToday"`
const counted = (s: Since): Fragment => sql`cross join lateral (select (count(*) filter (where not t.again))::int as inside, count(*)::int as scanned, (count(*) filter (where t.in_at < ${s.stay} and not t.again))::int as overstaying from venue_visit t where t.venue_id = v.id and t.out_at is null and t.in_at >= ${s.today} and ${stands}) c`

/** The capacity as `capacityOf` reckons it. */
const isFull = (perPerson: number): Fragment => sql`c.inside >= coalesce(v.own_capacity, greatest(1, v.square_metres / ${perPerson}::int))`
const inTab = (tab: VenueTab, perPerson: number): Fragment => ({
  all: sql`true`, free: sql`v.state = 'open' and not ${isFull(perPerson)}`, full: sql`v.state = 'open' and ${isFull(perPerson)}`, staying: sql`c.overstaying > 0`, closed: sql`v.state = 'closed'`,
})[tab]
const inRange = ({ lo, hi }: Scope): Fragment => sql`v.area_path >= ${lo} and v.area_path < ${hi}`

/** Ways through the list: by place, by name, by how many are inside. */
export type VenueOrder = 'place' | 'venue' | 'inside'
const ways: Readonly<Record<VenueOrder, Walk['by']>> = { place: [sql`v.area_path`, sql`v.name`, sql`v.id`], venue: [sql`v.name`, sql`v.id`], inside: [sql`c.inside`, sql`v.id`] }
export const keyWidth = (by: VenueOrder): number => ways[by].length

export interface VenuesListed { tab: VenueTab; perPerson: number; text: string | undefined; range: Scope; since: Since; order: { by: VenueOrder; desc: boolean }; after: PageKey | undefined; limit: number }
export function listVenues(db: Sql, f: VenuesListed): Promise<(VenueRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: ways[f.order.by], desc: f.order.desc }
  const where = [inRange(f.range), inTab(f.tab, f.perPerson), ...(f.text ? [sql`strpos(v.name, ${f.text}) > 0`] : []), ...beyond(walk, f.after)]
  return db.rows(sql`select ${columns(f.since)}, ${keyIn(walk)} as "walkKey" from venue v join area a on a.id = v.area_id ${counted(f.since)} where ${join(where, ' and ')} order by ${inOrder(walk)} limit ${f.limit + 1}`)
}
export const countTabs = (db: Sql, range: Scope, since: Since, perPerson: number): Promise<Record<VenueTab, number>> => db.get(sql`
  select count(*)::int as "all", (count(*) filter (where ${inTab('free', perPerson)}))::int as free, (count(*) filter (where ${inTab('full', perPerson)}))::int as "full", (count(*) filter (where ${inTab('staying', perPerson)}))::int as staying,
    (count(*) filter (where ${inTab('closed', perPerson)}))::int as closed from venue v ${counted(since)} where ${inRange(range)}`)
export const getVenue = (db: Sql, venueId: string, since: Since): Promise<VenueRow> => db.get(sql`select ${columns(since)} from venue v join area a on a.id = v.area_id ${counted(since)} where v.id = ${venueId}`)
export const findByToken = (db: Sql, tokenIndex: string): Promise<{ id: string } | undefined> => db.find(sql`select id from venue where token_index = ${tokenIndex}`)
/** At the door one after the other: two who scan in the same second do not both take the last place. */
export const lockVenue = (db: Sql, venueId: string): Promise<unknown> => db.get(sql`select id from venue where id = ${venueId} for update`)

export interface NewVenue { id: string; areaId: string; areaPath: string; name: string; kind: string; address: string; squareMetres: number; ownCapacity: number | null; keeperName: string | null; keeperPhoneSealed: string | null; keeperPhoneMasked: string | null; tokenIndex: string; tokenSealed: string; at: Instant; byName: string | null }
export const insertVenue = (db: Sql, v: NewVenue): Promise<number> => db.run(sql`
  insert into venue (id, area_id, area_path, name, kind, address, square_metres, own_capacity, keeper_name, keeper_phone_sealed, keeper_phone_masked, token_index, token_sealed, created_at, creator_name)
  values (${v.id}, ${v.areaId}, ${v.areaPath}, ${v.name}, ${v.kind}, ${v.address}, ${v.squareMetres}, ${v.ownCapacity}, ${v.keeperName}, ${v.keeperPhoneSealed}, ${v.keeperPhoneMasked}, ${v.tokenIndex}, ${v.tokenSealed}, ${v.at}, ${v.byName})`)
export const updateVenue = (db: Sql, id: string, v: Omit<NewVenue, 'id' | 'tokenIndex' | 'tokenSealed' | 'at' | 'byName'>): Promise<number> => db.run(sql`
  update venue set area_id = ${v.areaId}, area_path = ${v.areaPath}, name = ${v.name}, kind = ${v.kind}, address = ${v.address}, square_metres = ${v.squareMetres}, own_capacity = ${v.ownCapacity}, keeper_name = ${v.keeperName},
    keeper_phone_sealed = coalesce(${v.keeperPhoneSealed}, keeper_phone_sealed), keeper_phone_masked = coalesce(${v.keeperPhoneMasked}, keeper_phone_masked) where id = ${id}`)
export const setState = (db: Sql, id: string, state: 'open' | 'closed'): Promise<number> => db.run(sql`update venue set state = ${state} where id = ${id}`)

export interface NewVisit { id: string; venueId: string; areaPath: string; inAt: Instant; how: 'scan' | 'count'; name: string | null; phoneSealed: string | null; phoneIndex: string | null; phoneMasked: string | null; deviceIndex: string | null; since: Instant }
/** The same telephone twice without going out is counted once. */
export const insertVisit = (db: Sql, v: NewVisit): Promise<number> => db.run(sql`
  insert into venue_visit (id, venue_id, area_path, in_at, how, name, phone_sealed, phone_index, phone_masked, device_index, again) values (${v.id}, ${v.venueId}, ${v.areaPath}, ${v.inAt}, ${v.how}, ${v.name}, ${v.phoneSealed}, ${v.phoneIndex}, ${v.phoneMasked}, ${v.deviceIndex},
    exists (select from venue_visit t where t.phone_index = ${v.phoneIndex} and t.venue_id = ${v.venueId} and t.out_at is null and t.in_at >= ${v.since} and ${stands}))`)
/** Whoever says so a day later, by the next scan, was out by midnight. */
export const endVisit = (db: Sql, visitId: string, venueId: string, at: Instant): Promise<number> => db.run(sql`update venue_visit t set out_at = least(${at}::timestamptz, ${overAt(sql`t`)}) where id = ${visitId} and venue_id = ${venueId} and out_at is null`)
/** Whoever was counted in first; where nobody was, whoever scanned in first and has not scanned out, with all the scans of that number: it counts once. */
export const endOldest = (db: Sql, venueId: string, since: Instant, at: Instant): Promise<number> => db.run(sql`
  update venue_visit t set out_at = ${at} from (select t.id, t.phone_index from venue_visit t where t.venue_id = ${venueId} and t.out_at is null and t.in_at >= ${since} and not t.again and ${stands} order by t.how = 'count' desc, t.in_at, t.id limit 1) first
  where t.id = first.id or (t.phone_index = first.phone_index and t.venue_id = ${venueId} and t.out_at is null and t.in_at >= ${since} and ${stands})`)
/** 一号一人: a scan that lies within another one of the same number counts with it; once that one has ended before it, or is none, by itself. */
export const countAnew = (db: Sql, visitId: string): Promise<number> => db.run(sql`
  update venue_visit v set again = not v.again from venue_visit one where one.id = ${visitId} and v.phone_index = one.phone_index and v.venue_id = one.venue_id and v.in_at >= ${overAt(sql`one`)} - interval '1 day' and v.in_at < ${overAt(sql`one`)}
    and v.again <> exists (select from venue_visit t where t.phone_index = v.phone_index and t.venue_id = v.venue_id and (t.in_at, t.id) < (v.in_at, v.id) and ${leftAt} >= least(v.out_at, ${overAt(sql`v`)}) and ${overAt(sql`t`)} = ${overAt(sql`v`)} and ${stands})`)
/** Scanned twice by the same phone without going out is the same visit. */
export const openVisitOf = (db: Sql, venueId: string, phoneIndex: string, deviceIndex: string, since: Instant): Promise<{ visitId: string; inAt: Instant } | undefined> => db.find(sql`
  select id as "visitId", in_at as "inAt" from venue_visit t where phone_index = ${phoneIndex} and device_index = ${deviceIndex} and venue_id = ${venueId} and out_at is null and in_at >= ${since} and ${stands} order by in_at desc limit 1`)

const visit = sql`t.id as "visitId", t.venue_id as "venueId", v.name as "venueName", t.in_at as "inAt", t.out_at as "outAt", t.how, t.name, t.phone_masked as "phoneMasked",
  t.taken_back_at as "takenBackAt", t.taken_back_by as "takenBackBy", t.taken_back_reason as "takenBackReason"`
/** Whose stay touches the time; who never scanned out counts until midnight. */
export const visitsIn = (db: Sql, f: { venueId: string; from: Instant; to: Instant; after: PageKey | undefined; limit: number }): Promise<VisitRow[]> => db.rows(sql`
  select ${visit} from venue_visit t join venue v on v.id = t.venue_id where t.venue_id = ${f.venueId} and t.in_at < ${f.to} and t.in_at >= ${f.from}::timestamptz - interval '1 day' and ${leftAt} > ${f.from}
    ${f.after ? sql`and (t.in_at, t.id) < (${f.after[0]}, ${f.after[1]}::uuid)` : empty} order by t.in_at desc, t.id desc limit ${f.limit + 1}`)
export const visitsOf = (db: Sql, phoneIndex: string, from: Instant, to: Instant): Promise<VisitRow[]> => db.rows(sql`
  select ${visit} from venue_visit t join venue v on v.id = t.venue_id where t.phone_index = ${phoneIndex} and t.in_at >= ${from} and t.in_at < ${to} order by t.in_at desc limit 500`)
export const getVisit = (db: Sql, visitId: string): Promise<VisitRow> => db.get(sql`select ${visit} from venue_visit t join venue v on v.id = t.venue_id where t.id = ${visitId}`)
export const setTakenBack = (db: Sql, visitId: string, b: { at: Instant | null; by: string | null; reason: string | null }): Promise<number> => db.run(sql`
  update venue_visit set taken_back_at = ${b.at}, taken_back_by = ${b.by}, taken_back_reason = ${b.reason} where id = ${visitId}`)
export const sealedPhone = (db: Sql, visitId: string): Promise<{ phoneSealed: string | null }> => db.get(sql`select phone_sealed as "phoneSealed" from venue_visit where id = ${visitId}`)

export interface NewDisinfection { id: string; venueId: string; areaPath: string; at: Instant; place: string; agent: string; concentration: number | null; minutes: number | null; byName: string | null; accountId: string | null }
export const insertDisinfection = (db: Sql, d: NewDisinfection): Promise<number> => db.run(sql`
  insert into venue_disinfection (id, venue_id, area_path, at, place, agent, concentration, minutes, by_name, account_id) values (${d.id}, ${d.venueId}, ${d.areaPath}, ${d.at}, ${d.place}, ${d.agent}, ${d.concentration}, ${d.minutes}, ${d.byName}, ${d.accountId})`)
export const disinfectionsOf = (db: Sql, venueId: string): Promise<{ disinfectionId: string; at: Instant; place: string; agent: VenueCard['disinfections'][number]['agent']; concentration: number | null; minutes: number | null; byName: string | null }[]> => db.rows(sql`
  select id as "disinfectionId", at, place, agent, concentration, minutes, by_name as "byName" from disinfection_done where venue_id = ${venueId} order by at desc limit 20`)
export const getDisinfection = (db: Sql, id: string): Promise<{ venueId: string; at: Instant }> => db.get(sql`select venue_id as "venueId", at from venue_disinfection where id = ${id} and undone_at is null`)
export const undoDisinfection = (db: Sql, id: string, at: Instant): Promise<number> => db.run(sql`update venue_disinfection set undone_at = ${at} where id = ${id}`)
