import sql, { raw } from 'sql-template-tag'
import type { Sql } from '../../kernel/ctx.ts'
import { addDays, type Day, type Instant } from '../../kernel/dates.ts'
import { assignments, columnNames, columns, valuesOf } from './store/columns.ts'
import type { ScreeningRow } from './tables.ts'

export * from './store/lists.ts'

export const insertScreening = (db: Sql, row: ScreeningRow): Promise<number> =>
  db.run(sql`insert into screening (${columnNames}) values (${valuesOf(row)})`)

export const getRow = (db: Sql, id: string): Promise<ScreeningRow> =>
  db.get<ScreeningRow>(sql`select ${columns} from screening s where s.id = ${id}`)

export const rowsByIds = (db: Sql, ids: readonly string[]): Promise<ScreeningRow[]> =>
  db.rows<ScreeningRow>(sql`select ${columns} from screening s where s.id = any(${ids}::uuid[])`)

export const lastScreeningOf = (db: Sql, personId: string): Promise<ScreeningRow | undefined> =>
  db.find<ScreeningRow>(sql`select ${columns} from screening s where s.person_id = ${personId} and s.state <> 'joined' order by s.arrived_on desc, s.reported_at desc limit 1`)

/** Locked, so that two colleagues do not verify the same record at once. */
export const lockRow = (db: Sql, id: string): Promise<ScreeningRow> =>
  db.get<ScreeningRow>(sql`select ${columns} from screening s where s.id = ${id} for update`)

export const saveChange = (db: Sql, id: string, change: Partial<ScreeningRow>): Promise<number> =>
  db.run(sql`update screening set ${assignments(change)} where id = ${id}`)

/** Records that might be of the same arrival: same person, number or telephone, within `days` of the day. */
export const nearArrivals = (
  db: Sql, a: { personId: string | null; documentIndex: string | null; phoneIndex: string | null; arrivedOn: Day; dayTold: boolean; days: number; exceptId: string | null; within: string | null },
): Promise<ScreeningRow[]> =>
  db.rows<ScreeningRow>(sql`
    select ${columns} from screening s
    where s.state not in ('joined', 'handedOver')
      and (not s.day_told or not ${a.dayTold}::boolean or s.arrived_on between ${addDays(a.arrivedOn, -a.days)} and ${addDays(a.arrivedOn, a.days)})
      and (s.person_id = ${a.personId}::uuid or s.document_index = ${a.documentIndex}::text or s.phone_index = ${a.phoneIndex}::text)
      and s.id is distinct from ${a.exceptId}::uuid and (${a.within}::uuid is null or s.community_id = ${a.within}::uuid)
    order by s.reported_at, s.id for update`)

/** Two reports of one arrival sent in the same second must see each other: one waits for the other's end. */
export const waitForTwin = (db: Sql, key: string): Promise<number> =>
  db.run(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)

export const undelivered = (db: Sql, verifiedBefore: Instant): Promise<{ id: string }[]> =>
  db.rows(sql`
    select id from screening where state = 'handedOver' and delivered_at is null and verified_at <= ${verifiedBefore}
    order by verified_at limit 200`)

export const communityAt = (db: Sql, areaId: string) =>
  db.find<{ areaId: string; areaPath: string }>(sql`
    select id as "areaId", area_path as "areaPath" from area where id = ${areaId} and state = 'open'`)

/** Registered people behind a keyed index, in the caller's territory. */
export const placeOf = (db: Sql, areaId: string) =>
  db.get<{ areaPath: string; name: string; officePhone: string | null }>(sql`
    select area_path as "areaPath", name, office_phone as "officePhone" from area where id = ${areaId}`)

export const otherReports = (db: Sql, id: string) =>
  db.rows<ScreeningRow>(sql`select ${columns} from screening s where s.joined_to = ${id} order by s.reported_at`)

export const leadOf = (db: Sql, id: string) =>
  db.find<{ leadId: string; state: 'open' | 'received' | 'closed'; dueAt: Instant }>(sql`
    select l.id as "leadId", l.state, l.due_at as "dueAt" from lead o join lead l on l.id = coalesce(o.joined_to, o.id)
    where o.screening_id = ${id} order by ${raw(`l.state = 'closed'`)}, l.opened_at desc limit 1`)

/** Only what waits for everybody and to which nothing was added; a joined one just stops adding. */
export const removeReports = (db: Sql, ids: readonly string[]): Promise<number> =>
  db.run(sql`
    delete from screening s where s.id = any(${[...ids]}::uuid[]) and s.state in ('toVerify', 'joined')
      and not exists (select from screening o where o.joined_to = s.id) and not exists (select from lead l where l.screening_id = s.id)`)
