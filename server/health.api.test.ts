import { expect, test } from 'vitest'
import { testApp } from '../testing/app.ts'
import { createApp } from './app.ts'

const outside = '203.0.113.7'

test('figures of the program are for this machine, or with a token for whoever has it', async () => {
  const { db, frame } = await testApp()
  const ask = async (metricsToken: string | undefined, remoteAddress: string, authorization = '') => {
    const app = await createApp({ db, frame, metricsToken, about: () => ({}) })
    return (await app.inject({ url: '/metrics', remoteAddress, headers: { authorization } })).statusCode
  }
  expect([await ask(undefined, '127.0.0.1'), await ask(undefined, outside)]).toEqual([200, 403])
  expect([await ask('secret', outside, 'Bearer secret'), await ask('secret', outside, 'Bearer guess!'), await ask('secret', '127.0.0.1')]).toEqual([200, 403, 403])
})

test('the description of the interface tells all modules, and what a stranger may be refused with', async () => {
  const { app } = await testApp()
  const [first, second] = [await app.inject({ url: '/api/docs' }), await app.inject({ url: '/api/docs' })]
  expect(first.body).toContain('<h2>screening</h2>')
  expect(second.body).toBe(first.body)
  const { paths } = (await app.inject({ url: '/api/openapi.json' })).json()
  expect(paths['/api/declarations'].post.responses['429'].description).toContain('frame.tooMany')
})
