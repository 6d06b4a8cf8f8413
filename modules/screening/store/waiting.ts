import sql, { empty, raw, type Sql as Statement } from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { ScreeningRow } from '../tables.ts'

export type WaitingRow = Pick<ScreeningRow, 'id' | 'personId' | 'name' | 'sex' | 'birthOn' | 'building' | 'unit' | 'room' | 'channel' | 'originName' | 'arrivedOn' | 'reportedAt' | 'verifyBy' | 'symptoms' | 'temperature' | 'companions'>
  & { areaName: string; total: number; late: number }

const columns = raw(`s.id, s.person_id as "personId", s.name, s.sex, s.birth_on as "birthOn", s.building, s.unit, s.room, s.channel, s.origin_name as "originName",
  s.arrived_on as "arrivedOn", s.reported_at as "reportedAt", s.verify_by as "verifyBy", s.symptoms, s.temperature, s.companions,
  case when a.level in ('grid', 'building', 'unit') then coalesce(up.name, '') || a.name else a.name end as "areaName"`)

/** `of`: only in these places. */
export interface WaitingWanted { declared: boolean; late: boolean; of?: readonly string[] | undefined }
const waiting = (now: Instant, { declared, late, of }: WaitingWanted): Statement => sql`s.state = 'toVerify' and ${declared ? sql`s.channel in ('declaration', 'family')` : sql`s.channel not in ('declaration', 'family')`}
      and not (s.channel = 'pushedList' and exists (select from pushed_row r where r.report_id = s.id and r.state = 'waiting')) ${late ? sql`and s.verify_by < ${now}` : empty}
      ${of ? sql`and s.area_path = any(${of}::text[])` : empty}`

/** Records nobody verified yet, the nearest deadline first; `late`: only those past it. A row of a list stands with its list until it is answered. */
export const waitingRows = (db: Sql, now: Instant, wanted: WaitingWanted & { limit: number }): Promise<WaitingRow[]> => db.rows<WaitingRow>(sql`
  with s as (
    select s.*, (count(*) over ())::int as total, (count(*) filter (where s.verify_by < ${now}) over ())::int as late
    from screening s where ${waiting(now, wanted)}
    order by s.verify_by nulls last, s.reported_at, s.id limit ${wanted.limit})
  select ${columns}, s.total, s.late from s join area a on a.id = s.area_id left join area up on up.id = a.parent_id
  order by s.verify_by nulls last, s.reported_at, s.id`)

/** The same counted by place, since when the oldest of it. */
export const waitingHeld = (db: Sql, now: Instant, wanted: WaitingWanted): Promise<{ areaPath: string; open: number; overdue: number; since: Instant }[]> => db.rows(sql`
  select s.area_path as "areaPath", count(*)::int as open, (count(*) filter (where s.verify_by < ${now}))::int as overdue, min(s.reported_at) as since
  from screening s join area a on a.id = s.area_id where ${waiting(now, wanted)} group by 1`)

export const lateByCommunity = (db: Sql, now: Instant): Promise<{ communityId: string; n: number }[]> => db.rows(sql`
  select community_id as "communityId", count(*)::int as n from screening where state = 'toVerify' and verify_by < ${now} group by 1`)
