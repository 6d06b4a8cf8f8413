import sql, { join, raw, type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../kernel/ctx.ts'
import type { Day, Instant } from '../../kernel/dates.ts'
import type { PageKey } from '../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../kernel/walk.ts'
import type { Trade } from '../policies/contract.ts'
import type { BusinessKind, BusinessTab, IdleReason, Standing } from './contract.ts'
import type { AskedRow, BusinessRow, StepRow } from './tables.ts'

export * from './store/figures.ts'

const columns = sql`b.id as "businessId", b.area_id as "areaId", b.area_path as "areaPath", coalesce(up.name, '') || a.name as "areaName", b.kind, b.name, b.credit_code as "creditCode", b.trade, b.address, b.contact_name as "contactName", b.phone_masked as "phoneMasked",
  b.staff, b.to_return as "toReturn", b.from_high_risk as "fromHighRisk", b.state, b.reason, b.reason_note as "reasonNote", b.applied_on as "appliedOn", b.resumed_on as "resumedOn", b.look_on as "lookOn", b.decision`
/** Where they stood at a time: the first step since that was not taken back says what was before, as `business_stood` (migration 0151) says of the state alone. */
const stood = (at: Instant): Fragment => {
  const then = (now: string, key: string, type = ''): Fragment => sql`case when s.before is null then x.${raw(now)} else (s.before ${raw(`->> '${key}'`)})${raw(type)} end as ${raw(now)}`
  return sql`(select x.id, x.area_id, x.area_path, x.kind, x.name, x.credit_code, x.trade, x.address, x.contact_name, x.phone_masked, x.staff, x.to_return, x.from_high_risk,
    ${then('state', 'state')}, ${then('reason', 'reason')}, ${then('reason_note', 'reasonNote')}, ${then('applied_on', 'appliedOn', '::date')}, ${then('resumed_on', 'resumedOn', '::date')}, ${then('look_on', 'lookOn', '::date')},
    case when s.before is null then x.decision else nullif(s.before -> 'decision', 'null'::jsonb) end as decision
    from business x left join lateral (select s.before from business_step s where s.business_id = x.id and s.at > ${at} and s.undone_at is null and s.before is not null order by s.at, s.id limit 1) s on true where x.created_at <= ${at})`
}
/** Now, or as they stood. */
export const businesses = (asOf: Instant | undefined): Fragment => sql`${asOf === undefined ? sql`business` : stood(asOf)} b`
const from = (asOf?: Instant): Fragment => sql`${businesses(asOf)} join area a on a.id = b.area_id left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit')`

/** 未复工, as `isIdle` in rules/states.ts. */
export const idle = sql`b.state in ('notResumed', 'applied', 'suspended')`
/** A tab: the figure on it and the list under it are cut by the same. */
export const inTab = (tab: BusinessTab, today: Day): Fragment => ({
  all: sql`b.state <> 'closed'`, notResumed: idle, toCheck: sql`b.state = 'applied'`, recheck: sql`b.state in ('notResumed', 'resumed', 'suspended') and b.look_on <= ${today}`, noReason: sql`${idle} and b.reason is null`,
  resumed: sql`b.state = 'resumed'`, suspended: sql`b.state = 'suspended'`, closed: sql`b.state = 'closed'`,
})[tab]
export interface Cut { kind?: BusinessKind | undefined; trade?: Trade | undefined; why?: IdleReason | 'none' | undefined; range: Scope; asOf?: Instant | undefined }
/** A reason is one of somebody who has not resumed. */
export const because = (why: Cut['why']): Fragment => (why === undefined ? sql`true` : why === 'none' ? sql`${idle} and b.reason is null` : sql`${idle} and b.reason = ${why}`)
/** 筛选 */
export const inCut = ({ kind, trade, why, range }: Cut): Fragment => join([
  sql`b.area_path >= ${range.lo} and b.area_path < ${range.hi}`, ...(kind ? [sql`b.kind = ${kind}`] : []), ...(trade ? [sql`b.trade = ${trade}`] : []), because(why),
], ' and ')

/** Ways through the list: by place, by name, by the day it is to be looked at. */
export type BusinessOrder = 'place' | 'business' | 'look'
const ways: Readonly<Record<BusinessOrder, Walk['by']>> = { place: [sql`b.area_path`, sql`b.name`, sql`b.id`], business: [sql`b.name`, sql`b.id`], look: [sql`coalesce(b.look_on, b.applied_on, '9999-12-31')`, sql`b.id`] }
export const keyWidth = (by: BusinessOrder): number => ways[by].length

export interface Listed extends Cut { tab: BusinessTab; text: string | undefined; order: { by: BusinessOrder; desc: boolean }; after: PageKey | undefined; limit: number; today: Day }
export function listRows(db: Sql, f: Listed): Promise<(BusinessRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: ways[f.order.by], desc: f.order.desc }
  const where = join([inCut(f), f.text ? sql`strpos(b.name, ${f.text}) > 0` : inTab(f.tab, f.today), ...beyond(walk, f.after)], ' and ')
  return db.rows(sql`select ${columns}, ${keyIn(walk)} as "walkKey" from ${from(f.asOf)} where ${where} order by ${inOrder(walk)} limit ${f.limit + 1}`)
}

export const getRow = (db: Sql, businessId: string): Promise<BusinessRow> => db.get(sql`select ${columns} from ${from()} where b.id = ${businessId}`)
/** Two people at one business come one after the other. */
export const lock = (db: Sql, businessId: string): Promise<unknown> => db.get(sql`select id from business where id = ${businessId} for update`)
/** Two who register the same business in the same second must see each other. */
export const waitForTwin = (db: Sql): Promise<number> => db.run(sql`select pg_advisory_xact_lock(hashtextextended('business', 0))`)
/** What is compared with a newcomer. */
export const known = (db: Sql, { lo, hi }: Scope): Promise<{ businessId: string; creditCode: string | null; nameKey: string; areaId: string; address: string }[]> => db.rows(sql`
  select id as "businessId", credit_code as "creditCode", name_key as "nameKey", area_id as "areaId", address from business where area_path >= ${lo} and area_path < ${hi}`)

export interface Told { kind: BusinessKind; name: string; nameKey: string; creditCode: string | null; trade: Trade; areaId: string; areaPath: string; address: string; contactName: string | null; phoneSealed: string | null; phoneMasked: string | null; staff: number | null; toReturn: number | null; fromHighRisk: number | null }
export interface NewBusiness extends Told { id: string; standing: Pick<Standing, 'state' | 'reason' | 'reasonNote'>; at: Instant; byName: string | null }
export const insertMany = (db: Sql, all: readonly NewBusiness[]): Promise<number> => db.run(sql`
  insert into business (id, area_id, area_path, kind, name, name_key, credit_code, trade, address, contact_name, phone_sealed, phone_masked, staff, to_return, from_high_risk, state, reason, reason_note, created_at, creator_name, updated_at)
  select x.id, x."areaId", x."areaPath", x.kind, x.name, x."nameKey", x."creditCode", x.trade, x.address, x."contactName", x."phoneSealed", x."phoneMasked", x.staff, x."toReturn", x."fromHighRisk",
    x.standing ->> 'state', x.standing ->> 'reason', x.standing ->> 'reasonNote', x.at, x."byName", x.at
  from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as x (id uuid, "areaId" uuid, "areaPath" text, kind text, name text, "nameKey" text, "creditCode" text, trade text, address text, "contactName" text, "phoneSealed" text, "phoneMasked" text,
    staff int, "toReturn" int, "fromHighRisk" int, standing jsonb, at timestamptz, "byName" text)`)
export const updateTold = (db: Sql, id: string, b: Told, at: Instant): Promise<number> => db.run(sql`
  update business set area_id = ${b.areaId}, area_path = ${b.areaPath}, kind = ${b.kind}, name = ${b.name}, name_key = ${b.nameKey}, credit_code = ${b.creditCode}, trade = ${b.trade}, address = ${b.address}, contact_name = ${b.contactName},
    phone_sealed = coalesce(${b.phoneSealed}, phone_sealed), phone_masked = coalesce(${b.phoneMasked}, phone_masked), staff = ${b.staff}, to_return = ${b.toReturn}, from_high_risk = ${b.fromHighRisk}, updated_at = ${at} where id = ${id}`)
/** Its steps lie where it does. */
export const moveSteps = (db: Sql, id: string, areaPath: string): Promise<number> => db.run(sql`update business_step set area_path = ${areaPath} where business_id = ${id} and area_path <> ${areaPath}`)
export const stand = (db: Sql, id: string, s: Standing, at: Instant): Promise<number> => db.run(sql`
  update business set state = ${s.state}, reason = ${s.reason}, reason_note = ${s.reasonNote}, applied_on = ${s.appliedOn}, resumed_on = ${s.resumedOn}, look_on = ${s.lookOn},
    decision = ${s.decision === null ? null : JSON.stringify(s.decision)}::jsonb, updated_at = ${at} where id = ${id}`)
/** Only with whom nothing was done since. */
export const removeUntouched = (db: Sql, ids: readonly string[]): Promise<{ id: string }[]> => db.rows(sql`
  with untouched as (select b.id from business b where b.id = any(${[...ids]}::uuid[]) and not exists (select from business_step s where s.business_id = b.id and s.kind not in ('registered', 'listed', 'undone') and s.undone_at is null) for update),
    steps as (delete from business_step s using untouched u where s.business_id = u.id)
  select id from untouched`)
export const remove = (db: Sql, ids: readonly string[]): Promise<number> => (ids.length === 0 ? Promise.resolve(0) : db.run(sql`delete from business where id = any(${[...ids]}::uuid[])`))
export const sealedPhone = (db: Sql, id: string): Promise<{ phoneSealed: string | null }> => db.get(sql`select phone_sealed as "phoneSealed" from business where id = ${id}`)

export interface NewStep { id: string; businessId: string; areaPath: string; at: Instant; kind: string; params: Record<string, unknown>; before: Standing | null; policyId: string | null; by: string | null; name: string | null; receiptIndex?: string }
export const insertSteps = (db: Sql, all: readonly NewStep[]): Promise<number> => db.run(sql`
  insert into business_step (id, business_id, area_path, at, kind, params, before, policy_id, account_id, actor_name, receipt_index)
  select x.id, x."businessId", x."areaPath", x.at, x.kind, x.params, nullif(x.before, 'null'::jsonb), x."policyId", x.by, x.name, x."receiptIndex"
  from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as x (id uuid, "businessId" uuid, "areaPath" text, at timestamptz, kind text, params jsonb, before jsonb, "policyId" uuid, by uuid, name text, "receiptIndex" text)`)
export const stepsOf = (db: Sql, businessId: string): Promise<StepRow[]> => db.rows(sql`
  select id, at, kind, params, actor_name as "actorName", undone_at is not null as undone, before from business_step where business_id = ${businessId} order by at desc, id desc limit 200`)
/** 手机申请 through a code in the last hour. */
export const askedThrough = async (db: Sql, linkId: string, now: Instant): Promise<number> =>
  (await db.get<{ n: number }>(sql`select count(*)::int as n from business_step where kind = 'asked' and params ->> 'linkId' = ${linkId} and at > ${now}::timestamptz - interval '1 hour'`)).n
export const askedByReceipts = (db: Sql, receiptIndexes: readonly string[]): Promise<AskedRow[]> => db.rows(sql`
  select id as "stepId", business_id as "businessId", area_path as "areaPath", at, params ->> 'name' as name, undone_at is not null as undone from business_step where receipt_index = any(${[...receiptIndexes]}) order by at desc, id desc`)
export const undoStep = (db: Sql, stepId: string, at: Instant): Promise<number> => db.run(sql`update business_step set undone_at = ${at} where id = ${stepId}`)

export interface BusinessWork { businessId: string; name: string; kind: BusinessKind; trade: Trade; address: string; state: Standing['state']; appliedOn: Day | null; lookOn: Day | null; missing: { zh: string; en: string }[]; total: number; late: number }
/** 今日待办: of a tab; what was to be looked at on a former day is late. */
export const workIn = (db: Sql, tab: BusinessTab, range: Scope, today: Day, limit: number): Promise<BusinessWork[]> => db.rows(sql`
  select b.id as "businessId", b.name, b.kind, b.trade, coalesce(up.name, '') || a.name || b.address as address, b.state, b.applied_on as "appliedOn", b.look_on as "lookOn",
    coalesce((select jsonb_agg(m -> 'name') from jsonb_array_elements(b.decision -> 'missing') m), '[]') as missing, (count(*) over ())::int as total, (count(*) filter (where b.look_on < ${today}) over ())::int as late
  from ${from()} where ${inCut({ range })} and ${inTab(tab, today)} order by ${inOrder({ by: ways.look, desc: false })} limit ${limit}`)
