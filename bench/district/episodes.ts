import type pg from 'pg'
import { addDays, daysBetween, instantAt } from '../../kernel/dates.ts'
import type { PolicyEdition } from '../../modules/policies/contract.ts'
import { shippedPolicies } from '../../modules/policies/data.ts'
import { decide } from '../../modules/policies/rules.ts'
import { kinds, type Size } from './loading.ts'

/** Active and former ones of each community. */
export const EPISODES_EACH = 100

/** Report 1's order, and people who came on the last 34 days from three kinds of places, as it decides about them. */
export async function fillEpisodes(owner: pg.Client, size: Size): Promise<void> {
  const policyId = await publish(owner)
  const cases = casesOf(policyId, size.today)
  await sites(owner)
  await owner.query(`
    insert into episode (id, area_id, area_path, community_id, person_id, household_id, screening_id, policy_id, decision, origin_class, state, measure, stages, anchor, anchor_on, starts_on, ends_on,
      place, room_id, opened_at, closed_at, closer_name)
    select pg_temp.uid(${kinds.episode}, n), p.area_id, p.area_path, p.community_id, p.id, p.household_id, pg_temp.uid(${kinds.screening}, n), $1, d, d ->> 'originClass',
      case when i < $3 then 'active' else 'released' end, d ->> 'measure', d -> 'stages', d ->> 'anchor', (d ->> 'anchorOn')::date, (d ->> 'startsOn')::date, (d ->> 'endsOn')::date,
      case when d ->> 'measure' = 'centralQuarantine' then 'site' else 'home' end,
      case when d ->> 'measure' = 'centralQuarantine' and i < $3 and n % 10 > 0 then pg_temp.uid(${kinds.other}, 1000 + n % 2000) end,
      (d ->> 'anchorOn')::date + interval '2 hours', case when i >= $3 then (d ->> 'endsOn')::date + interval '20 hours' end, case when i >= $3 then '陈所长' end
    from (select c * 2 * $3 + i as n, c, i, case when i < $3 then $2::jsonb -> 'active' -> (i % jsonb_array_length($2::jsonb -> 'active'))
            else $2::jsonb -> 'over' -> (i % jsonb_array_length($2::jsonb -> 'over')) end as d
          from generate_series(0, $4::int - 1) c cross join generate_series(0, 2 * $3::int - 1) i) e
    join person p on p.id = pg_temp.uid(${kinds.person}, c * $5::int + i * ($5::int / (2 * $3::int)) + 1) order by n`,
  [policyId, JSON.stringify(cases), EPISODES_EACH, size.communities, Math.floor(size.peopleEach / 4) * 4])
}

/** The order of report 1, for the whole district. */
export async function publish(owner: pg.Client): Promise<string> {
  const { document, orderNo, issuer, series, title } = shippedPolicies.reportOne
  const { rows: [policy] } = await owner.query<{ id: string }>(`
    insert into policy (id, series, edition, state, scope_area_id, scope_path, order_no, issuer, title_zh, title_en, in_force_from, document, created_at)
    select gen_random_uuid(), $1, 1, 'published', id, area_path, $2, $3, $4, $5, '2020-01-01', $6, '2020-01-01' from area where no = 1000 returning id`,
  [series, orderNo, issuer, title.zh, title.en, JSON.stringify(document)])
  return policy?.id ?? ''
}

function casesOf(policyId: string, today: string) {
  const { document, orderNo, issuer, series, title } = shippedPolicies.reportOne
  const edition: PolicyEdition = {
    id: policyId, series, edition: 1, state: 'published', publishedAt: null, publishedByName: null, orderNo, issuer, title, document, inForceFrom: '2020-01-01T00:00:00.000Z', inForceTo: null, scopeAreaId: policyId, scopePath: '/1000/',
  }
  const all = Array.from({ length: 35 * 3 }, (_, i) => {
    const arrivedOn = addDays(today, -Math.floor(i / 3))
    const reportedAt = instantAt(arrivedOn, '10:00')
    return decide({ homeCode: '532601', originCode: ['420102', '510104', '530102'][i % 3] ?? null, originAbroad: false, originName: '', arrivedOn, contact: 'none', symptoms: [], reportedAt }, edition, reportedAt)
  }).filter((decision) => decision.outcome === 'manage')
  return { active: all.filter((d) => daysBetween(today, d.endsOn) >= 0), over: all.filter((d) => daysBetween(today, d.endsOn) < -1) }
}

/** Ten sites of 200 rooms. */
async function sites(owner: pg.Client): Promise<void> {
  await owner.query(`insert into quarantine_site (id, area_id, area_path, name, created_at)
    select pg_temp.uid(${kinds.other}, s), a.id, a.area_path, '第' || s || '隔离点', '2020-01-01' from generate_series(1, 10) s join area a on a.no = 1000 + s`)
  await owner.query(`insert into quarantine_room (id, site_id, area_path, name, beds)
    select pg_temp.uid(${kinds.other}, 1000 + r), s.id, s.area_path, (r / 10 + 100)::text, 2 from generate_series(0, 1999) r join quarantine_site s on s.id = pg_temp.uid(${kinds.other}, 1 + r % 10)`)
}

/** Two windows a day since the first day: measured, missed, explained; this afternoon's still open for some. */
export async function fillChecks(owner: pg.Client, { today }: Size): Promise<void> {
  await owner.query(`
    insert into check_due (episode_id, due_on, check_window, area_path, opens_at, remind_at, closes_at, visit_by, state, check_id, explanation)
    select id, due_on, w, area_path, opens, opens + interval '2 hours', opens + interval '6 hours', due_on + interval '14 hours',
      case when luck < share then 'done' when due_on = $1 and w = 'afternoon' then 'open' when luck % 2 = 0 or state = 'released' then 'explained' else 'missed' end,
      case when luck < share then md5(id || due_on::text || w)::uuid end, case when luck >= share and luck % 2 = 0 then '电话无人接听' end
    from (select e.id, e.area_path, e.state, d::date as due_on, w, pg_temp.chance(e.id || d::text || w) as luck,
            case when d::date < $1 then 97 when w = 'morning' then 90 else 40 end as share, d::date + case w when 'morning' then interval '-2 hours' else interval '6 hours' end as opens
          from episode e cross join lateral generate_series(e.starts_on, least(e.ends_on, $1::date), '1 day') d cross join (values ('morning'), ('afternoon')) x (w)) c`, [today])
  await owner.query(`
    insert into health_check (id, episode_id, area_path, taken_at, received_at, due_on, check_window, temperature, temperature_site, abnormal, channel, account_id, taker_name)
    select check_id, episode_id, area_path, at, at, due_on, check_window, 36.0 + luck / 100.0, 'forehead', false, case when luck % 2 = 0 then 'self' else 'worker' end,
      case when luck % 2 = 1 then pg_temp.uid(${kinds.account}, 1) end, case when luck % 2 = 1 then '李桂兰' end
    from (select *, opens_at + luck * interval '71 seconds' as at from (select *, pg_temp.chance(check_id::text) as luck from check_due where check_id is not null) d) c`)
  await owner.query(`
    insert into visit (id, episode_id, household_id, area_path, visitor, purpose, state, due_at, made_at, visitor_name, result, created_at, once_key)
    select gen_random_uuid(), e.id, e.household_id, e.area_path, v, 'round', case when d::date < $1 then 'made' else 'owed' end, d::date + interval '14 hours',
      case when d::date < $1 then d::date + (pg_temp.chance(e.id || d::text) * 5 || ' minutes')::interval end, case when d::date < $1 then '王医生' end,
      case when d::date < $1 then 'made' end, d, e.id || ':' || d::date || ':' || v
    from episode e cross join lateral generate_series(e.starts_on, least(e.ends_on, $1::date), '1 day') d cross join (values ('doctor'), ('worker'), ('property')) x (v) where e.place = 'home'`, [today])
}
