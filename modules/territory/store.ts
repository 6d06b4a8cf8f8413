import sql, { empty, join, type Sql as Part } from 'sql-template-tag'
import type { Sql } from '../../kernel/ctx.ts'
import type { Day, Instant } from '../../kernel/dates.ts'
import type { Level } from './contract.ts'
import type { AreaChange, AreaNode, AreaRow } from './tables.ts'

export * from './store/moves.ts'

const columns = sql`
  a.id, a.parent_id as "parentId", a.area_path as "areaPath", a.level, a.name, a.full_name as "fullName", a.code, a.state,
  a.office_phone as "officePhone", a.opened_on as "openedOn", a.closed_on as "closedOn"`

// Sums of the maintained counters over the range of each area; no row of a person is counted here.
const counted = sql`
  ${columns}, coalesce(t.households, 0) as households, coalesce(t.persons, 0) as persons,
  exists (select from area k where k.parent_id = a.id and k.state = 'open') as "hasChildren"
  from area a left join lateral (
    select sum(n) filter (where subject = 'household') as households, sum(n) filter (where subject = 'person') as persons
    from tally where area_path >= a.area_path and area_path < a.area_end
      and subject in ('household', 'person') and state = 'present') t on true`

export const getArea = (db: Sql, areaId: string): Promise<AreaRow> =>
  db.get<AreaRow>(sql`select ${columns} from area a where a.id = ${areaId}`)

export const getNode = (db: Sql, areaId: string): Promise<AreaNode> =>
  db.get<AreaNode>(sql`select ${counted} where a.id = ${areaId}`)

/** More than this below one area cannot be read on one page by anybody; the search finds the rest. */
const MOST_CHILDREN = 2000

export const listChildren = (db: Sql, parentId: string, closedToo: boolean): Promise<AreaNode[]> =>
  db.rows<AreaNode>(sql`
    select ${counted} where a.parent_id = ${parentId} ${closedToo ? empty : sql`and a.state = 'open'`}
    order by a.sort, a.name, a.id limit ${MOST_CHILDREN}`)

/** Where a caller's tree begins: the own area, or the areas nobody stands above. */
export const listTops = (db: Sql, areaPath: string | undefined): Promise<AreaNode[]> =>
  db.rows<AreaNode>(sql`
    select ${counted} where ${areaPath === undefined ? sql`a.parent_id is null` : sql`a.area_path = ${areaPath}`}
    order by a.sort, a.name, a.id`)

interface Search { text: string; levels: readonly string[] | undefined; limit: number }

export const searchAreas = (db: Sql, q: Search): Promise<AreaRow[]> =>
  db.rows<AreaRow>(sql`
    select ${columns} from area a
    where a.state = 'open' ${q.levels ? sql`and a.level = any(${[...q.levels]})` : empty}
      and (position(${q.text} in a.full_name) > 0 or starts_with(a.name_pinyin, ${q.text})
           or position(${` ${q.text}`} in a.name_pinyin) > 0 or starts_with(coalesce(a.code, ''), ${q.text}))
    order by (a.name = ${q.text}) desc, starts_with(a.name, ${q.text}) desc, length(a.area_path), a.sort, a.name
    limit ${q.limit}`)

export const areasCalled = (db: Sql, names: readonly string[]): Promise<AreaRow[]> =>
  db.rows<AreaRow>(sql`select ${columns} from area a where a.state = 'open' and (a.full_name = any(${[...names]}) or a.name = any(${[...names]}))`)

export const widestAreas = (db: Sql, most: number): Promise<{ fullName: string }[]> =>
  db.rows(sql`select full_name as "fullName" from area where state = 'open' and level <> 'unit' order by length(area_path), area_path limit ${most}`)

export const gridsOutside = (
  db: Sql, q: { from: number; to: number; after: (string | number | null)[] | undefined; limit: number },
): Promise<AreaNode[]> =>
  db.rows<AreaNode>(sql`
    select ${counted} where a.level = 'grid' and a.state = 'open' and t.households > 0
      and (t.households < ${q.from} or t.households > ${q.to})
      ${q.after ? sql`and a.area_path > ${q.after[0]}` : empty}
    order by a.area_path limit ${q.limit + 1}`)

export const areasAbove = (db: Sql, areaPath: string) =>
  db.rows<{ id: string; level: AreaRow['level']; name: string; code: string | null; areaPath: string }>(sql`
    select id, level, name, code, area_path as "areaPath" from area_above(${areaPath}) order by length(area_path)`)

export const communityOf = (db: Sql, areaPath: string) =>
  db.get<{ id: string; name: string; fullName: string; areaPath: string; level: Level }>(sql`
    select id, name, full_name as "fullName", area_path as "areaPath", level from area_above(${areaPath})
    where id = community_of(${areaPath})`)

export const communitiesNearby = (db: Sql, areaPath: string) =>
  db.rows<{ id: string; name: string; fullName: string; areaPath: string }>(sql`
    select id, name, full_name as "fullName", area_path as "areaPath" from communities_nearby(${areaPath})`)

export const nextNumber = async (db: Sql): Promise<number> =>
  (await db.get<{ no: number }>(sql`select nextval(pg_get_serial_sequence('area', 'no')) as no`)).no

export interface NewArea {
  id: string
  no: number
  parentId: string | null
  areaPath: string
  level: string
  name: string
  fullName: string
  namePinyin: string
  code: string | null
  officePhone: string | null
  sort: number
  openedOn: Day
}

export const insertArea = (db: Sql, a: NewArea): Promise<number> =>
  db.run(sql`
    insert into area (id, no, parent_id, area_path, level, name, full_name, name_pinyin, code, office_phone, sort, opened_on)
    overriding system value
    values (${a.id}, ${a.no}, ${a.parentId}, ${a.areaPath}, ${a.level}, ${a.name}, ${a.fullName}, ${a.namePinyin},
            ${a.code}, ${a.officePhone}, ${a.sort}, ${a.openedOn})`)

export const findSibling = (db: Sql, parentId: string, name: string): Promise<{ id: string } | undefined> =>
  db.find<{ id: string }>(sql`select id from area where parent_id = ${parentId} and name = ${name} and state = 'open' limit 1`)

export const findByCode = (db: Sql, code: string) =>
  db.find<{ id: string; name: string }>(sql`select id, name from area where code = ${code} and state = 'open' limit 1`)

const set = (db: Sql, areaId: string, parts: Part[]): Promise<number> =>
  db.run(sql`update area set ${join(parts)} where id = ${areaId}`)

export const setName = (db: Sql, areaId: string, name: string, namePinyin: string): Promise<number> =>
  set(db, areaId, [sql`name = ${name}`, sql`name_pinyin = ${namePinyin}`])

export const setDetails = (db: Sql, areaId: string, code: string | null, officePhone: string | null): Promise<number> =>
  set(db, areaId, [sql`code = ${code}`, sql`office_phone = ${officePhone}`])

export const setClosed = (db: Sql, areaId: string, closedOn: Day | null): Promise<number> =>
  set(db, areaId, [sql`state = ${closedOn === null ? 'open' : 'closed'}`, sql`closed_on = ${closedOn}`])

export const setParent = (db: Sql, areaId: string, parentId: string): Promise<number> =>
  set(db, areaId, [sql`parent_id = ${parentId}`])

export const insertChange = (db: Sql, c: AreaChange): Promise<number> =>
  db.run(sql`
    insert into area_change (id, area_id, area_path, kind, before, after, order_no, reason, at, account_id, account_name)
    values (${c.id}, ${c.areaId}, ${c.areaPath}, ${c.kind}, ${json(c.before)}::jsonb, ${json(c.after)}::jsonb, ${c.orderNo},
            ${c.reason}, ${c.at}, ${c.accountId}, ${c.accountName})`)
const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

export const areaHistory = (db: Sql, areaId: string) =>
  db.rows<Omit<AreaChange, 'areaId' | 'areaPath' | 'accountId'> & { at: Instant }>(sql`
    select id, kind, before, after, order_no as "orderNo", reason, at, account_name as "accountName"
    from area_change where area_id = ${areaId} order by at desc, id desc`)

export const readSetting = async <T>(db: Sql, key: string): Promise<T | undefined> =>
  (await db.find<{ value: T }>(sql`select value from setting where key = ${key}`))?.value

export const writeSetting = (db: Sql, key: string, value: unknown): Promise<number> =>
  db.run(sql`insert into setting (key, value) values (${key}, ${JSON.stringify(value)}::jsonb)
    on conflict (key) do update set value = excluded.value`)
