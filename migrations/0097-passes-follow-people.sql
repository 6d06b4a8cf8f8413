-- Whoever moves takes the own pass along; whoever is gone leaves none that is good, and has it again when brought back (撤销迁出). The reason is
-- one of `endings`, which has its sentence; the history says it as well.
create or replace function person_takes_pass() returns trigger language plpgsql security definer set search_path = public set plan_cache_mode = 'force_generic_plan' as $$
begin
  if new.state = 'present' then
    update pass set household_id = new.household_id, area_id = new.area_id, area_path = new.area_path, community_id = new.community_id where person_id = new.id and kind = 'person';
    with again as (
      update pass set state = 'valid', ended_at = null, end_reason = null, stops_changed_at = request_now()
        where id = (select id from pass where person_id = new.id and kind = 'person' and state = 'revoked' and end_reason = old.state order by ended_at desc limit 1)
          and not exists (select from pass where person_id = new.id and kind = 'person' and state = 'valid') returning id, area_path)
    insert into pass_event (id, pass_id, area_path, at, kind) select gen_random_uuid(), id, area_path, request_now(), 'reinstated' from again;
    if new.household_id is not null then perform follow_quarantine(new.household_id); end if;
  elsif new.state in ('movedOut', 'deceased') then
    with gone as (
      update pass set state = 'revoked', ended_at = request_now(), end_reason = new.state, stops_changed_at = request_now() where person_id = new.id and kind = 'person' and state = 'valid' returning id, area_path)
    insert into pass_event (id, pass_id, area_path, at, kind) select gen_random_uuid(), id, area_path, request_now(), new.state from gone;
  end if;
  return null;
end $$;

-- 没有人住: a household nobody lives in has no pass that is good; it has it again when somebody who lived there comes back, not when others move in.
-- Of two who leave at once the second waits, and sees that the first has gone.
create function home_keeps_pass() returns trigger language plpgsql security definer set search_path = public set plan_cache_mode = 'force_generic_plan' as $$
begin
  if exists (select from pass where household_id = old.household_id and kind = 'household' and state = 'valid') then
    perform from household where id = old.household_id for no key update;
    if not exists (select from person where household_id = old.household_id and state = 'present') then
      with gone as (
        update pass set state = 'revoked', ended_at = request_now(), end_reason = 'nobodyHere', stops_changed_at = request_now()
          where household_id = old.household_id and kind = 'household' and state = 'valid' returning id, area_path)
      insert into pass_event (id, pass_id, area_path, at, kind) select gen_random_uuid(), id, area_path, request_now(), 'nobodyHere' from gone;
    end if;
  end if;
  if new.state = 'present' and (old.household_id = new.household_id or exists (select from former_home where person_id = new.id and household_id = new.household_id)) then
    with again as (
      update pass set state = 'valid', ended_at = null, end_reason = null, stops_changed_at = request_now()
        where id = (select id from pass where household_id = new.household_id and kind = 'household' and state = 'revoked' and end_reason = 'nobodyHere' order by ended_at desc limit 1)
          and not exists (select from pass where household_id = new.household_id and kind = 'household' and state = 'valid') returning id, area_path)
    insert into pass_event (id, pass_id, area_path, at, kind) select gen_random_uuid(), id, area_path, request_now(), 'reinstated' from again;
    perform follow_quarantine(new.household_id);
  end if;
  return null;
end $$;
create trigger person_home_pass after update on person for each row
  when (old.household_id is distinct from new.household_id or old.state is distinct from new.state) execute function home_keeps_pass();

-- What stands there already; records of a frozen area stay as they are.
with gone as (
  update pass p set state = 'revoked', ended_at = request_now(), end_reason = 'nobodyHere', stops_changed_at = request_now()
    where p.kind = 'household' and p.state = 'valid' and not exists (select from person m where m.household_id = p.household_id and m.state = 'present')
      and not exists (select from frozen_area f where f.what = 'all' and p.area_path >= f.area_path and p.area_path < f.area_end) returning id, area_path)
insert into pass_event (id, pass_id, area_path, at, kind) select gen_random_uuid(), id, area_path, request_now(), 'nobodyHere' from gone;

with again as (
  update pass p set state = 'valid', ended_at = null, end_reason = null, stops_changed_at = request_now() from person m
    where m.id = p.person_id and m.state = 'present' and p.kind = 'person' and p.state = 'revoked' and p.end_reason in ('movedOut', 'deceased') and p.valid_until > request_now()
      and not exists (select from pass o where o.person_id = p.person_id and o.kind = 'person' and o.id <> p.id and (o.state = 'valid' or (o.ended_at, o.id) > (p.ended_at, p.id)))
      and not exists (select from frozen_area f where f.what = 'all' and p.area_path >= f.area_path and p.area_path < f.area_end) returning p.id, p.area_path)
insert into pass_event (id, pass_id, area_path, at, kind) select gen_random_uuid(), id, area_path, request_now(), 'reinstated' from again;

-- Those in quarantine are stopped.
do $$
declare home uuid;
begin
  for home in select passes_out_of_step() loop
    if not exists (select from pass p join frozen_area f on f.what = 'all' and p.area_path >= f.area_path and p.area_path < f.area_end where p.household_id = home) then perform follow_quarantine(home); end if;
  end loop;
end $$;
