import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sql from 'sql-template-tag'
import { addDays, dayOf, instantAt, toInstant, type Day } from '../kernel/dates.ts'
import { wholeTerritory } from '../kernel/ctx.ts'
import { rosterApi } from '../modules/roster/contract.ts'
import type { Config } from '../server/config.ts'
import { sealAudit } from '../server/audit.ts'
import { transact, type Database } from '../server/db.ts'
import { lockFolder } from '../server/folder-lock.ts'
import { openHouse, type House } from '../server/main.ts'
import { planArrivals } from './arrivals.ts'
import { keepGates } from './passage.ts'
import { lookIn } from './care.ts'
import { stockCupboards } from './supplies.ts'
import { openChannels } from './channels.ts'
import { DemoClock } from './clock.ts'
import { assignDuties, controlOneCompound, declareNoCase } from './duties.ts'
import { leaveWaiting, liveThrough, type Life } from './days.ts'
import { endDemoSessions, type Desk } from './desk.ts'
import { enterTwice } from './doubles.ts'
import { writeRecords } from './disinfection.ts'
import { issuePasses } from './passes.ts'
import { goOutToday } from './exits.ts'
import { askForCertificates } from './certificates.ts'
import { everydayMatters } from './matters.ts'
import { departmentsAsk } from './forms.ts'
import { askAboutData } from './privacy.ts'
import { tellTheTown } from './publicity.ts'
import type { DemoPerson } from './persons.ts'
import { reportOneCommunity, smallCommunity, type DemoCommunity } from './places.ts'
import { drawOutlines } from './outlines.ts'
import { rosterSheet } from './sheet.ts'
import { openVenues } from './venues.ts'
import { bringHelpers } from './volunteers.ts'
import { DEMO_PASSWORD, demoStaff } from './staff.ts'
import { foundTown, type CommunityPlace } from './town.ts'

const DAYS = 19
const WAITING = 6

const markOf = (config: Config) => join(config.dataDir, 'demo-unfinished')
/** The engine the demo was being made on, as the mark says: another engine's database is none of its business. */
const engineOf = ({ databaseUrl }: Config): string => (databaseUrl ? 'postgres' : 'embedded')
/**
 * A demo that was broken off is half a community without logins: its database goes, so that it is made anew, unless somebody is making it just now. On
 * PostgreSQL nobody but its owner empties it.
 */
export function clearHalfDemo(config: Config): void {
  if (!existsSync(markOf(config)) || readFileSync(markOf(config), 'utf8') !== engineOf(config)) return
  if (config.databaseUrl) throw new Error(`上次生成演示社区时中断了。请换一个空数据库,或清空它并删除 ${markOf(config)} 后再启动。\nMaking the demo was broken off. Take an empty database, or empty this one and delete ${markOf(config)}, then start again.`)
  const unlock = lockFolder(config.dataDir)
  for (const part of ['database', 'files']) rmSync(join(config.dataDir, part), { recursive: true, force: true })
  rmSync(markOf(config))
  unlock()
}

/**
 * The community of report 1, made through the product's own import, screening and decision on a clock of its own
 * that runs through the nineteen days before now.
 */
export async function makeDemo(config: Config, say: (line: string) => void, end: Date = new Date()): Promise<void> {
  const today = dayOf(toInstant(end))
  const started = performance.now()
  mkdirSync(config.dataDir, { recursive: true })
  writeFileSync(markOf(config), engineOf(config))
  const clock = new DemoClock(Date.parse(instantAt(addDays(today, -DAYS), '05:00')), end.getTime())
  const house = await openHouse(config, clock.now)
  const progress = (done: number, text: string) => say(`  演示社区 demo ${String(Math.round(done * 100)).padStart(3)}%  ${text}`)
  const communities = [reportOneCommunity(20200226, today), smallCommunity(2, today, '东山社区', '东山小区', '东山组', 120), smallCommunity(3, today, '南桥社区', '南桥家园', '南桥组', 90)]
  progress(0, '辖区、岗位、方案 areas, staff, orders')
  const town = await foundTown(house, communities, today)
  await drawOutlines(town, communities)
  for (const [i, community] of communities.entries()) {
    progress(0.05 + i * 0.2, `导入花名册 importing ${community.name}`)
    await importRoster(house, town.desk('communityWorker', i), town.communities[i], community)
  }
  await assignDuties(town)
  await declareNoCase(town)
  await tellTheTown(house, town, today, toInstant(end))
  const [main, ...small] = communities
  if (!main) return
  const arrivals = [planArrivals(main, 7), ...small.map((c, i) => planArrivals(c, 8 + i, { hubei: { households: 0, persons: 0 }, otherProvince: { households: 4, persons: 5 }, sameProvince: { households: 6 - i, persons: 7 - i } }))]
  const personIds = await findIds(house, communities)
  let at = 0
  const life: Life = {
    house, town, clock, today, arrivals, communities, personIdOf: (p) => personIds.get(house.frame.vault.index('document', p.documentNo)),
    say: (day) => progress(0.5 + (0.45 * at++) / DAYS, `来返、测温、解除 arrivals, checks, releases: ${day}`),
  }
  const everydayWork = [everydayMatters(life), askForCertificates(life), departmentsAsk(life)]
  const everyday = async (day: Day): Promise<void> => { for (const work of everydayWork) await work(day) }
  await liveThrough(life, addDays(today, -DAYS), everyday)
  // Made in the night, today has begun although nobody has worked yet.
  clock.to(today, '00:00')
  await leaveWaiting(life, spare(main, arrivals[0]?.map((a) => a.household) ?? []))
  await everyday(today)
  await openChannels(life, communities)
  await enterTwice(town.desk('communityWorker', 0), main, new Set(arrivals[0]?.map((a) => a.household)), life.personIdOf)
  await goOutToday(life)
  await askAboutData(town, today)
  await controlOneCompound(town, today)
  await issuePasses(house, town, today)
  // What passes at gates and venues goes on to this minute; in front of the clock it would all stand at the hour the clock had reached.
  clock.toEnd()
  await writeRecords(life, today)
  await openVenues(life)
  await keepGates(house, town, today, toInstant(end))
  await lookIn(house, town, today, toInstant(end))
  await stockCupboards(house, town, today, toInstant(end))
  await bringHelpers(house, town, today, toInstant(end))
  await finish(house)
  rmSync(markOf(config))
  progress(1, `完成 done, ${Math.round((performance.now() - started) / 1000)} s`)
}

async function importRoster(house: House, worker: Desk, place: CommunityPlace | undefined, community: DemoCommunity): Promise<void> {
  const batch = await worker.call(rosterApi.uploadImport, { areaId: place?.id ?? '' }, { filename: `${community.name}花名册.xlsx`, bytes: await rosterSheet(community) })
  await worker.call(rosterApi.runImport, { batchId: batch.id })
  await house.jobs.drain()
  const done = await worker.call(rosterApi.getImport, { batchId: batch.id })
  if (done.state !== 'imported' || done.rowsWrong > 0) throw new Error(`the demo roster did not go in: ${done.state}, ${done.rowsWrong} wrong rows, ${done.problem ?? ''}`)
}

const findIds = (house: House, communities: readonly DemoCommunity[]): Promise<Map<string, string>> => {
  const wanted = communities.length
  return transact(house.db, wholeTerritory, async ({ sql: q }) => {
    const rows = await q.rows<{ index: string; id: string }>(sql`select document_index as index, id from person where document_index is not null and ${wanted}::int > 0`)
    return new Map(rows.map((row) => [row.index, row.id]))
  })
}

/** Households without an arrival, for declarations that still wait. */
function spare(community: DemoCommunity, taken: readonly unknown[]): { household: DemoCommunity['households'][number]; persons: DemoPerson[]; daysAgo: number; hour: number; origin: string; purpose: 'returnHome'; channel: 'declaration' }[] {
  const used = new Set(taken)
  return community.households.filter((h, i) => i % 97 === 5 && !used.has(h)).slice(0, WAITING)
    .map((household, i) => ({ household, persons: household.persons.slice(0, 1), daysAgo: 0, hour: 9, origin: ['440300', '530100', '510100'][i % 3] ?? '440300', purpose: 'returnHome', channel: 'declaration' }))
}

async function finish(house: House): Promise<void> {
  await endDemoSessions(house)
  const logins = demoStaff.map(({ login, name, role }) => ({ login, name, role, password: DEMO_PASSWORD }))
  await transact(house.db, wholeTerritory, async ({ sql: q }) => {
    await q.run(sql`insert into setting (key, value) values ('demo', ${JSON.stringify({ logins })}::jsonb) on conflict (key) do update set value = excluded.value`)
  })
  while ((await sealAudit(house.db)) > 0);
  await (house.db.embedded?.tidy() ?? house.db.pool.query('analyze'))
  await house.close()
}

export async function printLogins(db: Database): Promise<void> {
  const row = await transact(db, wholeTerritory, ({ sql: q }) => q.find<{ value: { logins: { login: string; name: string; role: string; password: string }[] } }>(sql`select value from setting where key = 'demo'`))
  for (const { login, role, name, password } of row?.value.logins ?? []) console.log(`  ${login.padEnd(12)} ${password}   ${role.padEnd(20)} ${name}`)
  console.log('')
}
