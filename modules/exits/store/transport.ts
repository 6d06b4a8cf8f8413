import sql, { empty } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import { instantAt, type Day, type Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { ExitKind } from '../../policies/contract.ts'
import type { SeatState, TransportState } from '../contract.ts'
import type { SeatRow, TransportRow } from '../tables.ts'
import { certificate, over } from './requests.ts'

const columns = sql`b.id as "transportId", b.area_id as "areaId", b.area_path as "areaPath", b.destination_code as "destinationCode", b.destination_name as "destinationName", b.trip_no as "tripNo", b.plate, b.seats, b.company,
  b.driver_name as "driverName", b.driver_phone_masked as "driverPhoneMasked", b.place, b.departs_at as "departsAt", b.state, b.left_at as "leftAt", b.handed_at as "handedAt", b.handed_name as "handedName", b.receiver_name as "receiverName", b.cancel_reason as "cancelReason",
  c.taken, c.boarded, c.no_show as "noShow", c.turned_away as "turnedAway"`
/** Whoever sits in it; of one that was handed over also who should have, for they lost their seats then. */
const inBus = sql`(s.left_at is null or s.left_at = b.handed_at)`
const counted = sql`cross join lateral (select count(*)::int as taken, (count(*) filter (where s.state = 'boarded'))::int as boarded, (count(*) filter (where s.state = 'noShow'))::int as no_show,
  (count(*) filter (where s.state = 'turnedAway'))::int as turned_away from transport_seat s where s.transport_id = b.id and ${inBus}) c`

export interface TransportsListed { tab: 'coming' | 'gone' | 'cancelled'; range: Scope; after: PageKey | undefined; limit: number }
export function listTransports(db: Sql, f: TransportsListed): Promise<(TransportRow & { walkKey: PageKey })[]> {
  const state: TransportState = { coming: 'planned' as const, gone: 'handedOver' as const, cancelled: 'cancelled' as const }[f.tab]
  const walk: Walk = { by: [sql`b.departs_at`, sql`b.id`], desc: f.tab !== 'coming' }
  return db.rows(sql`
    select ${columns}, ${keyIn(walk)} as "walkKey" from group_transport b ${counted}
    where b.area_path >= ${f.range.lo} and b.area_path < ${f.range.hi} and b.state = ${state} ${beyond(walk, f.after).map((one) => sql`and ${one}`)[0] ?? empty} order by ${inOrder(walk)} limit ${f.limit + 1}`)
}
export const getTransport = (db: Sql, transportId: string): Promise<TransportRow> => db.get(sql`select ${columns} from group_transport b ${counted} where b.id = ${transportId}`)
export const lockTransport = (db: Sql, transportId: string): Promise<unknown> => db.get(sql`select id from group_transport where id = ${transportId} for update`)
/**
 * Requests come first, then the bus, then its seats: whoever changes seats holds the requests of those who sit there, or somebody could withdraw and board
 * in the same moment. Only whoever fills buses holds them first, and passes over a request somebody has in hand.
 */
export const lockPassengers = (db: Sql, of: { seatIds: readonly string[] } | { transportId: string }): Promise<unknown[]> => db.rows(sql`
  select id from exit_request where id in (select exit_id from transport_seat where ${'seatIds' in of ? sql`id = any(${[...of.seatIds]}::uuid[])` : sql`transport_id = ${of.transportId}`}) order by id for update`)
/** Buses not handed over yet, to be filled; one after the other for whoever assigns at the same time. */
export const planned = (db: Sql, ids: readonly string[] | undefined, now: Instant): Promise<{ transportId: string; areaPath: string; destinationCode: string; seats: number; departsAt: Instant; taken: number[] }[]> => db.rows(sql`
  select b.id as "transportId", b.area_path as "areaPath", b.destination_code as "destinationCode", b.seats, b.departs_at as "departsAt", array(select s.seat_no from transport_seat s where s.transport_id = b.id and s.left_at is null) as taken
  from group_transport b where b.state = 'planned' and ${ids === undefined ? sql`b.departs_at > ${now}` : sql`b.id = any(${[...ids]}::uuid[])`} order by b.departs_at, b.id for update of b`)

export interface NewTransport {
  id: string; areaId: string; areaPath: string; destinationCode: string; destinationName: string; tripNo: string | null; plate: string; seats: number; company: string; driverName: string | null; driverPhoneSealed: string | null; driverPhoneMasked: string | null
  place: string; departsAt: Instant; at: Instant; name: string | null
}
export const insertTransport = (db: Sql, b: NewTransport): Promise<number> => db.run(sql`
  insert into group_transport (id, area_id, area_path, destination_code, destination_name, trip_no, plate, seats, company, driver_name, driver_phone_sealed, driver_phone_masked, place, departs_at, created_at, creator_name)
  values (${b.id}, ${b.areaId}, ${b.areaPath}, ${b.destinationCode}, ${b.destinationName}, ${b.tripNo}, ${b.plate}, ${b.seats}, ${b.company}, ${b.driverName}, ${b.driverPhoneSealed}, ${b.driverPhoneMasked}, ${b.place}, ${b.departsAt}, ${b.at}, ${b.name})`)
export const updateTransport = (db: Sql, id: string, b: Omit<NewTransport, 'id' | 'areaId' | 'areaPath' | 'at' | 'name'>): Promise<number> => db.run(sql`
  update group_transport set destination_code = ${b.destinationCode}, destination_name = ${b.destinationName}, trip_no = ${b.tripNo}, plate = ${b.plate}, seats = ${b.seats}, company = ${b.company}, driver_name = ${b.driverName},
    driver_phone_sealed = coalesce(${b.driverPhoneSealed}, driver_phone_sealed), driver_phone_masked = coalesce(${b.driverPhoneMasked}, driver_phone_masked), place = ${b.place}, departs_at = ${b.departsAt} where id = ${id}`)
export const setTransportState = (db: Sql, id: string, state: TransportState, c: { leftAt?: Instant; at?: Instant | null; by?: string | null; name?: string | null; receiver?: string | null; cancelled?: { at: Instant; reason: string } }): Promise<number> => db.run(sql`
  update group_transport set state = ${state}, left_at = ${c.leftAt ?? null}, handed_at = ${c.at ?? null}, handed_by = ${c.by ?? null}, handed_name = ${c.name ?? null}, receiver_name = ${c.receiver ?? null}, cancelled_at = ${c.cancelled?.at ?? null}, cancel_reason = ${c.cancelled?.reason ?? null} where id = ${id}`)

export interface SeatWaiting { exitId: string; personId: string; kind: ExitKind; areaPath: string; destinationCode: string; employer: string | null; householdId: string | null; leavesOn: Day; certifiedUntil: Day | null }
/** Whoever waits for a seat: allowed, without one, and the certificate good where one is asked for. */
export const waiting = (db: Sql, today: Day): Promise<SeatWaiting[]> => db.rows(sql`
  select r.id as "exitId", r.person_id as "personId", r.kind, r.area_path as "areaPath", r.destination_code as "destinationCode", r.employer, r.household_id as "householdId", r.leaves_on as "leavesOn", r.certified_until as "certifiedUntil"
  from exit_request r where r.kind = 'migrantWork' and r.state = 'allowed' and r.destination_code is not null and r.decision -> 'needs' @> '["seat"]'::jsonb and not ${over(today)}
    and (r.certified_until is null or ${certificate(today)}) and not exists (select from transport_seat s where s.exit_id = r.id and s.left_at is null) order by r.leaves_on, r.applied_at, r.id limit 5000 for update of r skip locked`)

export interface NewSeat { id: string; transportId: string; exitId: string; seatNo: number }
/** They stand where the passengers live: the bus is often the office's above. */
export const insertSeats = (db: Sql, all: readonly NewSeat[], at: Instant): Promise<number> => db.run(sql`
  insert into transport_seat (id, transport_id, exit_id, area_path, seat_no, seated_at)
  select x.id, x.bus, x.exit, r.area_path, x.no, ${at}::timestamptz
  from unnest(${all.map((s) => s.id)}::uuid[], ${all.map((s) => s.transportId)}::uuid[], ${all.map((s) => s.exitId)}::uuid[], ${all.map((s) => s.seatNo)}::int[]) as x (id, bus, exit, no) join exit_request r on r.id = x.exit`)
const seat = sql`s.id as "seatId", s.transport_id as "transportId", s.exit_id as "exitId", s.area_path as "areaPath", s.seat_no as "seatNo", s.state, s.left_at as "leftAt", s.boarded_at as "boardedAt"`
export const getSeat = (db: Sql, seatId: string): Promise<SeatRow> => db.get(sql`select ${seat} from transport_seat s where s.id = ${seatId} for update`)
export const seatsOf = (db: Sql, transportId: string): Promise<SeatRow[]> => db.rows(sql`select ${seat} from transport_seat s join group_transport b on b.id = s.transport_id where s.transport_id = ${transportId} and ${inBus} order by s.seat_no`)
export const leaveSeats = (db: Sql, ids: readonly string[], at: Instant): Promise<{ exitId: string }[]> => db.rows(sql`
  update transport_seat set left_at = ${at} where id = any(${[...ids]}::uuid[]) and left_at is null and state in ('seated', 'turnedAway') returning exit_id as "exitId"`)
export const retakeSeats = (db: Sql, ids: readonly string[]): Promise<{ exitId: string }[]> => db.rows(sql`
  update transport_seat s set left_at = null, state = 'seated' where s.id = any(${[...ids]}::uuid[]) and s.left_at is not null and seat_is_free(s.id) and not exists (select from transport_seat o where o.left_at is null and o.exit_id = s.exit_id)
    and exists (select from exit_request r where r.id = s.exit_id and r.state = 'allowed') returning exit_id as "exitId"`)
export const leaveAll = (db: Sql, transportId: string, at: Instant): Promise<number> => db.run(sql`update transport_seat set left_at = ${at} where transport_id = ${transportId} and left_at is null`)
/** Those who lost their seats when it was cancelled or handed over, unless they sit elsewhere by now; who was turned away still is. */
export const takeSeatsAgain = (db: Sql, transportId: string): Promise<number> => db.run(sql`
  update transport_seat s set left_at = null, state = case s.state when 'turnedAway' then s.state else 'seated' end where s.transport_id = ${transportId} and s.left_at = (select coalesce(b.cancelled_at, b.handed_at) from group_transport b where b.id = ${transportId})
    and not exists (select from transport_seat o where o.exit_id = s.exit_id and o.left_at is null) and exists (select from exit_request r where r.id = s.exit_id and r.state = 'allowed')`)
export const moveSeat = (db: Sql, seatId: string, to: { transportId: string; seatNo: number }): Promise<number> => db.run(sql`
  update transport_seat set transport_id = ${to.transportId}, seat_no = ${to.seatNo}, state = 'seated', left_at = null, boarded_at = null, boarder_name = null where id = ${seatId}`)
/** A queue at the door, measured one after the other and written down at once. */
export const seatsById = (db: Sql, ids: readonly string[]): Promise<SeatRow[]> => db.rows(sql`select ${seat} from transport_seat s where s.id = any(${[...ids]}::uuid[]) and s.left_at is null order by s.seat_no for update`)
export const setSeats = (db: Sql, ids: readonly string[], state: SeatState, boarded: { at: Instant; name: string | null } | null): Promise<number> => db.run(sql`
  update transport_seat set state = ${state}, boarded_at = ${boarded?.at ?? null}, boarder_name = ${boarded?.name ?? null} where id = any(${[...ids]}::uuid[])`)
/** 退座 by withdrawing, or by being refused. */
export const dropSeat = (db: Sql, exitId: string, at: Instant): Promise<number> => db.run(sql`update transport_seat set left_at = ${at} where exit_id = ${exitId} and left_at is null`)
/** The seat that was given up with the request as it stands. */
export const seatGivenUp = (db: Sql, exitId: string): Promise<{ seatId: string } | undefined> => db.find(sql`
  select s.id as "seatId" from transport_seat s join exit_request r on r.id = s.exit_id where r.id = ${exitId} and s.left_at = r.updated_at and s.state in ('seated', 'turnedAway')`)

export const othersTo = (db: Sql, b: { transportId: string; destinationCode: string; now: Instant }): Promise<{ transportId: string; plate: string; departsAt: Instant; free: number }[]> => db.rows(sql`
  select b.id as "transportId", b.plate, b.departs_at as "departsAt", b.seats - c.taken as free from group_transport b ${counted}
  where b.state = 'planned' and b.id <> ${b.transportId} and left(b.destination_code, 2) = left(${b.destinationCode}, 2) and b.seats > c.taken order by b.departs_at limit 20`)

/** What a manifest says besides what the list shows. */
export interface ManifestRow { exitId: string; documentSealed: string | null; phoneSealed: string | null; emergencySealed: string | null }
export const sealedOf = (db: Sql, exitIds: readonly string[]): Promise<ManifestRow[]> => db.rows(sql`
  select r.id as "exitId", p.document_sealed as "documentSealed", p.phone_sealed as "phoneSealed", r.emergency_sealed as "emergencySealed" from exit_request r join person p on p.id = r.person_id where r.id = any(${[...exitIds]}::uuid[])`)
export const boardingReadings = (db: Sql, exitIds: readonly string[]): Promise<{ exitId: string; temperature: number | null }[]> => db.rows(sql`
  select distinct on (exit_id) exit_id as "exitId", temperature from exit_check where exit_id = any(${[...exitIds]}::uuid[]) and occasion = 'boarding' order by exit_id, at desc`)

export const destinations = (db: Sql, { lo, hi }: Scope, today: Day): Promise<{ code: string; waiting: number; seated: number; gone: number }[]> => db.rows(sql`
  select r.destination_code as code, (count(*) filter (where r.state = 'allowed' and s.id is null))::int as waiting, (count(*) filter (where r.state = 'allowed' and s.id is not null))::int as seated, (count(*) filter (where r.state = 'out'))::int as gone
  from exit_request r left join transport_seat s on s.exit_id = r.id and s.left_at is null
  where r.area_path >= ${lo} and r.area_path < ${hi} and r.kind = 'migrantWork' and r.state in ('allowed', 'out') and not ${over(today)} and r.destination_code is not null group by 1`)

/** 今天发车, and whoever was to leave before and is still to be handed over with those who sit in it. */
export const departingUntil = (db: Sql, day: Day, next: Day): Promise<TransportRow[]> => db.rows(sql`
  select ${columns} from group_transport b ${counted} where b.state = 'planned' and b.departs_at < ${instantAt(next, '00:00')} and (b.departs_at >= ${instantAt(day, '00:00')} or c.taken > 0) order by b.departs_at, b.id limit 500`)

