import sql, { empty, type Sql as Statement } from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { PrivacyRequest } from '../contract.ts'

export type RequestRow = Omit<PrivacyRequest, 'overdue'> & { areaPath: string }
const select = sql`select r.id as "requestId", r.receipt_no as "receiptNo", r.area_path as "areaPath", a.name as "areaName", r.person_id as "personId", coalesce(p.name, '') as name, r.kind, r.text, r.channel,
  r.asked_at as "askedAt", r.due_at as "dueAt", r.state, r.answer, r.answered_at as "answeredAt", r.answerer_name as "answererName"
  from privacy_request r join area a on a.id = r.area_id left join person p on p.id = r.person_id`

const stateIs = (state: string, now: Instant): Statement => (state === 'overdue' ? sql`r.state = 'open' and r.due_at < ${now}` : sql`r.state = ${state}`)

export const listRequests = (db: Sql, f: { state: string | undefined; after: readonly (string | number | null)[] | undefined; limit: number; now: Instant }): Promise<RequestRow[]> => db.rows<RequestRow>(sql`
  ${select} where ${f.state ? stateIs(f.state, f.now) : sql`true`} ${f.after ? sql`and (r.due_at, r.id) > (${f.after[0]}::timestamptz, ${f.after[1]}::uuid)` : empty} order by r.due_at, r.id limit ${f.limit + 1}`)

export const requestsOfPerson = (db: Sql, personId: string): Promise<RequestRow[]> => db.rows<RequestRow>(sql`${select} where r.person_id = ${personId} order by r.asked_at desc limit 20`)
export const lockRequest = (db: Sql, id: string): Promise<RequestRow> => db.get<RequestRow>(sql`${select} where r.id = ${id} for update of r`)

export const requestCounts = (db: Sql, now: Instant): Promise<{ open: number; overdue: number; answered: number; refused: number }> => db.get(sql`
  select (count(*) filter (where state = 'open'))::int as open, (count(*) filter (where state = 'open' and due_at < ${now}))::int as overdue,
    (count(*) filter (where state = 'answered'))::int as answered, (count(*) filter (where state = 'refused'))::int as refused from privacy_request`)

export const insertRequest = (db: Sql, r: { id: string; receiptNo: string; areaId: string; areaPath: string; personId: string; kind: string; text: string; channel: string; at: Instant; dueAt: Instant }): Promise<number> => db.run(sql`
  insert into privacy_request (id, receipt_no, area_id, area_path, person_id, kind, text, channel, asked_at, due_at, state)
  values (${r.id}, ${r.receiptNo}, ${r.areaId}, ${r.areaPath}, ${r.personId}, ${r.kind}, ${r.text}, ${r.channel}, ${r.at}, ${r.dueAt}, 'open')`)

export const settle = (db: Sql, id: string, s: { state: string; answer: string | null; at: Instant | null; by: string | null; name: string | null }): Promise<number> => db.run(sql`
  update privacy_request set state = ${s.state}, answer = ${s.answer}, answered_at = ${s.at}, answered_by = ${s.by}, answerer_name = ${s.name} where id = ${id}`)

export const personOf = (db: Sql, personId: string): Promise<{ id: string; areaId: string; areaPath: string; name: string; sex: string; birthOn: Day | null; documentMasked: string | null; phoneMasked: string | null; address: string }> => db.get(sql`
  select p.id, p.area_id as "areaId", p.area_path as "areaPath", p.name, p.sex, p.birth_on as "birthOn", p.document_masked as "documentMasked", p.phone_masked as "phoneMasked", a.name || coalesce(h.address, '') as address
  from person p join area a on a.id = p.area_id left join household h on h.id = p.household_id where p.id = ${personId}`)

/** How many rows of each kind speak of a person. */
export const heldOf = (db: Sql, personId: string): Promise<{ screenings: number; readings: number; visits: number; leads: number }> => db.get(sql`
  select (select count(*) from screening where person_id = ${personId})::int as screenings,
    (select count(*) from health_check c join episode e on e.id = c.episode_id where e.person_id = ${personId})::int as readings,
    (select count(*) from visit v join episode e on e.id = v.episode_id where e.person_id = ${personId} and v.state = 'made')::int as visits,
    (select count(*) from lead where person_id = ${personId})::int as leads`)

/** Who looked or took a file out, by day and role; names of staff are the auditor’s. Of some lists a row is a household's. */
export const looksAt = (db: Sql, personId: string, since: Instant): Promise<{ day: Day; role: string; n: number }[]> => db.rows(sql`
  select (at at time zone 'Asia/Shanghai')::date as day, coalesce(role, '') as role, count(*)::int as n from audit_event
  where subjects && array[${personId}, (select household_id from person where id = ${personId})]::text[] and (act = 'export' or act in ('view', 'reveal') and subjects @> array[${personId}]::text[])
    and not coalesce(detail ? 'refused', false) and at >= ${since} and actor_kind = 'staff' group by 1, 2 order by 1 desc, 3 desc limit 60`)
