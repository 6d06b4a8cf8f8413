import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'

export interface PlaceRow {
  id: string
  path: string
  level: string
  name: string
}

/** The area itself and everything open below it. */
export const placesBelow = (sql_: Sql, areaId: string): Promise<PlaceRow[]> =>
  sql_.rows(sql`
    select a.id, a.area_path as path, a.level, a.name from area r join area a
      on a.area_path >= r.area_path and a.area_path < r.area_end
    where r.id = ${areaId} and a.state = 'open' order by a.area_path`)
