import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'

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
  /** Bodies from the file that were sent, and the line numbers of those that were answered with 2xx, in `okLines`. */
  sent: number
  okLines: number[]
  /** Of each second from the beginning: how many 2xx came. */
  bySecond: number[]
}
export interface Latencies { n: number; p50: number; p95: number; p99: number; max: number }

const latencies = (ms: number[]): Latencies => {
  ms.sort((a, b) => a - b)
  const at = (share: number) => ms[Math.min(ms.length - 1, Math.floor(ms.length * share))] ?? 0
  return { n: ms.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: ms.at(-1) ?? 0 }
}

interface Line { socket: Socket; next: number; busy: { line: number; from: number } | undefined; got: Buffer | undefined; cookie: string }

/** A plain client on keep-alive connections: it must cost less than what it measures. */
export async function drive(options: Drive): Promise<Driven> {
  const bodies = readFileSync(options.bodiesFile, 'utf8').trimEnd().split('\n')
  const began = performance.now()
  const until = began + options.seconds * 1000
  const [ok, other, okLines, bySecond]: [number[], number[], number[], number[]] = [[], [], [], []]
  const statuses: Record<string, number> = {}
  let sent = 0
  let unanswered = 0
  const due: number[] = []
  const free: Line[] = []

  function send(line: Line, from: number): void {
    const n = line.next
    line.next += options.connections
    sent += 1
    const body = bodies[n % bodies.length] ?? ''
    line.busy = { line: n, from }
    line.socket.write(`POST ${options.path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${line.cookie}\r\nx-wangge: 1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  function answered(line: Line, status: number): void {
    const { busy } = line
    if (!busy) return
    const now = performance.now()
    line.busy = undefined
    statuses[status] = (statuses[status] ?? 0) + 1
    if (status >= 200 && status < 300) {
      ok.push(now - busy.from)
      okLines.push(busy.line)
      const second = Math.floor((now - began) / 1000)
      bySecond[second] = (bySecond[second] ?? 0) + 1
    } else other.push(now - busy.from)
    if (now >= until) return
    const waiting = due.shift()
    if (options.rate === undefined) send(line, now)
    else if (waiting !== undefined) send(line, waiting)
    else free.push(line)
  }
  const lines = await Promise.all(Array.from({ length: options.connections }, (_, i) => open(options, i, answered, () => { unanswered += 1 })))
  if (options.rate === undefined) for (const line of lines) send(line, performance.now())
  else {
    free.push(...lines)
    await openLoop(options.rate, until, (at) => {
      const line = free.pop()
      if (line) send(line, at)
      else due.push(at)
    })
  }
  while (performance.now() < until || (lines.some((line) => line.busy) && performance.now() < until + 5000)) await new Promise((done) => setTimeout(done, 50))
  const seconds = (performance.now() - began) / 1000
  unanswered += lines.filter((line) => line.busy).length + due.length
  for (const { socket } of lines) socket.destroy()
  return { seconds, statuses, perSecond: ok.length / Math.min(seconds, options.seconds), ok: latencies(ok), other: latencies(other), unanswered, sent, okLines, bySecond }
}

/** A request counts from when it was due, not from when a connection was free for it. */
async function openLoop(rate: number, until: number, ask: (at: number) => void): Promise<void> {
  const from = performance.now()
  for (let asked = 0; performance.now() < until;) {
    const due = ((performance.now() - from) / 1000) * rate
    for (; asked < due; asked++) ask(from + (asked / rate) * 1000)
    await new Promise((done) => setTimeout(done, 2))
  }
}

function open(options: Drive, i: number, answered: (line: Line, status: number) => void, broken: () => void): Promise<Line> {
  return new Promise((done, fail) => {
    const socket = connect({ port: options.port, host: '127.0.0.1', noDelay: true })
    const line: Line = { socket, next: i, busy: undefined, got: undefined, cookie: options.cookies[i % options.cookies.length] ?? '' }
    socket.once('connect', () => done(line))
    socket.on('error', (error) => { fail(error) })
    socket.on('close', () => { if (line.busy) { line.busy = undefined; broken() } })
    socket.on('data', (piece) => {
      let got = line.got ? Buffer.concat([line.got, piece]) : piece
      for (;;) {
        const head = got.indexOf('\r\n\r\n')
        if (head < 0) break
        const text = got.toString('latin1', 0, head)
        const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
        if (got.length < head + 4 + length) break
        got = got.subarray(head + 4 + length)
        answered(line, Number(text.slice(9, 12)))
      }
      line.got = got.length > 0 ? got : undefined
    })
  })
}
