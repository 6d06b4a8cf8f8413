import { afterEach, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { command, query } from '../kernel/endpoint.ts'
import { ApiError, ask, toQueryString, whenSignedOut } from './client.ts'
import { carryLink } from './link.ts'

const readOne = query({ path: '/things/:thingId', access: 'public', summary: '', input: z.object({ thingId: z.string(), tags: z.array(z.string()).optional() }), output: z.object({}) })
const change = command({ path: '/things/:thingId/change', access: 'public', summary: '', input: z.object({ thingId: z.string(), name: z.string() }), output: z.object({ ok: z.boolean() }) })
const upload = command({ path: '/things', access: 'public', summary: '', input: z.object({ kind: z.string() }), output: z.object({}), upload: { megabytes: 1 } })

const calls: { address: string; init: RequestInit }[] = []
const headersOf = (i = 0) => (calls[i]?.init.headers ?? {}) as Record<string, string>
/** The network itself is what is played here, nothing of ours. */
const answering = (status: number, body: unknown) => vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
  calls.push({ address, init })
  return Promise.resolve(new Response(JSON.stringify(body), { status }))
})
afterEach(() => { calls.length = 0; carryLink(undefined); vi.unstubAllGlobals() })

test('a query fills its path and repeats the keys of a list', async () => {
  answering(200, {})
  await ask(readOne, { thingId: 'a b', tags: ['x', 'y'] })
  expect(calls[0]?.address).toBe('/api/things/a%20b?tags=x&tags=y')
  expect(headersOf()).toMatchObject({ 'X-Wangge': '1' })
})

test('what is empty is not asked for', () => expect(toQueryString({ a: '', b: undefined, c: 0 })).toBe('?c=0'))

test('a command carries an id, and the one it is given when it is sent again', async () => {
  answering(200, { ok: true })
  await ask(change, { thingId: '1', name: '甲' })
  await ask(change, { thingId: '1', name: '甲' }, { commandId: 'kept' })
  expect(headersOf(0)['Idempotency-Key']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  expect(headersOf(1)['Idempotency-Key']).toBe('kept')
  expect(calls[0]?.init.body).toBe('{"name":"甲"}')
})

test('a file travels as the raw body with its name', async () => {
  answering(200, {})
  await ask(upload, { kind: 'roster' }, { file: new File(['a'], '名册.csv', { type: 'text/csv' }) })
  expect(calls[0]?.address).toBe('/api/things?kind=roster')
  expect(headersOf()).toMatchObject({ 'x-filename': '%E5%90%8D%E5%86%8C.csv', 'content-type': 'text/csv' })
})

test('a lost session leads to the door, a missing permission does not', async () => {
  const out = vi.fn()
  whenSignedOut(out)
  answering(403, { error: { code: 'frame.wrongPermission', params: { permission: 'people.view' } } })
  await expect(ask(readOne, { thingId: '1' })).rejects.toMatchObject({ status: 403, code: 'frame.wrongPermission', params: { permission: 'people.view' } })
  expect(out).not.toHaveBeenCalled()
  answering(401, { error: { code: 'frame.notSignedIn', params: {} } })
  await expect(ask(readOne, { thingId: '1' })).rejects.toBeInstanceOf(ApiError)
  expect(out).toHaveBeenCalledOnce()
})

test('an unreachable server is said as such', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(ask(readOne, { thingId: '1' })).rejects.toMatchObject({ status: 0, code: 'frame.offline' })
})

test('a resident’s calls carry the link', async () => {
  carryLink('token')
  answering(200, {})
  await ask(readOne, { thingId: '1' })
  expect(headersOf()).toMatchObject({ Authorization: 'Link token' })
})
