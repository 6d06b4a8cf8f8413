import { vi } from 'vitest'
import { newCommandId } from '../ui/client.ts'

/** A phone's browser in memory, for as many windows as a test opens: its store, its signal, what the server answers. */
interface Told { terminated(): void; blocking(): void }
/** It can be taken away behind the page's back, and be full. */
export const store = { rows: new Map<string, Map<string, unknown>>(), generation: 0, full: false, told: undefined as Told | undefined }

const keyOf = (row: { id?: string; accountId?: string; key?: string }) => row.id ?? JSON.stringify([row.accountId, row.key])
export function openDB(_name: string, _version: number, told: Told) {
  if (store.generation < 0) return Promise.reject(new DOMException('a newer version is open', 'VersionError'))
  const generation = store.generation
  store.told = told
  const on = <T>(name: string, grows: boolean, work: (rows: Map<string, unknown>) => T): Promise<T> => {
    if (generation !== store.generation) return Promise.reject(new DOMException('the connection is closing', 'InvalidStateError'))
    if (grows && store.full) return Promise.reject(new DOMException('no space', 'QuotaExceededError'))
    const rows = store.rows.get(name) ?? new Map<string, unknown>()
    store.rows.set(name, rows)
    return Promise.resolve(work(rows))
  }
  const of = (name: string) => ({
    get: (key: string) => on(name, false, (rows) => rows.get(key)),
    put: (row: object, key?: string) => on(name, true, (rows) => { rows.set(key ?? keyOf(row), row) }),
    delete: (key: string | string[]) => on(name, false, (rows) => { rows.delete(typeof key === 'string' ? key : JSON.stringify(key)) }),
  })
  return Promise.resolve({
    close: () => undefined,
    get: (name: string, key: string) => of(name).get(key),
    put: (name: string, row: object, key?: string) => of(name).put(row, key),
    delete: (name: string, key: string | string[]) => of(name).delete(key),
    getAll: (name: string) => on(name, false, (rows) => [...rows.values()]),
    getAllKeys: (name: string) => on(name, false, (rows) => [...rows.keys()]),
    getAllFromIndex: (name: string, _index: string, accountId: string) => on(name, false, (rows) => [...rows.values()].filter((row) => (row as { accountId: string }).accountId === accountId)),
    transaction: (name: string) => ({ store: of(name), done: Promise.resolve() }),
  })
}

/** Between windows: what one says the others hear, a moment later. */
class Line {
  static readonly all = new Set<Line>()
  readonly hears: ((event: { data: unknown }) => void)[] = []
  constructor() { Line.all.add(this) }
  addEventListener(_type: string, hear: (event: { data: unknown }) => void): void { this.hears.push(hear) }
  postMessage(data: unknown): void {
    for (const other of Line.all) if (other !== this) for (const hear of other.hears) queueMicrotask(() => hear({ data }))
  }
}
let turn: Promise<unknown> = Promise.resolve()
const locks = {
  request: <T>(_name: string, _options: object, work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  },
}

export type Answer = [status: number, body: object]
/** `server` answers by path; whatever is not named there cannot be reached. `asked`: the paths, one after the other. */
export const net = { server: {} as Record<string, (body: never) => Answer | Promise<Answer>>, asked: [] as string[], sent: [] as { path: string; body: unknown }[] }
export const signal = { onLine: true, userAgent: '' }

export function stubBrowser(): void {
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const path = address.replace(/^\/api/, '').replace(/\?.*/, '')
    const body: unknown = JSON.parse(String(init.body ?? 'null'))
    net.asked.push(path)
    net.sent.push({ path, body })
    const answer = net.server[path]
    if (!answer) throw new TypeError('no signal')
    const [status, said] = await answer(body as never)
    return new Response(JSON.stringify(said), { status })
  })
  vi.stubGlobal('navigator', Object.assign(signal, { locks }))
  vi.stubGlobal('BroadcastChannel', Line)
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('document', { addEventListener: () => undefined })
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
}
/** As it lies in the drawer: what the test before set going has ended, its windows are closed. */
export async function restart(): Promise<void> {
  for (let before; before !== turn; await before) before = turn
  Object.assign(store, { rows: new Map([['phone', store.rows.get('phone') ?? new Map<string, unknown>()]]), generation: 0, full: false })
  Line.all.clear()
  signal.onLine = true
  Object.assign(net, { server: {}, asked: [], sent: [] })
}

export const meOf = (id: string, role: string | null = 'gatekeeper', area: { id: string } | null = null) => ({ id, login: 'keeper', name: '石守门', role, area })
export const now = () => new Date().toISOString()
const limits = { handOverHours: 48, syncMinutes: 5, keptDays: 3, clockSeconds: 120 }
export const contact = (...wipe: string[]): Answer => [200, { now: now(), wipe, limits }]
export const refused = (status: number, code: string): Answer => [status, { error: { code } }]
export const received = ({ parcels }: { parcels: { id: string }[] }): Answer => [200, { received: parcels.map(({ id }) => ({ id, receiptNo: '0226-A1B2C3', receivedAt: now(), arrived: false })), refused: [] }]
export const passed = ({ items }: { items: { eventId: string }[] }): Answer => [200, { items: items.map(({ eventId }, index) => ({ index, eventId, state: 'kept', problem: null, differs: false, decision: null })) }]
export const carried = (more: object = {}): Answer => [200, { madeAt: now(), expiresAt: new Date(Date.now() + 30 * 3_600_000).toISOString(), all: [], parts: [], ...more }]
/** A passage, as the gate puts it into the outbox. */
export const passage = () => ({ command: 'passage.recordPassages' as const, about: null, input: { items: [{ eventId: newCommandId() }] }, title: '石过路', lines: ['出'] })
