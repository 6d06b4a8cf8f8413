import sql, { join, type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Conditions } from '../contract.ts'

/** The birthday so many years ago. */
const yearsBefore = (day: Day, years: number): Day => { const at = `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`; return at.endsWith('-02-29') ? `${at.slice(0, 5)}02-28` : at }

const fits = ({ ageFrom, ageTo, sex, residency, careGroups, managed }: Conditions, { lo, hi }: Scope, today: Day): Fragment => join([
  sql`p.area_path >= ${lo} and p.area_path < ${hi} and p.state = 'present'`,
  ...(ageFrom === undefined ? [] : [sql`p.birth_on <= ${yearsBefore(today, ageFrom)}::date`]),
  ...(ageTo === undefined ? [] : [sql`p.birth_on > ${yearsBefore(today, ageTo + 1)}::date`]),
  ...(sex ? [sql`p.sex = ${sex}`] : []), ...(residency ? [sql`p.residency = ${residency}`] : []),
  // The index of those who are helped leads; every one of the groups named is asked for.
  ...(careGroups && careGroups.length > 0 ? [sql`p.care_groups <> '{}' and p.care_groups @> ${[...careGroups]}::text[]`] : []),
  ...(managed ? [sql`exists (select from episode e where e.person_id = p.id and e.state = 'active' ${managed === 'any' ? sql`` : sql`and e.measure = ${managed}`})`] : []),
], ' and ')

export const countFitting = async (db: Sql, c: Conditions, scope: Scope, today: Day): Promise<number> =>
  (await db.get<{ n: number }>(sql`select count(*)::int as n from person p where ${fits(c, scope, today)}`)).n
/** Door by door, as somebody walks. */
export const fittingIds = async (db: Sql, c: Conditions, scope: Scope, today: Day, most: number): Promise<string[]> => (await db.rows<{ id: string }>(sql`
  select p.id from person p left join household h on h.id = p.household_id where ${fits(c, scope, today)} order by p.area_path, coalesce(h.walk_key, ''), p.household_id, p.birth_on nulls last, p.id limit ${most}`)).map((row) => row.id)

export interface KnownRow { personId: string; name: string; documentIndex: string | null; phoneIndex: string | null; building: string; unit: string; room: string; address: string; areaPath: string; birthOn: Day | null; sex: string; documentMasked: string | null }
/** Whom lines of a sheet may mean: by identity number or by name, of this territory only. In two steps, so that the indexes lead. */
export async function likely(db: Sql, scope: Scope, documentIndexes: readonly string[], names: readonly string[], pointedAt: readonly string[]): Promise<KnownRow[]> {
  const { lo, hi } = scope
  const ids = await db.rows<{ id: string }>(sql`
    select id from person where document_index = any(${[...documentIndexes]}::text[]) and area_path >= ${lo} and area_path < ${hi} and state = 'present'
    union select id from person where name = any(${[...names]}::text[]) and area_path >= ${lo} and area_path < ${hi} and state = 'present'
    union select id from person where id = any(${[...pointedAt]}::uuid[]) and area_path >= ${lo} and area_path < ${hi} and state = 'present'`)
  if (ids.length === 0) return []
  return db.rows(sql`
    select p.id as "personId", p.name, p.document_index as "documentIndex", p.phone_index as "phoneIndex", coalesce(h.building, '') as building, coalesce(h.unit, '') as unit, coalesce(h.room, '') as room,
      coalesce(h.address, '') as address, p.area_path as "areaPath", p.birth_on as "birthOn", p.sex, p.document_masked as "documentMasked"
    from person p left join household h on h.id = p.household_id where p.id = any(${ids.map((row) => row.id)}::uuid[]) order by p.name, p.area_path, p.id`)
}

export interface FactRow {
  id: string; name: string; sex: string; birthOn: Day | null; documentKind: string; documentSealed: string | null; documentMasked: string | null; phoneSealed: string | null; phoneMasked: string | null; nation: string | null; nationality: string
  relation: string | null; residency: string; careGroups: string[]; registeredAddress: string | null; workplace: string | null; note: string | null; confirmed: string[]; areaPath: string; building: string | null; unit: string | null; room: string | null; door: string | null
  householder: string | null; householdSize: number | null; plates: string | null; measure: string | null; startsOn: Day | null; endsOn: Day | null; anchorOn: Day | null; origin: string | null; arrivedOn: Day | null; temperature: number | null; takenAt: Instant | null
}
/** 一批人的事实: everything a form asks of them, in one statement; what it does not ask is not read. */
export const factsOf = (db: Sql, ids: readonly string[], needs: ReadonlySet<string>): Promise<FactRow[]> => {
  const [home, cars, control, readings] = [needs.has('household'), needs.has('plates'), needs.has('control') || needs.has('readings'), needs.has('readings')]
  return db.rows<FactRow>(sql`
    select p.id, p.name, p.sex, p.birth_on as "birthOn", p.document_kind as "documentKind", p.document_sealed as "documentSealed", p.document_masked as "documentMasked", p.phone_sealed as "phoneSealed", p.phone_masked as "phoneMasked",
      p.nation, p.nationality, p.relation, p.residency, p.care_groups as "careGroups", p.registered_address as "registeredAddress", p.workplace, p.note, p.confirmed, p.area_path as "areaPath", h.building, h.unit, h.room, h.address as door,
      ${home ? sql`hp.name` : sql`null`} as householder, ${home ? sql`m.n` : sql`null::int`} as "householdSize", ${cars ? sql`v.plates` : sql`null`} as plates,
      ${control ? sql`e.measure` : sql`null`} as measure, ${control ? sql`e.starts_on` : sql`null::date`} as "startsOn", ${control ? sql`e.ends_on` : sql`null::date`} as "endsOn", ${control ? sql`e.anchor_on` : sql`null::date`} as "anchorOn",
      ${control ? sql`s.origin_name` : sql`null`} as origin, ${control ? sql`s.arrived_on` : sql`null::date`} as "arrivedOn", ${readings ? sql`k.temperature` : sql`null::numeric`} as temperature, ${readings ? sql`k.taken_at` : sql`null::timestamptz`} as "takenAt"
    from unnest(${[...ids]}::uuid[]) x (id) join person p on p.id = x.id left join household h on h.id = p.household_id
    ${home ? sql`left join person hp on hp.id = h.householder_id left join (select household_id, count(*)::int as n from person where household_id in (select household_id from person where id = any(${[...ids]}::uuid[])) and state = 'present' group by 1) m on m.household_id = p.household_id` : sql``}
    ${cars ? sql`left join (select household_id, string_agg(plate, '、' order by plate) as plates from vehicle where household_id in (select household_id from person where id = any(${[...ids]}::uuid[])) group by 1) v on v.household_id = p.household_id` : sql``}
    ${control ? sql`left join episode e on e.person_id = p.id and e.state = 'active' left join screening s on s.id = e.screening_id` : sql``}
    ${readings ? sql`left join lateral (select c.temperature, c.taken_at from health_check c where c.episode_id = e.id and c.temperature is not null and not c.device_error order by c.taken_at desc limit 1) k on true` : sql``}`)
}
