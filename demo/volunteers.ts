import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { wholeTerritory } from '../kernel/ctx.ts'
import { addDays, addMinutes, dayOf, instantAt, type Day, type Instant } from '../kernel/dates.ts'
import { sealIdentity } from '../modules/people/service.ts'
import type { VolunteerKind, WorkKind } from '../modules/volunteers/contract.ts'
import { shippedRules } from '../modules/volunteers/data.ts'
import { pointsFor, wholeMinutes } from '../modules/volunteers/rules.ts'
import { zh } from '../modules/volunteers/words.zh.ts'
import { transact } from '../server/db.ts'
import type { House } from '../server/main.ts'
import type { Town } from './town.ts'

/** Invented, as everybody here. */
const SURNAMES = '岑韦农陆黎覃甘卢罗蒙潘郝'
const GIVEN = ['建国', '美芳', '志强', '秀兰', '文斌', '雪梅', '家伟', '丽萍', '国栋', '海燕']
const UNITS = ['市水务局', '市林业局', '市教育体育局', '市税务局', '文山供电局', '州民族中学', '市档案馆']
const SKILLS = ['keeping', 'delivery', 'driving', 'counselling', 'medical', 'disinfection', 'translation', 'keeping'] as const
const FREE = [['weekend'], ['evening', 'night'], ['weekday'], [], ['evening', 'weekend'], ['night', 'evening', 'weekday', 'weekend']] as const
const PLACES: Record<WorkKind, string> = { gate: '金科小区东门', delivery: '锦绣小区', visit: '1—6幢', disinfection: '锦绣小区楼道', medical: '采样点', publicity: '社区广场', other: '社区服务中心' }
const MEMBERS = 56
const RESIDENTS = 18

interface Helper { id: string; kind: VolunteerKind; unit: string | null; name: string; personId: string | null; state: string; created: Instant; skills: readonly string[]; free: readonly string[]; inPublic: boolean; reportedOn: Day | null; phone: string | null }
interface Call { id: string; kind: WorkKind; place: string; from: Instant; to: Instant; wanted: number; skill: string | null; note: string | null; areaId: string; path: string; gateId: string | null; on: Day | null; slot: number | null }
interface Service { id: string; call: string | null; helper: string; kind: WorkKind; place: string; from: Instant; to: Instant; state: 'taken' | 'came' | 'absent' }

/** Who reported in and who of them comes, residents who help, calls that lack hands, fortnights of services with their points; three sign-ups wait. */
export async function bringHelpers(house: House, town: Town, today: Day, now: Instant): Promise<void> {
  const [place] = town.communities
  if (!place) return
  await transact(house.db, wholeTerritory, async ({ sql: q }) => {
    const residents = await q.rows<{ id: string; name: string }>(sql`
      (select p.id, p.name from person p where starts_with(p.area_path, ${place.path}) and p.state = 'present' and p.phone_sealed is not null and p.residency = 'permanent' and p.birth_on between '1960-01-01' and '2000-01-01'
        and not exists (select from episode e where e.person_id = p.id) order by p.area_path, p.id offset 40 limit ${RESIDENTS - 1})
      union all (select p.id, p.name from episode e join person p on p.id = e.person_id where starts_with(e.area_path, ${place.path}) and e.state = 'active' and p.phone_sealed is not null and p.birth_on < '2000-01-01' order by e.id limit 1)`)
    // Two shifts within a day have nobody; for one of them hands are called already.
    await q.run(sql`update gate_shift set keeper_name = null where id in (select s.id from gate_shift s where starts_with(s.area_path, ${place.path}) and s.starts_at > ${now} and s.starts_at < ${addMinutes(now, 24 * 60)} and s.signed_on_at is null order by s.area_path desc, s.gate_id, s.starts_at limit 2)`)
    const gaps = await q.rows<{ gateId: string; areaId: string; path: string; on: Day; slot: number; from: Instant; to: Instant; place: string }>(sql`
      select s.gate_id as "gateId", g.area_id as "areaId", s.area_path as path, s.on_date as "on", s.slot, s.starts_at as "from", s.ends_at as "to", a.name || g.name as place
      from gate_shift s join gate g on g.id = s.gate_id join area a on a.id = g.area_id where starts_with(s.area_path, ${place.path}) and s.keeper_name is null and s.signed_on_at is null and s.starts_at > ${now} order by s.starts_at, s.id limit 1`)
    const helpers = theHelpers(today, now, residents)
    const calls = theCalls(now, today, place, gaps)
    const services = theServices(helpers, calls, today, now)
    await write(house, q, { helpers, calls, services, place })
  })
}

function theHelpers(today: Day, now: Instant, residents: readonly { id: string; name: string }[]): Helper[] {
  const nameOf = (i: number) => `${SURNAMES[i % SURNAMES.length] ?? ''}${GIVEN[(i * 7) % GIVEN.length] ?? ''}`
  const base = (i: number) => ({ id: uuidv7(), skills: [...new Set([SKILLS[i % SKILLS.length] ?? 'keeping', ...(i % 4 === 0 ? ['driving'] : [])])], free: FREE[i % FREE.length] ?? [], inPublic: i % 3 !== 1 })
  const reported = (i: number): Day => addDays(today, -(16 - (i % 6)))
  const members = Array.from({ length: MEMBERS }, (_, i): Helper => ({ ...base(i), kind: i % 9 === 4 ? 'cadre' : 'partyMember', unit: UNITS[i % UNITS.length] ?? null, name: nameOf(i), personId: null, state: i % 23 === 11 ? 'paused' : 'active', created: instantAt(reported(i), '10:00'), reportedOn: reported(i), phone: `1990004${String(i).padStart(4, '0')}` }))
  const own = residents.map(({ id, name }, i): Helper => ({ ...base(i + 3), kind: 'resident', unit: null, name, personId: id, state: 'active', created: instantAt(addDays(today, -12), '15:00'), reportedOn: null, phone: null }))
  const others = [['好又多超市', 'merchant', '超市老板'], ['金科物业', 'property', '陈维修'], ['顺风快递', 'merchant', '李快递']].map(([unit, kind, name], i): Helper => ({ ...base(i + 1), kind: kind as VolunteerKind, unit: unit ?? null, name: name ?? '', personId: null, state: 'active', created: instantAt(addDays(today, -9), '11:00'), reportedOn: null, phone: `1990005${String(i).padStart(4, '0')}` }))
  const waiting = [['吴晓晴', 'resident', null], ['马跃进', 'partyMember', '市档案馆'], ['白云飞', 'resident', null]].map(([name, kind, unit], i): Helper => ({ ...base(i), kind: kind as VolunteerKind, unit: unit ?? null, name: name ?? '', personId: null, state: 'waiting', created: addMinutes(now, -70 * (i + 1)), reportedOn: kind === 'partyMember' ? today : null, phone: `1990006${String(i).padStart(4, '0')}` }))
  return [...members, ...own, ...others, ...waiting]
}

function theCalls(now: Instant, today: Day, place: { id: string; path: string }, gaps: readonly { gateId: string; areaId: string; path: string; on: Day; slot: number; from: Instant; to: Instant; place: string }[]): Call[] {
  const one = (kind: WorkKind, from: Instant, to: Instant, wanted: number, more: Partial<Call> = {}): Call => ({ id: uuidv7(), kind, place: PLACES[kind], from, to, wanted, skill: null, note: null, areaId: place.id, path: place.path, gateId: null, on: null, slot: null, ...more })
  const tomorrow = addDays(today, 1)
  return [
    one('delivery', addMinutes(now, -60), addMinutes(now, 180), 3, { note: '居家隔离户的菜和药,送到门口' }), one('disinfection', addMinutes(now, 150), addMinutes(now, 330), 2, { skill: 'disinfection', note: '防护服在社区领' }), one('medical', instantAt(tomorrow, '08:30'), instantAt(tomorrow, '11:30'), 2, { note: '协助采样登记' }),
    one('delivery', instantAt(addDays(today, -1), '14:00'), instantAt(addDays(today, -1), '17:00'), 2), one('gate', instantAt(addDays(today, -2), '20:00'), instantAt(addDays(today, -2), '23:30'), 1), one('visit', instantAt(addDays(today, -1), '09:00'), instantAt(addDays(today, -1), '11:30'), 2), one('publicity', instantAt(addDays(today, 3), '09:00'), instantAt(addDays(today, 3), '11:00'), 4),
    ...gaps.map(({ place: at, ...gap }) => one('gate', gap.from, gap.to, 1, { ...gap, place: at })),
  ]
}

function theServices(helpers: readonly Helper[], calls: readonly Call[], today: Day, now: Instant): Service[] {
  const kinds: WorkKind[] = ['gate', 'gate', 'delivery', 'visit', 'disinfection', 'publicity']
  const ready = helpers.filter((h, i) => h.state === 'active' && (h.kind === 'resident' || h.unit === null || i % 3 !== 1))
  const past = ready.flatMap((h, i) => Array.from({ length: h.kind === 'resident' ? 2 : 1 + (i % 4) }, (_, n): Service => {
    const [kind, day] = [kinds[(i + n) % kinds.length] ?? 'gate', addDays(today, -1 - ((i * 5 + n * 3) % 13))]
    return { id: uuidv7(), call: null, helper: h.id, kind, place: PLACES[kind], from: instantAt(day, n % 2 ? '19:00' : '08:00'), to: instantAt(day, n % 2 ? '22:00' : i % 3 ? '12:00' : '11:30'), state: i % 17 === 9 && n === 1 ? 'absent' : 'came' }
  })).filter(({ to, from }) => to < now && dayOf(from) < today)
  const takes = (call: Call | undefined, from: number, n: number, state: Service['state'] = 'taken'): Service[] => (call ? ready.filter(({ personId }) => personId === null).slice(from, from + n).map((h) => ({ id: uuidv7(), call: call.id, helper: h.id, kind: call.kind, place: call.place, from: call.from, to: call.to, state })) : [])
  return [...past, ...takes(calls[0], 0, 2), ...takes(calls[1], 4, 1), ...takes(calls[3], 8, 2, 'came'), ...takes(calls[4], 11, 1, 'came'), ...takes(calls[5], 6, 2)]
}

async function write(house: House, q: Parameters<Parameters<typeof transact>[2]>[0]['sql'], { helpers, calls, services, place }: { helpers: readonly Helper[]; calls: readonly Call[]; services: readonly Service[]; place: { id: string; path: string } }): Promise<void> {
  const rows = helpers.map(({ phone, ...h }) => ({ ...h, ...sealIdentity({ vault: house.frame.vault }, { documentKind: 'none', phone }) }))
  await q.run(sql`
    insert into volunteer (id, area_id, area_path, person_id, name, kind, unit, reported_on, phone_sealed, phone_index, phone_masked, skills, free, in_public, state, created_at, creator_name, link_id)
    select x.id, ${place.id}::uuid, ${place.path}, x."personId", x.name, x.kind, x.unit, x."reportedOn", x."phoneSealed", x."phoneIndex", x."phoneMasked", array(select jsonb_array_elements_text(x.skills)), array(select jsonb_array_elements_text(x.free)), x."inPublic", x.state, x.created, case when x.state = 'waiting' then null else '演示社工' end,
      case when x.state = 'waiting' then (select l.id from link l where l.area_path = ${place.path} and l.purpose = 'declaration' and l.revoked_at is null limit 1) end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (id uuid, "personId" uuid, name text, kind text, unit text, "reportedOn" date, "phoneSealed" text, "phoneIndex" text, "phoneMasked" text, skills jsonb, free jsonb, "inPublic" boolean, state text, created timestamptz)`)
  await q.run(sql`
    insert into volunteer_call (id, area_id, area_path, kind, place, starts_at, ends_at, wanted, skill, note, gate_id, on_date, slot, asked_at, asker_name)
    select x.id, x."areaId", x.path, x.kind, x.place, x."from", x."to", x.wanted, x.skill, x.note, x."gateId", x."on", x.slot, least(x."from", now()) - interval '1 day', '演示社工'
    from jsonb_to_recordset(${JSON.stringify(calls)}::jsonb) as x (id uuid, "areaId" uuid, path text, kind text, place text, "from" timestamptz, "to" timestamptz, wanted int, skill text, note text, "gateId" uuid, "on" date, slot int)`)
  await q.run(sql`
    insert into volunteer_service (id, call_id, volunteer_id, area_path, kind, place, starts_at, ends_at, state, came_at, left_at, taken_at, taker_name, recorded_at, recorder_name)
    select x.id, x.call, x.helper, ${place.path}, x.kind, x.place, x."from", x."to", x.state, case when x.state = 'came' then x."from" end, case when x.state = 'came' then x."to" end, x."from" - interval '1 day', '演示社工',
      case when x.state <> 'taken' then x."to" end, case when x.state <> 'taken' then '演示社工' end
    from jsonb_to_recordset(${JSON.stringify(services)}::jsonb) as x (id uuid, call uuid, helper uuid, kind text, place text, "from" timestamptz, "to" timestamptz, state text)`)
  const earned = services.flatMap((s) => {
    const points = s.state === 'came' ? pointsFor(shippedRules, s.kind, wholeMinutes(s.from, s.to), 0) : 0
    return points > 0 ? [{ id: uuidv7(), helper: s.helper, at: s.to, points, kind: 'earned', service: s.id, what: `${s.place} ${zh.works[s.kind]}` }] : []
  })
  const exchanged = earned.filter((_, i) => i % 25 === 4).map((e) => ({ id: uuidv7(), helper: e.helper, at: addMinutes(e.at, 60), points: -5, kind: 'exchanged', service: null, what: '洗手液一瓶' }))
  await q.run(sql`
    insert into volunteer_point (id, volunteer_id, area_path, at, points, kind, service_id, what, actor_name)
    select x.id, x.helper, ${place.path}, x.at, x.points, x.kind, x.service, x.what, '演示社工' from jsonb_to_recordset(${JSON.stringify([...earned, ...exchanged])}::jsonb) as x (id uuid, helper uuid, at timestamptz, points int, kind text, service uuid, what text)`)
}
