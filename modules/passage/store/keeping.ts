import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'

export interface Forgotten { month: string; gone: number; kept: number }

/** Whole months before this day's go; which, how many rows went and how many an open lead still holds. */
export const forgetBefore = (db: Sql, before: Day, today: Day): Promise<Forgotten[]> => db.rows<Forgotten>(sql`select month, gone, kept from passage_forget(${before}::date, ${today}::date)`)

/** 留痕: that something was destroyed because its term was over, by nobody in particular. */
export const traceForgotten = (db: Sql, f: Forgotten & { id: string; at: Instant; months: number }): Promise<number> => db.run(sql`
  with pending as (insert into audit_pending (event_id) values (${f.id}::uuid))
  insert into audit_event (id, at, actor_kind, endpoint, act, subjects, detail) values (${f.id}, ${f.at}, 'system', 'passage.forget', 'change', ${[f.month]}::text[], ${JSON.stringify({ gone: f.gone, kept: f.kept, months: f.months })}::jsonb)`)
