import { expect, test } from 'vitest'
import sql from 'sql-template-tag'
import { codeFor } from '../../testing/examples/accounts.ts'
import { aCommunity, Caller, clock, type Community } from '../../testing/world.ts'
import { settingsApi } from '../settings/contract.ts'
import { territoryApi } from '../territory/contract.ts'
import { accountsApi as api } from './contract.ts'

const AT = '2020-02-26T14:00:10+08:00'
const PASSWORD = 'Xinping-2020'
let serial = 0

/** Somebody of the subdistrict with a password of their own and nothing else yet. */
async function anOfficer(c: Community) {
  const login = `officer${++serial}`
  const { accountId, initialPassword } = await (await c.as('systemAdmin')).call(api.createAccount, { login, name: '龙志强' })
  await (await c.as('securityAdmin')).call(api.grantRole, { accountId, role: 'subdistrictOfficer', areaId: c.subdistrict.id, reason: '到岗' })
  const { caller } = await signIn(login, initialPassword)
  await caller.call(api.changePassword, { oldPassword: initialPassword, newPassword: PASSWORD })
  return { login, accountId, caller }
}
async function signIn(login: string, password = PASSWORD) {
  const response = await new Caller().send(api.signIn, { login, password })
  const cookie = /wangge_session=([^;]+)/.exec(String(response.headers['set-cookie']))?.[1]
  const body = response.body as { step?: string | null; error?: { code: string } }
  return { step: body.step, code: body.error?.code, caller: new Caller(cookie === undefined ? {} : { cookie: decodeURIComponent(cookie) }) }
}
/** With an authenticator in hand; a minute later, so that the code of the enrolment is past. */
async function enrolled(c: Community) {
  const officer = await anOfficer(c)
  const { secret } = await officer.caller.call(api.enrolFactor, {})
  const { recoveryCodes } = await officer.caller.call(api.confirmFactor, { code: codeFor(secret) })
  clock.forward(2)
  return { ...officer, secret, recoveryCodes }
}

test('an officer of the subdistrict chooses a password, then sets the second factor up, and reaches nothing before', async () => {
  clock.set(AT)
  const c = await aCommunity()
  const { caller } = await anOfficer(c)
  expect(await caller.call(api.me, {})).toMatchObject({ step: 'enrol', mustChangePassword: false })
  expect(await caller.refused(territoryApi.areaChildren, {})).toMatchObject({ status: 403, code: 'frame.mustPassFactor' })
  const { secret, qr } = await caller.call(api.enrolFactor, {})
  expect(qr).toContain('<svg')
  expect((await caller.refused(api.confirmFactor, { code: '000000' })).code).toBe('accounts.factorWrong')
  const { recoveryCodes } = await caller.call(api.confirmFactor, { code: codeFor(secret) })
  expect(new Set(recoveryCodes).size).toBe(10)
  await caller.call(territoryApi.areaChildren, {})
  expect(await caller.call(api.me, {})).toMatchObject({ step: null })
})

test('at the next sign-in the code is asked for before anything else; worker roles are not asked', async () => {
  clock.set(AT)
  const c = await aCommunity()
  const { login, secret } = await enrolled(c)
  const { step, caller } = await signIn(login)
  expect(step).toBe('factor')
  expect((await caller.refused(territoryApi.areaChildren, {})).code).toBe('frame.mustPassFactor')
  expect((await caller.refused(api.enrolFactor, {})).code).toBe('frame.mustPassFactor')
  await caller.call(api.passFactor, { code: codeFor(secret) })
  await caller.call(territoryApi.areaChildren, {})
})

test('the code of the step before and after is taken, one two steps late is not, and no code counts twice', async () => {
  clock.set(AT)
  const { login, secret } = await enrolled(await aCommunity())
  const pass = async (stepsLater: number) => (await signIn(login)).caller.send(api.passFactor, { code: codeFor(secret, stepsLater) })
  expect((await pass(-2)).status).toBe(409)
  expect((await pass(-1)).status).toBe(200)
  expect((await pass(-1)).status).toBe(409)
  expect((await pass(1)).status).toBe(200)
  expect((await pass(0)).status).toBe(409)
})

test('a recovery code opens once, however it is typed', async () => {
  clock.set(AT)
  const { login, recoveryCodes: [first = ''] } = await enrolled(await aCommunity())
  expect(await (await signIn(login)).caller.call(api.passFactor, { code: first.toUpperCase().replace('-', ' ') })).toEqual({ recoveryCodesLeft: 9 })
  expect((await (await signIn(login)).caller.refused(api.passFactor, { code: first })).code).toBe('accounts.factorWrong')
})

test('wrong codes count towards the lock, a right password in between does not set them back, and the lock ends the session', async () => {
  clock.set(AT)
  const { login, secret } = await enrolled(await aCommunity())
  for (let left = 4; left >= 1; left--) {
    const { caller } = await signIn(login)
    expect(await caller.refused(api.passFactor, { code: '000000' })).toMatchObject({ code: 'accounts.factorWrong', params: { left } })
  }
  const { caller } = await signIn(login)
  expect((await caller.refused(api.passFactor, { code: '000000' })).code).toBe('accounts.factorLocked')
  expect((await caller.refused(api.me, {})).status).toBe(401)
  expect((await signIn(login)).code).toBe('accounts.signInFailed')
  clock.forward(31)
  await (await signIn(login)).caller.call(api.passFactor, { code: codeFor(secret) })
})

test('a wrong code sent again under the same command id is judged again, not answered from a receipt', async () => {
  clock.set(AT)
  const { login } = await enrolled(await aCommunity())
  const { caller } = await signIn(login)
  const commandId = '01890000-0000-7000-8000-000000000001'
  for (let i = 0; i < 2; i++) expect((await caller.send(api.passFactor, { code: '000000' }, { commandId })).status).toBe(409)
})

test('the system administrator resets a lost telephone with a reason: sessions end, and it is set up anew', async () => {
  clock.set(AT)
  const c = await aCommunity()
  const { login, accountId, caller } = await enrolled(c)
  await (await c.as('systemAdmin')).call(api.resetFactor, { accountId, reason: '手机丢失' })
  expect((await caller.refused(api.me, {})).status).toBe(401)
  expect((await signIn(login)).step).toBe('enrol')
})

test('secrets lie sealed and recovery codes only as an index', async () => {
  clock.set(AT)
  const c = await aCommunity()
  const { accountId, secret, recoveryCodes } = await enrolled(c)
  const kept = JSON.stringify(await c.tx('system', (ctx) => ctx.sql.rows(sql`
    select a.factor_sealed, a.factor_pending_sealed, r.code_index from account a join recovery_code r on r.account_id = a.id where a.id = ${accountId}`)))
  expect(kept).not.toContain(secret.replaceAll(' ', ''))
  for (const code of recoveryCodes) expect(kept).not.toContain(code)
})

test('switched off, nobody is asked; switched on, sessions that are open are asked at once', async () => {
  clock.set(AT)
  const c = await aCommunity()
  const { login } = await anOfficer(c)
  const system = await c.as('systemAdmin')
  const set = (on: boolean) => system.call(settingsApi.changeSetting, { key: 'accounts.secondFactor', value: { on, roles: ['subdistrictOfficer'] }, reason: '试行' })
  await set(false)
  const { step, caller } = await signIn(login)
  expect(step).toBeNull()
  await caller.call(territoryApi.areaChildren, {})
  await set(true)
  expect((await caller.refused(territoryApi.areaChildren, {})).code).toBe('frame.mustPassFactor')
})
