import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { fromPool, valueTypes } from '../server/db.ts'
import { embeddedPool } from '../server/embedded.ts'
import { migrate } from '../server/migrate.ts'
import { allTables } from '../server/modules.ts'
import { temporaryPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated embedded database, to be loaded by every worker. */
    embeddedDump: string
    /** A migrated PostgreSQL database to be used as a template; empty where the project runs on the embedded engine. */
    postgresUrl: string
  }
}

/** Migrates once per engine and run; every worker then starts from a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  return project.name === 'postgres' ? setupPostgres(project) : setupEmbedded(project)
}

async function setupEmbedded(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'wangge-test-'))
  const lite = await PGlite.create()
  const db = fromPool(await embeddedPool(lite, valueTypes), 'embedded')
  await migrate(db, 'migrations', allTables)
  await db.close()
  const dump = join(dir, 'template.tar')
  writeFileSync(dump, Buffer.from(await (await lite.dumpDataDir('none')).arrayBuffer()))
  await lite.close()
  project.provide('embeddedDump', dump)
  project.provide('postgresUrl', '')
  return async () => rmSync(dir, { recursive: true, force: true })
}

async function setupPostgres(project: TestProject): Promise<() => Promise<void>> {
  const server = await temporaryPostgres({ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' })
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query('create database wangge_template')
  await admin.end()
  const db = fromPool(new pg.Pool({ connectionString: server.urlOf('wangge_template'), types: valueTypes }), 'postgres')
  await migrate(db, 'migrations', allTables)
  await db.close()
  project.provide('embeddedDump', '')
  project.provide('postgresUrl', server.urlOf('wangge_template'))
  return () => server.stop()
}
