import { expect, onTestFinished, test, vi } from 'vitest'
import { accountsApi } from '../modules/accounts/contract.ts'
import { screeningApi } from '../modules/screening/contract.ts'
import { testApp } from '../testing/world.ts'
import { createApp } from './app.ts'

test('who comes too often through one code is told when to come again', async () => {
  // All in one moment, however busy the machine is.
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => { vi.useRealTimers() })
  const { app } = await testApp()
  const come = (code: string) => app.inject({ method: 'POST', url: `/api/s/${code}/in`, payload: {} })
  const answers = await Promise.all(Array.from({ length: 301 }, () => come('market')))
  const [refused, ...others] = answers.filter(({ statusCode }) => statusCode !== 422)
  expect(others).toEqual([])
  expect([refused?.statusCode, refused?.headers['retry-after'], refused?.json()]).toEqual([429, '1', { error: { code: 'frame.tooMany', params: { seconds: 1 } } }])
  expect((await come('another')).statusCode).toBe(422)
})

test('a stranger’s body is small, and is not read beyond that', async () => {
  const { app } = await testApp()
  const answer = await app.inject({ method: 'POST', url: `/api${screeningApi.declare.path}`, payload: { signedBy: '长'.repeat(60_000) } })
  expect([answer.statusCode, answer.json().error]).toEqual([413, { code: 'frame.tooLarge', params: { limitMegabytes: 0.13 } }])
})

test('a proxy that is named tells where callers come from, nobody else does', async () => {
  const { db, frame } = await testApp()
  const app = await createApp({ db, frame, proxy: '203.0.113.50', about: () => ({}) })
  const seenAs = async (remoteAddress: string, forwarded: string) => {
    const payload = { login: 'nobody-here', password: 'x' }
    await app.inject({ method: 'POST', url: `/api${accountsApi.signIn.path}`, payload, remoteAddress, headers: { 'x-forwarded-for': forwarded } })
    return (await db.pool.query<{ ip: string }>("select ip from audit_event where endpoint = 'accounts.signIn' order by id desc limit 1")).rows[0]?.ip
  }
  expect([await seenAs('203.0.113.50', '198.51.100.1'), await seenAs('203.0.113.51', '198.51.100.2')]).toEqual(['198.51.100.1', '203.0.113.51'])
})
