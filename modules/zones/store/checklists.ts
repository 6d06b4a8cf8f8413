import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { ChecklistMeasure, ZoneValue } from '../contract.ts'

export interface ChecklistRow { id: string; officeId: string; officeName: string; value: ZoneValue; version: number; measures: ChecklistMeasure[]; savedAt: Instant; saverName: string | null }

/** The nearest list at or above a place, one for each value that has any. */
export const checklistsFor = (db: Sql, areaPath: string): Promise<ChecklistRow[]> => db.rows<ChecklistRow>(sql`
  select id, office_id as "officeId", office_name as "officeName", value, version, measures, saved_at as "savedAt", saver_name as "saverName" from zone_checklists_for(${areaPath})`)

export interface OwnChecklist { checklistId: string; value: ZoneValue; version: number; n: number; savedAt: Instant; saverName: string | null; inForce: boolean }
export const ownChecklists = (db: Sql, officeId: string): Promise<OwnChecklist[]> => db.rows<OwnChecklist>(sql`
  select id as "checklistId", value, version, jsonb_array_length(measures) as n, saved_at as "savedAt", saver_name as "saverName", in_force as "inForce"
  from zone_checklist where office_id = ${officeId} order by value, version desc`)

export const retireChecklist = async (db: Sql, officeId: string, value: ZoneValue): Promise<string | undefined> =>
  (await db.find<{ id: string }>(sql`update zone_checklist set in_force = false where office_id = ${officeId} and value = ${value} and in_force returning id`))?.id

export const reviveChecklist = (db: Sql, officeId: string, value: ZoneValue, id: string): Promise<number> => db.run(sql`
  update zone_checklist set in_force = true where id = ${id} and office_id = ${officeId} and value = ${value}`)

export interface NewChecklist { id: string; officeId: string; areaPath: string; value: ZoneValue; measures: readonly ChecklistMeasure[]; at: Instant; by: string; byName: string }
export const insertChecklist = (db: Sql, c: NewChecklist): Promise<number> => db.run(sql`
  insert into zone_checklist (id, office_id, area_path, value, version, measures, in_force, saved_at, saved_by, saver_name)
  values (${c.id}, ${c.officeId}, ${c.areaPath}, ${c.value},
    (select coalesce(max(version), 0) + 1 from zone_checklist where office_id = ${c.officeId} and value = ${c.value}),
    ${JSON.stringify(c.measures)}::jsonb, true, ${c.at}, ${c.by}, ${c.byName})`)
