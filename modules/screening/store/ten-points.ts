import sql from 'sql-template-tag'
import { scopeOf, type Scope, type Sql } from '../../../kernel/ctx.ts'
import type { AskedField } from '../contract.ts'

export interface AreaRow { areaId: string; name: string; level: string; part: string }
/** An area (`part` empty) and those right below it. */
export const areaAndBelow = (db: Sql, areaId: string, areaPath: string): Promise<AreaRow[]> => db.rows<AreaRow>(sql`
  select id as "areaId", name, level, case when id = ${areaId} then '' else area_below(area_path, ${areaPath}) end as part
  from area where state = 'open' and (id = ${areaId} or parent_id = ${areaId}) order by id = ${areaId} desc, sort, name`)

/** How many lack the same things, by the areas directly below one; few combinations stand behind many records. */
export const lackingByArea = (db: Sql, areaPath: string): Promise<{ part: string; missing: AskedField[]; n: number }[]> => {
  const { lo, hi } = scopeOf(areaPath)
  return db.rows(sql`
    select area_below(s.area_path, ${areaPath}) as part, s.missing, count(*)::int as n from screening s
    where s.area_path >= ${lo} and s.area_path < ${hi} and s.missing is not null group by 1, 2`)
}

export const unclearCount = async (db: Sql, { lo, hi }: Scope): Promise<number> => (await db.get<{ n: number }>(sql`
  select count(*)::int as n from screening s where s.area_path >= ${lo} and s.area_path < ${hi} and s.missing <> '{}'`)).n

export const missingIn = async (db: Sql, id: string): Promise<AskedField[]> =>
  (await db.get<{ missing: AskedField[] | null }>(sql`select missing from screening where id = ${id}`)).missing ?? []

/** The latest arrival of somebody of which anything is asked. */
export const latestOf = (db: Sql, personId: string) => db.find<{ screeningId: string; missing: AskedField[] }>(sql`
  select id as "screeningId", missing from screening where person_id = ${personId} and missing is not null order by arrived_on desc, reported_at desc limit 1`)
