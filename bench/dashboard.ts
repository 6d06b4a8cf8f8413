import { openDistrict, type District } from './district.ts'
import { measure, type Reader } from './lists/measure.ts'
import type { Probe } from './lists/probes.ts'

const LIMIT_MS = 150
const ROUNDS = 40
const COMMUNITY = 37

/** `npm run bench -- dashboard [people]`: the dashboard of a district of a million people, of everything below it, for everybody who may read it. */
export async function main(args: readonly string[] = []): Promise<void> {
  const district = await openDistrict(100, Math.round(Number(args[0] ?? 1_000_000) / 100))
  try {
    await measureDashboard(district, ROUNDS)
  } finally {
    await district.close()
  }
}

export async function measureDashboard(district: District, rounds: number): Promise<void> {
  const readers = await readersOf(district)
  console.log(`\nDashboard of ${district.size.communities * district.size.peopleEach} people, ${rounds} rounds, ms at the server; limit for the 95th percentile ${LIMIT_MS} ms\n`)
  let worst = 0
  for (const probe of await probesOf(district)) {
    for (const m of await measure(district, probe, readers, rounds)) {
      worst = Math.max(worst, m.p95)
      console.log(`${`${probe.endpoint} ${probe.what}`.padEnd(46)} ${m.role.padEnd(20)} p50 ${m.p50.toFixed(1).padStart(7)}  p95 ${m.p95.toFixed(1).padStart(7)}  ${(m.p95 / LIMIT_MS).toFixed(2)}${m.p95 > LIMIT_MS ? ' ✗' : ''}`)
    }
  }
  console.log(`\nslowest p95 ${worst.toFixed(1)} ms of ${LIMIT_MS}, ratio ${(worst / LIMIT_MS).toFixed(2)}: ${worst <= LIMIT_MS ? 'pass' : 'FAIL'}`)
  if (worst > LIMIT_MS) process.exitCode = 1
}

/** Everybody who may see it, all above the same community. */
async function readersOf({ signIn }: District): Promise<Reader[]> {
  const posts = [['districtCommand', 1000], ['cdc', 1000], ['healthBureau', 1000], ['subdistrictOfficer', 1001 + COMMUNITY % 10], ['communityWorker', 1100 + COMMUNITY]] as const
  const readers: Reader[] = []
  for (const [role, no] of posts) readers.push({ role, cookie: await signIn(role, no) })
  return readers
}

/** The own area of each, then the same place for all of them, down to the grid; whoever is below it answers 404 and is left out. */
async function probesOf({ owner }: District): Promise<Probe[]> {
  const places = [['district', 1000], ['subdistrict', 1001 + COMMUNITY % 10], ['community', 1100 + COMMUNITY], ['compound', 10000 + 2 * COMMUNITY], ['grid', 20000 + 6 * COMMUNITY + 2]] as const
  const probes: Probe[] = [{ endpoint: 'dashboard.dashboard', what: 'own area', inputs: [{}] }]
  for (const [what, no] of places) {
    const { rows: [area] } = await owner.query<{ id: string }>('select id from area where no = $1', [no])
    for (const endpoint of ['dashboard.dashboard', 'dashboard.areaOutlines']) probes.push({ endpoint, what, inputs: [{ areaId: area?.id ?? '' }] })
  }
  return probes
}
