import * as z from 'zod'
import { declareErrors } from '../../../kernel/errors.ts'
import { roles } from '../rules.ts'

export const accountsErrors = declareErrors('accounts', {
  /** One answer for an unknown login, a wrong password and a locked account: nothing can be learnt by trying. */
  signInFailed: { status: 409, params: z.object({ failures: z.number(), minutes: z.number() }) },
  /** 同一地址登录失败过多; whoever has signed in from there before is not met by it. */
  tooManyFromHere: { status: 429, params: z.object({ minutes: z.number() }) },
  suspended: { status: 409 },
  wrongPassword: { status: 409 },
  passwordTooWeak: {
    status: 422,
    params: z.object({ minLength: z.number(), minClasses: z.number(), faults: z.array(z.enum(['tooShort', 'tooSimple'])) }),
  },
  samePassword: { status: 422 },
  loginTaken: { status: 409, params: z.object({ login: z.string() }) },
  /** 三员分立: an administrator role excludes every other role. */
  administratorRole: { status: 409, params: z.object({ role: z.string(), wanted: z.string() }) },
  notToOneself: { status: 409 },
  /** 三员: what one administrator could do alone to another would make them the other, or rid them of the other. */
  byTwo: { status: 409 },
  noRole: { status: 409, params: z.object({ name: z.string() }) },
  /** 账号已过有效期: said only to who knows the password, with whom to ask. */
  expired: { status: 409, params: z.object({ until: z.string(), whom: z.string() }) },
  factorWrong: { status: 409, params: z.object({ left: z.number() }) },
  factorLocked: { status: 409, params: z.object({ minutes: z.number() }) },
  factorNotBegun: { status: 409 },
  factorFirst: { status: 409 },
  dayPast: { status: 422, params: z.object({ day: z.string() }) },
  fileUnreadable: { status: 422 },
  fileTooLong: { status: 422, params: z.object({ most: z.number() }) },
  headingsMissing: { status: 422, params: z.object({ headings: z.string() }) },
  requestDecided: { status: 409 },
  askedAlready: { status: 409, params: z.object({ name: z.string(), by: z.string() }) },
  dayMissing: { status: 422 },
  standInSame: { status: 422 },
  /** 顶岗人 whose role or area does not cover the work. */
  standInElsewhere: { status: 409, params: z.object({ name: z.string() }) },
  standInNotEnough: { status: 409, params: z.object({ name: z.string(), permissions: z.string() }) },
  leaveOverlaps: { status: 409, params: z.object({ from: z.string(), to: z.string() }) },
})

/** 角色, see rules.ts. */
export const roleName = z.enum(roles)

const done = z.object({})
export const shapes = { done }
export const manage = { permission: 'accounts.manage' } as const
export const grants = { permission: 'accounts.grant' } as const
export const oneAccount = { act: 'change', subjects: (i: { accountId: string }) => [i.accountId] } as const
export const withReason = { ...oneAccount, reason: (i: { reason: string }) => i.reason } as const
