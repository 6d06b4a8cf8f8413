import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { Secret, TOTP } from 'otpauth'
import { accountsApi as api } from '../../modules/accounts/contract.ts'
import { clock } from '../world.ts'
import type { ExamplesOf, ExampleWorld } from './index.ts'

const PASSWORD = 'Correct-horse-7'
export const newAccount = async ({ c }: ExampleWorld) =>
  (await c.as('systemAdmin')).call(api.createAccount, { login: `w${uuidv7().slice(-12)}`, name: '李桂兰' })
const someAccount = async (w: ExampleWorld) => ({ accountId: (await newAccount(w)).accountId, reason: '岗位调整' })

/** An account of the world gets a password it can sign in with. */
const withPassword = ({ c }: ExampleWorld, accountId: string) => c.tx('system', async (ctx) =>
  ctx.sql.run(sql`update account set password_hash = ${await ctx.passwords.hash(PASSWORD)} where id = ${accountId}`))

/** What an authenticator shows that was given the secret. */
export const codeFor = (secret: string, stepsLater = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({ timestamp: Date.parse(clock.now) + stepsLater * 30_000 })

/** A request waiting for the security administrator, as an import of accounts leaves it. */
async function waiting({ c }: ExampleWorld): Promise<{ requestIds: string[] }> {
  const admin = await c.as('systemAdmin')
  const bytes = new TextEncoder().encode(`登录名,姓名,拟任角色,范围\nw${uuidv7().slice(-12)},李桂兰,社区工作者,${c.community.name}\n`)
  await admin.call(api.importAccounts, {}, { upload: { filename: '开户.csv', bytes } })
  return { requestIds: (await (await c.as('securityAdmin')).call(api.listRoleRequests, {})).items.map((one) => one.id) }
}
const leaveOf = async ({ c }: ExampleWorld) => {
  const [away, standIn] = [await c.as('communityWorker'), await c.as('communityWorker')]
  return { accountId: away.accountId, standInId: standIn.accountId, fromOn: clock.now.slice(0, 10), toOn: '2999-01-01', reason: '病假' }
}

/** A note to the system administrator that an account should be suspended. */
export const aChangeAsked = async (w: ExampleWorld) => {
  const { accountId } = await newAccount(w)
  return { requestId: (await (await w.c.as('securityAdmin')).call(api.askAccountChange, { accountId, wish: 'suspend', reason: '三个月没有用过' })).id }
}

export const accountsExamples: ExamplesOf<typeof api> = {
  signIn: async (w) => {
    await withPassword(w, w.caller.accountId)
    return { login: `u${w.caller.accountId}`, password: PASSWORD }
  },
  signOut: async () => ({}),
  me: async () => ({}),
  changePassword: async (w) => {
    await withPassword(w, w.caller.accountId)
    return { oldPassword: PASSWORD, newPassword: 'Another-horse-8' }
  },
  mySessions: async () => ({}),
  revokeSession: async (w) => {
    const { items } = await w.caller.call(api.mySessions, {})
    return { sessionId: items[0]?.id ?? '' }
  },
  listColleagues: async () => ({ roles: ['communityWorker'] }),
  enrolFactor: async () => ({}),
  confirmFactor: async (w) => ({ code: codeFor((await w.caller.call(api.enrolFactor, {})).secret) }),
  passFactor: async (w) => {
    const { secret } = await w.caller.call(api.enrolFactor, {})
    await w.caller.call(api.confirmFactor, { code: codeFor(secret) })
    return { code: codeFor(secret, 1) }
  },
  resetFactor: someAccount,
  accountTemplate: async () => ({}),
  importAccounts: async () => ({}),
  accountCounts: async () => ({}),
  setExpiry: async (w) => ({ ...(await someAccount(w)), validUntil: '2999-12-31' }),
  listRoleRequests: async () => ({}),
  decideRoleRequests: async (w) => ({ ...(await waiting(w)), grant: true, reason: '到岗' }),
  askAccountChange: async (w) => ({ accountId: (await newAccount(w)).accountId, wish: 'shorten', validUntil: '2999-01-01', reason: '只是临时帮忙' }),
  withdrawAccountRequest: aChangeAsked,
  listAccountRequests: async () => ({}),
  decideAccountRequest: async (w) => ({ ...(await aChangeAsked(w)), carryOut: true, reason: '已核实' }),
  listLeaves: async (w) => ({ accountId: (await newAccount(w)).accountId }),
  setLeave: leaveOf,
  endLeave: async (w) => ({ accountId: (await leaveOf(w)).accountId, reason: '返岗' }),
  createAccount: async () => ({ login: `w${uuidv7().slice(-12)}`, name: '李桂兰' }),
  listAccounts: async () => ({ text: '李' }),
  suspendAccount: someAccount,
  reopenAccount: someAccount,
  resetPassword: someAccount,
  unlockAccount: async (w) => ({ accountId: (await newAccount(w)).accountId }),
  grantRole: async (w) => ({ ...(await someAccount(w)), role: 'communityWorker', areaId: w.c.community.id }),
  withdrawRole: async (w) => {
    const worker = await w.c.as('communityWorker')
    return { accountId: worker.accountId, reason: '调离' }
  },
  listGrants: async () => ({ role: 'communityWorker' }),
  grantHistory: async (w) => ({ accountId: (await newAccount(w)).accountId }),
}
