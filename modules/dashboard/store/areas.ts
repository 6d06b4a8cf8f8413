import sql, { type Sql as Statement } from 'sql-template-tag'
import { scopeOf, type Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Level } from '../../territory/contract.ts'

export interface Part { areaId: string; part: string; name: string; level: Level; officePhone: string | null; hasChildren: boolean }

/** The open areas directly below one, in the order of the tree. */
export const partsOf = (db: Sql, areaId: string, areaPath: string): Promise<Part[]> => db.rows<Part>(sql`
  select a.id as "areaId", area_below(a.area_path, ${areaPath}) as part, a.name, a.level, a.office_phone as "officePhone",
    exists (select from area k where k.parent_id = a.id and k.state = 'open') as "hasChildren"
  from area a where a.parent_id = ${areaId} and a.state = 'open' order by a.sort, a.name, a.id`)

const within = (areaPath: string, column: Statement): Statement => {
  const { lo, hi } = scopeOf(areaPath)
  return sql`${column} >= ${lo} and ${column} < ${hi}`
}

export interface CommunityReport { areaId: string; part: string; name: string; officePhone: string | null; sentAt: Instant | null; sentThen: boolean }

/** Every community at or below an area: when it sent the day's report, and whether that of another day was out at an earlier instant. */
export const communityReports = (db: Sql, areaPath: string, day: Day, then: { day: Day; at: Instant }): Promise<CommunityReport[]> => db.rows<CommunityReport>(sql`
  select a.id as "areaId", area_below(a.area_path, ${areaPath}) as part, a.name, a.office_phone as "officePhone", r.sent_at as "sentAt", b.sent_at is not null as "sentThen"
  from area a left join daily_report r on r.area_id = a.id and r.day = ${day} left join daily_report b on b.area_id = a.id and b.day = ${then.day} and b.sent_at <= ${then.at}
  where a.level = 'community' and a.state = 'open' and ${within(areaPath, sql`a.area_path`)} order by r.sent_at nulls first, a.name`)
