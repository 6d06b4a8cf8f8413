import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { accountsApi as api } from '../../modules/accounts/contract.ts'
import type { ExamplesOf, ExampleWorld } from './index.ts'

const PASSWORD = 'Correct-horse-7'
export const newAccount = async ({ c }: ExampleWorld) =>
  (await c.as('systemAdmin')).call(api.createAccount, { login: `w${uuidv7().slice(-12)}`, name: '李桂兰' })
const someAccount = async (w: ExampleWorld) => ({ accountId: (await newAccount(w)).accountId, reason: '岗位调整' })

/** An account of the world gets a password it can sign in with. */
const withPassword = ({ c }: ExampleWorld, accountId: string) => c.tx('system', async (ctx) =>
  ctx.sql.run(sql`update account set password_hash = ${await ctx.passwords.hash(PASSWORD)} where id = ${accountId}`))

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
