import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { wholeTerritory, type Sql } from '../kernel/ctx.ts'
import type { DemoCommunity } from '../demo/places.ts'
import { transact } from '../server/db.ts'
import { openHouse, type House } from '../server/main.ts'
import { SESSION_COOKIE } from '../server/session.ts'
import { temporaryPostgres, type TemporaryPostgres } from '../testing/postgres.ts'

export type Engine = 'embedded' | 'postgres'

/** A house of its own on one engine, listening, with one community and its worker signed in. */
export interface BenchHouse {
  house: House
  engine: Engine
  url: string
  cookie: string
  communityId: string
  /** A second connection as the owner, for the plain COPY that is measured against; PostgreSQL only. */
  owner(): Promise<pg.Client>
  close(): Promise<void>
}

export async function openBenchHouse(engine: Engine, community: Pick<DemoCommunity, 'name' | 'places'>): Promise<BenchHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wangge-bench-'))
  // The server's own defaults, but for memory that a real one would have; nothing about durability is switched off.
  const server: TemporaryPostgres | undefined = engine === 'postgres' ? await temporaryPostgres({ shared_buffers: '256MB', max_wal_size: '4GB' }) : undefined
  if (engine === 'embedded') firstStart(join(dataDir, 'database'))
  const house = await openHouse({
    host: '127.0.0.1', port: 0, publicUrl: 'http://localhost', dataDir, databaseUrl: server?.url, masterKey: randomBytes(32), crypto: 'aes',
    idleMinutes: 600, phoneIdleMinutes: 600, demo: false, logLevel: 'error', webDir: join(dataDir, 'none'), secureCookies: false,
  })
  const { communityId, cookie } = await settle(house, community)
  await house.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = house.app.server.address() as AddressInfo
  return {
    house, engine, cookie, communityId, url: `http://127.0.0.1:${port}`,
    async owner() {
      const client = new pg.Client({ connectionString: server?.url })
      await client.connect()
      return client
    },
    async close() {
      await house.close()
      await server?.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The engine's very first start needs 500 MB more than any later one; it happens elsewhere, so that the import is measured. */
function firstStart(folder: string): void {
  const code = `import { PGlite } from '@electric-sql/pglite'; await (await PGlite.create({ dataDir: ${JSON.stringify(folder)} })).close()`
  const made = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`the embedded engine did not start: ${made.stderr}`)
}

async function settle(house: House, community: Pick<DemoCommunity, 'name' | 'places'>): Promise<{ communityId: string; cookie: string }> {
  return transact(house.db, wholeTerritory, async ({ sql: q }) => {
    const top = await plant(q, undefined, 'subdistrict', '新平街道')
    const root = await plant(q, top, 'community', community.name)
    for (const place of community.places) {
      const settlement = await plant(q, root, place.level, place.name)
      for (const grid of place.grids) await plant(q, settlement, 'grid', grid)
    }
    const accountId = uuidv7()
    const token = randomBytes(24).toString('base64url')
    const now = new Date().toISOString()
    await q.run(sql`
      insert into account (id, login, name, password_hash, must_change_password, role, area_id, area_path, created_at)
      values (${accountId}, 'bench', '测量', 'none', false, 'communityWorker', ${root.id}, ${root.path}, ${now})`)
    await q.run(sql`
      insert into session (id, token_index, account_id, created_at, seen_at)
      values (${uuidv7()}, ${house.frame.vault.index('token', token)}, ${accountId}, ${now}, '2999-01-01')`)
    return { communityId: root.id, cookie: `${SESSION_COOKIE}=${token}` }
  })
}

async function plant(q: Sql, parent: { id: string; path: string } | undefined, level: string, name: string): Promise<{ id: string; path: string }> {
  const { no } = await q.get<{ no: number }>(sql`select nextval(pg_get_serial_sequence('area', 'no')) as no`)
  const place = { id: uuidv7(), path: `${parent?.path ?? '/'}${no}/` }
  await q.run(sql`
    insert into area (id, no, parent_id, area_path, level, name, full_name, opened_on) overriding system value
    values (${place.id}, ${no}, ${parent?.id ?? null}, ${place.path}, ${level}, ${name}, ${name}, '2020-01-01')`)
  return place
}

/** A call over HTTP as the worker's browser makes it. */
export async function call<T>(at: BenchHouse, method: 'GET' | 'POST', path: string, body?: unknown, upload?: { filename: string; body: BodyInit }): Promise<T> {
  const response = await fetch(`${at.url}/api${path}`, {
    method,
    headers: {
      cookie: at.cookie,
      ...(method === 'POST' ? { 'idempotency-key': uuidv7(), 'x-wangge': '1' } : {}),
      ...(upload ? { 'content-type': 'application/octet-stream', 'x-filename': encodeURIComponent(upload.filename) } : body ? { 'content-type': 'application/json' } : {}),
    },
    ...(upload ? { body: upload.body, duplex: 'half' } : body ? { body: JSON.stringify(body) } : {}),
  } as RequestInit)
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return await response.json() as T
}
