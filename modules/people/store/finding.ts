import sql from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Vehicle } from '../contract.ts'
import { rowColumns, rowJoins, type PersonListRow } from './lists.ts'

export interface AskedPeople { name: string; pinyin: string; tail: string; documentIndex: string; phoneIndex: string }
export const findPeopleIds = (db: Sql, asked: AskedPeople, state: string, most: number): Promise<{ id: string; matched: string }[]> =>
  db.rows(sql`select id, matched from find_people(${JSON.stringify(asked)}::jsonb, ${state}, ${most})`)

/** In the order of the ids. */
export const rowsById = (db: Sql, ids: readonly string[]): Promise<PersonListRow[]> => db.rows<PersonListRow>(sql`
  with p as materialized (select p.*, o.no from unnest(${[...ids]}::uuid[]) with ordinality o (id, no) join person p on p.id = o.id)
  select ${rowColumns} from p ${rowJoins} order by p.no`)

export interface SealedRow { id: string; documentSealed: string | null; phoneSealed: string | null }
export const sealedById = (db: Sql, ids: readonly string[]): Promise<SealedRow[]> => db.rows<SealedRow>(sql`
  select id, document_sealed as "documentSealed", phone_sealed as "phoneSealed" from person where id = any(${[...ids]}::uuid[])`)

export const findHouseholdIds = async (db: Sql, door: { starts: string; ends: string }, places: readonly Scope[], most: number): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select id from find_households(${door.starts}, ${door.ends}, ${places.map((p) => p.lo)}::text[], ${places.map((p) => p.hi)}::text[], ${most})`)).map((row) => row.id)

export interface FoundHousehold { id: string; address: string; door: string; householder: string | null; members: number }
export const householdsById = (db: Sql, ids: readonly string[]): Promise<FoundHousehold[]> => db.rows<FoundHousehold>(sql`
  select h.id, coalesce(parent.name, '') || a.name as address, h.address as door, p.name as householder,
         (select count(*) from person m where m.household_id = h.id and m.state = 'present') as members
  from unnest(${[...ids]}::uuid[]) with ordinality o (id, no) join household h on h.id = o.id join area a on a.id = h.area_id
  left join area parent on parent.id = a.parent_id and a.level in ('grid', 'building', 'unit') left join person p on p.id = h.householder_id
  order by o.no`)

export const membersOf = async (db: Sql, householdIds: readonly string[], state: string): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select id from person where household_id = any(${[...householdIds]}::uuid[]) and state = ${state}`)).map((row) => row.id)

export interface FoundVehicle { id: string; plate: string; kind: Vehicle['kind']; householdId: string; owner: string | null; address: string }
/** In two steps: of what a function gives the planner knows nothing, and would walk the territory to join it. Two joins for the owner: one by `coalesce` reads everybody under row security. */
export async function findVehicles(db: Sql, typed: string, most: number): Promise<FoundVehicle[]> {
  const ids = (await db.rows<{ id: string }>(sql`select id from find_vehicles(${typed}, ${most})`)).map((row) => row.id)
  if (ids.length === 0) return []
  return db.rows<FoundVehicle>(sql`
    select v.id, v.plate, v.kind, v.household_id as "householdId", case when v.person_id is not null then p.name else head.name end as owner, coalesce(parent.name, '') || a.name || h.address as address
    from vehicle v join household h on h.id = v.household_id join area a on a.id = h.area_id
    left join area parent on parent.id = a.parent_id and a.level in ('grid', 'building', 'unit') left join person p on p.id = v.person_id left join person head on head.id = h.householder_id
    where v.id = any(${ids}::uuid[]) order by v.plate`)
}
