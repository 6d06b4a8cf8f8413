-- 隔离在每个卡点都有效: a keeper sees the households behind the own gate and no others. Hence this function, and only it: of whoever stands there and is not seen
-- from there, asked for by a whole identity number, by a pass, a plate or an id that a code told, whether they or their household were in quarantine then, and
-- which community is to be called. No name, no door, no measure, no day. By a name alone it tells no more than that somebody of that name in the district is
-- (`sure` is false). The measures that keep a whole household (`whole`) or only the one (`own`) come with the question, as the order of the gate has them.
create function quarantined_anywhere(asked jsonb) returns table (n int, sure boolean, person_id uuid, household_id uuid, community text, office_phone text)
language plpgsql stable security definer set search_path = public as $$
declare lo text collate "C" := current_setting('wangge.scope_lo');
begin
  if exists (select from jsonb_to_recordset(asked) as q (place text) where not starts_with(q.place, lo)) then raise insufficient_privilege using message = 'outside the caller''s territory'; end if;
  return query
    with q as materialized (select * from jsonb_to_recordset(asked) as q (n int, place text, at timestamptz, whole text[], own text[], "householdId" uuid, "personId" uuid, serial bigint, plate text, document text, name text)),
    meant as (
      select q.n, true as sure, p.id as who, p.household_id as home from q join person p on p.id = q."personId" and p.state = 'present'
      union all select q.n, true, p.id, p.household_id from q join person p on p.document_index = q.document and p.state = 'present'
      union all select q.n, true, null, q."householdId" from q where q."householdId" is not null
      union all select q.n, true, x.person_id, x.household_id from q join pass x on x.no = q.serial and x.kind <> 'visitor'
      union all select q.n, true, null, v.household_id from q join vehicle v on v.plate = q.plate
      union all select q.n, true, null, x.household_id from q join pass x on x.plate = q.plate and x.kind = 'vehicle' and x.state = 'valid'
      union all select q.n, false, p.id, null from q join area d on d.no = any(area_numbers(q.place)) and d.level = 'district'
        join person p on p.name = q.name and p.area_path >= d.area_path and p.area_path < d.area_end and p.state = 'present'
    )
    select distinct on (q.n) q.n, m.sure, case when m.sure then m.who end, case when m.sure then coalesce(m.home, k.household_id) end, c.name,
      (select u.office_phone from area u where u.no = any(area_numbers(c.area_path)) and u.office_phone is not null order by length(u.area_path) desc limit 1)
    from q join meant m on m.n = q.n
      cross join lateral (select p.id, p.household_id from person p where p.id = m.who
        union all select p.id, p.household_id from person p where p.household_id = m.home and p.state = 'present' and p.id is distinct from m.who) k
      join episode e on e.person_id = k.id and e.opened_at <= q.at and e.state <> 'cancelled' and (e.state = 'active' or e.closed_at > q.at)
        and (e.measure = any(q.whole) or k.id = m.who and e.measure = any(q.own))
      join area c on c.id = e.community_id
    order by q.n, m.sure desc, m.who nulls last, e.opened_at desc;
end $$;
