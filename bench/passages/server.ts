import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBinaries, freePort } from '../../testing/postgres.ts'

const DROP_CACHES = '/proc/sys/vm/drop_caches'

export interface Server {
  url: string
  folder: string
  /** Ends and starts it again; other settings from then on. */
  restart(settings?: Record<string, string>): Promise<void>
  stop(): Promise<void>
}

/** Free for others on the disk the server stands on, in bytes. */
export const freeBytes = (): number => { const { bavail, bsize } = statfsSync(tmpdir()); return bavail * bsize }

/** A PostgreSQL of this bench on loopback that can be ended and started again; gone when stopped, also when somebody breaks it off. */
export async function openServer(settings: Record<string, string>): Promise<Server> {
  const bin = findBinaries()
  if (!bin) throw new Error('No PostgreSQL binaries found: install postgresql (15 or newer).')
  const dir = mkdtempSync(join(tmpdir(), 'wangge-passages-'))
  const asUser = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  if ('uid' in asUser) chownSync(dir, 65534, 65534)
  const [data, port] = [join(dir, 'data'), await freePort()]
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'wangge', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], { ...asUser, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  let server: ChildProcess | undefined
  const end = () => new Promise<void>((done) => {
    if (!server || server.exitCode !== null) return done()
    server.once('exit', () => done())
    server.kill('SIGINT')
  })
  let now = settings
  const start = async (those: Record<string, string>) => {
    now = those
    const options = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: dir, ...those }
    server = spawn(join(bin, 'postgres'), ['-D', data, ...Object.entries(options).flatMap(([k, v]) => ['-c', `${k}=${v}`])], { ...asUser, stdio: 'ignore' })
    for (let tries = 0; spawnSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)]).status !== 0; tries++) {
      if (tries > 600) throw new Error('PostgreSQL did not come up within a minute')
      await new Promise((done) => setTimeout(done, 100))
    }
  }
  const abandon = () => { server?.kill('SIGQUIT'); rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) }
  process.once('exit', abandon)
  await start(settings)
  return {
    url: `postgres://wangge@127.0.0.1:${port}/postgres`, folder: dir,
    restart: async (those = now) => { await end(); await start(those) },
    stop: async () => { process.off('exit', abandon); await end(); rmSync(dir, { recursive: true, force: true }) },
  }
}

/** Lets go of what the system keeps of files in memory, where this process may; whether it could. */
export function dropCaches(): boolean {
  if (!existsSync(DROP_CACHES)) return false
  try {
    spawnSync('sync')
    writeFileSync(DROP_CACHES, '3')
    return true
  } catch { return false }
}
