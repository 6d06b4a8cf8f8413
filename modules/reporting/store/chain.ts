import sql from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import { reportingLevels, type ReportingLevel } from '../contract.ts'

/** An office that reports to the one above it. */
export interface OfficeRow { areaId: string; areaPath: string; name: string; level: ReportingLevel; officePhone: string | null }

/** The topmost reporting offices strictly below an area, in the order of the tree; an office above the communities that has none below it has nothing to report. */
export const officesBelow = (db: Sql, areaPath: string, { lo, hi }: Scope): Promise<OfficeRow[]> => db.rows<OfficeRow>(sql`
  with office as materialized (
    select a.id, a.area_path, a.area_end, a.name, a.level, a.office_phone from area a
    where a.state = 'open' and a.area_path >= ${lo} and a.area_path < ${hi} and a.area_path <> ${areaPath} and a.level = any(${[...reportingLevels]}))
  select o.id as "areaId", o.area_path as "areaPath", o.name, o.level, o.office_phone as "officePhone" from office o
  where not exists (select from office above where above.area_path < o.area_path and o.area_path < above.area_end)
    and (o.level = 'community' or exists (select from office c where c.level = 'community' and c.area_path > o.area_path and c.area_path < o.area_end))
  order by o.area_path`)
