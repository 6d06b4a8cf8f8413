-- 复工情况 of a business at a time: the first step since that was not taken back says what was before; with whom nothing has happened since stands as it does now.
-- Asked by the daily report and the work report alike. With the caller's rights: what is not visible is not told.
create function business_stood(business uuid, now_is text, at_time timestamptz) returns text language sql stable as $$
  select coalesce((select s.before ->> 'state' from business_step s where s.business_id = business and s.at > at_time and s.undone_at is null and s.before is not null order by s.at, s.id limit 1), now_is)
$$;
