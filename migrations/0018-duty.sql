-- Who answers for which area since when (三级挂联). A row is ended, never deleted; a correction of the same day is marked undone.
create table duty_assignment (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  duty_role text not null,
  -- empty for leaders and building heads, who often have no account: then the name is all there is
  account_id uuid references account (id),
  holder_name text not null,
  holder_office text,
  holder_title text,
  office_phone text,
  -- shown on the public board
  on_board boolean not null default true,
  order_no text,
  starts_on date not null,
  -- the last day of a stand-in
  ends_on date,
  created_at timestamptz not null,
  created_by uuid,
  creator_name text,
  ended_at timestamptz,
  ender_name text,
  end_reason text,
  undone boolean not null default false,
  -- whom this one follows, and what came over from them
  follows_id uuid references duty_assignment (id),
  handover_id uuid
);
create index duty_assignment_area on duty_assignment (area_id, duty_role) where ended_at is null;
create index duty_assignment_path on duty_assignment (area_path, duty_role) where ended_at is null;
create index duty_assignment_history on duty_assignment (area_id, created_at desc);
create index duty_assignment_account on duty_assignment (account_id) where ended_at is null;

-- Open work that went from one account to another (工作移交): what exactly, so that it can be taken back.
create table duty_handover (
  id uuid primary key,
  area_path text collate "C" not null,
  from_account_id uuid not null references account (id),
  from_name text not null,
  to_account_id uuid not null references account (id),
  to_name text not null,
  reason text not null,
  -- { doctor: [episode ids], worker: [episode ids], leads: [lead ids] }
  moved jsonb not null,
  at timestamptz not null,
  by_account_id uuid,
  by_name text,
  undone_at timestamptz
);
create index duty_handover_path on duty_handover (area_path, at desc);

-- The public board (公示牌) of an area: the newest row stands.
create table duty_board (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  supervision_phone text,
  published boolean not null,
  at timestamptz not null,
  account_id uuid,
  account_name text
);
create index duty_board_area on duty_board (area_id, at desc);

-- One worker for 300 to 400 households: 《关于加强社区工作者队伍专业化建设的意见》, as cited in the survey report on community work.
insert into setting (key, value) values ('duty.householdsPerWorker',
  '{"from": 300, "to": 400, "source": "《关于加强社区工作者队伍专业化建设的意见》:每300—400户常住人口配备1名"}');

-- The public board is the same for everybody who opens it, signed in or not. Hence these two functions, and only they: they give what was
-- marked public and is in force, of an area whose board is published, and no account, no residents.
create function duty_board_head(board_area uuid) returns table (
  name text, full_name text, level text, area_path text, office_phone text, supervision_phone text, published boolean, at timestamptz
) language sql stable security definer as $$
  with a as (select * from area where id = board_area and state = 'open'),
  above as (select u.id, u.office_phone, length(u.area_path) as depth from area u, a where u.no = any(area_numbers(a.area_path))),
  newest as (select distinct on (b.area_id) b.*, above.depth from duty_board b join above on above.id = b.area_id order by b.area_id, b.at desc, b.id desc)
  select a.name, a.full_name, a.level, a.area_path,
    (select office_phone from above where office_phone is not null order by depth desc limit 1),
    (select supervision_phone from newest where supervision_phone is not null order by depth desc limit 1),
    coalesce((select published from newest where area_id = board_area), false),
    (select n.at from newest n where area_id = board_area)
  from a
$$;

create function duty_board_lines(board_area uuid, on_day date) returns table (
  place text, level text, area_path text, duty_role text, name text, title text, office text, office_phone text, changed_at timestamptz
) language sql stable security definer as $$
  with b as (select area_path, area_end from area where id = board_area),
  seen as (
    select a.* from area a, b where a.no = any(area_numbers(b.area_path))
    union
    select a.* from area a, b where a.area_path > b.area_path and a.area_path < b.area_end and a.state = 'open')
  select s.name, s.level, s.area_path, d.duty_role, d.holder_name, d.holder_title, d.holder_office, d.office_phone, d.created_at
  from duty_assignment d join seen s on s.id = d.area_id left join account ac on ac.id = d.account_id
  where d.on_board and d.ended_at is null and d.starts_on <= on_day and (d.ends_on is null or d.ends_on >= on_day)
    and (d.account_id is null or (ac.state = 'active' and ac.role is not null))
  order by length(s.area_path), s.sort, s.name, d.starts_on, d.id
$$;
