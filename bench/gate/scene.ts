import { createPrivateKey, sign } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { wholeTerritory } from '../../kernel/ctx.ts'
import { toInstant } from '../../kernel/dates.ts'
import { encodePass } from '../../modules/passes/rules.ts'
import { rotateKeys } from '../../modules/passes/service.ts'
import { makeCtx } from '../../server/ctx.ts'
import { transact } from '../../server/db.ts'
import { goingOn, openDistrict, type District } from '../district.ts'
import { publish } from '../district/episodes.ts'

/** Communities of 10,000 people, each with two closed compounds, two gates to a compound and a keeper at each. */
const COMMUNITIES = 16
const PEOPLE_EACH = 10_000
const GATES_EACH = 4

export interface Scene {
  district: Awaited<ReturnType<typeof openDistrict>>
  port: number
  keepers: readonly Keeper[]
  /** Signed codes on paper of the households of each community, three to a household, of its one compound and the other by turns, as its gates are. */
  codesOf: readonly (readonly string[])[]
}
export interface Keeper { cookie: string; gateId: string; communityNo: number }

/** `clock`: where another process goes on with it, whose clock nobody can stop. */
export async function openScene(clock = goingOn()): Promise<Scene> {
  const district = await openDistrict(COMMUNITIES, PEOPLE_EACH, ['fillEpisodes', 'fillChecks', 'fillScreenings', 'fillLeads', 'fillDailyReports', 'fillAudit', 'fillBatches', 'fillAccounts'], clock)
  const { owner, house } = district
  const now = toInstant(house.frame.clock())
  await transact(house.db, wholeTerritory, ({ sql: q }) => rotateKeys(makeCtx(house.frame, q, { kind: 'system', scope: wholeTerritory }, now)))
  await publish(owner)
  await owner.query('select passage_month($1::date)', [now.slice(0, 10)])
  await owner.query(`insert into pass (id, kind, area_id, area_path, community_id, household_id, state, valid_from, valid_until, issued_at)
    select gen_random_uuid(), 'household', area_id, area_path, community_id, id, 'valid', $1::timestamptz - interval '10 days', $1::timestamptz + interval '80 days', $1 from household`, [now])
  const keepers: Keeper[] = []
  for (let c = 1; c <= COMMUNITIES; c++) {
    for (let g = 0; g < GATES_EACH; g++) {
      const gateId = uuidv7()
      await owner.query(`insert into gate (id, area_id, area_path, name, kind, ways, manned, shift_starts, created_at) select $1, id, area_path, $2, 'compound', 'both', true, '{08:00,20:00}', $3 from area where no = $4`,
        [gateId, `${g}号门`, now, 10_000 + 2 * c + (g % 2)])
      keepers.push({ gateId, cookie: await district.signIn('gatekeeper', 1100 + c), communityNo: c })
    }
  }
  await history(owner, now)
  await owner.query('vacuum (analyze)')
  await house.app.listen({ host: '127.0.0.1', port: 0 })
  const address = house.app.server.address()
  return { district, port: typeof address === 'object' && address ? address.port : 0, keepers, codesOf: await signAll(district, now) }
}

/** What passed before, half a day of every household: a table that is not new has statistics, and an index a depth. */
const history = (owner: District['owner'], now: string) => owner.query(`
  insert into passage_event (id, gate_id, area_path, at, received_at, direction, subject, subject_key, household_id, identity, temperature, persons, outcome, decided, step, reason, counted, differs)
  select gen_random_uuid(), g.id, g.area_path, t.at, t.at, case n % 2 when 0 then 'out' else 'in' end, 'household', h.id::text, h.id, 'same', 36.5, 1, 'allow', 'allow', 'done', '{"code": "free", "params": {}}', false, false
  from (select *, row_number() over (partition by community_id order by id) as k from household) h
    join (select *, row_number() over (partition by area_path order by id) - 1 as k, (select id from area c where starts_with(g.area_path, c.area_path) and c.level = 'community') as community_id from gate g) g on g.community_id = h.community_id and g.k = h.k % 2
    cross join generate_series(0, 3) n cross join lateral (select $1::timestamptz - interval '4 days' + n * interval '1 hour' + h.k * interval '7 seconds' as at) t`, [now])

const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex')

async function signAll({ owner, house }: District, now: string): Promise<string[][]> {
  const { rows: [key] } = await owner.query<{ key_id: number; private_sealed: string }>('select key_id, private_sealed from pass_key order by key_id limit 1')
  if (!key) throw new Error('no key')
  const signer = createPrivateKey({ key: Buffer.concat([PRIVATE, Buffer.from(house.frame.vault.open(key.private_sealed), 'base64url')]), format: 'der', type: 'pkcs8' })
  const seconds = Math.floor(Date.parse(now) / 1000)
  const { rows } = await owner.query<{ no: string; household_id: string; community: number }>(`
    select p.no, p.household_id, a.no as community from pass p join area a on a.id = p.community_id order by row_number() over (partition by split_part(p.area_path, '/', 5) order by p.no), p.area_path`)
  const codes: string[][] = Array.from({ length: COMMUNITIES }, () => [])
  for (const turn of [0, 1, 2]) {
    for (const { no, household_id: householdId, community } of rows) {
      codes[community - 1101]?.push(encodePass(
        { kind: 'household', medium: 'paper', keyId: key.key_id, serial: Number(no), issue: 1, areaNo: 1, householdId, personId: null, notBefore: seconds - 86_400, expires: seconds + 7_000_000 + turn },
        (message) => new Uint8Array(sign(null, message, signer)),
      ))
    }
  }
  return codes
}

/** So many passages, the n-th at the gate of the n-th keeper, by the codes of that community from one even place in the list to another: each at the gate of its compound. */
export function scans({ district, keepers, codesOf }: Scene, n: number, [from, to]: readonly [number, number]): string[] {
  const at = district.house.frame.clock().toISOString()
  return Array.from({ length: n }, (_, i) => {
    const keeper = keepers[i % keepers.length]
    const codes = codesOf[(keeper?.communityNo ?? 1) - 1] ?? []
    // Of a community's codes each of its gates takes the next: no code comes twice before all have come.
    const nth = Math.floor(i / keepers.length) * GATES_EACH + (i % GATES_EACH)
    return scanOf(keeper?.gateId ?? '', codes[from + (nth % (to - from))] ?? '', at, i)
  })
}

/** One passage as the gate's phone sends it: measured, out and back by turns. */
const scanOf = (gateId: string, scanned: string, at: string, i: number): string => JSON.stringify({
  eventId: uuidv7(), gateId, at, direction: i % 2 ? 'in' : 'out', identity: 'same', temperature: 36 + (i % 10) / 10, purpose: 'shopping', scanned, companions: [],
})

