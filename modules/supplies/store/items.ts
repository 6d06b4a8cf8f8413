import sql, { join, type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { Lot, Recipient, SupplyPlace, SupplyTab } from '../contract.ts'
import type { ItemRow } from '../tables.ts'

/** Today, to when something expires soon, and since when what was given out says how fast it goes. */
export interface Now { today: Day; soon: Day; since: Instant }

/** 冲正: taken back by a movement that stands. */
export const isReversed = sql`exists (select from supply_movement r where r.reverses = m.id and r.undone_at is null)`
const stock = ({ today, soon, since }: Now): Fragment => sql`
  cross join lateral (select coalesce(sum(l.quantity), 0)::int as balance, coalesce(sum(l.quantity) filter (where l.quantity > 0 and l.expires_on < ${today}), 0)::int as expired, coalesce(sum(l.quantity) filter (where l.quantity > 0 and l.expires_on between ${today} and ${soon}), 0)::int as expiring,
    min(l.expires_on) filter (where l.quantity > 0) as expires_on, coalesce(bool_or(l.quantity < 0), false) as mismatch from supply_lot l where l.item_id = i.id) s
  cross join lateral (select coalesce(-sum(m.quantity), 0)::int as used from supply_movement m where m.item_id = i.id and m.kind = 'given' and m.undone_at is null and m.at >= ${since} and not ${isReversed}) u
  left join lateral (select coalesce(q.sent_quantity, q.quantity) as asked from supply_request q where q.item_id = i.id and q.state in ('asked', 'sent') order by q.asked_at desc limit 1) q on true`
const from = (now: Now): Fragment => sql`supply_item i join area a on a.id = i.area_id ${stock(now)}`
const columns = sql`i.id as "itemId", i.area_id as "areaId", i.area_path as "areaPath", a.name as "areaName", i.name, i.spec, i.unit, i.least, i.state, s.balance, s.balance - s.expired as usable, s.expired, s.expiring, s.expires_on as "expiresOn", u.used, s.mismatch, q.asked`
const low = sql`s.balance - s.expired < i.least`
const inTab: Readonly<Record<SupplyTab, Fragment>> = {
  low: sql`i.state = 'open' and ${low}`, expiring: sql`i.state = 'open' and s.expiring > 0`, expired: sql`i.state = 'open' and s.expired > 0`, mismatch: sql`i.state = 'open' and s.mismatch`, all: sql`i.state = 'open'`, closed: sql`i.state = 'closed'`,
}

export type ItemOrder = 'usual' | 'name' | 'balance' | 'days' | 'expiresOn'
const named = [sql`i.name`, sql`i.spec`, sql`i.id`]
const ways: Readonly<Record<ItemOrder, readonly Fragment[]>> = {
  // What has to be seen to stands first.
  usual: [sql`(case when s.mismatch or s.expired > 0 or ${low} then 0 when s.expiring > 0 then 1 else 2 end)`, ...named],
  name: named, balance: [sql`s.balance`, ...named], days: [sql`(case when u.used > 0 then greatest(s.balance - s.expired, 0)::float8 / u.used else 1e9 end)`, ...named], expiresOn: [sql`coalesce(s.expires_on, '9999-12-31'::date)`, ...named],
}
export const keyWidth = (by: ItemOrder): number => ways[by].length

export interface ItemsListed { tab: SupplyTab; areaId: string; text: string | undefined; toAsk: boolean; now: Now; order: { by: ItemOrder; desc: boolean }; after: PageKey | undefined; limit: number }
export function listItems(db: Sql, f: ItemsListed): Promise<(ItemRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: ways[f.order.by], desc: f.order.desc }
  const where = [sql`i.area_id = ${f.areaId}`, inTab[f.tab], ...(f.text ? [sql`strpos(i.name || i.spec, ${f.text}) > 0`] : []), ...(f.toAsk ? [sql`q.asked is null`] : []), ...beyond(walk, f.after)]
  return db.rows(sql`select ${columns}, ${keyIn(walk)} as "walkKey" from ${from(f.now)} where ${join(where, ' and ')} order by ${inOrder(walk)} limit ${f.limit + 1}`)
}
const n = (tab: SupplyTab): Fragment => sql`(count(*) filter (where ${inTab[tab]}))::int`
export const countItems = (db: Sql, areaId: string, now: Now): Promise<Record<SupplyTab, number>> => db.get(sql`
  select ${n('low')} as low, ${n('expiring')} as expiring, ${n('expired')} as expired, ${n('mismatch')} as mismatch, ${n('all')} as "all", ${n('closed')} as closed from ${from(now)} where i.area_id = ${areaId}`)
export const getItem = (db: Sql, itemId: string, now: Now): Promise<ItemRow> => db.get(sql`select ${columns} from ${from(now)} where i.id = ${itemId}`)
/** 今日待办: what is too little and not asked for; and what has expired, expires soon or does not agree, the worst first. */
export const itemsDue = (db: Sql, areaId: string, now: Now, kind: 'low' | 'check', limit: number): Promise<(ItemRow & { total: number; late: number })[]> => {
  const [wanted, late] = kind === 'low' ? [sql`${low} and q.asked is null`, sql`s.balance - s.expired <= 0`] : [sql`(s.mismatch or s.expired > 0 or s.expiring > 0)`, sql`(s.mismatch or s.expired > 0)`]
  return db.rows(sql`select ${columns}, (count(*) over ())::int as total, (count(*) filter (where ${late}) over ())::int as late from ${from(now)} where i.area_id = ${areaId} and i.state = 'open' and ${wanted} order by (case when ${late} then 0 else 1 end), ${join([...named])} limit ${limit}`)
}

/** Each community below: kinds, what is short and expired there, what it has asked for. */
export const placesOf = (db: Sql, { lo, hi }: Scope, now: Now, own: string): Promise<SupplyPlace[]> => db.rows(sql`
  select a.id as "areaId", a.name, x.items, x.low, x.expired, r.asked, r.sent from area a
    cross join lateral (select count(*)::int as items, (count(*) filter (where ${low}))::int as low, (count(*) filter (where s.expired > 0))::int as expired from supply_item i ${stock(now)} where i.area_id = a.id and i.state = 'open') x
    cross join lateral (select (count(*) filter (where q.state = 'asked'))::int as asked, (count(*) filter (where q.state = 'sent'))::int as sent from supply_request q where q.area_id = a.id) r
  where a.area_path >= ${lo} and a.area_path < ${hi} and a.level = 'community' and a.state = 'open' and a.id <> ${own} and x.items > 0 order by r.asked desc, x.low desc, a.area_path`)

export interface NewItem { id: string; name: string; spec: string; unit: string; least: number }
/** All at once; one that is there already is passed over. */
export const insertItems = async (db: Sql, at: { areaId: string; areaPath: string; now: Instant; by: string | null }, all: readonly NewItem[]): Promise<string[]> => (await db.rows<{ id: string }>(sql`
  insert into supply_item (id, area_id, area_path, name, spec, unit, least, created_at, creator_name)
  select distinct on (x.name, x.spec) x.id, ${at.areaId}::uuid, ${at.areaPath}, x.name, x.spec, x.unit, x.least, ${at.now}::timestamptz, ${at.by} from unnest(${all.map((o) => o.id)}::uuid[], ${all.map((o) => o.name)}::text[], ${all.map((o) => o.spec)}::text[], ${all.map((o) => o.unit)}::text[], ${all.map((o) => o.least)}::int[]) as x (id, name, spec, unit, least)
  where not exists (select from supply_item i where i.area_id = ${at.areaId} and i.name = x.name and i.spec = x.spec) order by x.name, x.spec, x.id returning id`)).map(({ id }) => id)
export const findItem = (db: Sql, areaId: string, name: string, spec: string): Promise<{ id: string } | undefined> => db.find(sql`select id from supply_item where area_id = ${areaId} and name = ${name} and spec = ${spec} order by state desc, created_at limit 1`)
export const updateItem = (db: Sql, id: string, v: Omit<NewItem, 'id'>): Promise<number> => db.run(sql`update supply_item set name = ${v.name}, spec = ${v.spec}, unit = ${v.unit}, least = ${v.least} where id = ${id}`)
export const setItemState = (db: Sql, id: string, state: 'open' | 'closed'): Promise<number> => db.run(sql`update supply_item set state = ${state} where id = ${id}`)
/** One after the other: how a movement falls on the batches depends on those before. */
export const lockItem = (db: Sql, id: string): Promise<{ areaId: string; areaPath: string }> => db.get(sql`select area_id as "areaId", area_path as "areaPath" from supply_item where id = ${id} for update`)
export const deleteEmpty = async (db: Sql, areaId: string, ids: readonly string[]): Promise<string[]> => (await db.rows<{ id: string }>(sql`
  delete from supply_item i where i.id = any(${[...ids]}::uuid[]) and i.area_id = ${areaId} and not exists (select from supply_movement m where m.item_id = i.id) and not exists (select from supply_request q where q.item_id = i.id) returning i.id`)).map(({ id }) => id)

/** Batches with something left, or below zero. */
export const lotsOf = (db: Sql, itemId: string): Promise<Lot[]> => db.rows(sql`
  select l.lot_id as "lotId", l.expires_on as "expiresOn", l.received_at as "receivedAt", l.quantity from supply_lot l where l.item_id = ${itemId} and l.quantity <> 0 order by coalesce(l.expires_on, '9999-12-31'::date), l.received_at nulls last, l.lot_id`)
/** 常领的: whoever got this before, then whoever got something else. */
export const recentRecipients = (db: Sql, itemId: string, areaId: string, limit: number): Promise<Recipient[]> => db.rows(sql`
  select m.recipient_kind as kind, m.recipient_id as id, m.recipient as name from supply_movement m join supply_item i on i.id = m.item_id
  where i.area_id = ${areaId} and m.kind = 'given' and m.recipient_kind <> 'office' and m.undone_at is null group by 1, 2, 3 order by bool_or(m.item_id = ${itemId}) desc, max(m.at) desc, m.recipient limit ${limit}`)
export type FoundRecipient = Recipient & { householdId: string | null; who: string }
/** Duty holders, gates and businesses by a part of their name; households are found as everywhere. */
export const findRecipients = (db: Sql, { lo, hi }: Scope, text: string, limit: number): Promise<FoundRecipient[]> => {
  const here = (alias: Fragment): Fragment => sql`${alias}.area_path >= ${lo} and ${alias}.area_path < ${hi}`
  return db.rows(sql`
    (select distinct on (d.holder_name) 'duty' as kind, null::uuid as id, d.holder_name as name, null::uuid as "householdId", a.name as who from duty_assignment d join area a on a.id = d.area_id where ${here(sql`d`)} and d.ended_at is null and not d.undone and strpos(d.holder_name, ${text}) > 0 order by d.holder_name, d.area_path limit ${limit})
    union all (select 'gate', g.id, g.name, null, a.name from gate g join area a on a.id = g.area_id where ${here(sql`g`)} and g.state = 'open' and strpos(a.name || g.name, ${text}) > 0 order by g.name, g.id limit ${limit})
    union all (select 'business', b.id, b.name, null, b.address from business b where ${here(sql`b`)} and b.state <> 'closed' and strpos(b.name, ${text}) > 0 order by b.name, b.id limit ${limit})`)
}
export const hasMoved = async (db: Sql, itemId: string): Promise<boolean> => (await db.get<{ yes: boolean }>(sql`select exists (select from supply_movement m where m.item_id = ${itemId}) or exists (select from supply_request q where q.item_id = ${itemId}) as yes`)).yes
