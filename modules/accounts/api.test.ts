import { expect, test } from 'vitest'
import sql from 'sql-template-tag'
import { aCommunity, Caller, clock, type Community } from '../../testing/world.ts'
import { SESSION_COOKIE } from '../../server/session.ts'
import { auditApi } from '../audit/contract.ts'
import { territoryApi } from '../territory/contract.ts'
import { accountsApi as api } from './contract.ts'

const AT = '2020-02-26T14:00:00+08:00'
let serial = 0
const freshLogin = () => `liguilan${++serial}`
const GOOD = 'Xinping-2020'

/** A worker of the community who has opened an account, been granted a role, and set a password of their own. */
async function aWorker(c: Community) {
  const login = freshLogin()
  const opened = await (await c.as('systemAdmin')).call(api.createAccount, { login, name: '李桂兰' })
  const security = await c.as('securityAdmin')
  await security.call(api.grantRole, { accountId: opened.accountId, role: 'communityWorker', areaId: c.community.id, reason: '到岗' })
  return { login, ...opened }
}
async function signIn(login: string, password: string) {
  const response = await new Caller().send(api.signIn, { login, password })
  const cookie = /wangge_session=([^;]+)/.exec(String(response.headers['set-cookie']))?.[1]
  return { response, caller: new Caller(cookie === undefined ? {} : { cookie: decodeURIComponent(cookie) }) }
}
const code = (response: { body: unknown }) => (response.body as { error?: { code: string } }).error?.code

test('a new worker signs in with the one-time password, must change it, and then works in the granted area', async () => {
  clock.set(AT)
  const c = await aCommunity()
  const worker = await aWorker(c)
  const first = await signIn(worker.login, worker.initialPassword)
  expect(first.response.body).toMatchObject({ mustChangePassword: true, sessionToken: '', me: { role: 'communityWorker', area: { id: c.community.id } } })
  expect(await first.caller.refused(territoryApi.areaChildren, {})).toMatchObject({ status: 403, code: 'frame.mustChangePassword' })
  await first.caller.call(api.changePassword, { oldPassword: worker.initialPassword, newPassword: GOOD })
  const tree = await first.caller.call(territoryApi.areaChildren, {})
  expect(tree.items.map((a) => a.id)).toEqual([c.community.id])
})

test('the session travels in a cookie that scripts cannot read', async () => {
  const worker = await aWorker(await aCommunity())
  const { response } = await signIn(worker.login, worker.initialPassword)
  expect(String(response.headers['set-cookie'])).toMatch(new RegExp(`^${SESSION_COOKIE}=.*HttpOnly; SameSite=Strict`))
})

test('five wrong passwords lock an account for thirty minutes, with one answer for all failures', async () => {
  clock.set(AT)
  const worker = await aWorker(await aCommunity())
  const unknown = await new Caller().refused(api.signIn, { login: 'nobody-here', password: 'x' })
  for (let i = 0; i < 5; i++) {
    expect(await new Caller().refused(api.signIn, { login: worker.login, password: 'wrong' })).toEqual(unknown)
  }
  expect(await new Caller().refused(api.signIn, { login: worker.login, password: worker.initialPassword })).toEqual(unknown)
  clock.forward(31)
  expect((await signIn(worker.login, worker.initialPassword)).response.status).toBe(200)
})

test('guesses sent at the same moment are all counted', async () => {
  clock.set(AT)
  const c = await aCommunity()
  const worker = await aWorker(c)
  await Promise.all(Array.from({ length: 5 }, () => signIn(worker.login, 'wrong')))
  const { items } = await (await c.as('systemAdmin')).call(api.listAccounts, { text: worker.login })
  expect(items[0]?.lockedUntil).toBe('2020-02-26T06:30:00.000Z')
})

test('the system administrator unlocks an account; a right password sets the count back', async () => {
  const c = await aCommunity()
  const worker = await aWorker(c)
  for (let i = 0; i < 5; i++) await signIn(worker.login, 'wrong')
  await (await c.as('systemAdmin')).call(api.unlockAccount, { accountId: worker.accountId })
  expect((await signIn(worker.login, worker.initialPassword)).response.status).toBe(200)
  for (let i = 0; i < 4; i++) await signIn(worker.login, 'wrong')
  expect((await signIn(worker.login, worker.initialPassword)).response.status).toBe(200)
})

test('a session that nobody used for fifteen minutes has ended, one in use has not', async () => {
  clock.set(AT)
  const worker = await aWorker(await aCommunity())
  const { caller } = await signIn(worker.login, worker.initialPassword)
  for (let i = 0; i < 4; i++) {
    clock.forward(14)
    await caller.call(api.me, {})
  }
  clock.forward(16)
  expect(await caller.refused(api.me, {})).toMatchObject({ status: 401 })
})

test('one’s own sessions are listed and can be ended; signing out ends this one', async () => {
  clock.set(AT)
  const worker = await aWorker(await aCommunity())
  const desk = await signIn(worker.login, worker.initialPassword)
  await desk.caller.call(api.changePassword, { oldPassword: worker.initialPassword, newPassword: GOOD })
  const phone = await signIn(worker.login, GOOD)
  const { items } = await desk.caller.call(api.mySessions, {})
  expect(items.map((s) => s.current).sort()).toEqual([false, true])
  await desk.caller.call(api.revokeSession, { sessionId: items.find((s) => !s.current)?.id ?? '' })
  expect(await phone.caller.refused(api.me, {})).toMatchObject({ status: 401 })
  await desk.caller.call(api.signOut, {})
  expect(await desk.caller.refused(api.me, {})).toMatchObject({ status: 401 })
})

test('nobody ends the session of somebody else', async () => {
  const c = await aCommunity()
  const [a, b] = [await aWorker(c), await aWorker(c)]
  const mine = await signIn(a.login, a.initialPassword)
  const theirs = await signIn(b.login, b.initialPassword)
  await mine.caller.call(api.changePassword, { oldPassword: a.initialPassword, newPassword: GOOD })
  await theirs.caller.call(api.changePassword, { oldPassword: b.initialPassword, newPassword: GOOD })
  const { items } = await theirs.caller.call(api.mySessions, {})
  expect(await mine.caller.refused(api.revokeSession, { sessionId: items[0]?.id ?? '' })).toMatchObject({ status: 404 })
})

test('changing the password ends the other sessions; a weak, equal or unproven one is refused', async () => {
  const worker = await aWorker(await aCommunity())
  const other = await signIn(worker.login, worker.initialPassword)
  const { caller } = await signIn(worker.login, worker.initialPassword)
  const old = worker.initialPassword
  expect((await caller.refused(api.changePassword, { oldPassword: 'wrong', newPassword: GOOD })).code).toBe('accounts.wrongPassword')
  expect((await caller.refused(api.changePassword, { oldPassword: old, newPassword: old })).code).toBe('accounts.samePassword')
  expect((await caller.refused(api.changePassword, { oldPassword: old, newPassword: 'abcdefghijkl' })).params).toMatchObject({ faults: ['tooSimple'] })
  await caller.call(api.changePassword, { oldPassword: old, newPassword: GOOD })
  expect(await other.caller.refused(api.me, {})).toMatchObject({ status: 401 })
})

test('a suspended account is out at once and cannot come back until reopened', async () => {
  const c = await aCommunity()
  const worker = await aWorker(c)
  const { caller } = await signIn(worker.login, worker.initialPassword)
  const admin = await c.as('systemAdmin')
  await admin.call(api.suspendAccount, { accountId: worker.accountId, reason: '离岗' })
  expect(await caller.refused(api.me, {})).toMatchObject({ status: 401 })
  expect(code((await signIn(worker.login, worker.initialPassword)).response)).toBe('accounts.suspended')
  await admin.call(api.reopenAccount, { accountId: worker.accountId, reason: '复岗' })
  expect((await signIn(worker.login, worker.initialPassword)).response.status).toBe(200)
})

test('a reset password is a new one-time password', async () => {
  const c = await aCommunity()
  const worker = await aWorker(c)
  const { initialPassword } = await (await c.as('systemAdmin')).call(api.resetPassword, { accountId: worker.accountId, reason: '忘记' })
  expect(code((await signIn(worker.login, worker.initialPassword)).response)).toBe('accounts.signInFailed')
  expect((await signIn(worker.login, initialPassword)).response.body).toMatchObject({ mustChangePassword: true })
})

test('nobody holds two administrator roles, nor one beside another role', async () => {
  const c = await aCommunity()
  const security = await c.as('securityAdmin')
  const worker = await aWorker(c)
  const grant = (role: 'systemAdmin' | 'auditor' | 'gridWorker') =>
    security.refused(api.grantRole, { accountId: worker.accountId, role, areaId: c.community.id, reason: '兼任' })
  expect((await grant('systemAdmin')).code).toBe('accounts.administratorRole')
  await security.call(api.withdrawRole, { accountId: worker.accountId, reason: '转岗' })
  await security.call(api.grantRole, { accountId: worker.accountId, role: 'systemAdmin', areaId: c.community.id, reason: '转岗' })
  expect((await grant('auditor')).code).toBe('accounts.administratorRole')
  expect((await grant('gridWorker')).code).toBe('accounts.administratorRole')
})

test('a security administrator can neither grant to themselves nor beyond their own territory', async () => {
  const c = await aCommunity()
  const security = await c.as('securityAdmin')
  const elsewhere = await aCommunity()
  const worker = await aWorker(c)
  expect((await security.refused(api.grantRole, { accountId: security.accountId, role: 'auditor', areaId: c.district.id, reason: '自授' })).code)
    .toBe('accounts.notToOneself')
  expect((await security.refused(api.grantRole, { accountId: worker.accountId, role: 'cdc', areaId: elsewhere.district.id, reason: '越权' })).status)
    .toBe(404)
})

test('a withdrawn role shows nothing any more, in the same session', async () => {
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  await worker.call(territoryApi.areaChildren, {})
  await (await c.as('securityAdmin')).call(api.withdrawRole, { accountId: worker.accountId, reason: '调离' })
  expect(await worker.refused(territoryApi.areaChildren, {})).toMatchObject({ status: 403 })
  expect((await worker.call(api.me, {})).me).toMatchObject({ role: null, permissions: [], area: null })
})

test('who can see what is listed with since when, by whom and why, and its history kept', async () => {
  clock.set(AT)
  const c = await aCommunity()
  const worker = await aWorker(c)
  const security = await c.as('securityAdmin')
  const { items } = await security.call(api.listGrants, { text: worker.login })
  expect(items[0]).toMatchObject({ role: 'communityWorker', areaId: c.community.id, reason: '到岗', since: '2020-02-26T06:00:00.000Z' })
  expect(items[0]?.byName).toContain('securityAdmin')
  await security.call(api.withdrawRole, { accountId: worker.accountId, reason: '调离' })
  const history = await security.call(api.grantHistory, { accountId: worker.accountId })
  expect(history.items.map((h) => h.reason).sort()).toEqual(['到岗', '调离'].sort())
})

test('lists of accounts end at the border of the territory', async () => {
  const [c, other] = [await aCommunity(), await aCommunity()]
  const [mine, theirs] = [await aWorker(c), await aWorker(other)]
  const admin = await c.as('systemAdmin')
  const seen = (await admin.call(api.listAccounts, { limit: 200 })).items.map((a) => a.id)
  expect(seen).toContain(mine.accountId)
  expect(seen).not.toContain(theirs.accountId)
  expect(await admin.refused(api.suspendAccount, { accountId: theirs.accountId, reason: '越权' })).toMatchObject({ status: 404 })
  const grants = (await (await c.as('securityAdmin')).call(api.listGrants, { limit: 200 })).items.map((a) => a.accountId)
  expect(grants).not.toContain(theirs.accountId)
})

test('pages of accounts follow each other without a gap', async () => {
  const c = await aCommunity()
  for (let i = 0; i < 3; i++) await aWorker(c)
  const admin = await c.as('systemAdmin')
  const all = (await admin.call(api.listAccounts, { limit: 200 })).items.map((a) => a.id)
  const paged: string[] = []
  for (let after: string | undefined, more = true; more;) {
    const page = await admin.call(api.listAccounts, { limit: 2, ...(after ? { after } : {}) })
    paged.push(...page.items.map((a) => a.id))
    after = page.next ?? undefined
    more = after !== undefined
  }
  expect(paged).toEqual(all)
})

test('colleagues are those in the area and above it, never those beside it', async () => {
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  const doctor = await c.as('healthCentreDoctor', c.subdistrict)
  const stranger = await c.stranger('healthCentreDoctor')
  const ids = (await worker.call(api.listColleagues, { roles: ['healthCentreDoctor'] })).items.map((a) => a.id)
  expect(ids).toContain(doctor.accountId)
  expect(ids).not.toContain(stranger.accountId)
})

test('a login is taken once', async () => {
  const c = await aCommunity()
  const worker = await aWorker(c)
  const again = await (await c.as('systemAdmin')).refused(api.createAccount, { login: worker.login.toUpperCase(), name: '王' })
  expect(again.code).toBe('accounts.loginTaken')
})

test('passwords are kept as argon2id and session tokens only as an index', async () => {
  const c = await aCommunity()
  const worker = await aWorker(c)
  const { caller } = await signIn(worker.login, worker.initialPassword)
  const row = await c.tx('system', (ctx) => ctx.sql.get<{ password_hash: string; token_index: string }>(sql`
    select a.password_hash, s.token_index from account a join session s on s.account_id = a.id where a.id = ${worker.accountId}`))
  expect(row.password_hash).toMatch(/^\$argon2id\$/)
  expect(row.token_index).not.toBe(caller.credentials.cookie)
})

test('the trail names who signed in, and who was refused and why', async () => {
  clock.set(AT)
  const c = await aCommunity()
  const worker = await aWorker(c)
  await new Caller().refused(api.signIn, { login: 'nobody-here', password: 'x' })
  for (let i = 0; i < 5; i++) await new Caller().refused(api.signIn, { login: worker.login, password: 'wrong' })
  await new Caller().refused(api.signIn, { login: worker.login, password: worker.initialPassword })
  clock.forward(31)
  await signIn(worker.login, worker.initialPassword)
  const admin = await c.as('systemAdmin')
  await admin.call(api.suspendAccount, { accountId: worker.accountId, reason: '离岗' })
  clock.forward(1)
  await new Caller().refused(api.signIn, { login: worker.login, password: worker.initialPassword })
  const { items } = await (await c.as('auditor')).call(auditApi.listAuditEvents, { accountId: worker.accountId, endpoints: ['accounts.signIn'] })
  const named = { accountName: '李桂兰', role: 'communityWorker', subjects: [worker.accountId], areaPath: c.community.path, ip: '127.0.0.1' }
  expect(items.map((e) => [e.actorKind, (e.detail?.['cause'] ?? null)])).toEqual([
    ['nobody', 'suspended'], ['staff', null], ['nobody', 'locked'], ...Array.from({ length: 5 }, () => ['nobody', 'wrongPassword']),
  ])
  for (const event of items) expect(event).toMatchObject(named)
  const tried = await (await c.as('auditor')).call(auditApi.listAuditEvents, { endpoints: ['accounts.signIn'] })
  expect(tried.items.map((e) => e.detail?.['cause'])).toContain('unknownLogin')
  expect(JSON.stringify(tried.items)).not.toContain('nobody-here')
})
