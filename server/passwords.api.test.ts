import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { wholeTerritory } from '../kernel/ctx.ts'
import { accountsApi as api } from '../modules/accounts/contract.ts'
import { passwordRules } from '../modules/accounts/rules.ts'
import { aCommunity, clock, testApp } from '../testing/world.ts'
import { auditLine } from './audit.ts'
import { transact } from './db.ts'

const GOOD = 'Xinping-2020'
async function signIn(login: string, password: string, remoteAddress: string) {
  const { app } = await testApp()
  const answer = await app.inject({ method: 'POST', url: `/api${api.signIn.path}`, payload: { login, password }, remoteAddress })
  return { status: answer.statusCode, retryAfter: answer.headers['retry-after'], error: answer.json().error as { code: string; params: Record<string, unknown> } | undefined }
}
async function aWorker(login: string) {
  const c = await aCommunity()
  const { accountId, initialPassword } = await (await c.as('systemAdmin')).call(api.createAccount, { login, name: '李桂兰' })
  await (await c.as('securityAdmin')).call(api.grantRole, { accountId, role: 'communityWorker', areaId: c.community.id, reason: '到岗' })
  return { login, password: initialPassword }
}

test('strangers trying passwords keep nobody waiting who is signed in, and are told to come again once too many try', async () => {
  const worker = await (await aCommunity()).as('communityWorker')
  let judged = 0
  const tries = Array.from({ length: 200 }, () => signIn('nobody-here', GOOD, '10.9.9.1').then((answer) => {
    if (answer.status === 409) judged += 1
    return answer
  }))
  await Promise.race(tries)
  await worker.call(api.me, {})
  expect(judged).toBeLessThan(60)
  const answers = await Promise.all(tries)
  const away = answers.filter(({ status }) => status === 503)
  expect(away.length).toBeGreaterThan(0)
  expect(away[0]).toMatchObject({ retryAfter: '1', error: { code: 'frame.busy' } })
  expect(new Set(answers.map(({ status }) => status)).has(200)).toBe(false)
})

test('a hundred failures from one address close it for a quarter of an hour, but to nobody who has signed in there before', async () => {
  clock.set('2020-02-26T09:00:00+08:00')
  const { db } = await testApp()
  const here = '10.9.9.2'
  const [known, fresh] = [await aWorker('known-here'), await aWorker('new-here')]
  expect((await signIn(known.login, known.password, here)).status).toBe(200)
  const failure = { actor: { kind: 'nobody' as const, scope: wholeTerritory }, endpoint: 'accounts.signIn', act: 'change', subjects: [], reason: undefined, from: { ip: here, device: '' }, detail: { refused: 'accounts.signInFailed' } }
  await transact(db, wholeTerritory, async ({ sql: q }) => {
    for (let n = 2; n < passwordRules.closeAfterFailures; n++) await q.run(auditLine({ ...failure, id: uuidv7(), at: clock.now }))
  })
  clock.forward(5)
  for (const login of ['nobody-1', 'nobody-2']) expect((await signIn(login, GOOD, here)).error?.code).toBe('accounts.signInFailed')
  expect((await signIn(fresh.login, fresh.password, here))).toMatchObject({ status: 429, error: { code: 'accounts.tooManyFromHere', params: { minutes: 10 } } })
  expect((await signIn(known.login, known.password, here)).status).toBe(200)
  expect((await signIn(fresh.login, fresh.password, '10.9.9.3')).status).toBe(200)
  clock.forward(11)
  expect((await signIn(fresh.login, fresh.password, here)).status).toBe(200)
})
