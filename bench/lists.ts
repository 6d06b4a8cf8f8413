import { openDistrict, type District } from './district.ts'
import { measure, type Measured, type Reader } from './lists/measure.ts'
import { probes, type Known, type Places, type Probe } from './lists/probes.ts'

const LIMIT_MS = 100
/** A grid worker’s page against a district officer’s, by their medians. */
const LIMIT_RATIO = 1.2
/** Below this a ratio tells of the machine and not of the list. */
const FELT_MS = 5
const ROUNDS = 40
const COMMUNITY = 37

/** `npm run bench -- lists [people] [only lists whose name has this in it]`: every list of the program, for those who may read it. */
export async function main(args: readonly string[] = []): Promise<void> {
  const district = await openDistrict(100, Math.round(Number(args[0] ?? 1_000_000) / 100))
  try {
    await measureLists(district, args[1] ?? '', ROUNDS)
  } finally {
    await district.close()
  }
}

export async function measureLists(district: District, only: string, rounds: number): Promise<void> {
  const readers = await signAllIn(district)
  const places = await placesOf(district)
  const wanted = probes(await known(district), places).filter((probe) => `${probe.endpoint} ${probe.what}`.includes(only))
  console.log(`\nLists of ${district.size.communities * district.size.peopleEach} people, ${rounds} rounds, ms at the server; limit for the 95th percentile ${LIMIT_MS} ms\n`)
  console.log(line(['list', 'asked by', 'rows', 'p50', 'p95', 'of limit']))
  let all = await askAll(district, wanted, readers, rounds)
  // What else the machine does falls on single lists; what is slow by itself is slow again.
  const doubtful = new Set([...tooSlow(all), ...uneven(all).map((p) => p.grid)].map((m) => m.probe))
  if (doubtful.size > 0) {
    console.log(`\nonce more, ${doubtful.size} of ${wanted.length}:\n`)
    all = [...all.filter((m) => !doubtful.has(m.probe)), ...(await askAll(district, [...doubtful], readers, rounds))]
  }
  conclude(all)
}

async function askAll(district: District, asked: readonly Probe[], readers: readonly Reader[], rounds: number): Promise<Measured[]> {
  const all: Measured[] = []
  for (const probe of asked) {
    const measured = await measure(district, probe, readers, rounds)
    for (const m of measured) console.log(line([`${m.probe.endpoint} ${m.probe.what}`, m.role, String(m.rows), m.p50.toFixed(1), m.p95.toFixed(1), `${(m.p95 / LIMIT_MS).toFixed(2)}${m.p95 > LIMIT_MS ? ' ✗' : ''}`]))
    all.push(...measured)
  }
  return all
}

const WIDTHS = [50, 19, 5, 8, 8, 10]
const line = (cells: readonly string[]) => cells.map((cell, i) => (i < 2 ? cell.padEnd(WIDTHS[i] ?? 0) : cell.padStart(WIDTHS[i] ?? 0))).join(' ')

const tooSlow = (all: readonly Measured[]) => all.filter((m) => m.p95 > LIMIT_MS)

const pairsOf = (all: readonly Measured[]) => all.filter((m) => m.role === 'gridWorker').flatMap((grid) => {
  const district = all.find((m) => m.role === 'districtCommand' && m.probe === grid.probe)
  return district ? [{ grid, district, ratio: Math.max(grid.p50, FELT_MS) / Math.max(district.p50, FELT_MS) }] : []
})
const uneven = (all: readonly Measured[]) => pairsOf(all).filter((p) => p.ratio > LIMIT_RATIO)

function conclude(all: readonly Measured[]): void {
  const worst = all.toSorted((a, b) => b.p95 - a.p95)[0]
  const pairs = pairsOf(all)
  const most = pairs.toSorted((a, b) => b.ratio - a.ratio)[0]
  const middle = pairs.map((p) => p.grid.p50 / p.district.p50).toSorted((a, b) => a - b)[Math.floor(pairs.length / 2)] ?? 0
  const nameOf = (m: Measured) => `${m.probe.endpoint} ${m.probe.what} as ${m.role}`
  if (worst) console.log(`\nslowest p95      ${worst.p95.toFixed(1)} ms of ${LIMIT_MS}, ratio ${(worst.p95 / LIMIT_MS).toFixed(2)}: ${nameOf(worst)}`)
  if (most) {
    const figures = `${most.grid.probe.endpoint} ${most.grid.probe.what}: ${most.grid.p50.toFixed(1)} and ${most.district.p50.toFixed(1)} ms; below ${FELT_MS} ms counts as ${FELT_MS}`
    console.log(`grid : district  at most ${most.ratio.toFixed(2)} of ${LIMIT_RATIO} (medians of ${figures}), the middle one ${middle.toFixed(2)}`)
  }
  const faults = [
    ...tooSlow(all).map((m) => `over: ${nameOf(m)} ${m.p95.toFixed(1)} ms`), ...uneven(all).map((p) => `uneven: ${nameOf(p.grid)} ${p.grid.p50.toFixed(1)} : ${p.district.p50.toFixed(1)} ms`),
  ]
  for (const fault of faults) console.log(`  ${fault}`)
  console.log(`${all.length} measured, ${faults.length} over a limit: ${faults.length === 0 ? 'pass' : 'FAIL'}`)
  if (faults.length > 0) process.exitCode = 1
}

/** Everybody above one and the same grid, and the three administrators. */
async function signAllIn({ signIn }: District): Promise<Reader[]> {
  const subdistrict = 1001 + COMMUNITY % 10
  const posts = [
    ['districtCommand', 1000], ['subdistrictOfficer', subdistrict], ['communityWorker', 1100 + COMMUNITY], ['gridWorker', 20000 + 6 * COMMUNITY + 2],
    ['healthCentreDoctor', subdistrict], ['propertyStaff', 10000 + 2 * COMMUNITY], ['systemAdmin', 1000], ['securityAdmin', 1000], ['auditor', 1000],
  ] as const
  const readers: Reader[] = []
  for (const [role, no] of posts) readers.push({ role, cookie: await signIn(role, no) })
  return readers
}

async function placesOf({ owner }: District): Promise<Places> {
  const { rows: [place] } = await owner.query<Places>(`
    select c.id as "communityId", g.id as "gridId", k.id as "compoundId", (select id from import_batch where area_path = c.area_path limit 1) as "batchId",
      (select id from quarantine_site s where starts_with(c.area_path, s.area_path) limit 1) as "siteId", (select id from account where area_path = c.area_path limit 1) as "accountId",
      (select array_agg(id::text) from (select id from person where area_path = g.area_path order by md5(id::text) limit 10) p) as "personIds"
    from area c, area g, area k where c.no = $1 and g.no = $2 and k.no = $3`, [1100 + COMMUNITY, 20000 + 6 * COMMUNITY + 2, 10000 + 2 * COMMUNITY])
  if (!place) throw new Error('the district has too few communities')
  return place
}

/** Gives ten people of the grid numbers that can be searched for. */
async function known({ owner, house }: District): Promise<Known[]> {
  const { rows } = await owner.query<{ id: string }>('select id from person where area_path = (select area_path from area where no = $1) order by id limit 10', [20000 + 6 * COMMUNITY + 2])
  const { vault } = house.frame
  const numbers = rows.map((_, i) => ({ document: `PT${700_000 + i}`, phone: `1990000${1000 + i}` }))
  for (const [i, { document, phone }] of numbers.entries()) {
    await owner.query('update person set document_kind = $1, document_index = $2, phone_index = $3 where id = $4', ['passport', vault.index('document', document), vault.index('phone', phone), rows[i]?.id])
  }
  return numbers
}
