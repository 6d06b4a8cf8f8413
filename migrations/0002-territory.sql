create table area (
  id uuid primary key,
  no bigint generated always as identity unique,
  parent_id uuid references area (id),
  -- '/1/10/100/': the numbers of all areas above and this one
  area_path text collate "C" not null unique,
  level text not null,
  name text not null,
  -- names from the subdistrict down, as people write an address
  full_name text not null,
  -- pinyin of the name, a space, the initials: 'jinxiuxiaoqu jxxq'
  name_pinyin text collate "C" not null default '',
  -- official division code where there is one (GB/T 2260, 6 to 12 digits)
  code text,
  sort int not null default 0,
  state text not null default 'open' check (state in ('open', 'closed')),
  office_phone text,
  opened_on date not null,
  closed_on date
);
create index area_parent on area (parent_id, sort, name);

create table area_change (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  kind text not null,
  before jsonb,
  after jsonb,
  order_no text,
  reason text,
  at timestamptz not null,
  account_id uuid,
  account_name text
);
create index area_change_area on area_change (area_id, at desc);

-- Names and codes above one's own territory are no secret (an address needs them); figures are. So these two functions,
-- and only they, look above the caller's range.
-- They go by the numbers in the path, which are indexed; `starts_with` would read all areas at every call.
create function area_numbers(path text) returns bigint[] language sql immutable as $$
  select array(select m[1]::bigint from regexp_matches(path, '[0-9]+', 'g') m)
$$;

create function area_above(path text) returns table (id uuid, level text, name text, full_name text, code text, area_path text)
language sql stable security definer as $$
  select id, level, name, full_name, code, area_path from area where no = any(area_numbers(path)) order by length(area_path)
$$;

-- The community an area belongs to: the nearest area of level community at or above it, else the area itself.
create function community_of(path text) returns uuid language sql stable security definer as $$
  select coalesce(
    (select id from area where level = 'community' and no = any(area_numbers(path)) order by length(area_path) desc limit 1),
    (select id from area where area_path = path))
$$;

-- Names of the open communities of the same district, for handing somebody over to the right one.
create function communities_nearby(path text) returns table (id uuid, name text, full_name text, area_path text)
language sql stable security definer as $$
  with top as (
    select t.area_path from area t where t.no = any(area_numbers(path)) and t.level in ('district', 'city')
    order by (t.level = 'district') desc limit 1)
  select a.id, a.name, a.full_name, a.area_path from area a, top
  where a.level = 'community' and a.state = 'open'
    and a.area_path >= top.area_path and a.area_path < left(top.area_path, -1) || '0'
  order by a.full_name
$$;

-- The size of a grid in households (CJ/T 349 practice: 300 to 500): outside it a warning stands, never a limit.
insert into setting (key, value) values ('territory.gridHouseholds', '{"from": 300, "to": 500}');
