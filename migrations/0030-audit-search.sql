-- The trail grows for years; each way of searching it finds its newest lines by an index of its own.
create index audit_event_ip on audit_event (ip, at desc);
create index audit_event_act on audit_event (act, at desc);
create index audit_event_refused on audit_event (at desc) where detail ? 'refused';

-- 校验记录: every time the whole chain was verified, by whom, how far it got and what it found.
create table audit_check (
  id uuid primary key,
  started_at timestamptz not null,
  by_name text,
  state text not null check (state in ('running', 'good', 'broken')),
  -- links looked at, and the hash of the last one
  verified bigint not null default 0,
  total bigint not null,
  last_hash text not null default '',
  broken jsonb,
  ended_at timestamptz
);
create index audit_check_started on audit_check (started_at desc);
