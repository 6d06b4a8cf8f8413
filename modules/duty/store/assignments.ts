import sql, { empty, type Sql as Part } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { DutyRole } from '../contract.ts'
import type { AssignmentRow, HandoverRow } from '../tables.ts'

const select = sql`
  select d.id as "assignmentId", d.area_id as "areaId", d.area_path as "areaPath", a.name as "areaName", a.level, d.duty_role as "dutyRole", d.account_id as "accountId",
    d.holder_name as name, d.holder_office as office, d.holder_title as title, d.office_phone as "officePhone", d.on_board as "onBoard", d.order_no as "orderNo",
    d.starts_on as "startsOn", d.ends_on as "endsOn", d.created_at as "createdAt", d.creator_name as "creatorName", d.ended_at as "endedAt", d.ender_name as "enderName",
    d.end_reason as "endReason", d.undone, d.follows_id as "followsId", d.handover_id as "handoverId",
    d.account_id is not null and (ac.state <> 'active' or ac.role is null) as gone
  from duty_assignment d join area a on a.id = d.area_id left join account ac on ac.id = d.account_id`

export const getAssignment = (db: Sql, assignmentId: string): Promise<AssignmentRow> => db.get<AssignmentRow>(sql`${select} where d.id = ${assignmentId}`)

export const assignmentsByIds = (db: Sql, ids: readonly string[]): Promise<AssignmentRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : db.rows<AssignmentRow>(sql`${select} where d.id = any(${[...ids]}::uuid[])`)

/** Locked, so that two people do not change the same duty at once. */
export const lockAssignment = (db: Sql, assignmentId: string) => db.get<{ id: string }>(sql`select id from duty_assignment where id = ${assignmentId} for update`)

/** Not ended: in force, planned, or held by an account that is gone. */
export const openAt = (db: Sql, areaIds: readonly string[], today: Day): Promise<AssignmentRow[]> => db.rows<AssignmentRow>(sql`
  ${select} where d.area_id = any(${areaIds}::uuid[]) and d.ended_at is null and (d.ends_on is null or d.ends_on >= ${today})
  order by length(d.area_path), d.starts_on, d.created_at, d.id`)

export const openInRange = (db: Sql, range: Scope, today: Day): Promise<AssignmentRow[]> => db.rows<AssignmentRow>(sql`
  ${select} where d.area_path >= ${range.lo} and d.area_path < ${range.hi} and d.ended_at is null and (d.ends_on is null or d.ends_on >= ${today})
  order by d.area_path, d.starts_on, d.id`)

export const historyOf = (db: Sql, areaId: string, limit: number): Promise<AssignmentRow[]> => db.rows<AssignmentRow>(sql`
  ${select} where d.area_id = ${areaId} order by coalesce(d.ended_at, d.created_at) desc, d.id desc limit ${limit}`)

/** The same holder in the same duty of the same area, if not ended. */
export const findSame = (db: Sql, s: { areaId: string; dutyRole: DutyRole; accountId: string | null; name: string }, today: Day) => db.find<{ id: string }>(sql`
  select id from duty_assignment where area_id = ${s.areaId} and duty_role = ${s.dutyRole} and ended_at is null and (ends_on is null or ends_on >= ${today})
    and (case when ${s.accountId}::uuid is null then account_id is null and holder_name = ${s.name} else account_id = ${s.accountId}::uuid end) limit 1`)

export interface NewAssignment {
  id: string; areaId: string; areaPath: string; dutyRole: DutyRole; accountId: string | null; name: string; office: string | null; title: string | null; officePhone: string | null
  onBoard: boolean; orderNo: string | null; startsOn: Day; endsOn: Day | null; at: Instant; by: string | null; byName: string | null; followsId: string | null; handoverId: string | null
}
export const insertAssignment = (db: Sql, n: NewAssignment): Promise<number> => db.run(sql`
  insert into duty_assignment (id, area_id, area_path, duty_role, account_id, holder_name, holder_office, holder_title, office_phone, on_board, order_no, starts_on, ends_on,
    created_at, created_by, creator_name, follows_id, handover_id)
  values (${n.id}, ${n.areaId}, ${n.areaPath}, ${n.dutyRole}, ${n.accountId}, ${n.name}, ${n.office}, ${n.title}, ${n.officePhone}, ${n.onBoard}, ${n.orderNo}, ${n.startsOn}, ${n.endsOn},
    ${n.at}, ${n.by}, ${n.byName}, ${n.followsId}, ${n.handoverId})`)

export const end = (db: Sql, assignmentId: string, e: { at: Instant; name: string | null; reason: string; undone: boolean }): Promise<number> => db.run(sql`
  update duty_assignment set ended_at = ${e.at}, ender_name = ${e.name}, end_reason = ${e.reason}, undone = ${e.undone} where id = ${assignmentId}`)

export const reopen = (db: Sql, assignmentId: string): Promise<number> => db.run(sql`
  update duty_assignment set ended_at = null, ender_name = null, end_reason = null, undone = false where id = ${assignmentId}`)

/** Whoever followed this one and has not been taken back. */
export const findFollower = (db: Sql, assignmentId: string) => db.find<{ id: string }>(sql`
  select id from duty_assignment where follows_id = ${assignmentId} and not undone limit 1`)

export const insertHandover = (db: Sql, h: Omit<HandoverRow, 'undoneAt'> & { by: string | null; byName: string | null }): Promise<number> => db.run(sql`
  insert into duty_handover (id, area_path, from_account_id, from_name, to_account_id, to_name, reason, moved, at, by_account_id, by_name)
  values (${h.id}, ${h.areaPath}, ${h.fromAccountId}, ${h.fromName}, ${h.toAccountId}, ${h.toName}, ${h.reason}, ${JSON.stringify(h.moved)}::jsonb, ${h.at}, ${h.by}, ${h.byName})`)

const handover = sql`select id, area_path as "areaPath", from_account_id as "fromAccountId", from_name as "fromName", to_account_id as "toAccountId", to_name as "toName", reason, moved, at, undone_at as "undoneAt" from duty_handover`
export const getHandover = (db: Sql, handoverId: string): Promise<HandoverRow> => db.get<HandoverRow>(sql`${handover} where id = ${handoverId} for update`)
export const handoversByIds = (db: Sql, ids: readonly string[]): Promise<HandoverRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : db.rows<HandoverRow>(sql`${handover} where id = any(${ids}::uuid[])`)
export const setHandoverUndone = (db: Sql, handoverId: string, at: Instant): Promise<number> => db.run(sql`update duty_handover set undone_at = ${at} where id = ${handoverId}`)

/** Duties somebody holds in a range, for a stand-in or a farewell. */
export const heldBy = (db: Sql, accountId: string, range: Scope, today: Day): Promise<AssignmentRow[]> => db.rows<AssignmentRow>(sql`
  ${select} where d.account_id = ${accountId} and d.area_path >= ${range.lo} and d.area_path < ${range.hi} and d.ended_at is null
    ${today ? sql`and (d.ends_on is null or d.ends_on >= ${today})` : empty} order by d.area_path, d.id`)

const nearest = (areaPath: Part, roles: readonly DutyRole[], today: Day): Part => sql`
  select d.account_id as "accountId", d.holder_name as name, d.duty_role as "dutyRole", coalesce(d.office_phone, ac.office_phone) as "officePhone" from duty_assignment d join area a on a.id = d.area_id left join account ac on ac.id = d.account_id
  where a.no = any(area_numbers(${areaPath})) and d.duty_role = any(${[...roles]}::text[]) and d.ended_at is null and d.starts_on <= ${today} and (d.ends_on is null or d.ends_on >= ${today})
    and (d.account_id is null or (ac.state = 'active' and ac.role is not null))
  order by length(d.area_path) desc, d.account_id is null, d.starts_on, d.id limit 1`

/** Who has one of these duties for a place: at the place or the nearest area above it. */
export interface NearestHolder { accountId: string | null; name: string; dutyRole: DutyRole; officePhone: string | null }
export const nearestHolder = (db: Sql, areaPath: string, roles: readonly DutyRole[], today: Day) => db.find<NearestHolder>(nearest(sql`${areaPath}`, roles, today))
/** The same for many places at once; places nobody answers for are not among them. */
export const nearestHolders = (db: Sql, areaPaths: readonly string[], roles: readonly DutyRole[], today: Day) => db.rows<NearestHolder & { areaPath: string }>(sql`
  select p.path as "areaPath", h.* from unnest(${[...areaPaths]}::text[]) as p (path) cross join lateral (${nearest(sql`p.path`, roles, today)}) h`)
