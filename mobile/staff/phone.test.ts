import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { importKey } from '../../modules/field/rules.ts'
import { carried, contact, meOf, net, now, openDB, passage, passed, received, refused, restart, signal, store, stubBrowser, type Answer } from '../../testing/phone.ts'
import { newCommandId } from '../../ui/client.ts'

const idb = vi.hoisted(() => ({ open: (..._asked: never[]): unknown => undefined }))
vi.mock('idb', () => ({ openDB: (...asked: never[]) => idb.open(...asked) }))
idb.open = openDB as never

// Another test of the same worker may have read them in with the browser's own store.
vi.resetModules()
const { enter, leave, openPhone } = await import('./entering.ts')
const { letIn, letOut, storedRecords } = await import('./kept/shelf.ts')
const { putInBox, takeBack } = await import('./outbox/box.ts')
const { isAside } = await import('./outbox/queue.ts')
const { handOver } = await import('./outbox/sending.ts')
const { mayTakeBackThere, takeBackSent } = await import('./outbox/taking-back.ts')
const { once } = await import('./once.ts')
const { setState, staffState } = await import('./state.ts')
const { standAt, sync } = await import('./sync.ts')

stubBrowser()
// What the last test set going ends before the browser it believes in goes.
afterAll(async () => { signal.onLine = false; await sync(); await pause(100); vi.useRealTimers(); vi.unstubAllGlobals() })
beforeEach(restart)

/** Somebody is in on this phone, with nothing recorded. */
async function somebodyIn(role = 'gridWorker') {
  const accountId = newCommandId()
  const account = { accountId, me: meOf(accountId, role) as never, deviceId: newCommandId(), key: await importKey('A'.repeat(43)) }
  await letIn(account)
  setState({ opening: false, shut: false, account, records: [], carry: undefined, drafts: {}, signInOwed: false })
  net.server = { '/field/contact': () => contact(), '/accounts/me': () => [200, { me: meOf(accountId, role), step: null }], '/field/carry': () => carried() }
  return account
}
const pass = () => putInBox(passage())
const states = () => staffState().records.map(({ state }) => state)

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
  net.server['/passage/records'] = passed
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
  net.server['/field/parcels'] = received
  await openPhone()
  await sync()
  expect(net.asked, 'within the hours it waits for its owner').toEqual(['/field/contact'])
  vi.setSystemTime(Date.now() + 49 * 3_600_000)
  await sync()
  expect([net.asked.at(-1), await storedRecords()]).toEqual(['/field/parcels', []])
  net.server['/field/contact'] = () => contact(accountId)
  vi.setSystemTime(Date.now() + 3_600_000)
  await sync()
  expect(net.asked.slice(-2), 'and says that it is done').toEqual(['/field/contact', '/field/contact'])
})

test('what the community cannot open is offered once, and stays on the phone and in the count', async () => {
  const { accountId } = await somebodyIn()
  await pass()
  setState({ account: undefined, records: [] })
  await letOut(accountId)
  net.server['/field/parcels'] = ({ parcels }: { parcels: { id: string }[] }): Answer => [200, { received: [], refused: parcels.map(({ id }) => id) }]
  await openPhone()
  for (const _ of [1, 2, 3]) { vi.setSystemTime(Date.now() + 49 * 3_600_000); await sync() }
  expect([net.asked.filter((path) => path === '/field/parcels').length, (await storedRecords()).length]).toEqual([1, 1])
  expect(net.sent.findLast(({ path }) => path === '/field/contact')?.body).toMatchObject({ boxes: [{ accountId, waiting: 1 }] })
})

test('whoever may not sign in any more leaves nothing on the phone for ever', async () => {
  await somebodyIn()
  await pass()
  net.server['/accounts/me'] = () => refused(401, 'frame.notSignedIn')
  net.server['/field/parcels'] = received
  await sync()
  expect([staffState().signInOwed, states()]).toEqual([true, ['waiting']])
  vi.setSystemTime(Date.now() + 49 * 3_600_000)
  await sync()
  expect(states()).toEqual(['handed'])
})

test('whoever signs out without a signal is signed out with the next one, before anything else; whoever came since stays', async () => {
  const { accountId } = await somebodyIn()
  const answers = net.server
  net.server = {}
  await leave()
  expect(staffState().account).toBeUndefined()
  net.server = { ...answers, '/accounts/sign-out': () => [200, {}] }
  net.asked = []
  await sync()
  expect(net.asked.slice(0, 3)).toEqual(['/accounts/me', '/accounts/sign-out', '/field/contact'])
  await sync()
  expect(net.asked.filter((path) => path === '/accounts/sign-out'), 'once').toHaveLength(1)
  await somebodyIn()
  const theirs = net.server
  net.server = {}
  await leave()
  net.server = { ...theirs, '/accounts/me': () => [200, { me: meOf(accountId), step: null }] }
  net.asked = []
  await sync()
  expect(net.asked).not.toContain('/accounts/sign-out')
})

const people = [{ part: 'duty', hash: 'd', duty: {} }, { part: 'people0', hash: 'p', people: [{ key: 'a' }] }]
test('what was carried for a duty goes with the duty, and at its end: from the phone, not only from sight', async () => {
  const { accountId } = await somebodyIn()
  net.server['/field/carry'] = () => carried({ all: ['duty', 'people0'], parts: people })
  await sync({ force: true })
  expect([staffState().carry?.parts.length, store.rows.get('carry')?.size]).toEqual([2, 1])
  signal.onLine = false
  vi.setSystemTime(Date.now() + 31 * 3_600_000)
  await sync()
  expect(staffState().carry?.parts.map(({ part }) => part)).toEqual(['duty'])
  signal.onLine = true
  net.server['/accounts/me'] = () => [200, { me: meOf(accountId, null), step: null }]
  net.server['/field/carry'] = () => refused(403, 'frame.wrongPermission')
  await sync({ force: true })
  expect([staffState().account?.me.role, staffState().carry, store.rows.get('carry')?.size]).toEqual([null, undefined, 0])
})

test('the data of a gate have their own age: a small answer that came makes none of them younger, and another duty takes them along', async () => {
  const { accountId } = await somebodyIn('gatekeeper')
  net.server['/field/carry'] = () => carried()
  const madeAt = new Date(Date.now() - 29 * 3_600_000).toISOString()
  setState({ carry: { madeAt, expiresAt: new Date(Date.now() + 3_600_000).toISOString(), parts: [], gate: { gates: [], gateId: 'g', data: { madeAt }, post: null, keys: null, revocations: null } as never } })
  await sync({ force: true })
  expect(staffState().carry?.gate?.data, 'the line was too bad for it').toMatchObject({ madeAt })
  vi.setSystemTime(Date.now() + 2 * 3_600_000)
  signal.onLine = false
  await sync()
  expect(staffState().carry?.gate).toMatchObject({ gateId: 'g', data: null })
  signal.onLine = true
  net.server['/accounts/me'] = () => [200, { me: meOf(accountId, 'gridWorker'), step: null }]
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
  net.server['/passage/my-gates'] = () => [200, { items: gates }]
  await standAt('h')
  expect([net.asked.at(-1), staffState().carry?.gate?.gateId]).toEqual(['/passage/gates/h/data', 'h'])
})

test('what was once tried is never taken back on the phone alone: its answer may have been lost on the way', async () => {
  await somebodyIn()
  await pass()
  expect(await takeBack(staffState().records[0]?.record.id ?? ''), 'never sent').toBe(true)
  const record = await pass()
  await sync()
  expect(await storedRecords(), 'also after the page was lost').toMatchObject([{ state: 'waiting', tries: 1 }])
  expect([await takeBack(record?.id ?? ''), states()]).toEqual([false, ['waiting']])
  net.server['/passage/records'] = passed
  const { eventId } = (record?.input as { items: { eventId: string }[] }).items[0] ?? { eventId: '' }
  net.server[`/passage/records/${eventId}/take-back`] = () => [200, {}]
  expect(await takeBackSent(record?.id ?? '')).toBe(true)
  expect([net.asked.at(-1), states()]).toEqual([`/passage/records/${eventId}/take-back`, []])
})

test('a slip at a door that has arrived is taken back by who recorded it, and stays where the server does not', async () => {
  await somebodyIn('propertyStaff')
  const [visitId, callId, episodeId] = [newCommandId(), newCommandId(), newCommandId()]
  net.server[`/visits/${visitId}`] = () => [200, { checkId: null, abnormal: false, deviceError: false }]
  net.server[`/episodes/${episodeId}/calls`] = () => [200, { callId }]
  const said = { about: 'a', title: '石守家', lines: [] }
  const visit = await putInBox({ ...said, command: 'quarantine.recordVisit', input: { visitId, result: 'made', at: now(), symptoms: [] } })
  const call = await putInBox({ ...said, command: 'quarantine.recordCall', input: { episodeId, way: 'visit', reached: true } })
  await sync()
  expect(staffState().records.map(mayTakeBackThere)).toEqual([true, true])
  net.server[`/visits/${visitId}/undo`] = () => [200, {}]
  net.server[`/calls/${callId}/undo`] = () => refused(409, 'quarantine.callPassedOn')
  expect([await takeBackSent(visit?.id ?? ''), await takeBackSent(call?.id ?? ''), states()]).toEqual([true, false, ['arrived']])
  vi.setSystemTime(Date.now() + 24 * 3_600_000)
  expect(staffState().records.map(mayTakeBackThere), 'the day after').toEqual([false])
})

test('one tap is one record, however often the finger comes down while it is written; and it does not wait behind a sync that is past its sending', async () => {
  await somebodyIn()
  const sent = new Promise<void>((done) => { net.server['/passage/records'] = (body) => { done(); return passed(body) } })
  let bring = (_answer: Answer): void => undefined
  let asks = (): void => undefined
  const carrying = new Promise<void>((done) => { asks = done })
  net.server['/field/carry'] = () => new Promise<Answer>((done) => { bring = done; asks() })
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
  net.server['/field/devices'] = () => [200, { deviceId, key: 'A'.repeat(43) }]
  net.server['/passage/records'] = passed
  await enter(meOf(accountId, 'gridWorker') as never)
  await sync()
  expect([staffState().signInOwed, states()]).toEqual([false, ['arrived']])
})

test('what the server does not take of a report, or of what somebody else left, keeps nobody from sending', async () => {
  await somebodyIn()
  net.server['/field/contact'] = () => refused(500, 'frame.failed')
  net.server['/passage/records'] = passed
  await pass()
  await sync({ force: true })
  expect(states()).toEqual(['arrived'])
})

test('a phone that slept between question and answer does not take its sleep for a wrong clock', async () => {
  await somebodyIn()
  setState({ clockOff: 0 })
  net.server['/field/contact'] = () => { const answer = contact(); vi.setSystemTime(Date.now() + 3_600_000); return answer }
  await sync({ force: true })
  expect(staffState().clockOff).toBe(0)
})

test('one record the server cannot deal with steps aside after some tries, says so, and arrives once the server can; the others went on', async () => {
  await somebodyIn()
  const said = { command: 'quarantine.recordCall' as const, title: '石守家', lines: [] }
  const [sick, well] = [newCommandId(), newCommandId()]
  await putInBox({ ...said, about: sick, input: { episodeId: sick } })
  await putInBox({ ...said, about: sick, input: { episodeId: sick } })
  await putInBox({ ...said, about: well, input: { episodeId: well } })
  net.server[`/episodes/${sick}/calls`] = () => refused(500, 'frame.failed')
  net.server[`/episodes/${well}/calls`] = () => [200, { callId: newCommandId() }]
  for (const _ of [1, 2, 3]) await sync()
  expect(states(), 'it may be the whole server').toEqual(['waiting', 'waiting', 'waiting'])
  await sync()
  expect([states(), staffState().records.map(isAside)]).toEqual([['waiting', 'waiting', 'arrived'], [true, false, false]])
  net.server['/field/parcels'] = received
  expect([await handOver([staffState().records[1]?.record.id ?? ''], 'handedOver'), states()], 'nobody has to wait for that').toEqual([true, ['waiting', 'handed', 'arrived']])
  net.server[`/episodes/${sick}/calls`] = () => [200, { callId: newCommandId() }]
  vi.setSystemTime(Date.now() + 300_000)
  await sync()
  expect(states()).toEqual(['arrived', 'handed', 'arrived'])
})

test('a server that is only busy makes nothing step aside', async () => {
  await somebodyIn()
  await pass()
  net.server['/passage/records'] = () => refused(503, 'frame.busy')
  for (const _ of [1, 2, 3, 4, 5]) await sync()
  expect([states(), staffState().records.map(isAside)]).toEqual([['waiting'], [false]])
})

test('what arrives days after it was recorded is seen with its receipt, and forgotten days later', async () => {
  await somebodyIn()
  signal.onLine = false
  await pass()
  vi.setSystemTime(Date.now() + 4 * 86_400_000)
  signal.onLine = true
  net.server['/passage/records'] = passed
  await sync()
  expect(states()).toEqual(['arrived'])
  vi.setSystemTime(Date.now() + 4 * 86_400_000)
  await sync()
  expect(states()).toEqual([])
})

test('whoever signs in with no duty on a phone any more has what they recorded there with the community at once', async () => {
  const { accountId } = await somebodyIn()
  signal.onLine = false
  await pass()
  signal.onLine = true
  net.server['/field/parcels'] = received
  await enter(meOf(accountId, null) as never)
  expect([staffState().atDesk, await storedRecords(), net.sent.at(-1)?.body]).toMatchObject([accountId, [], { accountId, why: 'dutyLost', parcels: [{}] }])
  await sync()
  expect(staffState(), 'and the pages of the former duty do not come back').toMatchObject({ atDesk: accountId, account: undefined })
})

test('with another duty the people of the former one go at once, also where the line is too bad for the new ones', async () => {
  const { accountId } = await somebodyIn()
  net.server['/field/carry'] = () => carried({ all: ['duty', 'people0'], parts: people })
  await sync({ force: true })
  net.server['/accounts/me'] = () => [200, { me: meOf(accountId, 'gridWorker', { id: newCommandId() }), step: null }]
  delete net.server['/field/carry']
  await sync()
  expect([staffState().carry, store.rows.get('carry')?.size]).toEqual([undefined, 0])
})

test('a clock that is set back does not turn round the order of what waits', async () => {
  await somebodyIn()
  signal.onLine = false
  const first = await pass()
  vi.setSystemTime(Date.now() - 86_400_000)
  const second = await pass()
  await sync()
  expect(staffState().records.map(({ record }) => record.id)).toEqual([first?.id, second?.id])
  vi.setSystemTime(Date.now() + 86_400_000)
})
