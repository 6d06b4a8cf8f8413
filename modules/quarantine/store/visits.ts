import sql, { empty } from 'sql-template-tag'
import type { Instant } from '../../../kernel/dates.ts'
import type { Sql } from '../../../kernel/ctx.ts'
import { firstOf } from '../../../kernel/first-of.ts'

export interface VisitRow {
  id: string; visitor: string; purpose: string; state: 'owed' | 'made' | 'cancelled'; dueAt: Instant | null; madeAt: Instant | null; visitorName: string | null
  accountId: string | null; recordedAt: Instant | null
  result: string | null; note: string | null; need: string | null; episodeId: string | null; name: string; address: string; areaPath: string; householdId: string | null; personId: string | null
  /** When the episode it was for ended. */
  closedAt: Instant | null
}
const select = sql`select v.id, v.visitor, v.purpose, v.state, v.due_at as "dueAt", v.made_at as "madeAt", v.visitor_name as "visitorName", v.result, v.note, v.need, v.account_id as "accountId", v.recorded_at as "recordedAt",
  v.episode_id as "episodeId", coalesce(p.name, '') as name, a.name || coalesce(h.address, '') as address, v.area_path as "areaPath", v.household_id as "householdId", e.person_id as "personId", e.closed_at as "closedAt"
  from visit v left join episode e on e.id = v.episode_id left join person p on p.id = e.person_id left join household h on h.id = v.household_id
  left join area a on a.id = ${firstOf(sql`h.area_id`, sql`e.area_id`)}`

export const insertVisits = (db: Sql, all: readonly { id: string; episodeId: string; householdId: string | null; areaPath: string; visitor: string; purpose: string; dueAt: Instant; onceKey: string }[], at: Instant): Promise<number> => db.run(sql`
  insert into visit (id, episode_id, household_id, area_path, visitor, purpose, state, due_at, created_at, once_key)
  select id, episode_id, household_id, area_path, visitor, purpose, 'owed', due_at, ${at}::timestamptz, once_key
  from unnest(${all.map((v) => v.id)}::uuid[], ${all.map((v) => v.episodeId)}::uuid[], ${all.map((v) => v.householdId)}::uuid[], ${all.map((v) => v.areaPath)}::text[],
    ${all.map((v) => v.visitor)}::text[], ${all.map((v) => v.purpose)}::text[], ${all.map((v) => v.dueAt)}::timestamptz[], ${all.map((v) => v.onceKey)}::text[])
    as x (id, episode_id, household_id, area_path, visitor, purpose, due_at, once_key)
  on conflict (once_key) do nothing`)

export const listVisits = (db: Sql, f: { state: string; visitor: string | undefined; after: readonly (string | number | null)[] | undefined; limit: number }): Promise<VisitRow[]> => {
  const order = f.state === 'owed' ? sql`v.due_at` : sql`v.made_at`
  return db.rows<VisitRow>(sql`${select} where v.state = ${f.state} ${f.visitor ? sql`and v.visitor = ${f.visitor}` : empty}
    ${f.after ? (f.state === 'owed' ? sql`and (v.due_at, v.id) > (${f.after[0]}::timestamptz, ${f.after[1]}::uuid)` : sql`and (v.made_at, v.id) < (${f.after[0]}::timestamptz, ${f.after[1]}::uuid)`) : empty}
    order by ${order} ${f.state === 'owed' ? empty : sql`desc`}, v.id ${f.state === 'owed' ? empty : sql`desc`} limit ${f.limit + 1}`)
}

export const lockVisit = (db: Sql, visitId: string): Promise<VisitRow> => db.get<VisitRow>(sql`${select} where v.id = ${visitId} for update of v`)

export const lockVisits = (db: Sql, visitIds: readonly string[]): Promise<VisitRow[]> => db.rows<VisitRow>(sql`${select} where v.id = any(${visitIds}::uuid[]) order by v.id for update of v`)

export const saveVisits = (db: Sql, all: readonly { id: string; result: string; note: string | null; madeAt?: Instant | undefined }[], { at, by, name }: { at: Instant; by: string | null; name: string | null }): Promise<number> => db.run(sql`
  update visit v set state = case when x.result = 'made' then 'made' else v.state end, made_at = case when x.result = 'made' then x.made_at end, result = x.result, note = x.note,
    account_id = ${by}, visitor_name = ${name}, recorded_at = ${at}::timestamptz
  from unnest(${all.map((v) => v.id)}::uuid[], ${all.map((v) => v.result)}::text[], ${all.map((v) => v.note)}::text[], ${all.map((v) => v.madeAt ?? at)}::timestamptz[]) as x (id, result, note, made_at) where v.id = x.id`)

/** What was owed because of a day's missed checks is settled when none of that day is missing any more: measured late, or explained. */
export const settleMissedVisits = (db: Sql, episodeIds: readonly string[]): Promise<number> => db.run(sql`
  update visit v set state = 'cancelled' where v.episode_id = any(${episodeIds}::uuid[]) and v.state = 'owed' and v.purpose = 'missedCheck'
    and not exists (select from check_due d where d.episode_id = v.episode_id and d.state = 'missed' and v.once_key = d.episode_id || ':' || d.due_on || ':missed')`)
