import sql from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day } from '../../../kernel/dates.ts'
import type { CareArea, CareTab } from '../contract.ts'
import { inCut, inSlice, inTab, type Week } from './people.ts'

const count = (tab: CareTab, today: Day) => sql`(count(*) filter (where ${inTab(tab, today)}))::int`
export type Counted = Record<CareTab, number> & { week: number; visited: number; inTime: number }
/** How many stand where, by the set of their groups: there are few sets, so one pass tells of each group and of all. */
export const countSets = (db: Sql, range: Scope, week: Week): Promise<(Counted & { groups: string[] })[]> => db.rows(sql`
  select c.groups, ${count('toVisit', week.today)} as "toVisit", ${count('overdue', week.today)} as overdue, ${count('missed', week.today)} as missed, ${count('fine', week.today)} as fine, ${count('notWanted', week.today)} as "notWanted", count(*)::int as "all",
    (count(*) filter (where ${inSlice('week', week)}))::int as week, (count(*) filter (where ${inSlice('visited', week)}))::int as visited, (count(*) filter (where ${inSlice('inTime', week)}))::int as "inTime" from care_person c where ${inCut({ range, group: undefined })} group by 1`)

/** By community; whoever is named or has the duty somewhere on the way up answers. */
export const countAreas = (db: Sql, range: Scope, week: Week): Promise<CareArea[]> => db.rows(sql`
  with answered as materialized (select distinct a.no from duty_assignment d join area a on a.id = d.area_id where d.duty_role = any(${[...week.duties]}::text[]) and d.ended_at is null and d.starts_on <= ${week.today} and (d.ends_on is null or d.ends_on >= ${week.today})),
  counted as (select c.community_id, c.area_path, count(*) as n, count(*) filter (where ${inTab('toVisit', week.today)}) as to_visit, count(*) filter (where ${inTab('overdue', week.today)}) as overdue, count(*) filter (where ${inTab('missed', week.today)}) as missed,
      count(*) filter (where ${inSlice('week', week)}) as week, count(*) filter (where ${inSlice('inTime', week)}) as in_time, count(*) filter (where c.answerer_name is null) as unnamed
    from care_person c where ${inCut({ range, group: undefined })} group by 1, 2)
  select a.id as "areaId", a.name, sum(c.n)::int as "all", sum(to_visit)::int as "toVisit", sum(overdue)::int as overdue, sum(missed)::int as missed, sum(week)::int as week, sum(in_time)::int as "inTime",
    coalesce(sum(unnamed) filter (where not exists (select from unnest(area_numbers(c.area_path)) x (no) join answered on answered.no = x.no)), 0)::int as unanswered
  from counted c join area a on a.id = c.community_id group by a.id, a.name order by overdue desc, a.name`)

/** 工作汇报: who was in care by a day, and who of them was met since Monday, as far as it was known by then. */
export const countAsOf = (db: Sql, { lo, hi }: Scope, from: string, at: string, day: Day): Promise<{ all: number; visited: number }> => db.get(sql`
  select count(*)::int as "all", (count(*) filter (where exists (select from care_visit v where v.person_id = c.person_id and v.at >= ${from} and v.at <= ${at} and v.received_at <= ${at} and (v.undone_at is null or v.undone_at > ${at}) and v.result <> 'notMet')))::int as visited
  from care_person c where c.state = 'active' and c.area_path >= ${lo} and c.area_path < ${hi} and c.began_on <= ${day}`)

export interface CareWork { personId: string; name: string; sex: string; birthOn: Day | null; address: string; groups: string[]; dueOn: Day; days: number; missed: number; lastOn: Day | null; askAgainOn: Day | null; contactName: string | null; total: number; late: number }
/** 今日待办: the overdue first, then by building. */
export const workIn = (db: Sql, tab: CareTab, range: Scope, today: Day, limit: number): Promise<CareWork[]> => db.rows(sql`
  with c as materialized (select c.*, (count(*) over ())::int as total, (count(*) filter (where c.due_on < ${today}) over ())::int as late from care_person c where ${inCut({ range, group: undefined })} and ${inTab(tab, today)} order by c.due_on >= ${today}, c.area_path, c.household_id, c.person_id limit ${limit})
  select c.person_id as "personId", p.name, p.sex, p.birth_on as "birthOn", coalesce(up.name, '') || a.name || coalesce(h.address, '') as address, c.groups, c.due_on as "dueOn", c.days, c.missed, c.last_on as "lastOn", c.ask_again_on as "askAgainOn", c.contact_name as "contactName", c.total, c.late
  from c join person p on p.id = c.person_id join area a on a.id = p.area_id left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit') left join household h on h.id = c.household_id
  order by c.due_on >= ${today}, c.area_path, c.household_id, c.person_id`)
