import sql, { type Sql as Statement } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { WarnedRow } from '../tables.ts'
import { covered, lastUsed } from './list.ts'

export interface Watch { scope: Scope; today: Day; /** not used since */ idleSince: Instant; administrators: readonly string[] }

const active = ({ scope }: Watch): Statement => sql`a.state = 'active' and a.role is not null and a.area_path >= ${scope.lo} and a.area_path < ${scope.hi}`
const inForce = (today: Day): Statement => sql`d.account_id = a.id and not d.undone and d.ended_at is null and (d.ends_on is null or d.ends_on >= ${today})`

const columns = sql`
  select a.id as "accountId", a.name, a.login, a.role, a.area_path as "areaPath", r.full_name as "areaName", c.households, c.persons,
         exists (select from account_request q where q.account_id = a.id and q.state = 'waiting') as asked`
const from = sql`from account a join area r on r.id = a.area_id ${covered}`
const MOST = 200

/** Nobody has signed in with it for so long; a new one has as many days to begin. */
export const unused = (db: Sql, w: Watch): Promise<(WarnedRow & { lastSeenAt: Instant | null })[]> => db.rows(sql`
  ${columns}, ${lastUsed} as "lastSeenAt" ${from} where ${active(w)} and coalesce(${lastUsed}, a.created_at) < ${w.idleSince} order by coalesce(${lastUsed}, a.created_at), a.login limit ${MOST}`)

export const expired = (db: Sql, w: Watch): Promise<(WarnedRow & { validUntil: Day })[]> => db.rows(sql`
  ${columns}, a.valid_until as "validUntil" ${from} where ${active(w)} and a.valid_until < ${w.today} order by a.valid_until, a.login limit ${MOST}`)

/** The leave is over, and nobody has worked with the account since its last day. */
export const awayOver = (db: Sql, w: Watch): Promise<(WarnedRow & { toOn: Day })[]> => db.rows(sql`
  ${columns}, v."toOn" ${from} join lateral (select max(l.to_on) as "toOn" from leave l where l.account_id = a.id and l.ended_at is null) v on true
  where ${active(w)} and v."toOn" < ${w.today} and coalesce((${lastUsed} at time zone 'Asia/Shanghai')::date, '-infinity') <= v."toOn" order by v."toOn", a.login limit ${MOST}`)

/** Was on the duty list, stands there no more, and still has role and area. */
export const dutyEnded = (db: Sql, w: Watch): Promise<(WarnedRow & { endedOn: Day })[]> => db.rows(sql`
  ${columns}, h."endedOn" ${from}
  join lateral (select max(coalesce((d.ended_at at time zone 'Asia/Shanghai')::date, d.ends_on)) as "endedOn", bool_or(${inForce(w.today)}) as held
                from duty_assignment d where d.account_id = a.id and not d.undone) h on h."endedOn" is not null and not h.held
  where ${active(w)} order by h."endedOn", a.login limit ${MOST}`)

/** Every account with duties and where they are; whether the area is too wide or too narrow for them is for the rules. */
export const withDuties = (db: Sql, w: Watch): Promise<(WarnedRow & { duties: { path: string; name: string }[] })[]> => db.rows(sql`
  ${columns}, h.duties ${from}
  join lateral (select json_agg(json_build_object('path', d.area_path, 'name', x.full_name) order by d.area_path) as duties
                from duty_assignment d join area x on x.id = d.area_id where ${inForce(w.today)} and d.starts_on <= ${w.today}) h on h.duties is not null
  where ${active(w)} order by length(a.area_path), a.login limit 2000`)

/** 三员分立: an administrator under whose name another account in use has a role as well. */
export const twice = (db: Sql, w: Watch): Promise<(WarnedRow & { otherLogin: string; otherRole: string })[]> => db.rows(sql`
  ${columns}, o.login as "otherLogin", o.role as "otherRole" ${from}
  join account o on o.name = a.name and o.id <> a.id and o.state = 'active' and o.role is not null
  where ${active(w)} and a.role = any(${[...w.administrators]}) order by a.name, a.login limit ${MOST}`)

export const areasAt = (db: Sql, paths: readonly string[]): Promise<{ id: string; name: string; areaPath: string }[]> =>
  db.rows(sql`select id, full_name as name, area_path as "areaPath" from area where area_path = any(${[...paths]})`)
