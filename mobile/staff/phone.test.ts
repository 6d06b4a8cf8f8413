import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { importKey } from '../../modules/field/rules.ts'
import { newCommandId } from '../../ui/client.ts'

/** The phone's own store as a browser has it, in memory; it can be taken away behind the page's back, and be full. */
const store = vi.hoisted(() => ({ rows: new Map<string, Map<string, unknown>>(), generation: 0, full: false, told: undefined as { terminated(): void; blocking(): void } | undefined }))
vi.mock('idb', () => ({
  openDB: (_name: string, _version: number, told: { terminated(): void; blocking(): void }) => {
    if (store.generation < 0) return Promise.reject(new DOMException('a newer version is open', 'VersionError'))
    const generation = store.generation
    store.told = told
    const on = <T>(name: string, write: boolean, work: (rows: Map<string, unknown>) => T): Promise<T> => {
      if (generation !== store.generation) return Promise.reject(new DOMException('the connection is closing', 'InvalidStateError'))
      if (write && store.full) return Promise.reject(new DOMException('no space', 'QuotaExceededError'))
      const rows = store.rows.get(name) ?? new Map<string, unknown>()
      store.rows.set(name, rows)
      return Promise.resolve(work(rows))
    }
    const keyOf = (row: { id?: string; accountId?: string; key?: string }) => row.id ?? JSON.stringify([row.accountId, row.key])
    return Promise.resolve({
      close: () => undefined,
      get: (name: string, key: string) => on(name, false, (rows) => rows.get(key)),
      getAll: (name: string) => on(name, false, (rows) => [...rows.values()]),
      getAllKeys: (name: string) => on(name, false, (rows) => [...rows.keys()]),
      getAllFromIndex: (name: string, _index: string, accountId: string) => on(name, false, (rows) => [...rows.values()].filter((row) => (row as { accountId: string }).accountId === accountId)),
      put: (name: string, row: object, key?: string) => on(name, true, (rows) => { rows.set(key ?? keyOf(row), row) }),
      delete: (name: string, key: string | string[]) => on(name, true, (rows) => { rows.delete(typeof key === 'string' ? key : JSON.stringify(key)) }),
    })
  },
}))

// Another test of the same worker may have read them in with the browser's own store.
vi.resetModules()
const { enter, leave, openPhone } = await import('./entering.ts')
const { letIn, letOut, storedRecords } = await import('./kept/shelf.ts')
const { putInBox, takeBack } = await import('./outbox/box.ts')
const { mayTakeBackThere, takeBackSent } = await import('./outbox/taking-back.ts')
const { once } = await import('./once.ts')
const { setState, staffState } = await import('./state.ts')
const { standAt, sync } = await import('./sync.ts')

type Answer = [status: number, body: object]
/** What the server answers by path; whatever is not named here cannot be reached. */
let server: Record<string, (body: never) => Answer | Promise<Answer>> = {}
let asked: string[] = []
vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
  const path = address.replace(/^\/api/, '').replace(/\?.*/, '')
  asked.push(path)
  const answer = server[path]
  if (!answer) throw new TypeError('no signal')
  const [status, body] = await answer(JSON.parse(String(init.body ?? 'null')) as never)
  return new Response(JSON.stringify(body), { status })
})
const signal = { onLine: true, userAgent: '' }
vi.stubGlobal('navigator', signal)
vi.stubGlobal('addEventListener', () => undefined)
vi.stubGlobal('document', { addEventListener: () => undefined })
vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
// What the last test set going ends before the browser it believes in goes.
afterAll(async () => { signal.onLine = false; await sync(); await pause(100); vi.useRealTimers(); vi.unstubAllGlobals() })

const meOf = (id: string, role: string | null = 'gatekeeper') => ({ id, login: 'keeper', name: '石守门', role, area: null })
const limits = { handOverHours: 48, syncMinutes: 5, keptDays: 3, clockSeconds: 120 }
const now = () => new Date().toISOString()
const contact = (): Answer => [200, { now: now(), wipe: [], limits }]
const refused = (status: number, code: string): Answer => [status, { error: { code } }]
const received = ({ parcels }: { parcels: { id: string }[] }): Answer => [200, { received: parcels.map(({ id }) => ({ id, receiptNo: '0226-A1B2C3', receivedAt: now(), arrived: false })), refused: [] }]
const passed = ({ items }: { items: { eventId: string }[] }): Answer => [200, { items: items.map(({ eventId }, index) => ({ index, eventId, state: 'kept', problem: null, differs: false, decision: null })) }]
const carried = (more: object = {}): Answer => [200, { madeAt: now(), expiresAt: new Date(Date.now() + 30 * 3_600_000).toISOString(), all: [], parts: [], ...more }]

/** Somebody is in on this phone, with nothing recorded. */
async function somebodyIn(role = 'gridWorker') {
  const accountId = newCommandId()
  const account = { accountId, me: meOf(accountId, role) as never, deviceId: newCommandId(), key: await importKey('A'.repeat(43)) }
  await letIn(account)
  setState({ opening: false, shut: false, account, records: [], carry: undefined, drafts: {}, signInOwed: false })
  server = { '/field/contact': contact, '/accounts/me': () => [200, { me: meOf(accountId, role), step: null }], '/field/carry': () => carried() }
  return account
}
const pass = () => putInBox({ command: 'passage.recordPassages', about: null, input: { items: [{ eventId: newCommandId() }] }, title: '石过路', lines: ['出'] })
const states = () => staffState().records.map(({ state }) => state)

beforeEach(() => {
  Object.assign(store, { rows: new Map([['phone', store.rows.get('phone') ?? new Map<string, unknown>()]]), generation: 0, full: false })
  signal.onLine = true
  asked = []
})

test('a store the browser dropped behind the page’s back is opened anew, and nothing is lost', async () => {
  await somebodyIn()
  store.generation++
  await pass()
  expect([staffState().records.map((one) => one.unkept), await storedRecords()]).toMatchObject([[undefined], [{ state: 'waiting' }]])
})

test('what the phone cannot write stays in the page and is said; it is sent all the same, and written as soon as it can be', async () => {
  await somebodyIn()
  store.full = true
  signal.onLine = false
  await pass()
  expect(staffState().records).toMatchObject([{ state: 'waiting', unkept: true }])
  signal.onLine = true
  server['/passage/records'] = passed
  await sync()
  expect(states(), 'no place on the phone is no reason not to send').toEqual(['arrived'])
  store.full = false
  await sync()
  expect(await storedRecords()).toMatchObject([{ state: 'arrived' }])
})

test('a phone whose store does not open says so instead of opening for ever', async () => {
  await somebodyIn()
  store.generation = -1
  store.told?.blocking()
  setState({ opening: true })
  await openPhone()
  expect(staffState().shut).toBe(true)
  store.generation = 1
  await openPhone()
  expect([staffState().opening, staffState().shut]).toEqual([false, false])
  await sync()
})

test('what somebody left waits on no sign-in: a phone nobody is in on hands it over after the hours, and hears that it is to be wiped', async () => {
  const { accountId } = await somebodyIn()
  await pass()
  setState({ account: undefined, records: [] })
  await letOut(accountId)
  server['/field/parcels'] = received
  await openPhone()
  await sync()
  expect(asked, 'within the hours it waits for its owner').toEqual(['/field/contact'])
  vi.setSystemTime(Date.now() + 49 * 3_600_000)
  await sync()
  expect([asked.at(-1), await storedRecords()]).toEqual(['/field/parcels', []])
  server['/field/contact'] = () => [200, { now: now(), wipe: [accountId], limits }]
  vi.setSystemTime(Date.now() + 3_600_000)
  await sync()
  expect(asked.slice(-2), 'and says that it is done').toEqual(['/field/contact', '/field/contact'])
})

test('whoever may not sign in any more leaves nothing on the phone for ever', async () => {
  await somebodyIn()
  await pass()
  server['/accounts/me'] = () => refused(401, 'frame.notSignedIn')
  server['/field/parcels'] = received
  await sync()
  expect([staffState().signInOwed, states()]).toEqual([true, ['waiting']])
  vi.setSystemTime(Date.now() + 49 * 3_600_000)
  await sync()
  expect(states()).toEqual(['handed'])
})

test('whoever signs out without a signal is signed out with the next one, before anything else; whoever came since stays', async () => {
  const { accountId } = await somebodyIn()
  const answers = server
  server = {}
  await leave()
  expect(staffState().account).toBeUndefined()
  server = { ...answers, '/accounts/sign-out': () => [200, {}] }
  asked = []
  await sync()
  expect(asked.slice(0, 3)).toEqual(['/accounts/me', '/accounts/sign-out', '/field/contact'])
  await sync()
  expect(asked.filter((path) => path === '/accounts/sign-out'), 'once').toHaveLength(1)
  await somebodyIn()
  const theirs = server
  server = {}
  await leave()
  server = { ...theirs, '/accounts/me': () => [200, { me: meOf(accountId), step: null }] }
  asked = []
  await sync()
  expect(asked).not.toContain('/accounts/sign-out')
})

const people = [{ part: 'duty', hash: 'd', duty: {} }, { part: 'people0', hash: 'p', people: [{ key: 'a' }] }]
test('what was carried for a duty goes with the duty, and at its end: from the phone, not only from sight', async () => {
  const { accountId } = await somebodyIn()
  server['/field/carry'] = () => carried({ all: ['duty', 'people0'], parts: people })
  await sync({ force: true })
  expect([staffState().carry?.parts.length, store.rows.get('carry')?.size]).toEqual([2, 1])
  signal.onLine = false
  vi.setSystemTime(Date.now() + 31 * 3_600_000)
  await sync()
  expect(staffState().carry?.parts.map(({ part }) => part)).toEqual(['duty'])
  signal.onLine = true
  server['/accounts/me'] = () => [200, { me: meOf(accountId, null), step: null }]
  server['/field/carry'] = () => refused(403, 'frame.wrongPermission')
  await sync({ force: true })
  expect([staffState().account?.me.role, staffState().carry, store.rows.get('carry')?.size]).toEqual([null, undefined, 0])
})

test('the data of a gate have their own age: a small answer that came makes none of them younger, and another duty takes them along', async () => {
  const { accountId } = await somebodyIn('gatekeeper')
  server['/field/carry'] = () => carried()
  const madeAt = new Date(Date.now() - 29 * 3_600_000).toISOString()
  setState({ carry: { madeAt, expiresAt: new Date(Date.now() + 3_600_000).toISOString(), parts: [], gate: { gates: [], gateId: 'g', data: { madeAt }, post: null, keys: null, revocations: null } as never } })
  await sync({ force: true })
  expect(staffState().carry?.gate?.data, 'the line was too bad for it').toMatchObject({ madeAt })
  vi.setSystemTime(Date.now() + 2 * 3_600_000)
  signal.onLine = false
  await sync()
  expect(staffState().carry?.gate).toMatchObject({ gateId: 'g', data: null })
  signal.onLine = true
  server['/accounts/me'] = () => [200, { me: meOf(accountId, 'gridWorker'), step: null }]
  await sync({ force: true })
  expect(staffState().carry).not.toHaveProperty('gate')
})

test('whoever goes to another gate stands there at once, without a signal and when its data do not come', async () => {
  await somebodyIn('gatekeeper')
  const gates = [{ gateId: 'g' }, { gateId: 'h' }]
  const at = () => setState({ carry: { madeAt: now(), expiresAt: new Date(Date.now() + 3_600_000).toISOString(), parts: [], gate: { gates, gateId: 'g', data: { madeAt: now() }, post: {}, keys: null, revocations: null } as never } })
  at()
  signal.onLine = false
  await standAt('h')
  expect(staffState().carry?.gate).toMatchObject({ gateId: 'h', data: null, post: null })
  expect(store.rows.get('carry')?.size).toBe(1)
  signal.onLine = true
  at()
  server['/passage/my-gates'] = () => [200, { items: gates }]
  await standAt('h')
  expect([asked.at(-1), staffState().carry?.gate?.gateId]).toEqual(['/passage/gates/h/data', 'h'])
})

test('what was once tried is never taken back on the phone alone: its answer may have been lost on the way', async () => {
  await somebodyIn()
  await pass()
  expect(await takeBack(staffState().records[0]?.record.id ?? ''), 'never sent').toBe(true)
  const record = await pass()
  await sync()
  expect(await storedRecords(), 'also after the page was lost').toMatchObject([{ state: 'waiting', tries: 1 }])
  expect([await takeBack(record?.id ?? ''), states()]).toEqual([false, ['waiting']])
  server['/passage/records'] = passed
  const { eventId } = (record?.input as { items: { eventId: string }[] }).items[0] ?? { eventId: '' }
  server[`/passage/records/${eventId}/take-back`] = () => [200, {}]
  expect(await takeBackSent(record?.id ?? '')).toBe(true)
  expect([asked.at(-1), states()]).toEqual([`/passage/records/${eventId}/take-back`, []])
})

test('a slip at a door that has arrived is taken back by who recorded it, and stays where the server does not', async () => {
  await somebodyIn('propertyStaff')
  const [visitId, callId, episodeId] = [newCommandId(), newCommandId(), newCommandId()]
  server[`/visits/${visitId}`] = () => [200, { checkId: null, abnormal: false, deviceError: false }]
  server[`/episodes/${episodeId}/calls`] = () => [200, { callId }]
  const said = { about: 'a', title: '石守家', lines: [] }
  const visit = await putInBox({ ...said, command: 'quarantine.recordVisit', input: { visitId, result: 'made', at: now(), symptoms: [] } })
  const call = await putInBox({ ...said, command: 'quarantine.recordCall', input: { episodeId, way: 'visit', reached: true } })
  await sync()
  expect(staffState().records.map(mayTakeBackThere)).toEqual([true, true])
  server[`/visits/${visitId}/undo`] = () => [200, {}]
  server[`/calls/${callId}/undo`] = () => refused(409, 'quarantine.callPassedOn')
  expect([await takeBackSent(visit?.id ?? ''), await takeBackSent(call?.id ?? ''), states()]).toEqual([true, false, ['arrived']])
  vi.setSystemTime(Date.now() + 24 * 3_600_000)
  expect(staffState().records.map(mayTakeBackThere), 'the day after').toEqual([false])
})

test('one tap is one record, however often the finger comes down while it is written; and it does not wait behind a sync that is past its sending', async () => {
  await somebodyIn()
  const sent = new Promise<void>((done) => { server['/passage/records'] = (body) => { done(); return passed(body) } })
  let bring = (_answer: Answer): void => undefined
  let asks = (): void => undefined
  const carrying = new Promise<void>((done) => { asks = done })
  server['/field/carry'] = () => new Promise<Answer>((done) => { bring = done; asks() })
  const running = sync({ force: true })
  await carrying
  const single = once()
  await Promise.all([single(async () => { await pass() }), single(async () => { await pass() })])
  expect(states()).toEqual(['waiting'])
  void sync()
  bring(carried())
  await running
  await sent
  await sync()
  expect(states()).toEqual(['arrived'])
})

test('what the phone could not write outlives signing in again, and nobody signs out over it', async () => {
  const { accountId, deviceId } = await somebodyIn()
  store.full = true
  signal.onLine = false
  await pass()
  await leave()
  expect(staffState()).toMatchObject({ account: { accountId }, records: [{ unkept: true }] })
  setState({ signInOwed: true })
  signal.onLine = true
  server['/field/devices'] = () => [200, { deviceId, key: 'A'.repeat(43) }]
  server['/passage/records'] = passed
  await enter(meOf(accountId, 'gridWorker') as never)
  await sync()
  expect([staffState().signInOwed, states()]).toEqual([false, ['arrived']])
})

test('what the server does not take of a report, or of what somebody else left, keeps nobody from sending', async () => {
  await somebodyIn()
  server['/field/contact'] = () => refused(500, 'frame.failed')
  server['/passage/records'] = passed
  await pass()
  await sync({ force: true })
  expect(states()).toEqual(['arrived'])
})

test('a phone that slept between question and answer does not take its sleep for a wrong clock', async () => {
  await somebodyIn()
  setState({ clockOff: 0 })
  server['/field/contact'] = () => { const answer = contact(); vi.setSystemTime(Date.now() + 3_600_000); return answer }
  await sync({ force: true })
  expect(staffState().clockOff).toBe(0)
})
