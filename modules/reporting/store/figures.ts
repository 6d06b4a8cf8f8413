import sql, { join, type Sql as Statement } from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import { firstOf } from '../../../kernel/first-of.ts'
import type { Cell, IndicatorId, Unit } from '../contract.ts'
import { cumulative, measureThen, sourceOf, standing, touched, within, type Span } from './sources.ts'

interface ClassFigures { unit: Unit; originClass: string | null; opening: number; opened: number; released: number; movedOut: number; managed: number }

/** Compounds and village groups, as ranges of paths. */
export const settlementsOf = (span: Span): Statement => sql`(
  select a.level, a.name, a.area_path as lo, a.area_end as hi from area a
  where ${within(span, sql`a`)} and a.level in ('compound', 'villageGroup'))`

/** The table by class: every person and every household once per class, and once in the sum, whatever their classes. */
async function byClass(db: Sql, span: Span): Promise<Cell[]> {
  const rows = await db.rows<ClassFigures>(sql`
    select unit, origin_class as "originClass", count(*) filter (where opening)::int as opening, count(*) filter (where not opening)::int as opened,
      count(*) filter (where not managed and last_state = 'released')::int as released, count(*) filter (where not managed and last_state <> 'released')::int as "movedOut",
      count(*) filter (where managed)::int as managed
    from (
      select u.unit, u.id, e.origin_class, grouping(e.origin_class) as whole, ${standing(span)}
      from (select e.* from ${touched(span)}) e
      cross join lateral (values ('persons', e.person_id), ('households', coalesce(e.household_id, e.person_id))) u (unit, id)
      group by grouping sets ((u.unit, u.id, e.origin_class), (u.unit, u.id))) g
    group by unit, origin_class, whole`)
  const all = await db.rows<{ unit: Unit; originClass: string | null; n: number }>(sql`
    select u.unit, e.origin_class as "originClass", count(distinct u.id)::int as n from (${cumulative(span)}) e
    cross join lateral (values ('persons', e.person_id), ('households', coalesce(e.household_id, e.person_id))) u (unit, id)
    group by grouping sets ((u.unit, e.origin_class), (u.unit))`)
  const classes = [...new Set([null, ...rows.map((r) => r.originClass), ...all.map((r) => r.originClass)])]
  return classes.flatMap((originClass) => {
    const of = (unit: Unit) => rows.find((r) => r.unit === unit && r.originClass === originClass)
    const total = (unit: Unit) => all.find((r) => r.unit === unit && r.originClass === originClass)?.n ?? 0
    const columns = (['opening', 'opened', 'released', 'movedOut', 'managed'] as const).map((indicator): Cell => ({
      indicator, originClass, households: of('households')?.[indicator] ?? 0, persons: of('persons')?.[indicator] ?? 0,
    }))
    return [{ indicator: 'cumulative' as const, originClass, households: total('households'), persons: total('persons') }, ...columns]
  })
}

/** Households and persons of the area from the maintained counters, never by counting the register. */
async function registered(db: Sql, span: Span): Promise<Cell[]> {
  const rows = await db.rows<{ subject: string; level: string | null; n: number }>(sql`
    select t.subject, st.level, sum(t.n)::int as n
    from tally t left join ${settlementsOf(span)} st on t.area_path >= st.lo and t.area_path < st.hi
    where ${within(span, sql`t`)} and t.subject in ('person', 'household') and t.state = 'present' group by 1, 2`)
  const of = (subject: string, level?: string | null) => rows.filter((r) => r.subject === subject && (level === undefined || r.level === level)).reduce((sum, r) => sum + r.n, 0)
  const cell = (indicator: IndicatorId, level?: string | null): Cell => ({ indicator, originClass: null, households: of('household', level), persons: of('person', level) })
  return [cell('total'), cell('compounds', 'compound'), cell('villageGroups', 'villageGroup'), cell('elsewhere', null)]
}

const PAIRS = ['screened', 'central', 'home', 'monitoring', 'closeContacts'] as const
const SINGLES = ['fever', 'sentToHospital', 'leadsOpen', 'leadsClosed', 'toVerify', 'handedOver', 'checksDue', 'checksDone', 'migrantWork', 'resumed', 'notResumed', 'disinfections', 'disinfectedArea', 'suppliesShort', 'publicityTimes'] as const

/** Of an area what its rows measure together, else how many they are. */
const size = (id: IndicatorId): Statement => (id === 'disinfectedArea' ? sql`coalesce(sum(x.persons), 0)::int` : sql`count(*)::int`)

/** The rest, counted over the very rows their lists show, in one statement. */
async function counted(db: Sql, span: Span): Promise<Cell[]> {
  const wanted = [...PAIRS.flatMap((id) => [{ id, unit: 'persons' as const }, { id, unit: 'households' as const }]), ...SINGLES.map((id) => ({ id, unit: 'persons' as const }))]
  const rows = await db.rows<{ i: number; n: number }>(join(wanted.map(({ id, unit }, i) =>
    sql`select ${i}::int as i, ${size(id)} as n from (${sourceOf(id, unit, undefined, span, settlementsOf(span))}) x`), ' union all '))
  const of = (id: string, unit: Unit) => rows.find((r) => r.i === wanted.findIndex((w) => w.id === id && w.unit === unit))?.n ?? 0
  return [
    ...PAIRS.map((indicator): Cell => ({ indicator, originClass: null, households: of(indicator, 'households'), persons: of(indicator, 'persons') })),
    ...SINGLES.map((indicator): Cell => ({ indicator, originClass: null, households: null, persons: of(indicator, 'persons') })),
  ]
}

export const figuresOf = async (db: Sql, span: Span): Promise<Cell[]> => [...(await registered(db, span)), ...(await byClass(db, span)), ...(await counted(db, span))]

/** 管理方式: how the people of each class are managed, most of them first. */
export const measuresByClass = (db: Sql, span: Span): Promise<{ originClass: string; measure: string }[]> => db.rows(sql`
  select e.origin_class as "originClass", ${measureThen(span)} as measure
  from ${touched(span)} and (e.closed_at is null or e.closed_at > ${span.asOf}) group by 1, 2 order by count(*) desc, 2`)

export interface LineRow {
  key: string; personId: string | null; householdId: string | null; episodeId: string | null; name: string | null; sex: string | null; birthOn: string | null
  phoneMasked: string | null; address: string | null; persons: number; at: string | null; tag: string | null; anchorOn: string | null; endsOn: string | null
}

export interface Wanted { indicator: IndicatorId; unit: Unit; originClass: string | undefined; after: string | undefined; limit: number }

/** All of the area first, then the page: in the order of the ids the planner would look for a community’s people through the whole district. */
export async function listBehind(db: Sql, span: Span, w: Wanted): Promise<{ total: number; rows: LineRow[] }> {
  const source = sourceOf(w.indicator, w.unit, w.originClass, span, settlementsOf(span))
  const { n } = await db.get<{ n: number }>(sql`select ${size(w.indicator)} as n from (${source}) x`)
  const rows = await db.rows<LineRow>(sql`
    with s as materialized (${source}), x as materialized (select * from s ${w.after ? sql`where s.unit_id > ${w.after}::uuid` : sql``} order by s.unit_id limit ${w.limit + 1})
    select x.unit_id as key, x.person_id as "personId", coalesce(x.household_id, p.household_id) as "householdId", x.episode_id as "episodeId", coalesce(p.name, x.name) as name, p.sex,
      p.birth_on as "birthOn", p.phone_masked as "phoneMasked", coalesce(parent.name, '') || coalesce(a.name, '') || coalesce(h.address, b.address, '') as address, x.persons, x.at, x.tag,
      e.anchor_on as "anchorOn", e.ends_on as "endsOn"
    from x
    left join household h0 on h0.id = x.household_id
    left join person p on p.id = ${firstOf(sql`x.person_id`, sql`h0.householder_id`)}
    left join household h on h.id = ${firstOf(sql`x.household_id`, sql`p.household_id`)}
    left join business b on b.id = x.unit_id
    left join disinfection_done dd on dd.id = x.unit_id
    left join supply_item si on si.id = x.unit_id
    left join publicity_record pr on pr.id = x.unit_id
    left join area a on a.id = ${firstOf(sql`h.area_id`, sql`p.area_id`, sql`b.area_id`, sql`dd.area_id`, sql`si.area_id`, sql`pr.area_id`)} left join area parent on parent.id = a.parent_id and a.level in ('grid', 'building', 'unit')
    left join episode e on e.id = x.episode_id
    order by x.unit_id`)
  return { total: n, rows }
}
