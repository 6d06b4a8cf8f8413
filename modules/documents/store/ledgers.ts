import sql from 'sql-template-tag'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { ArrivalFacts, ManagedFacts } from '../rules/ledgers.ts'
import { address, home } from './people.ts'

interface Wanted { scope: Scope; from: Day; to: Day; between: { from: Instant; to: Instant }; limit: number }

/** Form 1: everybody who came on these days; several reports of one arrival are one. */
export const arrivals = (db: Sql, w: Wanted): Promise<ArrivalFacts[]> => db.rows(sql`
  select coalesce(p.name, s.name) as name, coalesce(p.sex, s.sex, '0') as sex, coalesce(p.birth_on, s.birth_on) as "birthOn", coalesce(p.document_kind, s.document_kind) as "documentKind",
    coalesce(p.document_masked, s.document_masked) as "documentMasked", coalesce(p.phone_masked, s.phone_masked) as "phoneMasked",
    case when p.id is null then coalesce(sa.name, '') || concat_ws('', nullif(s.building, '') || '幢', nullif(s.unit, '') || '单元', s.room) else ${address} end as address,
    p.registered_address as "registeredAddress", s.origin_name as "originName", s.origin_place as "originPlace", s.origin_class as "originClass", s.policy_id as "policyId", s.left_on as "leftOn", s.arrived_on as "arrivedOn",
    s.transport, s.trip_no as "tripNo", s.via, s.purpose, s.companions, s.contact, s.symptoms, s.symptoms_asked as "symptomsAsked", case when s.device_error then null else s.temperature end as temperature,
    s.state, s.outcome_reason as "outcomeReason", coalesce(e.measure, s.measure) as measure, e.starts_on as "startsOn", e.ends_on as "endsOn", w.name as "workerName", s.reporter_name as "reporterName"
  from screening s left join person p on p.id = s.person_id ${home} left join area sa on sa.id = s.area_id
  left join episode e on e.id = s.episode_id left join account w on w.id = e.worker_id
  where s.area_path >= ${w.scope.lo} and s.area_path < ${w.scope.hi} and s.state <> 'joined' and s.arrived_on between ${w.from} and ${w.to}
  order by s.arrived_on, s.area_path, s.id limit ${w.limit + 1}`)

/** Form 3: everybody who was managed on one of these days. */
export const managed = (db: Sql, w: Wanted): Promise<ManagedFacts[]> => db.rows(sql`
  select p.name, p.sex, p.birth_on as "birthOn", p.document_kind as "documentKind", p.document_masked as "documentMasked", p.phone_masked as "phoneMasked", ${address} as address,
    (select string_agg(o.name, '、' order by o.relation nulls last, o.id) from person o where o.household_id = p.household_id and o.id <> p.id and o.state = 'present') as cohabitants,
    e.origin_class as "originClass", e.policy_id as "policyId", s.origin_name as "originName", e.measure, e.anchor_on as "anchorOn", e.starts_on as "startsOn", e.ends_on as "endsOn", e.state, e.closed_at as "closedAt",
    d.name as "doctorName", w.name as "workerName",
    (select n.number from notice n where n.episode_id = e.id and n.kind = 'startNotice' and n.withdrawn_at is null) as "startNumber",
    (select n.number from notice n where n.episode_id = e.id and n.kind = 'releaseNotice' and n.withdrawn_at is null) as "releaseNumber"
  from episode e join person p on p.id = e.person_id ${home}
  left join screening s on s.id = e.screening_id left join account d on d.id = e.doctor_id left join account w on w.id = e.worker_id
  where e.area_path >= ${w.scope.lo} and e.area_path < ${w.scope.hi} and e.state <> 'cancelled' and e.opened_at < ${w.between.to} and (e.closed_at is null or e.closed_at >= ${w.between.from})
  order by e.area_path, h.address_key, e.starts_on, p.id limit ${w.limit + 1}`)
