import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { importKey } from '../../modules/field/rules.ts'
import { carried, contact, meOf, net, openDB, passage, passed, received, refused, restart, signal, store, stubBrowser } from '../../testing/phone.ts'
import { newCommandId } from '../../ui/client.ts'
import type { Account, Stored } from './kept/shelf.ts'

const idb = vi.hoisted(() => ({ open: (..._asked: never[]): unknown => undefined }))
vi.mock('idb', () => ({ openDB: (...asked: never[]) => idb.open(...asked) }))
idb.open = openDB as never
stubBrowser()
const open: { sync(): Promise<boolean> }[] = []
afterAll(async () => { signal.onLine = false; for (const { sync } of open) await sync(); await pause(100); vi.useRealTimers(); vi.unstubAllGlobals() })
beforeEach(restart)

/** The app once more on the same phone: a page of its own, with nothing in common but the store and what they tell each other. */
async function aWindow() {
  vi.resetModules()
  const [entering, box, sending, state, sync, shelf] = [await import('./entering.ts'), await import('./outbox/box.ts'), await import('./outbox/sending.ts'), await import('./state.ts'), await import('./sync.ts'), { ...(await import('./kept/shelf.ts')), ...(await import('./looking.ts')) }]
  const one = { ...entering, ...box, ...sending, ...state, ...sync, ...shelf, states: () => state.staffState().records.map((record) => record.state), who: () => state.staffState().account?.accountId }
  await one.openPhone()
  await one.sync()
  open.push(one)
  return one
}
const anAccount = async (): Promise<Account> => {
  const accountId = newCommandId()
  return { accountId, me: meOf(accountId, 'gridWorker') as never, deviceId: newCommandId(), key: await importKey('A'.repeat(43)) }
}
/** Whose session it is, as the server says. */
const session = (id: string) => { Object.assign(net.server, { '/field/contact': () => contact(), '/accounts/me': () => [200, { me: meOf(id, 'gridWorker'), step: null }], '/field/carry': () => carried(), '/accounts/sign-out': () => [200, {}], '/field/devices': () => [200, { deviceId: newCommandId(), key: 'B'.repeat(43) }] }) }
/** Nobody is in yet; then somebody, in every window. */
async function twoWindows() {
  const account = await anAccount()
  session(account.accountId)
  const [one, other] = [await aWindow(), await aWindow()]
  await one.letIn(account)
  await one.look()
  await vi.waitFor(() => expect(other.who()).toBe(account.accountId))
  return { account, one, other }
}
/** One window of a full phone, with a record in it alone. */
async function somethingUnwritten() {
  const account = await anAccount()
  session(account.accountId)
  const one = await aWindow()
  await one.letIn(account)
  await one.look()
  store.full = true
  signal.onLine = false
  await one.putInBox(passage())
  signal.onLine = true
  return { account, one }
}
const stored = (): Stored[] => [...(store.rows.get('records')?.values() ?? [])] as Stored[]

test('what one window records the other counts, and each is sent once', async () => {
  const { one, other } = await twoWindows()
  signal.onLine = false
  await one.putInBox(passage())
  await other.putInBox(passage())
  await vi.waitFor(() => expect([one.states(), other.states()]).toEqual([['waiting', 'waiting'], ['waiting', 'waiting']]))
  signal.onLine = true
  const events: string[] = []
  net.server['/passage/records'] = (body: { items: { eventId: string }[] }) => { events.push(...body.items.map(({ eventId }) => eventId)); return passed(body) }
  await Promise.all([one.sync(), other.sync()])
  await vi.waitFor(() => expect([one.states(), other.states()]).toEqual([['arrived', 'arrived'], ['arrived', 'arrived']]))
  expect([events.length, new Set(events).size]).toEqual([2, 2])
})

test('what one window has taken back no other sends, and what one has begun to send none takes back', async () => {
  const { one, other } = await twoWindows()
  signal.onLine = false
  const slip = await one.putInBox(passage())
  await vi.waitFor(() => expect(other.states()).toEqual(['waiting']))
  // Asleep, it has not heard of it.
  const asleep = other.staffState().records
  expect(await one.takeBack(slip?.id ?? '')).toBe(true)
  other.setState({ records: asleep })
  expect([await other.markTried(asleep), stored()]).toEqual([[], []])
  const kept = await one.putInBox(passage())
  await vi.waitFor(() => expect(other.states()).toEqual(['waiting']))
  const untried = other.staffState().records
  await one.markTried(one.staffState().records)
  other.setState({ records: untried })
  expect([await other.takeBack(kept?.id ?? ''), stored().map(({ tries }) => tries)]).toEqual([false, [1]])
})

test('a sign-out, the next person and a wipe reach every window', async () => {
  const { account, one, other } = await twoWindows()
  await one.leave()
  await vi.waitFor(() => expect([one.who(), other.who()]).toEqual([undefined, undefined]))
  await one.letIn(account)
  await vi.waitFor(() => expect(other.who()).toBe(account.accountId))
  const next = newCommandId()
  session(next)
  await one.enter(meOf(next, 'gridWorker') as never)
  await vi.waitFor(() => expect(other.who()).toBe(next))
  net.server['/field/contact'] = () => contact(next)
  vi.setSystemTime(Date.now() + 3_600_000)
  await one.sync()
  await vi.waitFor(() => expect([one.who(), other.who()]).toEqual([undefined, undefined]))
})

test('a window that slept through a sign-out sends nothing under the next one’s name', async () => {
  const { account, one, other } = await twoWindows()
  signal.onLine = false
  await other.putInBox(passage())
  signal.onLine = true
  const asleep = other.staffState()
  const next = newCommandId()
  session(next)
  await one.enter(meOf(next, 'gridWorker') as never)
  await vi.waitFor(() => expect(other.who()).toBe(next))
  other.setState(asleep)
  net.server['/passage/records'] = passed
  await other.sync()
  await vi.waitFor(() => expect(other.who()).toBe(next))
  expect([net.asked.includes('/passage/records'), stored()]).toMatchObject([false, [{ accountId: account.accountId, state: 'waiting' }]])
})

test('what a window could not write outlives a sign-out in another: it is written or handed over before it goes from the page', async () => {
  const { one, other } = await twoWindows()
  store.full = true
  signal.onLine = false
  await other.putInBox(passage())
  await one.leave().catch(() => undefined)
  await vi.waitFor(() => expect(one.who()).toBeUndefined())
  await other.sync()
  expect(other.staffState().records, 'neither can be').toMatchObject([{ state: 'waiting', unkept: true }])
  signal.onLine = true
  net.sent = []
  net.server['/field/parcels'] = received
  await other.sync()
  expect([other.who(), net.sent.filter(({ path }) => path === '/field/parcels')]).toMatchObject([undefined, [{ body: { why: 'left', parcels: [{}] } }]])
})

test('a shelf the browser has emptied is filled again by the page, and nobody is signed out by it', async () => {
  const { account, one } = await twoWindows()
  signal.onLine = false
  await one.putInBox(passage())
  store.rows = new Map([['phone', new Map([['id', await one.phoneId()], ['made', 'anew']])]])
  await one.sync()
  expect([one.who(), one.states(), stored().length, store.rows.get('accounts')?.size]).toEqual([account.accountId, ['waiting'], 1, 1])
})

test('whoever signs in over what could not be written waits until it is written or handed over; then nothing of it is lost', async () => {
  const { account, one } = await somethingUnwritten()
  const next = newCommandId()
  session(next)
  net.server['/field/parcels'] = () => refused(500, 'frame.failed')
  await expect(one.enter(meOf(next, 'gridWorker') as never)).rejects.toMatchObject({ code: 'field.unwrittenOwed', params: { name: '石守门', n: 1 } })
  expect([one.who(), one.staffState().records, net.asked.at(-1)], 'and their session does not stay').toMatchObject([account.accountId, [{ state: 'waiting', unkept: true }], '/accounts/sign-out'])
  store.full = false
  await one.enter(meOf(next, 'gridWorker') as never)
  expect([one.who(), one.states(), stored()]).toMatchObject([next, [], [{ accountId: account.accountId, state: 'waiting' }]])
})

test('on a phone with no room for whoever comes, whoever was in stays, and why is said', async () => {
  const { account, one } = await twoWindows()
  const next = newCommandId()
  session(next)
  store.full = true
  await expect(one.enter(meOf(next, 'gridWorker') as never)).rejects.toMatchObject({ code: 'field.phoneFull' })
  expect([one.who(), [...(store.rows.get('accounts')?.keys() ?? [])], net.asked.includes('/accounts/sign-out')]).toEqual([account.accountId, [account.accountId], true])
})

test('what a full phone could not write is delivered like the rest before it is wiped, and the community sees it waiting', async () => {
  const { account, one } = await somethingUnwritten()
  Object.assign(net.server, { '/field/contact': () => contact(account.accountId), '/field/parcels': received })
  vi.setSystemTime(Date.now() + 3_600_000)
  await one.sync()
  const [first] = net.sent.filter(({ path, body }) => path === '/field/contact' && (body as { boxes: { waiting: number }[] }).boxes.some(({ waiting }) => waiting === 1))
  expect(first?.body).toMatchObject({ boxes: [{ accountId: account.accountId, waiting: 1 }] })
  expect([one.who(), net.sent.filter(({ path }) => path === '/field/parcels').map(({ body }) => body)]).toMatchObject([undefined, [{ why: 'wiped', parcels: [{}] }]])
})

test('a window the phone has put to sleep with the turn in its hand holds nobody up for ever', async () => {
  const { inTurn } = await import('./kept/windows.ts')
  const asleep = { request: (_name: string, { steal, signal: tired }: LockOptions, work: () => Promise<string>) => (steal ? work() : new Promise((_done, fail) => { tired?.addEventListener('abort', () => fail(tired.reason as Error)) })) }
  const { locks } = navigator
  Object.assign(signal, { locks: asleep })
  expect(await inTurn(() => Promise.resolve('sent'), 5)).toBe('sent')
  Object.assign(signal, { locks })
})
