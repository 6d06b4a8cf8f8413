import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { PointEntry, PointRules, WorkKind } from '../contract.ts'
import type { PointRow, RuleRow } from '../tables.ts'

const columns = sql`b.id as "entryId", b.volunteer_id as "volunteerId", b.area_path as "areaPath", b.at, b.points, b.kind, b.what, b.actor_name as "actorName", exists (select from volunteer_point x where x.takes_back = b.id) as "takenBack" from volunteer_point b`
export const entriesOf = (db: Sql, volunteerId: string): Promise<PointRow[]> => db.rows(sql`select ${columns} where b.volunteer_id = ${volunteerId} order by b.at desc, b.takes_back is null, b.id limit 300`)
export const getEntry = (db: Sql, id: string): Promise<PointRow> => db.get(sql`select ${columns} where b.id = ${id}`)
export const balanceOf = async (db: Sql, volunteerId: string): Promise<number> => (await db.get<{ n: number }>(sql`select coalesce(sum(points), 0)::int as n from volunteer_point where volunteer_id = ${volunteerId}`)).n
/** What stands of a kind of work on a day, for the ceiling. */
export const earnedOn = async (db: Sql, volunteerId: string, kind: WorkKind, from: Instant, to: Instant): Promise<number> => (await db.get<{ n: number }>(sql`
  select coalesce(sum(b.points), 0)::int as n from volunteer_point b join volunteer_service s on s.id = b.service_id where b.volunteer_id = ${volunteerId} and s.kind = ${kind} and s.state = 'came' and s.came_at >= ${from} and s.came_at < ${to}`)).n
export const standingEntry = (db: Sql, serviceId: string): Promise<PointRow | undefined> => db.find(sql`select ${columns} where b.service_id = ${serviceId} and b.kind = 'earned' and not exists (select from volunteer_point x where x.takes_back = b.id)`)

export interface NewEntry { id: string; volunteerId: string; areaPath: string; at: Instant; points: number; kind: PointEntry['kind']; serviceId: string | null; takesBack: string | null; what: string; ruleId: string | null; byName: string | null }
export const insertEntry = (db: Sql, e: NewEntry): Promise<number> => db.run(sql`
  insert into volunteer_point (id, volunteer_id, area_path, at, points, kind, service_id, takes_back, what, rule_id, actor_name)
  values (${e.id}, ${e.volunteerId}, ${e.areaPath}, ${e.at}, ${e.points}, ${e.kind}, ${e.serviceId}, ${e.takesBack}, ${e.what}, ${e.ruleId}, ${e.byName})`)

export const ruleFor = (db: Sql, areaPath: string): Promise<RuleRow | undefined> => db.find(sql`select id as "ruleId", office_name as "officeName", version, document, published_at as "publishedAt", publisher_name as "publisherName" from volunteer_rules_for(${areaPath})`)
/** The office, locked: two who publish at once come one after the other. */
export const lockOffice = (db: Sql, areaId: string): Promise<unknown> => db.get(sql`select id from area where id = ${areaId} for update`)
export const insertRule = async (db: Sql, r: { id: string; officeId: string; areaPath: string; document: PointRules; at: Instant; byName: string }): Promise<number> => (await db.get<{ version: number }>(sql`
  insert into volunteer_rule (id, office_id, area_path, version, document, published_at, publisher_name)
  select ${r.id}, ${r.officeId}, ${r.areaPath}, coalesce(max(version), 0) + 1, ${JSON.stringify(r.document)}::jsonb, ${r.at}, ${r.byName} from volunteer_rule where office_id = ${r.officeId} returning version`)).version
