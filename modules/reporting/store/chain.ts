import sql from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day } from '../../../kernel/dates.ts'
import { reportingLevels, type ReportingLevel } from '../contract.ts'

/** An office that reports to the one above it. */
export interface OfficeRow { areaId: string; areaPath: string; name: string; level: ReportingLevel; officePhone: string | null; sent: boolean }

/** Every reporting office strictly below an area, in the order of the tree, and whether it has sent the day's report; an office above the communities that has none below it reports nothing. */
export const officesBelow = (db: Sql, areaPath: string, { lo, hi }: Scope, day: Day): Promise<OfficeRow[]> => db.rows<OfficeRow>(sql`
  select a.id as "areaId", a.area_path as "areaPath", a.name, a.level, a.office_phone as "officePhone", r.id is not null as sent
  from area a left join daily_report r on r.area_id = a.id and r.day = ${day}
  where a.state = 'open' and a.area_path >= ${lo} and a.area_path < ${hi} and a.area_path <> ${areaPath} and a.level = any(${[...reportingLevels]})
    and (a.level = 'community' or exists (select from area c where c.level = 'community' and c.state = 'open' and c.area_path > a.area_path and c.area_path < a.area_end))
  order by a.area_path`)
