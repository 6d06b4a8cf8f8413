import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testApp } from '../testing/app.ts'
import { createApp } from './app.ts'

/** The program with two clients of one script each, as the build leaves them. */
async function withClients() {
  const webDir = mkdtempSync(join(tmpdir(), 'wangge-web-'))
  for (const folder of ['console', 'mobile', 'assets']) mkdirSync(join(webDir, folder))
  writeFileSync(join(webDir, 'console/index.html'), '<title>console</title>')
  writeFileSync(join(webDir, 'mobile/index.html'), '<title>mobile</title>')
  writeFileSync(join(webDir, 'assets/console-CzFj_iWE.js'), 'console.log(1)')
  writeFileSync(join(webDir, 'divisions.json'), '[]')
  const { db, frame } = await testApp()
  const app = await createApp({ db, frame, webDir, about: () => ({}) })
  return (url: string) => app.inject({ method: 'GET', url })
}

test('every address that is not a file is a page, the phone app below /m/', async () => {
  const get = await withClients()
  for (const url of ['/', '/people?card=8a.b', '/quarantine/12']) expect((await get(url)).body).toContain('console')
  expect((await get('/m/d/Yk3-_x')).body).toContain('mobile')
})

test('a script or file that is not there is missing, not a page', async () => {
  const get = await withClients()
  for (const url of ['/assets/console-OLD.js', '/assets/none', '/favicon.ico', '/m/old.css?v=1', '/wp-login.php']) {
    const answer = await get(url)
    expect([url, answer.statusCode]).toEqual([url, 404])
    expect(answer.headers['content-type']).toContain('json')
  }
})

test('hashed files are kept for a year, pages are asked for anew', async () => {
  const get = await withClients()
  expect((await get('/assets/console-CzFj_iWE.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  for (const url of ['/', '/people', '/m/d/x', '/console/index.html', '/divisions.json']) expect((await get(url)).headers['cache-control']).toBe('no-cache')
  expect((await get('/assets/console-OLD.js')).headers['cache-control']).toBe('no-store')
})

test('no page may run a script that did not come as a file from here', async () => {
  const policy = String((await (await withClients())('/')).headers['content-security-policy'])
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
})

test('while the database is away callers are told to come again in a moment, not that the program failed', async () => {
  const { db, frame } = await testApp()
  const problems = [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), Object.assign(new Error('ended'), { code: '57P01' }), new Error('Connection terminated unexpectedly')]
  for (const problem of problems) {
    const away = { ...db, pool: { connect: () => Promise.reject(problem) } as unknown as typeof db.pool }
    const app = await createApp({ db: away, frame, about: () => ({}) })
    const answer = await app.inject({ method: 'GET', url: '/api/accounts/me' })
    expect([answer.statusCode, answer.headers['retry-after'], answer.json()]).toMatchObject([503, '1', { error: { code: 'frame.busy' } }])
  }
})

test('a command takes nothing from its address: another site’s form signs nobody in', async () => {
  const { db, frame } = await testApp()
  const app = await createApp({ db, frame, about: () => ({}) })
  const answer = await app.inject({ method: 'POST', url: '/api/accounts/sign-in?login=nobody&password=Wangge-2026' })
  expect([answer.statusCode, answer.json()]).toMatchObject([422, { error: { code: 'frame.malformed', params: { issues: [{ path: 'login' }, { path: 'password' }] } } }])
})
