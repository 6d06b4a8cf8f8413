import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueTypes } from './db.ts'
import { COPIES_KEPT, openEmbedded, type Embedded } from './embedded.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'wangge-embedded-'))
let engine: Embedded
// One for all: making one takes longer than what is asked of it.
beforeAll(async () => { engine = await openEmbedded(dataDir, valueTypes) })
afterAll(async () => {
  await engine.pool.end()
  await engine.close()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a copy made while others write is a whole database: what belongs together is there or is not', async () => {
  const { pool, copy } = engine
  await pool.query('create table one (n int); create table other (n int)')
  let [going, written] = [true, 0]
  const writing = (async () => {
    for (; going; written++) {
      await setImmediate()
      const line = await pool.connect()
      await line.query('begin')
      for (const table of ['one', 'other']) await line.query(`insert into ${table} select generate_series(1, 500)`)
      await line.query('commit')
      line.release()
    }
  })()
  await copy('first')
  const before = written
  await copy('second')
  going = false
  await writing
  expect(written, 'went on in between').toBeGreaterThan(before)
  for (const name of ['first', 'second']) {
    const copied = await PGlite.create({ dataDir: join(dataDir, 'copies', name) })
    const { rows: [counts] } = await copied.query<{ one: number; other: number }>('select (select count(*)::int from one), (select count(*)::int from other) as other', [])
    await copied.close()
    expect(Object.values(counts ?? {}), name).toEqual([expect.any(Number), Object.values(counts ?? {})[0]])
  }
})

test('the oldest copy makes room for the next, and one that could not be finished takes none', async () => {
  const { copy } = engine
  const copies = join(dataDir, 'copies')
  rmSync(copies, { recursive: true })
  for (const name of ['2020-02-01T00-00.part', ...Array.from({ length: COPIES_KEPT }, (_, i) => `2020-02-02T${String(i).padStart(2, '0')}-00`)]) mkdirSync(join(copies, name), { recursive: true })
  await copy('2020-02-03T00-00')
  const kept = readdirSync(copies).sort()
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([COPIES_KEPT, '2020-02-02T01-00', '2020-02-03T00-00'])
  for (const name of kept.slice(0, 5)) rmSync(join(copies, name), { recursive: true })
  await copy('2020-02-03T00-00')
  expect(readdirSync(copies), 'a few go on being kept').toHaveLength(COPIES_KEPT - 5)
  mkdirSync(join(copies, 'in-the-way'))
  writeFileSync(join(copies, 'in-the-way', 'file'), '')
  await expect(copy('in-the-way/file/under')).rejects.toThrow()
  expect(readdirSync(copies).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('what is gone gives its room back and what plans go by is counted again, with others having their turn in between', async () => {
  const { pool, tidy } = engine
  await pool.query(`create table household (n int); create table person (n int); create table gone (n int); insert into gone select generate_series(1, 20000); delete from gone;
    insert into person select generate_series(1, 300); create function refresh_statistics() returns void language sql as 'analyze person'`)
  const done = tidy()
  const between = pool.query('select 1')
  expect(await Promise.race([between.then(() => 'between'), done.then(() => 'tidied')])).toBe('between')
  await done
  const { rows } = await pool.query("select relname, relpages, reltuples from pg_class where relname in ('gone', 'person') order by 1")
  expect(rows).toEqual([{ relname: 'gone', relpages: 0, reltuples: 0 }, { relname: 'person', relpages: 2, reltuples: 300 }])
})

test('a statement that fails leaves the line as it is, and a new line begins without what the former left', async () => {
  const { pool } = engine
  await expect(pool.query('select 1 / $1::int as n', [0])).rejects.toThrow('division by zero')
  const line = await pool.connect()
  await line.query('begin')
  await line.query({ name: 'kept', text: 'select $1::int as n', values: [1] })
  await expect(line.query('select 1 / $1::int as n', [0])).rejects.toThrow('division by zero')
  await expect(line.query('select 1')).rejects.toThrow('aborted')
  line.release(true)
  expect((await pool.query({ name: 'kept', text: 'select $1::int as n', values: [2] })).rows).toEqual([{ n: 2 }])
  expect((await pool.query<{ n: string }>('select repeat($1, 3000000) as n', ['字'])).rows[0]?.n).toHaveLength(3_000_000)
})
