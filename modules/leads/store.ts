import sql, { empty, join, raw, type Sql as Fragment } from 'sql-template-tag'
import { scopeOf, type Scope, type Sql } from '../../kernel/ctx.ts'
import type { PageKey } from '../../kernel/page.ts'
import { beyond, inOrder, keyIn, type Walk } from '../../kernel/walk.ts'
import { dayOf, instantAt, type Day, type Instant } from '../../kernel/dates.ts'
import type { LeadKind, LeadResult, LeadSummary, leadTabs } from './contract.ts'
import type { LeadRow } from './tables.ts'

const columns = raw(`l.id as "leadId", l.kind, l.state, l.area_id as "areaId", l.area_path as "areaPath",
  case when a.level in ('grid', 'building', 'unit') then coalesce(up.name, '') || a.name else a.name end as "areaName",
  l.person_id as "personId", p.name as "personName", p.sex, p.birth_on as "birthOn", p.phone_masked as "phoneMasked", h.address,
  l.summary, l.screening_id as "screeningId", l.episode_id as "episodeId", l.opened_at as "openedAt", l.opener_name as "openerName",
  l.due_at as "dueAt", l.received_at as "receivedAt", l.receiver_name as "receiverName", l.closed_at as "closedAt",
  l.closer_name as "closerName", l.result, l.result_note as "resultNote", l.channel, l.hospital, l.hospital_transport as "hospitalTransport",
  l.referred_at as "referredAt", l.arrived_at as "arrivedAt", l.escalated_at as "escalatedAt", l.joined_to as "joinedTo"`)
const from = raw(`lead l join area a on a.id = l.area_id left join area up on up.id = a.parent_id
  left join person p on p.id = l.person_id left join household h on h.id = p.household_id`)

type Tab = (typeof leadTabs)[number]

const inTab = (tab: Tab, now: Instant): Fragment => {
  if (tab === 'active') return sql`l.state in ('open', 'received')`
  if (tab === 'overdue') return sql`l.state = 'open' and l.due_at < ${now}`
  if (tab === 'closed') return sql`l.state = 'closed' and l.joined_to is null and l.closed_at >= ${instantAt(dayOf(now), '00:00')}`
  return sql`l.state = ${tab}`
}

const inRange = ({ lo, hi }: Scope): Fragment => sql`l.area_path >= ${lo} and l.area_path < ${hi}`

export type LeadsOrder = { by: 'clock' | 'opened'; desc: boolean }

/** In the order of their clocks the overdue come first. */
export function listRows(
  db: Sql, f: { tab: Tab; kinds: readonly LeadKind[] | undefined; range: Scope; now: Instant; order: LeadsOrder; after: PageKey | undefined; limit: number },
): Promise<(LeadRow & { walkKey: PageKey })[]> {
  const walk: Walk = { by: [f.order.by === 'clock' ? sql`l.due_at` : sql`l.opened_at`, sql`l.id`], desc: f.order.desc }
  const kinds = f.kinds === undefined ? empty : sql`and l.kind = any(${[...f.kinds]})`
  return db.rows(sql`
    select ${columns}, ${keyIn(walk)} as "walkKey" from ${from} where ${join([inTab(f.tab, f.now), inRange(f.range), ...beyond(walk, f.after)], ' and ')} ${kinds}
    order by ${inOrder(walk)} limit ${f.limit + 1}`)
}

/** Leads not closed are few at any time; closed ones are counted for one day only. */
export const counts = (db: Sql, range: Scope, now: Instant, today: Day) =>
  db.get<{ overdue: number; open: number; received: number; closedToday: number }>(sql`
    select count(*) filter (where state = 'open' and due_at < ${now}) as overdue, count(*) filter (where state = 'open') as open,
           count(*) filter (where state = 'received') as received, count(*) filter (where state = 'closed') as "closedToday"
    from lead l where ${inRange(range)} and (state in ('open', 'received') or (state = 'closed' and joined_to is null and closed_at >= ${instantAt(today, '00:00')}))`)

export const lateByCommunity = (db: Sql, now: Instant): Promise<{ communityId: string; n: number }[]> => db.rows(sql`
  select community_id as "communityId", count(*)::int as n from lead where state = 'open' and due_at < ${now} group by 1`)

/** 待接收 by the areas directly below one (`part`, the number of each). */
export const openByArea = (db: Sql, areaPath: string, now: Instant): Promise<{ part: string; leads: number; leadsLate: number }[]> => db.rows(sql`
  select area_below(l.area_path, ${areaPath}) as part, count(*)::int as leads, count(*) filter (where l.due_at < ${now})::int as "leadsLate"
  from lead l where ${inRange(scopeOf(areaPath))} and l.state = 'open' group by 1`)

/** How many waited for the health centre at an earlier instant. */
export const openAt = async (db: Sql, areaPath: string, at: Instant): Promise<number> => (await db.get<{ n: number }>(sql`
  select ((select count(*) from lead l where ${inRange(scopeOf(areaPath))} and l.state = 'open' and l.opened_at <= ${at})
    + (select count(*) from lead l where ${inRange(scopeOf(areaPath))} and l.received_at > ${at} and l.opened_at <= ${at}))::int as n`)).n

export const getLeadRow = (db: Sql, leadId: string): Promise<LeadRow> =>
  db.get<LeadRow>(sql`select ${columns} from ${from} where l.id = ${leadId}`)

/** Locked, so that two doctors do not both take over. */
export const lockLead = (db: Sql, leadId: string) => db.get<{ id: string }>(sql`select id from lead where id = ${leadId} for update`)

export interface NewLead {
  id: string
  kind: LeadKind
  channel: string | null
  areaId: string
  areaPath: string
  communityId: string
  personId: string | null
  screeningId: string | null
  episodeId: string | null
  checkId: string | null
  summary: LeadSummary
  at: Instant
  by: string | null
  byName: string | null
  dueAt: Instant
  feverAt: Instant | null
}

/** Answers with the episode it belongs to: the running one of its person, where there is one. */
export const insertLead = (db: Sql, l: NewLead): Promise<{ episodeId: string | null }> =>
  db.get(sql`
    insert into lead (id, area_id, area_path, community_id, kind, channel, state, person_id, screening_id, episode_id, check_id, summary,
                      opened_at, opened_by, opener_name, due_at, fever_at)
    values (${l.id}, ${l.areaId}, ${l.areaPath}, ${l.communityId}, ${l.kind}, ${l.channel}, 'open', ${l.personId}, ${l.screeningId}, ${l.episodeId},
            ${l.checkId}, ${JSON.stringify(l.summary)}::jsonb, ${l.at}, ${l.by}, ${l.byName}, ${l.dueAt}, ${l.feverAt}) returning episode_id as "episodeId"`)

/** Two signs of one person in the same second must see each other: one waits for the other's end. */
export const waitForTwin = (db: Sql, key: string): Promise<number> => db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`lead ${key}`}, 0))`)

/** The lead not yet closed of the same person (or, while nobody is registered, of the same record). */
export const findOpen = (db: Sql, l: { personId: string | null; screeningId: string | null }, exceptId: string | null = null) =>
  db.find<{ id: string; kind: LeadKind; summary: LeadSummary; feverAt: Instant | null }>(sql`
    select id, kind, summary, fever_at as "feverAt" from lead
    where state <> 'closed' and id is distinct from ${exceptId}::uuid
      and ((${l.personId}::uuid is not null and person_id = ${l.personId}::uuid)
        or (${l.screeningId}::uuid is not null and screening_id = ${l.screeningId}::uuid))
    order by opened_at limit 1 for update`)

export interface Added { kind: LeadKind; summary: LeadSummary; personId: string | null; screeningId: string | null; episodeId: string | null; checkId: string | null; dueAt: Instant; feverAt: Instant | null }
/** The clock goes on; a fever among mere symptoms makes it shorter, nothing makes it longer. The first fever told is kept (首次发热). */
export const addTo = (db: Sql, leadId: string, l: Added) =>
  db.run(sql`
    update lead set kind = ${l.kind}, summary = ${JSON.stringify(l.summary)}::jsonb, person_id = coalesce(person_id, ${l.personId}),
                    screening_id = coalesce(screening_id, ${l.screeningId}), episode_id = coalesce(episode_id, ${l.episodeId}), check_id = coalesce(check_id, ${l.checkId}),
                    fever_at = least(fever_at, ${l.feverAt}::timestamptz),
                    due_at = case when state = 'open' then least(due_at, ${l.dueAt}::timestamptz) else due_at end
    where id = ${leadId}`)

export const attach = (db: Sql, screeningId: string, to: { personId: string; episodeId: string | null }): Promise<number> =>
  db.run(sql`
    update lead set person_id = ${to.personId}, episode_id = coalesce(${to.episodeId}, episode_id) where screening_id = ${screeningId}`)

/** The lead goes on in another one: with all that happened. */
export async function joinInto(db: Sql, leadId: string, into: string, at: Instant): Promise<void> {
  await db.run(sql`delete from lead_event e where e.lead_id = ${leadId} and e.kind = 'seen' and exists (
    select from lead_event o where o.lead_id = ${into} and o.kind = 'seen' and o.actor_role = e.actor_role and o.office_path = e.office_path)`)
  await db.run(sql`update lead_event set lead_id = ${into} where lead_id = ${leadId}`)
  await db.run(sql`update lead set state = 'closed', closed_at = ${at}, joined_to = ${into} where id = ${leadId}`)
}

export const setReceived = (db: Sql, leadId: string, at: Instant, by: string, name: string): Promise<number> =>
  db.run(sql`update lead set state = 'received', received_at = ${at}, received_by = ${by}, receiver_name = ${name} where id = ${leadId}`)

/** Whether it was this account that took the lead over, when, and whether anything has been done about it since. */
export const receiptOf = (db: Sql, leadId: string): Promise<{ by: string | null; goneOn: boolean }> => db.get(sql`
  select received_by as by, exists (select from lead_event e where e.lead_id = lead.id and e.recorded_at >= lead.received_at
    and (e.kind like 'noted.%' or e.kind like 'closed.%' or e.kind in ('referred', 'arrived', 'handedOver'))) as "goneOn" from lead where id = ${leadId}`)
export const setHandedBack = (db: Sql, leadId: string): Promise<number> =>
  db.run(sql`update lead set state = 'open', received_at = null, received_by = null, receiver_name = null where id = ${leadId}`)

export const setClosed = (
  db: Sql, leadId: string, c: { at: Instant; by: string; name: string; result: LeadResult; note: string | null },
): Promise<number> =>
  db.run(sql`
    update lead set state = 'closed', closed_at = ${c.at}, closed_by = ${c.by}, closer_name = ${c.name}, result = ${c.result},
                    result_note = ${c.note}, received_at = coalesce(received_at, ${c.at}), received_by = coalesce(received_by, ${c.by}),
                    receiver_name = coalesce(receiver_name, ${c.name})
    where id = ${leadId}`)

export const setReopened = (db: Sql, leadId: string): Promise<number> =>
  db.run(sql`
    update lead set state = 'received', closed_at = null, closed_by = null, closer_name = null, result = null, result_note = null
    where id = ${leadId}`)

export const setReferred = (db: Sql, leadId: string, r: { hospital: string; transport: string; at: Instant; recordedAt: Instant }): Promise<number> =>
  db.run(sql`update lead set hospital = ${r.hospital}, hospital_transport = ${r.transport}, referred_at = ${r.at}, referral_recorded_at = ${r.recordedAt} where id = ${leadId}`)

export const setArrived = (db: Sql, leadId: string, at: Instant): Promise<number> => db.run(sql`update lead set arrived_at = ${at} where id = ${leadId}`)

/** Nobody took these over in time and no office above knows it yet. */
export const lateUnsaid = (db: Sql, now: Instant): Promise<LeadRow[]> =>
  db.rows<LeadRow>(sql`select ${columns} from ${from} where l.state = 'open' and l.escalated_at is null and l.due_at < ${now} order by l.due_at limit 200 for update of l skip locked`)

export const setEscalated = (db: Sql, leadId: string, at: Instant): Promise<number> => db.run(sql`update lead set escalated_at = ${at} where id = ${leadId}`)

export const rowsAbout = (db: Sql, about: { personId: string | null; episodeId: string | null }): Promise<LeadRow[]> =>
  db.rows<LeadRow>(sql`
    select ${columns} from ${from} where l.joined_to is null
      and (l.person_id = ${about.personId}::uuid or l.episode_id = ${about.episodeId}::uuid) order by l.opened_at desc limit 20`)

export const inHand = async (db: Sql, accountId: string, range: Scope): Promise<number> => (await db.get<{ n: number }>(sql`
  select count(*)::int as n from lead where state = 'received' and received_by = ${accountId} and area_path >= ${range.lo} and area_path < ${range.hi}`)).n

export const handOver = (db: Sql, fromId: string, to: { id: string; name: string }, range: Scope, only: readonly string[] | null) =>
  db.rows<{ leadId: string; personId: string | null; episodeId: string | null; areaPath: string; kind: LeadKind }>(sql`
    update lead set received_by = ${to.id}, receiver_name = ${to.name}
    where state = 'received' and received_by = ${fromId} and area_path >= ${range.lo} and area_path < ${range.hi}
      and (${only}::uuid[] is null or id = any(${only}::uuid[]))
    returning id as "leadId", person_id as "personId", episode_id as "episodeId", area_path as "areaPath", kind`)
