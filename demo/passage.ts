import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { wholeTerritory } from '../kernel/ctx.ts'
import { addDays, addMinutes, instantAt, type Day } from '../kernel/dates.ts'
import { passageApi, type PassageRecord } from '../modules/passage/contract.ts'
import { passageJobs, watchPassages } from '../modules/passage/service.ts'
import { runnerFor } from '../server/ctx.ts'
import { transact } from '../server/db.ts'
import { systemActor } from '../server/jobs.ts'
import type { House } from '../server/main.ts'
import { chance as chanceOf, type Chance } from './chance.ts'
import type { Place, Town } from './town.ts'

/** Invented, as everybody here. */
const KEEPERS = ['丁有福', '郝玉兰', '韦大勇', '蒙秀英', '覃国庆', '农小军', '罗金凤', '卢正华', '岑家才', '陆美花', '黎永强', '甘桂芝']
const LEADERS = ['潘建军', '祁文彬', '向红霞']
const AT_ONCE = 500
const PURPOSES = ['shopping', 'shopping', 'shopping', 'work', 'work', 'care', 'medical', 'farming'] as const

interface Gate { gateId: string; place: Place }
type Draft = Omit<PassageRecord, 'eventId' | 'identity' | 'companions'> & Partial<Pick<PassageRecord, 'identity' | 'companions'>>

/** Gates of the community, who keeps them, and what passed in the last days. */
export async function keepGates(house: House, town: Town, today: Day, now: string): Promise<void> {
  const gates = await setUpGates(town)
  const [empty] = gates.filter((g) => g.place.name === '金科小区')
  await fillRosters(house, today, now, empty?.gateId ?? '')
  const desk = town.desk('gatekeeper')
  const drafts = await passages(house, gates, today, now)
  for (let i = 0; i < drafts.length; i += AT_ONCE) {
    await desk.call(passageApi.recordPassages, { items: drafts.slice(i, i + AT_ONCE).map((one) => ({ ...one, eventId: uuidv7() })) })
  }
  const runner = runnerFor(house.frame, systemActor)
  await passageJobs['passage.count']?.run(runner, {})
  // They were recorded where and when it happened, by whoever stood there; a few came in after the phone had signal again.
  await transact(house.db, wholeTerritory, async ({ sql: q }) => {
    await q.run(sql`update passage_event set received_at = at + interval '2 seconds' where mod(abs(hashtext(id::text)), 40) <> 0`)
    await q.run(sql`update passage_day d set late = (select count(*) from passage_event e where e.gate_id = d.gate_id and (e.at at time zone 'Asia/Shanghai')::date = d.day and e.received_at > e.at + interval '15 minutes')`)
    await q.run(sql`update passage_event e set keeper_name = coalesce((select s.keeper_name from gate_shift s where s.gate_id = e.gate_id and s.starts_at <= e.at and s.ends_at > e.at and s.keeper_name is not null limit 1), e.keeper_name)`)
  })
  await runner.tx((ctx) => watchPassages(ctx, { from: instantAt(addDays(today, -2), '00:00'), until: now }))
}

async function setUpGates(town: Town): Promise<Gate[]> {
  const worker = town.desk('communityWorker')
  const gates: Gate[] = []
  for (const [i, place] of (town.communities[0]?.settlements ?? []).entries()) {
    const village = place.name.endsWith('组')
    const fields = village ? { name: '村口', kind: 'villageGroup' as const, shiftStarts: ['08:00', '20:00'] } : { name: '东门', kind: 'compound' as const, shiftStarts: i % 2 === 0 ? ['08:00', '20:00'] : ['06:00', '14:00', '22:00'] }
    gates.push({ gateId: (await worker.call(passageApi.createGate, { areaId: place.id, ...fields })).gateId, place })
    if (i % 5 !== 0) continue
    const { gateId } = await worker.call(passageApi.createGate, { areaId: place.id, name: village ? '后山路口' : '南门', kind: fields.kind, opensAt: '06:00', closesAt: '22:00', manned: false, note: '消防通道,保持畅通' })
    await worker.call(passageApi.closeGate, { gateId, orderNo: '指挥部通告第5号' })
  }
  return gates
}

/** The week before and the coming days, one post empty now, some days ahead still without anybody. */
async function fillRosters(house: House, today: Day, now: string, emptyGate: string): Promise<void> {
  await transact(house.db, wholeTerritory, async ({ sql: q }) => {
    await q.run(sql`
      insert into gate_shift (id, gate_id, area_path, on_date, slot, starts_at, ends_at)
      select gen_random_uuid(), gate_id, area_path, on_date - 7, slot, starts_at - interval '7 days', ends_at - interval '7 days' from gate_shift where on_date >= ${today} and on_date < ${addDays(today, 7)} on conflict do nothing`)
    await q.run(sql`
      update gate_shift s set keeper_name = (${KEEPERS}::text[])[1 + mod(abs(hashtext(gate_id::text || slot::text || (on_date - date '2020-01-01')::text)), ${KEEPERS.length}::int)],
        leader_name = (${LEADERS}::text[])[1 + mod(on_date - date '2020-01-01', ${LEADERS.length}::int)] where on_date < ${addDays(today, 3)}`)
    await q.run(sql`
      update gate_shift s set signed_on_at = starts_at - interval '4 minutes', signed_on_name = keeper_name, hand_overs = case when ends_at <= ${now} then jsonb_build_array(jsonb_build_object('at', to_char((ends_at + interval '3 minutes') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', null, 'name', keeper_name, 'remarks', null, 'abnormal', false,
        'items', '[{"item":"测温枪","count":2,"sound":true},{"item":"口罩","count":40,"sound":true},{"item":"消毒液","count":3,"sound":true}]'::jsonb)) else '[]'::jsonb end
      where starts_at <= ${now} and not (gate_id = ${emptyGate || null}::uuid and ends_at > ${now})`)
  })
}

/** Two days and today: shopping and work, a few who come too often, a quarantined household, visitors, a fever, a birth. */
async function passages(house: House, gates: readonly Gate[], today: Day, now: string): Promise<Draft[]> {
  const chance = chanceOf(53)
  const drafts: Draft[] = []
  const quarantined: { gateId: string; householdId: string }[] = []
  for (const gate of gates) {
    const { homes, held } = await transact(house.db, wholeTerritory, async ({ sql: q }) => ({
      homes: await q.rows<{ id: string }>(sql`select id from household where area_path >= ${gate.place.path} and area_path < ${`${gate.place.path.slice(0, -1)}0`} and not exists (select from episode e where e.household_id = household.id and e.state = 'active') order by id limit 38`),
      held: await q.rows<{ id: string }>(sql`select household_id as id from episode where state = 'active' and measure = 'homeQuarantine' and area_path >= ${gate.place.path} and area_path < ${`${gate.place.path.slice(0, -1)}0`} and household_id is not null limit 1`),
    }))
    quarantined.push(...held.map((h) => ({ gateId: gate.gateId, householdId: h.id })))
    for (const on of [addDays(today, -2), addDays(today, -1), today]) drafts.push(...dayAt(chance, gate, on, homes.map((h) => h.id), held.map((h) => h.id)))
  }
  // In the morning what was wrong was yesterday.
  drafts.push(...wrong(gates, quarantined, now > instantAt(today, '12:40') ? today : addDays(today, -1)))
  const [first] = gates
  if (first) drafts.push(
    { gateId: first.gateId, at: instantAt(today, '13:20'), direction: 'in', subject: 'unknown', name: '金有才', told: '砚山县', temperature: 38.1, purpose: 'visiting' },
    { gateId: first.gateId, at: instantAt(today, '05:40'), direction: 'out', subject: 'unknown', name: '杜小梅', told: '3幢1单元202', emergency: 'birth' },
    { gateId: first.gateId, at: instantAt(today, '09:12'), direction: 'in', subject: 'vehicle', plate: '云HA0120', specialVehicle: 'ambulance', purpose: 'medical' },
  )
  return drafts.filter((one) => one.at < now).toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

/** What the watch finds: a keeper who let a quarantined household out, one pass at two gates, a car that only comes in. */
function wrong(gates: readonly Gate[], quarantined: readonly { gateId: string; householdId: string }[], on: Day): Draft[] {
  const [first, second] = gates
  const [let1] = quarantined
  if (!first || !second) return []
  const car = { subject: 'vehicle', plate: '云H60218', vehiclePass: 'valid', purpose: 'supply', temperature: 36.4, direction: 'in' } as const
  const lent = { subject: 'person', passNo: '人000118', passState: 'valid', name: '季红梅', purpose: 'work', temperature: 36.3, direction: 'out' } as const
  return [
    { ...car, gateId: second.gateId, at: instantAt(on, '08:05') }, { ...car, gateId: second.gateId, at: instantAt(on, '11:47') },
    { ...lent, gateId: first.gateId, at: instantAt(on, '10:02') }, { ...lent, gateId: second.gateId, at: instantAt(on, '10:07') },
    ...(let1 ? [{ ...let1, subject: 'household' as const, direction: 'out' as const, at: instantAt(on, '12:31'), purpose: 'shopping' as const, temperature: 36.6, happened: 'allow' as const }] : []),
  ]
}

function dayAt(chance: Chance, { gateId }: Gate, on: Day, homes: readonly string[], held: readonly string[]): Draft[] {
  const drafts: Draft[] = []
  const degrees = () => 36 + chance.int(0, 8) / 10
  for (const householdId of homes) {
    if (!chance.hit(0.62)) continue
    const purpose = chance.pick(PURPOSES)
    const out = addMinutes(instantAt(on, '06:30'), chance.int(0, purpose === 'work' ? 120 : 600))
    const who = { gateId, subject: 'household', householdId, purpose, identity: chance.hit(0.9) ? 'same' : 'known', ...(chance.hit(0.85) ? { passState: 'valid' as const } : {}) } as const
    const along = chance.hit(0.12) ? { companions: [{ kind: chance.hit(0.5) ? ('child' as const) : ('elder' as const), temperature: degrees() }] } : {}
    drafts.push({ ...who, ...along, at: out, direction: 'out', temperature: degrees() })
    if (purpose !== 'shopping' || chance.hit(0.6)) drafts.push({ ...who, ...along, at: addMinutes(out, purpose === 'work' ? chance.int(420, 560) : chance.int(30, 130)), direction: 'in', temperature: degrees() })
  }
  for (const householdId of held.slice(0, chance.hit(0.4) ? 1 : 0)) drafts.push({ gateId, subject: 'household', householdId, purpose: 'shopping', identity: 'same', at: addMinutes(instantAt(on, '09:00'), chance.int(0, 300)), direction: 'out', temperature: degrees() })
  if (chance.hit(0.5)) drafts.push({ gateId, subject: 'visitor', name: chance.pick(['钱师傅', '戴小军', '邹丽']), told: chance.pick(['砚山县', '丘北县', '文山市区']), purpose: 'visiting', at: addMinutes(instantAt(on, '10:00'), chance.int(0, 300)), direction: 'in', temperature: degrees(), visitorConfirmed: chance.hit(0.4) })
  return drafts
}
