-- A daily report (日报) of an area for a day, frozen when it is sent. There are no drafts: before sending it is computed.
create table daily_report (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  day date not null,
  -- 第×期
  issue_no int not null,
  -- where yesterday ends and today begins, and where today ends
  opening_at timestamptz not null,
  as_of timestamptz not null,
  -- classes and cells as they were sent; never rewritten
  figures jsonb not null,
  policy_id uuid references policy (id),
  -- what was said about differences and suspicious patterns before sending
  differences_answered text,
  sent_at timestamptz not null,
  sent_by uuid,
  sender_name text,
  unique (area_id, day)
);
create index daily_report_path on daily_report (area_path, day desc);

-- 更正单: a figure put right after sending; both values, the reason and the name stay.
create table daily_report_correction (
  id uuid primary key,
  report_id uuid not null references daily_report (id),
  area_path text collate "C" not null,
  indicator text not null,
  origin_class text,
  households_before int,
  persons_before int not null,
  households_after int,
  persons_after int not null,
  reason text not null,
  at timestamptz not null,
  account_id uuid,
  account_name text
);
create index daily_report_correction_report on daily_report_correction (report_id, at);
create index daily_report_correction_path on daily_report_correction (area_path);
