-- Who asks to go out (外出申请): by which reason, where to, and how far it has come. The order that decided it is kept with its sentence.
create table exit_request (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  community_id uuid not null references area (id),
  person_id uuid not null references person (id),
  household_id uuid references household (id),
  kind text not null check (kind in ('migrantWork', 'visiting', 'medical', 'localWork')),
  state text not null check (state in ('applied', 'certificateDue', 'certified', 'allowed', 'refused', 'out', 'back', 'notBack', 'withdrawn')),
  -- the state before it was refused or withdrawn, so that it can be taken back
  former_state text,
  channel text not null check (channel in ('phone', 'paper', 'desk')),
  -- the day on the paper, or of the entry
  asked_on date not null,
  applied_at timestamptz not null,
  applied_by uuid,
  applier_name text,
  -- a 6-digit division code where it is known
  destination_code text,
  destination_name text not null,
  employer text,
  note text,
  leaves_on date not null,
  -- last day of local work, day of return
  until_on date,
  escort_name text,
  emergency_name text,
  emergency_sealed text,
  emergency_masked text,
  policy_id uuid references policy (id),
  decision jsonb not null,
  decided_at timestamptz,
  decided_by uuid,
  decider_name text,
  decide_reason text,
  notice_id uuid references notice (id),
  certified_at timestamptz,
  certified_by uuid,
  certifier_name text,
  certified_until date,
  -- when the person left, for the last time
  left_at timestamptz,
  -- what the resident's phone keeps to see and report about its own request
  receipt_index text unique,
  updated_at timestamptz not null
);
create index exit_request_path on exit_request (area_path, state, leaves_on, id);
create index exit_request_applied on exit_request (area_path, applied_at desc, id);
create index exit_request_left on exit_request (area_path, kind, left_at) where left_at is not null;
create index exit_request_recent on exit_request (applied_at desc, id desc);
create index exit_request_person on exit_request (person_id, applied_at desc);

-- A reading taken because somebody asks to go out: when asking, at the health centre, when leaving, boarding, coming back.
create table exit_check (
  id uuid primary key,
  exit_id uuid not null references exit_request (id),
  person_id uuid not null,
  area_path text collate "C" not null,
  at timestamptz not null,
  occasion text not null check (occasion in ('applied', 'certificate', 'out', 'boarding', 'back')),
  temperature numeric(3, 1),
  device_error boolean not null default false,
  symptoms text[] not null default '{}',
  abnormal boolean not null default false,
  channel text not null,
  account_id uuid,
  taker_name text
);
create index exit_check_exit on exit_check (exit_id, at);
create index exit_check_person on exit_check (person_id, at desc);
create index exit_check_path on exit_check (area_path);

-- Out and back (外出、返回): one row each time somebody goes out for the day.
create table exit_trip (
  id uuid primary key,
  exit_id uuid not null references exit_request (id),
  person_id uuid not null,
  area_path text collate "C" not null,
  out_at timestamptz not null,
  due_back_at timestamptz not null,
  back_at timestamptz,
  -- why somebody did not come back, as far as it is known
  not_back_reason text,
  out_name text,
  back_name text,
  undone_at timestamptz
);
create unique index exit_trip_open on exit_trip (exit_id) where back_at is null and not_back_reason is null and undone_at is null;
create index exit_trip_exit on exit_trip (exit_id, out_at desc);
create index exit_trip_late on exit_trip (area_path, due_back_at) where back_at is null and not_back_reason is null and undone_at is null;

-- Every step of a request: who, when, why.
create table exit_event (
  id uuid primary key,
  exit_id uuid not null references exit_request (id),
  area_path text collate "C" not null,
  at timestamptz not null,
  kind text not null,
  params jsonb not null default '{}',
  channel text,
  account_id uuid,
  actor_name text
);
create index exit_event_exit on exit_event (exit_id, at desc);
create index exit_event_path on exit_event (area_path);

-- A numbered paper may also be a health certificate (健康证明): about a request, not about an episode, and only for some days.
alter table notice alter column episode_id drop not null;
alter table notice add column exit_id uuid;
alter table notice add column valid_to date;
alter table notice add column issued_at timestamptz;
create unique index notice_of_exit on notice (exit_id) where exit_id is not null and withdrawn_at is null;
alter table document_issue alter column episode_id drop not null;
