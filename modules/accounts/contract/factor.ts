import * as z from 'zod'
import { command } from '../../../kernel/endpoint.ts'
import { id, reason } from '../../../kernel/fields.ts'
import { accountsErrors, manage, shapes, withReason } from './shapes.ts'

/** 登录还差哪一步, see rules/owed.ts; null when the session is whole. */
export const signInStep = z.enum(['factor', 'password', 'enrol']).nullable()

const code = z.string().trim().min(6).max(20)

export const factorApi = {
  enrolFactor: command({
    path: '/accounts/factor/enrol', access: 'signedIn', summary: '设置双因素: a secret for an authenticator; counts once it is confirmed',
    input: z.object({}),
    output: z.object({
      /** To be typed where no camera is: base32 in groups of four. */
      secret: z.string(),
      /** 二维码, an SVG drawing. */
      qr: z.string(),
    }),
    errors: [accountsErrors.factorFirst],
  }),
  confirmFactor: command({
    path: '/accounts/factor/confirm', access: 'signedIn', summary: '确认双因素: the first code; gives ten recovery codes, shown once',
    input: z.object({ code }),
    output: z.object({ recoveryCodes: z.array(z.string()) }),
    errors: [accountsErrors.factorNotBegun, accountsErrors.factorWrong, accountsErrors.factorLocked, accountsErrors.factorFirst],
  }),
  passFactor: command({
    path: '/accounts/factor/pass', access: 'signedIn', summary: '双因素登录: a code of the authenticator, or a recovery code',
    input: z.object({ code }),
    output: z.object({ recoveryCodesLeft: z.number().int() }),
    errors: [accountsErrors.factorNotBegun, accountsErrors.factorWrong, accountsErrors.factorLocked],
  }),
  resetFactor: command({
    path: '/accounts/:accountId/reset-factor', access: manage, summary: '重置双因素: for a lost telephone; ends all sessions',
    input: z.object({ accountId: id(), reason: reason() }), output: shapes.done,
    errors: [accountsErrors.notToOneself, accountsErrors.byTwo], audit: withReason,
  }),
}
