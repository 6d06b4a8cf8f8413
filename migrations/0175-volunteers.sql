-- 志愿者与下沉力量: who helps, for what hands are called, who came from when to when, and the points that follow from it.
create table volunteer (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  -- of the register; people of units need not live here
  person_id uuid references person (id),
  name text not null,
  kind text not null check (kind in ('resident', 'partyMember', 'cadre', 'property', 'merchant')),
  unit text,
  -- 报到: the day a party member or cadre reported in
  reported_on date,
  phone_sealed text,
  phone_index text,
  phone_masked text,
  skills text[] not null default '{}',
  -- when they can; empty: nothing was said, so any time is asked
  free text[] not null default '{}',
  -- 志愿服务条例 第二十条: named in public only by consent
  in_public boolean not null default false,
  state text not null check (state in ('waiting', 'active', 'paused', 'left', 'declined')),
  state_reason text,
  note text,
  created_at timestamptz not null,
  creator_name text,
  -- signed up by the code on a wall: which, and the receipt that phone keeps
  link_id uuid,
  receipt_index text unique
);
comment on table volunteer is '志愿者: residents and people of units who help, their skills, when they can, and whether they may be named in public';
create index volunteer_path on volunteer (area_path, state, name, id);
create index volunteer_person on volunteer (person_id) where person_id is not null;
create index volunteer_phone on volunteer (phone_index) where phone_index is not null;
create index volunteer_link on volunteer (link_id, created_at) where link_id is not null;

create table volunteer_call (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  kind text not null check (kind in ('gate', 'delivery', 'visit', 'disinfection', 'medical', 'publicity', 'other')),
  place text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  wanted int not null check (wanted between 1 and 200),
  skill text,
  note text,
  -- the shift of the roster it is for; its keeper is written there
  gate_id uuid references gate (id),
  on_date date,
  slot int,
  state text not null default 'open' check (state in ('open', 'withdrawn')),
  asked_at timestamptz not null,
  asker_name text,
  check (ends_at > starts_at),
  check ((gate_id is null) = (slot is null) and (gate_id is null) = (on_date is null))
);
comment on table volunteer_call is '招募: what hands are called for, where, from when to when, how many';
create index volunteer_call_path on volunteer_call (area_path, starts_at, id);
create unique index volunteer_call_shift on volunteer_call (gate_id, on_date, slot) where state = 'open' and gate_id is not null;

create table volunteer_service (
  id uuid primary key,
  -- null where nobody was called for it
  call_id uuid references volunteer_call (id),
  volunteer_id uuid not null references volunteer (id),
  area_path text collate "C" not null,
  kind text not null,
  place text not null,
  -- as it was asked
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null check (state in ('taken', 'dropped', 'came', 'absent', 'undone')),
  -- 签到、签退; the hours are derived from these two and stand nowhere
  came_at timestamptz,
  left_at timestamptz,
  note text,
  rating int check (rating between 1 and 5),
  taken_at timestamptz not null,
  taker_name text,
  recorded_at timestamptz,
  recorder_name text,
  check (state <> 'came' or (came_at is not null and left_at > came_at))
);
comment on table volunteer_service is '服务记录: somebody stands on a call, and came from when to when or did not (志愿服务条例 第十九条)';
create unique index volunteer_service_once on volunteer_service (call_id, volunteer_id) where state in ('taken', 'came', 'absent');
create index volunteer_service_of on volunteer_service (volunteer_id, starts_at desc);
create index volunteer_service_path on volunteer_service (area_path, came_at) where state = 'came';

create table volunteer_rule (
  id uuid primary key,
  office_id uuid not null references area (id),
  area_path text collate "C" not null,
  version int not null,
  -- points by kind of work, per hour or time, at most a day; by which paper
  document jsonb not null,
  published_at timestamptz not null,
  publisher_name text,
  unique (office_id, version)
);
comment on table volunteer_rule is '积分办法: an edition an office published; the latest of the nearest office holds';
create index volunteer_rule_path on volunteer_rule (area_path);

-- The edition of an office above holds below it, though its row is out of sight there; the nearest office comes first.
create function volunteer_rules_for(path text) returns table (id uuid, office_name text, version int, document jsonb, published_at timestamptz, publisher_name text)
language sql stable security definer as $$
  select r.id, a.name, r.version, r.document, r.published_at, r.publisher_name from volunteer_rule r join area a on a.id = r.office_id
  where a.no = any(area_numbers(path)) order by length(r.area_path) desc, r.version desc limit 1
$$;

create table volunteer_point (
  id uuid primary key,
  volunteer_id uuid not null references volunteer (id),
  area_path text collate "C" not null,
  at timestamptz not null,
  points int not null check (points <> 0),
  kind text not null check (kind in ('earned', 'exchanged', 'takenBack')),
  service_id uuid references volunteer_service (id),
  -- the line this one takes back; no line is ever changed
  takes_back uuid unique references volunteer_point (id),
  what text not null,
  -- the edition it was counted by; null: the example shipped with the program
  rule_id uuid references volunteer_rule (id),
  actor_name text
);
comment on table volunteer_point is '积分台账: added to, never changed; the balance is its sum (台账为准)';
create index volunteer_point_of on volunteer_point (volunteer_id, at desc, id);
create index volunteer_point_path on volunteer_point (area_path, at);
