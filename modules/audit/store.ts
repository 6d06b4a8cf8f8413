import sql, { empty, join } from 'sql-template-tag'
import type { Scope, Sql } from '../../kernel/ctx.ts'
import type { PageKey } from '../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../kernel/walk.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { AuditEvent, BrokenLink } from './contract.ts'
import type { AuditLinkRow, AuditListRow } from './tables.ts'

const columns = sql`
  e.id, e.at, e.actor_kind as "actorKind", e.account_id as "accountId", e.account_name as "accountName", e.role,
  e.session_id as "sessionId", e.link_id as "linkId", e.ip, e.device, e.endpoint, e.act, e.subjects, e.reason,
  e.area_path as "areaPath", e.detail`

// A sign-in is made by nobody yet: it belongs where the account that came of it works.
const ofOwnAccounts = (scope: Scope) => sql`exists (
  select from account a where a.id::text = any(e.subjects) and a.area_path >= ${scope.lo} and a.area_path < ${scope.hi})`

// Tried with a login nobody has: it is nobody's territory, so it is shown to who reads the whole tree.
const ofNobody = (scope: Scope) => (/^\/\d+\/$/.test(scope.lo) ? sql`or e.actor_kind = 'nobody' and e.subjects = '{}'` : empty)

/** The lines the reader of a territory may see. */
const readable = (scope: Scope) => sql`(e.area_path >= ${scope.lo} and e.area_path < ${scope.hi}
  or e.area_path is null and (${ofOwnAccounts(scope)} ${ofNobody(scope)}))`

export interface ListEvents {
  scope: Scope
  accountId: string | undefined
  subject: string | undefined
  act: string | undefined
  endpoints: readonly string[] | undefined
  ip: string | undefined
  refused: boolean | undefined
  between: { from: Instant; to: Instant } | undefined
  desc: boolean
  after: PageKey | undefined
  limit: number
}

/** The trail is append-only and stands outside row-level security; the range of its reader is applied here. */
export function listEvents(db: Sql, q: ListEvents): Promise<(AuditListRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: [sql`e.at`, sql`e.id`], desc: q.desc }
  return db.rows(sql`
    select ${columns}, ${keyIn(walk)} as "walkKey", exists (select from audit_link l where l.event_id = e.id) as sealed
    from audit_event e
    where ${readable(q.scope)}
      ${q.accountId ? sql`and e.account_id = ${q.accountId}` : empty}
      ${q.subject ? sql`and e.subjects @> array[${q.subject}]::text[]` : empty}
      ${q.act ? sql`and e.act = ${q.act}` : empty}
      ${q.endpoints ? sql`and e.endpoint = any(${[...q.endpoints]})` : empty}
      ${q.ip ? sql`and e.ip = ${q.ip}` : empty}
      ${q.refused ? sql`and e.detail ? 'refused'` : empty}
      ${q.between ? sql`and e.at >= ${q.between.from} and e.at < ${q.between.to}` : empty}
      ${join([sql``, ...beyond(walk, q.after)], ' and ')}
    order by ${inOrder(walk)} limit ${q.limit + 1}`)
}

/** Links after a number, in order, with the events they seal. */
export const listLinks = (db: Sql, fromNo: number, most: number): Promise<AuditLinkRow[]> =>
  db.rows<AuditLinkRow>(sql`
    select l.no, l.event_id as "eventId", l.hash, e.id as found, ${columns}
    from audit_link l left join audit_event e on e.id = l.event_id
    where l.no > ${fromNo} order by l.no limit ${most}`)

export const findLink = (db: Sql, no: number): Promise<{ no: number; hash: string } | undefined> =>
  db.find<{ no: number; hash: string }>(sql`select no, hash from audit_link where no = ${no}`)

export const lastLinkNo = async (db: Sql): Promise<number> => (await db.get<{ no: number }>(sql`select coalesce(max(no), 0) as no from audit_link`)).no

export const countWaiting = async (db: Sql): Promise<number> =>
  (await db.get<{ n: number }>(sql`select count(*) as n from audit_pending`)).n

/** An event neither in the chain nor waiting to be: written past the program. Looked for only where the numbers do not agree. */
export const findOutside = (db: Sql): Promise<Omit<BrokenLink, 'no' | 'kind'> | undefined> =>
  db.find(sql`
    select e.id as "eventId", e.at, e.account_name as "accountName", e.endpoint from audit_event e
    where (select count(*) from audit_event) <> (select count(*) from audit_link) + (select count(*) from audit_pending)
      and not exists (select from audit_link l where l.event_id = e.id) and not exists (select from audit_pending p where p.event_id = e.id)
    order by e.at, e.id limit 1`)

/** Everything done to these records, newest first. */
export const eventsAbout = (db: Sql, scope: Scope, subjects: readonly string[], most: number): Promise<AuditEvent[]> =>
  db.rows<AuditEvent>(sql`
    select ${columns} from audit_event e
    where e.subjects && ${[...subjects]}::text[] and ${readable(scope)} and not coalesce(e.detail ? 'refused', false)
    order by e.at desc, e.id desc limit ${most}`)

/** How many different records an account looked at in each of these hours. */
export const seenPerHour = (db: Sql, hours: readonly { accountId: string; hour: Instant }[]): Promise<{ accountId: string; hour: Instant; n: number }[]> =>
  db.rows(sql`
    select h.account_id as "accountId", h.hour, c.n
    from unnest(${hours.map((h) => h.accountId)}::uuid[], ${hours.map((h) => h.hour)}::timestamptz[]) h(account_id, hour)
    cross join lateral (select count(distinct s)::int as n from audit_event e cross join unnest(e.subjects) s
                        where e.account_id = h.account_id and e.at >= h.hour and e.at < h.hour + interval '1 hour' and e.act in ('view', 'reveal')) c`)

export interface CheckRow {
  id: string
  startedAt: Instant
  endedAt: Instant | null
  byName: string | null
  state: 'running' | 'good' | 'broken'
  verified: number
  total: number
  lastHash: string
  broken: BrokenLink | null
}
const checkColumns = sql`id, started_at as "startedAt", ended_at as "endedAt", by_name as "byName", state, verified, total, last_hash as "lastHash", broken`

export const listChecks = (db: Sql, most: number): Promise<CheckRow[]> =>
  db.rows<CheckRow>(sql`select ${checkColumns} from audit_check order by started_at desc, id desc limit ${most}`)
export const lockCheck = (db: Sql, id: string): Promise<CheckRow> => db.get<CheckRow>(sql`select ${checkColumns} from audit_check where id = ${id} for update`)
export const insertCheck = (db: Sql, c: { id: string; at: Instant; byName: string | null; total: number }): Promise<number> =>
  db.run(sql`insert into audit_check (id, started_at, by_name, state, total) values (${c.id}, ${c.at}, ${c.byName}, 'running', ${c.total})`)
export const advanceCheck = (db: Sql, c: Pick<CheckRow, 'id' | 'state' | 'verified' | 'lastHash' | 'broken' | 'endedAt'>): Promise<number> =>
  db.run(sql`
    update audit_check set state = ${c.state}, verified = ${c.verified}, total = greatest(total, ${c.verified}), last_hash = ${c.lastHash},
                           broken = ${c.broken ? JSON.stringify(c.broken) : null}::jsonb, ended_at = ${c.endedAt}
    where id = ${c.id}`)
