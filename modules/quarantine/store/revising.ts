import sql from 'sql-template-tag'
import type { Scope, Sql } from '../../../kernel/ctx.ts'
import type { Day } from '../../../kernel/dates.ts'
import type { Decision, Measure, Stage } from '../../policies/contract.ts'
import type { PersonPart } from './lists.ts'

/** Somebody managed now, as far as another order could decide about them. */
export interface ManagedRow {
  id: string; areaPath: string; communityId: string; person: PersonPart; measure: Measure; startsOn: Day; endsOn: Day; stages: Stage[]; policyId: string
  screeningId: string | null
  /** Managed because of somebody of the household: that episode's record is decided upon. */
  becauseOfScreeningId: string | null; cohabitant: boolean
  /** Extended, exposed anew or changed by an order of its own since: not decided anew by a general one. */
  byHand: boolean
}

/** Something was decided about this episode alone since it was opened. */
export const byHand = sql`exists (select from episode_change c where c.episode_id = e.id and c.kind in ('extended', 'exposed', 'measureChanged'))`

export const managedIn = (db: Sql, range: Scope): Promise<ManagedRow[]> => db.rows<ManagedRow>(sql`
  select e.id, e.area_path as "areaPath", e.community_id as "communityId", e.measure, e.starts_on as "startsOn", e.ends_on as "endsOn", e.stages, e.policy_id as "policyId",
    e.screening_id as "screeningId", b.screening_id as "becauseOfScreeningId", e.because_of_episode_id is not null as cohabitant,
    ${byHand} as "byHand",
    json_build_object('id', p.id, 'name', p.name, 'sex', p.sex, 'birthOn', p.birth_on, 'documentMasked', p.document_masked, 'phoneMasked', p.phone_masked, 'householdId', p.household_id,
      'areaId', p.area_id, 'address', coalesce(parent.name, '') || a.name || coalesce(h.address, '')) as person
  from episode e join person p on p.id = e.person_id join area a on a.id = p.area_id left join area parent on parent.id = a.parent_id and a.level in ('grid', 'building', 'unit')
    left join household h on h.id = p.household_id left join episode b on b.id = e.because_of_episode_id
  where e.state = 'active' and e.area_path >= ${range.lo} and e.area_path < ${range.hi}
  order by e.area_path, h.address_key, e.id`)

export const redecide = (db: Sql, episodeId: string, e: { decision: Decision; policyId: string; stages: readonly Stage[]; startsOn: Day; endsOn: Day; measure: Measure; place: 'home' | 'site' }): Promise<number> => db.run(sql`
  update episode set decision = ${JSON.stringify(e.decision)}::jsonb, policy_id = ${e.policyId}, origin_class = case when because_of_episode_id is null then ${e.decision.originClass} else origin_class end,
    stages = ${JSON.stringify(e.stages)}::jsonb, starts_on = ${e.startsOn}, ends_on = ${e.endsOn}, measure = ${e.measure}, place = ${e.place},
    room_id = case when ${e.place} = 'site' then room_id end, version = version + 1 where id = ${episodeId}`)

/** Tests of the former stages that nobody took yet. */
export const dropTestsToCome = (db: Sql, episodeId: string): Promise<number> => db.run(sql`delete from episode_test where episode_id = ${episodeId} and taken_on is null`)

/** The running or last episode of a person, for whoever asks why. */
export const lastEpisodeOf = (db: Sql, personId: string): Promise<{ id: string; decision: Decision; screeningId: string | null; becauseOfName: string | null; becauseOfScreeningId: string | null } | undefined> => db.find(sql`
  select e.id, e.decision, e.screening_id as "screeningId", p.name as "becauseOfName", b.screening_id as "becauseOfScreeningId"
  from episode e left join episode b on b.id = e.because_of_episode_id left join person p on p.id = b.person_id
  where e.person_id = ${personId} order by e.state = 'active' desc, e.opened_at desc limit 1`)
