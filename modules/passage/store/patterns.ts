import sql, { join, type Sql as Part } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import type { PatternRow } from '../tables.ts'

/** Passages that arrived since, with those of the same passes, people and cars in the hours before them. */
export const eventsToWatch = (db: Sql, since: Instant, until: Instant, hours: number) => db.rows<{
  eventId: string; at: Instant; gateId: string; gateName: string; areaPath: string; direction: 'in' | 'out'; outcome: 'allow'; subjectKey: string; householdId: string | null; personId: string | null
  emergency: 'birth' | null; special: string | null; escorted: boolean; code: 'free'; params: Record<string, string | number>
}>(sql`
  with fresh as (select subject_key, at from passage_event where received_at > ${since} and received_at <= ${until})
  select e.id as "eventId", e.at, e.gate_id as "gateId", g.name as "gateName", e.area_path as "areaPath", e.direction, e.outcome, e.subject_key as "subjectKey", e.household_id as "householdId", e.person_id as "personId", e.emergency, e.special,
    coalesce((e.certificate->>'escorted')::boolean, false) as escorted, coalesce(e.server_reason, e.reason)->>'code' as code, coalesce(e.server_reason, e.reason)->'params' as params
  from passage_event e join gate g on g.id = e.gate_id
  where e.taken_back_at is null and e.outcome = 'allow' and e.at >= (select min(at) from fresh) - make_interval(hours => ${hours}::int) and e.subject_key in (select subject_key from fresh)
  order by e.at`)

export interface NewPattern { id: string; areaPath: string; kind: string; foundBy: string; gateId: string; householdId: string | null; at: Instant; foundAt: Instant; params: object; eventIds: readonly string[] }
export const insertPattern = async (db: Sql, p: NewPattern): Promise<boolean> => (await db.run(sql`
  insert into passage_pattern (id, area_path, kind, found_by, gate_id, household_id, at, found_at, params, event_ids)
  values (${p.id}, ${p.areaPath}, ${p.kind}, ${p.foundBy}, ${p.gateId}, ${p.householdId}, ${p.at}, ${p.foundAt}, ${JSON.stringify(p.params)}::jsonb, ${[...p.eventIds]}) on conflict (found_by) do nothing`)) > 0
export const setPatternLead = (db: Sql, patternId: string, leadId: string): Promise<number> => db.run(sql`update passage_pattern set lead_id = ${leadId} where id = ${patternId}`)

const select = sql`select t.id as "patternId", t.area_path as "areaPath", t.kind, g.name as "gateName", t.household_id as "householdId", coalesce(hh.name, (select m.name from person m where m.household_id = t.household_id and m.state = 'present' order by m.birth_on nulls last, m.id limit 1)) as householder, coalesce(up.name, a.name) || h.address as address, e.told_name as "toldName", e.plate, e.pass_no as "passNo", e.subject, t.at, t.found_at as "foundAt",
  t.params, t.event_ids as "eventIds", t.lead_id as "leadId", t.settled_at as "settledAt", t.settler_name as "settlerName", t.settle_note as "settleNote"`
const from = sql`passage_pattern t join gate g on g.id = t.gate_id left join household h on h.id = t.household_id left join area a on a.id = h.area_id left join area up on up.id = a.parent_id and a.level = 'grid' left join person hh on hh.id = h.householder_id
  left join passage_event e on e.gate_id = t.gate_id and e.at = t.at and e.id = any(t.event_ids)`
const inTab = (tab: 'open' | 'settled'): Part => (tab === 'open' ? sql`t.settled_at is null` : sql`t.settled_at is not null`)
const walk: Walk = { by: [sql`t.at`, sql`t.id`], desc: true }

export const listPatterns = (db: Sql, q: { tab: 'open' | 'settled'; range: Scope; after: PageKey | undefined; limit: number }): Promise<(PatternRow & { walkKey: PageKey })[]> => db.rows(sql`
  ${select}, ${keyIn(walk)} as "walkKey" from ${from} where ${join([inTab(q.tab), sql`t.area_path >= ${q.range.lo} and t.area_path < ${q.range.hi}`, ...beyond(walk, q.after)], ' and ')} order by ${inOrder(walk)} limit ${q.limit + 1}`)
export const patternCounts = (db: Sql, { lo, hi }: Scope): Promise<{ open: number; settled: number }> => db.get(sql`
  select (count(*) filter (where settled_at is null))::int as open, (count(*) filter (where settled_at is not null))::int as settled from passage_pattern where area_path >= ${lo} and area_path < ${hi}`)
export const getPattern = (db: Sql, patternId: string): Promise<PatternRow> => db.get<PatternRow>(sql`${select} from ${from} where t.id = ${patternId}`)
export const lockPattern = (db: Sql, patternId: string) => db.get<{ settledAt: Instant | null }>(sql`select settled_at as "settledAt" from passage_pattern where id = ${patternId} for update`)
export const settlePattern = (db: Sql, patternId: string, s: { at: Instant | null; name: string | null; note: string | null }): Promise<number> => db.run(sql`
  update passage_pattern set settled_at = ${s.at}, settler_name = ${s.name}, settle_note = ${s.note} where id = ${patternId}`)
export const patternsOpen = (db: Sql, limit: number): Promise<(PatternRow & { total: number })[]> => db.rows(sql`
  ${select}, (count(*) over ())::int as total from ${from} where t.settled_at is null order by t.at, t.id limit ${limit}`)

const WATCHED = 'passage.watchedUntil'
export const watchedUntil = async (db: Sql): Promise<Instant | undefined> => (await db.find<{ value: Instant }>(sql`select value from setting where key = ${WATCHED}`))?.value
export const keepWatched = (db: Sql, until: Instant): Promise<number> => db.run(sql`
  insert into setting (key, value) values (${WATCHED}, ${JSON.stringify(until)}::jsonb) on conflict (key) do update set value = excluded.value`)
