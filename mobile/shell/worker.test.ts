import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Listener = (event: Record<string, unknown>) => void
interface Release { install(): Promise<void>; staff(): Promise<void>; get(path: string): Promise<string | undefined> }

/** A browser's caches, in the order they were made, and the worker of one release after the other. */
function aPhone() {
  const all = new Map<string, Map<string, string>>()
  const online = { now: true }
  const pathOf = (request: string | { url: string }) => (typeof request === 'string' ? request : new URL(request.url).pathname)
  const open = (name: string, release: string) => {
    const files = all.get(name) ?? new Map<string, string>()
    all.set(name, files)
    const add = async (path: string) => { if (!online.now) throw new TypeError('no signal'); files.set(path, `${path} of ${release}`) }
    return Promise.resolve({ add, addAll: async (paths: string[]) => { for (const path of paths) await add(path) }, match: async (request: string | { url: string }) => files.get(pathOf(request)) })
  }
  return {
    online, names: () => [...all.keys()],
    release(version: string): Release {
      const listeners: Record<string, Listener> = {}
      const caches = { open: (name: string) => open(name, version), keys: async () => [...all.keys()], delete: async (name: string) => all.delete(name), match: async (request: string) => [...all.values()].flatMap((files) => files.get(pathOf(request)) ?? [])[0] }
      const self = { addEventListener: (name: string, listener: Listener) => { listeners[name] = listener }, skipWaiting: async () => undefined, clients: { claim: async () => undefined } }
      const source = readFileSync('mobile/shell/worker.js', 'utf8').replace('__VERSION__', version).replace('__CORE__', '[]').replace('__STAFF__', JSON.stringify([`/assets/gate-${version}.js`, '/divisions.json', '/m/icon-192.png']))
      new Function('self', 'caches', 'location', 'fetch', source)(self, caches, { origin: 'https://wangge' }, async () => { throw new TypeError('no signal') })
      const tell = async (name: string, more: object = {}) => { let done: unknown; listeners[name]?.({ waitUntil: (work: unknown) => { done = work }, respondWith: (work: unknown) => { done = work }, ...more }); return done }
      return {
        install: async () => { await tell('install'); await tell('activate') },
        staff: async () => { await tell('message', { data: 'staff' }) },
        get: async (path) => (await tell('fetch', { request: { method: 'GET', url: `https://wangge${path}`, mode: path.startsWith('/m/') ? 'navigate' : 'no-cors' } })) as string | undefined,
      }
    },
  }
}

test('a new release is shown from its first opening, the staff’s pages with it, though the one before stays', async () => {
  const phone = aPhone()
  const a = phone.release('a')
  await a.install()
  await a.staff()
  const b = phone.release('b')
  await b.install()
  phone.online.now = false
  expect(await Promise.all(['/m/w/gate', '/divisions.json', '/assets/gate-b.js', '/assets/gate-a.js'].map((path) => b.get(path)))).toEqual(['/m/ of b', '/divisions.json of b', '/assets/gate-b.js of b', '/assets/gate-a.js of a'])
  phone.online.now = true
  await phone.release('c').install()
  expect(phone.names()).toEqual(['wangge-b', 'wangge-c'])
})

test('a resident’s phone does not fetch the staff’s pages', async () => {
  const phone = aPhone()
  await phone.release('a').install()
  const b = phone.release('b')
  await b.install()
  await expect(b.get('/assets/gate-b.js')).rejects.toThrow('no signal')
})
