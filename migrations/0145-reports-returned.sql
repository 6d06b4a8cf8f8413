-- 退回: what an office above asked about a report that was sent. The report stands as it was sent; it is asked about until a figure is put right or words answer.
create table daily_report_return (
  id uuid primary key,
  report_id uuid not null references daily_report (id),
  -- of the office that sent it
  area_path text collate "C" not null,
  question text not null,
  at timestamptz not null,
  account_id uuid,
  account_name text,
  -- the office that asks
  office_id uuid not null,
  office_name text not null,
  answer text,
  answered_at timestamptz,
  answered_by text,
  -- 收回: whoever asked has thought better of it
  withdrawn_at timestamptz
);
create index daily_report_return_report on daily_report_return (report_id, at);
create index daily_report_return_open on daily_report_return (area_path) where answered_at is null and withdrawn_at is null;
