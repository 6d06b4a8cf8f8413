import sql, { join, raw, type Sql as Statement } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import { careGroups, type CareGroup } from '../contract.ts'

export const rowColumns = sql`p.id, p.name, p.sex, p.birth_on as "birthOn", p.document_masked as "documentMasked", p.phone_masked as "phoneMasked",
  p.household_id as "householdId", p.area_id as "areaId", coalesce(parent.name, '') || a.name || coalesce(h.address, '') as address, p.relation, p.residency,
  p.care_groups as "careGroups", p.state, e.measure, p.area_path as "areaPath"`
/** Address as people say it: a grid is named after its compound. */
export const rowJoins = sql`join area a on a.id = p.area_id
  left join area parent on parent.id = a.parent_id and a.level in ('grid', 'building', 'unit')
  left join household h on h.id = p.household_id
  left join episode e on e.person_id = p.id and e.state = 'active'`

export interface PersonListRow {
  id: string; name: string; sex: string; birthOn: string | null; documentMasked: string | null; phoneMasked: string | null; householdId: string | null
  areaId: string; address: string; relation: string | null; residency: string; careGroups: string[]; state: string; measure: string | null; areaPath: string
}

export interface ListFilter {
  range?: Scope | undefined
  /** Only these: what was found by free text. */
  ids?: readonly string[] | undefined
  careGroup?: string | undefined
  anyCare?: boolean | undefined
  residency?: string | undefined
  state: string
  order: { by: PeopleOrder; desc: boolean }
  after?: PageKey | undefined
  limit: number
}

export type PeopleOrder = 'address' | 'name' | 'age'

/** By door and by name an index leads; by age everybody in question is sorted. Who has no birth date comes last. */
function walkBy({ by, desc }: { by: PeopleOrder; desc: boolean }): Walk {
  if (by === 'address') return { by: [sql`p.area_path`, sql`p.household_id`, sql`p.id`], desc }
  if (by === 'name') return { by: [sql`p.name_pinyin`, sql`p.area_path`, sql`p.id`], desc }
  // The youngest have the latest birth date.
  return { by: [sql`coalesce(p.birth_on, ${desc ? '9999-12-31' : '0001-01-01'}::date)`, sql`p.id`], desc: !desc }
}

export function listRows(db: Sql, f: ListFilter): Promise<(PersonListRow & { walkKey: PageKey })[]> {
  const walk = walkBy(f.order)
  const conditions: Statement[] = [
    sql`p.state = ${f.state}`,
    ...(f.state === 'present' ? [] : [sql`p.state <> 'present'`]),
    ...(f.ids ? [sql`p.id = any(${[...f.ids]}::uuid[])`] : []),
    ...(f.range ? [sql`p.area_path >= ${f.range.lo} and p.area_path < ${f.range.hi}`] : []),
    ...(f.careGroup ? [sql`p.care_groups <> '{}' and ${f.careGroup} = any(p.care_groups)`] : []),
    ...(f.anyCare ? [sql`p.care_groups <> '{}'`] : []),
    ...(f.residency ? [sql`p.residency = ${f.residency}`] : []),
    ...beyond(walk, f.after),
  ]
  return db.rows(sql`
    with p as materialized (
      select p.* from person p where ${join(conditions, ' and ')} order by ${inOrder(walk)} limit ${f.limit + 1})
    select ${rowColumns}, ${keyIn(walk)} as "walkKey" from p ${rowJoins} order by ${inOrder(walk)}`)
}

export const countsOf = (db: Sql, range: Scope): Promise<{ subject: string; state: string; n: number }[]> => db.rows(sql`
  select subject, state, sum(n)::bigint as n from tally
  where subject in ('person', 'household') and area_path >= ${range.lo} and area_path < ${range.hi} group by 1, 2`)

export const groupsOf = (db: Sql, range: Scope): Promise<{ care: number; registeredAway: number; visitor: number; returnee: number }> => db.get(sql`
  select count(*) filter (where care_groups <> '{}') as care, count(*) filter (where residency = 'registeredAway') as "registeredAway",
         count(*) filter (where residency = 'visitor') as visitor, count(*) filter (where residency = 'returnee') as returnee
  from person where state = 'present' and area_path >= ${range.lo} and area_path < ${range.hi}`)

export type AreaGroups = { areaId: string } & Record<'male' | 'female' | 'over60' | 'over80' | 'minors' | 'registeredAway' | 'visitor' | 'returnee' | CareGroup, number>
/** 年龄、性别、关爱、居住类别 of several areas at once, each with everything below it. */
export const groupsByArea = (db: Sql, areaIds: readonly string[], today: string): Promise<AreaGroups[]> => {
  const born = (years: number) => sql`p.birth_on <= (${today}::date - make_interval(years => ${years}))::date`
  const care = join(careGroups.map((group) => sql`count(p.id) filter (where ${group} = any(p.care_groups))::int as ${raw(`"${group}"`)}`))
  return db.rows(sql`
    select a.id as "areaId", count(p.id) filter (where p.sex = '1')::int as male, count(p.id) filter (where p.sex = '2')::int as female, count(p.id) filter (where ${born(60)})::int as over60, count(p.id) filter (where ${born(80)})::int as over80,
      count(p.id) filter (where not ${born(18)})::int as minors, ${care},
      count(p.id) filter (where p.residency = 'registeredAway')::int as "registeredAway", count(p.id) filter (where p.residency = 'visitor')::int as visitor, count(p.id) filter (where p.residency = 'returnee')::int as returnee
    from area a left join person p on p.area_path >= a.area_path and p.area_path < a.area_end and p.state = 'present' where a.id = any(${[...areaIds]}::uuid[]) group by a.id`)
}
