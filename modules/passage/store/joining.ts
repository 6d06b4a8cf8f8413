import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { Direction, SubjectKind } from '../contract.ts'

/** The first who came back on this request after an instant: a phone that arrives late may tell of the way out last. */
export const backFromExit = async (db: Sql, exitId: string, after: Instant): Promise<{ at: Instant; temperature: number | undefined } | undefined> => {
  const row = await db.find<{ at: Instant; temperature: number | null }>(sql`
    select e.at, e.temperature from passage_event e join exit_request r on r.id = ${exitId} join person p on p.id = r.person_id
    where e.household_id = p.household_id and e.at > ${after} and e.direction = 'in' and e.outcome = 'allow' and e.taken_back_at is null and e.certificate ->> 'exitId' = ${exitId} order by e.at limit 1`)
  return row && { at: row.at, temperature: row.temperature ?? undefined }
}

export const joinedOf = (db: Sql, eventId: string): Promise<{ at: Instant; direction: Direction; subject: SubjectKind; passNo: string | null; exitId: string | null }> => db.get(sql`
  select at, direction, subject, pass_no as "passNo", certificate ->> 'exitId' as "exitId" from passage_event where id = ${eventId}`)
