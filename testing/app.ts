import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import sql from 'sql-template-tag'
import { wholeTerritory } from '../kernel/ctx.ts'
import { createApp } from '../server/app.ts'
import { runnerFor, type Frame } from '../server/ctx.ts'
import { transact, type Database } from '../server/db.ts'
import { createFiles } from '../server/files.ts'
import { createJobs, systemActor, type JobLoop } from '../server/jobs.ts'
import { allJobs } from '../server/modules.ts'
import { createRush } from '../server/rush.ts'
import { createVault } from '../server/vault.ts'
import { testDatabase } from './database.ts'

const KEY = Buffer.alloc(32, 7)
const BEGINNING = Date.parse('2020-02-26T14:00:00+08:00')
let now = BEGINNING

/** The clock of all tests: it stands still until told otherwise. */
export const clock = {
  set(iso: string): void { now = Date.parse(iso) },
  begin(): void { now = BEGINNING },
  forward(minutes: number): void { now += minutes * 60_000 },
  get now(): string { return new Date(now).toISOString() },
}

export interface TestApp { app: FastifyInstance; db: Database; frame: Frame; jobs: JobLoop }
let opened: Promise<TestApp> | undefined

/** The real app on a real database, one per worker. */
export const testApp = (): Promise<TestApp> => (opened ??= open())

/** One with nothing in its database, for what happens before anything is there. */
export const freshApp = (): Promise<TestApp> => open()

async function open(): Promise<TestApp> {
  const db = await testDatabase()
  const frame: Frame = {
    db,
    clock: () => new Date(now),
    vault: createVault(KEY, process.env.WANGGE_CRYPTO === 'sm' ? 'sm' : 'aes'),
    files: createFiles(mkdtempSync(join(tmpdir(), 'wangge-files-')), KEY),
    settings: { publicUrl: 'http://localhost:8080', idleMinutes: 15, phoneIdleMinutes: 14 * 60 },
    wakeJobs: () => {},
    rush: createRush(),
  }
  const app = await createApp({ db, frame, about: () => ({}), logLevel: process.env.TEST_LOG ?? 'silent' })
  const jobs = createJobs(db, () => frame, allJobs, (problem, job) => { failures.push(`${job}: ${problem}`) })
  return { app, db, frame, jobs }
}

const failures: string[] = []

/** One job alone: on another day all that are due would go over whatever other tests have left behind. */
export async function runJob(name: string, payload: Record<string, unknown> = {}): Promise<void> {
  const { frame } = await testApp()
  await allJobs[name]?.run(runnerFor(frame, systemActor), payload)
}

/** Works off all jobs due at the clock; those named run whoever ran them in this period before. Throws what a job threw. */
export async function runJobs(...again: string[]): Promise<void> {
  const { jobs, db } = await testApp()
  if (again.length > 0) await transact(db, wholeTerritory, ({ sql: q }) => q.run(sql`delete from job where once_key is not null and name = any(${again}::text[])`))
  failures.length = 0
  await jobs.drain()
  if (failures.length > 0) throw new Error(failures.join('\n'))
}
