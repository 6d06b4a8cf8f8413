import sql from 'sql-template-tag'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Sql } from '../../../kernel/ctx.ts'
import { oweMissedVisits, takeBackCheck, takeBackGap, takeBackVisits } from './taking-back.ts'

/** What one call wrote, so that it can be taken back as a whole. */
export interface Wrote {
  checkId?: string
  visitIds: string[]
  gaps: { dueOn: Day; window: string }[]
  /** The delivery asked for. */
  deliveryId?: string
  temperature?: number
}
export interface CallRow { id: string; episodeId: string; at: Instant; accountId: string | null; undoneAt: Instant | null; wrote: Wrote }
export interface NewCall {
  id: string; episodeId: string; areaPath: string; way: string; reached: boolean; unchanged: boolean; need: string | null; note: string | null; wrote: Wrote
  at: Instant; by: string | null; name: string | null
}

export const insertCall = (db: Sql, c: NewCall): Promise<number> => db.run(sql`
  insert into episode_call (id, episode_id, area_path, way, reached, unchanged, need, note, wrote, at, account_id, account_name)
  values (${c.id}, ${c.episodeId}, ${c.areaPath}, ${c.way}, ${c.reached}, ${c.unchanged}, ${c.need}, ${c.note}, ${JSON.stringify(c.wrote)}::jsonb, ${c.at}, ${c.by}, ${c.name})`)

export const lockCall = (db: Sql, callId: string): Promise<CallRow> => db.get<CallRow>(sql`
  select id, episode_id as "episodeId", at, account_id as "accountId", undone_at as "undoneAt", wrote from episode_call where id = ${callId} for update`)

export const listCalls = (db: Sql, episodeId: string): Promise<{ id: string; at: Instant; way: 'phone' | 'visit'; reached: boolean; unchanged: boolean; need: string | null; note: string | null; accountName: string | null; undone: boolean }[]> => db.rows(sql`
  select id, at, way, reached, unchanged, need, note, account_name as "accountName", undone_at is not null as undone from episode_call where episode_id = ${episodeId} order by at desc, id desc`)

export const insertDelivery = (db: Sql, d: { id: string; episodeId: string; householdId: string | null; areaPath: string; visitor: string; need: string; dueAt: Instant; at: Instant }): Promise<number> => db.run(sql`
  insert into visit (id, episode_id, household_id, area_path, visitor, purpose, state, due_at, created_at, need)
  values (${d.id}, ${d.episodeId}, ${d.householdId}, ${d.areaPath}, ${d.visitor}, 'delivery', 'owed', ${d.dueAt}, ${d.at}, ${d.need})`)

/** The call that settled a visit, where it was not a visit alone. */
export const callOfVisit = (db: Sql, visitId: string, episodeId: string | null): Promise<{ id: string } | undefined> => db.find(sql`
  select id from episode_call where episode_id = ${episodeId} and undone_at is null and wrote -> 'visitIds' ? ${visitId}`)

export const isAbnormal = async (db: Sql, checkId: string): Promise<boolean> => (await db.find(sql`select 1 from health_check where id = ${checkId} and abnormal`)) !== undefined

/** Takes back what a call wrote: the reading is gone, what it had closed is due again, as late as it was. */
export async function undoCall(db: Sql, { id, episodeId, wrote }: CallRow, at: Instant): Promise<void> {
  if (wrote.checkId) await takeBackCheck(db, episodeId, wrote.checkId, at)
  for (const gap of wrote.gaps) await takeBackGap(db, episodeId, gap)
  await takeBackVisits(db, wrote.visitIds)
  await oweMissedVisits(db, [episodeId], at)
  if (wrote.deliveryId) await db.run(sql`update visit set state = 'cancelled' where id = ${wrote.deliveryId} and state = 'owed'`)
  await db.run(sql`update episode_call set undone_at = ${at} where id = ${id}`)
}
