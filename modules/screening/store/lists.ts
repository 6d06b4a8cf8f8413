import sql, { join, raw, type Sql as Fragment } from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { PageKey } from '../../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../../kernel/walk.ts'
import { instantAt, type Day, type Instant } from '../../../kernel/dates.ts'
import type { AskedField, Channel, screeningTabs } from '../contract.ts'
import type { ScreeningRow } from '../tables.ts'
import { columns } from './columns.ts'

export interface ListFilter {
  tab: (typeof screeningTabs)[number]
  originClasses: readonly string[] | undefined
  measures: readonly string[] | undefined
  channels: readonly Channel[] | undefined
  areaPath: string | undefined
  arrivedFrom: Day | undefined
  arrivedTo: Day | undefined
  province: string | undefined
  arrivals: boolean | undefined
  late: boolean | undefined
  /** 十清晰: only records of which something is not clear yet; of one field, where one is named. */
  unclear?: AskedField | 'any' | undefined
  q: string | undefined
  now: Instant
  today: Day
  order: { by: 'reported' | 'from'; desc: boolean }
  after: PageKey | undefined
  limit: number
}
export type ListRow = ScreeningRow & { areaName: string; missing: AskedField[] | null }

const tabIs = (f: ListFilter): Fragment => {
  if (f.tab === 'all') return sql`true`
  if (f.tab === 'today') return sql`s.reported_at >= ${instantAt(f.today, '00:00')}`
  return sql`s.state = ${f.tab}`
}

/** Only leakproof operators, or row security would read everything first: the beginning of a name, an exact receipt. */
const textIs = (q: string): Fragment =>
  /^\d{4}-?[2-9A-Za-z]{5}$/.test(q) ? sql`s.receipt_no = ${q.toUpperCase().replace(/^(\d{4})-?/, '$1-')}` : sql`starts_with(s.name, ${q})`

/** 来源省份 of an origin code. */
export const provinceOf = raw(`case when s.origin ~ '^[0-9]' then left(s.origin, 2) else s.origin end`)
/** Everybody who came, once. */
export const isArrival = raw(`s.state not in ('joined', 'handedOver') and coalesce(s.outcome_reason, '') not in ('wrongInformation', 'notLivingHere')`)

function wanted(f: ListFilter): Fragment {
  const parts: Fragment[] = [tabIs(f)]
  if (f.originClasses) parts.push(sql`s.origin_class = any(${[...f.originClasses]})`)
  if (f.measures) parts.push(sql`s.measure = any(${[...f.measures]})`)
  if (f.channels) parts.push(sql`s.channel = any(${[...f.channels]})`)
  if (f.areaPath) parts.push(sql`s.area_path >= ${f.areaPath} and s.area_path < ${`${f.areaPath.slice(0, -1)}0`}`)
  if (f.arrivedFrom) parts.push(sql`s.arrived_on >= ${f.arrivedFrom}`)
  if (f.arrivedTo) parts.push(sql`s.arrived_on <= ${f.arrivedTo}`)
  if (f.province) parts.push(sql`${provinceOf} = ${f.province}`)
  if (f.arrivals) parts.push(isArrival)
  if (f.late) parts.push(sql`s.verify_by < ${f.now}`)
  if (f.unclear) parts.push(sql`s.missing <> '{}'`)
  if (f.unclear && f.unclear !== 'any') parts.push(sql`s.missing @> ${[f.unclear]}::text[]`)
  if (f.q) parts.push(textIs(f.q))
  return join(parts, ' and ')
}

const areaName = raw(`case when a.level in ('grid', 'building', 'unit') then coalesce(up.name, '') || a.name else a.name end as "areaName"`)
const from = raw('screening s join area a on a.id = s.area_id left join area up on up.id = a.parent_id')

export function listRows(db: Sql, f: ListFilter): Promise<(ListRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: [f.order.by === 'reported' ? sql`s.reported_at` : sql`s.arrived_on`, sql`s.id`], desc: f.order.desc }
  return db.rows(sql`
    select ${columns}, s.missing, ${areaName}, ${keyIn(walk)} as "walkKey" from ${from} where ${join([wanted(f), ...beyond(walk, f.after)], ' and ')}
    order by ${inOrder(walk)} limit ${f.limit + 1}`)
}

export const getListRow = (db: Sql, id: string): Promise<ListRow> =>
  db.get<ListRow>(sql`select ${columns}, s.missing, ${areaName} from ${from} where s.id = ${id}`)

/** From the maintained counters; today's and the overdue are few and counted by index. */
export async function stateCounts(db: Sql, { lo, hi }: Scope, now: Instant, today: Day): Promise<{ state: string; n: number }[]> {
  return db.rows(sql`
    select state, sum(n) as n from tally where subject = 'screening' and area_path >= ${lo} and area_path < ${hi} group by state
    union all select 'today', count(*) from screening where reported_at >= ${instantAt(today, '00:00')} and area_path >= ${lo} and area_path < ${hi}
    union all select 'verifyOverdue', count(*) from screening where state = 'toVerify' and verify_by < ${now} and area_path >= ${lo} and area_path < ${hi}`)
}
