import type pg from 'pg'
import sql from 'sql-template-tag'
import { expect, inject, test } from 'vitest'
import * as z from 'zod'
import { wholeTerritory, type Ctx } from '../kernel/ctx.ts'
import { command } from '../kernel/endpoint.ts'
import { testApp } from '../testing/world.ts'
import { transact, type Database } from './db.ts'
import { answer } from './request.ts'

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

test.skipIf(inject('postgresUrl') === '')('a database that dies between two statements costs that transaction, not the program', async () => {
  const { db } = await testApp()
  const mine = new Promise<pg.PoolClient>((done) => db.pool.once('acquire', done))
  await expect(transact(db, wholeTerritory, async ({ sql: q }) => {
    const { pid } = await q.get<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    const line = await mine
    const cut = new Promise((done) => line.once('end', done))
    await db.pool.query('select pg_terminate_backend($1)', [pid])
    await cut
    return q.get(sql`select 1 as n`)
  })).rejects.toThrow()
  expect(await transact(db, wholeTerritory, ({ sql: q }) => q.get(sql`select 42 as n`))).toEqual({ n: 42 })
})

test('what is asked last fails the whole where it fails, and nothing is kept', async () => {
  const { db } = await testApp()
  const kept = () => transact(db, wholeTerritory, ({ sql: q }) => q.rows(sql`select 1 from setting where key = 'test.lastly'`))
  const keep = sql`insert into setting (key, value, changed_at) values ('test.lastly', '1', now())`
  await expect(transact(db, wholeTerritory, async ({ sql: q, lastly }) => {
    await q.run(keep)
    lastly(sql`select 1 / ${0}::int`)
  })).rejects.toThrow('division by zero')
  expect(await kept()).toEqual([])
})

test('an effect whose line in the trail cannot be made is not kept', async () => {
  const { db, frame } = await testApp()
  const endpoint = command({ path: '/test', access: 'public', summary: 'test', input: z.object({}), output: z.object({}), audit: { act: 'change', subjects: () => { throw new Error('no line') } } })
  const handler = async (ctx: Ctx) => { await ctx.sql.run(sql`insert into setting (key, value, changed_at) values ('test.line', '1', now())`) }
  const call = { input: {}, commandId: undefined, cookie: undefined, link: undefined, from: { ip: '', device: '' } }
  await expect(answer(db, frame, { name: 'test.test', module: 'test', endpoint, handler } as never, call)).rejects.toThrow('no line')
  expect(await transact(db, wholeTerritory, ({ sql: q }) => q.rows(sql`select 1 from setting where key = 'test.line'`))).toEqual([])
})

test('a failure somebody passed over is not told as a success: the database has kept nothing', async () => {
  const { db } = await testApp()
  await expect(transact(db, wholeTerritory, async ({ sql: q }) => {
    await q.run(sql`select 1 / ${0}::int`).catch(() => undefined)
    return 'kept'
  })).rejects.toThrow('nothing was kept')
})

test('several questions in one message are answered in their order, beside one that fails', async () => {
  const { db } = await testApp()
  expect(await transact(db, wholeTerritory, ({ sql: q }) => Promise.all([1, 2, 3].map((n) => q.get(sql`select ${n}::int as n`))))).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
  await expect(transact(db, wholeTerritory, ({ sql: q }) => Promise.all([q.run(sql`select 1 / ${0}::int`), q.get(sql`select 1 as n`)]))).rejects.toThrow('division by zero')
  expect(await transact(db, wholeTerritory, ({ sql: q }) => q.get(sql`select 4 as n`))).toEqual({ n: 4 })
})

test('an instant comes as it was, to the millisecond, from both engines and from lists of them', async () => {
  const { db } = await testApp()
  const instants = ['2020-02-29T16:00:00.000Z', '2020-02-29T15:59:59.999Z', '1949-10-01T07:00:00.120Z', '2020-01-01T00:00:00.003Z']
  for (const at of instants) expect(await transact(db, wholeTerritory, ({ sql: q }) => q.get(sql`select ${at}::timestamptz as at, ${at}::timestamptz + interval '7 microseconds' as finer, array[${at}, ${at}]::timestamptz[] as list, array[]::timestamptz[] as none`)))
    .toEqual({ at, finer: at, list: [at, at], none: [] })
  expect(await transact(db, wholeTerritory, ({ sql: q }) => q.get(sql`select '10020-01-01 00:00:00+00'::timestamptz as at`))).toEqual({ at: '+010020-01-01T00:00:00.000Z' })
})

/** How often PostgreSQL made the plan of this statement for its values and took one made for any, since it last read it. */
const plansOf = async (db: Database, text: string) => (await db.pool.query<{ custom: number; generic: number }>('select custom_plans::int as custom, generic_plans::int as generic from pg_prepared_statements where statement = $1', [text])).rows

test.skipIf(inject('postgresUrl') !== '')('on the embedded engine a statement is planned for its values however often it is asked, but for those of every request', async () => {
  const { db } = await testApp()
  const ask = (which: 'sql' | 'planned', n: number) => transact(db, wholeTerritory, (tx) => tx[which].get<{ n: number }>(which === 'sql' ? sql`select count(*)::int as n from setting where key > ${`${n}`}` : sql`select count(*)::int as n from setting where key < ${`${n}`}`))
  for (let n = 0; n < 23; n++) for (const which of ['sql', 'planned'] as const) await ask(which, n)
  expect(await plansOf(db, 'select count(*)::int as n from setting where key > $1')).toEqual([{ custom: 3, generic: 0 }])
  expect(await plansOf(db, 'select count(*)::int as n from setting where key < $1')).toMatchObject([{ generic: expect.toSatisfy((n: number) => n > 0) }])
})

test('work of many transactions lets others in between two of them', async () => {
  const { db } = await testApp()
  const step = () => transact(db, wholeTerritory, ({ sql: q }) => q.get(sql`select 1 as n`))
  let turns = 0
  const beat = setInterval(() => { turns++ }, 1)
  for (let i = 0; i < 100; i++) await step()
  clearInterval(beat)
  expect(turns).toBeGreaterThan(3)
})
