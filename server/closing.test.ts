import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from 'vite'

const out = mkdtempSync(join(tmpdir(), 'wangge-closing-'))
// Below node_modules, where the bundle finds its libraries; a folder of its own, since several runs may share one installation.
const built = join('node_modules', `.wangge-closing-${process.pid}`)
const program = join(built, 'cli.js')

// The program as it is shipped: one bundle in a process of its own, with nothing in its database.
beforeAll(async () => { await build({ configFile: 'vite.server.config.ts', logLevel: 'error', build: { outDir: built } }) }, 60_000)
const started: ChildProcess[] = []
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(built, { recursive: true, force: true })
})

function start(data: string, port: number) {
  const child = spawn(process.execPath, [program, 'start'], { env: { ...process.env, NODE_ENV: 'production', WANGGE_DATA: join(out, data), WANGGE_DEMO: '0', PORT: String(port) } })
  started.push(child)
  let said = ''
  child.stdout.on('data', (text: Buffer) => { said += text.toString() })
  child.stderr.on('data', (text: Buffer) => { said += text.toString() })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const ready = new Promise<void>((done) => child.stdout.on('data', () => { if (said.includes('ready')) done() }))
  return { child, ended, ready, said: () => said }
}

const freePort = () => new Promise<number>((done) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const address = probe.address()
    probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
  })
})

const accepts = (port: number) => new Promise<boolean>((done) => {
  const line = connect(port, '127.0.0.1', () => { line.destroy(); done(true) }).once('error', () => done(false))
})

test('a port that is taken at the first start is said in words, with what to do; its passwords are told all the same', async () => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  const { ended, said } = start('data', port)
  expect(await ended).toBe(1)
  other.close()
  expect(said()).toContain(`端口 ${port} 已被占用`)
  expect(said()).toContain(`PORT=${port + 1} npm start`)
  expect(said()).toContain('一次性密码')
  expect(existsSync(join(out, 'data', 'lock'))).toBe(false)
  expect(readFileSync(join(out, 'data', 'key'), 'utf8')).not.toBe('')
}, 60_000)

// On the community the first one has founded.
test('told to end, the program lets a request end, closes its database and leaves with 0 within ten seconds', async () => {
  const port = await freePort()
  const { child, ended, ready, said } = start('data', port)
  await Promise.race([ready, ended.then(() => { throw new Error(said()) })])
  const sent = request({ port, method: 'POST', path: '/api/accounts/sign-in', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), expect: '100-continue' } })
  const answered = new Promise<number>((done, fail) => { sent.once('response', (response) => { response.resume(); done(response.statusCode ?? 0) }).once('error', fail) })
  const body = JSON.stringify({ login: 'nobody-here', password: 'x' })
  await new Promise((done) => { sent.once('continue', done); sent.flushHeaders() })
  sent.write(body.slice(0, 10))
  const asked = Date.now()
  child.kill('SIGTERM')
  child.kill('SIGINT')
  while (await accepts(port));
  sent.end(body.slice(10))
  expect(await answered).toBe(409)
  expect(await ended).toBe(0)
  expect(Date.now() - asked).toBeLessThan(10_000)
  expect(existsSync(join(out, 'data', 'lock'))).toBe(false)
}, 60_000)
