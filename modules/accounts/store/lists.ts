import sql, { empty, join, type Sql as Statement } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'

// Accounts stand outside row-level security (they are looked up before a territory is known),
// so every list here takes the caller's range and applies it itself.
const within = (scope: Scope) => sql`a.area_path >= ${scope.lo} and a.area_path < ${scope.hi}`
const matching = (text: string | undefined) =>
  text ? sql`and (position(${text} in a.name) > 0 or starts_with(a.login, ${text.toLowerCase()}))` : empty

/** Who is away today, and who stands in. */
const away = (today: Day) => sql`
  left join lateral (select l.to_on as "toOn", s.name as "standInName" from leave l join account s on s.id = l.stand_in_id
                     where l.account_id = a.id and l.ended_at is null and ${today}::date between l.from_on and l.to_on limit 1) w on true`

export interface AccountListRow {
  id: string
  login: string
  name: string
  officePhone: string | null
  role: string | null
  areaId: string | null
  areaName: string | null
  state: 'active' | 'suspended' | 'closed'
  lockedUntil: Instant | null
  mustChangePassword: boolean
  lastSeenAt: Instant | null
  createdAt: Instant
  validUntil: Day | null
  hasFactor: boolean
  awayTo: Day | null
  standInName: string | null
}

export interface ListAccounts {
  scope: Scope
  text: string | undefined
  state: string | undefined
  validity: 'expiring' | 'expired' | undefined
  today: Day
  /** 到期提醒: accounts that end before this day. */
  warnUntil: Day
  order: { by: 'login' | 'name'; desc: boolean }
  after: PageKey | undefined
  limit: number
  now: Instant
}

const and = (conditions: readonly Statement[]): Statement => join([sql``, ...conditions], ' and ')

export function listAccounts(db: Sql, q: ListAccounts): Promise<(AccountListRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: [...(q.order.by === 'name' ? [sql`a.name`] : []), sql`a.login`, sql`a.id`], desc: q.order.desc }
  return db.rows(sql`
    select a.id, a.login, a.name, a.office_phone as "officePhone", a.role, a.area_id as "areaId",
           r.full_name as "areaName", a.state,
           case when a.locked_until > ${q.now} then a.locked_until end as "lockedUntil",
           a.must_change_password as "mustChangePassword", a.created_at as "createdAt", a.valid_until as "validUntil",
           a.factor_sealed is not null as "hasFactor", w."toOn" as "awayTo", w."standInName",
           (select max(s.seen_at) from session s where s.account_id = a.id) as "lastSeenAt", ${keyIn(walk)} as "walkKey"
    from account a left join area r on r.id = a.area_id ${away(q.today)}
    where ${within(q.scope)} ${matching(q.text)}
      ${q.validity === 'expired' ? sql`and a.valid_until < ${q.today}` : empty}
      ${q.validity === 'expiring' ? sql`and a.valid_until >= ${q.today} and a.valid_until < ${q.warnUntil} and a.state <> 'closed'` : empty}
      ${q.state ? sql`and a.state = ${q.state}` : empty}
      ${and(beyond(walk, q.after))}
    order by ${inOrder(walk)} limit ${q.limit + 1}`)
}

export interface GrantRow {
  accountId: string
  name: string
  login: string
  role: string | null
  areaId: string | null
  areaName: string | null
  since: Instant | null
  byName: string | null
  reason: string | null
}

export interface ListGrants {
  scope: Scope
  text: string | undefined
  role: string | undefined
  areaId: string | undefined
  order: { by: 'role' | 'name'; desc: boolean }
  after: PageKey | undefined
  limit: number
}

export function listGrants(db: Sql, q: ListGrants): Promise<(GrantRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: [q.order.by === 'name' ? sql`a.name` : sql`coalesce(a.role, '')`, sql`a.login`, sql`a.id`], desc: q.order.desc }
  return db.rows(sql`
    select a.id as "accountId", a.name, a.login, a.role, a.area_id as "areaId", r.full_name as "areaName",
           g.at as since, g.by_name as "byName", g.reason, ${keyIn(walk)} as "walkKey"
    from account a
    left join area r on r.id = a.area_id
    left join lateral (select at, by_name, reason from grant_change c
                       where c.account_id = a.id order by at desc, id desc limit 1) g on true
    where ${within(q.scope)} and a.state <> 'closed' ${matching(q.text)}
      ${q.role ? sql`and a.role = ${q.role}` : empty}
      ${q.areaId ? sql`and a.area_id = ${q.areaId}` : empty}
      ${and(beyond(walk, q.after))}
    order by ${inOrder(walk)} limit ${q.limit + 1}`)
}

export interface GrantChange {
  id: string
  accountId: string
  areaPath: string | null
  roleBefore: string | null
  roleAfter: string | null
  areaIdBefore: string | null
  areaIdAfter: string | null
  reason: string
  at: Instant
  byAccountId: string | null
  byName: string | null
}

export const grantHistory = (db: Sql, accountId: string) =>
  db.rows<{
    id: string; at: Instant; roleBefore: string | null; areaBefore: string | null
    roleAfter: string | null; areaAfter: string | null; byName: string | null; reason: string
  }>(sql`
    select c.id, c.at, c.role_before as "roleBefore", b.full_name as "areaBefore", c.role_after as "roleAfter",
           f.full_name as "areaAfter", c.by_name as "byName", c.reason
    from grant_change c left join area b on b.id = c.area_id_before left join area f on f.id = c.area_id_after
    where c.account_id = ${accountId} order by c.at desc, c.id desc`)

export async function setGrant(db: Sql, change: GrantChange): Promise<void> {
  await db.run(sql`
    update account set role = ${change.roleAfter}, area_id = ${change.areaIdAfter}, area_path = ${change.areaPath}
    where id = ${change.accountId}`)
  await db.run(sql`
    insert into grant_change (id, account_id, area_path, role_before, role_after, area_id_before, area_id_after,
                              reason, at, by_account_id, by_name)
    values (${change.id}, ${change.accountId}, ${change.areaPath}, ${change.roleBefore}, ${change.roleAfter},
            ${change.areaIdBefore}, ${change.areaIdAfter}, ${change.reason}, ${change.at}, ${change.byAccountId}, ${change.byName})`)
}

/** Active accounts granted in the range, or for an area above it (the doctor of the health centre, the subdistrict). */
export const listColleagues = (db: Sql, scope: Scope, roles: readonly string[] | undefined, today: Day) =>
  db.rows<{ id: string; name: string; role: string; areaName: string; officePhone: string | null; areaPath: string; awayTo: Day | null; standInName: string | null }>(sql`
    select a.id, a.name, a.role, coalesce(r.full_name, up.full_name, '') as "areaName", a.office_phone as "officePhone",
           a.area_path as "areaPath", w."toOn" as "awayTo", w."standInName"
    from account a
    left join area r on r.id = a.area_id ${away(today)}
    left join area_above(${scope.lo}) up on up.id = a.area_id
    where a.state = 'active' and a.role is not null and (a.valid_until is null or a.valid_until >= ${today}) and (${within(scope)} or starts_with(${scope.lo}, a.area_path))
      ${roles ? sql`and a.role = any(${[...roles]})` : sql`and a.role not in ('systemAdmin', 'securityAdmin', 'auditor')`}
    order by a.role, length(a.area_path) desc, a.name limit 500`)

export const accountsCalled = (db: Sql, scope: Scope, text: string): Promise<{ accountId: string; name: string; login: string; role: string | null }[]> =>
  db.rows(sql`select a.id as "accountId", a.name, a.login, a.role from account a where ${within(scope)} ${matching(text)} order by a.name, a.login limit 20`)

export interface WaitingAccount { id: string; name: string; login: string; createdAt: Instant; lockedUntil: Instant | null; total: number }

const waitingColumns = sql`a.id, a.name, a.login, a.created_at as "createdAt", a.locked_until as "lockedUntil", (count(*) over ())::int as total`

/** Locked by too many failures and not open again yet. */
export const lockedAccounts = (db: Sql, scope: Scope, now: Instant, limit: number): Promise<WaitingAccount[]> => db.rows(sql`
  select ${waitingColumns} from account a where a.state = 'active' and a.locked_until > ${now} and ${within(scope)} order by a.locked_until, a.id limit ${limit}`)

/** Opened, but nobody has granted a role yet, or it was withdrawn: the longest waiting first. */
export const accountsWithoutRole = (db: Sql, scope: Scope, limit: number): Promise<WaitingAccount[]> => db.rows(sql`
  select ${waitingColumns} from account a where a.state = 'active' and a.role is null and ${within(scope)} order by a.created_at, a.id limit ${limit}`)

export const accountsByIds = (db: Sql, ids: readonly string[]) =>
  db.rows<{ id: string; name: string; role: string | null; state: string; officePhone: string | null; areaPath: string | null }>(sql`
    select id, name, role, state, office_phone as "officePhone", area_path as "areaPath" from account where id = any(${[...ids]}::uuid[])`)
