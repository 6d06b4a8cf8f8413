import { mkdirSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { lockFolder } from './folder-lock.ts'
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
  /** What PostgreSQL does by itself and this engine never: room of what is gone is given back, and what plans go by is counted again. Table by table: others have their turn in between. */
  tidy(): Promise<void>
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
    tidy: () => tidyTables(pool),
    copy: (name) => copyFolder(pool, folder, join(dataDir, 'copies'), name),
    async close() {
      await lite.close()
      unlock()
    },
  }
}

async function tidyTables(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ table: string; register: boolean }>(`select oid::regclass::text as table, relname in ('person', 'household') as register from pg_class
    where relkind = 'r' and relnamespace in (select oid from pg_namespace where nspname in ('public', 'passage_part'))`)
  for (const { table, register } of rows) await pool.query(register ? `vacuum ${table}` : `vacuum (analyze) ${table}`)
  // Of the register alone the whole sample takes seconds (migration 0011).
  await pool.query('select refresh_statistics()')
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
