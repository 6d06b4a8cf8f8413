import { expect, test } from 'vitest'
import { territoryApi } from '../modules/territory/contract.ts'
import { codeFor } from '../testing/examples/accounts.ts'
import { freshApp } from '../testing/app.ts'
import { firstStartNotice, foundInstallation, isEmpty } from './first-start.ts'
import { resetByHand } from './reset.ts'

async function install(root: { name?: string; code?: string } = {}) {
  const { app, db, frame } = await freshApp()
  const founded = await foundInstallation(frame, root)
  const post = async (url: string, payload: Record<string, unknown>, cookie = '') =>
    app.inject({ method: 'POST', url: `/api/accounts/${url}`, payload, headers: { cookie, 'idempotency-key': crypto.randomUUID() } })
  const signIn = async (login: string, password: string) => {
    const response = await post('sign-in', { login, password })
    return { body: response.json(), cookie: String(response.headers['set-cookie']).split(';')[0] ?? '' }
  }
  return { app, db, frame, founded, post, signIn }
}

test('an empty installation gets its area and three administrators, each with a one-time password to be changed', async () => {
  const { app, db, founded, post, signIn } = await install({ code: '532601' })
  expect(await isEmpty(db)).toBe(false)
  expect(founded.logins.map((l) => l.role)).toEqual(['systemAdmin', 'securityAdmin', 'auditor'])
  expect(new Set(founded.logins.map((l) => l.password)).size).toBe(3)
  for (const { login, password, role } of founded.logins) {
    const { body, cookie } = await signIn(login, password)
    expect(body).toMatchObject({ mustChangePassword: true, me: { role, area: { name: '文山市', level: 'district' } } })
    expect((await app.inject({ url: `/api${territoryApi.areaChildren.path}`, headers: { cookie } })).json()).toMatchObject({ error: { code: 'frame.mustChangePassword' } })
    expect((await post('change-password', { oldPassword: password, newPassword: 'Xinping-2020' }, cookie)).statusCode).toBe(200)
  }
})

test('the first two administrators together can let the first worker in', async () => {
  const { founded, post, signIn, app } = await install({ name: '新平街道', code: '532601003' })
  const [system, security] = await Promise.all(founded.logins.slice(0, 2).map(async ({ login, password }) => {
    const { cookie, body } = await signIn(login, password)
    await post('change-password', { oldPassword: password, newPassword: 'Xinping-2020' }, cookie)
    // A real installation asks administrators for a second factor from the first day.
    const { secret } = (await post('factor/enrol', {}, cookie)).json()
    expect((await post('factor/confirm', { code: codeFor(secret) }, cookie)).statusCode).toBe(200)
    return { cookie, area: body.me.area }
  }))
  const opened = (await app.inject({ method: 'POST', url: '/api/accounts', payload: { login: 'longzhiqiang', name: '龙志强' }, headers: { cookie: system?.cookie ?? '', 'idempotency-key': crypto.randomUUID() } })).json()
  expect((await post(`${opened.accountId}/grant`, { role: 'subdistrictOfficer', areaId: security?.area.id, reason: '到岗' }, security?.cookie)).statusCode).toBe(200)
  expect((await signIn('longzhiqiang', opened.initialPassword)).body.me).toMatchObject({ role: 'subdistrictOfficer', area: { name: '新平街道', level: 'subdistrict' } })
})

test('the only administrator who is locked out gets in again by the command line, which the trail keeps', async () => {
  const { app, db, frame, founded: { logins: [system] }, post, signIn } = await install()
  const { cookie } = await signIn('system', system?.password ?? '')
  await post('change-password', { oldPassword: system?.password, newPassword: 'Xinping-2020' }, cookie)
  const { secret } = (await post('factor/enrol', {}, cookie)).json()
  await post('factor/confirm', { code: codeFor(secret) }, cookie)
  const password = await resetByHand(frame, 'system')
  expect((await app.inject({ url: '/api/accounts/me', headers: { cookie } })).statusCode).toBe(401)
  expect((await signIn('system', password)).body).toMatchObject({ mustChangePassword: true, step: 'password' })
  const { rows } = await db.pool.query("select actor_kind, reason from audit_event where endpoint = 'accounts.resetPassword'")
  expect(rows).toEqual([{ actor_kind: 'system', reason: 'npm run reset-account' }])
  await expect(resetByHand(frame, 'nobody')).rejects.toThrow('nobody')
})

test('the notice gives each password once, and a wrong code is refused in words', async () => {
  const { founded } = await install()
  const notice = firstStartNotice(founded)
  for (const { password } of founded.logins) expect(notice.split(password)).toHaveLength(2)
  const { frame, db } = await freshApp()
  await expect(foundInstallation(frame, { code: '53' })).rejects.toThrow('区划代码')
  expect(await isEmpty(db)).toBe(true)
})
