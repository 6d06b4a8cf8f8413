import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { wholeTerritory } from '../kernel/ctx.ts'
import { testApp } from '../testing/world.ts'
import { transact } from './db.ts'

test('a statement goes on working when the connection it was read on was closed for idleness', async () => {
  const { db } = await testApp()
  const { idleTimeoutMillis } = db.pool.options
  db.pool.options.idleTimeoutMillis = 50
  const ask = (n: number) => transact(db, wholeTerritory, ({ sql: q }) => q.get<{ n: number }>(sql`select ${n}::int + 1 as n`))
  // The one it was read on: others of the pool may lie idle for longer.
  const closed = new Promise<void>((done) => db.pool.once('release', (_, mine) => db.pool.on('remove', (gone) => { if (gone === mine) done() })))
  expect(await ask(41)).toEqual({ n: 42 })
  await closed
  db.pool.options.idleTimeoutMillis = idleTimeoutMillis
  expect(await ask(42)).toEqual({ n: 43 })
})

test('a statement first met in a transaction that had failed already works in the next one', async () => {
  const { db } = await testApp()
  const fresh = sql`select ${7}::int + 35 as n`
  await expect(transact(db, wholeTerritory, async ({ sql: q }) => {
    await q.run(sql`select 1 / ${0}::int`).catch(() => undefined)
    return q.get(fresh)
  })).rejects.toThrow()
  expect(await transact(db, wholeTerritory, ({ sql: q }) => q.get(fresh))).toEqual({ n: 42 })
})
