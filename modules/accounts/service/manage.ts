import { inScope, type Ctx } from '../../../kernel/ctx.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { accountsErrors } from '../contract.ts'
import { isAdministrator, readablePassword } from '../rules.ts'
import * as store from '../store.ts'
import type { AccountRow } from '../tables.ts'

/** An account of the caller's territory; any other is not there. */
export async function accountInReach(ctx: Ctx, accountId: string): Promise<AccountRow> {
  const account = await store.getAccount(ctx.sql, accountId)
  if (account.areaPath === null || !inScope(ctx.actor.scope, account.areaPath)) throw refuse(frameErrors.notFound)
  return account
}

export function notOneself(ctx: Ctx, accountId: string): void {
  if (ctx.actor.kind === 'staff' && ctx.actor.accountId === accountId) throw refuse(accountsErrors.notToOneself)
}

/** A last day that is neither over nor before the first. */
export function notPast(ctx: Ctx, day: string | null | undefined, firstOn = ctx.today): void {
  if (day && (day < ctx.today || day < firstOn)) throw refuse(accountsErrors.dayPast, { day })
}

interface LastDay { accountId: string; validUntil: string | null }
/** 有效期: from the day after, nobody signs in with it and sessions that are open end. An administrator's is brought forward by two: a last day is a suspension that comes later. */
export async function setExpiry(ctx: Ctx, { accountId, validUntil }: LastDay) {
  const account = await accountInReach(ctx, accountId)
  const sooner = validUntil !== null && (account.validUntil === null || validUntil < account.validUntil)
  return endOn(ctx, sooner ? ordinary(account) : account, validUntil)
}
/** The same of anybody, where two have agreed to it. */
export const endAccountOn = async (ctx: Ctx, { accountId, validUntil }: LastDay) => endOn(ctx, await accountInReach(ctx, accountId), validUntil)
async function endOn(ctx: Ctx, account: AccountRow, validUntil: string | null) {
  notOneself(ctx, account.id)
  notPast(ctx, validUntil)
  await store.setExpiry(ctx.sql, account.id, validUntil)
  return {}
}

interface Opening { login: string; name: string; officePhone?: string | undefined; validUntil?: string | undefined }

/** Opened at the creator's area, so that it stands in the lists of its administrators until a role is granted. */
export async function createAccount(ctx: Ctx, input: Opening) {
  notPast(ctx, input.validUntil)
  const initialPassword = readablePassword(ctx.newToken())
  const accountId = ctx.newId()
  const actor = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  const fresh = await store.insertAccount(ctx.sql, {
    id: accountId, login: input.login, name: input.name, officePhone: input.officePhone ?? null,
    passwordHash: await ctx.passwords.hash(initialPassword), mustChangePassword: true,
    role: null, areaId: actor?.areaId ?? null, areaPath: actor?.areaPath ?? null, validUntil: input.validUntil ?? null, at: ctx.now,
  })
  if (!fresh) throw refuse(accountsErrors.loginTaken, { login: input.login })
  return { accountId, initialPassword }
}

/** 重置: an ordinary account's password; an administrator's is reset by two, see `resetAccount`. */
export async function resetPassword(ctx: Ctx, input: { accountId: string }) {
  return newPassword(ctx, ordinary(await accountInReach(ctx, input.accountId)))
}

/** For a lost or changed telephone; the person sets a new one up at the next sign-in. */
export async function resetFactor(ctx: Ctx, { accountId }: { accountId: string }) {
  notOneself(ctx, accountId)
  const account = ordinary(await accountInReach(ctx, accountId))
  await store.removeFactor(ctx.sql, account.id)
  await store.endSessions(ctx.sql, account.id, ctx.now)
  return {}
}

/** 重置密码和双因素, of anybody: where two have agreed to it, or who has the server in hand. */
export async function resetAccount(ctx: Ctx, account: AccountRow) {
  await store.removeFactor(ctx.sql, account.id)
  return newPassword(ctx, account)
}

function ordinary(account: AccountRow): AccountRow {
  if (isAdministrator(account.role)) throw refuse(accountsErrors.byTwo)
  return account
}

async function newPassword(ctx: Ctx, account: AccountRow) {
  const initialPassword = readablePassword(ctx.newToken())
  await store.setPassword(ctx.sql, account.id, await ctx.passwords.hash(initialPassword), true, ctx.now)
  await store.endSessions(ctx.sql, account.id, ctx.now)
  return { accountId: account.id, initialPassword }
}

/** 停用: of an ordinary account; an administrator's takes two. */
export async function suspendAccount(ctx: Ctx, input: { accountId: string }) {
  notOneself(ctx, input.accountId)
  return suspend(ctx, ordinary(await accountInReach(ctx, input.accountId)))
}

/** The same of anybody, where two have agreed to it. */
export async function suspend(ctx: Ctx, account: AccountRow) {
  await store.setState(ctx.sql, account.id, 'suspended')
  await store.endSessions(ctx.sql, account.id, ctx.now)
  return {}
}

export async function reopenAccount(ctx: Ctx, input: { accountId: string }) {
  const account = await accountInReach(ctx, input.accountId)
  await store.setState(ctx.sql, account.id, 'active')
  return {}
}

export async function unlockAccount(ctx: Ctx, input: { accountId: string }) {
  const account = await accountInReach(ctx, input.accountId)
  await store.countFailure(ctx.sql, account.id, 0, null)
  return {}
}

/** An account whose role and password are given at once: the first administrators and the demo. Not an endpoint. */
export async function setUpAccount(
  ctx: Ctx,
  a: { login: string; name: string; password: string; role: string; areaId: string; areaPath: string; mustChange: boolean; officePhone?: string },
): Promise<string> {
  const id = ctx.newId()
  const fresh = await store.insertAccount(ctx.sql, {
    id, login: a.login, name: a.name, officePhone: a.officePhone ?? null, passwordHash: await ctx.passwords.hash(a.password),
    mustChangePassword: a.mustChange, role: null, areaId: null, areaPath: null, validUntil: null, at: ctx.now,
  })
  if (!fresh) throw refuse(accountsErrors.loginTaken, { login: a.login })
  await store.setGrant(ctx.sql, {
    id: ctx.newId(), accountId: id, areaPath: a.areaPath, roleBefore: null, roleAfter: a.role, areaIdBefore: null,
    areaIdAfter: a.areaId, reason: '初始设置', at: ctx.now, byAccountId: null, byName: null,
  })
  return id
}
