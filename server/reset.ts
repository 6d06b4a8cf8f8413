import { uuidv7 } from 'uuidv7'
import { wholeTerritory } from '../kernel/ctx.ts'
import { toInstant } from '../kernel/dates.ts'
import { accountCalled, resetAccount } from '../modules/accounts/service.ts'
import { auditLine } from './audit.ts'
import { makeCtx, type Frame } from './ctx.ts'
import { transact } from './db.ts'
import { systemActor } from './jobs.ts'

/** 重置密码和双因素 by whoever has the server in hand; the trail keeps it. Gives the one-time password. */
export const resetByHand = (frame: Frame, login: string): Promise<string> => transact(frame.db, wholeTerritory, async ({ sql: q }) => {
  const now = toInstant(frame.clock())
  const ctx = makeCtx(frame, q, systemActor, now)
  const account = await accountCalled(ctx, login)
  if (!account) throw new Error(`没有登录名是 ${login} 的账号。\nNo account has the login ${login}.`)
  const { initialPassword } = await resetAccount(ctx, account)
  await q.run(auditLine({
    id: uuidv7(), at: now, actor: systemActor, endpoint: 'accounts.resetPassword', act: 'change', subjects: [account.id], reason: 'npm run reset-account', from: { ip: '', device: '' },
  }))
  return initialPassword
})
