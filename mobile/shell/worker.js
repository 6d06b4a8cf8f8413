/* The phone app without a signal: its own files and nothing else. What people and records are on the phone lies sealed in its store, never here. */
const CACHE = 'wangge-__VERSION__'
const SHELL = '/m/'
const CORE = __CORE__
const STAFF = __STAFF__

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    await (await caches.open(CACHE)).addAll([SHELL, ...CORE])
    // Where the staff's pages were kept, this release keeps its own before it takes over: the phone may be without a signal from then on.
    if (await keptStaff()) await keepStaff()
    await self.skipWaiting()
  })())
})

// A page of the former release may still be open and ask for a part of it: the release before this one stays.
self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const before = await former()
    await Promise.all(before.slice(0, -1).map((name) => caches.delete(name)))
    await self.clients.claim()
  })())
})

/** This release's own first: asked all at once the oldest answers, and /m/ is in each. */
const kept = async (request) => (await (await caches.open(CACHE)).match(request)) ?? caches.match(request)

const former = async () => (await caches.keys()).filter((name) => name.startsWith('wangge-') && name !== CACHE)

/** Named alike in every release, and kept for nobody but the staff. */
const MARK = '/m/icon-192.png'
const keptStaff = async () => (await Promise.all((await former()).map(async (name) => (await caches.open(name)).match(MARK)))).some(Boolean)
async function keepStaff() {
  const cache = await caches.open(CACHE)
  const missing = []
  for (const path of STAFF) if (!(await cache.match(path))) missing.push(path)
  await Promise.all(missing.map((path) => cache.add(path)))
}

self.addEventListener('message', (event) => {
  if (event.data !== 'staff') return
  event.waitUntil(keepStaff().then(() => event.source?.postMessage('kept'), () => undefined))
})

// The browser says that the signal is back: whoever has the page open sends.
self.addEventListener('sync', (event) => {
  event.waitUntil(self.clients.matchAll().then((pages) => { for (const page of pages) page.postMessage('sync') }))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate' && url.pathname.startsWith(SHELL)) event.respondWith(kept(SHELL).then((page) => page ?? fetch(request)))
  else if (url.pathname.startsWith('/assets/') || url.pathname === '/divisions.json') event.respondWith(fromCache(request))
})

/** Files with a hash in their name never change; what a resident's page has loaded once it loads again without a signal. */
async function fromCache(request) {
  const here = await kept(request)
  if (here) return here
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone())
  return answer
}
