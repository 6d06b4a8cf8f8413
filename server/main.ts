import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import sql from 'sql-template-tag'
import { toInstant } from '../kernel/dates.ts'
import { wholeTerritory } from '../kernel/ctx.ts'
import { settingOf } from '../modules/settings/service.ts'
import { createApp } from './app.ts'
import { sealAudit } from './audit.ts'
import type { Config } from './config.ts'
import type { Frame } from './ctx.ts'
import { openDatabase, transact, type Database } from './db.ts'
import { createFiles } from './files.ts'
import { createJobs, takeOverJobs, type JobLoop } from './jobs.ts'
import { proveKey } from './key.ts'
import { migrate, migrationsDir } from './migrate.ts'
import { allJobs, allTables } from './modules.ts'
import { enter } from './presence.ts'
import { createRush } from './rush.ts'
import { createVault } from './vault.ts'

export const version = '0.1.0'

export interface House {
  db: Database
  frame: Frame
  jobs: JobLoop
  app: FastifyInstance
  close(): Promise<void>
}

const COPY_EVERY_MS = 3600_000
const SEAL_EVERY_MS = 1000
const CLOSE_WITHIN_MS = 7000
/** So many may knock before their connections are taken up. Node's own 511 overflowed when 2048 phones came back at once: the system lets those knock again after one second, three, seven. */
const KNOCKING = 4096

/** Opens the database and brings it up to date; the only place that touches the clock. */
export async function openHouse(config: Config, clock: () => Date = () => new Date()): Promise<House> {
  const db = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir })
  const vault = createVault(config.masterKey, config.crypto)
  await migrate(db, migrationsDir(), allTables)
  await proveKey(db, vault).catch(async (error: unknown) => {
    await db.close()
    throw error
  })
  let jobs: JobLoop | undefined
  const frame: Frame = {
    db,
    clock,
    vault,
    files: createFiles(join(config.dataDir, 'files'), config.masterKey),
    settings: { publicUrl: config.publicUrl, idleMinutes: config.idleMinutes, phoneIdleMinutes: config.phoneIdleMinutes },
    wakeJobs: () => jobs?.wake(),
    rush: createRush(),
  }
  const app = await createApp({
    db, frame, webDir: config.webDir, secureCookies: config.secureCookies, logLevel: config.logLevel, metricsToken: config.metricsToken, proxy: config.proxy, about: aboutOf(db, frame),
  })
  await refreshAbout(db)
  jobs = createJobs(db, () => frame, allJobs, (problem, job) => app.log.error({ job }, problem))
  return {
    db, frame, jobs, app,
    async close() {
      const stopped = jobs?.stop()
      // Requests under way may end; a download nobody reads any more must not keep the program from ending.
      const patience = setTimeout(() => app.server.closeAllConnections(), CLOSE_WITHIN_MS)
      await app.close()
      clearTimeout(patience)
      await stopped
      await sealAudit(db)
      await db.close()
    },
  }
}

/** Starts serving and the background work; returns the address. */
export async function serve(house: House, config: Config): Promise<string> {
  const presence = await enter(house.db)
  house.app.addHook('onClose', () => presence.leave())
  await takeOverJobs(house.db, presence.alone)
  await refreshAbout(house.db)
  house.jobs.wake()
  const sealing = setInterval(() => void sealAudit(house.db).catch((e: Error) => house.app.log.error(e.message)), SEAL_EVERY_MS)
  let hours = 0
  const copying = setInterval(() => void Promise.all([copyNow(house), ...(hours++ % 24 === 0 ? [house.db.embedded?.tidy()] : [])]).catch((e: Error) => house.app.log.error(e.message)), COPY_EVERY_MS)
  house.app.addHook('onClose', async () => { clearInterval(sealing); clearInterval(copying) })
  await house.app.listen({ host: config.host, port: config.port, backlog: KNOCKING }).catch((error: NodeJS.ErrnoException) => { throw new Error(whyNotListening(error, config)) })
  return `http://${config.host === '0.0.0.0' ? 'localhost' : config.host.replace('127.0.0.1', 'localhost')}:${config.port}`
}

function whyNotListening({ code, message }: NodeJS.ErrnoException, { host, port }: Config): string {
  if (code === 'EADDRINUSE') {
    return `端口 ${port} 已被占用,可能另一个网格正在运行。请先关掉它,或换一个端口:PORT=${port + 1} npm start\n` +
      `Port ${port} is taken, perhaps by another Wangge. Stop that one first, or take another port: PORT=${port + 1} npm start`
  }
  if (code === 'EACCES') return `没有权限使用端口 ${port},请换一个 1024 以上的端口:PORT=8080 npm start\nPort ${port} is not allowed to this user; take one above 1024: PORT=8080 npm start`
  return `Cannot listen on ${host}:${port}: ${message}`
}

/** The embedded engine never syncs to disk; an hourly copy bounds what a power cut can cost. */
export async function copyNow(house: House): Promise<string | undefined> {
  const stamp = toInstant(house.frame.clock()).slice(0, 16).replace(':', '-')
  return house.db.embedded?.copy(stamp)
}

let demoLogins: unknown[] = []

async function refreshAbout(db: Database): Promise<void> {
  const row = await transact(db, wholeTerritory, ({ sql: q }) =>
    q.find<{ value: { logins: unknown[] } }>(sql`select value from setting where key = 'demo'`))
  demoLogins = row?.value.logins ?? []
}

const aboutOf = (db: Database, frame: Frame) => async () => ({
  name: 'Wangge 网格', version, engine: db.engine, demo: demoLogins.length > 0, demoLogins, now: toInstant(frame.clock()),
  secondFactor: (await transact(db, wholeTerritory, (tx) => settingOf(tx, 'accounts.secondFactor'))).on,
})
