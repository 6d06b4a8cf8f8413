import sql, { empty, join } from 'sql-template-tag'
import type { Scope, Sql } from '../../kernel/ctx.ts'
import type { PageKey } from '../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../kernel/walk.ts'
import type { Instant } from '../../kernel/dates.ts'
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

export interface ListEvents {
  scope: Scope
  accountId: string | undefined
  subject: string | undefined
  act: string | undefined
  endpoint: string | undefined
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
    where (e.area_path >= ${q.scope.lo} and e.area_path < ${q.scope.hi} or e.area_path is null and (${ofOwnAccounts(q.scope)} ${ofNobody(q.scope)}))
      ${q.accountId ? sql`and e.account_id = ${q.accountId}` : empty}
      ${q.subject ? sql`and e.subjects @> array[${q.subject}]::text[]` : empty}
      ${q.act ? sql`and e.act = ${q.act}` : empty}
      ${q.endpoint ? sql`and starts_with(e.endpoint, ${q.endpoint})` : empty}
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
  (await db.get<{ n: number }>(sql`
    select count(*) as n from audit_event e where not exists (select from audit_link l where l.event_id = e.id)`)).n
