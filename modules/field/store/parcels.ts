import sql, { empty, raw, type Sql as Statement } from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { ParcelRow } from '../tables.ts'

const columns = raw(`p.id as "parcelId", p.device_id as "deviceId", d.name as "deviceName", p.account_id as "accountId", p.author_name as "authorName", p.area_path as "areaPath", coalesce(a.name, '') as "areaName",
  p.command, p.content_sealed as "contentSealed", p.why, p.recorded_at as "recordedAt", p.received_at as "receivedAt", p.clock_off_seconds as "clockOffSeconds", p.state, p.settled_at as "settledAt",
  p.settler_name as "settlerName", p.reason`)
const parcels = (where: Statement): Statement => sql`select ${columns} from field_parcel p join field_device d on d.id = p.device_id left join area a on a.area_path = p.area_path where ${where}`

export type NewParcel = Pick<ParcelRow, 'parcelId' | 'deviceId' | 'accountId' | 'authorName' | 'areaPath' | 'command' | 'contentSealed' | 'why' | 'recordedAt' | 'clockOffSeconds'> & { eventId: string | null }
/** A parcel that came before stays as it is. */
export const insertParcels = (db: Sql, all: readonly NewParcel[], at: Instant): Promise<number> => db.run(sql`
  insert into field_parcel (id, device_id, account_id, author_name, area_path, command, content_sealed, why, recorded_at, received_at, clock_off_seconds, event_id, state)
  select id, device_id, account_id, author_name, area_path, command, content_sealed, why, recorded_at, ${at}::timestamptz, clock_off, event_id, 'waiting'
  from unnest(${all.map((p) => p.parcelId)}::uuid[], ${all.map((p) => p.deviceId)}::uuid[], ${all.map((p) => p.accountId)}::uuid[], ${all.map((p) => p.authorName)}::text[], ${all.map((p) => p.areaPath)}::text[],
    ${all.map((p) => p.command)}::text[], ${all.map((p) => p.contentSealed)}::text[], ${all.map((p) => p.why)}::text[], ${all.map((p) => p.recordedAt)}::timestamptz[], ${all.map((p) => p.clockOffSeconds)}::int[], ${all.map((p) => p.eventId)}::uuid[])
    as x (id, device_id, account_id, author_name, area_path, command, content_sealed, why, recorded_at, clock_off, event_id)
  on conflict (id) do nothing`)

/** Where what a record is about stands: a gate, also a removed one, a quarantine, a visit, an area or a person, whichever of them has this id. */
export const pathsOf = async (db: Sql, ids: readonly string[]): Promise<Map<string, string>> =>
  new Map((await db.rows<{ id: string; areaPath: string }>(sql`
    select id, area_path as "areaPath" from gate where id = any(${ids}::uuid[]) union all select id, area_path from episode where id = any(${ids}::uuid[]) union all select id, area_path from visit where id = any(${ids}::uuid[])
    union all select id, area_path from disinfection_point where id = any(${ids}::uuid[]) union all select id, area_path from area where id = any(${ids}::uuid[]) union all select id, area_path from person where id = any(${ids}::uuid[])`)).map((row) => [row.id, row.areaPath]))

/** That its own command went through: by the receipt, of a passage by the passage. */
const cameItself = sql`(exists (select from receipt r where r.command_id = p.id and r.actor_key = 'account:' || p.account_id) or exists (select from passage_event e where e.id = p.event_id))`
/** Of these records, those whose own command went through although its answer never reached the phone. */
export const arrivedAlready = async (db: Sql, all: readonly Pick<NewParcel, 'parcelId' | 'accountId' | 'eventId'>[]): Promise<Set<string>> =>
  new Set((await db.rows<{ id: string }>(sql`select p.id from unnest(${all.map((p) => p.parcelId)}::uuid[], ${all.map((p) => p.accountId)}::uuid[], ${all.map((p) => p.eventId)}::uuid[]) as p (id, account_id, event_id) where ${cameItself}`)).map((row) => row.id))
/** 本人交上: of those that wait, or of one of them. */
export const settleArrived = (db: Sql, at: Instant, parcelId?: string): Promise<number> => db.run(sql`
  update field_parcel p set state = 'arrived', settled_at = ${at} where p.state = 'waiting' ${parcelId ? sql`and p.id = ${parcelId}` : empty} and ${cameItself}`)

export const parcelById = (db: Sql, parcelId: string): Promise<ParcelRow> => db.get<ParcelRow>(parcels(sql`p.id = ${parcelId}`))
export const lockParcel = (db: Sql, parcelId: string): Promise<ParcelRow> => db.get<ParcelRow>(sql`${parcels(sql`p.id = ${parcelId}`)} for update of p`)

export const listParcels = (db: Sql, { waiting, after, limit }: { waiting: boolean; after: readonly (string | number | null)[] | undefined; limit: number }): Promise<ParcelRow[]> => db.rows<ParcelRow>(waiting
  ? sql`${parcels(sql`p.state = 'waiting' ${after ? sql`and (p.received_at, p.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}`)} order by p.received_at, p.id limit ${limit + 1}`
  : sql`${parcels(sql`p.state <> 'waiting' ${after ? sql`and (p.received_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}`)} order by p.received_at desc, p.id desc limit ${limit + 1}`)

export const countParcels = (db: Sql): Promise<{ waiting: number; settled: number }> => db.get(sql`
  select (count(*) filter (where state = 'waiting'))::int as waiting, (count(*) filter (where state <> 'waiting'))::int as settled from field_parcel`)

export const settleParcel = (db: Sql, p: { parcelId: string; state: 'waiting' | 'accepted' | 'filed'; at: Instant | null; by: string | null; name: string | null; reason: string | null }): Promise<number> => db.run(sql`
  update field_parcel set state = ${p.state}, settled_at = ${p.at}, settled_by = ${p.by}, settler_name = ${p.name}, reason = ${p.reason} where id = ${p.parcelId}`)
