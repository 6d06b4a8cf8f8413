import sql, { empty, join, type Sql as Statement } from 'sql-template-tag'
import type { Scope } from '../../../kernel/ctx.ts'
import { dayOf, type Instant } from '../../../kernel/dates.ts'
import type { IndicatorId, Unit } from '../contract.ts'

/** What is counted: a community, or all that have not sent for an office above, and the two instants between which the report stands. */
export interface Span { ranges: readonly Scope[]; openingAt: Instant; asOf: Instant }

/** Somebody without a household counts as a household of their own. */
const unitId = (unit: Unit, alias: Statement): Statement => (unit === 'persons' ? sql`${alias}.person_id` : sql`coalesce(${alias}.household_id, ${alias}.person_id)`)
export const within = ({ ranges }: Pick<Span, 'ranges'>, alias: Statement): Statement =>
  sql`(${join(ranges.map(({ lo, hi }) => sql`${alias}.area_path >= ${lo} and ${alias}.area_path < ${hi}`), ' or ')})`
const e = sql`e`
const s = sql`s`
const l = sql`l`

/** Episodes that were under way at some time between the two instants. A cancelled one never was. */
export const touched = (span: Span): Statement => sql`
  episode e where ${within(span, e)} and e.state <> 'cancelled' and e.opened_at <= ${span.asOf} and (e.closed_at is null or e.closed_at > ${span.openingAt})`

/** rules/period.ts `standingOf` in SQL, for whatever the rows are grouped by. */
export const standing = (span: Span): Statement => sql`
  bool_or(e.opened_at <= ${span.openingAt}) as opening, bool_or(e.closed_at is null or e.closed_at > ${span.asOf}) as managed,
  (array_agg(e.state order by e.closed_at desc nulls first))[1] as last_state`

const standingConditions: Partial<Record<IndicatorId, Statement>> = {
  opening: sql`opening`, opened: sql`not opening`, managed: sql`managed`,
  released: sql`not managed and last_state = 'released'`, movedOut: sql`not managed and last_state <> 'released'`,
}

/** The measure of an episode as it was then: changes made afterwards are taken back. */
export const measureThen = (span: Span): Statement => sql`coalesce((select c.before ->> 'measure' from episode_change c
  where c.episode_id = e.id and c.at > ${span.asOf} and c.before ->> 'measure' is not null order by c.at limit 1), e.measure)`

/** 密接: verified with an arrival, or judged when they were managed already. */
const isCloseContact = (span: Span): Statement => sql`(
  exists (select from screening s where s.person_id = e.person_id and s.contact = 'close' and s.state = 'managed' and s.verified_at <= ${span.asOf})
  or exists (select from episode_change c where c.episode_id = e.id and c.kind = 'exposed' and c.after ->> 'contact' = 'close' and c.at <= ${span.asOf}))`

/** Everybody who was screened and belongs to a class, or came under management with somebody. */
export const cumulative = (span: Span): Statement => sql`
  select s.origin_class, s.person_id, s.household_id, s.verified_at as at, s.episode_id, s.measure from screening s
  where ${within(span, s)} and s.state in ('managed', 'notManaged') and s.verified_at <= ${span.asOf} and s.origin_class is not null and s.person_id is not null
    and coalesce(s.outcome_reason, '') not in ('wrongInformation', 'notLivingHere')
  union all
  select e.origin_class, e.person_id, e.household_id, e.opened_at, e.id, e.measure from episode e
  where ${within(span, e)} and e.state <> 'cancelled' and e.opened_at <= ${span.asOf}`

/**
 * Exactly what a figure counts, one row each: unit_id, person_id, household_id, persons, at, tag, episode_id, name.
 * The simple figures are counted over this very statement, so that a figure and its list cannot differ.
 */
export function sourceOf(indicator: IndicatorId, unit: Unit, originClass: string | undefined, span: Span, settlements: Statement): Statement {
  const standingCondition = standingConditions[indicator]
  if (standingCondition) return byStanding(standingCondition, unit, originClass, span)
  switch (indicator) {
    case 'cumulative': return grouped(unit, sql`(${cumulative(span)}) e where true ${originClass ? sql`and e.origin_class = ${originClass}` : empty}`, sql`e.measure`, sql`e.episode_id`)
    case 'central': return inManagement(unit, span, sql`${measureThen(span)} = 'centralQuarantine'`)
    case 'home': return inManagement(unit, span, sql`${measureThen(span)} = 'homeQuarantine'`)
    case 'monitoring': return inManagement(unit, span, sql`${measureThen(span)} in ('homeMonitoring', 'healthMonitoring', 'selfMonitoring')`)
    case 'closeContacts': return inManagement(unit, span, isCloseContact(span))
    case 'total': return registered(unit, span, sql`true`)
    case 'compounds': return registered(unit, span, sql`exists (select from ${settlements} st where st.level = 'compound' and x.area_path >= st.lo and x.area_path < st.hi)`)
    case 'villageGroups': return registered(unit, span, sql`exists (select from ${settlements} st where st.level = 'villageGroup' and x.area_path >= st.lo and x.area_path < st.hi)`)
    case 'elsewhere': return registered(unit, span, sql`not exists (select from ${settlements} st where x.area_path >= st.lo and x.area_path < st.hi)`)
    case 'screened': return registered(unit, span, unit === 'households' ? wasScreened(span, sql`x`) : sql`x.household_id in (select h.id from household h where ${within(span, sql`h`)} and ${wasScreened(span, sql`h`)})`)
    default: return happened(indicator, span)
  }
}

const grouped = (unit: Unit, from: Statement, tag: Statement, episode: Statement): Statement => sql`
  select ${unitId(unit, e)} as unit_id, (array_agg(e.person_id))[1] as person_id, (array_agg(e.household_id))[1] as household_id, count(distinct e.person_id)::int as persons,
    max(e.at) as at, max(${tag}) as tag, (array_agg(${episode}))[1] as episode_id, null::text as name
  from ${from} group by 1`

const byStanding = (condition: Statement, unit: Unit, originClass: string | undefined, span: Span): Statement => sql`
  select unit_id, person_id, household_id, persons, at, tag, episode_id, null::text as name from (
    select ${unitId(unit, e)} as unit_id, (array_agg(e.person_id order by e.opened_at desc))[1] as person_id, (array_agg(e.household_id))[1] as household_id,
      count(distinct e.person_id)::int as persons, max(e.opened_at) as at, (array_agg(e.measure order by e.opened_at desc))[1] as tag,
      (array_agg(e.id order by e.opened_at desc))[1] as episode_id, ${standing(span)}
    from ${touched(span)} ${originClass ? sql`and e.origin_class = ${originClass}` : empty} group by 1) g
  where ${condition}`

const inManagement = (unit: Unit, span: Span, condition: Statement): Statement =>
  grouped(unit, sql`(select e.*, e.opened_at as at from ${touched(span)} and (e.closed_at is null or e.closed_at > ${span.asOf}) and ${condition}) e`, sql`e.measure`, sql`e.id`)

/** Called at by door-to-door screening, or with an arrival that was verified; the arrivals are read once and not once per household. */
const wasScreened = (span: Span, h: Statement): Statement => sql`(${h}.visited_at <= ${span.asOf} or ${h}.id in (
  select s.household_id from screening s where ${within(span, s)} and s.household_id is not null and s.state in ('managed', 'notManaged') and s.verified_at <= ${span.asOf}))`

const registered = (unit: Unit, span: Span, condition: Statement): Statement => unit === 'persons'
  ? sql`select x.id as unit_id, x.id as person_id, x.household_id, 1 as persons, null::timestamptz as at, null::text as tag, null::uuid as episode_id, null::text as name
        from person x where ${within(span, sql`x`)} and x.state = 'present' and ${condition}`
  : sql`select x.id as unit_id, x.householder_id as person_id, x.id as household_id,
          (select count(*) from person p where p.household_id = x.id and p.state = 'present')::int as persons, x.visited_at as at, null::text as tag, null::uuid as episode_id, null::text as name
        from household x where ${within(span, sql`x`)} and ${condition}`

/** One way to hospital is counted where it was written down first: with the lead, or as the end of the episode; who has come back meanwhile is sent anew. */
const endedBefore = sql`e.id = l.episode_id and e.state = 'hospital' and e.closed_at < l.referral_recorded_at`
const referredBefore = sql`l.episode_id = e.id and l.referral_recorded_at <= e.closed_at and (l.closed_at is null or l.closed_at > e.closed_at or l.result in ('referredToHospital', 'diagnosed'))`

/** 企业和商户, as they stood (`business_stood`, migration 0151). */
const businesses = (span: Span, condition: Statement): Statement => sql`
  select b.id as unit_id, null::uuid as person_id, null::uuid as household_id, 1 as persons, b.resumed_on::timestamptz as at, null::text as tag, null::uuid as episode_id, b.name
  from (select x.*, business_stood(x.id, x.state, ${span.asOf}) as stood from business x where ${within(span, sql`x`)} and x.created_at <= ${span.asOf}) b where ${condition}`

/** 物资短缺: items of which less could be used at the cut-off than the smallest stock; what had expired by then could not. */
const suppliesShort = (span: Span): Statement => sql`
  select i.id as unit_id, null::uuid as person_id, null::uuid as household_id, 1 as persons, null::timestamptz as at, null::text as tag, null::uuid as episode_id, trim(i.name || ' ' || i.spec) as name from supply_item i
  where ${within(span, sql`i`)} and i.state = 'open' and i.created_at <= ${span.asOf} and coalesce((
    select sum(p.quantity) from supply_part p join supply_movement m on m.id = p.movement_id left join supply_movement lot on lot.id = p.lot_id
    where p.item_id = i.id and m.at <= ${span.asOf} and (m.undone_at is null or m.undone_at > ${span.asOf}) and (lot.expires_on is null or lot.expires_on >= ${dayOf(span.asOf)})), 0) < i.least`

/** Leads, reports and checks: one row each. */
function happened(indicator: IndicatorId, span: Span): Statement {
  const today = (column: Statement) => sql`${column} > ${span.openingAt} and ${column} <= ${span.asOf}`
  const leads = (condition: Statement, at = sql`l.opened_at`) => sql`
    select l.id as unit_id, l.person_id, null::uuid as household_id, 1 as persons, ${at} as at, l.kind as tag, l.episode_id, l.summary ->> 'name' as name
    from lead l where ${within(span, l)} and l.joined_to is null and ${condition}`
  const screenings = (at: Statement, condition: Statement) => sql`
    select s.id as unit_id, s.person_id, s.household_id, 1 as persons, ${at} as at, s.origin_class as tag, s.episode_id, s.name
    from screening s where ${within(span, s)} and ${condition}`
  const checks = (more: Statement) => sql`
    select md5(d.episode_id::text || d.due_on || d.check_window)::uuid as unit_id, e.person_id, e.household_id, 1 as persons, d.closes_at as at, d.check_window as tag, d.episode_id, null::text as name
    from check_due d join episode e on e.id = d.episode_id ${more} and ${within(span, sql`d`)}
      and d.due_on between ${dayOf(span.openingAt)} and ${dayOf(span.asOf)} and ${today(sql`d.closes_at`)}`
  // By whomever and wherever it was written down (`disinfection_done`, migration 0158); of an area the rows say how many m².
  const disinfected = (measured: Statement) => sql`
    select d.id as unit_id, null::uuid as person_id, null::uuid as household_id, ${measured} as persons, d.at, d.agent as tag, null::uuid as episode_id, d.place as name from disinfection_done d where ${within(span, sql`d`)} and ${today(sql`d.at`)}`
  switch (indicator) {
    case 'fever': return leads(today(sql`l.fever_at`), sql`l.fever_at`)
    case 'leadsOpen': return leads(sql`l.opened_at <= ${span.asOf} and (l.closed_at is null or l.closed_at > ${span.asOf})`)
    case 'leadsClosed': return leads(sql`${today(sql`l.closed_at`)}`)
    case 'sentToHospital': return sql`
      select x.unit_id, (array_agg(x.person_id))[1] as person_id, null::uuid as household_id, 1 as persons, max(x.at) as at, null::text as tag, (array_agg(x.episode_id))[1] as episode_id, max(x.name) as name
      from (select coalesce(l.person_id, l.id) as unit_id, l.person_id, l.referral_recorded_at as at, l.episode_id, l.summary ->> 'name' as name from lead l
              where ${within(span, l)} and ${today(sql`l.referral_recorded_at`)} and not exists (select from episode e where ${endedBefore})
            union all select e.person_id, e.person_id, e.closed_at, e.id, null from episode e
              where ${within(span, e)} and e.state = 'hospital' and ${today(sql`e.closed_at`)} and not exists (select from lead l where ${referredBefore})) x group by x.unit_id`
    case 'toVerify': return screenings(sql`s.reported_at`, sql`s.received_at <= ${span.asOf} and s.state <> 'joined' and (s.verified_at is null or s.verified_at > ${span.asOf})`)
    case 'handedOver': return screenings(sql`s.verified_at`, sql`s.state = 'handedOver' and ${today(sql`s.verified_at`)}`)
    case 'migrantWork': return sql`
      select r.person_id as unit_id, r.person_id, null::uuid as household_id, 1 as persons, max(r.left_at) as at, null::text as tag, null::uuid as episode_id, null::text as name
      from exit_request r where ${within(span, sql`r`)} and r.kind = 'migrantWork' and r.left_at <= ${span.asOf} group by r.person_id`
    case 'resumed': return businesses(span, sql`b.stood = 'resumed'`)
    case 'notResumed': return businesses(span, sql`b.stood not in ('resumed', 'closed')`)
    case 'disinfections': return disinfected(sql`1`)
    case 'disinfectedArea': return disinfected(sql`d.square_metres`)
    case 'suppliesShort': return suppliesShort(span)
    case 'publicityTimes': return sql`
      select r.id as unit_id, null::uuid as person_id, null::uuid as household_id, 1 as persons, r.at, r.way as tag, null::uuid as episode_id, coalesce(a.title, r.people, r.by_name, '') as name
      from publicity_record r left join announcements_here() a on a.id = r.announcement_id where ${within(span, sql`r`)} and r.undone_at is null and ${today(sql`r.at`)}`
    case 'checksDue': return checks(sql`where true`)
    case 'checksDone': return checks(sql`join health_check c on c.id = d.check_id where c.received_at <= ${span.asOf}`)
    default: throw new Error(`no list for ${indicator}`)
  }
}
