import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { TellingFigures, TellingPlace } from '../contract.ts'

/** How far each of these was passed on, over the settlements of the caller's territory (`announcement_places`, migration 0172). */
export const tellingOf = async (db: Sql, ids: readonly string[]): Promise<Map<string, TellingFigures>> =>
  new Map((await db.rows<TellingFigures & { id: string }>(sql`
    select t.announcement_id as id, count(*)::int as places, (count(*) filter (where t.told))::int as told, sum(t.households)::int as households, sum(t.covered)::int as covered
    from announcement_places(${[...ids]}::uuid[]) t group by 1`)).map(({ id, ...figures }) => [id, figures]))

/** Not told first, then the largest: above the communities each of these, within one each settlement. */
export const placesOf = (db: Sql, id: string, above: boolean, limit: number): Promise<TellingPlace[]> => db.rows(sql`
  select g.id as "areaId", g.name, count(*)::int as places, (count(*) filter (where t.told))::int as told, sum(t.households)::int as households, sum(t.covered)::int as covered, max(t.last_at) as "lastAt", (array_agg(t.last_way order by t.last_at desc nulls last))[1] as "lastWay"
  from announcement_places(array[${id}::uuid]) t join area g on g.id = ${above ? sql`community_of(t.area_path)` : sql`t.area_id`}
  group by g.id, g.name, g.area_path order by count(*) filter (where t.told) = count(*), sum(t.households) desc, g.area_path limit ${limit}`)

/** 随身: each settlement of the duty, told or not. */
export const placesCarried = (db: Sql, ids: readonly string[], limit: number): Promise<{ id: string; areaId: string; name: string; told: boolean }[]> => db.rows(sql`
  select t.announcement_id as id, t.area_id as "areaId", t.name, t.told from announcement_places(${[...ids]}::uuid[]) t order by t.announcement_id, t.told, t.area_path limit ${limit}`)
