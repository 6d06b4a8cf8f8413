import sql, { empty, type Sql as Fragment } from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { ListSource, PushedResult, PushedRow, rowTabs, RowState } from '../contract.ts'
import type { RowRow } from '../tables.ts'

const columns = sql`r.id, r.list_id as "listId", r.list_title as "listTitle", r.list_source as "listSource", r.area_id as "areaId", r.area_path as "areaPath",
  case when a.level in ('grid', 'building', 'unit') then coalesce(up.name, '') || a.name else a.name end as "areaName", r.row_no as "rowNo",
  r.issued_at as "issuedAt", r.deadline_at as "deadlineAt", r.state, r.issue, r.name, r.document_masked as "documentMasked", r.document_wrong as "documentWrong",
  r.phone_masked as "phoneMasked", r.address, r.subject, coalesce(r.person_id, s.person_id) as "personId", r.screening_id as "screeningId", r.report_id as "reportId",
  s.state as "screeningState", case when s.state = 'handedOver' then s.handed_to_name end as "movingTo", e.measure as "activeMeasure", e.ends_on as "activeUntil",
  (select max(o.ends_on) from episode o where o.person_id = p.id and o.state = 'released') as "endedOn", p.state as "personState",
  r.result, r.kind, r.whereabouts, r.measure, r.answer_note as "answerNote", r.answered_at as "answeredAt", r.checker_name as "checkerName"`
const from = sql`pushed_row r join area a on a.id = r.area_id left join area up on up.id = a.parent_id
  left join screening s on s.id = r.screening_id left join person p on p.id = case when r.person_id is null then s.person_id else r.person_id end
  left join episode e on e.person_id = p.id and e.state = 'active'`

type Tab = (typeof rowTabs)[number]
const inTab = (tab: Tab, now: Instant): Fragment => {
  if (tab === 'all') return sql`true`
  return tab === 'overdue' ? sql`r.state = 'waiting' and r.deadline_at < ${now}` : sql`r.state = ${tab}`
}

export interface RowFilter { listId: string; tab: Tab; result: PushedResult | undefined; now: Instant; after: number | undefined; limit: number }
/** In the order of the file. */
export const listRows = (db: Sql, f: RowFilter): Promise<RowRow[]> => db.rows<RowRow>(sql`
  select ${columns} from ${from} where r.list_id = ${f.listId} and ${inTab(f.tab, f.now)} ${f.result ? sql`and r.result = ${f.result}` : empty} and r.row_no > ${f.after ?? 0}
  order by r.row_no limit ${f.limit + 1}`)

export const getRow = (db: Sql, id: string): Promise<RowRow> => db.get<RowRow>(sql`select ${columns} from ${from} where r.id = ${id}`)
export const rowsById = (db: Sql, ids: readonly string[]): Promise<RowRow[]> => db.rows<RowRow>(sql`select ${columns} from ${from} where r.id = any(${[...ids]}::uuid[]) order by r.row_no`)
export const lockRow = (db: Sql, id: string) => db.get<{ id: string }>(sql`select id from pushed_row where id = ${id} for update`)

export interface NewRow {
  id: string; listId: string; areaId: string; areaPath: string; communityId: string; rowNo: number; listTitle: string; listSource: ListSource; issuedAt: Instant; deadlineAt: Instant
  state: RowState; issue: string | null; name: string; documentKind: string; documentSealed: string | null; documentIndex: string | null; documentMasked: string | null; documentWrong: boolean
  phoneSealed: string | null; phoneIndex: string | null; phoneMasked: string | null; address: string; subject: string; personId: string | null; screeningId: string | null; reportId: string | null
}
export const insertRow = (db: Sql, r: NewRow): Promise<number> => db.run(sql`
  insert into pushed_row (id, list_id, area_id, area_path, community_id, row_no, list_title, list_source, issued_at, deadline_at, state, issue, name, document_kind,
    document_sealed, document_index, document_masked, document_wrong, phone_sealed, phone_index, phone_masked, address, subject, person_id, screening_id, report_id)
  values (${r.id}, ${r.listId}, ${r.areaId}, ${r.areaPath}, ${r.communityId}, ${r.rowNo}, ${r.listTitle}, ${r.listSource}, ${r.issuedAt}, ${r.deadlineAt}, ${r.state}, ${r.issue},
    ${r.name}, ${r.documentKind}, ${r.documentSealed}, ${r.documentIndex}, ${r.documentMasked}, ${r.documentWrong}, ${r.phoneSealed}, ${r.phoneIndex}, ${r.phoneMasked},
    ${r.address}, ${r.subject}, ${r.personId}, ${r.screeningId}, ${r.reportId})`)

export type Papers = Pick<NewRow, 'documentKind' | 'documentSealed' | 'documentIndex' | 'documentMasked' | 'documentWrong' | 'phoneSealed' | 'phoneIndex' | 'phoneMasked'>
/** The numbers of a row as they were sealed when it came in. */
export const papersOfRow = (db: Sql, id: string): Promise<Papers> => db.get<Papers>(sql`
  select document_kind as "documentKind", document_sealed as "documentSealed", document_index as "documentIndex", document_masked as "documentMasked", document_wrong as "documentWrong",
         phone_sealed as "phoneSealed", phone_index as "phoneIndex", phone_masked as "phoneMasked" from pushed_row where id = ${id}`)

export interface Placed { areaId: string; areaPath: string; communityId: string; personId: string | null; screeningId: string; reportId: string }
export const placeRow = (db: Sql, id: string, p: Placed): Promise<number> => db.run(sql`
  update pushed_row set state = case when state = 'unassigned' then 'waiting' else state end, area_id = ${p.areaId}, area_path = ${p.areaPath}, community_id = ${p.communityId},
    person_id = coalesce(${p.personId}, person_id), screening_id = ${p.screeningId}, report_id = ${p.reportId} where id = ${id}`)

export interface Answer {
  result: PushedResult; kind: PushedRow['kind']; whereabouts: string | null; measure: string | null; note: string | null; at: Instant; by: string; byName: string
}
export const setAnswer = (db: Sql, id: string, a: Answer): Promise<number> => db.run(sql`
  update pushed_row set state = 'answered', result = ${a.result}, kind = ${a.kind}, whereabouts = ${a.whereabouts}, measure = ${a.measure}, answer_note = ${a.note},
    answered_at = ${a.at}, answered_by = ${a.by}, checker_name = ${a.byName} where id = ${id}`)
export const clearAnswer = (db: Sql, id: string): Promise<number> => db.run(sql`
  update pushed_row set state = case when issue is null then 'waiting' else 'wrong' end, result = null, kind = null, whereabouts = null, measure = null, answer_note = null,
    answered_at = null, answered_by = null, checker_name = null where id = ${id}`)

/** Somebody of that name at that door, where the row has no number: the only one, or nobody. */
export const atTheDoor = async (db: Sql, range: { lo: string; hi: string }, addressKey: string, name: string): Promise<{ id: string; areaId: string; areaPath: string; householdId: string | null } | undefined> => {
  const [only, ...more] = await db.rows<{ id: string; areaId: string; areaPath: string; householdId: string | null }>(sql`
    select p.id, p.area_id as "areaId", p.area_path as "areaPath", p.household_id as "householdId" from household h join person p on p.household_id = h.id
    where h.area_path >= ${range.lo} and h.area_path < ${range.hi} and h.address_key = ${addressKey} and p.name = ${name} and p.state = 'present' limit 2`)
  return more.length > 0 ? undefined : only
}

/** A record that was handed over and delivered takes its row along to the other community. */
export const followHandedOver = (db: Sql): Promise<number> => db.run(sql`
  update pushed_row r set area_id = n.area_id, area_path = n.area_path, community_id = n.community_id, screening_id = coalesce(n.joined_to, n.id), report_id = n.id, person_id = n.person_id
  from screening o join screening n on n.handed_from_id = o.id
  where r.screening_id = o.id and o.state = 'handedOver' and o.delivered_at is not null`)

export const reportsOf = (db: Sql, listId: string): Promise<{ reportId: string }[]> => db.rows(sql`select report_id as "reportId" from pushed_row where list_id = ${listId} and report_id is not null`)
export const removeRows = (db: Sql, listId: string): Promise<number> => db.run(sql`delete from pushed_row where list_id = ${listId}`)

/** What the feedback writes beside each row. */
export const answersOf = (db: Sql, listId: string) => db.rows<Pick<RowRow, 'rowNo' | 'state' | 'issue' | 'result' | 'kind' | 'whereabouts' | 'measure' | 'answerNote' | 'checkerName' | 'answeredAt'> & { communityName: string }>(sql`
  select r.row_no as "rowNo", r.state, r.issue, r.result, r.kind, r.whereabouts, r.measure, r.answer_note as "answerNote", r.checker_name as "checkerName", r.answered_at as "answeredAt", c.name as "communityName"
  from pushed_row r join area c on c.id = r.community_id where r.list_id = ${listId} order by r.row_no`)
