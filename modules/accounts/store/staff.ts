import sql, { empty } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { AccountWish } from '../contract.ts'

export const setExpiry = (db: Sql, accountId: string, validUntil: Day | null): Promise<number> =>
  db.run(sql`update account set valid_until = ${validUntil} where id = ${accountId}`)

export const countAccounts = (db: Sql, scope: Scope, today: Day, warnUntil: Day) =>
  db.get<{ active: number; suspended: number; closed: number; expiring: number; expired: number }>(sql`
    select count(*) filter (where state = 'active')::int as active, count(*) filter (where state = 'suspended')::int as suspended,
           count(*) filter (where state = 'closed')::int as closed,
           count(*) filter (where state <> 'closed' and valid_until >= ${today} and valid_until < ${warnUntil})::int as expiring,
           count(*) filter (where valid_until < ${today})::int as expired
    from account where area_path >= ${scope.lo} and area_path < ${scope.hi}`)

/** Whom to ask: the system administrators whose territory holds the area. */
export const administratorsAbove = (db: Sql, areaPath: string): Promise<{ name: string; officePhone: string | null }[]> =>
  db.rows(sql`
    select name, office_phone as "officePhone" from account
    where role = 'systemAdmin' and state = 'active' and starts_with(${areaPath}, area_path) order by length(area_path) desc, name limit 3`)

export const takenLogins = async (db: Sql, logins: readonly string[]): Promise<string[]> =>
  (await db.rows<{ login: string }>(sql`select login from account where login = any(${[...logins]})`)).map(({ login }) => login)

export interface NewRequest { id: string; accountId: string; role: string; areaId: string; areaPath: string; askedBy: string; askedByName: string; at: Instant }
export const insertRequest = (db: Sql, r: NewRequest): Promise<number> =>
  db.run(sql`
    insert into role_request (id, account_id, role, area_id, area_path, asked_by, asked_by_name, asked_at)
    values (${r.id}, ${r.accountId}, ${r.role}, ${r.areaId}, ${r.areaPath}, ${r.askedBy}, ${r.askedByName}, ${r.at})`)

export interface RequestRow {
  id: string; accountId: string; name: string; login: string; role: string; areaId: string; areaName: string; askedByName: string; askedAt: Instant
}
export const listRequests = (db: Sql, after: (string | number | null)[] | undefined, limit: number): Promise<RequestRow[]> =>
  db.rows<RequestRow>(sql`
    select q.id, q.account_id as "accountId", a.name, a.login, q.role, q.area_id as "areaId", r.full_name as "areaName",
           q.asked_by_name as "askedByName", q.asked_at as "askedAt"
    from role_request q join account a on a.id = q.account_id join area r on r.id = q.area_id
    where q.state = 'waiting' ${after ? sql`and (q.asked_at, q.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
    order by q.asked_at, q.id limit ${limit + 1}`)

export const lockRequest = (db: Sql, id: string) =>
  db.get<{ accountId: string; name: string; role: string; areaId: string; state: string }>(sql`
    select q.account_id as "accountId", a.name, q.role, q.area_id as "areaId", q.state
    from role_request q join account a on a.id = q.account_id where q.id = ${id} for update of q`)

export const settleRequest = (db: Sql, id: string, s: { state: 'granted' | 'refused'; at: Instant; byName: string; reason: string }): Promise<number> =>
  db.run(sql`
    update role_request set state = ${s.state}, decided_at = ${s.at}, decided_by_name = ${s.byName}, decision_reason = ${s.reason} where id = ${id}`)

export interface LeaveRow {
  id: string; fromOn: Day; toOn: Day; standInId: string; standInName: string; reason: string; madeByName: string; madeAt: Instant; endedAt: Instant | null
}
export const listLeaves = (db: Sql, accountId: string): Promise<LeaveRow[]> =>
  db.rows<LeaveRow>(sql`
    select l.id, l.from_on as "fromOn", l.to_on as "toOn", l.stand_in_id as "standInId", s.name as "standInName", l.reason,
           l.made_by_name as "madeByName", l.made_at as "madeAt", l.ended_at as "endedAt"
    from leave l join account s on s.id = l.stand_in_id where l.account_id = ${accountId} order by l.from_on desc, l.id desc limit 50`)

export interface NewLeave { id: string; accountId: string; fromOn: Day; toOn: Day; standInId: string; reason: string; madeByName: string; at: Instant }
export const insertLeave = (db: Sql, l: NewLeave): Promise<number> =>
  db.run(sql`
    insert into leave (id, account_id, from_on, to_on, stand_in_id, reason, made_by_name, made_at)
    values (${l.id}, ${l.accountId}, ${l.fromOn}, ${l.toOn}, ${l.standInId}, ${l.reason}, ${l.madeByName}, ${l.at})`)

export const endLeaves = (db: Sql, accountId: string, today: Day, at: Instant): Promise<number> =>
  db.run(sql`update leave set ended_at = ${at} where account_id = ${accountId} and ended_at is null and to_on >= ${today}`)

export interface AskedRow {
  id: string; accountId: string; name: string; login: string; role: string | null; wish: AccountWish; validUntil: Day | null; reason: string; askedByName: string; askedAt: Instant
  state: 'waiting' | 'done' | 'refused' | 'withdrawn'; decidedByName: string | null; decidedAt: Instant | null; decisionReason: string | null
}
const asked = sql`
  select q.id, q.account_id as "accountId", a.name, a.login, a.role, q.wish, q.valid_until as "validUntil", q.reason, q.asked_by_name as "askedByName", q.asked_at as "askedAt",
         q.state, q.decided_by_name as "decidedByName", q.decided_at as "decidedAt", q.decision_reason as "decisionReason"
  from account_request q join account a on a.id = q.account_id`

export const listAsked = (db: Sql, after: (string | number | null)[] | undefined, limit: number): Promise<AskedRow[]> => db.rows<AskedRow>(sql`
  ${asked} where q.state = 'waiting' ${after ? sql`and (q.asked_at, q.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty} order by q.asked_at, q.id limit ${limit + 1}`)
export const countAsked = async (db: Sql): Promise<number> => (await db.get<{ n: number }>(sql`select count(*) as n from account_request where state = 'waiting'`)).n
export const newestAsked = (db: Sql, accountId: string): Promise<AskedRow | undefined> =>
  db.find<AskedRow>(sql`${asked} where q.account_id = ${accountId} and q.state <> 'withdrawn' order by q.asked_at desc, q.id desc limit 1`)
export const getAsked = (db: Sql, id: string): Promise<AskedRow> => db.get<AskedRow>(sql`${asked} where q.id = ${id}`)
export const lockAsked = (db: Sql, id: string) => db.get<{ id: string }>(sql`select id from account_request where id = ${id} for update`)

export interface NewAsked { id: string; accountId: string; areaPath: string; wish: AccountWish; validUntil: Day | null; reason: string; askedBy: string; askedByName: string; at: Instant }
export const insertAsked = (db: Sql, n: NewAsked): Promise<number> => db.run(sql`
  insert into account_request (id, account_id, area_path, wish, valid_until, reason, asked_by, asked_by_name, asked_at)
  values (${n.id}, ${n.accountId}, ${n.areaPath}, ${n.wish}, ${n.validUntil}, ${n.reason}, ${n.askedBy}, ${n.askedByName}, ${n.at})`)
export const settleAsked = (db: Sql, id: string, s: { state: 'done' | 'refused' | 'withdrawn'; at: Instant; byName: string; reason: string | null }): Promise<number> => db.run(sql`
  update account_request set state = ${s.state}, decided_at = ${s.at}, decided_by_name = ${s.byName}, decision_reason = ${s.reason} where id = ${id}`)
