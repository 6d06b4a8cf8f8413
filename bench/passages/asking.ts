import type pg from 'pg'
import { instantAt, addDays } from '../../kernel/dates.ts'
import { passageTabs } from '../../modules/passage/contract.ts'
import { TODAY, type District } from '../district.ts'
import { kinds } from '../district/loading.ts'
import { measure, type Measured, type Reader } from '../lists/measure.ts'
import type { Input, Probe } from '../lists/probes.ts'
import { BUSY_EACH, GATES_EACH, HOUSEHOLDS_EACH } from './filling.ts'
import { dropCaches, type Server } from './server.ts'

export const limits = { warmMs: 100, coldMs: 500 }
const COMMUNITY = 37
const ORDINARY = 40
const BUSIEST = 20
const COLD = 10
const REASON = { reason: '3号线索流调' }

export interface Asked { ordinary: readonly string[]; busiest: readonly string[]; places: { gateId: string; smallGateId: string; communityId: string; plate: string; door: string } }

/** Whom to ask about: households as most are, and those of the community that passed most often in the last fourteen days. */
export async function whomToAsk(owner: pg.Client): Promise<Asked> {
  const first = (COMMUNITY - 1) * HOUSEHOLDS_EACH
  const person = (home: string) => `pg_temp.uid(${kinds.person}, 4 * (${home}) - 3)`
  const { rows: ordinary } = await owner.query<{ id: string }>(`select ${person(`${first} + ${BUSY_EACH} + 7 + n * 71`)} as id from generate_series(1, ${ORDINARY}) n`)
  const { rows: busiest } = await owner.query<{ id: string }>(`
    select (select p.id from person p where p.household_id = h.id order by p.id limit 1) as id from (select pg_temp.uid(${kinds.household}, ${first} + n) as id from generate_series(1, ${BUSY_EACH}) n) h
    cross join lateral (select count(*) as n from passage_event e where e.household_id = h.id and e.at >= $1) c order by c.n desc limit ${BUSIEST}`, [instantAt(addDays(TODAY, -13), '00:00')])
  const { rows: [places] } = await owner.query<Asked['places']>(`
    select pg_temp.uid(${kinds.other}, ${COMMUNITY * 100}) as "gateId", pg_temp.uid(${kinds.other}, ${COMMUNITY * 100 + GATES_EACH - 1}) as "smallGateId", (select id from area where no = ${1100 + COMMUNITY}) as "communityId",
      (select plate from passage_event where gate_id = pg_temp.uid(${kinds.other}, ${COMMUNITY * 100}) and plate is not null and at >= $1 order by at limit 1) as plate, (select address from household where id = pg_temp.uid(${kinds.household}, ${first + 777})) as door`, [instantAt(addDays(TODAY, -5), '00:00')])
  if (!places) throw new Error('there are no gates')
  return { ordinary: ordinary.map((row) => row.id), busiest: busiest.map((row) => row.id), places }
}

export async function readersOf({ signIn }: District): Promise<Reader[]> {
  const posts = [['cdc', 1000], ['healthCentreDoctor', 1001 + COMMUNITY % 10], ['communityWorker', 1100 + COMMUNITY], ['gatekeeper', 10000 + 2 * COMMUNITY], ['gridWorker', 20000 + 6 * COMMUNITY]] as const
  const readers: Reader[] = []
  for (const [role, no] of posts) readers.push({ role, cookie: await signIn(role, no) })
  return readers
}

const samePlace = 'passage.listSamePlace'
const list = 'passage.listPassages'
const of = (endpoint: string, what: string, ...inputs: Input[]): Probe => ({ endpoint, what, inputs: inputs.length === 0 ? [{}] : inputs })

export const probesOf = ({ ordinary, busiest, places: { gateId, smallGateId, communityId, plate, door } }: Asked): readonly Probe[] => [
  of(samePlace, 'ordinary people', ...ordinary.map((personId) => ({ personId, ...REASON }))), of(samePlace, 'the busiest', ...busiest.map((personId) => ({ personId, ...REASON }))),
  { ...of(samePlace, 'the busiest, next pages', { personId: busiest[0] ?? '', ...REASON }), walks: true }, of('passage.ownWay', 'own passages', ...busiest.map((personId) => ({ personId }))),
  ...passageTabs.flatMap((tab) => [of(list, `busy gate, ${tab}`, { gateId, tab }), of(list, `small gate, ${tab}`, { gateId: smallGateId, tab }), of(list, `community, ${tab}`, { areaId: communityId, tab }), of(list, `whole territory, ${tab}`, { tab })]),
  { ...of(list, 'busy gate, next pages', { gateId }), walks: true }, { ...of(list, 'whole territory, next pages', {}), walks: true }, of(list, 'busy gate, 200 rows', { gateId, limit: '200' }), of(list, 'whole territory, out', { direction: 'out' }),
  of(list, 'one day three weeks ago', { from: addDays(TODAY, -8), to: addDays(TODAY, -8) }), of(list, 'busy gate, a plate', { gateId, q: plate }), of(list, 'community, a plate', { areaId: communityId, q: plate }), of(list, 'community, a door', { areaId: communityId, q: door }),
  of(list, 'whole territory, a plate', { q: plate }), of(list, 'whole territory, nobody’s name', { q: '欧阳' }),
  ...['passage.passageCounts', 'passage.passageFlow'].flatMap((endpoint) => [of(endpoint, 'busy gate', { gateId }), of(endpoint, 'community', { areaId: communityId }), of(endpoint, 'whole territory')]),
  of('passage.getGate', 'hours of a gate', { gateId }), of('passage.listGates', 'gates'), of('passage.gateCounts', 'gates'), of('passage.listPresent', 'community, out', { areaId: communityId }), of('passage.listPresent', 'community, visitors', { areaId: communityId, tab: 'visitors' }),
]

/** Once unmeasured, so that what is asked is in memory; then every one of them again, and a third time where the second was too slow. */
export async function askWarm(district: District, probes: readonly Probe[], readers: readonly Reader[]): Promise<Measured[]> {
  const all: Measured[] = []
  for (const probe of probes) {
    const rounds = Math.max(20, probe.inputs.length)
    await measure(district, probe, readers, Math.max(1, probe.inputs.length - 3))
    let measured = await measure(district, probe, readers, rounds)
    if (measured.some((m) => m.p95 > limits.warmMs)) measured = await measure(district, probe, readers, rounds)
    for (const m of measured) console.log(line(m, limits.warmMs))
    all.push(...measured)
  }
  return all
}

export interface Cold { what: string; role: string; times: readonly number[]; dropped: boolean }
/** The database server ended and started again and nothing of its files in memory, before every single question. */
export async function askCold(server: Server, { house }: District, { ordinary, busiest }: Asked, { role, cookie }: Reader): Promise<Cold[]> {
  const groups = [{ what: 'ordinary people', people: ordinary }, { what: 'the busiest', people: busiest }]
  const done: Cold[] = []
  for (const { what, people } of groups) {
    const times: number[] = []
    let dropped = false
    for (const personId of people.slice(0, COLD)) {
      await server.restart()
      dropped = dropCaches()
      await new Promise((ready) => setTimeout(ready, 300))
      const from = performance.now()
      const reply = await house.app.inject({ method: 'GET', url: `/api/passage/same-place?${new URLSearchParams({ personId, ...REASON })}`, headers: { cookie } })
      times.push(performance.now() - from)
      if (reply.statusCode !== 200) throw new Error(`${reply.statusCode} ${reply.body}`)
    }
    done.push({ what, role, times, dropped })
  }
  return done
}

const line = (m: Measured, limit: number): string => `${`${m.probe.endpoint} ${m.probe.what}`.padEnd(54)} ${m.role.padEnd(19)} ${String(m.rows).padStart(4)} rows   p50 ${m.p50.toFixed(1).padStart(7)}   p95 ${m.p95.toFixed(1).padStart(7)}   ${(m.p95 / limit).toFixed(2)}${m.p95 > limit ? ' ✗ MISSED' : ''}`
