-- Passes (出入证): of households, persons, vehicles and visitors. What is printed is signed; what is signed can be stopped.

-- The request's own time, for triggers: the clock of the program, not of the database.
create function request_now() returns timestamptz language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('wangge.now', true), '')::timestamptz, now())
$$;

-- Keys codes are signed with; the private half is sealed. A key signs until the next one has been with the phones for a while, and verifies
-- until the last paper signed with it has expired.
create table pass_key (
  key_id int primary key check (key_id between 1 and 65535),
  public_key text not null,
  private_sealed text not null,
  signs_from timestamptz not null,
  signs_until timestamptz not null,
  until_at timestamptz not null
);

create table pass (
  id uuid primary key,
  -- 编号 without its letter; what the code carries
  no bigint generated always as identity unique,
  kind text not null check (kind in ('household', 'person', 'vehicle', 'visitor')),
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  community_id uuid not null references area (id),
  -- none for a vehicle of an office or enterprise
  household_id uuid references household (id),
  person_id uuid references person (id),
  state text not null check (state in ('waiting', 'valid', 'declined', 'revoked')),
  -- while somebody of the household is in quarantine; kept by a trigger on episode
  suspended_at timestamptz,
  suspended_by uuid,
  -- codes of a lower number were replaced by a reprint
  issue int not null default 1 check (issue between 1 and 65535),
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  purpose text,
  note text,
  -- 车辆
  plate text,
  vehicle_kind text,
  special boolean not null default false,
  owner text,
  driver text,
  companions int,
  route text,
  recheck_days int,
  recheck_on date,
  -- 访客
  visitor_name text,
  visitor_phone_sealed text,
  visitor_phone_masked text,
  visitor_from text,
  announced_by text check (announced_by in ('household', 'community')),
  confirmed_at timestamptz,
  arrived_at timestamptz,
  batch_id uuid,
  issued_at timestamptz not null,
  issued_by uuid,
  issuer_name text,
  ended_at timestamptz,
  ended_by uuid,
  ender_name text,
  end_reason text,
  -- since when phones at the gates must know that not every code of it is good
  stops_changed_at timestamptz
);
create unique index pass_of_household on pass (household_id) where kind = 'household' and state = 'valid';
create unique index pass_of_person on pass (person_id) where kind = 'person' and state = 'valid';
create unique index pass_of_plate on pass (community_id, plate) where kind = 'vehicle' and state = 'valid';
create index pass_person on pass (person_id) where person_id is not null;
create index pass_household on pass (household_id, kind);
create index pass_recent on pass (issued_at desc, id desc);
create index pass_path on pass (area_path, kind, state, valid_until);
create index pass_suspended on pass (area_path) where suspended_at is not null and state = 'valid';
create index pass_stops on pass (stops_changed_at) where stops_changed_at is not null;
create index pass_plate on pass (plate, area_path) where plate is not null;
create index pass_recheck on pass (recheck_on, id) where recheck_on is not null and state = 'valid';
create index pass_waiting on pass (valid_from, id) where state = 'waiting';
create index pass_batch_of on pass (batch_id) where batch_id is not null;

-- What happened to a pass, print by print.
create table pass_event (
  id uuid primary key,
  pass_id uuid not null references pass (id),
  area_path text collate "C" not null,
  at timestamptz not null,
  kind text not null,
  params jsonb not null default '{}',
  account_id uuid,
  actor_name text
);
create index pass_event_pass on pass_event (pass_id, at desc);
create index pass_event_path on pass_event (area_path);

-- 整小区发证: one run over a compound, how far it is, and who was left out.
create table pass_batch (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  state text not null check (state in ('running', 'done', 'undone')),
  households int not null default 0,
  seen int not null default 0,
  issued int not null default 0,
  -- the last door that was looked at, so that a run that broke off goes on
  after_path text collate "C" not null default '',
  after_id uuid,
  at timestamptz not null,
  account_id uuid,
  account_name text,
  done_at timestamptz
);
create index pass_batch_path on pass_batch (area_path, at desc);

create table pass_skip (
  batch_id uuid not null references pass_batch (id),
  household_id uuid not null references household (id),
  area_path text collate "C" not null,
  -- hasOne, quarantined, nobody
  reason text not null,
  primary key (batch_id, household_id)
);
create index pass_skip_path on pass_skip (area_path);

insert into setting (key, value) values ('passes.stoppedBy', '["centralQuarantine", "homeQuarantine"]') on conflict (key) do nothing;

-- 同户任一人隔离,该户出入证即停用: in the transaction that opens, changes or ends the episode, whoever does it. It runs as the owner, since the
-- office that decides may stand elsewhere than the household.
create function follow_quarantine(home uuid) returns void language plpgsql security definer set search_path = public set plan_cache_mode = 'force_generic_plan' as $$
declare
  cause record;
  measures text[];
begin
  if not exists (select from pass where household_id = home and state in ('valid', 'waiting')) then return; end if;
  select array(select jsonb_array_elements_text(value)) into measures from setting where key = 'passes.stoppedBy';
  select e.id, e.measure, e.ends_on into cause from episode e
    where e.household_id = home and e.state = 'active' and e.measure = any(measures) order by e.ends_on desc, e.id limit 1;
  if cause.id is null then
    with again as (
      update pass set suspended_at = null, suspended_by = null, stops_changed_at = request_now() where household_id = home and suspended_at is not null returning id, area_path)
    insert into pass_event (id, pass_id, area_path, at, kind) select gen_random_uuid(), id, area_path, request_now(), 'restored' from again;
  else
    update pass set suspended_by = cause.id where household_id = home and suspended_at is not null and suspended_by <> cause.id;
    with stopped as (
      update pass set suspended_at = request_now(), suspended_by = cause.id, stops_changed_at = request_now()
        where household_id = home and suspended_at is null and state in ('valid', 'waiting') and not special returning id, area_path)
    insert into pass_event (id, pass_id, area_path, at, kind, params)
      select gen_random_uuid(), id, area_path, request_now(), 'suspended', jsonb_build_object('measure', cause.measure, 'endsOn', cause.ends_on) from stopped;
  end if;
end $$;

create function episode_stops_passes() returns trigger language plpgsql as $$
begin
  if new.household_id is not null then perform follow_quarantine(new.household_id); end if;
  if tg_op = 'UPDATE' and old.household_id is distinct from new.household_id and old.household_id is not null then perform follow_quarantine(old.household_id); end if;
  return null;
end $$;
create trigger episode_passes_i after insert on episode for each row when (new.state = 'active' and new.household_id is not null) execute function episode_stops_passes();
create trigger episode_passes_u after update on episode for each row
  when (old.state is distinct from new.state or old.measure is distinct from new.measure or old.household_id is distinct from new.household_id or old.ends_on is distinct from new.ends_on)
  execute function episode_stops_passes();

-- Whoever moves takes the own pass along; whoever is gone leaves none that is good.
create function person_takes_pass() returns trigger language plpgsql security definer set search_path = public set plan_cache_mode = 'force_generic_plan' as $$
begin
  if new.state = 'present' then
    update pass set household_id = new.household_id, area_id = new.area_id, area_path = new.area_path, community_id = new.community_id where person_id = new.id and kind = 'person';
    if new.household_id is not null then perform follow_quarantine(new.household_id); end if;
  elsif new.state in ('movedOut', 'deceased') then
    update pass set state = 'revoked', ended_at = request_now(), end_reason = new.state, stops_changed_at = request_now() where person_id = new.id and kind = 'person' and state = 'valid';
  end if;
  return null;
end $$;
create trigger person_passes after update on person for each row
  when (old.household_id is distinct from new.household_id or (old.state is distinct from new.state and new.state <> 'merged')) execute function person_takes_pass();

-- What two transactions that did not see each other left behind, and what a changed setting means; run by a job.
create function passes_out_of_step() returns setof uuid language sql stable security definer set search_path = public as $$
  with measures as (select array(select jsonb_array_elements_text(value)) as list from setting where key = 'passes.stoppedBy'),
  held as (select distinct e.household_id from episode e, measures where e.state = 'active' and e.household_id is not null and e.measure = any(measures.list))
  select distinct p.household_id from pass p join held on held.household_id = p.household_id where p.suspended_at is null and p.state in ('valid', 'waiting') and not p.special
  union
  select distinct p.household_id from pass p where p.suspended_at is not null and p.state in ('valid', 'waiting') and not exists (select from held where held.household_id = p.household_id)
$$;

-- The compound or village group of a path, also for those who see only a grid of it: its name stands on the paper, its number in the code.
create function compound_of(path text) returns table (no bigint, name text) language plpgsql stable security definer set plan_cache_mode = 'force_generic_plan' as $$
begin
  return query select a.no, a.name from area a where a.no = any(area_numbers(path))
    order by (a.level in ('compound', 'villageGroup')) desc, length(a.area_path) desc limit 1;
end $$;

create index link_household on link (person_id) where person_id is not null and episode_id is null;
