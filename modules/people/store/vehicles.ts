import sql from 'sql-template-tag'
import type { Instant } from '../../../kernel/dates.ts'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Vehicle } from '../contract.ts'

const columns = sql`v.id, v.household_id as "householdId", v.person_id as "personId", p.name as "ownerName", v.kind, v.plate, v.description`

export const vehiclesOf = (db: Sql, householdId: string): Promise<Vehicle[]> => db.rows<Vehicle>(sql`
  select ${columns} from vehicle v left join person p on p.id = v.person_id where v.household_id = ${householdId} order by v.plate nulls last, v.id`)

export const getVehicle = (db: Sql, vehicleId: string): Promise<Vehicle & { areaPath: string }> => db.get(sql`
  select ${columns}, v.area_path as "areaPath" from vehicle v left join person p on p.id = v.person_id where v.id = ${vehicleId}`)

export const findPlate = (db: Sql, householdId: string, plate: string): Promise<{ householdId: string; address: string } | undefined> => db.find(sql`
  select v.household_id as "householdId", a.name || h.address as address from vehicle v join household h on h.id = v.household_id join area a on a.id = h.area_id
  where v.plate = ${plate} and v.community_id = (select community_id from household where id = ${householdId})`)

export interface NewVehicle { id: string; householdId: string; personId: string | null; kind: string; plate: string | null; description: string | null; by: string | null; byName: string | null }
export const insertVehicle = (db: Sql, v: NewVehicle, at: Instant): Promise<{ areaPath: string }> => db.get(sql`
  insert into vehicle (id, area_id, area_path, community_id, household_id, person_id, kind, plate, description, created_at, created_by, created_by_name)
  select ${v.id}, h.area_id, h.area_path, h.community_id, h.id, (select id from person where id = ${v.personId} and household_id = h.id), ${v.kind}, ${v.plate}, ${v.description}, ${at}, ${v.by}, ${v.byName}
  from household h where h.id = ${v.householdId} returning area_path as "areaPath"`)

export const deleteVehicle = (db: Sql, vehicleId: string): Promise<number> => db.run(sql`delete from vehicle where id = ${vehicleId}`)

/** A car goes along with the one it belongs to. */
export const takeVehiclesAlong = (db: Sql, personId: string): Promise<number> => db.run(sql`
  update vehicle v set household_id = p.household_id, area_id = p.area_id, area_path = p.area_path, community_id = p.community_id
  from person p where p.id = ${personId} and v.person_id = p.id and p.household_id is not null and v.household_id <> p.household_id`)
