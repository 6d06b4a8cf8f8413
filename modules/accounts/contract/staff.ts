import * as z from 'zod'
import { command, query } from '../../../kernel/endpoint.ts'
import { day, id, instant, reason } from '../../../kernel/fields.ts'
import { pageInput, pageOf } from '../../../kernel/page.ts'
import { accountsErrors, grants, manage, roleName, shapes, withReason } from './shapes.ts'

/** 错误行: which row and column of the file, why. Words at `accounts.bulk.issues.<code>`. */
const wrongRow = z.object({
  rowNo: z.number().int(), heading: z.string(), cell: z.string(), code: z.string(), params: z.record(z.string(), z.string()),
})
export const bulkResult = z.object({
  /** 已开户, with the one-time password of each: shown once, for the slips. */
  made: z.array(z.object({ accountId: id(), rowNo: z.number().int(), login: z.string(), name: z.string(), role: roleName.nullable(), areaName: z.string().nullable(), initialPassword: z.string() })),
  wrong: z.array(wrongRow),
  /** 授权申请 now waiting for the security administrator. */
  requests: z.number().int(),
})
export type BulkResult = z.infer<typeof bulkResult>

/** 授权申请 */
export const roleRequest = z.object({
  id: id(), accountId: id(), name: z.string(), login: z.string(), role: roleName, areaId: id(), areaName: z.string(),
  askedByName: z.string(), askedAt: instant(),
})
export type RoleRequest = z.infer<typeof roleRequest>

/** 请假 */
export const leave = z.object({
  id: id(), fromOn: day(), toOn: day(), standInId: id(), standInName: z.string(), reason: z.string(), madeByName: z.string(), madeAt: instant(),
  /** Ended early by the administrator. */
  endedAt: instant().nullable(),
})
export type Leave = z.infer<typeof leave>

/** 请系统管理员办理: 停用 / 提前到期 / 重置密码和双因素 */
export const accountWish = z.enum(['suspend', 'shorten', 'reset'])
export type AccountWish = z.infer<typeof accountWish>
export const accountRequest = z.object({
  id: id(), accountId: id(), name: z.string(), login: z.string(), role: roleName.nullable(), wish: accountWish,
  /** 提前到期: the last day proposed. */
  validUntil: day().nullable(),
  reason: z.string(), askedByName: z.string(), askedAt: instant(),
  state: z.enum(['waiting', 'done', 'refused', 'withdrawn']), decidedByName: z.string().nullable(), decidedAt: instant().nullable(), decisionReason: z.string().nullable(),
})
export type AccountRequest = z.infer<typeof accountRequest>

export const staffApi = {
  accountTemplate: query({
    path: '/accounts/template', access: manage, summary: '下载开户模板: headings, hints, drop-downs of roles and areas',
    input: z.object({}), output: z.object({}), download: true,
  }),
  importAccounts: command({
    path: '/accounts/import', access: manage, summary: '批量开户: right rows become accounts, wrong ones come back with row and reason',
    input: z.object({}), output: bulkResult, upload: { megabytes: 2 },
    errors: [accountsErrors.fileUnreadable, accountsErrors.fileTooLong, accountsErrors.headingsMissing],
    audit: { act: 'change', subjects: (_, o) => o.made.map((one) => one.accountId) },
  }),
  accountCounts: query({
    path: '/accounts/counts', access: manage, summary: '账号数: how many are in which state',
    input: z.object({}),
    output: z.object({ active: z.number().int(), suspended: z.number().int(), closed: z.number().int(), expiring: z.number().int(), expired: z.number().int(),
      /** 安全管理员的请求 waiting to be carried out. */
      asked: z.number().int() }),
  }),
  setExpiry: command({
    path: '/accounts/:accountId/expiry', access: manage, summary: '设置账号有效期: the last day, or none',
    input: z.object({ accountId: id(), validUntil: day().nullable(), reason: reason() }), output: shapes.done,
    errors: [accountsErrors.dayPast, accountsErrors.notToOneself, accountsErrors.byTwo], audit: withReason,
  }),

  listRoleRequests: query({
    path: '/accounts/role-requests', access: grants, summary: '待授权申请: what new accounts are to be, oldest first',
    input: z.object({ ...pageInput }), output: pageOf(roleRequest),
  }),
  decideRoleRequests: command({
    path: '/accounts/role-requests/decide', access: grants, summary: '批量授权: grants or refuses many requests with one reason',
    input: z.object({ requestIds: z.array(id()).min(1).max(200), grant: z.boolean(), reason: reason() }),
    output: z.object({
      granted: z.number().int(), refused: z.number().int(),
      /** Those that could not be granted, and why. */
      failed: z.array(z.object({ requestId: id(), name: z.string(), code: z.string() })),
    }),
    audit: { act: 'change', subjects: (i) => i.requestIds, reason: (i) => i.reason },
  }),

  askAccountChange: command({
    path: '/accounts/:accountId/ask', access: grants, summary: '请系统管理员停用、提前到期或重置: a note with its reason; the system administrator carries it out or says why not',
    input: z.object({ accountId: id(), wish: accountWish, validUntil: day().optional(), reason: reason() }), output: accountRequest,
    errors: [accountsErrors.notToOneself, accountsErrors.askedAlready, accountsErrors.dayMissing, accountsErrors.dayPast], audit: withReason,
  }),
  withdrawAccountRequest: command({
    path: '/accounts/asked/:requestId/withdraw', access: grants, summary: '撤回给系统管理员的请求, as long as nobody has decided',
    input: z.object({ requestId: id() }), output: accountRequest, errors: [accountsErrors.requestDecided], audit: { act: 'change', subjects: (_, o) => [o.accountId] },
  }),
  listAccountRequests: query({
    path: '/accounts/asked', access: manage, summary: '安全管理员的请求: what waits to be carried out, oldest first',
    input: z.object({ ...pageInput }), output: pageOf(accountRequest),
  }),
  decideAccountRequest: command({
    path: '/accounts/asked/:requestId/decide', access: manage, summary: '办理请求: carries it out, or says why not',
    input: z.object({ requestId: id(), carryOut: z.boolean(), reason: reason() }),
    output: accountRequest.extend({ /** 一次性初始密码 of a reset, shown once. */ initialPassword: z.string().optional() }),
    errors: [accountsErrors.requestDecided, accountsErrors.notToOneself, accountsErrors.dayPast], audit: { act: 'change', subjects: (_, o) => [o.accountId], reason: (i) => i.reason },
  }),

  listLeaves: query({
    path: '/accounts/:accountId/leaves', access: manage, summary: '请假记录 of an account, newest first',
    input: z.object({ accountId: id() }), output: z.object({ items: z.array(leave) }),
  }),
  setLeave: command({
    path: '/accounts/:accountId/leave', access: manage, summary: '登记请假: from–to with a stand-in whose role and area cover the work',
    input: z.object({ accountId: id(), fromOn: day(), toOn: day(), standInId: id(), reason: reason() }), output: leave,
    errors: [accountsErrors.standInSame, accountsErrors.standInElsewhere, accountsErrors.standInNotEnough, accountsErrors.leaveOverlaps, accountsErrors.dayPast],
    audit: { ...withReason, subjects: (i) => [i.accountId, i.standInId] },
  }),
  endLeave: command({
    path: '/accounts/:accountId/leave/end', access: manage, summary: '销假: the leave ends today',
    input: z.object({ accountId: id(), reason: reason() }), output: shapes.done, audit: withReason,
  }),
}
