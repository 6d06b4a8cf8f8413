import sql, { empty, join, type Sql as Statement } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import type { AccessListRow, LookRow } from '../tables.ts'

/** 户 and 人 below an account's area from the maintained counters; null where its area is above what the caller sees. */
export const covered = sql`left join lateral (
    select coalesce(sum(n) filter (where subject = 'household'), 0)::int as households, coalesce(sum(n) filter (where subject = 'person'), 0)::int as persons
    from tally t where r.id is not null and t.area_path >= r.area_path and t.area_path < r.area_end and t.subject in ('household', 'person') and t.state = 'present') c on true`

/** What an account did lately, by the index of the trail on account and time. */
export const looked = (since: Instant) => sql`left join lateral (
    select count(*) filter (where e.act = 'view')::int as views, count(*) filter (where e.act = 'reveal')::int as reveals, count(*) filter (where e.act = 'export')::int as exports, max(e.at) as "lastAt"
    from audit_event e where e.account_id = a.id and e.at >= ${since} and e.act in ('view', 'reveal', 'export') and not coalesce(e.detail ?| array['refused', 'part'], false)) l on true`

/** 最近使用: the session or the trail, whichever is later; sessions are not kept for ever. */
export const lastUsed = sql`greatest((select max(s.seen_at) from session s where s.account_id = a.id), (select e.at from audit_event e where e.account_id = a.id order by e.at desc limit 1))`

export interface AccessFilter {
  scope: Scope
  roles: readonly string[]
  /** Only those granted at one of these paths. */
  paths: readonly string[] | undefined
  since: Instant
}

/** Accounts stand outside row-level security, so the range is applied here; those above it reach into it and are named as well. */
const wanted = (q: AccessFilter): Statement => sql`a.role = any(${[...q.roles]}) and a.state <> 'closed'
  and (a.area_path >= ${q.scope.lo} and a.area_path < ${q.scope.hi} or starts_with(${q.scope.lo}, a.area_path))
  ${q.paths ? sql`and a.area_path = any(${[...q.paths]})` : empty}`

const rows = (q: AccessFilter, more: Statement): Statement => sql`
  select a.id as "accountId", a.name, a.login, a.role, coalesce(r.full_name, up.full_name, '') as "areaName", c.households, c.persons, r.id is not null as mine,
         a.state, a.valid_until as "validUntil", a.factor_sealed is not null as "hasFactor", ${lastUsed} as "lastSeenAt",
         g.at as since, g.by_name as "byName", l.views, l.reveals, l.exports, l."lastAt", a.area_path as "areaPath"
  from account a left join area r on r.id = a.area_id left join area_above(${q.scope.lo}) up on up.id = a.area_id ${covered} ${looked(q.since)}
  left join lateral (select at, by_name from grant_change h where h.account_id = a.id order by at desc, id desc limit 1) g on true
  where ${wanted(q)} ${more}`

/** The widest territory first. */
export const listAccess = (db: Sql, q: AccessFilter, after: PageKey | undefined, limit: number): Promise<AccessListRow[]> => db.rows<AccessListRow>(sql`
  ${rows(q, after ? sql`and (length(a.area_path), a.area_path, a.login) > (${after[0]}::int, ${after[1]}::text, ${after[2]}::text)` : empty)}
  order by length(a.area_path), a.area_path, a.login limit ${limit + 1}`)

export const countAccess = async (db: Sql, q: AccessFilter): Promise<number> => (await db.get<{ n: number }>(sql`select count(*) as n from account a where ${wanted(q)}`)).n

/** Who did look at these records, whether they still may or not. */
export const lookedAt = (db: Sql, personIds: readonly string[], since: Instant): Promise<LookRow[]> => db.rows<LookRow>(sql`
  select e.account_id as "accountId", max(e.account_name) as name, (array_agg(e.role order by e.at desc))[1] as role, count(*) filter (where e.act = 'view')::int as views,
         count(*) filter (where e.act = 'reveal')::int as reveals, count(*) filter (where e.act = 'export')::int as exports, max(e.at) as "lastAt"
  from audit_event e
  where e.subjects && ${[...personIds]}::text[] and e.at >= ${since} and e.act in ('view', 'reveal', 'export') and e.account_id is not null and not coalesce(e.detail ? 'refused', false)
    and e.endpoint <> all(${join(ASKING.map((name) => sql`${name}`), ',', 'array[', ']::text[]')})
  group by e.account_id order by max(e.at) desc limit 200`)

/** Asking who may look is not looking. */
const ASKING = ['access.accessToPerson', 'audit.traceAccess']

/** Where these records belong; nothing else about them. */
export const pathsOf = async (db: Sql, personIds: readonly string[]): Promise<string[]> =>
  (await db.rows<{ path: string }>(sql`select distinct area_path as path from person where id = any(${[...personIds]}::uuid[])`)).map(({ path }) => path)
