import { refuse, refuseAndKeep } from '../../../kernel/errors.ts'
import { addMinutes } from '../../../kernel/dates.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { accountsErrors, type accountsApi, type Me, roleName } from '../contract.ts'
import { isRole, locksAfter, passwordFaults, passwordRules, rolePermissions } from '../rules.ts'
import * as store from '../store.ts'
import type { AccountRow } from '../tables.ts'

type SignIn = ParsedInputOf<(typeof accountsApi)['signIn']>
type ChangePassword = ParsedInputOf<(typeof accountsApi)['changePassword']>

export const verifies = (ctx: Ctx, hash: string, clear: string): Promise<boolean> =>
  ctx.passwords.verify(hash, clear).catch(() => false)

let decoy: Promise<string> | undefined
/** Verified for unknown logins and locked accounts, so that their answer takes as long as a wrong password's. */
const decoyHash = (ctx: Ctx): Promise<string> => (decoy ??= ctx.passwords.hash('nobody has this password'))

export async function signIn(ctx: Ctx, input: SignIn) {
  const account = await store.findByLogin(ctx.sql, input.login)
  const locked = account?.lockedUntil != null && account.lockedUntil > ctx.now
  const hash = account && !locked ? account.passwordHash : await decoyHash(ctx)
  const right = (await verifies(ctx, hash, input.password)) && account !== undefined && !locked
  if (!right) throw await failed(ctx, account, locked)
  if (account.state !== 'active') throw refuseAndKeep(accountsErrors.suspended, {}, { accountId: account.id, cause: 'suspended' })
  await store.countFailure(ctx.sql, account.id, 0, null)
  const sessionToken = ctx.newToken()
  await store.openSession(ctx.sql, {
    id: ctx.newId(), tokenIndex: ctx.vault.index('token', sessionToken), accountId: account.id, at: ctx.now, ...ctx.from,
  })
  return { me: await describe(ctx, account), mustChangePassword: account.mustChangePassword, sessionToken }
}

/** One answer for all; the cause stands in the trail only. What was typed as a login is not kept: it may be a password. */
async function failed(ctx: Ctx, account: AccountRow | undefined, locked: boolean) {
  if (account && !locked) {
    // A lock that has run out starts a new count.
    const failures = (account.lockedUntil === null ? account.failedCount : 0) + 1
    const until = locksAfter(failures) ? addMinutes(ctx.now, passwordRules.lockMinutes) : null
    await store.countFailure(ctx.sql, account.id, failures, until)
  }
  return refuseAndKeep(accountsErrors.signInFailed, {
    failures: passwordRules.lockAfterFailures, minutes: passwordRules.lockMinutes,
  }, { accountId: account?.id, cause: locked ? 'locked' : account ? 'wrongPassword' : 'unknownLogin' })
}

/** What a client needs to know about the account it works for. */
export async function describe(
  ctx: Ctx, a: Pick<AccountRow, 'id' | 'name' | 'login' | 'role' | 'areaId' | 'areaPath'>,
): Promise<Me> {
  const role = a.role !== null && isRole(a.role) ? roleName.parse(a.role) : null
  return {
    id: a.id,
    name: a.name,
    login: a.login,
    role,
    permissions: role ? [...rolePermissions[role]] : [],
    area: a.areaPath && role ? ((await store.areaAt(ctx.sql, a.areaPath)) ?? null) : null,
  }
}

export async function changePassword(ctx: Ctx, input: ChangePassword) {
  if (ctx.actor.kind !== 'staff') return {}
  const account = await store.getAccount(ctx.sql, ctx.actor.accountId)
  if (!(await verifies(ctx, account.passwordHash, input.oldPassword))) throw refuse(accountsErrors.wrongPassword)
  if (input.newPassword === input.oldPassword) throw refuse(accountsErrors.samePassword)
  const faults = passwordFaults(input.newPassword)
  if (faults.length > 0) {
    const { minLength, minClasses } = passwordRules
    throw refuse(accountsErrors.passwordTooWeak, { minLength, minClasses, faults })
  }
  await store.setPassword(ctx.sql, account.id, await ctx.passwords.hash(input.newPassword), false, ctx.now)
  await store.endSessions(ctx.sql, account.id, ctx.now, ctx.actor.sessionId)
  return {}
}
