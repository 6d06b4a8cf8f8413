import sql, { empty, join, type Sql as Part } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { HandOverRow, ShiftRow } from '../tables.ts'

const select = sql`s.id as "shiftId", s.gate_id as "gateId", s.area_path as "areaPath", g.name as "gateName", a.name as "areaName", s.on_date as "on", s.slot, s.starts_at as "startsAt", s.ends_at as "endsAt",
  s.keeper_id as "keeperId", s.keeper_name as "keeperName", coalesce(k.office_phone, k.phone_masked) as "keeperPhone", s.leader_name as "leaderName", s.signed_on_at as "signedOnAt", s.signed_on_by as "signedOnBy",
  s.signed_on_name as "signedOnName", s.also, s.taken_items as "takenItems", s.taken_remarks as "takenRemarks", s.hand_overs as "handOvers"`
const from = sql`gate_shift s join gate g on g.id = s.gate_id join area a on a.id = g.area_id left join account k on k.id = s.keeper_id`
/** Gate by gate, in the order of time. */
const walk: Walk = { by: [sql`s.area_path`, sql`g.name`, sql`s.gate_id`, sql`s.starts_at`], desc: false }

const which = (q: { range: Scope; gateId: string | undefined }): Part =>
  sql`s.area_path >= ${q.range.lo} and s.area_path < ${q.range.hi} ${q.gateId === undefined ? empty : sql`and s.gate_id = ${q.gateId}`}`

export const listShifts = (db: Sql, q: { range: Scope; gateId: string | undefined; from: Day; to: Day; after: PageKey | undefined; limit: number }): Promise<(ShiftRow & { walkKey: PageKey })[]> => db.rows(sql`
  select ${select}, ${keyIn(walk)} as "walkKey" from ${from} where ${join([which(q), sql`s.on_date >= ${q.from} and s.on_date < ${q.to} and g.state <> 'removed' and g.manned`, ...beyond(walk, q.after)], ' and ')}
  order by ${inOrder(walk)} limit ${q.limit + 1}`)

/** Shifts around an instant: the one before, the running one and what comes. */
export const shiftsAround = (db: Sql, gateId: string, from_: Instant, to: Instant): Promise<ShiftRow[]> => db.rows<ShiftRow>(sql`
  select ${select} from ${from} where s.gate_id = ${gateId} and s.ends_at > ${from_} and s.starts_at < ${to} order by s.starts_at`)

export const getShift = (db: Sql, shiftId: string): Promise<ShiftRow> => db.get<ShiftRow>(sql`select ${select} from ${from} where s.id = ${shiftId}`)
export const findShift = (db: Sql, gateId: string, on: Day, slot: number): Promise<ShiftRow | undefined> => db.find<ShiftRow>(sql`
  select ${select} from ${from} where s.gate_id = ${gateId} and s.on_date = ${on} and s.slot = ${slot} for update of s`)
export const runningShifts = (db: Sql, gateId: string, at: Instant, until: Instant): Promise<ShiftRow[]> => db.rows<ShiftRow>(sql`
  select ${select} from ${from} where s.gate_id = ${gateId} and s.ends_at > ${at} and s.starts_at <= ${until} order by s.starts_at limit 2 for update of s`)
/** The last shift somebody had signed on to by then: theirs to hand over, also when it is over. */
export const lastSignedOn = (db: Sql, gateId: string, accountId: string, since: Instant, at: Instant): Promise<ShiftRow | undefined> => db.find<ShiftRow>(sql`
  select ${select} from ${from} where s.gate_id = ${gateId} and s.ends_at >= ${since} and (s.signed_on_by = ${accountId} and s.signed_on_at <= ${at}
    or exists (select from jsonb_to_recordset(s.also) as o (by uuid, at timestamptz) where o.by = ${accountId} and o.at <= ${at})) order by s.starts_at desc limit 1 for update of s`)
/** The last that was handed over here by then. */
export const lastHanded = (db: Sql, gateId: string): Promise<HandOverRow | undefined> => db.find<HandOverRow>(sql`
  select h.* from gate_shift s, jsonb_to_recordset(s.hand_overs) as h (at timestamptz, name text, items jsonb, remarks text, abnormal boolean) where s.gate_id = ${gateId} order by h.at desc limit 1`)

export interface NewShift { id: string; gateId: string; areaPath: string; on: Day; slot: number; startsAt: Instant; endsAt: Instant }
/** Where one is there already it takes the new times; whoever was named stays named. None is left beside one that somebody stood in under other times. */
export async function ensureShifts(db: Sql, shifts: readonly NewShift[]): Promise<void> {
  const days = shifts.map(({ on }) => on).toSorted()
  await db.run(sql`
    insert into gate_shift (id, gate_id, area_path, on_date, slot, starts_at, ends_at)
    select id, "gateId", "areaPath", "on", slot, "startsAt", "endsAt" from jsonb_to_recordset(${JSON.stringify(shifts)}::jsonb)
      as x (id uuid, "gateId" uuid, "areaPath" text, "on" date, slot int, "startsAt" timestamptz, "endsAt" timestamptz)
    on conflict (gate_id, on_date, slot) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at
      where gate_shift.signed_on_at is null and (gate_shift.starts_at, gate_shift.ends_at) is distinct from (excluded.starts_at, excluded.ends_at)`)
  await db.run(sql`
    delete from gate_shift t where gate_id = any(${[...new Set(shifts.map(({ gateId }) => gateId))]}::uuid[]) and on_date >= ${days[0] ?? null}::date and on_date <= ${days.at(-1) ?? null}::date and signed_on_at is null
      and exists (select from gate_shift w where w.gate_id = t.gate_id and w.on_date >= t.on_date - 1 and w.on_date <= t.on_date + 1 and w.signed_on_at is not null and w.starts_at < t.ends_at and w.ends_at > t.starts_at)`)
}
/** More than a day has (contract `shiftStarts`). */
const APART = 4
/** Where the times of a gate change: shifts somebody stood in keep theirs, numbered beside the new ones, and the last of them that is not over ends when the first new one begins. */
export async function setWorkedApart(db: Sql, gateId: string, from_: Day, now: Instant, endOf: (startsAt: Instant) => Instant): Promise<void> {
  await db.run(sql`
    update gate_shift t set slot = x.slot from (
      select id, greatest(${APART - 1}, (select max(o.slot) from gate_shift o where o.gate_id = s.gate_id and o.on_date = s.on_date)) + row_number() over (partition by on_date order by starts_at) as slot
      from gate_shift s where gate_id = ${gateId} and on_date >= ${from_} and signed_on_at is not null and slot < ${APART}) x where t.id = x.id`)
  const last = await db.find<{ id: string; startsAt: Instant }>(sql`select id, starts_at as "startsAt" from gate_shift where gate_id = ${gateId} and signed_on_at is not null and ends_at > ${now} order by starts_at desc limit 1`)
  if (last) await db.run(sql`update gate_shift set ends_at = ${endOf(last.startsAt)} where id = ${last.id}`)
}
/** Slots a gate no longer has, where nobody stood. */
export const dropShifts = (db: Sql, gateId: string, from_: Day, slots: number): Promise<number> => db.run(sql`
  delete from gate_shift where gate_id = ${gateId} and on_date >= ${from_} and slot >= ${slots} and signed_on_at is null`)

export const fillShift = (db: Sql, shiftId: string, f: { keeperId: string | null; keeperName: string | null; leaderName: string | null; at: Instant; byName: string | null }): Promise<number> => db.run(sql`
  update gate_shift set keeper_id = ${f.keeperId}, keeper_name = ${f.keeperName}, leader_name = ${f.leaderName}, set_at = ${f.at}, setter_name = ${f.byName}, copy_id = null where id = ${shiftId}`)

/** As it was seven days before, where nobody is named yet; whose account was closed since stands nowhere any more. */
export const copyWeek = (db: Sql, q: { range: Scope; gateId: string | undefined; from: Day; to: Day; copyId: string; at: Instant; byName: string | null }): Promise<number> => db.run(sql`
  update gate_shift t set keeper_id = s.keeper_id, keeper_name = s.keeper_name, leader_name = s.leader_name, copy_id = ${q.copyId}, set_at = ${q.at}, setter_name = ${q.byName}
  from gate_shift s where ${which(q)} and t.gate_id = s.gate_id and t.on_date = s.on_date + 7 and t.slot = s.slot and s.keeper_name is not null and t.keeper_name is null
    and (s.keeper_id is null or exists (select from account k where k.id = s.keeper_id and k.state = 'active'))
    and t.on_date >= ${q.from} and t.on_date < ${q.to}`)
export const weekCounts = (db: Sql, q: { range: Scope; gateId: string | undefined; from: Day; to: Day }): Promise<{ filled: number; total: number }> => db.get(sql`
  select (count(*) filter (where s.keeper_name is not null))::int as filled, count(*)::int as total from gate_shift s where ${which(q)} and s.on_date >= ${q.from} and s.on_date < ${q.to}`)
export const copiedShift = (db: Sql, copyId: string) => db.get<{ id: string }>(sql`select id from gate_shift where copy_id = ${copyId} limit 1`)
export const undoCopy = (db: Sql, copyId: string): Promise<number> => db.run(sql`
  update gate_shift set keeper_id = null, keeper_name = null, leader_name = null, copy_id = null where copy_id = ${copyId} and signed_on_at is null`)

export const setSignedOn = (db: Sql, shiftId: string, [first, ...also]: ShiftRow['also']): Promise<number> => db.run(sql`
  update gate_shift set signed_on_at = ${first?.at ?? null}, signed_on_by = ${first?.by ?? null}, signed_on_name = ${first?.name ?? null}, also = ${JSON.stringify(also)}::jsonb where id = ${shiftId}`)
export const setTaken = (db: Sql, shiftId: string, t: { items: readonly unknown[]; remarks: string | null }): Promise<number> => db.run(sql`
  update gate_shift set taken_items = ${JSON.stringify(t.items)}::jsonb, taken_remarks = ${t.remarks} where id = ${shiftId}`)
export const setHandOvers = (db: Sql, shiftId: string, all: readonly HandOverRow[]): Promise<number> => db.run(sql`update gate_shift set hand_overs = ${JSON.stringify(all)}::jsonb where id = ${shiftId}`)
