-- The small functions that run at nearly every statement. On the embedded engine plans are made per statement (server/embedded.ts) and a regular
-- expression costs milliseconds; measured there: the community of a record 3.0 ms instead of 32, a trigger's share of an update less than half.

-- The numbers in a path; the tilde of the scope that is nowhere stands for none.
create or replace function area_numbers(path text) returns bigint[] language sql immutable parallel safe as $$
  select string_to_array(trim(both '/' from translate(path, '~', '')), '/')::bigint[]
$$;

-- The same answer as before, with plans that are kept.
create or replace function area_above(path text) returns table (id uuid, level text, name text, full_name text, code text, area_path text)
language plpgsql stable security definer set plan_cache_mode = 'force_generic_plan' as $$
begin
  return query select a.id, a.level, a.name, a.full_name, a.code, a.area_path from area a where a.no = any(area_numbers(path)) order by length(a.area_path);
end $$;

create or replace function community_of(path text) returns uuid language plpgsql stable security definer set plan_cache_mode = 'force_generic_plan' as $$
declare found uuid;
begin
  select a.id into found from area a where a.level = 'community' and a.no = any(area_numbers(path)) order by length(a.area_path) desc limit 1;
  if found is null then select a.id into found from area a where a.area_path = path; end if;
  return found;
end $$;

alter function guard_frozen() set plan_cache_mode = 'force_generic_plan';
alter function tally_person() set plan_cache_mode = 'force_generic_plan';
alter function tally_household() set plan_cache_mode = 'force_generic_plan';
alter function tally_screening() set plan_cache_mode = 'force_generic_plan';
alter function tally_episode() set plan_cache_mode = 'force_generic_plan';
