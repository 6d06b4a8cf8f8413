import sql, { empty, join, type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { ExitKind } from '../../policies/contract.ts'
import type { ExitDecision, ExitState, ExitTab } from '../contract.ts'
import type { ExitRow } from '../tables.ts'

/** A certificate that is void or over is none; asked of one request. */
export const certificate = (today: Day): Fragment => sql`(r.state not in ('refused', 'withdrawn') and coalesce((select true from certificates_holding(${today}::date) g (id) where g.id = r.notice_id), false))`

/**
 * 已到期: there is nothing left to go out for. Where no last day was named, whoever goes once goes by the day asked for or while the certificate
 * is good; local work goes on, work elsewhere waits for its bus, and what is still to be decided is decided.
 */
export const over = (today: Day): Fragment => sql`coalesce(r.state in ('applied', 'certificateDue', 'certified', 'allowed') and coalesce(r.until_on,
  case when r.state = 'allowed' and r.kind <> 'localWork' and not r.decision -> 'needs' @> '["seat"]'::jsonb then greatest(r.leaves_on, r.certified_until) end) < ${today}, false)`

const columns = (today: Day): Fragment => sql`r.id as "exitId", r.area_id as "areaId", r.area_path as "areaPath", r.community_id as "communityId", r.kind, r.state, r.former_state as "formerState", r.channel, r.person_id as "personId", coalesce(p.household_id, r.household_id) as "householdId",
  p.name, p.sex, p.birth_on as "birthOn", p.phone_masked as "phoneMasked", p.document_masked as "documentMasked", coalesce(up.name, '') || coalesce(a.name, '') || coalesce(h.address, '') as address,
  r.destination_name as "destinationName", r.destination_code as "destinationCode", r.employer, r.note, r.leaves_on as "leavesOn", r.until_on as "untilOn", r.asked_on as "askedOn", r.applied_at as "appliedAt", r.applier_name as "applierName",
  r.escort_name as "escortName", r.emergency_name as "emergencyName", r.emergency_masked as "emergencyMasked", r.policy_id as "policyId", r.decision, r.decided_at as "decidedAt", r.decider_name as "deciderName", r.decide_reason as "decideReason",
  r.certified_at as "certifiedAt", r.certifier_name as "certifierName", r.certified_until as "certifiedUntil", n.number as "certificateNo", ${certificate(today)} as "certificateValid", ${over(today)} as over, r.left_at as "leftAt",
  t.id as "tripId", coalesce(t.back_at, t.out_at) as "tripAt", coalesce(t.end_recorded_at, t.out_recorded_at) as "tripRecordedAt", case when r.state in ('out', 'notBack') and t.back_at is null then t.due_back_at end as "dueBackAt", case when r.state = 'notBack' then t.not_back_reason end as "notBackReason",
  s.id as "seatId", s.seat_no as "seatNo", s.state as "seatState", (select x.id from group_transport x where x.id = s.transport_id) as "transportId", b.plate, b.departs_at as "departsAt", b.place`
const joins = sql`join person p on p.id = r.person_id left join household h on h.id = p.household_id left join area a on a.id = p.area_id left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit')
  left join notice n on n.id = r.notice_id left join lateral (select * from exit_trip x where x.exit_id = r.id and x.undone_at is null order by x.out_at desc limit 1) t on true
  left join transport_seat s on s.exit_id = r.id and s.left_at is null left join lateral bus_of_seat(s.transport_id) b on true`
const from = sql`exit_request r ${joins}`

/** 外出过: out now, or come home since; the work report counts them so. */
const hasLeft = sql`r.left_at is not null`
/** 未返回: whoever is out past the hour, for the day only, or noted as not back. */
export const awaited = (now: Instant): Fragment => sql`x.back_at is null and x.undone_at is null and r.state in ('out', 'notBack') and (x.not_back_reason is not null or x.due_back_at < ${now})`
/** Certified once, and void or run out before the person left: due again. Those that hold are read once, whatever is asked of. */
const lapsed = (today: Day): Fragment => sql`(r.state in ('certified', 'allowed') and r.decision -> 'needs' @> '["certificate"]'::jsonb and (r.notice_id in (select * from certificates_holding(${today}::date))) is not true)`
/** What waits: for the community, for the health centre, for the day. */
const open = (lapsed: Fragment, over: Fragment) => ({
  toDecide: sql`r.state in ('applied', 'certified') and not ${lapsed} and not ${over}`, certificateDue: sql`r.state in ('certificateDue', 'certified', 'allowed') and (r.state = 'certificateDue' or ${lapsed}) and not ${over}`,
  waiting: sql`r.state = 'allowed' and not ${lapsed} and not ${over}`,
})
export const inTab = (tab: ExitTab, now: Instant, today: Day): Fragment => ({
  ...open(lapsed(today), over(today)), out: sql`r.state = 'out'`, late: sql`r.state in ('out', 'notBack') and exists (select from exit_trip x where x.exit_id = r.id and ${awaited(now)})`, gone: hasLeft,
  refused: sql`r.state = 'refused'`, all: sql`true`,
})[tab]
const inRange = ({ lo, hi }: Scope): Fragment => sql`r.area_path >= ${lo} and r.area_path < ${hi}`

export interface Listed { tab: ExitTab; kind: ExitKind | undefined; personId: string | undefined; name: string | undefined; range: Scope; order: { by: 'leaves' | 'applied'; desc: boolean }; after: PageKey | undefined; limit: number; now: Instant; today: Day }
/** Keys first, rows of the page after: the joins are made for fifty, not for all. */
export function listRows(db: Sql, f: Listed): Promise<(ExitRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: [f.order.by === 'leaves' ? sql`r.leaves_on` : sql`r.applied_at`, sql`r.id`], desc: f.order.desc }
  const where = join([inTab(f.tab, f.now, f.today), inRange(f.range), ...(f.kind ? [sql`r.kind = ${f.kind}`] : []), ...(f.personId ? [sql`r.person_id = ${f.personId}`] : []), ...(f.name ? [sql`r.person_id in (select id from person where starts_with(name, ${f.name}))`] : []), ...beyond(walk, f.after)], ' and ')
  return db.rows(sql`select ${columns(f.today)}, ${keyIn(walk)} as "walkKey" from (select * from exit_request r where ${where} order by ${inOrder(walk)} limit ${f.limit + 1}) r
    ${joins} order by ${inOrder(walk)}`)
}

/**
 * What waits is judged row by row, the rest counted from the index, who is late from the open trips: asked of each of 100,000 requests all this took
 * seconds (docs/figures.md).
 */
export function countTabs(db: Sql, range: Scope, kind: ExitKind | undefined, now: Instant, today: Day): Promise<Record<Exclude<ExitTab, 'gone'>, number>> {
  const of = sql`${inRange(range)} and ${ofKind(kind)}`
  const { toDecide, certificateDue, waiting } = open(sql`r.lapsed`, sql`r.over`)
  return db.get(sql`
    select o.*, c.*, (select count(*)::int from exit_trip x join exit_request r on r.id = x.exit_id where x.area_path >= ${range.lo} and x.area_path < ${range.hi} and ${awaited(now)} and ${ofKind(kind)}) as late
    from (select coalesce(sum(r.n) filter (where ${toDecide}), 0)::int as "toDecide", coalesce(sum(r.n) filter (where ${certificateDue}), 0)::int as "certificateDue", coalesce(sum(r.n) filter (where ${waiting}), 0)::int as waiting
      from (select r.state, ${lapsed(today)} as lapsed, ${over(today)} as over, count(*) as n from exit_request r where ${of} and r.state in ('applied', 'certificateDue', 'certified', 'allowed') group by 1, 2, 3) r) o
    cross join (select (count(*) filter (where r.state = 'out'))::int as out, (count(*) filter (where r.state = 'refused'))::int as refused, count(*)::int as "all" from exit_request r where ${of}) c`)
}
const ofKind = (kind: ExitKind | undefined): Fragment => (kind ? sql`r.kind = ${kind}` : sql`true`)
export const countGone = (db: Sql, range: Scope): Promise<{ kind: ExitKind; persons: number; requests: number }[]> => db.rows(sql`
  select kind, count(*)::int as persons, sum(n)::int as requests from (select r.kind, count(*) as n from exit_request r where ${inRange(range)} and ${hasLeft} group by r.kind, r.person_id) x group by 1`)

export const getRow = (db: Sql, exitId: string, today: Day): Promise<ExitRow> => db.get(sql`select ${columns(today)} from ${from} where r.id = ${exitId}`)
export const rowsById = (db: Sql, ids: readonly string[], today: Day): Promise<ExitRow[]> => db.rows(sql`select ${columns(today)} from ${from} where r.id = any(${[...ids]}::uuid[]) order by r.applied_at, r.id`)
export const rowsOfPeople = (db: Sql, ids: readonly string[], today: Day): Promise<ExitRow[]> => db.rows(sql`select ${columns(today)} from ${from} where r.person_id = any(${[...ids]}::uuid[]) order by r.applied_at desc limit 10`)
/** Of whom a gate may be shown something today: allowed and due, or not back yet. */
export const atGate = (db: Sql, of: { range: Scope } | { householdIds: readonly string[] } | { exitIds: readonly string[] }, today: Day): Promise<ExitRow[]> => db.rows(sql`select ${columns(today)} from ${from} where ${
  'range' in of ? inRange(of.range) : 'exitIds' in of ? sql`r.id = any(${[...of.exitIds]}::uuid[])` : sql`p.household_id = any(${[...of.householdIds]}::uuid[])`}
  and (r.state in ('out', 'notBack') or (r.state = 'allowed' and r.leaves_on <= ${today} and not ${over(today)})) order by r.leaves_on, r.id limit 3000`)
/** By the code on the certificate, or by its number. */
export const exitOfCertificate = async (db: Sql, by: { codeIndex: string } | { number: string }): Promise<string | undefined> =>
  (await db.find<{ id: string }>(sql`select exit_id as id from notice where exit_id is not null and withdrawn_at is null and ${'codeIndex' in by ? sql`code_index = ${by.codeIndex}` : sql`number = ${by.number}`}`))?.id
/** Who lives there with somebody, that person first. */
export const livingWith = (db: Sql, personId: string): Promise<{ personId: string; name: string }[]> => db.rows(sql`
  select m.id as "personId", m.name from person p join person m on m.id = p.id or (m.household_id = p.household_id and m.state = 'present') where p.id = ${personId} order by m.id = p.id desc, m.birth_on nulls last, m.id limit 30`)
export const byReceipt = (db: Sql, receiptIndex: string, today: Day): Promise<ExitRow | undefined> => db.find(sql`select ${columns(today)} from ${from} where r.receipt_index = ${receiptIndex}`)
/** Two requests of one person in the same second must see each other. */
export const waitForTwin = (db: Sql, key: string): Promise<number> => db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`exit ${key}`}, 0))`)
/** Two people at one request come one after the other. */
export const lock = (db: Sql, ids: readonly string[]): Promise<unknown[]> => db.rows(sql`select id from exit_request where id = any(${[...ids]}::uuid[]) order by id for update`)

export interface NewExit {
  id: string; areaId: string; areaPath: string; communityId: string; personId: string; householdId: string | null; kind: ExitKind; state: ExitState; channel: string; askedOn: Day; at: Instant; by: string | null; byName: string | null
  destinationCode: string | null; destinationName: string; employer: string | null; note: string | null; leavesOn: Day; untilOn: Day | null; escortName: string | null; emergencyName: string | null; emergencySealed: string | null; emergencyMasked: string | null
  policyId: string | null; decision: ExitDecision; receiptIndex: string | null
}
export const insertExits = (db: Sql, all: readonly NewExit[]): Promise<number> => db.run(sql`
  insert into exit_request (id, area_id, area_path, community_id, person_id, household_id, kind, state, channel, asked_on, applied_at, applied_by, applier_name, destination_code, destination_name, employer, note, leaves_on, until_on,
    escort_name, emergency_name, emergency_sealed, emergency_masked, policy_id, decision, receipt_index, updated_at)
  select x.id, x."areaId", x."areaPath", x."communityId", x."personId", x."householdId", x.kind, x.state, x.channel, x."askedOn", x.at, x.by, x."byName", x."destinationCode", x."destinationName", x.employer, x.note, x."leavesOn", x."untilOn",
    x."escortName", x."emergencyName", x."emergencySealed", x."emergencyMasked", x."policyId", x.decision, x."receiptIndex", x.at
  from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as x (id uuid, "areaId" uuid, "areaPath" text, "communityId" uuid, "personId" uuid, "householdId" uuid, kind text, state text, channel text, "askedOn" date, at timestamptz, by uuid,
    "byName" text, "destinationCode" text, "destinationName" text, employer text, note text, "leavesOn" date, "untilOn" date, "escortName" text, "emergencyName" text, "emergencySealed" text, "emergencyMasked" text, "policyId" uuid, decision jsonb, "receiptIndex" text)`)

export interface Change { state: ExitState; formerState?: ExitState | null; decided?: { at: Instant; by: string | null; name: string | null; reason: string | null } | null; escortName?: string; leftAt?: Instant | null; at: Instant }
export const setState = (db: Sql, ids: readonly string[], c: Change): Promise<number> => db.run(sql`
  update exit_request set state = ${c.state}, updated_at = ${c.at} ${c.formerState === undefined ? empty : sql`, former_state = ${c.formerState}`}
    ${c.decided === undefined ? empty : c.decided === null ? sql`, decided_at = null, decided_by = null, decider_name = null, decide_reason = null` : sql`, decided_at = ${c.decided.at}, decided_by = ${c.decided.by}, decider_name = ${c.decided.name}, decide_reason = ${c.decided.reason}`}
    ${c.escortName === undefined ? empty : sql`, escort_name = ${c.escortName}`} ${c.leftAt === undefined ? empty : sql`, left_at = ${c.leftAt}`}
  where id = any(${[...ids]}::uuid[])`)

export const setCertified = (db: Sql, all: readonly { exitId: string; state: ExitState; noticeId: string }[], c: { at: Instant; by: string | null; name: string | null; until: Day }): Promise<number> => db.run(sql`
  update exit_request r set state = x.state, notice_id = x.notice_id, certified_at = ${c.at}, certified_by = ${c.by}, certifier_name = ${c.name}, certified_until = ${c.until}, updated_at = ${c.at}
  from unnest(${all.map((e) => e.exitId)}::uuid[], ${all.map((e) => e.state)}::text[], ${all.map((e) => e.noticeId)}::uuid[]) as x (id, state, notice_id) where r.id = x.id`)
export const clearCertified = (db: Sql, ids: readonly string[], at: Instant): Promise<number> => db.run(sql`
  update exit_request set state = 'certificateDue', notice_id = null, certified_at = null, certified_by = null, certifier_name = null, certified_until = null, updated_at = ${at} where id = any(${[...ids]}::uuid[])`)

/** 紧急联系人的电话, sealed. */
export const emergencyOf = (db: Sql, exitId: string): Promise<{ personId: string; emergencySealed: string | null }> => db.get(sql`select person_id as "personId", emergency_sealed as "emergencySealed" from exit_request where id = ${exitId}`)
/** Neither closed nor over, for the same reason. */
export const openOf = (db: Sql, personIds: readonly string[], kind: ExitKind, states: readonly ExitState[], today: Day, exceptId: string | null): Promise<{ personId: string; state: ExitState }[]> => db.rows(sql`
  select r.person_id as "personId", r.state from exit_request r where r.person_id = any(${[...personIds]}::uuid[]) and r.kind = ${kind} and r.state = any(${[...states]}) and not ${over(today)} and r.id is distinct from ${exceptId}::uuid`)
/** The sheet of the certificate, as it was laid out last. */
export const certificatePaperOf = (db: Sql, exitId: string): Promise<{ batchId: string; position: number } | undefined> => db.find(sql`
  select i.batch_id as "batchId", i.position from exit_request r join document_issue i on i.notice_id = r.notice_id join document_batch b on b.id = i.batch_id where r.id = ${exitId} order by b.at desc limit 1`)
