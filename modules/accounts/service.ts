import { addDays } from '../../kernel/dates.ts'
import type { Ctx, Jobs } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { readKey, readOrder, toWalkedPage } from '../../kernel/page.ts'
import { frameErrors, refuse } from '../../kernel/errors.ts'
import { settingOf } from '../settings/service.ts'
import { roleName, type accountsApi } from './contract.ts'
import { validityOf } from './rules.ts'
import { grantHistory, grantRole, listGrants, withdrawRole } from './service/grants.ts'
import { askAccountChange, decideAccountRequest, listAccountRequests, withdrawAccountRequest } from './service/asked.ts'
import { accountTemplate, importAccounts } from './service/bulk.ts'
import { confirmFactor, enrolFactor, passFactor } from './service/factor.ts'
import { endLeave, setLeave } from './service/leave.ts'
import { accountInReach, createAccount, reopenAccount, resetFactor, resetPassword, setExpiry, suspendAccount, unlockAccount } from './service/manage.ts'
import { decideRoleRequests, listRoleRequests } from './service/requests.ts'
import { changePassword, signIn, whoAmI } from './service/sign-in.ts'
import * as store from './store.ts'

export { askedAbout } from './service/asked.ts'
export { accountInReach, resetAccount, setUpAccount } from './service/manage.ts'

/** 账号锁定: for the system administrator's Today. */
export const lockedAccounts = (ctx: Ctx, limit: number) => store.lockedAccounts(ctx.sql, ctx.actor.scope, ctx.now, limit)
/** 待授权: for the security administrator's Today. */
export const accountsWithoutRole = (ctx: Ctx, limit: number) => store.accountsWithoutRole(ctx.sql, ctx.actor.scope, limit)
/** 安全管理员的请求 that wait: for the system administrator's Today. */
export const changesAsked = async (ctx: Ctx, limit: number) => ({ items: (await store.listAsked(ctx.sql, undefined, limit)).slice(0, limit), total: await store.countAsked(ctx.sql) })
/** Accounts by their ids, whoever may use them: for a module that names somebody and has to know whether they are still there. */
export const staffAccounts = (ctx: Ctx, accountIds: readonly string[]) => store.accountsByIds(ctx.sql, accountIds)
/** Who works in or above the caller's area in one of these roles. */
export const colleagues = (ctx: Ctx, roles: readonly string[] | undefined) => store.listColleagues(ctx.sql, ctx.actor.scope, roles, ctx.today)
/** Accounts of the caller's territory by name or login, the roles they hold now; for the auditor's search. */
export const accountsCalled = (ctx: Ctx, text: string) => store.accountsCalled(ctx.sql, ctx.actor.scope, text)
/** 手机上的登录: from here on the caller's session is that of a phone, and lasts a shift. */
export const keepOnPhone = (ctx: Ctx): Promise<number> => store.keepOnPhone(ctx.sql, staff(ctx).sessionId)
/** Ends the session a lost or withdrawn phone still has. */
export const endSessionOf = (ctx: Ctx, accountId: string, sessionId: string): Promise<number> => store.endSession(ctx.sql, accountId, sessionId, ctx.now)
/** By 登录名, whoever asks. */
export const accountCalled = (ctx: Ctx, login: string) => store.findByLogin(ctx.sql, login)
/** 登录名, for a watermark. */
export const loginOf = async (ctx: Ctx, accountId: string): Promise<string> => (await store.accountOf(ctx.sql, accountId)).login

const staff = (ctx: Ctx) => {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  return ctx.actor
}
const awayOf = (toOn: string | null, standInName: string | null) => (toOn === null ? null : { toOn, standInName: standInName ?? '' })
const known = (role: string | null) => (role === null ? null : roleName.parse(role))

export const accountsService: Service<typeof accountsApi, Ctx> = {
  signIn,
  async signOut(ctx) {
    const actor = staff(ctx)
    await store.endSession(ctx.sql, actor.accountId, actor.sessionId, ctx.now)
    return {}
  },
  me: whoAmI,
  changePassword,
  async mySessions(ctx) {
    const actor = staff(ctx)
    const rows = await store.openSessions(ctx.sql, actor.accountId, ctx.now, ctx.settings)
    return { items: rows.map((row) => ({ ...row, current: row.id === actor.sessionId })) }
  },
  async revokeSession(ctx, input) {
    const ended = await store.endSession(ctx.sql, staff(ctx).accountId, input.sessionId, ctx.now)
    if (ended === 0) throw refuse(frameErrors.notFound)
    return {}
  },
  async listColleagues(ctx, input) {
    const rows = await store.listColleagues(ctx.sql, ctx.actor.scope, input.roles, ctx.today)
    return { items: rows.map(({ areaPath: _path, awayTo, standInName, ...row }) => ({ ...row, role: roleName.parse(row.role), away: awayOf(awayTo, standInName) })) }
  },
  createAccount,
  async listAccounts(ctx, input) {
    const { text, state, validity, limit } = input
    const order = readOrder(input.order, 'login')
    const after = readKey(input.after, order.by === 'name' ? 3 : 2)
    const warnUntil = addDays(ctx.today, await settingOf(ctx, 'accounts.expiryDays'))
    const rows = await store.listAccounts(ctx.sql, { scope: ctx.actor.scope, text, state, validity, order, after, limit, now: ctx.now, today: ctx.today, warnUntil })
    const page = toWalkedPage(rows, limit)
    return {
      ...page,
      items: page.items.map(({ awayTo, standInName, ...row }) => ({
        ...row, role: known(row.role), validity: validityOf(row.validUntil, ctx.today, warnUntil), away: awayOf(awayTo, standInName),
      })),
    }
  },
  enrolFactor,
  confirmFactor,
  passFactor,
  resetFactor,
  accountTemplate,
  importAccounts,
  async accountCounts(ctx) {
    const warnUntil = addDays(ctx.today, await settingOf(ctx, 'accounts.expiryDays'))
    return { ...(await store.countAccounts(ctx.sql, ctx.actor.scope, ctx.today, warnUntil)), asked: await store.countAsked(ctx.sql) }
  },
  setExpiry,
  listRoleRequests,
  decideRoleRequests,
  askAccountChange,
  withdrawAccountRequest,
  listAccountRequests,
  decideAccountRequest,
  async listLeaves(ctx, { accountId }) {
    await accountInReach(ctx, accountId)
    return { items: await store.listLeaves(ctx.sql, accountId) }
  },
  setLeave,
  endLeave,
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
