import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { instantAt } from '../kernel/dates.ts'
import type { Config } from '../server/config.ts'
import { openHouse, type House } from '../server/main.ts'
import { SESSION_COOKIE } from '../server/session.ts'
import { temporaryPostgres, type TemporaryPostgres } from '../testing/postgres.ts'
import { fillChecks, fillEpisodes } from './district/episodes.ts'
import { helpers, loading, type Size } from './district/loading.ts'
import { fillMatters } from './district/matters.ts'
import { fillAccounts, fillAudit, fillBatches, fillTally } from './district/offices.ts'
import { fillPeople, fillTerritory } from './district/people.ts'
import { fillDailyReports, fillLeads, fillScreenings } from './district/reports.ts'

/** Ten minutes after the reports' hour; the clock stands still, unless it is told to go on from there. */
export const TODAY = '2020-03-10'
const NOW = instantAt(TODAY, '16:10')
const standing = () => new Date(NOW)
export function goingOn(): () => Date {
  const began = performance.now()
  return () => new Date(Date.parse(NOW) + performance.now() - began)
}

export interface District {
  /** May be closed by itself, where another process goes on with its `config`. */
  house: House
  config: Config
  owner: pg.Client
  size: Size
  /** Signs somebody in with a role for the area of this number; gives the cookie. */
  signIn(role: string, areaNo: number): Promise<string>
  close(): Promise<void>
}

const parts = { fillTerritory, fillPeople, fillEpisodes, fillChecks, fillScreenings, fillLeads, fillDailyReports, fillAccounts, fillMatters, fillAudit, fillBatches }
type Part = keyof typeof parts

/** A district of its own on a temporary PostgreSQL on loopback, filled set by set; without the parts left out. */
export async function openDistrict(communities: number, peopleEach: number, without: readonly Part[] = [], clock = standing): Promise<District & { postgres: TemporaryPostgres }> {
  // Memory as a small server would have it; nothing about durability is switched off.
  const server = await temporaryPostgres({ shared_buffers: '512MB', effective_cache_size: '2GB', max_wal_size: '4GB' })
  const size = { communities, peopleEach, today: TODAY }
  const district = await districtOn(server.url, size, clock).catch(async (error: unknown) => {
    await server.stop()
    throw error
  })
  const close = () => district.close().then(() => server.stop())
  try {
    await fill(district.owner, size, (Object.keys(parts) as Part[]).filter((part) => !without.includes(part)))
  } catch (error) {
    await close()
    throw error
  }
  return { ...district, postgres: server, close }
}

/** The program on a database. */
export async function districtOn(databaseUrl: string, size: Size, clock = standing): Promise<District> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wangge-bench-'))
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  const config: Config = {
    host: '127.0.0.1', port: 0, publicUrl: 'http://localhost', dataDir, databaseUrl, masterKey: randomBytes(32), crypto: 'aes',
    idleMinutes: 600, phoneIdleMinutes: 600, demo: false, logLevel: 'error', webDir: join(dataDir, 'none'), secureCookies: false,
  }
  const opened = await openHouse(config, clock)
  let closed: Promise<void> | undefined
  const house = { ...opened, close: () => (closed ??= opened.close()) }
  const owner = new pg.Client({ connectionString: databaseUrl, options: '-c timezone=UTC' })
  await owner.connect()
  const close = async () => {
    await owner.end()
    await house.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { house, config, owner, size, close, signIn: (role, areaNo) => signIn(house, owner, role, areaNo) }
}

const TABLES = ['area', 'household', 'person', 'vehicle', 'episode', 'check_due', 'health_check', 'visit', 'screening', 'lead', 'daily_report', 'account', 'session', 'grant_change', 'audit_event', 'audit_link',
  'import_batch', 'import_issue', 'import_match', 'matter']

async function fill(owner: pg.Client, size: Size, wanted: readonly Part[]): Promise<void> {
  const started = performance.now()
  await owner.query(helpers)
  await loading(owner, TABLES, async () => {
    for (const part of wanted) await parts[part](owner, size)
    await fillTally(owner)
  })
  await owner.query('vacuum (analyze)')
  const { rows } = await owner.query<{ name: string; n: string }>(TABLES.map((t) => `select '${t}' as name, count(*) as n from ${t}`).join(' union all '))
  const counts = rows.filter((r) => r.n !== '0').map((r) => `${r.name} ${Number(r.n).toLocaleString('en')}`).join(' · ')
  console.log(`\nA district of ${size.communities} communities, filled in ${((performance.now() - started) / 1000).toFixed(0)} s: ${counts}`)
}

async function signIn(house: House, owner: pg.Client, role: string, areaNo: number): Promise<string> {
  const [accountId, token] = [uuidv7(), randomBytes(24).toString('base64url')]
  const made = await owner.query(`insert into account (id, login, name, password_hash, must_change_password, role, area_id, area_path, created_at)
    select $1, $2, '测量', 'none', false, $3, id, area_path, $4 from area where no = $5`, [accountId, `bench-${accountId}`, role, NOW, areaNo])
  if (made.rowCount !== 1) throw new Error(`there is no area ${areaNo}`)
  await owner.query(`insert into session (id, token_index, account_id, created_at, seen_at, factor_at) values ($1, $2, $3, $4, '2999-01-01', $4)`, [uuidv7(), house.frame.vault.index('token', token), accountId, NOW])
  return `${SESSION_COOKIE}=${token}`
}
