import sql, { join, type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import { firstOf } from '../../../kernel/first-of.ts'
import type { Approval, CertificateFigures, CertificateTab } from '../contract.ts'
import type { CertificateRow } from '../tables.ts'

const columns = sql`c.id as "certificateId", c.office_id as "officeId", o.name as "officeName", c.area_path as "areaPath", c.code, c.title, c.basis, c.state, c.person_id as "personId", p.name,
  case when p.id is not null then coalesce(up.name, '') || a.name || coalesce(h.address, '') end as address, c.body, c.purpose, c.document_masked as "documentMasked", c.document_sealed as "documentSealed", c.copies, c.seal, c.approval, c.said,
  c.office_to as "officeTo", c.bring, c.number, c.asked_at as "askedAt", c.asked_by as "askedBy", c.asker_name as "askerName", c.decided_at as "decidedAt", c.decided_by as "decidedBy", c.decider_name as "deciderName",
  c.decide_reason as "decideReason", c.issued_on as "issuedOn", c.valid_to as "validTo", c.valid_days as "validDays", c.voided_at as "voidedAt", c.voider_name as "voiderName", c.void_reason as "voidReason", c.code_sealed as "codeSealed"`
const from = sql`certificate c join area o on o.id = c.office_id left join person p on p.id = c.person_id left join household h on h.id = p.household_id left join area a on a.id = ${firstOf(sql`h.area_id`, sql`p.area_id`)}
  left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit')`

export interface Cut { code?: string | undefined; month?: string | undefined; range: Scope; /** Whoever looks: not what they asked for themselves. */ notBy?: string | undefined }
/** A month of an issued paper is that of its number and seal; of all else, of the asking. */
const monthOf = sql`to_char(coalesce(c.issued_on::timestamp, c.asked_at at time zone 'Asia/Shanghai'), 'YYYY-MM')`
const inCut = ({ code, month, range, notBy }: Cut): Fragment => join([
  sql`c.area_path >= ${range.lo} and c.area_path < ${range.hi}`, ...(code ? [sql`c.code = ${code}`] : []), ...(month ? [sql`${monthOf} = ${month}`] : []), ...(notBy ? [sql`c.asked_by is distinct from ${notBy}::uuid`] : []),
], ' and ')
/** A tab: the figure on it and the list under it are cut by the same. */
const inTab = (tab: CertificateTab): Fragment => (tab === 'all' ? sql`true` : sql`c.state = ${tab}`)

export interface Listed extends Cut { tab: CertificateTab; text: string | undefined; after: [string, string] | undefined; limit: number }
export const listRows = (db: Sql, f: Listed): Promise<CertificateRow[]> => db.rows(sql`
  select ${columns} from ${from} where ${inCut(f)} and ${f.text ? sql`(strpos(c.number, ${f.text}) > 0 or strpos(p.name, ${f.text}) > 0)` : inTab(f.tab)}
    and ${f.after ? sql`(c.asked_at, c.id) < (${f.after[0]}::timestamptz, ${f.after[1]}::uuid)` : sql`true`}
  order by c.asked_at desc, c.id desc limit ${f.limit + 1}`)
/** 用印登记: everything that has a number, in the order of the numbers. */
export const registerRows = (db: Sql, range: Scope, month: string): Promise<CertificateRow[]> => db.rows(sql`
  select ${columns} from ${from} where ${inCut({ range, month })} and c.number is not null order by o.area_path, c.year, c.no`)
export const getRow = (db: Sql, id: string): Promise<CertificateRow> => db.get(sql`select ${columns} from ${from} where c.id = ${id}`)
/** Two people at one paper come one after the other. */
export const lock = (db: Sql, id: string): Promise<unknown> => db.get(sql`select id from certificate where id = ${id} for update`)

export interface PersonFacts { birthOn: Day | null; documentKind: string; documentSealed: string | null; registeredAddress: string | null; state: string; communityId: string; areaPath: string }
export const personFacts = (db: Sql, personId: string): Promise<PersonFacts> => db.get(sql`
  select birth_on as "birthOn", document_kind as "documentKind", document_sealed as "documentSealed", registered_address as "registeredAddress", state, community_id as "communityId", area_path as "areaPath" from person where id = ${personId} and state <> 'merged'`)

export interface NewCertificate {
  id: string; officeId: string; areaPath: string; code: string; title: string; basis: string; state: 'waiting' | 'referred'; personId: string | null; body: string | null; purpose: string | null; documentMasked: string | null; documentSealed: string | null
  copies: number | null; seal: string | null; approval: Approval | null; validDays: number | null; said: string | null; officeTo: string | null; bring: string | null; at: Instant; by: string | null; name: string | null
}
export const insert = (db: Sql, c: NewCertificate): Promise<number> => db.run(sql`
  insert into certificate (id, office_id, area_path, code, title, basis, state, person_id, body, purpose, document_masked, document_sealed, copies, seal, approval, valid_days, said, office_to, bring, asked_at, asked_by, asker_name)
  values (${c.id}, ${c.officeId}, ${c.areaPath}, ${c.code}, ${c.title}, ${c.basis}, ${c.state}, ${c.personId}, ${c.body}, ${c.purpose}, ${c.documentMasked}, ${c.documentSealed}, ${c.copies}, ${c.seal}, ${c.approval}, ${c.validDays}, ${c.said}, ${c.officeTo}, ${c.bring}, ${c.at}, ${c.by}, ${c.name})`)

export interface Issue { id: string; year: number; no: number; number: string; issuedOn: Day; validTo: Day | null; codeIndex: string; codeSealed: string; at: Instant; by: string | null; name: string | null }
export const issue = (db: Sql, i: Issue): Promise<number> => db.run(sql`
  update certificate set state = 'issued', year = ${i.year}, no = ${i.no}, number = ${i.number}, issued_on = ${i.issuedOn}, valid_to = ${i.validTo}, code_index = ${i.codeIndex}, code_sealed = ${i.codeSealed},
    decided_at = ${i.at}, decided_by = ${i.by}, decider_name = ${i.name} where id = ${i.id}`)
export const refuseRow = (db: Sql, id: string, reason: string, at: Instant, by: string | null, name: string | null): Promise<number> => db.run(sql`
  update certificate set state = 'refused', decide_reason = ${reason}, decided_at = ${at}, decided_by = ${by}, decider_name = ${name} where id = ${id}`)
export const voidRow = (db: Sql, id: string, reason: string, at: Instant, name: string | null): Promise<number> => db.run(sql`
  update certificate set state = 'void', void_reason = ${reason}, voided_at = ${at}, voider_name = ${name} where id = ${id}`)
export const remove = (db: Sql, id: string): Promise<number> => db.run(sql`delete from certificate where id = ${id} and number is null`)

export const verify = (db: Sql, codeIndex: string, today: Day): Promise<{ number: string; title: string; officeName: string; issuedOn: Day; validTo: Day | null; valid: boolean }> => db.get(sql`
  select c.number, c.title, o.name as "officeName", c.issued_on as "issuedOn", c.valid_to as "validTo", c.state = 'issued' and coalesce(c.valid_to >= ${today}, true) as valid
  from certificate c join area o on o.id = c.office_id where c.code_index = ${codeIndex}`)

const issued = sql`count(*) filter (where c.state = 'issued')::int as issued`
const referred = sql`count(*) filter (where c.state = 'referred')::int as referred`
export const countTabs = (db: Sql, cut: Cut): Promise<Record<CertificateTab, number>> => db.get(sql`
  select count(*) filter (where c.state = 'waiting')::int as waiting, ${issued}, count(*) filter (where c.state = 'refused')::int as refused, count(*) filter (where c.state = 'void')::int as void, ${referred}, count(*)::int as all
  from certificate c where ${inCut(cut)}`)
export const countMonths = (db: Sql, cut: Cut): Promise<CertificateFigures['byMonth']> => db.rows(sql`
  select ${monthOf} as month, ${issued}, ${referred} from certificate c where ${inCut(cut)} and c.state in ('issued', 'referred') group by 1 order by 1 desc limit 12`)
export const countItems = (db: Sql, cut: Cut): Promise<CertificateFigures['byItem']> => db.rows(sql`
  select c.code, (array_agg(c.title order by c.asked_at desc))[1] as title, ${issued}, ${referred} from certificate c where ${inCut(cut)} and c.state in ('issued', 'referred') group by 1 order by count(*) desc, 1`)

export interface WaitingRow { certificateId: string; title: string; name: string; address: string; purpose: string | null; askerName: string | null; askedAt: Instant; personId: string | null; total: number }
/** 今日待办: what others asked for, the longest waiting first. */
export const waitingIn = (db: Sql, range: Scope, notBy: string, limit: number): Promise<WaitingRow[]> => db.rows(sql`
  select c.id as "certificateId", c.title, coalesce(p.name, '') as name, coalesce(up.name, '') || coalesce(a.name, '') || coalesce(h.address, '') as address, c.purpose, c.asker_name as "askerName", c.asked_at as "askedAt", c.person_id as "personId", (count(*) over ())::int as total
  from ${from} where ${inCut({ range, notBy })} and c.state = 'waiting' order by c.asked_at, c.id limit ${limit}`)
