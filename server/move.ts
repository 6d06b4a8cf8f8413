import pg from 'pg'
import type { Config } from './config.ts'
import { fromPool, openDatabase, valueTypes, type Database } from './db.ts'
import { migrate, migrationsDir } from './migrate.ts'
import { allTables } from './modules.ts'

const BATCH = 1000

/** From the embedded database of this installation to the PostgreSQL database at `url`. */
export async function moveTo(config: Config, url: string, say: (line: string) => void): Promise<boolean> {
  const to = fromPool(new pg.Pool({ connectionString: url, types: valueTypes, options: '-c timezone=UTC' }), 'postgres')
  try {
    await to.pool.query('select 1').catch((error: Error) => {
      throw new Error(`连不上目标数据库:${error.message}\nThe target database does not answer: ${error.message}. Is it running, and are user, password and name right?`)
    })
    const from = await openDatabase({ dataDir: config.dataDir })
    try {
      await migrate(from, migrationsDir(), allTables)
      return await moveAll(from, to, say)
    } finally {
      await from.close()
    }
  } finally {
    await to.close()
  }
}

/**
 * Carries everything over and proves it: per table the number of rows and a checksum over all of them, computed by both engines.
 * Triggers rest meanwhile, so that counters are copied, not recounted. The owner of the target suffices; no superuser is needed.
 */
export async function moveAll(from: Database, to: Database, say: (line: string) => void): Promise<boolean> {
  await migrate(to, migrationsDir(), allTables)
  const tables = Object.keys(allTables)
  const filled = await firstFilled(to, tables.filter((table) => !MADE_BY_MIGRATIONS.includes(table)))
  if (filled) {
    throw new Error(`目标数据库的 ${filled} 表里已有数据,请给一个空数据库。\nThe target already has rows in ${filled}; give an empty database.`)
  }
  await copyAll(from, to, tables, say)
  return compareAll(from, to, tables, say)
}

/** Tables in which a new database already has rows; they are replaced by ours. */
const MADE_BY_MIGRATIONS = ['setting', 'care_standard']

async function firstFilled(db: Database, tables: string[]): Promise<string | undefined> {
  for (const table of tables) {
    const found = await db.pool.query(`select 1 from ${table} limit 1`)
    if (found.rowCount) return table
  }
  return undefined
}

async function copyAll(from: Database, to: Database, tables: string[], say: (line: string) => void): Promise<void> {
  const client = await to.pool.connect()
  try {
    await client.query('begin')
    const keys = await foreignKeys(client)
    for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
    // Looked at when all rows are there, so that no order of tables is needed.
    for (const { table, name } of keys) await client.query(`alter table ${table} alter constraint ${name} deferrable initially deferred`)
    for (const table of MADE_BY_MIGRATIONS) await client.query(`delete from ${table}`)
    for (const table of tables) {
      const moved = await copyTable(from, client, table)
      if (moved > 0) say(`  ${table.padEnd(20)} ${moved}`)
    }
    await goOnCounting(client)
    await client.query('set constraints all immediate')
    for (const { table, name } of keys) await client.query(`alter table ${table} alter constraint ${name} not deferrable`)
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
    await client.query('commit')
    await client.query('analyze')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Numbers the database itself gives out (of areas, of passes) go on after the highest that was carried over. */
async function goOnCounting(client: pg.PoolClient): Promise<void> {
  const counted = await client.query<{ table: string; column: string }>(
    "select quote_ident(table_name) as table, column_name as column from information_schema.columns where table_schema = 'public' and is_identity = 'YES'")
  for (const { table, column } of counted.rows) {
    await client.query(`select setval(pg_get_serial_sequence($1, $2), coalesce(max("${column}"), 1), max("${column}") is not null) from ${table}`, [table, column])
  }
}

const foreignKeys = async (client: pg.PoolClient): Promise<{ table: string; name: string }[]> =>
  (await client.query<{ table: string; name: string }>(
    "select conrelid::regclass::text as table, quote_ident(conname) as name from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0")).rows

/** Rows travel as JSON made and read by the databases themselves, so no type is ours to get wrong. */
async function copyTable(from: Database, client: pg.PoolClient, table: string): Promise<number> {
  const columns = await from.pool.query<{ column_name: string }>(
    "select column_name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position", [table])
  const names = columns.rows.map((row) => row.column_name).join(', ')
  // The place of a row is told within its own partition only.
  const parts = await from.pool.query<{ part: string }>(
    "select x.relid::regclass::text as part from pg_class c, pg_partition_tree(c.oid) x where c.oid = to_regclass($1) and c.relkind = 'p' and x.isleaf", [table])
  let moved = 0
  for (const part of parts.rows.length > 0 ? parts.rows.map((row) => row.part) : [table]) moved += await copyRows(from, client, part, table, names)
  return moved
}

async function copyRows(from: Database, client: pg.PoolClient, part: string, table: string, names: string): Promise<number> {
  let moved = 0
  let last = '(0,0)'
  for (;;) {
    const page = await from.pool.query<{ at: string; row: string }>(
      `select ctid::text as at, row_to_json(t)::text as row from ${part} t where ctid > $1::tid order by ctid limit ${BATCH}`, [last])
    if (page.rows.length === 0) return moved
    await client.query(
      `insert into ${table} (${names}) overriding system value select ${names} from json_populate_recordset(null::${table}, $1::json)`,
      [`[${page.rows.map((row) => row.row).join(',')}]`])
    moved += page.rows.length
    last = page.rows.at(-1)?.at ?? last
  }
}

async function compareAll(from: Database, to: Database, tables: string[], say: (line: string) => void): Promise<boolean> {
  let same = true
  for (const table of tables) {
    const [a, b] = await Promise.all([fingerprint(from, table), fingerprint(to, table)])
    if (a.n === b.n && a.sum === b.sum) continue
    same = false
    say(`  DIFFERENT ${table}: ${a.n} rows here, ${b.n} there`)
  }
  say(same ? `全部 ${tables.length} 张表逐行一致。以后用 DATABASE_URL=… npm start 启动;请保管好 data/key 和 data/files。\n` +
    `All ${tables.length} tables agree, row for row. Start with DATABASE_URL=… npm start from now on; keep data/key, it opens the sealed numbers, and data/files.`
    : '有数据没有搬全,不要使用目标数据库。\nNot everything arrived: the target must not be used.')
  return same
}

/** Number of rows and the sum of a hash of every row's text: the same on both engines, whatever the order. */
async function fingerprint(db: Database, table: string): Promise<{ n: number; sum: string }> {
  const result = await db.pool.query<{ n: number; sum: string }>(
    `select count(*) as n, coalesce(sum(('x' || substr(md5(t::text), 1, 15))::bit(60)::bigint), 0)::text as sum from ${table} t`)
  return result.rows[0] ?? { n: 0, sum: '0' }
}
