import sql, { type Sql as Statement } from 'sql-template-tag'
import { scopeOf, type Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import { isArrival, provinceOf } from './lists.ts'

const inArea = (areaPath: string): Statement => {
  const { lo, hi } = scopeOf(areaPath)
  return sql`s.area_path >= ${lo} and s.area_path < ${hi}`
}

/** 待核实 by the areas directly below one (`part`, the number of each). */
export const waitingByArea = (db: Sql, areaPath: string, now: Instant): Promise<{ part: string; toVerify: number; verifyLate: number }[]> => db.rows(sql`
  select area_below(s.area_path, ${areaPath}) as part, count(*)::int as "toVerify", count(*) filter (where s.verify_by < ${now})::int as "verifyLate"
  from screening s where ${inArea(areaPath)} and s.state = 'toVerify' group by 1`)

/** How many waited at an earlier instant. */
export const waitingAt = async (db: Sql, areaPath: string, at: Instant): Promise<number> => (await db.get<{ n: number }>(sql`
  select ((select count(*) from screening s where ${inArea(areaPath)} and s.state = 'toVerify' and s.received_at <= ${at})
    + (select count(*) from screening s where ${inArea(areaPath)} and s.state <> 'joined' and s.verified_at > ${at} and s.received_at <= ${at}))::int as n`)).n

/** 来返人员 between two days by the province they came from, most first; put together by origin before anything is asked of each. */
export const arrivalsByProvince = (db: Sql, areaPath: string, from: Day, to: Day): Promise<{ province: string; persons: number }[]> => db.rows(sql`
  select ${provinceOf} as province, sum(s.n)::int as persons from (
    select s.origin, count(*) as n from screening s where ${inArea(areaPath)} and s.arrived_on >= ${from} and s.arrived_on <= ${to} and ${isArrival} group by 1) s
  group by 1 order by 2 desc, 1`)
