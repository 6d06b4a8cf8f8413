import sql, { type Sql as Part } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day } from '../../../kernel/dates.ts'
import type { Level } from '../../territory/contract.ts'
import type { DutyRole } from '../contract.ts'

/** An area with the duty that must be filled there, and whether it is. */
export interface DutyNode {
  areaId: string
  parentId: string | null
  areaPath: string
  level: Level
  name: string
  fullName: string
  households: number
  persons: number
  hasChildren: boolean
  gap: 'nobody' | 'gone' | null
  gapRole: DutyRole | null
  gapsBelow: number
}
/** Which duty must be filled at which level. */
export interface Need { levels: readonly string[]; roles: readonly string[] }

const inForce = (today: Day): Part => sql`d.ended_at is null and d.starts_on <= ${today} and (d.ends_on is null or d.ends_on >= ${today})`
const works = sql`(d.account_id is null or exists (select from account ac where ac.id = d.account_id and ac.state = 'active' and ac.role is not null))`
const filled = (area: Part, today: Day): Part => sql`exists (select from duty_assignment d where d.area_id = ${area}.id and d.duty_role = need.duty_role and ${inForce(today)} and ${works})`
const needs = (need: Need): Part => sql`need as (select * from unnest(${[...need.levels]}::text[], ${[...need.roles]}::text[]) as n(level, duty_role))`

const node = (today: Day, where: Part, tail: Part): Part => sql`
  select a.id as "areaId", a.parent_id as "parentId", a.area_path as "areaPath", a.level, a.name, a.full_name as "fullName",
    coalesce(t.households, 0)::int as households, coalesce(t.persons, 0)::int as persons, exists (select from area k where k.parent_id = a.id and k.state = 'open') as "hasChildren",
    case when need.duty_role is null or ${filled(sql`a`, today)} then null
      when exists (select from duty_assignment d where d.area_id = a.id and d.duty_role = need.duty_role and ${inForce(today)}) then 'gone' else 'nobody' end as gap,
    need.duty_role as "gapRole",
    (select count(*) from area k join need on need.level = k.level where k.area_path > a.area_path and k.area_path < a.area_end and k.state = 'open' and not ${filled(sql`k`, today)})::int as "gapsBelow"
  from area a left join need on need.level = a.level
  left join lateral (select sum(n) filter (where subject = 'household') as households, sum(n) filter (where subject = 'person') as persons
    from tally where area_path >= a.area_path and area_path < a.area_end and subject in ('household', 'person') and state = 'present') t on true
  where ${where} ${tail}`

/** More below one area nobody can read on one page. */
const MOST = 2000
export const listNodes = (db: Sql, need: Need, today: Day, parentId: string | undefined, ownPath: string): Promise<DutyNode[]> => db.rows<DutyNode>(sql`
  with ${needs(need)} ${node(today, parentId === undefined ? sql`a.area_path = ${ownPath}` : sql`a.parent_id = ${parentId} and a.state = 'open'`, sql`order by a.sort, a.name, a.id limit ${MOST}`)}`)

export const getNode = (db: Sql, need: Need, today: Day, areaId: string): Promise<DutyNode> => db.get<DutyNode>(sql`with ${needs(need)} ${node(today, sql`a.id = ${areaId}`, sql``)}`)

/** Open areas nobody answers for, in the order of the tree. */
export const gapNodes = (db: Sql, need: Need, today: Day, after: string | undefined, limit: number): Promise<DutyNode[]> => db.rows<DutyNode>(sql`
  with ${needs(need)} ${node(today, sql`need.duty_role is not null and a.state = 'open' and a.area_path > ${after ?? ''} and not ${filled(sql`a`, today)}`, sql`order by a.area_path limit ${limit + 1}`)}`)

export const countGaps = async (db: Sql, need: Need, today: Day, range: Scope): Promise<number> => (await db.get<{ n: number }>(sql`
  with ${needs(need)} select count(*)::int as n from area a join need on need.level = a.level
  where a.state = 'open' and a.area_path >= ${range.lo} and a.area_path < ${range.hi} and not ${filled(sql`a`, today)}`)).n

export interface BaseHolder { accountId: string | null; name: string; dutyRole: DutyRole; areaId: string; areaName: string; areaPath: string; households: number }

/**
 * Who answers for the doors themselves: the grid workers of grids, and the keepers of compounds and village groups without grids;
 * an area with two of them counts half for each.
 */
export const baseHolders = (db: Sql, range: Scope, today: Day): Promise<BaseHolder[]> => db.rows<BaseHolder>(sql`
  with base as (
    select a.id, a.area_path, a.area_end, case when a.level = 'grid' and up.level in ('compound', 'villageGroup') then up.name || a.name else a.name end as name,
      case a.level when 'grid' then 'gridWorker' else 'compoundKeeper' end as duty_role
    from area a left join area up on up.id = a.parent_id
    where a.state = 'open' and a.area_path >= ${range.lo} and a.area_path < ${range.hi}
      and (a.level = 'grid' or (a.level in ('compound', 'villageGroup') and not exists (select from area g where g.parent_id = a.id and g.level = 'grid' and g.state = 'open')))),
  held as (
    select b.*, d.account_id, d.holder_name, count(*) over (partition by b.id) as sharing from base b
    join duty_assignment d on d.area_id = b.id and d.duty_role = b.duty_role and ${inForce(today)} and ${works})
  select h.account_id as "accountId", h.holder_name as name, h.duty_role as "dutyRole", h.id as "areaId", h.name as "areaName", h.area_path as "areaPath",
    round(coalesce((select sum(n) from tally t where t.area_path >= h.area_path and t.area_path < h.area_end and t.subject = 'household' and t.state = 'present'), 0) / h.sharing)::int as households
  from held h order by h.area_path`)

/** Persons who work in a range: supervisors, keepers and grid workers, each counted once; and leaders attached there. */
export const countWorkers = (db: Sql, range: Scope, today: Day) => db.get<{ workers: number; leaders: number }>(sql`
  select count(distinct coalesce(d.account_id::text, d.holder_name)) filter (where d.duty_role in ('communitySupervisor', 'compoundKeeper', 'gridWorker'))::int as workers,
    count(distinct coalesce(d.account_id::text, d.holder_name)) filter (where d.duty_role = 'leader')::int as leaders
  from duty_assignment d where d.area_path >= ${range.lo} and d.area_path < ${range.hi} and ${inForce(today)} and ${works}`)

/** Areas above one and itself that the caller may see, from the top. */
export const visibleAbove = (db: Sql, areaPath: string) => db.rows<{ areaId: string; name: string; level: Level }>(sql`
  select a.id as "areaId", a.name, a.level from area a where a.no = any(area_numbers(${areaPath})) order by length(a.area_path)`)

export const householdsIn = (db: Sql, range: Scope) => db.get<{ households: number; persons: number }>(sql`
  select coalesce(sum(n) filter (where subject = 'household'), 0)::int as households, coalesce(sum(n) filter (where subject = 'person'), 0)::int as persons
  from tally where area_path >= ${range.lo} and area_path < ${range.hi} and subject in ('household', 'person') and state = 'present'`)

export const anybodyAssigned = async (db: Sql, range: Scope): Promise<boolean> =>
  (await db.find(sql`select 1 from duty_assignment where area_path >= ${range.lo} and area_path < ${range.hi} and not undone limit 1`)) !== undefined
