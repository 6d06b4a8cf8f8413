-- 宣传教育: announcements with source, number and time in force, and who was told of them where and how.
create table announcement (
  id uuid primary key,
  -- 发布单位: only they change it
  office_id uuid not null references area (id),
  area_path text collate "C" not null,
  kind text not null check (kind in ('policyNotice', 'science', 'rumour', 'disclosure', 'convenience')),
  title text not null,
  -- of a rumour what is true; paragraphs by line
  body text not null,
  -- of a rumour what is said
  rumour text,
  source text not null,
  order_no text,
  from_on date not null,
  -- last day it holds; null: until withdrawn
  to_on date,
  -- by when every settlement is to be told; null: nobody is sent
  tell_by timestamptz,
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  created_at timestamptz not null,
  published_at timestamptz,
  publisher_name text,
  withdrawn_at timestamptz,
  withdrawer_name text,
  withdrawn_reason text,
  check ((kind = 'rumour') = (rumour is not null)),
  check (to_on >= from_on)
);
comment on table announcement is '公告: what an office says, on whose word, for which areas, from when until when';
create index announcement_path on announcement (area_path, created_at desc, id);

create table announcement_area (
  announcement_id uuid not null references announcement (id) on delete cascade,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  primary key (announcement_id, area_id)
);
comment on table announcement_area is '公告范围: the areas an announcement is for; it reaches all below them';
create index announcement_area_path on announcement_area (area_path, announcement_id);

create table announcement_opened (
  announcement_id uuid not null references announcement (id),
  -- of the code that was scanned
  area_path text collate "C" not null,
  day date not null,
  n int not null,
  primary key (announcement_id, area_path, day)
);
comment on table announcement_opened is '公告打开次数: a number for each day and code; no person, no device';
create index announcement_opened_path on announcement_opened (area_path);

create table publicity_record (
  id uuid primary key,
  -- null: of no announcement in particular
  announcement_id uuid references announcement (id),
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  way text not null check (way in ('loudspeaker', 'poster', 'leaflet', 'group', 'consultation')),
  at timestamptz not null,
  -- 入户: 户, 群: 群里的人, 咨询: 人, 海报: 张; null of a loudspeaker
  reached int check (reached between 1 and 100000),
  -- who did it, where that is somebody else than who wrote it down
  people text,
  note text,
  taken_down_at timestamptz,
  taken_down_by text,
  received_at timestamptz not null,
  account_id uuid references account (id),
  by_name text,
  undone_at timestamptz,
  undone_by text
);
comment on table publicity_record is '宣传记录: who told whom of what, where, how, and how many';
create index publicity_record_path on publicity_record (area_path, at desc);
create index publicity_record_of on publicity_record (announcement_id, area_path) where undone_at is null;

-- What concerns somewhere comes from there, from above and from below; the rows above are out of sight. A draft is its office's own.
create function announcements_here() returns table (
  id uuid, office_id uuid, area_path text, office_name text, kind text, title text, body text, rumour text, source text, order_no text, from_on date, to_on date, tell_by timestamptz, state text,
  created_at timestamptz, published_at timestamptz, publisher_name text, withdrawn_at timestamptz, withdrawer_name text, withdrawn_reason text, areas jsonb)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = 'force_generic_plan' as $$
declare
  lo text collate "C" := current_setting('wangge.scope_lo');
  hi text collate "C" := current_setting('wangge.scope_hi');
  above text[] := array(select g.area_path from area g where g.no = any(area_numbers(lo)));
begin
  return query
  select a.id, a.office_id, a.area_path, o.name, a.kind, a.title, a.body, a.rumour, a.source, a.order_no, a.from_on, a.to_on, a.tell_by, a.state,
    a.created_at, a.published_at, a.publisher_name, a.withdrawn_at, a.withdrawer_name, a.withdrawn_reason,
    (select jsonb_agg(jsonb_build_object('areaId', t.id, 'name', t.name) order by t.area_path) from announcement_area x join area t on t.id = x.area_id where x.announcement_id = a.id)
  from announcement a join area o on o.id = a.office_id
  where a.id in (
    select b.id from announcement b where b.area_path >= lo and b.area_path < hi and (b.state <> 'draft' or b.area_path = lo)
    union all select x.announcement_id from announcement_area x join announcement b on b.id = x.announcement_id where b.state <> 'draft' and (x.area_path = any(above) or (x.area_path >= lo and x.area_path < hi)));
end $$;

-- 传达情况: each settlement of these announcements within the caller's territory: its homes, how many of them were told, and whether anybody told it at all. Whoever serves inside a
-- settlement has the own grid. What was told above counts below, so it looks above, at ways and numbers only.
-- 喇叭 and 海报 tell all homes of where they are; 入户, 群 and 咨询 as many as were told, one above a settlement by its share of the homes.
create function announcement_places(wanted uuid[]) returns table (announcement_id uuid, area_id uuid, area_path text, name text, households int, covered int, told boolean, last_at timestamptz, last_way text)
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
    select a.id, a.area_path as path, a.area_end as path_end, a.name, a.level, not (a.level in ('compound', 'villageGroup') or (a.level = 'grid' and p.level not in ('compound', 'villageGroup'))) as inside
    from area a left join area p on p.id = a.parent_id where a.area_path >= lo and a.area_path < hi and a.state = 'open' and a.level in ('compound', 'villageGroup', 'grid', 'building', 'unit')
      and (a.level in ('compound', 'villageGroup', 'grid') or a.area_path = lo or exists (select from target t where t.path = a.area_path))),
  unit as (
    select distinct t.of, u.id, u.path, u.path_end, u.name from target t join place u on u.path >= t.from_path and u.path < t.to_path and (not u.inside or u.path = t.from_path)),
  homes as (
    select u.id, coalesce((select sum(c.n) from tally c where c.subject = 'household' and c.state = 'present' and c.area_path >= u.path and c.area_path < u.path_end), 0)::int as n
    from (select distinct u.id, u.path, u.path_end from unit u) u),
  said as (
    select r.announcement_id as of, r.area_path as path, r.way in ('loudspeaker', 'poster') as wide, r.way, r.reached, r.at,
      coalesce((select sum(c.n) from tally c where c.subject = 'household' and c.state = 'present' and c.area_path >= r.area_path and c.area_path < left(r.area_path, -1) || '0'), 0)::int as homes
    from publicity_record r where r.announcement_id = any(wanted) and r.undone_at is null)
  select u.of, u.id, u.path, u.name, h.n,
    case when s.whole then h.n else least(h.n, s.shared + s.numbers + s.parts) end,
    s.above or (s.within and not exists (select from area g where g.level = 'grid' and g.state = 'open' and g.area_path > u.path and g.area_path < u.path_end
      and not exists (select from said x where x.of = u.of and (starts_with(g.area_path, x.path) or starts_with(x.path, g.area_path))))),
    s.last_at, s.last_way
  from unit u join homes h on h.id = u.id cross join lateral (
    select coalesce(bool_or(x.up and x.wide), false) as whole, coalesce(bool_or(x.up), false) as above, coalesce(bool_or(not x.up), false) as within,
      coalesce(sum(x.reached::numeric * h.n / greatest(x.homes, 1)) filter (where x.up and not x.wide), 0)::int as shared,
      coalesce(sum(x.reached) filter (where not x.up and not x.wide), 0)::int as numbers,
      coalesce((select sum(d.homes) from (select distinct y.path, y.homes from said y where y.of = u.of and y.wide and y.path > u.path and y.path < u.path_end) d), 0)::int as parts,
      max(x.at) as last_at, (array_agg(x.way order by x.at desc))[1] as last_way
    from (select y.*, starts_with(u.path, y.path) as up from said y where y.of = u.of and (starts_with(u.path, y.path) or (y.path > u.path and y.path < u.path_end))) x) s;
end $$;
