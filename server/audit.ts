import { createHash } from 'node:crypto'
import sql from 'sql-template-tag'
import { canonical, nextHash } from '../modules/audit/rules.ts'
import type { AuditEvent, BrokenLink } from '../modules/audit/contract.ts'
import { verifyStretch } from '../modules/audit/service.ts'
import type { Actor, Query } from '../kernel/ctx.ts'
import { wholeTerritory } from '../kernel/ctx.ts'
import { transact, type Database } from './db.ts'

export interface AuditEntry {
  id: string
  at: string
  actor: Actor
  /** The account a sign-in was for; named in the line although nobody was signed in. */
  signingIn?: string | undefined
  endpoint: string
  act: string
  subjects: string[]
  reason: string | undefined
  from: { ip: string; device: string }
  /** Whose territory the line belongs to, where that is not the actor's. */
  areaPath?: string
  detail?: Record<string, unknown>
}

/** Written by the frame in the request's own transaction: no effect and no view without its line. */
export function auditLine(e: AuditEntry): Query {
  const staff = e.actor.kind === 'staff' ? e.actor : undefined
  const link = e.actor.kind === 'link' ? e.actor : undefined
  const kind = e.actor.kind === 'nobody' && e.signingIn && !e.detail?.refused ? 'staff' : e.actor.kind
  return sql`
    with pending as (insert into audit_pending (event_id) values (${e.id}))
    insert into audit_event (id, at, actor_kind, account_id, account_name, role, session_id, link_id, ip, device,
                             endpoint, act, subjects, reason, area_path, detail)
    select ${e.id}::uuid, ${e.at}::timestamptz, ${kind}, coalesce(${staff?.accountId ?? null}::uuid, a.id), coalesce(${staff?.name ?? null}, a.name),
           coalesce(${staff?.role ?? null}, a.role), ${staff?.sessionId ?? null}::uuid, ${link?.linkId ?? null}::uuid, ${e.from.ip}, ${e.from.device},
           ${e.endpoint}, ${e.act}, ${e.subjects}::text[], ${e.reason ?? null}, coalesce(${e.areaPath ?? staff?.areaPath ?? link?.areaPath ?? null}, a.area_path),
           ${e.detail ? JSON.stringify(e.detail) : null}::jsonb
    from (select) one left join account a on a.id = ${e.signingIn ?? null}::uuid`
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Chains events that have become visible since the last run. Linking after commit keeps writers from queueing
 * behind one lock; the price is that the last seconds are not yet sealed (docs/decisions/0006).
 */
export async function sealAudit(db: Database, most = 5000): Promise<number> {
  return transact(db, wholeTerritory, async ({ sql: q }) => {
    await q.run(sql`select pg_advisory_xact_lock(7002)`)
    const last = await q.find<{ no: number; hash: string }>(sql`select no, hash from audit_link order by no desc limit 1`)
    const events = await q.rows<AuditEvent>(sql`
      select e.id, e.at, e.actor_kind as "actorKind", e.account_id as "accountId", e.account_name as "accountName", e.role,
             e.session_id as "sessionId", e.link_id as "linkId", e.ip, e.device, e.endpoint, e.act, e.subjects, e.reason,
             e.area_path as "areaPath", e.detail
      from (select event_id from audit_pending order by event_id limit ${most}) p
      -- Event by event: the few that wait are mostly fewer than the planner thinks, and it would read the whole trail every second.
      cross join lateral (select * from audit_event where id = p.event_id offset 0) e order by e.at, e.id`)
    let no = last?.no ?? 0
    let hash = last?.hash ?? ''
    const links = events.map((event) => {
      hash = nextHash(sha256, hash, canonical(event))
      return { no: ++no, id: event.id, hash }
    })
    if (links.length > 0) {
      await q.run(sql`insert into audit_link (no, event_id, hash)
        select * from unnest(${links.map((l) => l.no)}::bigint[], ${links.map((l) => l.id)}::uuid[], ${links.map((l) => l.hash)}::text[])`)
      await q.run(sql`delete from audit_pending where event_id = any(${links.map((l) => l.id)}::uuid[])`)
    }
    return links.length
  })
}

export interface Verdict { whole: boolean; text: string }

const why: Record<BrokenLink['kind'], string> = {
  gap: 'the one before it is missing 前一环缺失', missing: 'its event was removed 对应记录被删除', changed: 'its event was changed 该记录被改动',
  outside: 'after it an event stands outside the chain 链外有记录',
}

/** Walks the whole chain and names the first broken link. */
export async function verifyAudit(db: Database): Promise<Verdict> {
  for (let from = { no: 0, hash: '' }; ; ) {
    const { last, broken, complete } = await transact(db, wholeTerritory, ({ sql: q }) => verifyStretch(q, from))
    if (broken) return { whole: false, text: `The audit chain is broken at link ${broken.no}: ${why[broken.kind]} (${broken.eventId}, ${broken.at ?? ''}). 审计链在第 ${broken.no} 环断开。` }
    if (complete) return { whole: true, text: `The audit chain is whole: ${last.no} links. 审计链完整,共 ${last.no} 环。 Head ${last.hash.slice(0, 16)}` }
    from = last
  }
}
