import sql from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import { reportingLevels, type ReportingLevel } from '../contract.ts'
import { addDays, instantAt, type Day, type Instant } from '../../../kernel/dates.ts'

export interface OwedRow { areaId: string; areaPath: string; name: string; level: ReportingLevel; day: Day }

/**
 * Communities and offices above them whose report of today or yesterday is not there; yesterday's only where there was something to report
 * by then. In normal days (平时) nobody owes one. An office above owes one where there are communities below it; a district that has none between it and them, as well.
 */
export const reportsNotSent = (db: Sql, { lo, hi }: Scope, today: Day, now: Instant): Promise<OwedRow[]> => db.rows<OwedRow>(sql`
  select a.id as "areaId", a.area_path as "areaPath", a.name, a.level, d.day
  from area a cross join (values (${today}::date), (${addDays(today, -1)}::date)) d (day)
  where a.level = any(${[...reportingLevels]}) and a.state = 'open' and emergency_at(a.area_path, ${now})
    and a.area_path >= ${lo} and a.area_path < ${hi}
    and (a.level = 'community' or exists (select from area c where c.level = 'community' and c.state = 'open' and c.area_path > a.area_path and c.area_path < a.area_end))
    and not exists (select from daily_report r where r.area_id = a.id and r.day = d.day)
    and (d.day = ${today} or exists (select from daily_report r where r.area_id = a.id and r.day < d.day)
      or exists (select from screening s where s.community_id = a.id and s.reported_at < ${instantAt(today, '00:00')}))
  order by d.day, a.area_path`)

export const communitiesToday = (db: Sql, { lo, hi }: Scope, today: Day): Promise<{ areaId: string; name: string; officePhone: string | null; sentAt: Instant | null }[]> => db.rows(sql`
  select a.id as "areaId", a.name, a.office_phone as "officePhone", r.sent_at as "sentAt"
  from area a left join daily_report r on r.area_id = a.id and r.day = ${today}
  where a.level = 'community' and a.state = 'open' and a.area_path >= ${lo} and a.area_path < ${hi} order by a.name`)
