import sql from 'sql-template-tag'
import { addMinutes, type Day, type Instant } from '../../kernel/dates.ts'
import type { Settings, Sql } from '../../kernel/ctx.ts'
import type { AccountRow, FoundSession, SessionAccount } from './tables.ts'

export * from './store/factor.ts'
export * from './store/lists.ts'
export * from './store/staff.ts'

const accountColumns = sql`
  id, login, name, password_hash as "passwordHash", must_change_password as "mustChangePassword",
  failed_count as "failedCount", locked_until as "lockedUntil", role, area_id as "areaId", area_path as "areaPath", state,
  password_changed_at as "passwordChangedAt", factor_sealed as "factorSealed", factor_pending_sealed as "factorPendingSealed",
  factor_step as "factorStep", valid_until as "validUntil"`

/** Locked for update, so that guesses sent at the same moment are counted one after the other. */
export const findByLogin = (db: Sql, login: string): Promise<AccountRow | undefined> =>
  db.find<AccountRow>(sql`select ${accountColumns} from account where login = ${login} for update`)

/** When the earliest of the last so many failed sign-ins from an address was; undefined where there were fewer since then. */
export const failuresFrom = async (db: Sql, ip: string, since: Instant, many: number): Promise<Instant | undefined> =>
  (await db.find<{ at: Instant }>(sql`
    select at from audit_event where ip = ${ip} and at > ${since} and endpoint = 'accounts.signIn' and detail->>'refused' = 'accounts.signInFailed'
    order by at desc offset ${many - 1} limit 1`))?.at

export const hasSignedInFrom = async (db: Sql, accountId: string, ip: string): Promise<boolean> =>
  (await db.find(sql`select from session where account_id = ${accountId} and ip = ${ip} limit 1`)) !== undefined

export const getAccount = (db: Sql, accountId: string): Promise<AccountRow> =>
  db.get<AccountRow>(sql`select ${accountColumns} from account where id = ${accountId} for update`)

export const accountOf = (db: Sql, accountId: string): Promise<AccountRow> =>
  db.get<AccountRow>(sql`select ${accountColumns} from account where id = ${accountId}`)

/** The area a role was granted for, read through `area_above` because at sign-in no territory is set yet. */
export const areaAt = (db: Sql, areaPath: string) =>
  db.find<{ id: string; name: string; fullName: string; level: string; areaPath: string }>(sql`
    select id, name, full_name as "fullName", level, area_path as "areaPath" from area_above(${areaPath})
    order by length(area_path) desc limit 1`)

/** After how many minutes without a request a session ends, at a desk and on a phone. */
export type Idle = Pick<Settings, 'idleMinutes' | 'phoneIdleMinutes'>
const isOpen = (now: Instant, { idleMinutes, phoneIdleMinutes }: Idle) => sql`
  s.ended_at is null and s.seen_at > case when s.on_phone then ${addMinutes(now, -phoneIdleMinutes)}::timestamptz else ${addMinutes(now, -idleMinutes)}::timestamptz end`

/**
 * The open session behind a cookie, or undefined when it was ended or nobody used it for too long.
 * Touched at most once a minute: a page that asks ten things at once must not write ten times.
 */
export async function findSession(
  db: Sql, tokenIndex: string, now: Instant, idle: Idle,
): Promise<FoundSession | undefined> {
  const found = await db.find<SessionAccount & Omit<FoundSession, 'account'> & { seenAt: Instant }>(sql`
    select s.id as "sessionId", s.seen_at as "seenAt", s.factor_at as "factorAt", a.password_changed_at as "passwordChangedAt",
           a.factor_sealed is not null as "hasFactor", a.valid_until as "validUntil",
           (select jsonb_object_agg(key, value) from setting where key in ('accounts.secondFactor', 'accounts.passwordDays')) as settings, a.id, a.name, a.login, a.role, a.area_id as "areaId",
           a.area_path as "areaPath", a.must_change_password as "mustChangePassword", a.state
    from session s join account a on a.id = s.account_id
    where s.token_index = ${tokenIndex} and ${isOpen(now, idle)}
      and a.state = 'active'`)
  if (!found) return undefined
  const { sessionId, seenAt, factorAt, settings, ...account } = found
  if (seenAt <= addMinutes(now, -1)) await touch(db, sessionId, now)
  return { sessionId, factorAt, settings, account }
}

/** Skips a row another request of the same session is just touching, so that nobody waits for a long one to end. */
const touch = (db: Sql, sessionId: string, now: Instant): Promise<number> =>
  db.run(sql`update session set seen_at = ${now}
    where id = (select id from session where id = ${sessionId} for update skip locked)`)

export const openSession = (
  db: Sql, s: { id: string; tokenIndex: string; accountId: string; at: Instant; ip: string; device: string },
): Promise<number> =>
  db.run(sql`
    insert into session (id, token_index, account_id, created_at, seen_at, ip, device)
    values (${s.id}, ${s.tokenIndex}, ${s.accountId}, ${s.at}, ${s.at}, ${s.ip}, ${s.device})`)

export const keepOnPhone = (db: Sql, sessionId: string): Promise<number> => db.run(sql`update session set on_phone = true where id = ${sessionId}`)

export const endSession = (db: Sql, accountId: string, sessionId: string, at: Instant): Promise<number> =>
  db.run(sql`update session set ended_at = ${at} where id = ${sessionId} and account_id = ${accountId} and ended_at is null`)

/** Ends all sessions of an account but the one to be kept. */
export const endSessions = (db: Sql, accountId: string, at: Instant, keep: string | null = null): Promise<number> =>
  db.run(sql`update session set ended_at = ${at}
    where account_id = ${accountId} and ended_at is null and (${keep}::uuid is null or id <> ${keep}::uuid)`)

export const openSessions = (db: Sql, accountId: string, now: Instant, idle: Idle) =>
  db.rows<{ id: string; createdAt: Instant; seenAt: Instant; ip: string; device: string }>(sql`
    select id, created_at as "createdAt", seen_at as "seenAt", coalesce(ip, '') as ip, coalesce(device, '') as device
    from session s
    where s.account_id = ${accountId} and ${isOpen(now, idle)}
    order by seen_at desc, id`)

export const countFailure = (db: Sql, accountId: string, failures: number, lockedUntil: Instant | null): Promise<number> =>
  db.run(sql`update account set failed_count = ${failures}, locked_until = ${lockedUntil} where id = ${accountId}`)

export const setPassword = (
  db: Sql, accountId: string, hash: string, mustChange: boolean, at: Instant,
): Promise<number> =>
  db.run(sql`
    update account set password_hash = ${hash}, must_change_password = ${mustChange}, password_changed_at = ${at},
                       failed_count = 0, locked_until = null
    where id = ${accountId}`)

export const setState = (db: Sql, accountId: string, state: 'active' | 'suspended'): Promise<number> =>
  db.run(sql`update account set state = ${state} where id = ${accountId}`)

export interface NewAccount {
  id: string
  login: string
  name: string
  officePhone: string | null
  passwordHash: string
  mustChangePassword: boolean
  role: string | null
  areaId: string | null
  areaPath: string | null
  validUntil: Day | null
  at: Instant
}

/** False when the login is taken. */
export const insertAccount = async (db: Sql, a: NewAccount): Promise<boolean> =>
  (await db.run(sql`
    insert into account (id, login, name, office_phone, password_hash, must_change_password, role, area_id, area_path, valid_until, created_at)
    values (${a.id}, ${a.login}, ${a.name}, ${a.officePhone}, ${a.passwordHash}, ${a.mustChangePassword}, ${a.role},
            ${a.areaId}, ${a.areaPath}, ${a.validUntil}, ${a.at})
    on conflict (login) do nothing`)) === 1
