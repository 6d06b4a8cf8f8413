-- Whoever another office has an open lead about is neither released nor let on a bus by an office that cannot see the lead: a gate in the next district
-- raised it, or the person moved. Hence this function, and only it: whether there is one beyond the caller's own territory about somebody within it.
create function lead_beyond(who uuid) returns boolean
language plpgsql stable strict security definer set search_path = public set plan_cache_mode = 'force_generic_plan' as $$
declare
  lo text collate "C" := current_setting('wangge.scope_lo');
  hi text collate "C" := current_setting('wangge.scope_hi');
begin
  return exists (select from lead l where l.person_id = who and l.state <> 'closed' and not (l.area_path >= lo and l.area_path < hi))
    and exists (select from person p where p.id = who and p.area_path >= lo and p.area_path < hi);
end $$;
