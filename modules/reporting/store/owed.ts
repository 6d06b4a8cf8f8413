import sql from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import { addDays, instantAt, type Day, type Instant } from '../../../kernel/dates.ts'

export interface OwedRow { areaId: string; areaPath: string; name: string; day: Day }

/** Communities whose report of today or yesterday is not there; yesterday's only where there was something to report by then. */
export const reportsNotSent = (db: Sql, { lo, hi }: Scope, today: Day): Promise<OwedRow[]> => db.rows<OwedRow>(sql`
  select a.id as "areaId", a.area_path as "areaPath", a.name, d.day
  from area a cross join (values (${today}::date), (${addDays(today, -1)}::date)) d (day)
  where a.level = 'community' and a.state = 'open'
    and a.area_path >= ${lo} and a.area_path < ${hi}
    and not exists (select from daily_report r where r.area_id = a.id and r.day = d.day)
    and (d.day = ${today} or exists (select from daily_report r where r.area_id = a.id and r.day < d.day)
      or exists (select from screening s where s.community_id = a.id and s.reported_at < ${instantAt(today, '00:00')}))
  order by d.day, a.area_path`)

export const communitiesToday = (db: Sql, { lo, hi }: Scope, today: Day): Promise<{ areaId: string; name: string; officePhone: string | null; sentAt: Instant | null }[]> => db.rows(sql`
  select a.id as "areaId", a.name, a.office_phone as "officePhone", r.sent_at as "sentAt"
  from area a left join daily_report r on r.area_id = a.id and r.day = ${today}
  where a.level = 'community' and a.state = 'open' and a.area_path >= ${lo} and a.area_path < ${hi} order by a.name`)
