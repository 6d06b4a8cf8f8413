import sql, { empty, join, raw, type Sql as Statement } from 'sql-template-tag'
import { scopeOf, type Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'

/** A kind of data as the store needs it: table and conditions are constants of `data/kinds.ts`, never anything somebody typed. */
export interface KindSql { table: string; at: string; only?: string; idle: string; how: 'delete' | 'strip'; partitioned?: true }

const within = (k: KindSql, areaPath: string, from: Day, more: Statement = empty): Statement => {
  const { lo, hi } = scopeOf(areaPath)
  return sql`t.area_path >= ${lo} and t.area_path < ${hi} and ${raw(k.at)} >= ${from}::date ${k.only ? raw(`and ${k.only}`) : empty} ${more}`
}

export const countKind = (db: Sql, k: KindSql, areaPath: string, from: Day, expiredBefore: Day | null, until: Instant | null = null): Promise<{ rows: number; oldest: Instant | null; newest: Instant | null; expired: number }> => db.get(sql`
  select count(*)::int as rows, min(${raw(k.at)})::timestamptz as oldest, max(${raw(k.at)})::timestamptz as newest,
    (count(*) filter (where ${raw(k.at)} < ${expiredBefore ?? '0001-01-01'}::date))::int as expired
  from ${raw(k.table)} t where ${within(k, areaPath, from, until === null ? empty : sql`and ${raw(k.at)} < ${until}::timestamptz`)}`)

const STRIP = sql`name = '', name_pinyin = '', name_initials = '', sex = '0', birth_on = null, nation = null, document_kind = 'none', document_sealed = null, document_index = null, document_masked = null,
  phone_sealed = null, phone_index = null, phone_masked = null, registered_code = null, registered_address = null, workplace = null, note = null, care_groups = '{}', state = 'movedOut', version = version + 1`

const expired = (k: KindSql, before: Day | Instant): Statement => sql`and ${raw(k.at)} < ${before}::timestamptz and ${raw(k.idle)}`

const placesOf = (k: KindSql, areaPath: string, from: Day, more: Statement, most: number): Statement => sql`select t.ctid from ${raw(k.table)} t where ${within(k, areaPath, from, more)} limit ${most}`

/** Destroys some rows of a kind; 0 when none are left. */
export function destroySome(db: Sql, k: KindSql, areaPath: string, from: Day, most: number, expiredBefore?: Day | Instant): Promise<number> {
  const more = expiredBefore === undefined ? empty : expired(k, expiredBefore)
  const some = placesOf(k, areaPath, from, more, most)
  if (k.partitioned) return db.run(sql`
    with gone as materialized (select t.tableoid as part, t.ctid as place from ${raw(k.table)} t where ${within(k, areaPath, from, more)} limit ${most})
    delete from ${raw(k.table)} d using gone where d.tableoid = gone.part and d.ctid = gone.place`)
  return db.run(k.how === 'strip' ? sql`update ${raw(k.table)} set ${STRIP} where ctid = any(array(${some}))` : sql`delete from ${raw(k.table)} where ctid = any(array(${some}))`)
}

/** Destroys some rows past their term of a kind that has files; the files that are left without a row. */
export const destroyWithFiles = (db: Sql, k: KindSql, column: string, areaPath: string, from: Day, most: number, before: Day | Instant): Promise<{ fileId: string }[]> => db.rows(sql`
  delete from ${raw(k.table)} where ctid = any(array(${placesOf(k, areaPath, from, expired(k, before), most)})) returning ${raw(column)} as "fileId"`)

/** Stored files of rows that go. */
export const filesOf = (db: Sql, k: KindSql, column: string, areaPath: string, from: Day): Promise<{ fileId: string }[]> =>
  db.rows(sql`select ${raw(column)} as "fileId" from ${raw(k.table)} t where ${within(k, areaPath, from)}`)

/** References between rows that both go would forbid either order. */
export async function cutReferences(db: Sql, areaPath: string): Promise<void> {
  const { lo, hi } = scopeOf(areaPath)
  await db.run(sql`update screening set joined_to = null where joined_to is not null and area_path >= ${lo} and area_path < ${hi}`)
  await db.run(sql`update lead set joined_to = null where joined_to is not null and area_path >= ${lo} and area_path < ${hi}`)
  await db.run(sql`update episode set because_of_episode_id = null where because_of_episode_id is not null and area_path >= ${lo} and area_path < ${hi}`)
}

/** Answers given before the freeze, revealed numbers among them, to whoever works in or above the area and to its residents. */
export const destroyReceipts = (db: Sql, areaPath: string, before: Instant): Promise<number> => {
  const { lo, hi } = scopeOf(areaPath)
  return db.run(sql`delete from receipt where at < ${before} and (
    actor_key in (select 'account:' || id from account where (area_path >= ${lo} and area_path < ${hi}) or starts_with(${areaPath}, area_path))
    or actor_key in (select 'link:' || id from link where area_path >= ${lo} and area_path < ${hi}))`)
}

/** What was there before anything went: rows by kind, and files. */
export interface CountedBefore { rows: Record<string, number>; files: number }
export const countedOf = async (db: Sql, eventId: string): Promise<CountedBefore | null> =>
  (await db.get<{ counted: CountedBefore | null }>(sql`select counted from privacy_event where id = ${eventId}`)).counted
export const setCounted = (db: Sql, eventId: string, counted: CountedBefore): Promise<number> =>
  db.run(sql`update privacy_event set counted = ${JSON.stringify(counted)}::jsonb where id = ${eventId}`)

/** The guard of frozen tables lets the destroyer through, for this transaction only. */
export const mayDestroy = (db: Sql): Promise<number> => db.run(sql`select set_config('wangge.destroying', 'yes', true)`)

/** 统计留存: what is counted before the rows behind it go. */
const COUNTS = [
  { indicator: 'arrivals', table: 'screening', day: 't.arrived_on', class: 'coalesce(t.origin_class, t.state)' },
  { indicator: 'managed', table: 'episode', day: 't.starts_on', class: 't.measure' },
  { indicator: 'ended', table: 'episode', day: `(t.closed_at at time zone 'Asia/Shanghai')::date`, class: 't.state' },
  { indicator: 'leads', table: 'lead', day: `(t.opened_at at time zone 'Asia/Shanghai')::date`, class: 'coalesce(t.result, t.kind)' },
] as const

const counts = (areaPath: string): Statement => {
  const { lo, hi } = scopeOf(areaPath)
  const parts = COUNTS.map((c) => sql`select ${c.indicator}::text as indicator, t.community_id, ${raw(c.day)} as day, ${raw(c.class)} as class from ${raw(c.table)} t where t.area_path >= ${lo} and t.area_path < ${hi} and ${raw(c.day)} is not null`)
  return sql`select a.area_path, x.day, x.indicator, x.class, count(*)::int as n from (${join(parts, ' union all ')}) x join area a on a.id = x.community_id group by a.area_path, x.day, x.indicator, x.class`
}

/** Counts by community and day, of nobody in particular. */
export async function keepStatistics(db: Sql, eventId: string, areaPath: string): Promise<void> {
  await db.run(sql`delete from event_statistic where event_id = ${eventId}`)
  await db.run(sql`insert into event_statistic (event_id, area_path, day, indicator, class, n) select ${eventId}::uuid, c.* from (${counts(areaPath)}) c`)
}

/** How many figures would stay. */
export const statisticsToKeep = async (db: Sql, areaPath: string): Promise<number> => (await db.get<{ n: number }>(sql`select count(*)::int as n from (${counts(areaPath)}) c`)).n
export const statisticsKept = async (db: Sql, eventId: string): Promise<number> => (await db.get<{ n: number }>(sql`select count(*)::int as n from event_statistic where event_id = ${eventId}`)).n
