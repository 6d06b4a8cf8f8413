import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { AccessAccountRow } from '../tables.ts'
import { covered, lastUsed, looked } from './list.ts'

export const getAccess = (db: Sql, accountId: string, since: Instant): Promise<AccessAccountRow> => db.get<AccessAccountRow>(sql`
  select a.id as "accountId", a.name, a.login, a.office_phone as "officePhone", a.role, a.state, a.created_at as "createdAt", a.valid_until as "validUntil",
         a.factor_sealed is not null as "hasFactor", a.locked_until as "lockedUntil", r.id as "areaId", r.name as area, r.full_name as "fullName", r.level, c.households, c.persons,
         coalesce((select max(s.created_at) from session s where s.account_id = a.id), (select max(e.at) from audit_event e where e.endpoint = 'accounts.signIn' and e.subjects @> array[a.id::text] and not coalesce(e.detail ? 'refused', false))) as "lastSignInAt",
         ${lastUsed} as "lastSeenAt", l.views, l.reveals, l.exports, l."lastAt"
  from account a left join area r on r.id = a.area_id ${covered} ${looked(since)}
  where a.id = ${accountId}`)

/** 份: different records opened, by what the trail keeps of each look. */
export const countRecords = async (db: Sql, accountId: string, since: Instant): Promise<number> => (await db.get<{ n: number }>(sql`
  select count(distinct s) as n from audit_event e cross join unnest(e.subjects) s
  where e.account_id = ${accountId} and e.at >= ${since} and e.act in ('view', 'reveal') and not coalesce(e.detail ? 'refused', false)`)).n

export const newestReveals = (db: Sql, accountId: string, since: Instant, most: number): Promise<{ at: Instant; endpoint: string; reason: string | null }[]> => db.rows(sql`
  select at, endpoint, reason from audit_event where account_id = ${accountId} and at >= ${since} and act = 'reveal' order by at desc limit ${most}`)

export const newestGrant = (db: Sql, accountId: string) => db.find<{ at: Instant; byName: string | null; reason: string }>(sql`
  select at, by_name as "byName", reason from grant_change where account_id = ${accountId} order by at desc, id desc limit 1`)

/** The leave of today or the next one. */
export const leaveOf = (db: Sql, accountId: string, today: Day) => db.find<{ fromOn: Day; toOn: Day; standInName: string }>(sql`
  select l.from_on as "fromOn", l.to_on as "toOn", s.name as "standInName" from leave l join account s on s.id = l.stand_in_id
  where l.account_id = ${accountId} and l.ended_at is null and l.to_on >= ${today} order by l.from_on limit 1`)

export const standsInFor = (db: Sql, accountId: string, today: Day): Promise<{ name: string; toOn: Day }[]> => db.rows(sql`
  select a.name, l.to_on as "toOn" from leave l join account a on a.id = l.account_id
  where l.stand_in_id = ${accountId} and l.ended_at is null and ${today}::date between l.from_on and l.to_on order by l.to_on, a.name`)

export const dutiesOf = (db: Sql, accountId: string, today: Day): Promise<{ dutyRole: string; areaName: string; startsOn: Day; endsOn: Day | null }[]> => db.rows(sql`
  select d.duty_role as "dutyRole", r.full_name as "areaName", d.starts_on as "startsOn", d.ends_on as "endsOn" from duty_assignment d join area r on r.id = d.area_id
  where d.account_id = ${accountId} and d.ended_at is null and (d.ends_on is null or d.ends_on >= ${today}) order by d.area_path, d.starts_on`)
