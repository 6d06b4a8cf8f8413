import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tables } from '../kernel/tables.ts'
import type { Database } from './db.ts'
import type pg from 'pg'

/** Beside the sources, or two folders above the bundle when started from elsewhere. */
export const migrationsDir = (): string => (existsSync('migrations') ? 'migrations' : join(import.meta.dirname, '../../migrations'))

/** Two programs starting on one PostgreSQL take turns; the embedded engine is alone by its folder. */
const LOCK = 7001
/** Where it is kept, among the migrations, for which state of the tables the policies were stamped. */
const STAMP = 'policies'

/** Applies what is missing, in order, each file in its own transaction; then stamps the territory policy on every table. */
export async function migrate(db: Database, dir: string, tables: Tables): Promise<string[]> {
  const client = await db.pool.connect()
  try {
    if (db.engine === 'postgres') await client.query('select pg_advisory_lock($1)', [LOCK])
    return await bringUpToDate(client, dir, tables)
  } finally {
    if (db.engine === 'postgres') await client.query('select pg_advisory_unlock($1)', [LOCK])
    client.release()
  }
}

async function bringUpToDate(client: pg.ClientBase, dir: string, tables: Tables): Promise<string[]> {
  await client.query(
    'create table if not exists schema_migration (name text primary key, hash text not null, at timestamptz not null default now())')
  await ensureRole(client)
  const done = await client.query<{ name: string; hash: string }>('select name, hash from schema_migration')
  const applied = new Map(done.rows.map((row) => [row.name, row.hash]))
  const fresh: string[] = []
  const hashes: string[] = []
  for (const name of readdirSync(dir).filter((file) => file.endsWith('.sql')).sort()) {
    const text = readFileSync(join(dir, name), 'utf8')
    const hash = hashOf(text)
    hashes.push(hash)
    const before = applied.get(name)
    if (before === hash) continue
    if (before !== undefined) throw new Error(`Migration ${name} was changed after it had been applied; add a new file instead.`)
    await applyOne(client, name, hash, text)
    fresh.push(name)
  }
  // Known by what they were stamped for, not by what this start applied: the one before may have been killed in between.
  const stamp = hashOf(JSON.stringify([hashes, Object.entries(tables).map(([table, { scope }]) => [table, scope])]))
  if (applied.get(STAMP) !== stamp) await stampAtOnce(client, tables, stamp)
  return fresh
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** All or none: between two statements a table would be empty for everybody. */
async function stampAtOnce(client: pg.ClientBase, tables: Tables, stamp: string): Promise<void> {
  await client.query('begin')
  try {
    await stampPolicies(client, tables)
    await client.query('insert into schema_migration (name, hash) values ($1, $2) on conflict (name) do update set hash = excluded.hash, at = now()', [STAMP, stamp])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function applyOne(client: pg.ClientBase, name: string, hash: string, text: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into schema_migration (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}

/** Requests run as this role; it owns nothing, so row-level security binds it. */
async function ensureRole(client: pg.ClientBase): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = 'wangge_app') then create role wangge_app nologin; end if;
    execute format('grant wangge_app to %I', current_user);
    execute format('grant usage on schema public to wangge_app');
  exception when insufficient_privilege or duplicate_object then null; end $$`)
}

async function stampPolicies(client: pg.ClientBase, tables: Tables): Promise<void> {
  await client.query('grant select, insert, update, delete on all tables in schema public to wangge_app')
  await client.query('grant usage on all sequences in schema public to wangge_app')
  await client.query('revoke all on schema_migration from wangge_app')
  for (const [table, spec] of Object.entries(tables)) {
    if (spec.scope !== 'area') continue
    await client.query(`alter table ${table} enable row level security`)
    await client.query(`drop policy if exists territory on ${table}`)
    await client.query(`create policy territory on ${table} using (
      area_path >= current_setting('wangge.scope_lo') and area_path < current_setting('wangge.scope_hi'))`)
    // A district has hundreds of grids. Where the planner does not know each by name it takes a grid for a single row, and
    // joins by walking the whole grid for each row instead of going by the key.
    await client.query(`alter table ${table} alter column area_path set statistics 1000`)
  }
}
