-- 请系统管理员办理: what the security administrator asks the system administrator to do about an account; neither does the other's work.
create table account_request (
  id uuid primary key,
  account_id uuid not null references account (id),
  area_path text collate "C" not null,
  wish text not null check (wish in ('suspend', 'shorten')),
  -- the last day proposed, of a wish to shorten
  valid_until date,
  reason text not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'refused', 'withdrawn')),
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text
);
create index account_request_waiting on account_request (area_path, asked_at) where state = 'waiting';
create unique index account_request_one on account_request (account_id) where state = 'waiting';
create index account_request_account on account_request (account_id, asked_at desc);

-- 挂联名单: an office's own table of who answers for what, read once, looked at, confirmed once, and taken back the same day if need be.
create table duty_sheet (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  filename text not null,
  state text not null default 'read' check (state in ('read', 'done', 'undone')),
  -- what was understood of each right row
  lines jsonb not null,
  -- headings and wrong rows as they came, with what is wrong: they may hold somebody's own number
  wrong_sealed text,
  wrong int not null,
  -- the assignments it made, in their order
  made uuid[] not null default '{}',
  read_at timestamptz not null,
  reader_id uuid,
  reader_name text,
  confirmed_at timestamptz,
  undone_at timestamptz
);
create index duty_sheet_path on duty_sheet (area_path, read_at desc);
