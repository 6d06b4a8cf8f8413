import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { wholeTerritory } from '../kernel/ctx.ts'
import { addDays, instantAt, toInstant, type Day } from '../kernel/dates.ts'
import { disinfectionApi, type PointKind } from '../modules/disinfection/contract.ts'
import { pointKindTerms } from '../modules/disinfection/data.ts'
import { judge } from '../modules/disinfection/rules.ts'
import { transact } from '../server/db.ts'
import type { Life } from './days.ts'

/** Registered so many days ago; so many entrances of each compound, and what else is there. */
const SINCE = 3
const ENTRANCES = 6
const OTHERS: readonly { kind: PointKind; building: string; name: string; squareMetres: number }[] = [
  { kind: 'lift', building: '1幢', name: '电梯', squareMetres: 4 }, { kind: 'lift', building: '2幢', name: '电梯', squareMetres: 4 }, { kind: 'waste', building: '', name: '垃圾房', squareMetres: 30 }, { kind: 'playground', building: '', name: '健身广场', squareMetres: 40 },
]
/** At these hours, all of them before the report. */
const CLOCKS: Readonly<Record<number, readonly string[]>> = { 2: ['09:10', '14:20'], 3: ['08:30', '12:20', '14:40'] }
/** Today one compound has not begun, and another has not come round a second time. */
const NOT_YET = 2
const ONCE = 1

/** Points of the first compounds, disinfected on the days before; one place after a case waits for its team, another is done. */
export async function disinfectPoints(life: Life, day: Day): Promise<void> {
  const ago = (days: number) => day === addDays(life.today, -days)
  if (ago(SINCE)) await registerPoints(life)
  if (ago(SINCE) || ago(2) || ago(1)) await writeRecords(life, day)
  if (ago(2)) await terminal(life, 0, '5幢2单元301', '密切接触者转运后', true)
  if (ago(1)) await terminal(life, 1, '3幢1单元502', '疑似病例转诊后', false)
}

async function registerPoints({ town }: Life): Promise<void> {
  const worker = town.desk('communityWorker')
  for (const { id: areaId } of town.communities[0]?.settlements.slice(0, 4) ?? []) {
    const { items } = await worker.call(disinfectionApi.offeredPoints, { areaId })
    const entrances = items.filter(({ kind }) => kind === 'stairwell').slice(0, ENTRANCES).map(({ placeName: _p, squareMetres: _s, ...one }) => ({ ...one, squareMetres: 60 }))
    await worker.call(disinfectionApi.addPoints, { points: [...entrances, ...OTHERS.map((one) => ({ areaId, ...one }))].map((one) => ({ ...one, timesADay: pointKindTerms[one.kind].timesADay })) })
  }
}

interface PointOf { id: string; path: string; kind: PointKind; m2: number; times: number; place: number }
const pointsOf = ({ house, town }: Life): Promise<PointOf[]> => transact(house.db, wholeTerritory, async ({ sql: q }) => {
  const rows = await q.rows<Omit<PointOf, 'place'>>(sql`select id, area_path as path, kind, square_metres as m2, times_a_day as times from disinfection_point order by area_path, building, name`)
  return rows.map((row) => ({ ...row, place: town.communities[0]?.settlements.findIndex(({ path }) => row.path.startsWith(path)) ?? 0 }))
})

/** What the property did on a day up to now, in one insert; one of today was mixed too weak. */
export async function writeRecords(life: Life, day: Day): Promise<void> {
  const [now, isToday] = [toInstant(life.clock.now()), day === life.today]
  const done = (await pointsOf(life)).flatMap((point, i) => (CLOCKS[point.times] ?? []).flatMap((clock, n) => {
    const at = instantAt(day, clock)
    if (at > now || (isToday && (point.place === NOT_YET || (point.place === ONCE && n > 0) || (n > 0 && i % 9 === 4)))) return []
    const how = { agent: 'chlorine' as const, concentration: isToday && i === 3 && n === 0 ? 200 : 500, method: point.kind === 'waste' ? ('spray' as const) : ('wipe' as const), fromAt: null, at }
    return [{ id: uuidv7(), point, ...how, marks: judge(how, point.kind) }]
  }))
  const by = life.town.desk('propertyStaff').accountId
  await transact(life.house.db, wholeTerritory, ({ sql: q }) => q.run(sql`
    insert into disinfection (id, point_id, area_path, at, agent, concentration, method, square_metres, marks, received_at, account_id, by_name)
    select x.id, x.point, x.path, x.at, 'chlorine', x.concentration, x.method, x.m2, x.marks, x.at, ${by}::uuid, (select name from account where id = ${by}::uuid)
    from unnest(${done.map((d) => d.id)}::uuid[], ${done.map((d) => d.point.id)}::uuid[], ${done.map((d) => d.point.path)}::text[], ${done.map((d) => d.at)}::timestamptz[], ${done.map((d) => d.concentration)}::int[], ${done.map((d) => d.method)}::text[], ${done.map((d) => d.point.m2)}::int[],
      ${done.map((d) => JSON.stringify(d.marks))}::jsonb[]) as x (id, point, path, at, concentration, method, m2, marks)`))
}

async function terminal({ town }: Life, place: number, where: string, why: string, done: boolean): Promise<void> {
  const doctor = town.desk('healthCentreDoctor')
  const { terminalId } = await doctor.call(disinfectionApi.askTerminal, { areaId: town.communities[0]?.settlements[place]?.id ?? '', kind: 'household', place: where, why })
  if (done) await doctor.call(disinfectionApi.recordTerminal, { terminalId, agent: 'chlorine', concentration: 1000, method: 'spray', squareMetres: 95, team: '文山市消杀应急队', result: '全屋喷洒,密闭30分钟后通风、清水擦拭;垃圾双层封装', evaluation: 'qualified' })
}
