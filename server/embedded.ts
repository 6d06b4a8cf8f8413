import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { Wire } from './wire.ts'

/**
 * The embedded engine (PGlite: PostgreSQL in WebAssembly, in this process) looks after itself:
 * it takes no lock of its own and never syncs to disk, so we lock the folder and copy it every hour.
 */
export interface Embedded {
  readonly pool: pg.Pool
  readonly lite: PGlite
  /** Copies the database folder as it is now; returns the copy's name. */
  copy(name: string): Promise<string>
  close(): Promise<void>
}

export const COPIES_KEPT = 24

/** An engine's one line, for whoever has their turn. */
export async function embeddedPool(lite: PGlite, types: pg.CustomTypesConfig): Promise<pg.Pool> {
  await lite.exec("set timezone to 'UTC'")
  return new pg.Pool({ stream: () => new Wire(lite), types, max: 1, idleTimeoutMillis: 0, user: 'postgres', database: 'postgres' })
}

export async function openEmbedded(dataDir: string, types: pg.CustomTypesConfig): Promise<Embedded> {
  mkdirSync(dataDir, { recursive: true })
  const unlock = lockFolder(dataDir)
  const folder = join(dataDir, 'database')
  const lite = await PGlite.create({ dataDir: folder })
  const pool = await embeddedPool(lite, types)
  return {
    pool,
    lite,
    copy: (name) => copyFolder(pool, folder, join(dataDir, 'copies'), name),
    async close() {
      await lite.close()
      unlock()
    },
  }
}

/** One process to a folder: two would silently lose each other's rows. */
export function lockFolder(dataDir: string): () => void {
  const file = join(dataDir, 'lock')
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, 'utf8').split(' ')[0])
    if (pid && pid !== process.pid && isAlive(pid)) {
      throw new Error(
        `数据目录 ${dataDir} 正被进程 ${pid} 使用。请先停止它,或换一个目录:WANGGE_DATA=其他目录\n` +
          `The data folder ${dataDir} is in use by process ${pid} (${readFileSync(file, 'utf8').trim()}). ` +
          'Stop that one first, or start this one with WANGGE_DATA=another/folder.')
    }
  }
  writeFileSync(file, `${process.pid} wangge, since ${new Date().toISOString()}\n`)
  return () => rmSync(file, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * While nobody else has the line, after a checkpoint, the folder's files are a whole database. The oldest copy makes room before, and what was copied
 * in part goes: a full disk must not stay full of it.
 */
async function copyFolder(pool: pg.Pool, folder: string, copies: string, name: string): Promise<string> {
  await mkdir(copies, { recursive: true })
  const [target, part] = [join(copies, name), join(copies, `${name}.part`)]
  const remove = (entry: string) => rm(join(copies, entry), { recursive: true, force: true })
  const all = (await readdir(copies)).sort()
  for (const broken of all.filter((entry) => entry.endsWith('.part'))) await remove(broken)
  const whole = all.filter((entry) => !entry.endsWith('.part') && entry !== name)
  for (const old of whole.slice(0, Math.max(0, whole.length - COPIES_KEPT + 1))) await remove(old)
  const line = await pool.connect()
  try {
    await line.query('checkpoint')
    await cp(folder, part, { recursive: true })
  } catch (error) {
    await remove(`${name}.part`)
    throw error
  } finally {
    line.release()
  }
  await remove(name)
  await rename(part, target)
  return target
}
