-- 单位和保供车辆 are issued for by the community and pass at every gate in it; a keeper sent to one compound sees no row of the community. Hence this
-- function, and only it: the vehicle passes of a place's community outside the caller's own territory, which they see anyhow. What they must know to
-- let one through or stop it, and nothing else: no owner, and no plate of a household's car.
create function vehicles_beyond(place text) returns table (no bigint, plate text, special boolean, state text, issue int, suspended_at timestamptz, valid_from timestamptz, valid_until timestamptz, printed_until timestamptz, stops_changed_at timestamptz)
language plpgsql stable security definer set search_path = public set plan_cache_mode = 'force_generic_plan' as $$
declare
  lo text collate "C" := current_setting('wangge.scope_lo');
  hi text collate "C" := current_setting('wangge.scope_hi');
begin
  if not starts_with(place, lo) then raise insufficient_privilege using message = 'outside the caller''s territory'; end if;
  return query select p.no, case when p.household_id is null then p.plate end, p.special, p.state, p.issue, p.suspended_at, p.valid_from, p.valid_until, p.printed_until, p.stops_changed_at
    from pass p where p.kind = 'vehicle' and p.community_id = community_of(place) and not (p.area_path >= lo and p.area_path < hi);
end $$;
create index pass_vehicles on pass (community_id) where kind = 'vehicle';
