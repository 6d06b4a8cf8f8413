import sql, { raw } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'

/** In which part somebody answers for a managed person. */
export type CarePart = 'doctor' | 'worker'
export interface Handed { id: string; areaPath: string; personId: string; householdId: string | null }

const columnOf = (part: CarePart) => raw(part === 'doctor' ? 'doctor_id' : 'worker_id')

/** How many managed persons and owed visits of theirs somebody answers for in a range. */
export const careOf = (db: Sql, accountId: string, range: Scope) => db.get<{ asDoctor: number; asWorker: number; visits: number }>(sql`
  with mine as (
    select e.id, e.doctor_id = ${accountId} as doctor, e.worker_id = ${accountId} as worker from episode e
    where e.state = 'active' and e.area_path >= ${range.lo} and e.area_path < ${range.hi} and (e.doctor_id = ${accountId} or e.worker_id = ${accountId}))
  select (count(*) filter (where doctor))::int as "asDoctor", (count(*) filter (where worker))::int as "asWorker",
    (select count(*) from visit v join mine m on m.id = v.episode_id
      where v.state = 'owed' and ((v.visitor = 'doctor' and m.doctor) or (v.visitor = 'worker' and m.worker)))::int as visits
  from mine`)

/** Every managed person somebody answers for in a range (or, taking it back, of these only) is answered for by another from now on. */
export const handOver = (db: Sql, part: CarePart, fromId: string, toId: string, range: Scope, only: readonly string[] | null): Promise<Handed[]> => db.rows<Handed>(sql`
  update episode set ${columnOf(part)} = ${toId}, version = version + 1
  where state = 'active' and ${columnOf(part)} = ${fromId} and area_path >= ${range.lo} and area_path < ${range.hi}
    and (${only}::uuid[] is null or id = any(${only}::uuid[]))
  returning id, area_path as "areaPath", person_id as "personId", household_id as "householdId"`)
