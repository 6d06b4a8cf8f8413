import sql from 'sql-template-tag'
import { wholeTerritory, type Sql } from '../kernel/ctx.ts'
import { addDays, type Day, type Instant } from '../kernel/dates.ts'
import { careApi } from '../modules/care/contract.ts'
import { quarantineApi } from '../modules/quarantine/contract.ts'
import { transact } from '../server/db.ts'
import type { House } from '../server/main.ts'
import type { Town } from './town.ts'

/** One in so many; the first fits the way somebody is counted off. */
const NEW_GROUPS = [['emptyNest', 'chronic', 7], ['lowIncome', 'disabled', 5], ['destitute', 'livingAlone', 23], ['incapacitated', 'chronic', 19], ['mentalDisorder', 'disabled', 11]] as const

/** Weeks of visits to everybody in a care group: most in time, some overdue, two missed twice, one who wants none, and a home whose carer is in central quarantine. */
export async function lookIn(house: House, town: Town, today: Day, now: Instant): Promise<void> {
  const worker = town.desk('communityWorker')
  await transact(house.db, wholeTerritory, async ({ sql: q }) => {
    for (const [group, of, every] of NEW_GROUPS) await q.run(sql`
      update person p set care_groups = p.care_groups || ${group}::text from (select id, row_number() over (order by area_path, household_id, id) as n from person where state = 'present' and ${of} = any(care_groups)) x where x.id = p.id and x.n % ${every}::int = 3`)
    await visitAll(q, today, now)
  })
  const { items } = await worker.call(careApi.listCare, { tab: 'missed', limit: 2 })
  const [one, two] = items
  if (one) await worker.call(careApi.nameContact, { personId: one.personId, name: '周敏', relation: 'child', phone: '19900009611' })
  if (two) await worker.call(careApi.nameAnswerer, { personId: two.personId, kind: 'partyMember', name: '高党员', phone: '19900009612' })
  const { items: [calm] } = await worker.call(careApi.listCare, { tab: 'fine', limit: 1 })
  if (calm) await worker.call(careApi.declineCare, { personId: calm.personId, saidBy: '本人', note: '和儿子同住,说不用来', askAgainOn: addDays(today, 60) })
  await leaveAlone(house, town, today)
}

/** Three visits each, a rhythm apart, the last so long ago as the place in the row says. */
const visitAll = (q: Sql, today: Day, now: Instant): Promise<number> => q.run(sql`
  with who as materialized (select c.person_id, c.area_path, c.days, row_number() over (order by c.area_path, c.household_id, c.person_id) as n from care_person c where c.state = 'active'),
  last as materialized (select *, (case when n % 160 = 5 then days + 2 + n % 4 when n % 12 = 7 then days else 1 + n % greatest(days - 1, 1) end)::int as ago, n % 29 = 6 as once, n in (40, 90) as twice from who where n % 200 <> 9),
  made as (insert into care_visit (id, person_id, area_path, at, received_at, way, result, note, actor_name)
    select gen_random_uuid(), v.person_id, v.area_path, v.at, v.at, 'door', v.result, case v.result when 'changed' then '女儿从外地回来,同住了' when 'need' then '降压药快吃完了,已代取' end,
      coalesce((select d.holder_name from duty_assignment d where d.duty_role in ('gridWorker', 'compoundKeeper') and d.ended_at is null and starts_with(v.area_path, d.area_path) order by length(d.area_path) desc limit 1), '社区走访队')
    from (select l.person_id, l.area_path, least(((${today}::date - l.ago - k * l.days)::timestamp + make_interval(hours => (9 + (l.n + k) % 8)::int)) at time zone 'Asia/Shanghai', ${now}::timestamptz) as at,
        case when k = 0 and n % 17 = 4 then 'need' when k = 0 and n % 53 = 8 then 'changed' else 'fine' end as result from last l cross join generate_series(0, 2) k
      union all select l.person_id, l.area_path, ((${today}::date - m)::timestamp + interval '15 hours') at time zone 'Asia/Shanghai', 'notMet' from last l join (values (1), (2)) x (m) on (l.once and m = 1) or l.twice) v
    returning person_id, at, result),
  stood as (select m.person_id, max(m.at) as last_at, max(m.at) filter (where m.result <> 'notMet') as met_at, count(*) filter (where m.result = 'notMet')::int as missed, (array_agg(m.result order by m.at desc))[1] as last_result from made m group by 1)
  update care_person c set began_on = ${today}::date - 90, last_at = s.last_at, last_on = (s.last_at at time zone 'Asia/Shanghai')::date, last_result = s.last_result, last_met_on = (s.met_at at time zone 'Asia/Shanghai')::date, last_in_time = true, missed = s.missed
  from stood s where s.person_id = c.person_id`)

/** Of the homes whose carer was taken away all but the last are cared for; where there is none, of a home with somebody in central quarantine whoever is left becomes somebody who cannot manage alone. */
async function leaveAlone(house: House, town: Town, today: Day): Promise<void> {
  const worker = town.desk('communityWorker')
  const { items: homes } = await worker.call(careApi.listUncared, {})
  for (const [i, { householdId }] of homes.slice(0, -1).entries()) await worker.call(careApi.coverHome, { householdId, kind: i % 2 ? 'neighbour' : 'relative', carerName: i % 2 ? '邻居 高玉兰' : '奶奶 周桂英', phone: `1990000962${i % 10}` })
  if (homes.length > 0) return
  const { items } = await worker.call(quarantineApi.listEpisodes, { tab: 'central', limit: 50 })
  const taken = items.map((one) => one.person.id)
  await transact(house.db, wholeTerritory, ({ sql: q }) => q.run(sql`
    with home as (select p.household_id from person t join person p on p.household_id = t.household_id and p.state = 'present' and p.residency <> 'registeredAway' and p.id <> all(${taken}::uuid[])
      where t.id = any(${taken}::uuid[]) group by 1 order by count(*), 1 limit 1)
    update person p set care_groups = p.care_groups || 'incapacitated'::text from home where p.household_id = home.household_id and p.id <> all(${taken}::uuid[]) and p.care_groups = '{}' and p.birth_on <= (${today}::date - interval '18 years')`))
}
