import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { screeningApi } from '../modules/screening/contract.ts'
import { testApp } from '../testing/world.ts'
import { createApp } from './app.ts'

/** All comes in one moment, however busy the machine is. */
beforeEach(() => { vi.useFakeTimers({ toFake: ['performance'] }) })
afterEach(() => { vi.useRealTimers() })

const post = async (url: string, payload: object, remoteAddress: string) => {
  const { app } = await testApp()
  return app.inject({ method: 'POST', url: `/api${url}`, payload, remoteAddress })
}
const many = (n: number, one: (i: number) => ReturnType<typeof post>) => Promise.all(Array.from({ length: n }, (_, i) => one(i)))
const turnedAway = (answers: Awaited<ReturnType<typeof many>>) => answers.filter((one) => one.statusCode === 429)

test('through one code come as many as a market lets in, and a flood is told when to come again', async () => {
  const market = await many(300, () => post('/s/market/in', {}, '203.0.113.1'))
  expect(turnedAway(market)).toEqual([])
  const [first, ...others] = turnedAway(await many(20, (i) => post('/s/market/in', {}, `203.0.113.${2 + i}`)))
  expect(others).toHaveLength(19)
  expect(first?.json()).toEqual({ error: { code: 'frame.tooMany', params: { seconds: expect.any(Number) } } })
  expect(Number(first?.headers['retry-after'])).toBeGreaterThan(0)
  expect((await post('/s/another/in', {}, '203.0.113.1')).statusCode, 'another code').toBe(422)
})

test('one address cannot try codes without end, nor is anybody else met by it', async () => {
  const tried = await many(601, (i) => post(`/s/guess-${i}/in`, {}, '203.0.113.99'))
  expect(turnedAway(tried)).toHaveLength(1)
  expect((await post('/s/guess/in', {}, '203.0.113.98')).statusCode).toBe(422)
})

test('behind a proxy that is named everybody is told apart, and nobody says for themselves where they come from', async () => {
  const { db, frame } = await testApp()
  const app = await createApp({ db, frame, proxy: '203.0.113.50', about: () => ({}) })
  const from = (remoteAddress: string, caller: string) => many(601, (i) => app.inject({ method: 'POST', url: `/api/s/behind-${i}/in`, payload: {}, remoteAddress, headers: { 'x-forwarded-for': caller } }))
  expect(turnedAway(await from('203.0.113.50', '198.51.100.1'))).toHaveLength(1)
  expect((await app.inject({ method: 'POST', url: '/api/s/behind/in', payload: {}, remoteAddress: '203.0.113.50', headers: { 'x-forwarded-for': '198.51.100.2' } })).statusCode).toBe(422)
  expect(turnedAway(await many(601, (i) => app.inject({ method: 'POST', url: `/api/s/forged-${i}/in`, payload: {}, remoteAddress: '203.0.113.51', headers: { 'x-forwarded-for': `198.51.100.${i % 250}` } })))).toHaveLength(1)
})

test('a stranger’s body is small, and is not read beyond that', async () => {
  const answer = await post(screeningApi.declare.path, { signedBy: '长'.repeat(60_000) }, '203.0.113.97')
  expect([answer.statusCode, answer.json().error]).toEqual([413, { code: 'frame.tooLarge', params: { limitMegabytes: 0.13 } }])
})
