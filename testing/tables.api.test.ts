import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { wholeTerritory } from '../kernel/ctx.ts'
import { transact } from '../server/db.ts'
import { allTables } from '../server/modules.ts'
import { testApp } from './world.ts'

test('every table of the database is declared by a module, and every declared table is there', async () => {
  const { db } = await testApp()
  const found = await db.pool.query<{ name: string }>("select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
  expect(found.rows.map((row) => row.name).filter((name) => name !== 'schema_migration').sort()).toEqual(Object.keys(allTables).sort())
})

test('every table that belongs somewhere carries the territory policy', async () => {
  const { db } = await testApp()
  const stamped = await db.pool.query<{ name: string }>(
    "select c.relname as name from pg_class c join pg_policy p on p.polrelid = c.oid and p.polname = 'territory' where c.relrowsecurity")
  const wanted = Object.entries(allTables).filter(([, spec]) => spec.scope === 'area').map(([name]) => name)
  expect(stamped.rows.map((row) => row.name).sort()).toEqual(wanted.sort())
})

test('a table with an area path is never left open without a reason', async () => {
  const { db } = await testApp()
  const withPath = await db.pool.query<{ name: string }>(
    "select table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name) where table_schema = 'public' and column_name = 'area_path' and t.table_type = 'BASE TABLE'")
  const open = withPath.rows.map((row) => row.name).filter((name) => allTables[name]?.scope !== 'area')
  expect(open.filter((name) => typeof allTables[name]?.scope !== 'object')).toEqual([])
})

test('a view shows nobody more than its tables would: it asks as whoever looks', async () => {
  const { db } = await testApp()
  const views = await db.pool.query<{ name: string; options: string[] | null }>("select relname as name, reloptions as options from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace")
  expect(views.rows.filter((row) => !row.options?.includes('security_invoker=true')).map((row) => row.name)).toEqual([])
})

test('without a territory nothing is visible', async () => {
  const { db } = await testApp()
  const rows = await transact(db, { lo: '~', hi: '~' }, ({ sql: q }) => q.rows(sql`select 1 from area`))
  expect(rows).toEqual([])
  const all = await transact(db, wholeTerritory, ({ sql: q }) => q.rows(sql`select 1 from area limit 1`))
  expect(Array.isArray(all)).toBe(true)
})
