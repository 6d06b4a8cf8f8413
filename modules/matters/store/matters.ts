import sql, { join, raw, type Sql as Fragment } from 'sql-template-tag'
import { scopeOf, type Scope, type Sql } from '../../../kernel/ctx.ts'
import { addDays, instantAt, type Day, type Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import { matterFigures, matterTabs, type raters, type DepartmentFigures, type MatterCard, type MatterFigure, type MatterKind, type MatterTab, type Standing } from '../contract.ts'
import type { MatterRow } from '../tables.ts'

const standing = raw(`m.area_id as "areaId", m.area_path as "areaPath", m.state, m.owner_id as "ownerId", m.owner_name as "ownerName", m.holder_id as "holderId", m.holder_name as "holderName",
  m.due_at as "dueAt", m.dispatched_at as "dispatchedAt", m.contacted_at as "contactedAt", m.objected_at as "objectedAt", m.extended_at as "extendedAt", m.done_at as "doneAt", m.doer_name as "doerName", m.outcome,
  m.calls_in_vain as "callsInVain", m.called_at as "calledAt", m.resolved, m.satisfaction, m.reopened_at as "reopenedAt", m.closed_at as "closedAt",
  m.whistle_kind as "whistleKind", m.whistled_at as "whistledAt", m.report_by as "reportBy", m.reported_at as "reportedAt", m.departments, m.exclusion, m.exclusion_ground as "exclusionGround", m.exclusion_reason as "exclusionReason", m.exclusion_asked_by as "exclusionAskedBy"`)
const columns = sql`m.id as "matterId", m.number, m.kind, m.words, m.place, m.urgent, m.channel, ${standing},
  case when a.level in ('grid', 'building', 'unit') then coalesce(up.name, '') || a.name else a.name end as "areaName",
  m.person_id as "personId", coalesce(p.name, m.caller_name) as name, coalesce(p.phone_masked, m.caller_phone_masked) as "phoneMasked", m.caller_phone_sealed is not null as "callerPhone",
  m.registered_at as "registeredAt", m.registered_by as "registeredBy", m.registrar_name as "registrarName", m.respond_by as "respondBy", m.repeat_of as "repeatOf", m.repeat_of is not null as repeated,
  coalesce(p.care_groups, '{}') as "careGroups", (select e.measure from episode e where e.person_id = m.person_id and e.state = 'active') as measure`
const joins = raw('join area a on a.id = m.area_id left join area up on up.id = a.parent_id left join person p on p.id = m.person_id')

const open = raw(`m.state in ('registered', 'assigned', 'inHand', 'whistled')`)
/** Whoever is to do it has it only then; said so, its own small index is used. */
const held = raw(`m.state in ('assigned', 'inHand')`)
const inTab = (now: Instant): Record<MatterTab, Fragment> => ({
  unassigned: sql`m.state = 'registered'`, active: sql`m.state in ('assigned', 'inHand')`, overdue: sql`${open} and m.due_at < ${now}`, whistled: sql`m.state = 'whistled'`,
  toCall: sql`m.state = 'done'`, closed: sql`m.state = 'closed'`, all: sql`true`,
})

const inHand = (accountId: string, range: Scope): Fragment => sql`(${open} or m.state = 'done') and (m.holder_id = ${accountId} or m.owner_id = ${accountId}) and m.area_path >= ${range.lo} and m.area_path < ${range.hi}`

/** A matter that was withdrawn, or whose exclusion the office above approved, counts in no rate. */
const counts = raw(`m.state <> 'withdrawn' and m.exclusion is distinct from 'approved'`)
/** 派单: to somebody, with somebody to contact, and contacted or past the hour. */
const dispatched = (now: Instant): Fragment => sql`${counts} and m.dispatched_at is not null and (m.person_id is not null or m.caller_phone_sealed is not null) and (m.contacted_at is not null or m.respond_by < ${now})`
/** 吹哨: all called are there, or should be. */
const reportDue = (now: Instant): Fragment => sql`${counts} and m.whistled_at is not null and (m.reported_at is not null or m.report_by < ${now})`
/** 打分: by one side, of a department that came, once the matter is done. */
const rateOwed = (by: (typeof raters)[number]): Fragment => sql`m.whistled_at is not null and m.state in ('done', 'closed') and exists (select from jsonb_array_elements(m.departments) d where d ->> 'reportedAt' is not null and d ->> ${by} is null)`
const called = sql`${counts} and m.called_at is not null`
const figures = (now: Instant): Record<MatterFigure, Fragment> => ({
  dispatched: dispatched(now), responded: sql`${dispatched(now)} and m.contacted_at <= m.respond_by`,
  called, resolved: sql`${called} and m.resolved`, satisfied: sql`${called} and m.satisfaction = 'satisfied'`, fair: sql`${called} and m.satisfaction = 'fair'`,
  excluded: sql`m.exclusion = 'approved'`, exclusionAsked: sql`m.exclusion = 'asked'`,
  whistles: reportDue(now), reportedInTime: sql`${reportDue(now)} and m.reported_at <= m.report_by`, repeats: sql`${counts} and m.repeat_of is not null`,
  toReportIn: sql`m.whistled_at is not null and m.reported_at is null and ${open}`, reportedIn: sql`m.state = 'whistled' and m.reported_at is not null`, rateBySubdistrict: rateOwed('subdistrict'), rateByCommunity: rateOwed('community'),
})

export interface Filter {
  range: Scope; now: Instant; kind?: MatterKind | undefined; text?: string | undefined; from?: Day | undefined; to?: Day | undefined; figure?: MatterFigure | undefined
  /** The account whose turn it is; `others`: of anybody else. */
  holderId?: string | undefined; notHolderId?: string | undefined; /** Also what waits at the community for somebody. */ nobodyToo?: boolean
  /** Only what this account is to do now or has had a hand in. */
  ownId: string | null
}
const own = (accountId: string | null): Fragment[] => (accountId === null ? [] : [sql`(m.holder_id = ${accountId} or exists (select from matter_event e where e.matter_id = m.id and e.account_id = ${accountId}))`])
const where = (f: Filter): Fragment => join([
  sql`m.area_path >= ${f.range.lo} and m.area_path < ${f.range.hi}`, ...own(f.ownId),
  ...(f.kind ? [sql`m.kind = ${f.kind}`] : []), ...(f.holderId ? [sql`m.holder_id = ${f.holderId} and ${held}`] : []), ...(f.notHolderId ? [f.nobodyToo ? sql`(m.holder_id <> ${f.notHolderId} and ${held} or m.state = 'registered')` : sql`m.holder_id <> ${f.notHolderId} and ${held}`] : []),
  ...(f.from ? [sql`m.registered_at >= ${instantAt(f.from, '00:00')}`] : []), ...(f.to ? [sql`m.registered_at < ${instantAt(addDays(f.to, 1), '00:00')}`] : []),
  ...(f.figure ? [figures(f.now)[f.figure]] : []),
  ...(f.text ? [sql`(position(${f.text} in m.words) > 0 or position(${f.text} in coalesce(m.place, '')) > 0 or m.number = ${f.text} or starts_with(coalesce(m.caller_name, ''), ${f.text}) or m.person_id in (select id from person where starts_with(name, ${f.text})))`] : []),
], ' and ')

/** By deadline, by when they came, by when the departments are to have reported in. */
const ways = { due: raw('m.due_at'), registered: raw('m.registered_at'), report: raw('m.report_by') } as const
export interface Listed extends Filter { tab: MatterTab; order: { by: keyof typeof ways; desc: boolean }; after: PageKey | undefined; limit: number }
/** In the order of their deadlines the overdue come first. */
export function listRows(db: Sql, f: Listed): Promise<(MatterRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: [ways[f.order.by], sql`m.id`], desc: f.order.desc }
  return db.rows(sql`select ${columns}, ${keyIn(walk)} as "walkKey" from (select * from matter m where ${join([inTab(f.now)[f.tab], where(f), ...beyond(walk, f.after)], ' and ')} order by ${inOrder(walk)} limit ${f.limit + 1}) m
    ${joins} order by ${inOrder(walk)}`)
}

const countsOf = <K extends string>(of: Record<K, Fragment>, names: readonly K[]): Fragment => join(names.map((name) => sql`(count(*) filter (where ${of[name]}))::int as ${raw(`"${name}"`)}`))
/** What is open is few and has an index of its own; all there ever were are counted as they go, by kind, unless something else is asked as well. */
export async function countTabs(db: Sql, f: Filter): Promise<Record<MatterTab, number>> {
  const { range, now: _now, kind, ownId, ...asked } = f
  if (ownId !== null || Object.values(asked).some((value) => value)) return db.get(sql`select ${countsOf(inTab(f.now), matterTabs)} from matter m where ${where(f)}`)
  return db.get(sql`
    select * from (select ${countsOf(inTab(f.now), matterTabs.filter((tab) => tab !== 'closed' && tab !== 'all'))} from matter m where (${open} or m.state = 'done') and ${where(f)}) o,
      (select coalesce(sum(n) filter (where starts_with(state, 'closed')), 0)::int as closed, coalesce(sum(n), 0)::int as "all" from tally
       where subject = 'matter' and area_path >= ${range.lo} and area_path < ${range.hi} ${kind ? sql`and state in (${`closed.${kind}`}, ${`other.${kind}`})` : sql``}) c`)
}
export const countFigures = (db: Sql, f: Filter): Promise<Record<MatterFigure, number>> => db.get(sql`select ${countsOf(figures(f.now), matterFigures)} from matter m where ${where(f)}`)

/** For Today: the first of a tab by one of its clocks and how many there are, how many of them past it. */
export async function rowsDue(db: Sql, f: Filter, tab: MatterTab, clock: 'due' | 'report', limit: number): Promise<{ rows: MatterRow[]; total: number; late: number }> {
  const rows = await listRows(db, { ...f, tab, order: { by: clock, desc: false }, after: undefined, limit })
  const { total, late } = await db.get<{ total: number; late: number }>(sql`select count(*)::int as total, (count(*) filter (where ${open} and ${ways[clock]} < ${f.now}))::int as late from matter m where ${inTab(f.now)[tab]} and ${where(f)}`)
  return { rows: rows.slice(0, limit), total, late }
}

export const rowsOfPerson = (db: Sql, personId: string, ownId: string | null): Promise<MatterRow[]> => db.rows(sql`
  select ${columns} from matter m ${joins} where ${join([sql`m.person_id = ${personId} and m.state <> 'withdrawn'`, ...own(ownId)], ' and ')} order by m.registered_at desc, m.id limit 20`)
export const getRow = (db: Sql, matterId: string, ownId: string | null): Promise<MatterRow> => db.get(sql`select ${columns} from matter m ${joins} where ${join([sql`m.id = ${matterId}`, ...own(ownId)], ' and ')}`)
/** 移交: what is not closed and stands with somebody, or comes back to them, in an area; locked. */
export const rowsInHand = (db: Sql, accountId: string, range: Scope, only: readonly string[] | null): Promise<MatterRow[]> => db.rows(sql`
  select ${columns} from matter m ${joins} where ${inHand(accountId, range)} and (${only}::uuid[] is null or m.id = any(${only}::uuid[])) order by m.id for update of m`)
export const countInHand = async (db: Sql, accountId: string, range: Scope): Promise<number> => (await db.get<{ n: number }>(sql`select count(*)::int as n from matter m where ${inHand(accountId, range)}`)).n
/** 重复诉求: those of the same kind in a community that may be the same, the newest first. */
export const listEarlier = (db: Sql, m: { kind: MatterKind; personId: string | null; phoneIndex: string | null; areaPath: string; range: Scope; since: Instant }): Promise<{ id: string; place: string | null; sameCaller: boolean; near: boolean }[]> => db.rows(sql`
  select id, place, coalesce(person_id = ${m.personId}, false) or coalesce(caller_phone_index = ${m.phoneIndex}, false) as "sameCaller", starts_with(area_path, ${m.areaPath}) or starts_with(${m.areaPath}, area_path) as near
  from matter where kind = ${m.kind} and registered_at >= ${m.since} and state <> 'withdrawn' and area_path >= ${m.range.lo} and area_path < ${m.range.hi} order by registered_at desc, id desc`)
export const findBrief = (db: Sql, matterId: string, ownId: string | null): Promise<MatterCard['repeats'] | undefined> => db.find(sql`
  select m.id as "matterId", m.number, m.state, m.registered_at as "registeredAt", m.outcome from matter m where ${join([sql`m.id = ${matterId}`, ...own(ownId)], ' and ')}`)
/** 双考核: what each department called in did, the busiest first. */
export const departmentFigures = (db: Sql, f: Filter): Promise<DepartmentFigures[]> => db.rows(sql`
  select d.name, count(*)::int as called, (count(*) filter (where d."reportedAt" <= m.report_by))::int as "inTime", round(avg((d.subdistrict ->> 'score')::int), 1) as subdistrict, round(avg((d.community ->> 'score')::int), 1) as community
  from matter m cross join lateral jsonb_to_recordset(m.departments) d(name text, "reportedAt" timestamptz, subdistrict jsonb, community jsonb)
  where ${counts} and m.whistled_at is not null and (d."reportedAt" is not null or m.report_by < ${f.now}) and ${where(f)} group by 1 order by 2 desc, 1 limit 20`)
/** Whoever rang about what is long closed. */
export const forgetCallers = (db: Sql, before: Instant): Promise<number> => db.run(sql`
  update matter set caller_name = null, caller_phone_sealed = null, caller_phone_index = null, caller_phone_masked = null
  where state in ('closed', 'withdrawn') and coalesce(closed_at, registered_at) < ${before} and (caller_name is not null or caller_phone_sealed is not null)`)
export const rowsByReceipts = (db: Sql, receiptIndexes: readonly string[]): Promise<MatterRow[]> => db.rows(sql`select ${columns} from matter m ${joins} where m.receipt_index = any(${[...receiptIndexes]}) order by m.registered_at desc, m.id`)
/** How many came by the codes of a place since an instant. */
export const reportedSince = async (db: Sql, areaPath: string, since: Instant): Promise<number> => (await db.get<{ n: number }>(sql`
  select count(*)::int as n from matter m where m.area_path >= ${scopeOf(areaPath).lo} and m.area_path < ${scopeOf(areaPath).hi} and m.channel = 'qr' and m.registered_at >= ${since}`)).n
/** Two people at one matter come one after the other. */
export const lock = (db: Sql, matterId: string): Promise<unknown> => db.get(sql`select id from matter where id = ${matterId} for update`)
export const callerPhoneOf = async (db: Sql, matterId: string): Promise<string | null> => (await db.get<{ sealed: string | null }>(sql`select caller_phone_sealed as sealed from matter where id = ${matterId}`)).sealed

export interface NewMatter {
  id: string; kind: MatterKind; words: string; place: string | null; urgent: boolean; channel: string; areaId: string; areaPath: string; personId: string | null; callerName: string | null
  callerPhoneSealed: string | null; callerPhoneIndex: string | null; repeatOf: string | null; callerPhoneMasked: string | null; receiptIndex: string | null; at: Instant; day: Day; by: string | null; byName: string | null; dueAt: Instant; respondBy: Instant
}
/** 首接负责: whoever registers it answers for it first. */
export const insertMatter = (db: Sql, m: NewMatter): Promise<{ number: string }> => db.get(sql`
  insert into matter (id, number, area_id, area_path, kind, words, place, urgent, channel, person_id, caller_name, caller_phone_sealed, caller_phone_index, repeat_of, caller_phone_masked, receipt_index, registered_at, registered_by, registrar_name,
    owner_id, owner_name, respond_by, due_at, state)
  values (${m.id}, ${m.day.slice(2).replaceAll('-', '')} || '-' || lpad(nextval('matter_no')::text, 4, '0'), ${m.areaId}, ${m.areaPath}, ${m.kind}, ${m.words}, ${m.place}, ${m.urgent}, ${m.channel}, ${m.personId}, ${m.callerName},
    ${m.callerPhoneSealed}, ${m.callerPhoneIndex}, ${m.repeatOf}, ${m.callerPhoneMasked}, ${m.receiptIndex}, ${m.at}, ${m.by}, ${m.byName}, ${m.by}, ${m.byName}, ${m.respondBy}, ${m.dueAt}, 'registered') returning number`)

export async function saveStanding(db: Sql, matterId: string, s: Standing, former: Standing): Promise<void> {
  await db.run(sql`
    update matter set area_id = ${s.areaId}, area_path = ${s.areaPath}, state = ${s.state}, owner_id = ${s.ownerId}, owner_name = ${s.ownerName}, holder_id = ${s.holderId}, holder_name = ${s.holderName},
      due_at = ${s.dueAt}, dispatched_at = ${s.dispatchedAt}, contacted_at = ${s.contactedAt}, objected_at = ${s.objectedAt}, extended_at = ${s.extendedAt}, done_at = ${s.doneAt}, doer_name = ${s.doerName}, outcome = ${s.outcome},
      calls_in_vain = ${s.callsInVain}, called_at = ${s.calledAt}, resolved = ${s.resolved}, satisfaction = ${s.satisfaction}, reopened_at = ${s.reopenedAt}, closed_at = ${s.closedAt},
      whistle_kind = ${s.whistleKind}, whistled_at = ${s.whistledAt}, report_by = ${s.reportBy}, reported_at = ${s.reportedAt}, departments = ${JSON.stringify(s.departments)}::jsonb, exclusion = ${s.exclusion}, exclusion_ground = ${s.exclusionGround}, exclusion_reason = ${s.exclusionReason}, exclusion_asked_by = ${s.exclusionAskedBy}
    where id = ${matterId}`)
  if (s.areaPath === former.areaPath) return
  await db.run(sql`update matter_event set area_path = ${s.areaPath} where matter_id = ${matterId}`)
  await db.run(sql`update matter_photo set area_path = ${s.areaPath} where matter_id = ${matterId}`)
}
