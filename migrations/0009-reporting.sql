-- A daily report (日报) of an area for a day, frozen when it is sent.
create table daily_report (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  day date not null,
  issue_no int not null,
  as_of timestamptz not null,
  state text not null check (state in ('draft', 'sent')),
  figures jsonb not null,
  policy_id uuid references policy (id),
  differences_answered text,
  built_at timestamptz not null,
  sent_at timestamptz,
  sent_by uuid,
  sender_name text,
  unique (area_id, day)
);
create index daily_report_path on daily_report (area_path, day desc);
