import sql from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day } from '../../../kernel/dates.ts'
import type { CareGroup } from '../../people/contract.ts'
import type { CareResult } from '../contract.ts'

/** What a phone carries of a person: who, at which door, why, when, and whom to call. */
export interface CarriedRow {
  personId: string; householdId: string | null; name: string; sex: string; birthOn: Day | null; place: string; building: string; unit: string; room: string; groups: CareGroup[]; days: number; dueOn: Day; missed: number; measure: string | null; askAgain: boolean
  last: { on: Day; result: CareResult } | null; contact: { name: string; phoneMasked: string | null } | null
}
/** 随身: whose turn it is up to a day. */
export const carriedRows = (db: Sql, { lo, hi }: Scope, until: Day): Promise<CarriedRow[]> => db.rows(sql`
  select c.person_id as "personId", c.household_id as "householdId", p.name, p.sex, p.birth_on as "birthOn", coalesce(up.name, a.name) as place, coalesce(h.building, '') as building, coalesce(h.unit, '') as unit, coalesce(h.room, '') as room, c.groups, c.days, c.due_on as "dueOn", c.missed, e.measure, c.ask_again_on is not null as "askAgain",
    case when c.last_on is not null then jsonb_build_object('on', c.last_on::text, 'result', c.last_result) end as last, case when c.contact_name is not null then jsonb_build_object('name', c.contact_name, 'phoneMasked', c.contact_phone_masked) end as contact
  from care_person c join person p on p.id = c.person_id join area a on a.id = p.area_id left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit') left join household h on h.id = c.household_id left join episode e on e.person_id = c.person_id and e.state = 'active'
  where c.state = 'active' and c.area_path >= ${lo} and c.area_path < ${hi} and c.due_on <= ${until} order by c.person_id`)
