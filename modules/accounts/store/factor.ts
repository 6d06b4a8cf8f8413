import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'

/** What a session is judged by: when its second factor was given, and the settings as stored. */
export const sessionState = (db: Sql, sessionId: string) =>
  db.get<{ factorAt: Instant | null; settings: Record<string, unknown> | null }>(sql`
    select factor_at as "factorAt", (select jsonb_object_agg(key, value) from setting where key in ('accounts.secondFactor', 'accounts.passwordDays')) as settings
    from session where id = ${sessionId}`)

/** The same settings, before there is a session. */
export const signInSettings = async (db: Sql): Promise<Record<string, unknown> | null> =>
  (await db.get<{ settings: Record<string, unknown> | null }>(sql`
    select jsonb_object_agg(key, value) as settings from setting where key in ('accounts.secondFactor', 'accounts.passwordDays')`)).settings

export const setPendingFactor = (db: Sql, accountId: string, sealed: string): Promise<number> =>
  db.run(sql`update account set factor_pending_sealed = ${sealed} where id = ${accountId}`)

/** The pending secret becomes the one that counts; its codes of before are forgotten. */
export async function confirmFactor(db: Sql, accountId: string, f: { step: number; at: Instant; codes: readonly string[] }): Promise<void> {
  await db.run(sql`
    update account set factor_sealed = factor_pending_sealed, factor_pending_sealed = null, factor_since = ${f.at}, factor_step = ${f.step}
    where id = ${accountId}`)
  await db.run(sql`delete from recovery_code where account_id = ${accountId}`)
  await db.run(sql`insert into recovery_code (account_id, code_index) select ${accountId}::uuid, unnest(${[...f.codes]}::text[])`)
}

export const setFactorStep = (db: Sql, accountId: string, step: number): Promise<number> =>
  db.run(sql`update account set factor_step = ${step} where id = ${accountId}`)

export const passSession = (db: Sql, sessionId: string, at: Instant): Promise<number> =>
  db.run(sql`update session set factor_at = ${at} where id = ${sessionId}`)

/** One that is spent does not open a second time. */
export const useRecoveryCode = async (db: Sql, accountId: string, codeIndex: string, at: Instant): Promise<boolean> =>
  (await db.run(sql`update recovery_code set used_at = ${at} where account_id = ${accountId} and code_index = ${codeIndex} and used_at is null`)) === 1

export const countRecoveryCodes = async (db: Sql, accountId: string): Promise<number> =>
  (await db.get<{ n: number }>(sql`select count(*)::int as n from recovery_code where account_id = ${accountId} and used_at is null`)).n

export async function removeFactor(db: Sql, accountId: string): Promise<void> {
  await db.run(sql`update account set factor_sealed = null, factor_pending_sealed = null, factor_since = null, factor_step = null where id = ${accountId}`)
  await db.run(sql`delete from recovery_code where account_id = ${accountId}`)
}
