import { frameErrors, refuse, refuseAndKeep } from '../../../kernel/errors.ts'
import { addDays, addMinutes, minutesBetween } from '../../../kernel/dates.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { settingOf } from '../../settings/service.ts'
import { accountsErrors, type accountsApi, type Me, roleName } from '../contract.ts'
import { isRole, locksAfter, passwordFaults, passwordRules, rolePermissions, stepOwed } from '../rules.ts'
import * as store from '../store.ts'
import type { AccountRow } from '../tables.ts'
import { factorFollows } from './factor.ts'

type SignIn = ParsedInputOf<(typeof accountsApi)['signIn']>
type ChangePassword = ParsedInputOf<(typeof accountsApi)['changePassword']>

let decoy: Promise<string> | undefined
/** Verified for unknown logins and locked accounts, so that their answer takes as long as a wrong password's. */
const decoyHash = (ctx: Ctx): Promise<string> => (decoy ??= ctx.passwords.hash('nobody has this password'))

export async function signIn(ctx: Ctx, input: SignIn) {
  const account = await store.findByLogin(ctx.sql, input.login)
  await refuseStorm(ctx, account)
  const locked = account?.lockedUntil != null && account.lockedUntil > ctx.now
  const hash = account && !locked ? account.passwordHash : await decoyHash(ctx)
  const right = (await ctx.passwords.verify(hash, input.password)) && account !== undefined && !locked
  if (!right) throw await failed(ctx, account, locked)
  if (account.state !== 'active') throw refuseAndKeep(accountsErrors.suspended, {}, { accountId: account.id, cause: 'suspended' })
  if (account.validUntil !== null && account.validUntil < ctx.today) throw await expired(ctx, account)
  const settings = await store.signInSettings(ctx.sql)
  // While a code still follows, a right password does not set the count back: else one could try codes without end.
  if (!factorFollows(account, settings)) await store.countFailure(ctx.sql, account.id, 0, null)
  const sessionToken = ctx.newToken()
  await store.openSession(ctx.sql, {
    id: ctx.newId(), tokenIndex: ctx.vault.index('token', sessionToken), accountId: account.id, at: ctx.now, ...ctx.from,
  })
  const step = stepOwed({ ...account, hasFactor: account.factorSealed !== null, factorAt: null }, settings, ctx.now)
  return { me: await describe(ctx, account), mustChangePassword: account.mustChangePassword, step, sessionToken }
}

/** One guess each at many accounts locks none of them; whoever has signed in from there before is judged by their own lock alone. */
async function refuseStorm(ctx: Ctx, account: AccountRow | undefined): Promise<void> {
  const { closeAfterFailures, closeMinutes } = passwordRules
  const since = await store.failuresFrom(ctx.sql, ctx.from.ip, addMinutes(ctx.now, -closeMinutes), closeAfterFailures)
  if (since === undefined || (account && await store.hasSignedInFrom(ctx.sql, account.id, ctx.from.ip))) return
  throw refuse(accountsErrors.tooManyFromHere, { minutes: Math.max(1, Math.ceil(closeMinutes - minutesBetween(since, ctx.now))) })
}

async function expired(ctx: Ctx, account: AccountRow) {
  const whom = account.areaPath === null ? [] : await store.administratorsAbove(ctx.sql, account.areaPath)
  return refuseAndKeep(accountsErrors.expired, {
    until: account.validUntil ?? '', whom: whom.map(({ name, officePhone }) => [name, officePhone].filter(Boolean).join(' ')).join('、'),
  }, { accountId: account.id, cause: 'expired' })
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
  ctx: Ctx, a: Pick<AccountRow, 'id' | 'name' | 'login' | 'role' | 'areaId' | 'areaPath' | 'validUntil'>,
): Promise<Me> {
  const role = a.role !== null && isRole(a.role) ? roleName.parse(a.role) : null
  return {
    id: a.id,
    name: a.name,
    login: a.login,
    role,
    permissions: role ? [...rolePermissions[role]] : [],
    expiresOn: await warnedDay(ctx, a.validUntil),
    area: a.areaPath && role ? ((await store.areaAt(ctx.sql, a.areaPath)) ?? null) : null,
  }
}

/** Said two weeks ahead (accounts.expiryDays), so that nobody stands before a closed door. */
async function warnedDay(ctx: Ctx, validUntil: string | null): Promise<string | null> {
  if (validUntil === null) return null
  return validUntil < addDays(ctx.today, await settingOf(ctx, 'accounts.expiryDays')) ? validUntil : null
}

/** The signed-in account, and what its session still lacks. */
export async function whoAmI(ctx: Ctx) {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  const account = await store.accountOf(ctx.sql, ctx.actor.accountId)
  const { factorAt, settings } = await store.sessionState(ctx.sql, ctx.actor.sessionId)
  const step = stepOwed({ ...account, hasFactor: account.factorSealed !== null, factorAt }, settings, ctx.now)
  return { me: await describe(ctx, account), mustChangePassword: step === 'password', step }
}

export async function changePassword(ctx: Ctx, input: ChangePassword) {
  if (ctx.actor.kind !== 'staff') return {}
  const account = await store.getAccount(ctx.sql, ctx.actor.accountId)
  if (!(await ctx.passwords.verify(account.passwordHash, input.oldPassword))) throw refuse(accountsErrors.wrongPassword)
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
