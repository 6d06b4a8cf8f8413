import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { day, id, instant, listOf, personName, reason, text } from '../../kernel/fields.ts'
import { orderBy, pageInput, pageOf } from '../../kernel/page.ts'
import { factorApi, signInStep } from './contract/factor.ts'
import { accountsErrors, grants, manage, oneAccount, roleName, shapes, withReason } from './contract/shapes.ts'
import { staffApi } from './contract/staff.ts'

export { accountsErrors, roleName } from './contract/shapes.ts'
export { accountRequest, accountWish } from './contract/staff.ts'
export type { AccountRequest, AccountWish, BulkResult, Leave, RoleRequest } from './contract/staff.ts'

/** 登录名 */
const login = () => z.string().trim().toLowerCase().regex(/^[a-z0-9][a-z0-9._-]{2,31}$/, 'notALogin')
const password = () => z.string().min(1).max(200)

/** 我: the signed-in account. */
export const me = z.object({
  id: id(),
  name: z.string(),
  login: z.string(),
  /** 角色; null until the security administrator grants one. */
  role: roleName.nullable(),
  permissions: z.array(z.string()),
  /** 辖区 the role was granted for. */
  area: z.object({
    id: id(), name: z.string(), fullName: z.string(), level: z.string(), areaPath: z.string(),
  }).nullable(),
  /** 有效期: the last day, said from two weeks before on (setting accounts.expiryDays). */
  expiresOn: day().nullable(),
})
export type Me = z.infer<typeof me>

/** 账号 */
export const account = z.object({
  id: id(),
  login: z.string(),
  name: z.string(),
  /** 办公电话, shown as it is. */
  officePhone: z.string().nullable(),
  role: roleName.nullable(),
  areaId: id().nullable(),
  areaName: z.string().nullable(),
  state: z.enum(['active', 'suspended', 'closed']),
  /** Locked after too many failures, until then. */
  lockedUntil: z.string().nullable(),
  mustChangePassword: z.boolean(),
  /** 有效期 */
  validUntil: day().nullable(),
  /** 已过有效期 / 即将到期 */
  validity: z.enum(['open', 'expiring', 'expired']),
  /** 已设双因素 */
  hasFactor: z.boolean(),
  /** 请假中: until then, and who stands in. */
  away: z.object({ toOn: day(), standInName: z.string() }).nullable(),
  lastSeenAt: z.string().nullable(),
  createdAt: instant(),
})
export type Account = z.infer<typeof account>

const session = z.object({
  id: id(),
  createdAt: instant(),
  seenAt: instant(),
  ip: z.string(),
  device: z.string(),
  /** The one this request came with. */
  current: z.boolean(),
})

/** 授权: who may do what where, since when, by whom, why. */
export const grant = z.object({
  accountId: id(),
  name: z.string(),
  login: z.string(),
  role: roleName,
  areaId: id(),
  areaName: z.string(),
  since: z.string().nullable(),
  byName: z.string().nullable(),
  reason: z.string().nullable(),
})
const grantChange = z.object({
  id: id(),
  at: instant(),
  roleBefore: z.string().nullable(),
  areaBefore: z.string().nullable(),
  roleAfter: z.string().nullable(),
  areaAfter: z.string().nullable(),
  byName: z.string().nullable(),
  reason: z.string(),
})

const onePassword = z.object({
  accountId: id(),
  /** 一次性初始密码: shown once, must be changed at the first sign-in. */
  initialPassword: z.string(),
})
const { done } = shapes

export const accountsApi = {
  ...factorApi,
  ...staffApi,
  signIn: command({
    path: '/accounts/sign-in',
    access: 'public',
    summary: 'Sign in 登录; the session travels in an httpOnly cookie',
    input: z.object({ login: z.string().trim().toLowerCase().min(1).max(64), password: password() }),
    output: z.object({
      me,
      mustChangePassword: z.boolean(),
      step: signInStep,
      /** Moved by the frame into the cookie; always empty in the answer. */
      sessionToken: z.string(),
    }),
    errors: [accountsErrors.signInFailed, accountsErrors.tooManyFromHere, accountsErrors.suspended, accountsErrors.expired],
    audit: { act: 'change', subjects: (_i, o) => [o.me.id], account: (o) => o.me.id },
  }),
  signOut: command({
    path: '/accounts/sign-out', access: 'signedIn', summary: 'Sign out 退出', input: z.object({}), output: done,
  }),
  me: query({
    path: '/accounts/me', access: 'signedIn', summary: 'The signed-in account 我',
    input: z.object({}), output: z.object({ me, mustChangePassword: z.boolean(), step: signInStep }),
  }),
  changePassword: command({
    path: '/accounts/change-password', access: 'signedIn',
    summary: 'Change one’s own password 修改密码; ends the other sessions',
    input: z.object({ oldPassword: password(), newPassword: password() }),
    output: done,
    errors: [accountsErrors.wrongPassword, accountsErrors.passwordTooWeak, accountsErrors.samePassword],
  }),
  mySessions: query({
    path: '/accounts/my-sessions', access: 'signedIn', summary: 'One’s own open sessions 我的登录',
    input: z.object({}), output: z.object({ items: z.array(session) }),
  }),
  revokeSession: command({
    path: '/accounts/my-sessions/:sessionId/revoke', access: 'signedIn', summary: 'End one of one’s own sessions 下线',
    input: z.object({ sessionId: id() }), output: done,
  }),
  listColleagues: query({
    path: '/accounts/colleagues', access: 'signedIn',
    summary: 'Who works in or above one’s area 同事: for assigning a doctor or worker',
    input: z.object({ roles: listOf(roleName).optional() }),
    output: z.object({
      items: z.array(z.object({
        id: id(), name: z.string(), role: roleName, areaName: z.string(), officePhone: z.string().nullable(),
        /** 请假中, with who stands in. */
        away: z.object({ toOn: day(), standInName: z.string() }).nullable(),
      })),
    }),
  }),

  createAccount: command({
    path: '/accounts', access: manage,
    summary: 'Open an account 开户, without a role: that is the security administrator’s to grant',
    input: z.object({ login: login(), name: personName(), officePhone: text(30).optional(), validUntil: day().optional() }),
    output: onePassword,
    errors: [accountsErrors.loginTaken, accountsErrors.dayPast],
    audit: { act: 'change', subjects: (_i, o) => [o.accountId] },
  }),
  listAccounts: query({
    path: '/accounts',
    access: manage,
    summary: 'Accounts of one’s territory 账号',
    input: z.object({ text: text(60).optional(), state: account.shape.state.optional(), validity: z.enum(['expiring', 'expired']).optional(), order: orderBy('login', 'name').optional(), ...pageInput }),
    output: pageOf(account),
  }),
  suspendAccount: command({
    path: '/accounts/:accountId/suspend', access: manage, summary: 'Suspend 停用; ends all sessions',
    input: z.object({ accountId: id(), reason: reason() }), output: done,
    errors: [accountsErrors.notToOneself, accountsErrors.byTwo], audit: withReason,
  }),
  reopenAccount: command({
    path: '/accounts/:accountId/reopen', access: manage, summary: 'Reopen 恢复',
    input: z.object({ accountId: id(), reason: reason() }), output: done, audit: withReason,
  }),
  resetPassword: command({
    path: '/accounts/:accountId/reset-password', access: manage,
    summary: 'A new one-time password 重置密码; ends all sessions',
    input: z.object({ accountId: id(), reason: reason() }), output: onePassword, errors: [accountsErrors.byTwo], audit: withReason,
  }),
  unlockAccount: command({
    path: '/accounts/:accountId/unlock', access: manage, summary: 'Unlock after too many failures 解锁',
    input: z.object({ accountId: id() }), output: done, audit: oneAccount,
  }),

  grantRole: command({
    path: '/accounts/:accountId/grant', access: grants, summary: 'Grant a role for an area 授权',
    input: z.object({ accountId: id(), role: roleName, areaId: id(), reason: reason() }), output: done,
    errors: [accountsErrors.administratorRole, accountsErrors.notToOneself], audit: withReason,
  }),
  withdrawRole: command({
    path: '/accounts/:accountId/withdraw', access: grants, summary: 'Withdraw the role 收回授权',
    input: z.object({ accountId: id(), reason: reason() }), output: done,
    errors: [accountsErrors.noRole, accountsErrors.notToOneself], audit: withReason,
  }),
  listGrants: query({
    path: '/accounts/grants', access: grants,
    summary: 'Who can see what 授权一览: since when, by whom, why; accounts still without a role first',
    input: z.object({ role: roleName.optional(), areaId: id().optional(), text: text(60).optional(), order: orderBy('role', 'name').optional(), ...pageInput }),
    output: pageOf(grant.extend({ role: roleName.nullable(), areaId: id().nullable(), areaName: z.string().nullable() })),
  }),
  grantHistory: query({
    path: '/accounts/:accountId/grants', access: grants, summary: 'Every grant and withdrawal of an account 授权记录',
    input: z.object({ accountId: id() }), output: z.object({ items: z.array(grantChange) }),
  }),
}
