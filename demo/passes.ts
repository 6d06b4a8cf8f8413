import sql from 'sql-template-tag'
import { wholeTerritory } from '../kernel/ctx.ts'
import { addDays, instantAt, toInstant, type Day } from '../kernel/dates.ts'
import { passesApi } from '../modules/passes/contract.ts'
import { transact } from '../server/db.ts'
import type { House } from '../server/main.ts'
import type { CommunityPlace, Town } from './town.ts'

/** Plates are invented: no region has the letter and number together. */
const VEHICLES = [
  { plate: '云H90021', purpose: 'supplies', owner: '文山供销社', driver: '郭志明', companions: 2, route: '供销社仓库 — 各小区门口', recheckDays: 3 },
  { plate: '云HD90355', purpose: 'supplies', owner: '利民蔬菜配送', driver: '卢小军', companions: 1, route: '农贸市场 — 新平街道', recheckDays: 3 },
  { plate: '云H90120', purpose: 'medical', owner: '市人民医院', driver: '急救站', companions: 4, route: '全市', special: true },
  { plate: '云H9037警', purpose: 'epidemic', owner: '新平派出所', route: '全市' },
  { plate: '云H90468', purpose: 'epidemic', owner: '市环卫站', driver: '袁师傅', companions: 3, route: '新平街道', special: true },
  { plate: '云HF90582', purpose: 'commuting', owner: '市自来水公司', driver: '曾国强', companions: 1, route: '水厂 — 锦绣小区', recheckDays: 7 },
] as const
const ISSUED_DAYS_AGO = 9

/** Passes of one compound, issued in one run; some stopped by quarantine, a few vehicles, visitors of today. */
export async function issuePasses(house: House, town: Town, today: Day): Promise<void> {
  const [community] = town.communities
  const compound = community?.settlements[0]
  if (!community || !compound) return
  const worker = town.desk('communityWorker')
  await worker.call(passesApi.issueMany, { areaId: compound.id })
  await house.jobs.drain()
  await stopSome(house, compound, today)
  const cars: string[] = []
  for (const { plate, purpose, ...more } of VEHICLES) cars.push((await worker.call(passesApi.issueVehicle, { areaId: community.id, plate, purpose, ...more })).passId)
  await transact(house.db, wholeTerritory, ({ sql: q }) => q.run(sql`update pass set recheck_on = ${today}::date - case when id = ${cars[0]} then 1 else 0 end where id = any(${cars.slice(0, 2)}::uuid[])`))
  await expectVisitors(town, house, compound)
}

/** Households that had a pass before somebody of them came into quarantine. */
const stopSome = (house: House, compound: CommunityPlace['settlements'][number], today: Day): Promise<unknown> => transact(house.db, wholeTerritory, async ({ sql: q }) => {
  const issuedAt = instantAt(addDays(today, -ISSUED_DAYS_AGO), '09:20')
  const homes = await q.rows<{ id: string }>(sql`
    with homes as (select distinct h.id from household h join episode e on e.household_id = h.id and e.state = 'active' and e.measure in ('homeQuarantine', 'centralQuarantine')
      where starts_with(h.area_path, ${compound.path}) order by h.id limit 3),
    made as (insert into pass (id, kind, area_id, area_path, community_id, household_id, state, valid_from, valid_until, issued_at, issuer_name)
      select gen_random_uuid(), 'household', h.area_id, h.area_path, h.community_id, h.id, 'valid', ${issuedAt}, ${instantAt(addDays(today, 30 - ISSUED_DAYS_AGO), '00:00')}, ${issuedAt}, '演示' from household h join homes on homes.id = h.id
      returning id, area_path, household_id)
    insert into pass_event (id, pass_id, area_path, at, kind, params) select gen_random_uuid(), id, area_path, ${issuedAt}, 'issued', '{}' from made returning (select household_id from made m where m.id = pass_id) as id`)
  for (const { id } of homes) await q.run(sql`select follow_quarantine(${id})`)
}, { now: toInstant(house.frame.clock()) })

async function expectVisitors(town: Town, house: House, compound: CommunityPlace['settlements'][number]): Promise<void> {
  const homes = await transact(house.db, wholeTerritory, ({ sql: q }) => q.rows<{ id: string }>(sql`
    select h.id from household h where starts_with(h.area_path, ${compound.path}) and h.householder_id is not null and not exists (select from episode e where e.household_id = h.id) order by h.address_key limit 3`))
  const worker = town.desk('communityWorker')
  const visits = [{ name: '樊师傅', purpose: 'renovation', phone: '19900007001', from: '砚山县', hours: 8 }, { name: '顺风快递', purpose: 'parcel', hours: 2 }, { name: '舅舅 普光荣', purpose: 'guest', phone: '19900007002', from: '市内', hours: 4 }] as const
  for (const [i, visit] of visits.entries()) {
    const { passId } = await worker.call(passesApi.announceVisitor, { householdId: homes[i]?.id ?? '', ...visit })
    if (i === 2) await worker.call(passesApi.confirmVisitor, { passId })
  }
}
