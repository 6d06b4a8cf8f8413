import sql, { raw } from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { ExitKind } from '../../policies/contract.ts'
import { awaited, inTab } from './requests.ts'

export interface ExitWork { exitId: string; kind: ExitKind; personId: string; name: string; sex: string | null; birthOn: Day | null; address: string; destinationName: string; leavesOn: Day; appliedAt: Instant; dueBackAt: Instant | null; notBackReason: string | null; /** To be telephoned by then. */ callBy: Instant | null; total: number; late: number }
const from = raw(`join person p on p.id = r.person_id left join household h on h.id = p.household_id left join area a on a.id = p.area_id left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit')`)
const columns = raw(`r.id as "exitId", r.kind, r.person_id as "personId", p.name, p.sex, p.birth_on as "birthOn", coalesce(up.name, '') || coalesce(a.name, '') || coalesce(h.address, '') as address, r.destination_name as "destinationName", r.leaves_on as "leavesOn", r.applied_at as "appliedAt"`)

/** Requests somebody has to see to; who leaves first stands first, the day of leaving over is late. */
export const toDo = (db: Sql, tab: 'toDecide' | 'certificateDue', now: Instant, today: Day, limit: number): Promise<ExitWork[]> => db.rows(sql`
  select ${columns}, null::timestamptz as "dueBackAt", null as "notBackReason", null::timestamptz as "callBy", (count(*) over ())::int as total, (count(*) filter (where r.leaves_on < ${today}) over ())::int as late
  from exit_request r ${from} where ${inTab(tab, now, today)} order by r.leaves_on, r.applied_at, r.id limit ${limit}`)

/** Late from the hour they were due; of whom is noted why they are not back, again from the day after. */
const callBy = sql`case when x.not_back_reason is null then x.due_back_at else ((x.end_recorded_at at time zone 'Asia/Shanghai')::date + 1)::timestamp at time zone 'Asia/Shanghai' end`
/** 未返回, to be telephoned. */
export const notBack = (db: Sql, now: Instant, limit: number): Promise<ExitWork[]> => db.rows(sql`
  select ${columns}, x.due_back_at as "dueBackAt", x.not_back_reason as "notBackReason", ${callBy} as "callBy", (count(*) over ())::int as total, (count(*) filter (where ${callBy} < ${now}) over ())::int as late
  from exit_trip x join exit_request r on r.id = x.exit_id ${from} where ${awaited(now)} order by "callBy", x.due_back_at, r.id limit ${limit}`)
