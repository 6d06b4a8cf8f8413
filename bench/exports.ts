import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { uuidv7 } from 'uuidv7'
import { openDistrict, type District } from './district.ts'

/** First byte of a download, its memory, and how many rows each format must bear. */
const FIRST_BYTE_MS = 1000
/** What may be held beside the program at rest: a page or two of rows and the packer, not the file. */
const GROWTH_MB = 150
/** What may be held more at the end of a file than after its first tenth. */
const HELD_MB = 10
const XLSX_PEOPLE = 100_000
const COMMUNITIES_PER_SUBDISTRICT = 10

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

interface Taken { what: string; rows: number; megabytes: number; firstByteMs: number; totalMs: number; rssBefore: number; /** At most while the first tenth of the rows went out: what more comes after it grows with the file. */ rssTenth: number; rssMost: number; held: readonly number[] }

/** `npm run bench -- exports [people]`: everybody of a district as .csv, a subdistrict as .xlsx, as they are seen in the list of people. */
export async function main(args: readonly string[] = []): Promise<void> {
  const people = Number(args[0] ?? 1_000_000)
  const district = await openDistrict(100, Math.round(people / 100), ['fillEpisodes', 'fillChecks', 'fillScreenings', 'fillLeads', 'fillDailyReports', 'fillAudit', 'fillBatches'])
  try {
    await district.house.app.listen({ host: '127.0.0.1', port: 0 })
    const subdistrictPeople = Math.round(people / 100) * COMMUNITIES_PER_SUBDISTRICT
    console.log(`\nExports of ${people} people, PostgreSQL, as they are listed; first byte within ${FIRST_BYTE_MS} ms, memory within ${GROWTH_MB} MB of the beginning\n`)
    const taken = [
      await take(district, 'a community as .csv (warms up)', 'communityWorker', 1137, 'csv'),
      await take(district, `${people} people as .csv`, 'districtCommand', 1000, 'csv', people),
      await take(district, `${Math.min(subdistrictPeople, XLSX_PEOPLE)} people as .xlsx`, 'subdistrictOfficer', 1008, 'xlsx'),
    ]
    conclude(taken.slice(1))
  } finally {
    await district.close()
  }
}

async function take(district: District, what: string, role: string, areaNo: number, format: 'csv' | 'xlsx', expected = 0): Promise<Taken> {
  const cookie = await district.signIn(role, areaNo)
  const { port } = district.house.app.server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}/api/people/export?format=${format}&reason=${encodeURIComponent('测量')}`
  // Above the line somebody else approves first; the clock runs for the file itself.
  if ((await fetch(address, { headers: { cookie } })).status === 409) await approveAll(district)
  const rssBefore = rss()
  let rssMost = rssBefore
  let rssTenth = rssBefore
  // What is really held, after a collection, at each tenth of the rows: the resident size also counts what was let go and not yet given back.
  const held: number[] = []
  const watch = setInterval(() => { rssMost = Math.max(rssMost, rss()) }, 50)
  const from = performance.now()
  const response = await fetch(address, { headers: { cookie } })
  if (!response.ok || !response.body) throw new Error(`${what}: ${response.status} ${await response.text()}`)
  let firstByteMs = 0
  let bytes = 0
  let rows = -2
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    if (firstByteMs === 0) firstByteMs = performance.now() - from
    bytes += piece.length
    if (format === 'csv') for (const byte of piece) if (byte === 10) rows += 1
    if (rows < expected / 10) rssTenth = rssMost
    if (expected > 0 && rows > (held.length * expected) / 10) {
      collect()
      held.push(Math.round(process.memoryUsage().heapUsed / 2 ** 20))
    }
  }
  clearInterval(watch)
  const done = { what, rows, megabytes: bytes / 2 ** 20, firstByteMs, totalMs: performance.now() - from, rssBefore, rssTenth, rssMost }
  console.log(`${what.padEnd(36)} first byte ${firstByteMs.toFixed(0).padStart(4)} ms (${(firstByteMs / FIRST_BYTE_MS).toFixed(2)} of limit)   whole ${(done.totalMs / 1000).toFixed(1).padStart(5)} s   ${done.megabytes.toFixed(1).padStart(6)} MB${rows >= 0 ? `   ${rows} rows` : ''}   memory ${rssBefore} → ${expected > 0 ? `${rssTenth} in the first tenth → ` : ''}at most ${rssMost} MB`)
  if (held.length > 0) console.log(`  heap held at each tenth: ${held.join(', ')} MB`)
  return { ...done, held }
}

async function approveAll(district: District): Promise<void> {
  const { house: { app } } = district
  const cookie = await district.signIn('districtCommand', 1000)
  const { items } = (await app.inject({ url: '/api/exports?tab=toDecide', headers: { cookie } })).json<{ items: { id: string }[] }>()
  for (const { id } of items) await app.inject({ method: 'POST', url: `/api/exports/${id}/approve`, headers: { cookie, 'idempotency-key': uuidv7(), 'x-wangge': '1' }, payload: {} })
}

const rss = (): number => Math.round(process.memoryUsage.rss() / 2 ** 20)

function conclude(taken: readonly Taken[]): void {
  const faults = taken.flatMap((t) => [
    ...(t.firstByteMs > FIRST_BYTE_MS ? [`${t.what}: first byte after ${t.firstByteMs.toFixed(0)} ms`] : []), ...((t.held.at(-1) ?? 0) - (t.held[1] ?? 0) > HELD_MB ? [`${t.what}: holds ${(t.held.at(-1) ?? 0) - (t.held[1] ?? 0)} MB more at its end than after its first tenth`] : []), ...(t.rssMost - t.rssBefore > GROWTH_MB ? [`${t.what}: ${t.rssMost - t.rssBefore} MB more`] : []),
  ])
  for (const fault of faults) console.log(`  over: ${fault}`)
  console.log(faults.length === 0 ? 'pass' : 'FAIL')
  if (faults.length > 0) process.exitCode = 1
}
