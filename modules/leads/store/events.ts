import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { LeadEvent } from '../contract.ts'

export interface NewEvent {
  id: string
  leadId: string
  areaPath: string
  at: Instant
  recordedAt: Instant
  kind: string
  params: Record<string, unknown>
  channel: string | null
  accountId: string | null
  actorName: string | null
  actorRole: string | null
  officePath: string | null
  officeName: string | null
}

/** An office sees a lead for the first time once; later looks change nothing. */
export const insertEvent = (db: Sql, e: NewEvent): Promise<number> =>
  db.run(sql`
    insert into lead_event (id, lead_id, area_path, at, recorded_at, kind, params, channel, account_id, actor_name, actor_role, office_path, office_name)
    values (${e.id}, ${e.leadId}, ${e.areaPath}, ${e.at}, ${e.recordedAt}, ${e.kind}, ${JSON.stringify(e.params)}::jsonb, ${e.channel}, ${e.accountId},
            ${e.actorName}, ${e.actorRole}, ${e.officePath}, ${e.officeName})
    on conflict do nothing`)

export const eventsOf = (db: Sql, leadId: string): Promise<LeadEvent[]> =>
  db.rows<LeadEvent>(sql`
    select id, at, recorded_at as "recordedAt", 'leads.' || kind as kind, params, channel, actor_name as "actorName", actor_role as "actorRole", office_name as "officeName"
    from lead_event where lead_id = ${leadId} order by at desc, recorded_at desc, id desc`)
