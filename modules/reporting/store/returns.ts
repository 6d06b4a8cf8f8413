import sql from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { ReportReturn } from '../contract.ts'

/** Those of each report, in the order they were asked; what was withdrawn is not there. */
export async function returnsOf(db: Sql, reportIds: readonly string[]): Promise<Map<string, ReportReturn[]>> {
  const rows = await db.rows<ReportReturn & { reportId: string }>(sql`
    select report_id as "reportId", id, question, at, account_name as "accountName", office_id as "officeId", office_name as "officeName", answer, answered_at as "answeredAt", answered_by as "answeredBy"
    from daily_report_return where report_id = any(${reportIds}::uuid[]) and withdrawn_at is null order by at, id`)
  return new Map(reportIds.map((id) => [id, rows.filter(({ reportId }) => reportId === id).map(({ reportId: _, ...one }) => one)]))
}

interface NewReturn { id: string; reportId: string; areaPath: string; question: string; at: Instant; accountId: string | null; accountName: string | null; officeId: string; officeName: string }
export const insertReturn = (db: Sql, r: NewReturn): Promise<number> => db.run(sql`
  insert into daily_report_return (id, report_id, area_path, question, at, account_id, account_name, office_id, office_name)
  values (${r.id}, ${r.reportId}, ${r.areaPath}, ${r.question}, ${r.at}, ${r.accountId}, ${r.accountName}, ${r.officeId}, ${r.officeName})`)

export const officeOfReturn = (db: Sql, id: string): Promise<{ id: string; name: string; level: string }> => db.get(sql`
  select a.id, a.name, a.level from daily_report_return q join daily_report r on r.id = q.report_id join area a on a.id = r.area_id where q.id = ${id}`)

/** False where it is answered or withdrawn already, or another office's. */
export const withdrawReturn = async (db: Sql, id: string, officeId: string, at: Instant): Promise<boolean> =>
  (await db.run(sql`update daily_report_return set withdrawn_at = ${at} where id = ${id} and office_id = ${officeId} and answered_at is null and withdrawn_at is null`)) > 0

export const answerReturn = async (db: Sql, id: string, answer: string, at: Instant, by: string | null): Promise<boolean> =>
  (await db.run(sql`update daily_report_return set answer = ${answer}, answered_at = ${at}, answered_by = ${by} where id = ${id} and answered_at is null and withdrawn_at is null`)) > 0

/** 更正 answers whatever was asked; the correction itself says how. */
export const settleReturns = (db: Sql, reportId: string, at: Instant, by: string | null): Promise<number> =>
  db.run(sql`update daily_report_return set answered_at = ${at}, answered_by = ${by} where report_id = ${reportId} and answered_at is null and withdrawn_at is null`)

/** What is open for an office itself. */
export const openReturns = (db: Sql, areaId: string, { lo, hi }: Scope): Promise<{ id: string; question: string; officeName: string; at: Instant; day: Day; areaId: string; name: string }[]> => db.rows(sql`
  select q.id, q.question, q.office_name as "officeName", q.at, r.day, a.id as "areaId", a.name
  from daily_report_return q join daily_report r on r.id = q.report_id join area a on a.id = r.area_id
  where q.area_path >= ${lo} and q.area_path < ${hi} and q.answered_at is null and q.withdrawn_at is null and r.area_id = ${areaId} order by q.at`)
