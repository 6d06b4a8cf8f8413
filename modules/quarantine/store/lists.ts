import sql, { join, type Sql as Statement } from 'sql-template-tag'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { EpisodeSlice, episodeTabs } from '../contract.ts'
import { sliceCondition } from './slices.ts'

export type Tab = (typeof episodeTabs)[number]

export interface PersonPart {
  id: string; name: string; sex: string; birthOn: string | null; documentMasked: string | null; phoneMasked: string | null; householdId: string | null; areaId: string; address: string
}

export interface LineRow {
  id: string; person: PersonPart; state: string; measure: string; originClass: string; anchorOn: Day; startsOn: Day; endsOn: Day; place: 'home' | 'site'
  roomName: string | null; missingToday: number; gaps: number; openLead: boolean; lastTemperature: number | null; lastTakenAt: Instant | null
}

/** What puts an episode under a tab. */
export function tabCondition(tab: Tab, today: Day, now: Instant): Statement {
  const active = sql`e.state = 'active'`
  switch (tab) {
    case 'active': return active
    case 'central': return sql`${active} and e.measure = 'centralQuarantine'`
    case 'home': return sql`${active} and e.measure = 'homeQuarantine'`
    case 'monitoring': return sql`${active} and e.measure in ('homeMonitoring', 'healthMonitoring', 'selfMonitoring')`
    case 'ending': return sql`${active} and e.ends_on <= ${today}`
    // Read from the few that are not done, each kind by its own index, and not asked of every person.
    case 'missing': return sql`${active} and e.id in (
      select d.episode_id from check_due d where d.due_on = ${today} and d.state = 'missed'
      union all select d.episode_id from check_due d where d.due_on = ${today} and d.state = 'open' and d.opens_at <= ${now})`
    case 'noRoom': return sql`${active} and e.place = 'site' and e.room_id is null`
    case 'lead': return sql`${active} and exists (select from lead l where l.episode_id = e.id and l.state <> 'closed')`
    case 'closed': return sql`e.state <> 'active'`
  }
}

const details = (today: Day, now: Instant): Statement => sql`
  (select count(*) from check_due d where d.episode_id = e.id and d.due_on = ${today} and (d.state = 'missed' or (d.state = 'open' and d.opens_at <= ${now})))::int as "missingToday",
  (select count(*) from check_due d where d.episode_id = e.id and d.state = 'missed')::int as gaps,
  exists (select from lead l where l.episode_id = e.id and l.state <> 'closed') as "openLead",
  last.temperature as "lastTemperature", last.taken_at as "lastTakenAt"`
const lastReading = sql`left join lateral (select c.temperature, c.taken_at from health_check c where c.episode_id = e.id and not c.device_error and c.temperature is not null order by c.taken_at desc limit 1) last on true`

const line = (today: Day, now: Instant): Statement => sql`e.id, e.state, e.measure, e.origin_class as "originClass", e.anchor_on as "anchorOn", e.starts_on as "startsOn", e.ends_on as "endsOn", e.place,
  case when e.room_id is not null then room_name(e.room_id) end as "roomName", ${details(today, now)},
  json_build_object('id', p.id, 'name', p.name, 'sex', p.sex, 'birthOn', p.birth_on, 'documentMasked', p.document_masked, 'phoneMasked', p.phone_masked, 'householdId', p.household_id,
    'areaId', p.area_id, 'address', coalesce(parent.name, '') || a.name || coalesce(h.address, '')) as person`
const joins = sql`join person p on p.id = e.person_id join area a on a.id = p.area_id left join area parent on parent.id = a.parent_id and a.level in ('grid', 'building', 'unit')
  left join household h on h.id = p.household_id ${lastReading}`

export interface ListFilter {
  slice: EpisodeSlice | undefined; day: Day; anchorFrom: Day | undefined; anchorTo: Day | undefined
  tab: Tab; range: Scope | undefined; originClass: string | undefined; measure: string | undefined; order: { by: 'ends' | 'day'; desc: boolean }; after: PageKey | undefined; limit: number
  today: Day; now: Instant
}

export function listLines(db: Sql, f: ListFilter): Promise<(LineRow & { walkKey: PageKey })[]> {
  // The first day of somebody is the latest beginning.
  const walk: Walk = f.order.by === 'ends' ? { by: [sql`e.ends_on`, sql`e.id`], desc: f.order.desc } : { by: [sql`e.starts_on`, sql`e.id`], desc: !f.order.desc }
  const conditions: Statement[] = [
    f.slice ? sliceCondition(f.slice, f.day, f.today, f.now) : tabCondition(f.tab, f.today, f.now),
    ...(f.anchorFrom ? [sql`e.anchor_on >= ${f.anchorFrom}`] : []),
    ...(f.anchorTo ? [sql`e.anchor_on <= ${f.anchorTo}`] : []),
    ...(f.range ? [sql`e.area_path >= ${f.range.lo} and e.area_path < ${f.range.hi}`] : []),
    ...(f.originClass ? [sql`e.origin_class = ${f.originClass}`] : []),
    ...(f.measure ? [sql`e.measure = ${f.measure}`] : []),
    ...beyond(walk, f.after),
  ]
  return db.rows(sql`
    with e as materialized (select e.* from episode e where ${join(conditions, ' and ')} order by ${inOrder(walk)} limit ${f.limit + 1})
    select ${line(f.today, f.now)}, ${keyIn(walk)} as "walkKey" from e ${joins} order by ${inOrder(walk)}`)
}

export const getLine = (db: Sql, episodeId: string, today: Day, now: Instant): Promise<LineRow> => db.get<LineRow>(sql`select ${line(today, now)} from episode e ${joins} where e.id = ${episodeId}`)

/** By measure from the maintained counters; the rest are short lists counted as they are listed. */
export async function countTabs(db: Sql, range: Scope, today: Day, now: Instant): Promise<Record<Tab, number>> {
  const tallied = await db.rows<{ state: string; n: number }>(sql`
    select state, sum(n)::bigint as n from tally where subject = 'episode' and area_path >= ${range.lo} and area_path < ${range.hi} group by 1`)
  const of = (...states: string[]) => tallied.filter((t) => states.includes(t.state)).reduce((sum, t) => sum + t.n, 0)
  const inRange = sql`e.area_path >= ${range.lo} and e.area_path < ${range.hi}`
  const count = (tab: Tab): Statement => sql`(select count(*) from episode e where ${inRange} and ${tabCondition(tab, today, now)})::int`
  const counted = await db.get<{ ending: number; missing: number; noRoom: number; lead: number }>(sql`
    select ${count('ending')} as ending, ${count('missing')} as missing, ${count('noRoom')} as "noRoom", ${count('lead')} as lead`)
  const monitoring = of('homeMonitoring', 'healthMonitoring', 'selfMonitoring')
  const [central, home] = [of('centralQuarantine'), of('homeQuarantine')]
  return { active: central + home + monitoring, central, home, monitoring, ...counted, closed: of('released', 'hospital', 'movedOut', 'cancelled') }
}
