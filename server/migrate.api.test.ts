import { expect, onTestFinished, test } from 'vitest'
import type { Tables } from '../kernel/tables.ts'
import { testDatabase } from '../testing/database.ts'
import type { Database } from './db.ts'
import { migrate, migrationsDir } from './migrate.ts'
import { allTables } from './modules.ts'

async function aDatabase(): Promise<Database> {
  const db = await testDatabase()
  onTestFinished(() => db.close())
  return db
}
const policyOf = async (db: Database, table: string): Promise<number> =>
  (await db.pool.query("select 1 from pg_policies where policyname = 'territory' and tablename = $1", [table])).rows.length
const start = (db: Database, tables: Tables = allTables) => migrate(db, migrationsDir(), tables)

test('a start that was killed before its tables had their policies is made good by the next', async () => {
  const db = await aDatabase()
  await db.pool.query("delete from schema_migration where name = 'policies'")
  await db.pool.query('drop policy territory on person')
  expect(await start(db)).toEqual([])
  expect(await policyOf(db, 'person')).toBe(1)
})

test('policies are stamped all or none, and again when a table comes to belong to an area without a migration', async () => {
  const db = await aDatabase()
  const { person, ...others } = allTables
  await start(db, others)
  await db.pool.query('drop policy territory on person')
  await expect(start(db, { ...allTables, nowhere: { ...person, scope: 'area' } as Tables[string] })).rejects.toThrow('nowhere')
  expect(await policyOf(db, 'person')).toBe(0)
  await start(db)
  expect(await policyOf(db, 'person')).toBe(1)
})

test('two programs that start at once take turns', async () => {
  const db = await aDatabase()
  await db.pool.query("delete from schema_migration where name = 'policies'")
  expect(await Promise.all([start(db), start(db)])).toEqual([[], []])
})
