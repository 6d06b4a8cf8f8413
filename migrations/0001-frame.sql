-- The frame's own tables: what every request leaves behind.

create table audit_event (
  id uuid primary key,
  at timestamptz not null,
  actor_kind text not null,
  account_id uuid,
  account_name text,
  role text,
  session_id uuid,
  link_id uuid,
  ip text,
  device text,
  endpoint text not null,
  act text not null,
  subjects text[] not null default '{}',
  reason text,
  area_path text collate "C",
  detail jsonb
);
create index audit_event_at on audit_event (at desc, id);
create index audit_event_account on audit_event (account_id, at desc);
create index audit_event_subjects on audit_event using gin (subjects) with (fastupdate = off);

-- The chain: link n seals event n together with link n-1. Written after commit, in the order rows become visible.
create table audit_link (
  no bigint primary key,
  event_id uuid not null unique references audit_event (id),
  hash text not null
);

-- Events not yet in the chain; emptied by the sealing run.
create table audit_pending (
  event_id uuid primary key
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only';
end $$;
create trigger audit_event_append_only before update or delete on audit_event for each row execute function refuse_change();
create trigger audit_link_append_only before update or delete on audit_link for each row execute function refuse_change();
create trigger audit_event_no_truncate before truncate on audit_event for each statement execute function refuse_change();
create trigger audit_link_no_truncate before truncate on audit_link for each statement execute function refuse_change();

-- One row per command that took effect; a replay answers from here.
create table receipt (
  command_id uuid primary key,
  actor_key text not null,
  endpoint text not null,
  input_hash text not null,
  output jsonb,
  at timestamptz not null
);
create index receipt_at on receipt (at);

create table job (
  id uuid primary key,
  name text not null,
  payload jsonb not null default '{}',
  actor jsonb not null,
  run_at timestamptz not null,
  attempts int not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  started_at timestamptz,
  ended_at timestamptz,
  problem text,
  -- for work queued by the clock: one row for all processes
  once_key text unique
);
create index job_waiting on job (run_at) where state = 'waiting';

create table setting (
  key text primary key,
  value jsonb not null
);

-- Maintained counters: how many rows of a subject are in a state at exactly this area.
-- Kept by statement triggers, so a total never counts a million rows.
create table tally (
  subject text not null,
  state text not null,
  area_path text collate "C" not null,
  n bigint not null default 0,
  primary key (subject, area_path, state)
);
