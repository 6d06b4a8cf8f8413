import sql from 'sql-template-tag'
import type { Instant } from '../../../kernel/dates.ts'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import { firstOf } from '../../../kernel/first-of.ts'
import type { Selection } from '../contract.ts'
import type { EpisodeFacts, GapFacts, OfficeFacts, ReadingFacts, TestFacts } from '../rules/facts.ts'

/** Where somebody lives, as people write it: grid, building and unit with what they belong to. */
export const address = sql`coalesce(parent.name, '') || coalesce(a.name, '') || coalesce(h.address, '')`
export const home = sql`left join household h on h.id = p.household_id left join area a on a.id = ${firstOf(sql`h.area_id`, sql`p.area_id`)}
  left join area parent on parent.id = a.parent_id and a.level in ('grid', 'building', 'unit')`


export const episodeFacts = (db: Sql, ids: readonly string[]): Promise<EpisodeFacts[]> => db.rows(sql`
  select e.id, e.area_path as "areaPath", e.community_id as "communityId", e.state, p.id as "personId", p.name, p.sex, p.birth_on as "birthOn", p.document_kind as "documentKind", p.document_masked as "documentMasked",
    p.phone_masked as "phoneMasked", ${address} as address, p.workplace, e.measure, e.decision -> 'because' ->> 'zh' as because, e.decision ->> 'orderNo' as "orderNo", e.decision ->> 'clause' as clause,
    e.anchor, e.anchor_on as "anchorOn", e.starts_on as "startsOn", e.ends_on as "endsOn", e.place, case when e.room_id is not null then room_name(e.room_id) end as "roomName",
    s.origin_name as "originName", e.origin_class as "originClass", e.policy_id as "policyId", d.name as "doctorName", d.office_phone as "doctorPhone", w.name as "workerName", w.office_phone as "workerPhone",
    e.closed_at as "closedAt", e.closer_name as "closerName", e.close_order_no as "closeOrderNo",
    (select count(*) from episode_test t where t.episode_id = e.id)::int as "testsRequired", (select count(*) from episode_test t where t.episode_id = e.id and t.result = 'negative')::int as "testsNegative",
    (select n.number from notice n where n.episode_id = e.id and n.kind = 'startNotice' and n.withdrawn_at is null) as "startNumber"
  from episode e join person p on p.id = e.person_id ${home}
  left join screening s on s.id = e.screening_id left join account d on d.id = e.doctor_id left join account w on w.id = e.worker_id
  where e.id = any(${[...ids]}::uuid[])
  order by a.area_path, h.address_key, p.id`)

/** Whom a selection means, in the order of their doors. */
const conditions = (today: { from: Instant; to: Instant }) => ({
  startsWithout: sql`e.state = 'active' and not exists (select from notice n where n.episode_id = e.id and n.kind = 'startNotice' and n.withdrawn_at is null)`,
  startsToday: sql`e.state = 'active' and e.opened_at >= ${today.from} and e.opened_at < ${today.to}`,
  releasesWithout: sql`e.state = 'released' and not exists (select from notice n where n.episode_id = e.id and n.kind = 'releaseNotice' and n.withdrawn_at is null)`,
  releasesToday: sql`e.state = 'released' and e.closed_at >= ${today.from} and e.closed_at < ${today.to}`,
  managed: sql`e.state = 'active'`,
}) as const

const within = ({ lo, hi }: Scope) => sql`e.area_path >= ${lo} and e.area_path < ${hi}`

export const selected = async (db: Sql, scope: Scope, which: Selection, today: { from: Instant; to: Instant }, limit: number): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select e.id from episode e where ${within(scope)} and ${conditions(today)[which]} order by e.area_path, e.id limit ${limit}`)).map((row) => row.id)

export const countSelected = (db: Sql, scope: Scope, today: { from: Instant; to: Instant }): Promise<Record<Selection, number>> => {
  const of = conditions(today)
  return db.get(sql`select
    count(*) filter (where ${of.startsWithout})::int as "startsWithout", count(*) filter (where ${of.startsToday})::int as "startsToday",
    count(*) filter (where ${of.releasesWithout})::int as "releasesWithout", count(*) filter (where ${of.releasesToday})::int as "releasesToday", count(*) filter (where ${of.managed})::int as managed
    from episode e where ${within(scope)}`)
}

export const readings = (db: Sql, ids: readonly string[]): Promise<ReadingFacts[]> => db.rows(sql`
  select episode_id as "episodeId", taken_at as "takenAt", due_on as "dueOn", check_window as "window", temperature, symptoms, channel, taker_name as "takerName", device_error as "deviceError"
  from health_check where episode_id = any(${[...ids]}::uuid[]) order by taken_at`)

export const gaps = (db: Sql, ids: readonly string[]): Promise<GapFacts[]> => db.rows(sql`
  select episode_id as "episodeId", due_on as "dueOn", check_window as "window", state, explanation from check_due
  where episode_id = any(${[...ids]}::uuid[]) and state in ('missed', 'explained') order by opens_at`)

export const tests = (db: Sql, ids: readonly string[]): Promise<TestFacts[]> => db.rows(sql`
  select episode_id as "episodeId", due_on as "dueOn", taken_on as "takenOn", result from episode_test where episode_id = any(${[...ids]}::uuid[]) order by due_on`)

export const offices = (db: Sql, ids: readonly string[]): Promise<OfficeFacts[]> => db.rows(sql`
  select c.id, c.name, c.full_name as "fullName", c.office_phone as phone, c.area_path as "areaPath",
    coalesce((select u.name from area_above(c.area_path) u where u.area_path <> c.area_path order by length(u.area_path) desc limit 1), '') as above
  from area c where c.id = any(${[...ids]}::uuid[])`)

export const officePhone = async (db: Sql, accountId: string): Promise<string> =>
  (await db.find<{ phone: string | null }>(sql`select office_phone as phone from account where id = ${accountId}`))?.phone ?? ''
