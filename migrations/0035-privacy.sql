-- An event (事件): what was collected for it ends with it (突发事件应对法 §84–85, domain §9).
create table privacy_event (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  title text not null,
  order_no text not null,
  started_on date not null,
  state text not null check (state in ('open', 'stopped', 'frozen', 'reviewed', 'approved', 'destroying', 'closed')),
  -- what the dry run counted when it was approved, and what was destroyed in the end
  counted jsonb,
  certificate jsonb,
  created_at timestamptz not null,
  created_by uuid,
  creator_name text
);
create index privacy_event_path on privacy_event (area_path, started_on desc);
create unique index privacy_event_one_open on privacy_event (area_id) where state <> 'closed';

-- Every step of an event: who, by what order, why.
create table privacy_step (
  id uuid primary key,
  event_id uuid not null references privacy_event (id),
  area_path text collate "C" not null,
  step text not null,
  order_no text,
  reason text,
  at timestamptz not null,
  account_id uuid,
  account_name text
);
create index privacy_step_event on privacy_step (event_id, at);

-- The review (留存评估): what becomes of each kind of data, and why what is kept is kept.
create table privacy_review (
  event_id uuid not null references privacy_event (id),
  area_path text collate "C" not null,
  kind text not null,
  decision text not null check (decision in ('destroy', 'keep')),
  reason text,
  keep_until date,
  at timestamptz not null,
  account_id uuid,
  account_name text,
  primary key (event_id, kind)
);

-- Where nothing is collected any more, or nothing changed any more (停止采集, 冻结).
create table frozen_area (
  event_id uuid primary key references privacy_event (id),
  area_path text collate "C" not null,
  area_end text collate "C" generated always as (left(area_path, -1) || '0') stored,
  what text not null check (what in ('collecting', 'all'))
);

-- What stays of an event: counts by community and day, of nobody in particular.
create table event_statistic (
  event_id uuid not null references privacy_event (id),
  area_path text collate "C" not null,
  day date not null,
  indicator text not null,
  class text not null,
  n int not null,
  primary key (event_id, area_path, day, indicator, class)
);

-- A person's request about the own data (查阅、更正、异议、删除; 个人信息保护法 §44–50), with its clock.
create table privacy_request (
  id uuid primary key,
  receipt_no text not null,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  person_id uuid references person (id),
  kind text not null,
  text text not null,
  channel text not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  state text not null check (state in ('open', 'answered', 'refused', 'withdrawn')),
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  answerer_name text
);
create index privacy_request_path on privacy_request (area_path, state, due_at, id);
create index privacy_request_person on privacy_request (person_id, asked_at desc);

-- Days to answer a request (GB/T 35273-2020, 8.7: thirty days), and how long each kind of data is kept, in months; a kind without a term stays until its event ends.
insert into setting (key, value) values ('privacy.answerDays', '30'), ('privacy.retentionMonths', '{}');

-- One guard for all: a statement that would touch a frozen area fails with WG001, which the frame says in words. Costs one look at an (almost always) empty table.
create function guard_frozen() returns trigger language plpgsql security definer as $$
begin
  if not exists (select from frozen_area where what = 'all' or tg_argv[0] = 'collecting') or current_setting('wangge.destroying', true) = 'yes' then return null; end if;
  if exists (select from touched t join frozen_area f on t.area_path >= f.area_path and t.area_path < f.area_end and (f.what = 'all' or tg_argv[0] = 'collecting')) then
    raise exception 'frozen' using errcode = 'WG001';
  end if;
  return null;
end $$;

create function guard_table(name text) returns void language plpgsql as $$
begin
  execute format('create trigger frozen_i after insert on %I referencing new table as touched for each statement execute function guard_frozen(%L)', name, case when name = 'screening' then 'collecting' else 'all' end);
  execute format('create trigger frozen_u after update on %I referencing new table as touched for each statement execute function guard_frozen(''all'')', name);
  execute format('create trigger frozen_d after delete on %I referencing old table as touched for each statement execute function guard_frozen(''all'')', name);
end $$;
select guard_table(name) from unnest(array['screening', 'episode', 'episode_change', 'check_due', 'health_check', 'visit', 'episode_test', 'lead', 'lead_event', 'episode_call', 'pushed_row', 'tip']) as name;
