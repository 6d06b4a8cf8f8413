import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect, Socket } from 'node:net'

/** What is sent: prepared HTTP bodies of one address, one to a line. Of c connections the i-th sends lines i, i + c, i + 2c…, with the cookie that belongs to it. */
export interface Drive {
  port: number
  path: string
  cookies: readonly string[]
  bodiesFile: string
  connections: number
  seconds: number
  /** Requests a second, come what may (open loop); absent: each connection sends its next when it has its answer. */
  rate?: number
  /** As a phone does with what it has recorded: what had no 2xx goes again with the same ids, over a new connection where the old one broke, until it has one, for so many seconds after the end. Absent: nothing goes twice. */
  insistSeconds?: number
  /** Between two tries, in ms; absent: as soon as there may be an answer again. */
  againMs?: number
  /** Every body goes once, and the end is when the last is answered. */
  once?: boolean
  /** Requests are commands, each with an id of its own, also where the same body goes again. */
  commands?: boolean
}

/** Latencies in ms of what was answered with 2xx; `other` of everything else, a refusal for instance. */
export interface Driven {
  seconds: number
  statuses: Record<string, number>
  perSecond: number
  ok: Latencies
  other: Latencies
  /** Requests that had no answer at the end, or whose connection broke. */
  unanswered: number
  /** Bodies from the file that were sent, and the line numbers of those that were answered with 2xx, in `okLines`, with when that was (ms since 1970). */
  sent: number
  okLines: number[]
  okAt: number[]
  /** When the last 2xx came, in seconds from the beginning. */
  lastOkSeconds: number
  /** Of what was insisted on: bodies that went again, and those of them that had been kept although nobody was told. */
  again: number
  wereThere: number
  /** Of each second from the beginning: how many 2xx came. */
  bySecond: number[]
}
export interface Latencies { n: number; p50: number; p95: number; p99: number; max: number }

const latencies = (ms: number[]): Latencies => {
  ms.sort((a, b) => a - b)
  const at = (share: number) => ms[Math.min(ms.length - 1, Math.floor(ms.length * share))] ?? 0
  return { n: ms.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: ms.at(-1) ?? 0 }
}

interface Busy { line: number; from: number; again: boolean }
interface Line { socket: Socket; next: number; busy: Busy | undefined; owed: Busy | undefined; got: Buffer | undefined; cookie: string }

/** Between two tries; a phone waits seconds, but here it is measured how soon there is an answer again. */
const AGAIN_MS = 50
/** For answers that are under way at the end. */
const LAST_MS = 5000
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** A plain client on keep-alive connections: it must cost less than what it measures. */
export async function drive(options: Drive, begun: () => void): Promise<Driven> {
  const bodies = readFileSync(options.bodiesFile, 'utf8').trimEnd().split('\n')
  const [began, begunAt] = [performance.now(), Date.now()]
  const until = began + options.seconds * 1000
  const latest = until + (options.insistSeconds ?? 0) * 1000
  const [ok, other, okLines, okAt, bySecond]: [number[], number[], number[], number[], number[]] = [[], [], [], [], []]
  const statuses: Record<string, number> = {}
  let [sent, unanswered, again, wereThere] = [0, 0, 0, 0]
  const due: number[] = []
  const free: Line[] = []

  function send(line: Line, from: number): void {
    if (options.once && line.next >= bodies.length) return
    const n = line.next
    line.next += options.connections
    sent += 1
    write(line, { line: n, from, again: false })
  }
  function write(line: Line, busy: Busy): void {
    const body = bodies[busy.line % bodies.length] ?? ''
    line.busy = busy
    line.socket.write(`POST ${options.path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${line.cookie}\r\nx-wangge: 1\r\n${options.commands ? `idempotency-key: ${randomUUID()}\r\n` : ''}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  function answered(line: Line, status: number, text: () => string): void {
    const { busy } = line
    if (!busy) return
    const now = performance.now()
    line.busy = undefined
    statuses[status] = (statuses[status] ?? 0) + 1
    if (status >= 200 && status < 300) {
      ok.push(now - busy.from)
      okLines.push(busy.line)
      okAt.push(Date.now())
      if (busy.again && text().includes('"state":"already"')) wereThere += 1
      const second = Math.floor((now - began) / 1000)
      bySecond[second] = (bySecond[second] ?? 0) + 1
    } else {
      other.push(now - busy.from)
      if (options.insistSeconds !== undefined) return void insist(line, busy)
    }
    if (now >= until) return
    const waiting = due.shift()
    if (options.rate === undefined) send(line, now)
    else if (waiting !== undefined) send(line, waiting)
    else free.push(line)
  }
  async function insist(line: Line, busy: Busy): Promise<void> {
    line.owed = busy
    if (!busy.again) again += 1
    do await pause(options.againMs ?? AGAIN_MS)
    while (performance.now() < latest && line.socket.destroyed && !(await dial(options, line, answered, broken)))
    if (line.socket.destroyed || performance.now() > latest) return
    line.owed = undefined
    write(line, { ...busy, again: true })
  }
  function broken(line: Line): void {
    const { busy } = line
    line.busy = line.got = undefined
    if (busy && options.insistSeconds !== undefined) void insist(line, busy)
    else if (busy) unanswered += 1
  }
  const lines = await Promise.all(Array.from({ length: options.connections }, async (_, i) => {
    const line: Line = { socket: new Socket(), next: i, busy: undefined, owed: undefined, got: undefined, cookie: options.cookies[i % options.cookies.length] ?? '' }
    if (!(await dial(options, line, answered, broken))) throw new Error(`nobody answers at port ${options.port}`)
    return line
  }))
  begun()
  if (options.rate === undefined) for (const line of lines) send(line, performance.now())
  else {
    free.push(...lines)
    await openLoop(options.rate, until, (at) => {
      const line = free.pop()
      if (line) send(line, at)
      else due.push(at)
    })
  }
  while ((performance.now() < until && (!options.once || lines.some((line) => line.busy))) || (lines.some((line) => line.busy ?? line.owed) && performance.now() < latest + LAST_MS)) await pause(50)
  const seconds = (performance.now() - began) / 1000
  unanswered += lines.filter((line) => line.busy ?? line.owed).length + due.length
  for (const { socket } of lines) socket.destroy()
  return { seconds, statuses, perSecond: ok.length / Math.min(seconds, options.seconds), ok: latencies(ok), other: latencies(other), unanswered, sent, okLines, okAt, lastOkSeconds: ((okAt.at(-1) ?? 0) - begunAt) / 1000, again, wereThere, bySecond }
}

/** A request counts from when it was due, not from when a connection was free for it. */
async function openLoop(rate: number, until: number, ask: (at: number) => void): Promise<void> {
  const from = performance.now()
  for (let asked = 0; performance.now() < until;) {
    const due = ((performance.now() - from) / 1000) * rate
    for (; asked < due; asked++) ask(from + (asked / rate) * 1000)
    await pause(2)
  }
}

/** A new connection for this line; false where nobody takes it. */
function dial(options: Drive, line: Line, answered: (line: Line, status: number, text: () => string) => void, broken: (line: Line) => void): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port: options.port, host: '127.0.0.1', noDelay: true })
    line.socket = socket
    socket.once('connect', () => done(true))
    socket.on('error', () => done(false))
    socket.on('close', () => broken(line))
    socket.on('data', (piece) => {
      let got = line.got ? Buffer.concat([line.got, piece]) : piece
      for (;;) {
        const head = got.indexOf('\r\n\r\n')
        if (head < 0) break
        const text = got.toString('latin1', 0, head)
        const end = head + 4 + Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
        if (got.length < end) break
        const answer = got
        got = got.subarray(end)
        answered(line, Number(text.slice(9, 12)), () => answer.toString('latin1', head + 4, end))
      }
      line.got = got.length > 0 ? got : undefined
    })
  })
}
