import pg from 'pg'
import { toInstant } from '../kernel/dates.ts'
import { chance } from '../demo/chance.ts'
import { openScene, type Scene } from './gate/scene.ts'
import { lookFor } from './crash/kept.ts'
import { underLoad, type Sent } from './crash/load.ts'
import { startProgram, verifyTrail, type Program } from './load/program.ts'

/** Seconds from the start of the server, and from where the database accepts connections, until both streams are served again. */
const limits = { server: 5, database: 5 }
/** The kill comes so many milliseconds after the clients have begun. */
const KILL_MS = [700, 2700] as const
const TIMES = 20

type Victim = keyof typeof limits
interface Round { victim: Victim; sent: readonly Sent[]; recovery: number; outage: number; before: number; died: boolean }

/** `npm run bench -- crash [times] [seed]`: kill -9 of the server and of its database by turns, under load; what was acknowledged is there, once. */
export async function main([times = String(TIMES), seed = String(Date.now() % 1_000_000)]: readonly string[] = []): Promise<void> {
  const scene = await openScene(() => new Date())
  const { district } = scene
  const rounds: Round[] = []
  try {
    const households = await householdsOf(scene)
    await checkDurable(district.owner)
    await district.owner.end()
    await district.house.close()
    console.log(`\nkill -9 under load, ${times} times, by turns of the server and of its database; PostgreSQL with everything on that makes rows last; seed ${seed}\n`)
    const c = chance(Number(seed))
    let program = startProgram(district.config, scene.port)
    await program.ready
    for (let i = 0; i < Number(times); i++) {
      const { round, after } = await oneRound(scene, households, program, i % 2 ? 'database' : 'server', c.int(...KILL_MS))
      program = after
      rounds.push(round)
      tell(i + 1, round)
    }
    const code = await program.end()
    if (!(await conclude(scene, rounds, code))) process.exitCode = 1
  } finally {
    await district.close()
  }
}

async function householdsOf({ district }: Scene): Promise<Map<number, string[]>> {
  const { rows } = await district.owner.query<{ no: number; ids: string[] }>('select a.no - 1100 as no, array_agg(h.id) as ids from household h join area a on a.id = h.community_id group by 1')
  return new Map(rows.map(({ no, ids }) => [no, ids]))
}

/** What is measured must not have been bought with rows a crash may cost. */
async function checkDurable(owner: pg.Client): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows: [row] } = await owner.query<Record<string, string>>(`show ${setting}`)
    if (row?.[setting] !== 'on') throw new Error(`${setting} is ${row?.[setting]}`)
  }
  // What the filling of the district left in the log is not what a crash of the gate has to replay.
  await owner.query('checkpoint')
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

async function oneRound(scene: Scene, households: ReadonlyMap<number, readonly string[]>, program: Program, victim: Victim, killAfterMs: number): Promise<{ round: Round; after: Program }> {
  const { postgres, config } = scene.district
  const load = underLoad(scene, households, toInstant(new Date()))
  await Promise.race([load.begun, load.all])
  await pause(killAfterMs)
  const killedAt = Date.now()
  await (victim === 'server' ? program.kill() : postgres.crash())
  const startedAt = Date.now()
  let after = victim === 'server' ? startProgram(config, scene.port) : program
  const readyAt = victim === 'server' ? await after.ready : await postgres.restart().then(() => Date.now())
  const died = !after.alive
  if (died) {
    after = startProgram(config, scene.port)
    await after.ready
  }
  const sent = await load.all
  // An answer that was on its way at the kill is none of the time afterwards.
  const again = Math.max(...sent.map(({ driven }) => Math.min(...driven.okAt.filter((at) => at >= readyAt))))
  const before = sent.reduce((n, { driven, records }) => n + records * driven.okAt.filter((at) => at < killedAt && at >= killedAt - 1000).length, 0)
  return { after, round: { victim, sent, died, before, outage: (again - killedAt) / 1000, recovery: (again - (victim === 'server' ? startedAt : readyAt)) / 1000 } }
}

const sum = (rounds: readonly Round[], of: (one: Sent) => number) => rounds.reduce((n, { sent }) => n + sent.reduce((m, one) => m + of(one), 0), 0)
const statusesOf = (sent: readonly Sent[]) => sent.map(({ driven }) => Object.entries(driven.statuses).map(([status, n]) => `${status}: ${n}`).join(' ')).join(' | ')

function tell(no: number, round: Round): void {
  const { victim, sent, recovery, outage, before, died } = round
  const [again, wereThere] = [sum([round], ({ driven, records }) => driven.again * records), sum([round], ({ driven, records }) => driven.wereThere * records)]
  console.log(`${String(no).padStart(3)} ${victim.padEnd(8)} ${before} passages acknowledged in the second before; served again after ${recovery.toFixed(2)} s (${outage.toFixed(2)} s after the kill); sent again ${again}, of them already kept ${wereThere}; ${statusesOf(sent)}${died ? '   THE SERVER DIED' : ''}`)
}

async function conclude({ district: { config } }: Scene, rounds: readonly Round[], exitCode: number | null): Promise<boolean> {
  const db = new pg.Client({ connectionString: config.databaseUrl, options: '-c timezone=UTC' })
  await db.connect()
  const told = rounds.flatMap(({ sent }) => sent.flatMap((one) => one.told))
  const kept = await lookFor(told, db).finally(() => db.end())
  const trail = await verifyTrail(config)
  const longest = (victim: Victim) => Math.max(0, ...rounds.filter((r) => r.victim === victim).map((r) => r.recovery))
  const lines: [string, number, number][] = [
    ['acknowledged and not there', kept.lost, 0], ['there more than once', kept.doubled, 0], ['never acknowledged, however often sent again', sum(rounds, ({ driven, records }) => driven.unanswered * records), 0],
    ['counts per gate and hour unlike the rows', kept.hoursWrong, 0], ['kills that came when nothing was being acknowledged', rounds.filter((r) => r.before === 0).length, 0],
    ['times the server died with its database', rounds.filter((r) => r.died).length, 0], ['exit code of the server at the end', exitCode ?? -1, 0], ['links of the audit chain broken', trail.whole ? 0 : 1, 0],
    ['server: served again after its start, at most, s', longest('server'), limits.server], ['database: served again after it accepts connections, at most, s', longest('database'), limits.database],
  ]
  console.log(`\n  ${new Set(told).size} passages acknowledged, ${kept.rows} rows; ${sum(rounds, ({ driven, records }) => driven.again * records)} had no answer or a refusal and were sent again, of which ${sum(rounds, ({ driven, records }) => driven.wereThere * records)} had been kept already\n  ${trail.text}\n`)
  for (const [what, value, limit] of lines) console.log(`  ${what.padEnd(62)} ${value.toFixed(limit ? 2 : 0).padStart(8)} of ${limit}   ${limit ? (value / limit).toFixed(2) : '    '}   ${value <= limit ? '✓' : '✗ MISSED'}`)
  return lines.every(([, value, limit]) => value <= limit)
}
