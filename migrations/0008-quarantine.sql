-- Quarantine sites (集中隔离点) and their rooms.
create table quarantine_site (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  name text not null,
  address text,
  phone text,
  state text not null default 'open' check (state in ('open', 'closed')),
  created_at timestamptz not null
);
create table quarantine_room (
  id uuid primary key,
  site_id uuid not null references quarantine_site (id),
  area_path text collate "C" not null,
  name text not null,
  beds int not null check (beds between 1 and 20),
  unique (site_id, name)
);

-- One quarantine or observation of one person (一次管控).
create table episode (
  id uuid primary key,
  -- the community that manages, also when the person is in a site elsewhere
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  community_id uuid not null references area (id),
  person_id uuid not null references person (id),
  household_id uuid references household (id),
  screening_id uuid references screening (id),
  -- opened because somebody of the household is managed (同住一并管理)
  because_of_episode_id uuid references episode (id),
  policy_id uuid not null references policy (id),
  decision jsonb not null,
  origin_class text not null,
  state text not null check (state in ('active', 'released', 'hospital', 'movedOut', 'cancelled')),
  -- of the stage today is in
  measure text not null,
  -- the stages of the whole period, computed when opened or extended
  stages jsonb not null,
  anchor text not null,
  anchor_on date not null,
  starts_on date not null,
  -- last day of the last stage, inclusive; release from 24:00
  ends_on date not null,
  place text not null check (place in ('home', 'site')),
  room_id uuid references quarantine_room (id),
  doctor_id uuid references account (id),
  worker_id uuid references account (id),
  opened_at timestamptz not null,
  opened_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  closer_name text,
  close_order_no text,
  version int not null default 1
);
create index episode_path on episode (area_path, state, ends_on, id);
create index episode_active on episode (area_path, id) where state = 'active';
create index episode_person on episode (person_id, opened_at desc);
create index episode_household on episode (household_id) where state = 'active';
create unique index episode_one_active on episode (person_id) where state = 'active';
create index episode_community on episode (community_id, opened_at);
create index episode_room on episode (room_id) where state = 'active' and room_id is not null;

-- Every change of an episode: who, by what order, why.
create table episode_change (
  id uuid primary key,
  episode_id uuid not null references episode (id),
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
create index episode_change_episode on episode_change (episode_id, at);

-- A check that is due in a window of a day; made once a day from the policy's windows.
-- Without a foreign key: its rows come from episode in one statement, episodes are never deleted, and the check of 200,000
-- rows one by one took longer than making them.
create table check_due (
  episode_id uuid not null,
  due_on date not null,
  check_window text not null,
  area_path text collate "C" not null,
  opens_at timestamptz not null,
  remind_at timestamptz not null,
  closes_at timestamptz not null,
  -- when missed: somebody has called at the door by then
  visit_by timestamptz not null,
  state text not null default 'open' check (state in ('open', 'done', 'missed', 'explained')),
  check_id uuid,
  reminded_at timestamptz,
  escalated_at timestamptz,
  explanation text,
  explained_by uuid,
  explainer_name text,
  primary key (episode_id, due_on, check_window)
);
create index check_due_path on check_due (area_path, due_on, state);
create index check_due_sweep on check_due (closes_at) where state = 'open';

-- A reading (测温 / 健康监测); a second one in the same window is kept as extra.
create table health_check (
  id uuid primary key,
  episode_id uuid not null references episode (id),
  area_path text collate "C" not null,
  taken_at timestamptz not null,
  received_at timestamptz not null,
  due_on date,
  check_window text,
  temperature numeric(3, 1),
  temperature_site text,
  device_error boolean not null default false,
  symptoms text[] not null default '{}',
  abnormal boolean not null default false,
  channel text not null,
  account_id uuid,
  taker_name text,
  visit_id uuid,
  note text
);
create index health_check_episode on health_check (episode_id, taken_at);
create index health_check_path on health_check (area_path, taken_at desc);

-- A visit at the door, owed or made (上门): doctor, worker or property staff.
create table visit (
  id uuid primary key,
  episode_id uuid references episode (id),
  household_id uuid references household (id),
  area_path text collate "C" not null,
  visitor text not null,
  purpose text not null,
  state text not null check (state in ('owed', 'made', 'cancelled')),
  due_at timestamptz,
  made_at timestamptz,
  account_id uuid,
  visitor_name text,
  result text,
  note text,
  created_at timestamptz not null,
  once_key text unique
);
create index visit_path on visit (area_path, state, due_at);
create index visit_episode on visit (episode_id, created_at desc);

-- Tests the policy requires on given days (核酸), as evidence for release.
create table episode_test (
  id uuid primary key,
  episode_id uuid not null references episode (id),
  area_path text collate "C" not null,
  due_on date not null,
  taken_on date,
  result text check (result in ('negative', 'positive')),
  account_id uuid,
  recorder_name text,
  recorded_at timestamptz,
  unique (episode_id, due_on)
);
create index episode_test_path on episode_test (area_path, due_on) where taken_on is null;

create function tally_episode() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into tally as t (subject, state, area_path, n)
      select 'episode', case state when 'active' then measure else state end, area_path, -count(*) from old_rows group by 2, 3
      on conflict (subject, area_path, state) do update set n = t.n + excluded.n;
  end if;
  if tg_op <> 'DELETE' then
    insert into tally as t (subject, state, area_path, n)
      select 'episode', case state when 'active' then measure else state end, area_path, count(*) from new_rows group by 2, 3
      on conflict (subject, area_path, state) do update set n = t.n + excluded.n;
  end if;
  return null;
end $$;
create trigger episode_tally_i after insert on episode referencing new table as new_rows for each statement execute function tally_episode();
create trigger episode_tally_u after update on episode referencing old table as old_rows new table as new_rows for each statement execute function tally_episode();
create trigger episode_tally_d after delete on episode referencing old table as old_rows for each statement execute function tally_episode();

-- A site usually belongs to the subdistrict or district, the people in it to a community below: a community may see which rooms
-- of the sites above it are free and take one, and nothing else of them. Hence these two functions, and only they.
create function rooms_free_for(path text) returns table (id uuid, name text, "siteName" text, free int)
language sql stable security definer as $$
  select r.id, r.name, s.name, r.beds - (select count(*) from episode e where e.room_id = r.id and e.state = 'active')::int
  from quarantine_site s join quarantine_room r on r.site_id = s.id
  where s.state = 'open' and (starts_with(path, s.area_path) or starts_with(s.area_path, path))
    and r.beds > (select count(*) from episode e where e.room_id = r.id and e.state = 'active')
  order by length(s.area_path) desc, s.name, r.name
$$;

create function room_for_assignment(room uuid) returns table (id uuid, name text, "siteId" uuid, "siteName" text, state text, beds int, taken int)
language sql volatile security definer as $$
  select r.id, r.name, s.id, s.name, s.state, r.beds, (select count(*) from episode e where e.room_id = r.id and e.state = 'active')::int
  from quarantine_room r join quarantine_site s on s.id = r.site_id where r.id = room for update of r
$$;

-- The name of the room somebody is in, for cards and lists of their community.
create function room_name(room uuid) returns text language sql stable security definer as $$
  select s.name || ' ' || r.name from quarantine_room r join quarantine_site s on s.id = r.site_id where r.id = room
$$;
