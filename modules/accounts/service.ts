import type { Ctx, Jobs } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { readKey, readOrder, toWalkedPage } from '../../kernel/page.ts'
import { frameErrors, refuse } from '../../kernel/errors.ts'
import { roleName, type accountsApi } from './contract.ts'
import { grantHistory, grantRole, listGrants, withdrawRole } from './service/grants.ts'
import { createAccount, reopenAccount, resetPassword, suspendAccount, unlockAccount } from './service/manage.ts'
import { changePassword, describe, signIn } from './service/sign-in.ts'
import * as store from './store.ts'

export { setUpAccount } from './service/manage.ts'

/** 账号锁定: for the system administrator's Today. */
export const lockedAccounts = (ctx: Ctx, limit: number) => store.lockedAccounts(ctx.sql, ctx.actor.scope, ctx.now, limit)
/** 待授权: for the security administrator's Today. */
export const accountsWithoutRole = (ctx: Ctx, limit: number) => store.accountsWithoutRole(ctx.sql, ctx.actor.scope, limit)
/** Accounts by their ids, whoever may use them: for a module that names somebody and has to know whether they are still there. */
export const staffAccounts = (ctx: Ctx, accountIds: readonly string[]) => store.accountsByIds(ctx.sql, accountIds)
/** Who works in or above the caller's area in one of these roles. */
export const colleagues = (ctx: Ctx, roles: readonly string[] | undefined) => store.listColleagues(ctx.sql, ctx.actor.scope, roles)
/** 登录名, for a watermark. */
export const loginOf = async (ctx: Ctx, accountId: string): Promise<string> => (await store.accountOf(ctx.sql, accountId)).login

const staff = (ctx: Ctx) => {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  return ctx.actor
}
const known = (role: string | null) => (role === null ? null : roleName.parse(role))

export const accountsService: Service<typeof accountsApi, Ctx> = {
  signIn,
  async signOut(ctx) {
    const actor = staff(ctx)
    await store.endSession(ctx.sql, actor.accountId, actor.sessionId, ctx.now)
    return {}
  },
  async me(ctx) {
    const account = await store.accountOf(ctx.sql, staff(ctx).accountId)
    return { me: await describe(ctx, account), mustChangePassword: account.mustChangePassword }
  },
  changePassword,
  async mySessions(ctx) {
    const actor = staff(ctx)
    const rows = await store.openSessions(ctx.sql, actor.accountId, ctx.now, ctx.settings.idleMinutes)
    return { items: rows.map((row) => ({ ...row, current: row.id === actor.sessionId })) }
  },
  async revokeSession(ctx, input) {
    const ended = await store.endSession(ctx.sql, staff(ctx).accountId, input.sessionId, ctx.now)
    if (ended === 0) throw refuse(frameErrors.notFound)
    return {}
  },
  async listColleagues(ctx, input) {
    const rows = await store.listColleagues(ctx.sql, ctx.actor.scope, input.roles)
    return { items: rows.map(({ areaPath: _path, ...row }) => ({ ...row, role: roleName.parse(row.role) })) }
  },
  createAccount,
  async listAccounts(ctx, input) {
    const { text, state, limit } = input
    const order = readOrder(input.order, 'login')
    const after = readKey(input.after, order.by === 'name' ? 3 : 2)
    const rows = await store.listAccounts(ctx.sql, { scope: ctx.actor.scope, text, state, order, after, limit, now: ctx.now })
    const page = toWalkedPage(rows, limit)
    return { ...page, items: page.items.map((row) => ({ ...row, role: known(row.role) })) }
  },
  suspendAccount,
  reopenAccount,
  resetPassword,
  unlockAccount,
  grantRole,
  withdrawRole,
  listGrants,
  grantHistory,
}

export const accountsJobs: Jobs = {}
