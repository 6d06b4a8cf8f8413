import sql from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Correction } from '../contract.ts'
import type { ReportRow } from '../tables.ts'
import { within, type Span } from './sources.ts'

const columns = sql`r.id, r.area_id as "areaId", r.area_path as "areaPath", r.day, r.issue_no as "issueNo", r.opening_at as "openingAt", r.as_of as "asOf", r.figures,
  r.policy_id as "policyId", r.differences_answered as "differencesAnswered", r.sent_at as "sentAt", r.sender_name as "senderName"`

export const findReport = (db: Sql, areaId: string, day: Day): Promise<ReportRow | undefined> =>
  db.find<ReportRow>(sql`select ${columns} from daily_report r where r.area_id = ${areaId} and r.day = ${day}`)

export const reportsOf = (db: Sql, areaIds: readonly string[], day: Day): Promise<ReportRow[]> =>
  db.rows<ReportRow>(sql`select ${columns} from daily_report r where r.day = ${day} and r.area_id = any(${areaIds}::uuid[])`)

/** 第 N 期: one more than whatever the community has sent; a day sent late does not take a number that stands on another. */
export const nextIssueNo = async (db: Sql, areaId: string): Promise<number> =>
  (await db.get<{ n: number }>(sql`select coalesce(max(issue_no), 0)::int + 1 as n from daily_report where area_id = ${areaId}`)).n

/** False when somebody else sent the same day's report a moment before. */
export const insertReport = async (db: Sql, r: ReportRow & { sentBy: string | null }): Promise<boolean> => (await db.run(sql`
  insert into daily_report (id, area_id, area_path, day, issue_no, opening_at, as_of, figures, policy_id, differences_answered, sent_at, sent_by, sender_name)
  values (${r.id}, ${r.areaId}, ${r.areaPath}, ${r.day}, ${r.issueNo}, ${r.openingAt}, ${r.asOf}, ${JSON.stringify(r.figures)}::jsonb, ${r.policyId}, ${r.differencesAnswered},
    ${r.sentAt}, ${r.sentBy}, ${r.senderName}) on conflict (area_id, day) do nothing`)) > 0

/** The corrections of each report, in the order they were made. */
export async function correctionsOf(db: Sql, reportIds: readonly string[]): Promise<Map<string, Correction[]>> {
  const rows = await db.rows<Correction & { reportId: string }>(sql`
    select report_id as "reportId", indicator, origin_class as "originClass", households_before as "householdsBefore", persons_before as "personsBefore",
      households_after as "householdsAfter", persons_after as "personsAfter", reason, at, account_name as "accountName"
    from daily_report_correction where report_id = any(${reportIds}::uuid[]) order by at, id`)
  return new Map(reportIds.map((id) => [id, rows.filter(({ reportId }) => reportId === id).map(({ reportId: _, ...one }) => one)]))
}

export const insertCorrection = (db: Sql, c: Correction & { id: string; reportId: string; areaPath: string; accountId: string | null }): Promise<number> => db.run(sql`
  insert into daily_report_correction (id, report_id, area_path, indicator, origin_class, households_before, persons_before, households_after, persons_after, reason, at, account_id, account_name)
  values (${c.id}, ${c.reportId}, ${c.areaPath}, ${c.indicator}, ${c.originClass}, ${c.householdsBefore}, ${c.personsBefore}, ${c.householdsAfter}, ${c.personsAfter}, ${c.reason},
    ${c.at}, ${c.accountId}, ${c.accountName})`)

export interface SentDay { day: Day; reportId: string; issueNo: number; sentAt: Instant; senderName: string | null; corrected: boolean }

export const sentDays = (db: Sql, areaId: string, from: Day): Promise<SentDay[]> => db.rows<SentDay>(sql`
  select r.day, r.id as "reportId", r.issue_no as "issueNo", r.sent_at as "sentAt", r.sender_name as "senderName",
    exists (select from daily_report_correction c where c.report_id = r.id) as corrected
  from daily_report r where r.area_id = ${areaId} and r.day >= ${from}`)

/** The day since which a community has something to report; an office above, without rows of its own, since it first reported. */
export const firstDay = async (db: Sql, areaId: string, rows: Scope | undefined): Promise<Day | null> => (await db.get<{ day: Day | null }>(sql`
  select least((select min(day) from daily_report where area_id = ${areaId}),
    ${rows ? sql`(select min((reported_at at time zone 'Asia/Shanghai')::date) from screening where area_path >= ${rows.lo} and area_path < ${rows.hi})` : sql`null`}) as day`)).day

export interface CommunityRow { areaId: string; name: string; sentAt: Instant | null; senderName: string | null; figures: ReportRow['figures'] | null; reportId: string | null }

export const communitiesWithReports = (db: Sql, lo: string, hi: string, day: Day): Promise<CommunityRow[]> => db.rows<CommunityRow>(sql`
  select a.id as "areaId", a.name, r.sent_at as "sentAt", r.sender_name as "senderName", r.figures, r.id as "reportId"
  from area a left join daily_report r on r.area_id = a.id and r.day = ${day}
  where a.level = 'community' and a.state = 'open' and a.area_path >= ${lo} and a.area_path < ${hi} order by r.sent_at nulls first, a.name`)

interface SameRow { takerName: string; place: string; temperature: number; at: Instant; episodes: string[] }

/** Readings that are all alike, of one settlement, entered by one member of staff within one minute. */
export const sameReadings = (db: Sql, span: Span, least: number): Promise<SameRow[]> => db.rows<SameRow>(sql`
  select max(c.taker_name) as "takerName", st.name as place, max(c.temperature) as temperature, min(c.received_at) as at, array_agg(distinct c.episode_id::text) as episodes
  from health_check c
  join area st on st.level in ('compound', 'villageGroup') and ${within(span, sql`st`)}
    and c.area_path >= st.area_path and c.area_path < st.area_end
  where ${within(span, sql`c`)} and c.received_at > ${span.openingAt} and c.received_at <= ${span.asOf} and c.channel <> 'self' and c.temperature is not null
    and c.account_id is not null
  group by c.account_id, date_trunc('minute', c.received_at), st.id, st.name
  having count(distinct c.episode_id) >= ${least} and count(distinct c.temperature) = 1 order by 4`)

export const peopleOfEpisodes = (db: Sql, ids: readonly string[]): Promise<{ personId: string; episodeId: string; name: string; address: string }[]> => db.rows(sql`
  select e.person_id as "personId", e.id as "episodeId", p.name, coalesce(h.address, '') as address
  from episode e join person p on p.id = e.person_id left join household h on h.id = p.household_id where e.id = any(${ids}::uuid[]) order by h.address, p.name`)
