import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { Measure } from '../../policies/contract.ts'

/** Who is asked for, by whatever is known of them; `n` names the question in its answer. */
export interface AskedHeld {
  n: number; place: string; at: Instant; whole: readonly Measure[]; own: readonly Measure[]
  householdId?: string | undefined; personId?: string | undefined; serial?: number | undefined; plate?: string | undefined; document?: string | undefined; name?: string | undefined
}
export interface HeldRow { n: number; sure: boolean; personId: string | null; householdId: string | null; community: string; officePhone: string | null }
/** Where somebody is at home, for whom a lead is raised. */
export const placeOfPerson = (db: Sql, personId: string): Promise<{ areaId: string; areaPath: string } | undefined> => db.find(sql`select area_id as "areaId", area_path as "areaPath" from person where id = ${personId}`)
/** Of those who were in quarantine, wherever they live (migration 0120). */
export const quarantinedAnywhere = (db: Sql, asked: readonly AskedHeld[]): Promise<HeldRow[]> => db.rows(sql`
  select n, sure, person_id as "personId", household_id as "householdId", community, office_phone as "officePhone" from quarantined_anywhere(${JSON.stringify(asked)}::jsonb)`)
