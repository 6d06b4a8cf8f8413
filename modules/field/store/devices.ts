import sql, { empty, raw, type Sql as Statement } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { DeviceRow } from '../tables.ts'

const columns = raw(`d.id as "deviceId", d.phone_id as "phoneId", d.account_id as "accountId", d.account_name as "accountName", d.area_path as "areaPath", coalesce(a.name, '') as "areaName", acc.role,
  d.name, d.key_sealed as "keySealed", d.session_id as "sessionId", d.opened_at as "openedAt", d.seen_at as "seenAt", d.waiting, d.carry_made_at as "carryMadeAt", d.clock_off_seconds as "clockOffSeconds",
  d.wipe_ordered_at as "wipeOrderedAt", d.wipe_orderer_name as "wipeOrdererName", d.wiped_at as "wipedAt"`)
const from = raw(`field_device d join account acc on acc.id = d.account_id left join area a on a.area_path = d.area_path`)
const devices = (where: Statement): Statement => sql`select ${columns} from ${from} where ${where}`

/** A phone by the id only it knows; seen from anywhere, for it may come without a session. */
export const devicesOfPhone = (db: Sql, phoneId: string): Promise<DeviceRow[]> => db.rows<DeviceRow>(devices(sql`d.phone_id = ${phoneId}`))
export const deviceById = (db: Sql, deviceId: string): Promise<DeviceRow> => db.get<DeviceRow>(devices(sql`d.id = ${deviceId}`))
export const devicesOf = (db: Sql, accountId: string): Promise<DeviceRow[]> => db.rows<DeviceRow>(sql`${devices(sql`d.account_id = ${accountId}`)} order by d.seen_at desc, d.id desc`)
export const listDevices = (db: Sql, { scope, q, after, limit }: { scope: Scope; q: string | undefined; after: readonly (string | number | null)[] | undefined; limit: number }): Promise<DeviceRow[]> => db.rows<DeviceRow>(sql`
  ${devices(sql`d.area_path >= ${scope.lo} and d.area_path < ${scope.hi} ${q ? sql`and starts_with(d.account_name, ${q})` : empty} ${after ? sql`and (d.seen_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}`)} order by d.seen_at desc, d.id desc limit ${limit + 1}`)

export interface Opened { id: string; phoneId: string; accountId: string; accountName: string; areaPath: string; name: string; keySealed: string; sessionId: string; at: Instant }
/** The same account on the same phone keeps its key; after a wipe it begins anew. */
export const openDevice = (db: Sql, d: Opened): Promise<{ id: string; keySealed: string; wipeWaits: boolean }> => db.get(sql`
  insert into field_device as d (id, phone_id, account_id, account_name, area_path, name, key_sealed, session_id, opened_at, seen_at)
  values (${d.id}, ${d.phoneId}, ${d.accountId}, ${d.accountName}, ${d.areaPath}, ${d.name}, ${d.keySealed}, ${d.sessionId}, ${d.at}, ${d.at})
  on conflict (phone_id, account_id) do update set account_name = excluded.account_name, area_path = excluded.area_path, name = excluded.name, session_id = excluded.session_id, seen_at = excluded.seen_at,
    key_sealed = case when d.wiped_at is null then d.key_sealed else excluded.key_sealed end, wipe_ordered_at = case when d.wiped_at is null then d.wipe_ordered_at end, wiped_at = null
  returning d.id, d.key_sealed as "keySealed", d.wipe_ordered_at is not null as "wipeWaits"`)

export const report = (db: Sql, r: { deviceId: string; waiting: number; carryMadeAt: Instant | null; clockOffSeconds: number; at: Instant }): Promise<number> => db.run(sql`
  update field_device set waiting = ${r.waiting}, carry_made_at = coalesce(${r.carryMadeAt}::timestamptz, carry_made_at), clock_off_seconds = ${r.clockOffSeconds}, seen_at = ${r.at} where id = ${r.deviceId}`)
export const orderWipe = (db: Sql, w: { deviceId: string; at: Instant; by: string; name: string; reason: string }): Promise<number> => db.run(sql`
  update field_device set wipe_ordered_at = ${w.at}, wipe_ordered_by = ${w.by}, wipe_orderer_name = ${w.name}, wipe_reason = ${w.reason} where id = ${w.deviceId}`)
export const keep = (db: Sql, deviceId: string): Promise<number> => db.run(sql`
  update field_device set wipe_ordered_at = null, wipe_ordered_by = null, wipe_orderer_name = null, wipe_reason = null where id = ${deviceId}`)
export const wiped = (db: Sql, deviceId: string, at: Instant): Promise<number> => db.run(sql`
  update field_device set wiped_at = ${at}, waiting = 0, carry_made_at = null, seen_at = ${at} where id = ${deviceId} and wipe_ordered_at is not null`)
