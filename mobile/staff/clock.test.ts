import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { importKey } from '../../modules/field/rules.ts'
import { carried, meOf, net, openDB, passage, passed, restart, signal, stubBrowser, type Answer } from '../../testing/phone.ts'
import { newCommandId } from '../../ui/client.ts'

const idb = vi.hoisted(() => ({ open: (..._asked: never[]): unknown => undefined }))
vi.mock('idb', () => ({ openDB: (...asked: never[]) => idb.open(...asked) }))
idb.open = openDB as never
vi.resetModules()
const { lookAtClock } = await import('./clock.ts')
const { letIn } = await import('./kept/shelf.ts')
const { fieldNow, putInBox } = await import('./outbox/box.ts')
const { setState, staffState } = await import('./state.ts')
const { sync } = await import('./sync.ts')

stubBrowser()
afterAll(async () => { signal.onLine = false; await sync(); await pause(100); vi.useRealTimers(); vi.unstubAllGlobals() })
beforeEach(restart)

/** Beijing time of the server, whatever the phone says. */
const at = (clock: string) => new Date(`2020-02-26T${clock}:00+08:00`).toISOString()
const contactAt = (clock: string) => (): Answer => [200, { now: at(clock), wipe: [], limits: { handOverHours: 48, syncMinutes: 5, keptDays: 3, clockSeconds: 120 } }]
const wall = (iso: string) => { vi.setSystemTime(new Date(iso)); lookAtClock() }
/** Heard of the server at eight, then without a signal. */
async function atEight() {
  const accountId = newCommandId()
  const account = { accountId, me: meOf(accountId) as never, deviceId: newCommandId(), key: await importKey('A'.repeat(43)) }
  await letIn(account)
  setState({ opening: false, shut: false, account, records: [], carry: undefined, drafts: {}, signInOwed: false })
  vi.setSystemTime(new Date(at('08:00')))
  net.server = { '/field/contact': contactAt('08:00'), '/accounts/me': () => [200, { me: meOf(accountId), step: null }], '/field/carry': () => carried(), '/passage/records': passed }
  await sync({ force: true })
  signal.onLine = false
}
/** At the gate, with its own time in it. */
const pass = () => { const { input: { items: [item] }, ...said } = passage(); return putInBox({ ...said, input: { items: [{ ...item, at: fieldNow() }] } }) }
const sent = () => (net.sent.findLast(({ path }) => path === '/passage/records')?.body as { items: { at: string; note?: string }[] }).items

test('a clock that begins again in 1970 is said to be wrong; what it records goes by the latest time known, and is put right once the server is heard of', async () => {
  await atEight()
  wall('1970-01-01T00:00:00Z')
  expect([staffState().clockLost, fieldNow()]).toEqual([true, at('08:00')])
  wall('1970-01-01T01:00:00Z')
  await pass()
  expect(staffState().records[0]?.record).toMatchObject({ at: at('09:00'), doubtful: 'open' })
  vi.setSystemTime(new Date('1970-01-01T02:00:00Z'))
  signal.onLine = true
  net.server['/field/contact'] = contactAt('14:30')
  await sync()
  expect([staffState().clockLost, staffState().records.map(({ record, state }) => [record.at, record.doubtful, state])]).toEqual([false, [[at('13:30'), undefined, 'arrived']]])
  expect(sent()).toMatchObject([{ at: at('13:30') }])
  expect(sent()[0]?.note).toBeUndefined()
})

test('where somebody has set it meanwhile the record keeps the earliest time there is, and says so', async () => {
  await atEight()
  wall('1970-01-01T00:00:00Z')
  await pass()
  wall(at('14:30'))
  expect(staffState().clockLost, 'set right by the network').toBe(false)
  await pass()
  signal.onLine = true
  net.server['/field/contact'] = contactAt('14:30')
  await sync()
  expect(staffState().records.map(({ record, state }) => [record.at, record.doubtful, state])).toEqual([[at('08:00'), 'stays', 'arrived'], [at('14:30'), undefined, 'arrived']])
  expect(sent().map(({ at: when, note }) => [when, note !== undefined])).toEqual([[at('08:00'), true], [at('14:30'), false]])
})

test('weeks ahead is no time either, an hour more is', async () => {
  await atEight()
  wall(at('09:30'))
  expect([staffState().clockLost, fieldNow()]).toEqual([false, at('09:30')])
  wall('2031-05-01T00:00:00Z')
  expect([staffState().clockLost, fieldNow()]).toEqual([true, at('09:30')])
  wall(at('09:40'))
  expect([staffState().clockLost, fieldNow()]).toEqual([false, at('09:40')])
})

test('a clock that ran three hours fast and is set right meanwhile is right', async () => {
  await atEight()
  signal.onLine = true
  vi.setSystemTime(new Date(at('11:05')))
  net.server['/field/contact'] = contactAt('08:05')
  await sync({ force: true })
  expect(fieldNow()).toBe(at('08:05'))
  signal.onLine = false
  wall(at('08:20'))
  expect([staffState().clockLost, fieldNow()]).toEqual([false, at('08:20')])
})
