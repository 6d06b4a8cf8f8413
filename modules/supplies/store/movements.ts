import sql, { join, type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { Donations, MovementKind, SentLot, Source } from '../contract.ts'
import type { MovementRow } from '../tables.ts'
import { isReversed } from './items.ts'

const columns = sql`m.id as "movementId", m.item_id as "itemId", m.area_path as "areaPath", i.area_id as "areaId", a.name as "areaName", i.name as item, i.spec, i.unit, m.kind, m.quantity,
  (select coalesce(sum(x.quantity), 0)::int from supply_movement x where x.item_id = m.item_id and x.undone_at is null and (x.at, x.id) <= (m.at, m.id)) as balance,
  m.source, m.expires_on as "expiresOn", m.donor, m.donor_named as "donorNamed", m.recipient_kind as "recipientKind", m.recipient_id as "recipientId", m.recipient, m.purpose, m.counted_as as "countedAs", m.note, m.beyond, m.stale, m.reverses, ${isReversed} as reversed,
  m.request_id as "requestId", m.at, m.received_at as "receivedAt", m.account_id as "accountId", m.by_name as "byName", m.undone_at as "undoneAt"`
const from = sql`supply_movement m join supply_item i on i.id = m.item_id join area a on a.id = i.area_id`

export interface MovementsListed { from: Instant; to: Instant; range: Scope; areaId: string | undefined; itemId: string | undefined; kind: MovementKind | undefined; source: Source | undefined; asOf: Instant | undefined; after: PageKey | undefined; limit: number }
export function listMovements(db: Sql, f: MovementsListed): Promise<(MovementRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: [sql`m.at`, sql`m.id`], desc: true }
  const where: Fragment[] = [sql`m.area_path >= ${f.range.lo}`, sql`m.area_path < ${f.range.hi}`, sql`m.at >= ${f.from}`, sql`m.at < ${f.to}`, sql`m.undone_at is null`, ...(f.areaId ? [sql`i.area_id = ${f.areaId}`] : []), ...(f.itemId ? [sql`m.item_id = ${f.itemId}`] : []), ...(f.kind ? [sql`m.kind = ${f.kind}`] : []), ...(f.source ? [sql`m.source = ${f.source}`] : []), ...(f.asOf ? [sql`m.at <= ${f.asOf}`, sql`not ${isReversed}`] : []), ...beyond(walk, f.after)]
  return db.rows(sql`select ${columns}, ${keyIn(walk)} as "walkKey" from ${from} where ${join(where, ' and ')} order by ${inOrder(walk)} limit ${f.limit + 1}`)
}
export const movementsOf = (db: Sql, itemId: string, limit: number): Promise<MovementRow[]> => db.rows(sql`select ${columns} from ${from} where m.item_id = ${itemId} order by m.at desc, m.id desc limit ${limit}`)
export const getMovement = (db: Sql, id: string): Promise<MovementRow> => db.get(sql`select ${columns} from ${from} where m.id = ${id}`)

export interface NewMovement {
  id: string; itemId: string; areaPath: string; kind: MovementKind; quantity: number; source: Source | null; expiresOn: Day | null; donor: string | null; donorNamed: boolean; recipientKind: string | null; recipientId: string | null; recipient: string | null; purpose: string | null
  countedAs: number | null; note: string | null; beyond: number; stale: number; reverses: string | null; requestId: string | null; at: Instant; receivedAt: Instant; accountId: string | null; byName: string | null
}
export async function insertMovement(db: Sql, m: NewMovement, parts: readonly { lotId: string | null; quantity: number }[]): Promise<void> {
  await db.run(sql`
    insert into supply_movement (id, item_id, area_path, kind, quantity, source, expires_on, donor, donor_named, recipient_kind, recipient_id, recipient, purpose, counted_as, note, beyond, stale, reverses, request_id, at, received_at, account_id, by_name)
    values (${m.id}, ${m.itemId}, ${m.areaPath}, ${m.kind}, ${m.quantity}, ${m.source}, ${m.expiresOn}, ${m.donor}, ${m.donorNamed}, ${m.recipientKind}, ${m.recipientId}, ${m.recipient}, ${m.purpose}, ${m.countedAs}, ${m.note}, ${m.beyond}, ${m.stale}, ${m.reverses}, ${m.requestId}, ${m.at}, ${m.receivedAt}, ${m.accountId}, ${m.byName})`)
  await db.run(sql`
    insert into supply_part (movement_id, lot_id, item_id, area_path, quantity) select ${m.id}::uuid, x.lot, ${m.itemId}::uuid, ${m.areaPath}, x.n from unnest(${parts.map((p) => p.lotId)}::uuid[], ${parts.map((p) => p.quantity)}::int[]) as x (lot, n)`)
}
export const partsOf = (db: Sql, movementId: string): Promise<{ lotId: string | null; quantity: number }[]> => db.rows(sql`select p.lot_id as "lotId", p.quantity from supply_part p where p.movement_id = ${movementId}`)
export const undoMovement = (db: Sql, id: string, at: Instant, by: string | null): Promise<number> => db.run(sql`update supply_movement set undone_at = ${at}, undone_by = ${by} where id = ${id} and undone_at is null`)
/** Of one office what it moved for a request. */
export const movementsOfRequest = (db: Sql, requestId: string, areaId: string): Promise<{ id: string; itemId: string; receivedAt: Instant }[]> => db.rows(sql`
  select m.id, m.item_id as "itemId", m.received_at as "receivedAt" from supply_movement m join supply_item i on i.id = m.item_id where m.request_id = ${requestId} and i.area_id = ${areaId} and m.undone_at is null order by m.id`)
/** By expiry what went out with a movement. */
export const sentLots = (db: Sql, movementId: string): Promise<SentLot[]> => db.rows(sql`
  select l.expires_on as "expiresOn", -sum(p.quantity)::int as n from supply_part p left join supply_movement l on l.id = p.lot_id where p.movement_id = ${movementId} group by 1 order by 1 nulls last`)

const donated = (f: { areaId: string; from: Instant; to: Instant }): Fragment => sql`
  select m.id, m.item_id, m.donor, m.donor_named, m.quantity, m.at from supply_movement m join supply_item i on i.id = m.item_id where i.area_id = ${f.areaId} and m.kind = 'received' and m.source = 'donated' and m.undone_at is null and not ${isReversed} and m.at >= ${f.from} and m.at < ${f.to}`
export const donationsReceived = (db: Sql, f: { areaId: string; from: Instant; to: Instant }): Promise<Donations['received']> => db.rows(sql`
  with d as (${donated(f)}) select d.id as "movementId", case when d.donor_named then d.donor end as donor, i.name, i.spec, i.unit, d.quantity, d.at from d join supply_item i on i.id = d.item_id order by d.at, d.id`)
/** Of just these batches: by what for they went out, up to now; a reversal stands with what it reverses. */
export const donationsUsed = (db: Sql, f: { areaId: string; from: Instant; to: Instant }): Promise<{ itemId: string; name: string; spec: string; unit: string; kind: MovementKind; purpose: string | null; recipientKind: string | null; quantity: number }[]> => db.rows(sql`
  with d as (${donated(f)}) select i.id as "itemId", i.name, i.spec, i.unit, coalesce(o.kind, m.kind) as kind, coalesce(o.purpose, m.purpose) as purpose, coalesce(o.recipient_kind, m.recipient_kind) as "recipientKind", sum(p.quantity)::int as quantity
  from d join supply_part p on p.lot_id = d.id join supply_movement m on m.id = p.movement_id left join supply_movement o on o.id = m.reverses join supply_item i on i.id = d.item_id
  where m.undone_at is null group by 1, 2, 3, 4, 5, 6, 7 order by i.name, i.spec, i.id, 8`)

/** 工作汇报: what came in and went out between two instants, the most of it first. */
export const movedBetween = (db: Sql, areaId: string, from: Instant, to: Instant): Promise<{ kind: 'received' | 'given'; name: string; unit: string; quantity: number; times: number }[]> => db.rows(sql`
  select m.kind, i.name, i.unit, abs(sum(m.quantity))::int as quantity, count(*)::int as times from supply_movement m join supply_item i on i.id = m.item_id
  where i.area_id = ${areaId} and m.kind in ('received', 'given') and m.undone_at is null and not ${isReversed} and m.at >= ${from} and m.at <= ${to} group by 1, 2, 3 order by 1, 4 desc, 2`)
