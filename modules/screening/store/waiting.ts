import sql, { empty, raw } from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { ScreeningRow } from '../tables.ts'

export type WaitingRow = Pick<ScreeningRow, 'id' | 'personId' | 'name' | 'sex' | 'birthOn' | 'building' | 'unit' | 'room' | 'channel' | 'originName' | 'arrivedOn' | 'reportedAt' | 'verifyBy' | 'symptoms' | 'temperature' | 'companions'>
  & { areaName: string; total: number; late: number }

const columns = raw(`s.id, s.person_id as "personId", s.name, s.sex, s.birth_on as "birthOn", s.building, s.unit, s.room, s.channel, s.origin_name as "originName",
  s.arrived_on as "arrivedOn", s.reported_at as "reportedAt", s.verify_by as "verifyBy", s.symptoms, s.temperature, s.companions,
  case when a.level in ('grid', 'building', 'unit') then coalesce(up.name, '') || a.name else a.name end as "areaName"`)

/** Records nobody verified yet, the nearest deadline first; `late`: only those past it. A row of a list stands with its list until it is answered. */
export const waitingRows = (db: Sql, now: Instant, { declared, late, limit }: { declared: boolean; late: boolean; limit: number }): Promise<WaitingRow[]> => db.rows<WaitingRow>(sql`
  with s as (
    select s.*, (count(*) over ())::int as total, (count(*) filter (where s.verify_by < ${now}) over ())::int as late
    from screening s where s.state = 'toVerify' and ${declared ? sql`s.channel in ('declaration', 'family')` : sql`s.channel not in ('declaration', 'family')`}
      and not (s.channel = 'pushedList' and exists (select from pushed_row r where r.report_id = s.id and r.state = 'waiting')) ${late ? sql`and s.verify_by < ${now}` : empty}
    order by s.verify_by nulls last, s.reported_at, s.id limit ${limit})
  select ${columns}, s.total, s.late from s join area a on a.id = s.area_id left join area up on up.id = a.parent_id
  order by s.verify_by nulls last, s.reported_at, s.id`)

export const lateByCommunity = (db: Sql, now: Instant): Promise<{ communityId: string; n: number }[]> => db.rows(sql`
  select community_id as "communityId", count(*)::int as n from screening where state = 'toVerify' and verify_by < ${now} group by 1`)
