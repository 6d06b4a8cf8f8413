-- 访客也可能正在隔离: a visitor's code says no more than which visit it is. Whose identity number was told with the visit is known again by its blind index, which is
-- kept without the number; by the telephone, or by the name in the district, it is no more than said that somebody like that is (`sure` is false).
alter table pass add column visitor_document_index text, add column visitor_phone_index text;
comment on column pass.visitor_document_index is '访客的身份证号, as a blind index: the number itself is not kept';
comment on column pass.visitor_phone_index is '访客的电话, as a blind index';
create or replace function quarantined_anywhere(asked jsonb) returns table (n int, sure boolean, person_id uuid, household_id uuid, community text, office_phone text)
language plpgsql stable security definer set search_path = public as $$
declare lo text collate "C" := current_setting('wangge.scope_lo');
begin
  if exists (select from jsonb_to_recordset(asked) as q (place text) where not starts_with(q.place, lo)) then raise insufficient_privilege using message = 'outside the caller''s territory'; end if;
  return query
    with q as materialized (select * from jsonb_to_recordset(asked) as q (n int, place text, at timestamptz, whole text[], own text[], "householdId" uuid, "personId" uuid, serial bigint, plate text, document text, name text)),
    visitor as materialized (select q.n, q.place, x.visitor_document_index, x.visitor_phone_index, x.visitor_name from q join pass x on x.no = q.serial and x.kind = 'visitor'),
    meant as (
      select q.n, true as sure, p.id as who, p.household_id as home from q join person p on p.id = q."personId" and p.state = 'present'
      union all select q.n, true, p.id, p.household_id from q join person p on p.document_index = q.document and p.state = 'present'
      union all select q.n, true, null, q."householdId" from q where q."householdId" is not null
      union all select q.n, true, x.person_id, x.household_id from q join pass x on x.no = q.serial and x.kind <> 'visitor'
      union all select q.n, true, null, v.household_id from q join vehicle v on v.plate = q.plate
      union all select q.n, true, null, x.household_id from q join pass x on x.plate = q.plate and x.kind = 'vehicle' and x.state = 'valid'
      union all select q.n, true, p.id, p.household_id from visitor q join person p on p.document_index = q.visitor_document_index and p.state = 'present'
      union all select q.n, false, p.id, null from visitor q join person p on p.phone_index = q.visitor_phone_index and p.state = 'present' and (q.visitor_document_index is null or p.document_index is null)
      union all select q.n, false, p.id, null from visitor q join area d on d.no = any(area_numbers(q.place)) and d.level = 'district'
        join person p on p.name = q.visitor_name and p.area_path >= d.area_path and p.area_path < d.area_end and p.state = 'present' and (q.visitor_document_index is null or p.document_index is null)
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
