import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { clockOf, readConfig, type Config } from '../server/config.ts'
import { openHouse, serve, type House } from '../server/main.ts'
import { firstStartNotice, foundInstallation, isEmpty } from '../server/first-start.ts'
import { lockFolder } from '../server/folder-lock.ts'
import { verifyAudit } from '../server/audit.ts'
import { openDatabase } from '../server/db.ts'
import { migrate, migrationsDir } from '../server/migrate.ts'
import { allTables } from '../server/modules.ts'
import { moveTo } from '../server/move.ts'
import { resetByHand } from '../server/reset.ts'
import { clearHalfDemo, makeDemo, printLogins } from '../demo/make.ts'

const [command = 'start', ...args] = process.argv.slice(2)
const commands: Record<string, (config: Config) => Promise<void>> = { start, demo, restore, move, audit, bench, 'reset-account': resetAccount }

async function start(config: Config): Promise<void> {
  const clock = clockOf(config)
  clearHalfDemo(config)
  let house = await openHouse(config, clock)
  const fresh = await isEmpty(house.db)
  if (fresh && config.demo) {
    // The demo is made on a clock of its own, before the real one starts.
    await house.close()
    await makeDemo(config, (line) => console.log(line), clock())
    house = await openHouse(config, clock)
  }
  if (fresh && !config.demo) console.log(firstStartNotice(await foundInstallation(house.frame, config.root ?? {})))
  endOnSignal(house)
  const url = await serve(house, config).catch(async (error: Error) => {
    await house.close()
    throw error
  })
  const engine = house.db.engine === 'embedded'
    ? '内嵌数据库(试用与培训用;正式使用请接 PostgreSQL)· embedded database, for trial and training; for real work use PostgreSQL'
    : 'PostgreSQL'
  console.log(`\n  网格 Wangge 已就绪 · ready\n\n  ${url}\n  ${url}/api/docs\n  ${engine}\n`)
  await printLogins(house.db)
}

/** Once: a Ctrl-C reaches us from the terminal and again from the script above us, and must not cut the closing short. */
function endOnSignal(house: House): void {
  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    house.close().then(() => process.exit(0), (error: Error) => { console.error(error.message); process.exit(1) })
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}

/** Makes the demo community where there is to be one and nothing is yet, and ends. */
async function demo(config: Config): Promise<void> {
  if (!config.demo) return
  clearHalfDemo(config)
  const probe = await openHouse(config)
  const empty = await isEmpty(probe.db)
  await probe.close()
  if (empty) await makeDemo(config, (line) => console.log(line), clockOf(config)())
}

async function restore(config: Config): Promise<void> {
  if (config.databaseUrl) throw new Error('restore 只用于内嵌数据库;PostgreSQL 请用 pg_restore。\nrestore is for the embedded database; for PostgreSQL use pg_restore.')
  const copies = join(config.dataDir, 'copies')
  const names = existsSync(copies) ? readdirSync(copies).filter((name) => !name.endsWith('.part')).sort() : []
  const name = args[0]
  if (!name || !names.includes(name)) {
    if (name) console.log(`没有叫 ${name} 的备份。There is no copy called ${name}.\n`)
    console.log(`${copies}\n${names.map((n) => `  ${n}`).join('\n') || '  还没有备份 none yet; the running program makes one every hour'}\n\n恢复其中一份 take one back: npm run restore -- ${names.at(-1) ?? '<name>'}`)
    process.exitCode = name ? 1 : 0
    return
  }
  const unlock = lockFolder(config.dataDir)
  const database = join(config.dataDir, 'database')
  const aside = `${database}.before-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`
  // Whole first, then put in its place: an interrupted copy must not stand where the database was.
  rmSync(`${database}.part`, { recursive: true, force: true })
  cpSync(join(copies, name), `${database}.part`, { recursive: true })
  if (existsSync(database)) renameSync(database, aside)
  renameSync(`${database}.part`, database)
  unlock()
  console.log(`已恢复备份 ${name}。恢复前的数据保留在 ${aside}\nRestored ${name}. What was there before is kept as ${aside}`)
}

async function move(config: Config): Promise<void> {
  const target = args[0]
  if (!target?.startsWith('postgres')) throw new Error('npm run move -- postgres://user:password@host/database')
  const same = await moveTo(config, target, (line) => console.log(line))
  if (!same) process.exitCode = 1
}

async function audit(config: Config): Promise<void> {
  // Without the house: whoever verifies a copy of the database has no key to it.
  const db = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir })
  await migrate(db, migrationsDir(), allTables)
  const verdict = await verifyAudit(db)
  await db.close()
  console.log(verdict.text)
  if (!verdict.whole) process.exitCode = 1
}

/** The way in again where no second administrator is left to ask. */
async function resetAccount(config: Config): Promise<void> {
  const [login] = args
  if (!login) throw new Error('npm run reset-account -- 登录名 (login)')
  const house = await openHouse(config, clockOf(config))
  const password = await resetByHand(house.frame, login).finally(() => house.close())
  console.log(`${login} 的一次性密码(只显示这一次,首次登录必须修改;双因素已清除):\nThe one-time password of ${login}, shown only now, to be changed at the first sign-in; the second factor was removed:\n\n  ${password}\n`)
}

/** Measures; loaded only here, so that a start does not read it. */
async function bench(): Promise<void> {
  const { runBench } = await import('../bench/all.ts')
  await runBench(args)
}

const run = commands[command]
if (!run) throw new Error(`Unknown command ${command}; one of ${Object.keys(commands).join(', ')}`)
run(readConfig()).catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exit(1)
})
