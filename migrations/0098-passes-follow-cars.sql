-- A car that moves with its owner takes its pass along, as people do: stopped with the new home, not with the old one. Where the plate has one
-- already in its new community, that one counts.
create function vehicle_takes_pass() returns trigger language plpgsql security definer set search_path = public set plan_cache_mode = 'force_generic_plan' as $$
begin
  update pass p set household_id = new.household_id, area_id = new.area_id, area_path = new.area_path, community_id = new.community_id
    where p.kind = 'vehicle' and p.plate = new.plate and p.household_id = old.household_id
      and not exists (select from pass o where o.kind = 'vehicle' and o.plate = new.plate and o.community_id = new.community_id and o.state = 'valid' and o.id <> p.id);
  if found then perform follow_quarantine(new.household_id); end if;
  return null;
end $$;
create trigger vehicle_pass after update on vehicle for each row when (new.plate is not null and old.household_id is distinct from new.household_id) execute function vehicle_takes_pass();

-- Those that stayed behind when their car went along; records of a frozen area stay as they are.
do $$
declare home uuid;
begin
  for home in
    with moved as (
      update pass p set household_id = v.household_id, area_id = v.area_id, area_path = v.area_path, community_id = v.community_id from vehicle v
        where p.kind = 'vehicle' and p.state = 'valid' and p.plate = v.plate and p.community_id = v.community_id and p.household_id <> v.household_id
          and exists (select from former_home h where h.person_id = v.person_id and h.household_id = p.household_id)
          and not exists (select from frozen_area f where f.what = 'all' and ((p.area_path >= f.area_path and p.area_path < f.area_end) or (v.area_path >= f.area_path and v.area_path < f.area_end)))
        returning p.household_id)
    select distinct household_id from moved
  loop perform follow_quarantine(home); end loop;
end $$;
