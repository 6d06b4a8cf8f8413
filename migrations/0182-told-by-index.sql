-- 传达情况 as before (0172), but each settlement finds its records by the index: read as one heap and searched for every settlement of every announcement, a district
-- of 2,400 settlements and 77,000 records took minutes.
create function homes_below(area text) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(c.n), 0)::int from tally c where c.subject = 'household' and c.state = 'present' and c.area_path >= area and c.area_path < case when area = '/' then '0' else left(area, -1) || '0' end
$$;
revoke all on function homes_below(text) from public;

create or replace function announcement_places(wanted uuid[]) returns table (announcement_id uuid, area_id uuid, area_path text, name text, households int, covered int, told boolean, last_at timestamptz, last_way text)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = 'force_generic_plan' as $$
declare
  lo text collate "C" := current_setting('wangge.scope_lo');
  hi text collate "C" := current_setting('wangge.scope_hi');
begin
  return query
  with target as (
    select x.announcement_id as of, x.area_path as path, greatest(x.area_path, lo) as from_path, least(case when x.area_path = '/' then '0' else left(x.area_path, -1) || '0' end, hi) as to_path
    from announcement_area x where x.announcement_id = any(wanted)),
  place as (
    select a.id, a.area_path as path, a.area_end as path_end, a.name, a.level, array(select left(a.area_path, i) from generate_series(1, length(a.area_path)) i where substr(a.area_path, i, 1) = '/') as upwards, not (a.level in ('compound', 'villageGroup') or (a.level = 'grid' and p.level not in ('compound', 'villageGroup'))) as inside
    from area a left join area p on p.id = a.parent_id where a.area_path >= lo and a.area_path < hi and a.state = 'open' and a.level in ('compound', 'villageGroup', 'grid', 'building', 'unit')
      and (a.level in ('compound', 'villageGroup', 'grid') or a.area_path = lo or exists (select from target t where t.path = a.area_path))),
  unit as (
    select distinct t.of, u.id, u.path, u.path_end, u.name, u.upwards from target t join place u on u.path >= t.from_path and u.path < t.to_path and (not u.inside or u.path = t.from_path)),
  homes as (
    select u.id, coalesce((select sum(c.n) from tally c where c.subject = 'household' and c.state = 'present' and c.area_path >= u.path and c.area_path < u.path_end), 0)::int as n
    from (select distinct u.id, u.path, u.path_end from unit u) u)
  select u.of, u.id, u.path, u.name, h.n,
    case when s.whole then h.n else least(h.n, s.shared + s.numbers + s.parts) end,
    s.above or (s.within and not exists (select from area g where g.level = 'grid' and g.state = 'open' and g.area_path > u.path and g.area_path < u.path_end
      and not exists (select from publicity_record x where x.announcement_id = u.of and x.undone_at is null and x.area_path > u.path and x.area_path < u.path_end
        and (starts_with(g.area_path, x.area_path) or starts_with(x.area_path, g.area_path))))),
    s.last_at, s.last_way
  from unit u join homes h on h.id = u.id cross join lateral (
    select coalesce(bool_or(x.up and x.wide), false) as whole, coalesce(bool_or(x.up), false) as above, coalesce(bool_or(not x.up), false) as within,
      coalesce(sum(x.reached::numeric * h.n / greatest(x.homes, 1)) filter (where x.up and not x.wide), 0)::int as shared,
      coalesce(sum(x.reached) filter (where not x.up and not x.wide), 0)::int as numbers,
      coalesce((select sum(homes_below(d.area_path)) from (select distinct r.area_path from publicity_record r where r.announcement_id = u.of and r.undone_at is null
        and r.way in ('loudspeaker', 'poster') and r.area_path > u.path and r.area_path < u.path_end) d), 0)::int as parts,
      max(x.at) as last_at, (array_agg(x.way order by x.at desc))[1] as last_way
    from (
      select true as up, r.way in ('loudspeaker', 'poster') as wide, r.way, r.reached, r.at, case when r.way not in ('loudspeaker', 'poster') then homes_below(r.area_path) end as homes
      from publicity_record r where r.announcement_id = u.of and r.undone_at is null and r.area_path = any(u.upwards)
      union all
      select false, r.way in ('loudspeaker', 'poster'), r.way, r.reached, r.at, null
      from publicity_record r where r.announcement_id = u.of and r.undone_at is null and r.area_path > u.path and r.area_path < u.path_end) x) s;
end $$;
