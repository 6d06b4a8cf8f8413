import sql, { type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import type { Column, FormKind, FormState, FormTab, Picks, Who } from '../contract.ts'
import type { FillingRow, FormRow } from '../tables.ts'

/** The day of this time round, and when it began: 今天, 这一周, 这个月; a form asked for once began when it came. */
const dueDay = (today: Day): Fragment => sql`case f.frequency when 'once' then f.due_on when 'daily' then ${today}::date when 'weekly' then date_trunc('week', ${today}::date)::date + coalesce(f.due_weekday, 5) - 1
  else least(date_trunc('month', ${today}::date)::date + coalesce(f.due_date, 25) - 1, (date_trunc('month', ${today}::date) + interval '1 month - 1 day')::date) end`
const began = (today: Day): Fragment => sql`case f.frequency when 'weekly' then date_trunc('week', ${today}::date)::date when 'monthly' then date_trunc('month', ${today}::date)::date else ${today}::date end`

/** A form with where it stands now: 停用 · 已填 · 逾期 · 今天要交 · 还早. */
const standing = (today: Day, now: Instant): Fragment => sql`
  select f.*, a.name as area_name, w.due_at, l.at as filled_at, l.actor_name as filled_by,
    case when f.stopped_at is not null then 'stopped' when l.at is not null then 'filled' when w.due_at < ${now} then 'overdue' when w.due_day = ${today}::date then 'due' else 'later' end as state
  from form f join area a on a.id = f.area_id
  cross join lateral (select d.due_day, (d.due_day + f.due_time) at time zone 'Asia/Shanghai' as due_at from (select ${dueDay(today)} as due_day) d) w
  left join lateral (select l.at, l.actor_name from form_filling l where l.form_id = f.id and l.undone_at is null
    and (case when f.frequency = 'once' then l.at >= f.asked_at else l.on_day >= ${began(today)} end) order by l.at desc limit 1) l on true`

const fields = sql`s.id as "formId", s.area_id as "areaId", s.area_path as "areaPath", s.area_name as "areaName", s.kind, s.name, s.department, s.basis, s.frequency, s.state, s.due_at as "dueAt",
  s.filled_at as "filledAt", s.filled_by as "filledBy", s.file_id as "fileId", s.file_removed_at as "fileRemovedAt", s.filename, s.format, s.encoding, s.bytes, s.asked_at as "askedAt", s.head_from as "headFrom", s.head_to as "headTo", s.signature, s.columns, s.who, s.picks,
  s.due_on as "dueOn", s.due_weekday as "dueWeekday", s.due_date as "dueDate", to_char(s.due_time, 'HH24:MI') as "dueTime", s.stop_reason as "stopReason", s.creator_name as "creatorName"`
/** Whoever is late stands first, what is put away last. */
const rank = sql`case s.state when 'overdue' then 0 when 'due' then 1 when 'later' then 2 when 'filled' then 3 else 4 end`
const within = ({ lo, hi }: Scope): Fragment => sql`s.area_path >= ${lo} and s.area_path < ${hi}`

export interface Listed { scope: Scope; tab: FormTab; after: PageKey | undefined; limit: number; today: Day; now: Instant }
export const listForms = (db: Sql, { scope, tab, after, limit, today, now }: Listed): Promise<(FormRow & { rank: number })[]> => db.rows(sql`
  with s as (${standing(today, now)} where f.area_path >= ${scope.lo} and f.area_path < ${scope.hi})
  select ${fields}, ${rank} as rank from s
  where ${tab === 'all' ? sql`s.state <> 'stopped'` : sql`s.state = ${tab}`} ${after ? sql`and (${rank}, coalesce(s.due_at, '2999-01-01'), s.id) > (${after[0]}::int, ${after[1]}::timestamptz, ${after[2]}::uuid)` : sql``}
  order by ${rank}, coalesce(s.due_at, '2999-01-01'), s.id limit ${limit + 1}`)

export const getForm = (db: Sql, formId: string, today: Day, now: Instant): Promise<FormRow & { creatorName: string | null }> => db.get(sql`with s as (${standing(today, now)} where f.id = ${formId}) select ${fields} from s`)
export const lockForm = (db: Sql, formId: string): Promise<unknown> => db.get(sql`select id from form where id = ${formId} for update`)

export const countForms = async (db: Sql, scope: Scope, today: Day, now: Instant): Promise<{ state: FormState; signature: string; areaPath: string; n: number }[]> => db.rows(sql`
  with s as (${standing(today, now)} where f.area_path >= ${scope.lo} and f.area_path < ${scope.hi}) select s.state, s.signature, s.area_path as "areaPath", count(*)::int as n from s group by 1, 2, 3`)

/** 今日待办: forms of this very office that are to be filled today or were. */
export interface DueForm { formId: string; name: string; department: string; areaName: string; dueAt: Instant; frequency: string; total: number; late: number }
export const formsDue = (db: Sql, scope: Scope, today: Day, now: Instant, limit: number): Promise<DueForm[]> => db.rows(sql`
  with s as (${standing(today, now)} where f.area_path >= ${scope.lo} and f.area_path < ${scope.hi})
  select s.id as "formId", s.name, s.department, s.area_name as "areaName", s.due_at as "dueAt", s.frequency, (count(*) over ())::int as total, (count(*) filter (where s.state = 'overdue') over ())::int as late
  from s where ${within(scope)} and s.state in ('due', 'overdue') order by s.due_at, s.id limit ${limit}`)

/** The same layout, remembered by this office. */
export const findLayout = (db: Sql, areaId: string, signature: string): Promise<{ formId: string; columns: Column[]; kind: FormKind; fileId: string | null } | undefined> => db.find(sql`
  select id as "formId", columns, kind, file_id as "fileId" from form where area_id = ${areaId} and signature = ${signature} and stopped_at is null order by asked_at desc limit 1`)

export interface Copy { fileId: string; filename: string; format: string; encoding: string | null; bytes: number; at: Instant }
export interface Read { kind: FormKind; headFrom: number | null; headTo: number | null; signature: string; columns: readonly Column[] }
export const insertForm = (db: Sql, f: Copy & Read & { id: string; areaId: string; areaPath: string; name: string; who: Who | null; dueOn: Day; by: string | null; byName: string | null }): Promise<number> => db.run(sql`
  insert into form (id, area_id, area_path, kind, name, due_on, file_id, filename, format, encoding, bytes, asked_at, head_from, head_to, signature, columns, who, created_at, created_by, creator_name)
  values (${f.id}, ${f.areaId}, ${f.areaPath}, ${f.kind}, ${f.name}, ${f.dueOn}, ${f.fileId}, ${f.filename}, ${f.format}, ${f.encoding}, ${f.bytes}, ${f.at}, ${f.headFrom}, ${f.headTo}, ${f.signature},
    ${JSON.stringify(f.columns)}::jsonb, ${f.who === null ? null : JSON.stringify(f.who)}::jsonb, ${f.at}, ${f.by}, ${f.byName})`)
/** A new copy of a layout that is known: what was said of it stays, who stands in which row is asked anew. */
export const replaceCopy = (db: Sql, formId: string, f: Copy & Read & { dueOn: Day }): Promise<number> => db.run(sql`
  update form set file_id = ${f.fileId}, file_removed_at = null, filename = ${f.filename}, format = ${f.format}, encoding = ${f.encoding}, bytes = ${f.bytes}, asked_at = ${f.at}, head_from = ${f.headFrom}, head_to = ${f.headTo},
    columns = ${JSON.stringify(f.columns)}::jsonb, picks = '{}', due_on = case when frequency = 'once' then ${f.dueOn}::date else due_on end where id = ${formId}`)
export const setRead = (db: Sql, formId: string, f: Read): Promise<number> => db.run(sql`
  update form set kind = ${f.kind}, head_from = ${f.headFrom}, head_to = ${f.headTo}, signature = ${f.signature}, columns = ${JSON.stringify(f.columns)}::jsonb, picks = '{}' where id = ${formId}`)
export const setColumns = (db: Sql, formId: string, columns: readonly Column[]): Promise<number> => db.run(sql`update form set columns = ${JSON.stringify(columns)}::jsonb where id = ${formId}`)
export const setWho = (db: Sql, formId: string, who: Who | null, picks: Picks | undefined): Promise<number> => db.run(sql`
  update form set who = ${who === null ? null : JSON.stringify(who)}::jsonb ${picks === undefined ? sql`` : sql`, picks = ${JSON.stringify(picks)}::jsonb`} where id = ${formId}`)
export interface Facts { name: string; department: string; basis: string; frequency: string; dueOn: Day | null; dueWeekday: number | null; dueDate: number | null; dueTime: string }
export const setFacts = (db: Sql, formId: string, f: Facts): Promise<number> => db.run(sql`
  update form set name = ${f.name}, department = ${f.department}, basis = ${f.basis}, frequency = ${f.frequency}, due_on = ${f.dueOn}, due_weekday = ${f.dueWeekday}, due_date = ${f.dueDate}, due_time = ${f.dueTime}::time where id = ${formId}`)
export const setStopped = (db: Sql, formId: string, at: Instant | null, reason: string | null): Promise<number> => db.run(sql`update form set stopped_at = ${at}, stop_reason = ${reason} where id = ${formId}`)

export const areasStanding = (db: Sql, paths: readonly string[]): Promise<{ path: string; level: string; name: string }[]> => db.rows(sql`
  select distinct u.area_path as path, u.level, u.name from unnest(${[...paths]}::text[]) p (path) cross join lateral area_above(p.path) u`)

const columnsOfFilling = sql`id as "fillingId", form_id as "formId", area_path as "areaPath", on_day as "onDay", at, actor_name as "actorName", lines, cells, filled, open, clear, filename, file_id is not null as kept, undone_at is not null as undone, file_id as "fileId", about`
export const fillingsOf = (db: Sql, formId: string, limit: number) => db.rows<FillingRow>(sql`select ${columnsOfFilling} from form_filling where form_id = ${formId} order by at desc, id desc limit ${limit}`)
export const getFilling = (db: Sql, fillingId: string) => db.get<FillingRow>(sql`select ${columnsOfFilling} from form_filling where id = ${fillingId}`)
export interface NewFilling { id: string; formId: string; areaPath: string; onDay: Day; at: Instant; by: string | null; byName: string | null; lines: number; cells: number; filled: number; open: number; clear: boolean; fileId: string; filename: string; about: readonly string[]; admitted: boolean }
export const insertFilling = (db: Sql, f: NewFilling): Promise<number> => db.run(sql`
  insert into form_filling (id, form_id, area_path, on_day, at, account_id, actor_name, lines, cells, filled, open, clear, file_id, filename, about, admitted)
  values (${f.id}, ${f.formId}, ${f.areaPath}, ${f.onDay}, ${f.at}, ${f.by}, ${f.byName}, ${f.lines}, ${f.cells}, ${f.filled}, ${f.open}, ${f.clear}, ${f.fileId}, ${f.filename}, ${[...f.about]}::uuid[], ${f.admitted})`)
export const setUndone = (db: Sql, fillingId: string, at: Instant | null): Promise<number> => db.run(sql`update form_filling set undone_at = ${at} where id = ${fillingId}`)
export const monthOf = (db: Sql, scope: Scope, from: Day): Promise<{ fillings: number; cells: number; filled: number; unadmitted: number }> => db.get(sql`
  select count(*)::int as fillings, coalesce(sum(cells), 0)::int as cells, coalesce(sum(filled), 0)::int as filled, (count(*) filter (where not admitted))::int as unadmitted
  from form_filling where area_path >= ${scope.lo} and area_path < ${scope.hi} and on_day >= ${from} and undone_at is null`)
/** Filled files whose time is over; whom they were about goes along. */
export const filesOutOfTerm = (db: Sql, before: Instant): Promise<{ fileId: string }[]> => db.rows(sql`
  with gone as (select id, file_id from form_filling where file_id is not null and at < ${before}), cleared as (update form_filling set file_id = null, about = '{}' from gone where form_filling.id = gone.id) select file_id as "fileId" from gone`)
/** Forms put away, or asked for once and filled, for so long: their file and what was said of its rows; how often it was filled stays. */
export const formsOutOfTerm = (db: Sql, before: Instant, now: Instant): Promise<{ formId: string; fileId: string; areaPath: string }[]> => db.rows(sql`
  with gone as (select f.id, f.file_id from form f where f.file_id is not null and (f.stopped_at < ${before} or (f.frequency = 'once' and f.asked_at < ${before}
    and (select max(l.at) from form_filling l where l.form_id = f.id and l.undone_at is null and l.at >= f.asked_at) < ${before}))),
    cleared as (update form set file_id = null, file_removed_at = ${now}, picks = '{}' from gone where form.id = gone.id returning form.id, form.area_path)
  select c.id as "formId", g.file_id as "fileId", c.area_path as "areaPath" from cleared c join gone g using (id)`)

export interface AdmissionRow { id: string; areaId: string; signature: string; formName: string; sources: string[]; state: 'admitted' | 'declined'; basis: string; reason: string; until: Day | null; decidedAt: Instant; officeName: string }
/** What offices at or above a place have said of layouts. */
export const admissionsFor = (db: Sql, areaPath: string, today: Day): Promise<AdmissionRow[]> => db.rows(sql`
  select id, area_id as "areaId", signature, form_name as "formName", sources, state, basis, reason, until_day as "until", decided_at as "decidedAt", office_name as "officeName" from form_admissions_for(${areaPath}, ${today})`)

export interface PlaceRow { id: string; path: string; level: string; name: string; parentName: string }
/** The office's own area and what is open below it down to the grids, in the order of the tree. */
export const placesBelow = (db: Sql, areaPath: string): Promise<PlaceRow[]> => db.rows(sql`
  select a.id, a.area_path as path, a.level, a.name, case when up.level in ('compound', 'villageGroup') then up.name else '' end as "parentName" from area a left join area up on up.id = a.parent_id
  where a.area_path >= ${areaPath} and a.area_path < ${`${areaPath.slice(0, -1)}0`} and a.state = 'open' and a.level in ('community', 'compound', 'villageGroup', 'grid') order by 5, a.sort, a.name, a.area_path`)

export interface NewAdmission { id: string; areaId: string; areaPath: string; signature: string; formName: string; sources: readonly string[]; state: 'admitted' | 'declined'; basis: string; reason: string; until: Day | null; at: Instant; by: string | null; byName: string | null }
export const withdrawAdmission = (db: Sql, areaId: string, signature: string, at: Instant): Promise<number> => db.run(sql`update form_admission set withdrawn_at = ${at} where area_id = ${areaId} and signature = ${signature} and withdrawn_at is null`)
/** One word of an office on a layout at a time; the former stays in the history. */
export async function decideAdmission(db: Sql, a: NewAdmission): Promise<void> {
  await withdrawAdmission(db, a.areaId, a.signature, a.at)
  await db.run(sql`insert into form_admission (id, area_id, area_path, signature, form_name, sources, state, basis, reason, until_day, decided_at, decided_by, decider_name)
    values (${a.id}, ${a.areaId}, ${a.areaPath}, ${a.signature}, ${a.formName}, ${[...a.sources]}::text[], ${a.state}, ${a.basis}, ${a.reason}, ${a.until}, ${a.at}, ${a.by}, ${a.byName})`)
}
