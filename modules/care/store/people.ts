import sql, { join, type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { CareGroup } from '../../people/contract.ts'
import { CALL_AFTER, type AnswererKind, type CareContactRelation, type CareSlice, type CareTab } from '../contract.ts'
import type { CareRow } from '../tables.ts'

const columns = sql`c.person_id as "personId", p.name, p.sex, p.birth_on as "birthOn", p.phone_masked as "phoneMasked", c.household_id as "householdId", p.area_id as "areaId", c.area_path as "areaPath", c.community_id as "communityId",
  coalesce(up.name, '') || a.name as "areaName", coalesce(h.address, '') as door, e.measure, c.state = 'active' as active, c.groups, c.began_on as "beganOn", c.days, c.own_days as "ownDays", c.own_reason as "ownReason",
  c.declined_on as "declinedOn", c.declined_by as "declinedBy", c.declined_note as "declinedNote", c.ask_again_on as "askAgainOn", c.answerer_kind as "answererKind", c.answerer_name as "answererName", c.answerer_phone_masked as "answererPhoneMasked", c.answerer_since as "answererSince",
  c.contact_name as "contactName", c.contact_relation as "contactRelation", c.contact_phone_masked as "contactPhoneMasked", c.last_at as "lastAt", c.last_on as "lastOn", c.last_result as "lastResult", c.last_met_on as "lastMetOn", c.missed, c.due_on as "dueOn",
  (select v.note from care_visit v where v.person_id = c.person_id and v.undone_at is null order by v.at desc, v.id desc limit 1) as "lastNote",
  (select jsonb_build_object('matterId', m.id, 'kind', m.kind, 'words', m.words, 'state', m.state, 'outcome', m.outcome, 'satisfaction', m.satisfaction) from matter m where m.person_id = c.person_id and m.state <> 'withdrawn' order by m.registered_at desc limit 1) as need`
const joined = sql`join person p on p.id = c.person_id join area a on a.id = p.area_id left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit')
  left join household h on h.id = c.household_id left join episode e on e.person_id = c.person_id and e.state = 'active'`

/** 要去: due and not missed `CALL_AFTER` times; those are called about. */
export const inTab = (tab: CareTab, today: Day): Fragment => ({
  toVisit: sql`c.due_on <= ${today} and c.missed < ${CALL_AFTER}`, overdue: sql`c.due_on < ${today} and c.missed < ${CALL_AFTER}`, missed: sql`c.missed >= ${CALL_AFTER} and c.ask_again_on is null`, fine: sql`c.last_result = 'fine' and c.due_on > ${today}`, notWanted: sql`c.ask_again_on is not null`, all: sql`true`,
})[tab]

export interface Week { today: Day; monday: Day; duties: readonly string[] }
const visited = (monday: Day): Fragment => sql`c.last_met_on >= ${monday}`
/** What a figure counts: 本周走到、本周该走访、按时、没有责任人. */
export const inSlice = (slice: CareSlice, { today, monday, duties }: Week): Fragment => ({
  visited: visited(monday), week: sql`(${visited(monday)} or (c.due_on <= ${today} and c.ask_again_on is null))`, inTime: sql`${visited(monday)} and c.last_in_time`,
  unanswered: sql`c.answerer_name is null and not exists (select from duty_assignment d join area up on up.id = d.area_id
    where up.no = any(area_numbers(c.area_path)) and d.duty_role = any(${[...duties]}::text[]) and d.ended_at is null and d.starts_on <= ${today} and (d.ends_on is null or d.ends_on >= ${today}))`,
})[slice]

export interface Cut { range: Scope; group: string | undefined }
export const inCut = ({ range, group }: Cut): Fragment => sql`c.state = 'active' and c.area_path >= ${range.lo} and c.area_path < ${range.hi} ${group === undefined ? sql`` : sql`and ${group} = any(c.groups)`}`

export type CareOrder = 'place' | 'due'
const ways: Readonly<Record<CareOrder, Walk['by']>> = { place: [sql`c.area_path`, sql`coalesce(c.household_id, c.person_id)`, sql`c.person_id`], due: [sql`c.due_on`, sql`c.person_id`] }
export const keyWidth = (by: CareOrder): number => ways[by].length

export interface Listed extends Cut, Week { tab: CareTab; slice: CareSlice | undefined; order: { by: CareOrder; desc: boolean }; after: PageKey | undefined; limit: number }
export function listRows(db: Sql, f: Listed): Promise<(CareRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: ways[f.order.by], desc: f.order.desc }
  const where = join([inCut(f), f.slice ? inSlice(f.slice, f) : inTab(f.tab, f.today), ...beyond(walk, f.after)], ' and ')
  return db.rows(sql`
    with c as materialized (select c.* from care_person c where ${where} order by ${inOrder(walk)} limit ${f.limit + 1})
    select ${columns}, ${keyIn(walk)} as "walkKey" from c ${joined} order by ${inOrder(walk)}`)
}

export const findRow = (db: Sql, personId: string): Promise<CareRow | undefined> => db.find(sql`select ${columns} from care_person c ${joined} where c.person_id = ${personId}`)
export const getRow = (db: Sql, personId: string): Promise<CareRow> => db.get(sql`select ${columns} from care_person c ${joined} where c.person_id = ${personId}`)
/** Two at one door come one after the other; nothing where the person is in no care group. */
export const lock = (db: Sql, personId: string): Promise<unknown> => db.find(sql`select person_id from care_person where person_id = ${personId} for update`)

export const setOwnDays = (db: Sql, personId: string, days: number | null, reason: string | null): Promise<number> => db.run(sql`
  update care_person set own_days = ${days}, own_reason = ${reason}, days = coalesce(${days}::int, care_days(groups, community_id)) where person_id = ${personId}`)
export interface Declined { on: Day; by: string; note: string | null; askAgainOn: Day }
export const setDeclined = (db: Sql, personId: string, d: Declined | null): Promise<number> => db.run(sql`
  update care_person set declined_on = ${d?.on ?? null}, declined_by = ${d?.by ?? null}, declined_note = ${d?.note ?? null}, ask_again_on = ${d?.askAgainOn ?? null} where person_id = ${personId}`)
export interface Answerer { kind: AnswererKind; name: string; phoneSealed: string | null; phoneMasked: string | null; since: Day }
export const setAnswerer = (db: Sql, personId: string, a: Answerer | null): Promise<number> => db.run(sql`
  update care_person set answerer_kind = ${a?.kind ?? null}, answerer_name = ${a?.name ?? null}, answerer_phone_sealed = ${a?.phoneSealed ?? null}, answerer_phone_masked = ${a?.phoneMasked ?? null}, answerer_since = ${a?.since ?? null} where person_id = ${personId}`)
/** An empty telephone keeps the former. */
export const setContact = (db: Sql, personId: string, c: { name: string; relation: CareContactRelation; phoneSealed: string | null; phoneMasked: string | null }): Promise<number> => db.run(sql`
  update care_person set contact_name = ${c.name}, contact_relation = ${c.relation}, contact_phone_sealed = coalesce(${c.phoneSealed}, contact_phone_sealed), contact_phone_masked = coalesce(${c.phoneMasked}, contact_phone_masked) where person_id = ${personId}`)
export const sealedPhones = (db: Sql, personId: string): Promise<{ contact: string | null; answerer: string | null }> => db.get(sql`
  select contact_phone_sealed as contact, answerer_phone_sealed as answerer from care_person where person_id = ${personId}`)

export interface RhythmOf { group: CareGroup; standard: number; own: number | null }
export const rhythmsOf = (db: Sql, communityId: string | null): Promise<RhythmOf[]> => db.rows(sql`
  select s.care_group as "group", s.days as standard, r.days as own from care_standard s
    left join lateral (select c.days from care_rhythm c where c.community_id = ${communityId}::uuid and c.care_group = s.care_group order by c.set_at desc, c.id desc limit 1) r on true order by s.days, s.care_group`)
export interface NewRhythm { id: string; communityId: string; areaPath: string; group: string; days: number | null; at: string; by: string | null; byName: string | null }
export const insertRhythms = (db: Sql, all: readonly NewRhythm[]): Promise<number> => db.run(sql`
  insert into care_rhythm (id, community_id, area_path, care_group, days, set_at, account_id, setter_name)
  select x.id, x."communityId", x."areaPath", x."group", x.days, x.at, x.by, x."byName" from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as x (id uuid, "communityId" uuid, "areaPath" text, "group" text, days int, at timestamptz, by uuid, "byName" text)`)
/** Whoever has no rhythm of their own goes by that of the community from now on. */
export const applyRhythms = (db: Sql, communityId: string): Promise<number> => db.run(sql`
  update care_person c set days = x.days from (select groups, care_days(groups, ${communityId}) as days from (select distinct groups from care_person where community_id = ${communityId}) g) x
  where c.community_id = ${communityId} and c.own_days is null and c.groups = x.groups and c.days <> x.days`)
