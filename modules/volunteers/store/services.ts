import sql, { type Sql as Fragment } from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { ServiceState, WorkKind } from '../contract.ts'
import type { ServiceRow } from '../tables.ts'
import { minutesOf } from './volunteers.ts'

const columns: Fragment = sql`s.id as "serviceId", s.call_id as "callId", s.volunteer_id as "volunteerId", s.area_path as "areaPath", coalesce(p.name, v.name) as name, v.unit, coalesce(v.phone_masked, p.phone_masked) as "phoneMasked", s.kind, s.place, s.starts_at as "startsAt", s.ends_at as "endsAt", s.state, s.came_at as "cameAt", s.left_at as "leftAt",
  ${minutesOf} as minutes, s.note, s.rating, s.taken_at as "takenAt", s.recorded_at as "recordedAt", s.recorder_name as "recorderName", coalesce((select sum(b.points) from volunteer_point b where b.service_id = s.id), 0)::int as points`
const from = sql`volunteer_service s join volunteer v on v.id = s.volunteer_id left join person p on p.id = v.person_id`

export const takersOf = (db: Sql, callId: string): Promise<ServiceRow[]> => db.rows(sql`select ${columns} from ${from} where s.call_id = ${callId} and s.state in ('taken', 'came', 'absent') order by s.taken_at, s.id`)
export const servicesOf = (db: Sql, volunteerId: string): Promise<ServiceRow[]> => db.rows(sql`select ${columns} from ${from} where s.volunteer_id = ${volunteerId} and s.state not in ('dropped', 'undone') order by s.starts_at desc, s.id limit 300`)
export const getService = (db: Sql, id: string): Promise<ServiceRow> => db.get(sql`select ${columns} from ${from} where s.id = ${id} for update of s`)

export interface NewService { id: string; callId: string | null; volunteerId: string; areaPath: string; kind: WorkKind; place: string; startsAt: Instant; endsAt: Instant; at: Instant; byName: string | null }
export const insertService = (db: Sql, s: NewService): Promise<number> => db.run(sql`
  insert into volunteer_service (id, call_id, volunteer_id, area_path, kind, place, starts_at, ends_at, state, taken_at, taker_name)
  values (${s.id}, ${s.callId}, ${s.volunteerId}, ${s.areaPath}, ${s.kind}, ${s.place}, ${s.startsAt}, ${s.endsAt}, 'taken', ${s.at}, ${s.byName})`)
export interface Recorded { state: ServiceState; cameAt: Instant | null; leftAt: Instant | null; note: string | null; rating: number | null; at: Instant | null; byName: string | null }
export const record = (db: Sql, id: string, r: Recorded): Promise<number> => db.run(sql`
  update volunteer_service set state = ${r.state}, came_at = ${r.cameAt}, left_at = ${r.leftAt}, note = ${r.note}, rating = ${r.rating}, recorded_at = ${r.at}, recorder_name = ${r.byName} where id = ${id}`)
