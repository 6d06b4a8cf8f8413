import sql from 'sql-template-tag'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Contents, Declaration, DeclaredIndicator, ReportFigure } from '../contract.ts'

export const countAreas = (db: Sql, { lo, hi }: Scope): Promise<{ compounds: number; villageGroups: number }> => db.get(sql`
  select count(*) filter (where level = 'compound')::int as compounds, count(*) filter (where level = 'villageGroup')::int as "villageGroups"
  from area where area_path >= ${lo} and area_path < ${hi} and state = 'open'`)

/** Provinces people of each class came from, most first. */
export const provinces = (db: Sql, { lo, hi }: Scope, asOf: Instant): Promise<{ originClass: string; province: string; persons: number }[]> => db.rows(sql`
  select s.origin_class as "originClass", left(s.origin, 2) as province, count(distinct s.person_id)::int as persons from screening s
  where s.area_path >= ${lo} and s.area_path < ${hi} and s.state in ('managed', 'notManaged') and s.verified_at <= ${asOf} and s.person_id is not null and s.origin_class is not null
    and s.origin ~ '^[0-9]{6}$' and coalesce(s.outcome_reason, '') not in ('wrongInformation', 'notLivingHere')
  group by 1, 2 order by 3 desc, 2`)

/** Sites in which people of each class are or were. */
export const sites = (db: Sql, { lo, hi }: Scope, asOf: Instant): Promise<{ originClass: string; site: string }[]> => db.rows(sql`
  select origin_class as "originClass", site from (
    select e.origin_class, regexp_replace(room_name(e.room_id), ' [^ ]*$', '') as site, count(*) as n from episode e
    where e.area_path >= ${lo} and e.area_path < ${hi} and e.room_id is not null and e.state <> 'cancelled' and e.opened_at <= ${asOf} group by 1, 2) x
  where site is not null order by n desc, site`)

/** 外出务工: who has left by then, by province; nothing where no request was ever kept. */
export const migrants = (db: Sql, { lo, hi }: Scope, asOf: Instant): Promise<{ province: string | null; persons: number }[]> => db.rows(sql`
  select left(r.destination_code, 2) as province, (count(distinct r.person_id) filter (where r.left_at <= ${asOf}))::int as persons
  from exit_request r where r.area_path >= ${lo} and r.area_path < ${hi} and r.kind = 'migrantWork' and r.applied_at <= ${asOf} group by 1 order by 2 desc, 1`)

/** 志愿服务: who came in that time and how long, by unit; residents under null. */
export const served = (db: Sql, { lo, hi }: Scope, from: Instant, to: Instant): Promise<{ unit: string | null; persons: number; minutes: number }[]> => db.rows(sql`
  select v.unit, count(distinct v.id)::int as persons, sum(floor(extract(epoch from s.left_at - s.came_at) / 60))::int as minutes from volunteer_service s join volunteer v on v.id = s.volunteer_id
  where s.area_path >= ${lo} and s.area_path < ${hi} and s.state = 'came' and s.came_at >= ${from} and s.came_at < ${to} group by 1 order by 2 desc, 1 nulls last`)

const declarationColumns = sql`indicator, day, value, detail, source, at, account_name as "accountName"`

/** What holds on a day: the latest declaration from or before it. */
export const declaredOn = (db: Sql, officeId: string, day: Day): Promise<Declaration[]> => db.rows(sql`
  select distinct on (indicator) ${declarationColumns} from declared_figure where office_id = ${officeId} and day <= ${day} order by indicator, day desc, at desc`)

export const listDeclared = (db: Sql, officeId: string, indicator: DeclaredIndicator | undefined): Promise<Declaration[]> => db.rows(sql`
  select ${declarationColumns} from declared_figure where office_id = ${officeId} and (${indicator ?? null}::text is null or indicator = ${indicator ?? null}) order by at desc, indicator limit 200`)

export interface NewDeclaration { id: string; indicator: DeclaredIndicator; value: number; detail: string | null }
export const insertDeclared = (db: Sql, office: { officeId: string; areaPath: string; day: Day; source: string; at: Instant; by: string | null; name: string | null }, all: readonly NewDeclaration[]): Promise<number> => db.run(sql`
  insert into declared_figure (id, office_id, area_path, indicator, day, value, detail, source, at, account_id, account_name)
  select x.id, ${office.officeId}::uuid, ${office.areaPath}, x.indicator, ${office.day}::date, x.value, x.detail, ${office.source}, ${office.at}::timestamptz, ${office.by}::uuid, ${office.name}
  from unnest(${all.map((d) => d.id)}::uuid[], ${all.map((d) => d.indicator)}::text[], ${all.map((d) => d.value)}::int[], ${all.map((d) => d.detail)}::text[]) as x (id, indicator, value, detail)`)

export interface WorkReportRow { reportId: string; day: Day; issuedAt: Instant; accountName: string | null }
export const formerReport = (db: Sql, officeId: string, before: Day): Promise<(WorkReportRow & { figures: ReportFigure[] }) | undefined> => db.find(sql`
  select id as "reportId", day, issued_at as "issuedAt", account_name as "accountName", figures from work_report where office_id = ${officeId} and day < ${before} order by day desc, issued_at desc limit 1`)
export const listReports = (db: Sql, officeId: string): Promise<WorkReportRow[]> => db.rows(sql`
  select id as "reportId", day, issued_at as "issuedAt", account_name as "accountName" from work_report where office_id = ${officeId} order by day desc, issued_at desc limit 20`)
export const getReport = (db: Sql, reportId: string): Promise<{ day: Day; areaPath: string; areaName: string; contents: Contents }> => db.get(sql`
  select r.day, r.area_path as "areaPath", a.name as "areaName", r.contents from work_report r join area a on a.id = r.office_id where r.id = ${reportId}`)

export interface NewReport { id: string; officeId: string; areaPath: string; day: Day; asOf: Instant; contents: Contents; figures: readonly ReportFigure[]; at: Instant; by: string | null; name: string | null }
export const insertReport = (db: Sql, r: NewReport): Promise<number> => db.run(sql`
  insert into work_report (id, office_id, area_path, day, as_of, contents, figures, issued_at, account_id, account_name)
  values (${r.id}, ${r.officeId}, ${r.areaPath}, ${r.day}, ${r.asOf}, ${JSON.stringify(r.contents)}::jsonb, ${JSON.stringify(r.figures)}::jsonb, ${r.at}, ${r.by}, ${r.name})`)
