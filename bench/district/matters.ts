import type pg from 'pg'
import { kinds, type Size } from './loading.ts'

/** Of half a year in each community; a tenth of them not done, or not called back yet. */
export const MATTERS_EACH = 1000

/** 事项 of every kind, state and grid; half of them asked for by somebody of the register. */
export async function fillMatters(owner: pg.Client, { communities, peopleEach, today }: Size): Promise<void> {
  await owner.query(`
    insert into matter (id, number, area_id, area_path, kind, words, place, channel, person_id, registered_at, registrar_name, respond_by, state, owner_id, owner_name, holder_id, holder_name, due_at,
      dispatched_at, contacted_at, done_at, doer_name, outcome, called_at, resolved, satisfaction, closed_at)
    select pg_temp.uid(${kinds.matter}, n), 'B' || n, g.id, g.area_path, (array['sanitation', 'disinfection', 'facility', 'hazard', 'dispute', 'hardship', 'errand', 'transport', 'enquiry', 'other'])[1 + n % 10],
      (array['楼道灯不亮', '垃圾没有清', '楼上漏水', '要送药到门口'])[1 + n % 4] || ',第' || n || '号', 1 + n % 40 || '幢', (array['door', 'phone', 'window', 'patrol'])[1 + n % 4],
      case when n % 2 = 0 then pg_temp.uid(${kinds.person}, c * $3::int + i % $3::int + 1) end, at, '李桂兰', at + interval '1 day', m.state, w.ids[1 + n % cardinality(w.ids)], '李桂兰',
      case when m.state in ('assigned', 'inHand') then w.ids[1 + n % cardinality(w.ids)] end, case when m.state in ('assigned', 'inHand') then '李桂兰' end, at + (12 + n % 60) * interval '1 hour',
      case when m.state <> 'registered' then at + interval '20 minutes' end, case when m.state not in ('registered', 'assigned') then at + (n % 30) * interval '1 hour' end,
      case when m.state in ('done', 'closed') then at + interval '9 hours' end, case when m.state in ('done', 'closed') then '李桂兰' end, case when m.state in ('done', 'closed') then '已办' end,
      case when m.state = 'closed' and n % 5 > 0 then at + interval '1 day' end, case when m.state = 'closed' and n % 5 > 0 then n % 9 > 0 end,
      case when m.state = 'closed' and n % 5 > 0 then (array['satisfied', 'fair', 'satisfied', 'unsatisfied'])[1 + n % 4] end, case when m.state = 'closed' then at + interval '1 day' end
    from (select c * $2::int + i as n, c, i, case when i < 20 then 'registered' when i < 40 then 'assigned' when i < 70 then 'inHand' when i < 75 then 'whistled' when i < 100 then 'done' when i < 110 then 'withdrawn' else 'closed' end as state,
            $4::date + interval '8 hours' - i * case when i < 100 then interval '50 minutes' else interval '250 minutes' end as at
          from generate_series(0, $1::int - 1) c cross join generate_series(0, $2::int - 1) i) m
    join area g on g.no = 20000 + 6 * c + i % 6
    join lateral (select array_agg(a.id order by a.id) as ids from account a join area k on k.no = 1100 + c where a.area_path >= k.area_path and a.area_path < k.area_end) w on true`,
  [communities, MATTERS_EACH, Math.floor(peopleEach / 4) * 4, today])
}
