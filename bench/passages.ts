import pg from 'pg'
import { instantAt } from '../kernel/dates.ts'
import { districtOn, TODAY, type District } from './district.ts'
import { helpers, loading } from './district/loading.ts'
import { fillPeople, fillTerritory } from './district/people.ts'
import { fillTally } from './district/offices.ts'
import { COMMUNITIES, fillGates, fillMonth, GATES_EACH, HOUSEHOLDS_EACH, monthsOf, PER_DAY, type Month } from './passages/filling.ts'
import { askCold, askWarm, limits, probesOf, readersOf, whomToAsk, type Cold } from './passages/asking.ts'
import type { Measured } from './lists/measure.ts'
import { freeBytes, openServer, type Server } from './passages/server.ts'

const ROWS = 100_000_000
const LEFT_FREE = 8e9
/** Rows with their indexes, measured. */
const BYTES_A_ROW = 635

const memory = { shared_buffers: '512MB', effective_cache_size: '2GB', max_wal_size: '4GB' }
/** Nothing is switched off that keeps what was committed; a log for copies of the database is not needed while it is filled. */
const whileLoading = { ...memory, max_wal_size: '1GB', wal_level: 'minimal', max_wal_senders: '0', checkpoint_timeout: '30min', autovacuum: 'off' }

/** `npm run bench -- passages [rows]` */
export async function main(args: readonly string[] = []): Promise<void> {
  const rows = Number(args[0] ?? ROWS)
  const needed = rows * BYTES_A_ROW + 2e9
  if (freeBytes() - needed < LEFT_FREE) {
    console.log(`${rows.toLocaleString('en')} passages need about ${gb(needed)} GB and ${gb(LEFT_FREE)} GB have to stay free, but there are ${gb(freeBytes())} GB: free some, or ask for fewer rows.`)
    process.exitCode = 1
    return
  }
  const server = await openServer(whileLoading)
  try {
    const district = await fill(server, rows)
    await ask(server, district)
    await district.close()
  } finally {
    await server.stop()
  }
}

/** Through the real endpoints, as everybody who may ask; then again after the machine has forgotten everything. */
async function ask(server: Server, district: District): Promise<void> {
  const [asked, readers] = [await whomToAsk(district.owner), await readersOf(district)]
  await district.owner.end()
  await server.restart(memory)
  const warm = await askWarm(district, probesOf(asked), readers)
  const [cdc] = readers
  conclude(warm, cdc ? await askCold(server, district, asked, cdc) : [])
}

function conclude(warm: readonly Measured[], cold: readonly Cold[]): void {
  const worst = (of: readonly Measured[]) => of.toSorted((a, b) => b.p95 - a.p95)[0]
  const nameOf = (m: Measured) => `${m.probe.endpoint} ${m.probe.what} as ${m.role}`
  const lines: { what: string; ms: number; limit: number }[] = []
  const said = (what: string, of: readonly Measured[]) => { const m = worst(of); if (m) lines.push({ what: `${what}: ${nameOf(m)}`, ms: m.p95, limit: limits.warmMs }) }
  const at = (endpoint: string) => warm.filter((m) => m.probe.endpoint === endpoint)
  said('same place, warm', at('passage.listSamePlace'))
  said('lists', at('passage.listPassages'))
  said('counts and hours', warm.filter((m) => !['passage.listSamePlace', 'passage.listPassages'].includes(m.probe.endpoint)))
  for (const { what, role, times, dropped } of cold) {
    const sorted = times.toSorted((a, b) => a - b)
    lines.push({ what: `same place, ${what}, cold (${dropped ? 'server restarted, page cache dropped' : 'server restarted; the page cache could not be dropped'}) as ${role}, median ${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0)} ms, slowest of ${times.length}`, ms: sorted.at(-1) ?? 0, limit: limits.coldMs })
  }
  console.log('')
  for (const { what, ms, limit } of lines) console.log(`  ${what}\n    ${ms.toFixed(1)} ms of ${limit}, ${(ms / limit).toFixed(2)} ${ms <= limit ? '✓' : '✗ MISSED'}`)
  const missed = [...warm.filter((m) => m.p95 > limits.warmMs).map((m) => `${nameOf(m)} ${m.p95.toFixed(0)} ms`), ...lines.filter((l) => l.limit === limits.coldMs && l.ms > l.limit).map((l) => l.what)]
  for (const one of missed) console.log(`  over: ${one}`)
  console.log(`${warm.length + cold.length} measured, ${missed.length} over a limit: ${missed.length === 0 ? 'pass' : 'FAIL'}`)
  if (missed.length > 0) process.exitCode = 1
}

const gb = (bytes: number) => (bytes / 1e9).toFixed(1)

async function fill(server: Server, rows: number): Promise<District> {
  const started = performance.now()
  const district = await districtOn(server.url, { communities: COMMUNITIES, peopleEach: HOUSEHOLDS_EACH * 4, today: TODAY })
  const { owner, size } = district
  await owner.query(helpers)
  await loading(owner, ['area', 'household', 'person'], async () => {
    await fillTerritory(owner, size)
    await fillPeople(owner, size)
    await fillTally(owner)
  })
  await fillGates(owner)
  const months = monthsOf(TODAY, Math.max(1, Math.round(rows / PER_DAY)))
  const days = months.reduce((n, m) => n + m.days.length, 0)
  // Of the last day only what lies before ten past four.
  const all = await inPairs(server, months, Math.ceil(rows / (days - 0.42)) + 24)
  // Months loaded beside one another hold each other's rows back from being marked as seen by everybody; in use autovacuum marks them.
  await owner.query('vacuum (analyze) area, household, person, gate, passage_hour, passage_day, passage_event')
  const { rows: [taken] } = await owner.query<{ heap: string; indexes: string }>(`select sum(pg_table_size(oid)) as heap, sum(pg_indexes_size(oid)) as indexes from pg_class where relnamespace = 'passage_part'::regnamespace and relkind = 'r'`)
  console.log(`\n${all.toLocaleString('en')} passages of ${COMMUNITIES * HOUSEHOLDS_EACH} households at ${COMMUNITIES * GATES_EACH} gates in ${days} days, ${months.length} months, loaded in ${((performance.now() - started) / 1000).toFixed(0)} s; ${gb(Number(taken?.heap))} GB of rows, ${gb(Number(taken?.indexes))} GB of indexes, ${Math.round((Number(taken?.heap) + Number(taken?.indexes)) / all)} bytes a row`)
  return district
}

/** Two months at a time, each on a connection of its own. */
async function inPairs(server: Server, months: readonly Month[], perDay: number): Promise<number> {
  const waiting = months.toSorted((a, b) => b.days.length - a.days.length)
  const one = async (): Promise<number> => {
    const client = new pg.Client({ connectionString: server.url, options: '-c timezone=UTC -c jit=off' })
    await client.connect()
    await client.query(`set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set max_parallel_maintenance_workers = 0; set max_parallel_workers_per_gather = 0`)
    let n = 0
    for (let month = waiting.shift(); month; month = waiting.shift()) {
      const from = performance.now()
      const rows = await fillMonth(client, month, perDay, instantAt(TODAY, '16:10'))
      n += rows
      const { rows: [taken] } = await client.query<{ bytes: string }>(`select pg_total_relation_size('passage_part.${month.name}') as bytes`)
      const each = Number(taken?.bytes) / Math.max(1, rows)
      const toCome = waiting.reduce((days, m) => days + m.days.length, 0) * perDay * each
      console.log(`  ${month.name}   ${rows.toLocaleString('en').padStart(11)} rows in ${((performance.now() - from) / 1000).toFixed(0)} s, ${each.toFixed(0)} bytes each; ${gb(freeBytes())} GB free, ${gb(toCome)} GB to come`)
      if (freeBytes() - toCome < LEFT_FREE) throw new Error(`The disk would not hold the rest: ${gb(toCome)} GB to come, ${gb(freeBytes())} GB free, of which ${gb(LEFT_FREE)} GB have to stay. Ask for fewer rows.`)
    }
    await client.end()
    return n
  }
  const done = await Promise.all([one(), one()])
  return done.reduce((a, b) => a + b, 0)
}
