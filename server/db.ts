import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import pg from 'pg'
import { frameErrors, refuse } from '../kernel/errors.ts'
import type { Query, Scope, Sql } from '../kernel/ctx.ts'
import { toInstant } from '../kernel/dates.ts'
import { openEmbedded, type Embedded } from './embedded.ts'

/** One database, whichever engine; modules never see it, only the open transaction's `Sql`. */
export interface Database {
  readonly engine: 'embedded' | 'postgres'
  readonly pool: pg.Pool
  readonly embedded?: Embedded
  close(): Promise<void>
}

/** One set of value parsers for both engines, see kernel/ctx.ts `Sql`. */
const parsers: Record<number, (text: string) => unknown> = {
  20: Number,
  1700: Number,
  1082: (day) => day,
  1182: (days) => arrayOf(days),
  1184: instantOf,
  1185: (ats) => (ats === '{}' ? [] : ats.slice(2, -2).split('","').map(instantOf)),
  1114: (at) => new Date(`${at}Z`).toISOString(),
}
/** `2020-03-10 08:05:00.25+00`, as a session in UTC writes it; by hand, for through a date it cost a tenth of what a batch of passages takes. */
function instantOf(text: string): string {
  if (text.length < 22 || text[10] !== ' ' || !text.endsWith('+00')) return new Date(text).toISOString()
  const fraction = text.slice(19, -3)
  return `${text.slice(0, 10)}T${text.slice(11, 19)}${(fraction + '.000'.slice(fraction.length)).slice(0, 4)}Z`
}
const arrayOf = (text: string): string[] => (text === '{}' ? [] : text.slice(1, -1).split(','))

export const valueTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return parsers[oid] ?? pg.types.getTypeParser(oid, format ?? 'text')
  },
} as pg.CustomTypesConfig

export async function openDatabase(options: { url?: string | undefined; dataDir: string }): Promise<Database> {
  if (options.url) return fromPool(await openPostgres(options.url), 'postgres')
  const embedded = await openEmbedded(options.dataDir, valueTypes)
  return fromPool(embedded.pool, 'embedded', embedded)
}

export function fromPool(pool: pg.Pool, engine: Database['engine'], embedded?: Embedded): Database {
  // An idle connection that breaks must not take the process down; the next query opens another.
  pool.on('error', () => {})
  // Nor one that breaks in the middle of a transaction: its next statement fails, and that is told to whoever asked.
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    engine,
    pool,
    ...(embedded ? { embedded } : {}),
    async close() {
      await pool.end()
      await embedded?.close()
    },
  }
}

/** Compiling pays for statements of seconds; ours are short and many, and several go in one message (`Ask`). */
export const postgresPool = (url: string, max = 16): pg.Pool => new pg.Pool({ connectionString: url, types: valueTypes, max, pipeline: true, options: '-c timezone=UTC -c jit=off' })

async function openPostgres(url: string): Promise<pg.Pool> {
  const pool = postgresPool(url)
  const version = await pool.query<{ v: string }>('select current_setting(\'server_version_num\') as v')
  if (Number(version.rows[0]?.v) < 150000) throw new Error('PostgreSQL 15 or newer is needed.')
  return pool
}

const names = new Map<string, string>()
/** A statement is read once per connection, then known by name. */
function named(query: Query): Statement {
  let name = names.get(query.text)
  if (name === undefined) names.set(query.text, (name = createHash('sha256').update(query.text).digest('hex').slice(0, 40)))
  return { name, text: query.text, values: query.values as unknown[] }
}

/** `renewed`: planned for its values every time, though it has a name. */
type Statement = pg.QueryConfig & { renewed?: boolean }
/** Sends a statement; PostgreSQL is sent the next one without waiting for the answer of the one before, and answers in their order. */
type Ask = (statement: string | Statement) => Promise<pg.QueryResult>
function askOf(client: pg.ClientBase, engine: Database['engine']): Ask {
  if (engine === 'postgres') {
    const { stream } = (client as pg.ClientBase & { connection: { stream: Writable } }).connection
    return (statement) => {
      // What is asked in one turn of the loop leaves in one piece.
      stream.cork()
      process.nextTick(() => stream.uncork())
      return client.query(statement as pg.QueryConfig)
    }
  }
  let last: Promise<unknown> = Promise.resolve()
  const renew = renewerOf(client)
  return (statement) => {
    const answer = last.then(async () => {
      if (typeof statement !== 'string' && statement.name && statement.renewed) await renew(statement.name)
      return client.query(statement as pg.QueryConfig)
    })
    last = answer.catch(() => {})
    return answer
  }
}

/** PostgreSQL makes the plan of a named statement for the values it comes with so often; after that maybe one for all values, by which lists and reports take up to ten times as long. */
const PLANNED_FOR_VALUES = 5
const usesOf = new WeakMap<pg.ClientBase, Map<string, number>>()
/**
 * Has a statement read anew before that. Planning all statements for their values by the session's setting costs more: what they set off by
 * themselves, foreign keys above all, would be planned anew for every row (half of what a person of a roster took).
 */
function renewerOf(client: pg.ClientBase): (name: string) => Promise<void> {
  const { parsedStatements } = (client as pg.ClientBase & { connection: { parsedStatements: Record<string, string> } }).connection
  const uses = usesOf.get(client) ?? new Map<string, number>()
  usesOf.set(client, uses)
  return async (name) => {
    const used = uses.get(name) ?? 0
    if (used >= PLANNED_FOR_VALUES && parsedStatements[name] !== undefined) {
      await client.query(`deallocate "${name}"`)
      delete parsedStatements[name]
      uses.set(name, 1)
    } else uses.set(name, used + 1)
  }
}

const unnamed = ({ text, values }: Query): Statement => ({ text, values: values as unknown[] })
const renewed = (query: Query): Statement => ({ ...named(query), renewed: true })

const sqlOf = (ask: Ask, configOf: (query: Query) => Statement): Sql => {
  const rows = async <T>(query: Query): Promise<T[]> => (await ask(configOf(query))).rows as T[]
  return {
    rows,
    find: async <T>(query: Query) => (await rows<T>(query))[0],
    async get<T>(query: Query) {
      const [row] = await rows<T>(query)
      if (row === undefined) throw refuse(frameErrors.notFound)
      return row
    },
    run: async (query) => (await ask(configOf(query))).rowCount ?? 0,
  }
}

/** A transaction whose work may still narrow its own territory (the frame does, once it knows the caller). */
export interface Transaction {
  readonly sql: Sql
  /** The same for the frame's own few statements of every request: known by name, so that PostgreSQL keeps their plans. */
  readonly planned: Sql
  setScope(scope: Scope): void
  /** What is written last of all and whose answer nobody needs: it goes with the end of the transaction, which fails where it fails. A finished statement: what is made of it later could fail after the end. */
  lastly(query: Query): void
}

export interface TransactOptions {
  /** Which errors still commit. */
  keeps?: (error: unknown) => boolean
  /** The time triggers go by. */
  now?: string
  /** Hundreds of times a second, with few and simple statements: their plans are kept and made for any values. Making them anew cost more than half of it. */
  frequent?: boolean
}

const RETRIED = new Set(['40001', '40P01'])

/**
 * Runs work in one transaction as the unprivileged role `wangge_app`, seeing only `scope`.
 * Deadlocks and serialization failures are tried three times.
 */
export async function transact<T>(
  db: Database,
  scope: Scope,
  work: (tx: Transaction) => Promise<T>,
  options: TransactOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(db, scope, work, options)
    } catch (error) {
      if (attempt >= 3 || !RETRIED.has((error as { code?: string }).code ?? '')) throw error
    }
  }
}

/** Paths are digits and slashes, nowhere is a tilde; anything else must not come near a statement. */
function scopeText({ lo, hi }: Scope): string {
  if (!/^[\d/~]*$/.test(lo) || !/^[\d/~]*$/.test(hi)) throw new Error('a scope is a range of area paths')
  return `set local wangge.scope_lo = '${lo}'; set local wangge.scope_hi = '${hi}'`
}

async function once<T>(
  db: Database, scope: Scope, work: (tx: Transaction) => Promise<T>, { keeps = () => false, now, frequent = false }: TransactOptions,
): Promise<T> {
  // Its answers come within the same turn of the loop: without this, work of many transactions would let no request in for seconds.
  if (db.engine === 'embedded') await setImmediate()
  const client = await db.pool.connect()
  const ask = askOf(client, db.engine)
  let broken = false
  // Not waited for one by one: where one of them fails, all that comes after it fails as well, the end too.
  const unwaited: Promise<unknown>[] = []
  const goesWith = (statement: Promise<unknown>) => {
    statement.catch(() => {})
    unwaited.push(statement)
  }
  try {
    goesWith(ask(`begin; set local role wangge_app; ${scopeText(scope)}${now === undefined ? '' : `; set local wangge.now = '${toInstant(new Date(now))}'`}${frequent ? '; set local plan_cache_mode = force_generic_plan' : ''}`))
    const setScope = (next: Scope) => goesWith(ask(scopeText(next)))
    const end = async () => {
      const [{ command }] = await Promise.all([ask('commit'), ...unwaited])
      if (command !== 'COMMIT') throw new Error('a statement failed and its failure was passed over: nothing was kept')
    }
    try {
      const result = await work({ sql: sqlOf(ask, frequent ? named : db.engine === 'embedded' ? renewed : unnamed), planned: sqlOf(ask, named), setScope, lastly: (query) => goesWith(ask(named(query))) })
      await end()
      return result
    } catch (error) {
      await (keeps(error) ? end() : ask('rollback'))
      throw error
    }
  } catch (error) {
    broken = (error as { code?: string }).code === '57P01'
    throw error
  } finally {
    client.release(broken)
  }
}
