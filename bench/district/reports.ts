import type pg from 'pg'
import { EPISODES_EACH } from './episodes.ts'
import { kinds, type Size } from './loading.ts'

const OTHERS_EACH = 330
const LEADS_EACH = 50

/** Reports of arrivals: one behind each episode, and those that led to none. */
export async function fillScreenings(owner: pg.Client, { communities, peopleEach, today }: Size): Promise<void> {
  const told = `document_kind, document_sealed, document_index, document_masked, phone_sealed, phone_index, phone_masked`
  const columns = `id, receipt_no, area_id, area_path, community_id, channel, state, person_id, household_id, name, ${told}, origin, origin_name, arrived_on, purpose, symptoms_asked, temperature,
    reported_at, received_at, reporter_name, verified_at, decision, policy_id, origin_class, measure, outcome_reason, verify_by, episode_id`
  const receipt = (n: string) => `to_char(at, 'MMDD') || '-' || translate(upper(lpad(to_hex(${n}), 5, '2')), '01', '2X')`
  const channel = (n: string) => `(array['door', 'desk', 'gate', 'declaration'])[1 + ${n} % 4]`
  await owner.query(`
    insert into screening (${columns})
    select e.screening_id, ${receipt('n')}, e.area_id, e.area_path, e.community_id, ${channel('n')}, 'managed', p.id, p.household_id, p.name, ${told.split(', ').map((c) => `p.${c}`).join(', ')},
      '420102', '湖北武汉', e.anchor_on, 'returnHome', true, 36.4, at, at, '李桂兰', at + interval '20 minutes', e.decision, e.policy_id, e.origin_class, e.measure, null, at + interval '2 hours', e.id
    from (select *, row_number() over (order by id)::int as n, opened_at - interval '30 minutes' as at from episode) e join person p on p.id = e.person_id`)
  await owner.query(`
    insert into screening (${columns})
    select pg_temp.uid(${kinds.screening}, 10000000 + n), ${receipt('900000 + n')}, p.area_id, p.area_path, p.community_id, ${channel('n')}, s.state, case when s.state <> 'toVerify' then p.id end,
      case when s.state <> 'toVerify' then p.household_id end, p.name, ${told.split(', ').map((c) => `p.${c}`).join(', ')}, '530102', '云南昆明', at::date, 'visitFamily', true, 36.5, at, at, '李桂兰',
      case when s.state <> 'toVerify' then at + interval '30 minutes' end, null, null, case when s.state = 'notManaged' then 'sameProvince' end, null, case when s.state = 'notManaged' then 'periodPast' end,
      at + interval '2 hours', null
    from (select c * $2::int + i as n, c, i, case when i < 10 then 'toVerify' when i < 15 then 'handedOver' when i < 25 then 'joined' else 'notManaged' end as state,
            $4::date + interval '8 hours' - i * case when i < 10 then interval '20 minutes' else interval '137 minutes' end as at
          from generate_series(0, $1::int - 1) c cross join generate_series(0, $2::int - 1) i) s
    join person p on p.id = pg_temp.uid(${kinds.person}, c * $3::int + i * ($3::int / $2::int) + 3)`, [communities, OTHERS_EACH, Math.floor(peopleEach / 4) * 4, today])
}

/** Leads of the last weeks, most of them closed. */
export async function fillLeads(owner: pg.Client, { today }: Size): Promise<void> {
  await owner.query(`
    insert into lead (id, area_id, area_path, community_id, kind, state, person_id, screening_id, episode_id, summary, opened_at, opener_name, due_at, received_at, receiver_name, closed_at, closer_name, result, fever_at)
    select pg_temp.uid(${kinds.lead}, n), area_id, area_path, community_id, (array['fever', 'symptom', 'contact'])[1 + n % 3], state, person_id, screening_id, id,
      '{"temperature": 37.6, "symptoms": ["cough"]}', at, '李桂兰', at + interval '30 minutes', case when state <> 'open' then at + interval '12 minutes' end,
      case when state <> 'open' then '王医生' end, case when state = 'closed' then at + interval '5 hours' end, case when state = 'closed' then '王医生' end, case when state = 'closed' then 'excluded' end, case when n % 3 = 0 then at end
    from (select e.*, case when i < 2 then 'open' when i < 4 then 'received' else 'closed' end as state,
            case when i < 5 then $1::date + interval '8 hours' - i * interval '15 minutes' else $1::date - i * interval '9 hours' end as at
          from (select id, area_id, area_path, community_id, person_id, screening_id, row_number() over (order by id)::int as n, (row_number() over (order by id)::int - 1) % $2::int as i
                from episode) e where (n - 1) % $2::int < $3::int) l`, [today, 2 * EPISODES_EACH, LEADS_EACH])
}

/** What was reported on the days before. */
export async function fillDailyReports(owner: pg.Client, { today }: Size): Promise<void> {
  await owner.query(`
    insert into daily_report (id, area_id, area_path, day, issue_no, opening_at, as_of, figures, policy_id, sent_at, sender_name)
    select gen_random_uuid(), a.id, a.area_path, $1::date - ago, 31 - ago, $1::date - ago - interval '16 hours', $1::date - ago + interval '8 hours', '{"classes": [], "cells": []}',
      (select id from policy limit 1), $1::date - ago + interval '8 hours 10 minutes', '李桂兰'
    from area a cross join generate_series(1, 30) ago where a.level = 'community'`, [today])
}
