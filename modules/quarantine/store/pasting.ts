import sql, { empty, raw } from 'sql-template-tag'
import { addDays, instantAt, type Day, type Instant } from '../../../kernel/dates.ts'
import type { Sql } from '../../../kernel/ctx.ts'
import { personJoins, walk } from './today.ts'

export interface SheetRow {
  episodeId: string; policyId: string; name: string; address: string; roomName: string | null; documentMasked: string | null; phoneMasked: string | null; measure: string; startsOn: Day
  due: boolean; owed: string[]; readings: { takenAt: string; temperature: number | null; symptoms: string[] }[]
}
const address = raw(`coalesce(up.name, '') || a.name || coalesce(h.address, '')`)

/** Everybody managed (or those named) with what a row of a spreadsheet is recognised and judged by, in the order somebody walks. */
export const sheetRows = (db: Sql, f: { ids: readonly string[] | undefined; since: Instant; visitor: string | null; today: Day; now: Instant; limit: number }): Promise<SheetRow[]> => db.rows<SheetRow>(sql`
  select e.id as "episodeId", e.policy_id as "policyId", p.name, ${address} as address, case when e.room_id is not null then room_name(e.room_id) end as "roomName",
    p.document_masked as "documentMasked", p.phone_masked as "phoneMasked", e.measure, e.starts_on as "startsOn",
    exists (select from check_due d where d.episode_id = e.id and d.due_on = ${f.today} and d.opens_at <= ${f.now} and (d.state = 'open' or (d.state = 'missed'
      and not exists (select from check_due n where n.episode_id = d.episode_id and n.due_on = ${f.today} and n.opens_at <= ${f.now} and n.closes_at > ${f.now})))) as due,
    array(select v.id::text from visit v where v.episode_id = e.id and v.state = 'owed' and v.visitor = ${f.visitor} and v.purpose <> 'delivery'
      and v.due_at >= ${instantAt(f.today, '00:00')} and v.due_at < ${instantAt(addDays(f.today, 1), '00:00')} order by v.purpose = 'missedCheck' desc, v.due_at) as owed,
    coalesce((select json_agg(json_build_object('takenAt', c.taken_at, 'temperature', c.temperature, 'symptoms', c.symptoms) order by c.taken_at)
      from health_check c where c.episode_id = e.id and c.taken_at >= ${f.since}), '[]'::json) as readings
  from episode e ${personJoins} where e.state = 'active' ${f.ids ? sql`and e.id = any(${f.ids}::uuid[])` : empty}
  order by ${walk}, e.id limit ${f.limit}`)

/** One after the other: two pastes about the same people do not both find the window empty. */
export const lockEpisodes = (db: Sql, ids: readonly string[]): Promise<unknown> => db.rows(sql`select id from episode where id = any(${ids}::uuid[]) order by id for update`)

export interface PastedBefore { id: string; episodeId: string; accountId: string | null; at: Instant; temperature: number | null; abnormal: boolean; isCall: boolean; undone: boolean }
/** Rows that were sent before under the same ids: a reading, or a call at the door. */
export const pastedBefore = (db: Sql, rowIds: readonly string[]): Promise<PastedBefore[]> => db.rows<PastedBefore>(sql`
  select c.id, c.episode_id as "episodeId", c.account_id as "accountId", c.received_at as at, c.temperature, c.abnormal, false as "isCall", false as undone from health_check c where c.id = any(${rowIds}::uuid[])
  union all
  select k.id, k.episode_id, k.account_id, k.at, (k.wrote ->> 'temperature')::numeric, coalesce(c.abnormal, false), true, k.undone_at is not null
  from episode_call k left join health_check c on c.id = (k.wrote ->> 'checkId')::uuid where k.id = any(${rowIds}::uuid[])`)
