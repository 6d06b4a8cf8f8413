import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import { addMinutes, type Instant } from '../../../kernel/dates.ts'

const DAY_MINUTES = 24 * 60
export interface Miss { linkId: string; nameIndex: string }
export const countMisses = (db: Sql, { linkId, nameIndex }: Miss, now: Instant): Promise<{ throughCode: number; ofName: number }> => db.get(sql`
  select (select count(*)::int from exit_miss where link_id = ${linkId} and at > ${addMinutes(now, -60)}) as "throughCode", (select count(*)::int from exit_miss where name_index = ${nameIndex} and at > ${addMinutes(now, -DAY_MINUTES)}) as "ofName"`)
/** Kept for as long as it counts. */
export async function insertMiss(db: Sql, m: Miss & { id: string; areaPath: string; at: Instant }): Promise<void> {
  await db.run(sql`delete from exit_miss where at <= ${addMinutes(m.at, -DAY_MINUTES)}`)
  await db.run(sql`insert into exit_miss (id, area_path, link_id, name_index, at) values (${m.id}, ${m.areaPath}, ${m.linkId}, ${m.nameIndex}, ${m.at})`)
}
