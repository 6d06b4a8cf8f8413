import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { inject } from 'vitest'
import { fromPool, postgresPool, valueTypes, type Database } from '../server/db.ts'
import { embeddedPool } from '../server/embedded.ts'

/** This worker's own database: a copy of the migrated template, on the engine of the project. */
export async function testDatabase(): Promise<Database> {
  const template = inject('postgresUrl')
  if (template === '') {
    const lite = await PGlite.create({ loadDataDir: new Blob([readFileSync(inject('embeddedDump'))]) })
    return fromPool(await embeddedPool(lite, valueTypes), 'embedded')
  }
  const name = `wangge_${process.env.VITEST_POOL_ID ?? '0'}_${Math.random().toString(36).slice(2, 8)}`
  const admin = new pg.Client({ connectionString: template.replace(/[^/]+$/, 'postgres') })
  await admin.connect()
  await admin.query(`create database ${name} template wangge_template`)
  await admin.end()
  return fromPool(postgresPool(template.replace(/[^/]+$/, name), 8), 'postgres')
}
