import type { Database } from './db.ts'

const PRESENT = 7003

export interface Presence {
  /** No other process works on this database: whatever stands there as running was left by one that is gone. */
  readonly alone: boolean
  leave(): Promise<void>
}

/** Says that this process is here, by a lock that ends with its connection, however the process ends. */
export async function enter(db: Database): Promise<Presence> {
  if (db.engine === 'embedded') return { alone: true, leave: async () => {} }
  const line = await db.pool.connect()
  // The server may cut an idle line; then the next start takes us for gone, which costs a job run twice at worst.
  line.on('error', () => {})
  const [row] = (await line.query<{ got: boolean }>(`select pg_try_advisory_lock(${PRESENT}) as got`)).rows
  const alone = row?.got ?? false
  if (alone) await line.query(`select pg_advisory_lock_shared(${PRESENT}), pg_advisory_unlock(${PRESENT})`)
  else await line.query(`select pg_advisory_lock_shared(${PRESENT})`)
  return { alone, leave: async () => { line.release(true) } }
}
