import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { Standing, Visited } from '../rules.ts'
import type { VisitRow } from '../tables.ts'

const visit = sql`v.id as "visitId", v.person_id as "personId", v.area_path as "areaPath", v.at, v.received_at as "receivedAt", v.way, v.result, v.note, v.matter_id as "matterId", m.number as "matterNumber", v.account_id as "accountId", v.actor_name as "actorName", v.undone_at is not null as undone
  from care_visit v left join matter m on m.id = v.matter_id`

export type NewVisit = Omit<VisitRow, 'matterNumber' | 'undone'>
export const insertVisit = (db: Sql, v: NewVisit): Promise<number> => db.run(sql`
  insert into care_visit (id, person_id, area_path, at, received_at, way, result, note, matter_id, account_id, actor_name)
  values (${v.visitId}, ${v.personId}, ${v.areaPath}, ${v.at}, ${v.receivedAt}, ${v.way}, ${v.result}, ${v.note}, ${v.matterId}, ${v.accountId}, ${v.actorName})`)
export const visitsOf = (db: Sql, personId: string): Promise<VisitRow[]> => db.rows(sql`select ${visit} where v.person_id = ${personId} order by v.at desc, v.id desc limit 100`)
export const getVisit = (db: Sql, visitId: string): Promise<VisitRow> => db.get(sql`select ${visit} where v.id = ${visitId}`)
export const undoVisit = (db: Sql, visitId: string, at: Instant): Promise<number> => db.run(sql`update care_visit set undone_at = ${at} where id = ${visitId}`)

/** All that count, for where the person stands now; two years are more than any rhythm looks back. */
export const countedVisits = (db: Sql, personId: string): Promise<Visited[]> => db.rows(sql`select at, result from care_visit where person_id = ${personId} and undone_at is null order by at desc limit 800`)
export const stand = (db: Sql, personId: string, s: Standing): Promise<number> => db.run(sql`
  update care_person set last_at = ${s.lastAt}, last_on = ${s.lastOn}, last_result = ${s.lastResult}, last_met_on = ${s.lastMetOn}, last_in_time = ${s.lastInTime}, missed = ${s.missed} where person_id = ${personId}`)
