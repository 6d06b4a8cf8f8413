-- A figure an office declares (填报指标) because no register derives it yet; a later declaration does not erase the former.
create table declared_figure (
  id uuid primary key,
  office_id uuid not null references area (id),
  area_path text collate "C" not null,
  indicator text not null,
  -- holds from this day on
  day date not null,
  value int not null check (value >= 0),
  -- words that belong to the figure: 餐饮、足浴、烧烤
  detail text,
  -- where the office has it from
  source text not null,
  at timestamptz not null,
  account_id uuid,
  account_name text
);
create index declared_figure_path on declared_figure (area_path);
create index declared_figure_office on declared_figure (office_id, indicator, day desc, at desc);

-- A work report (工作汇报) as it was issued, with its contents and figures.
create table work_report (
  id uuid primary key,
  office_id uuid not null references area (id),
  area_path text collate "C" not null,
  day date not null,
  as_of timestamptz not null,
  contents jsonb not null,
  figures jsonb not null,
  issued_at timestamptz not null,
  account_id uuid,
  account_name text
);
create index work_report_office on work_report (office_id, day desc, issued_at desc);
create index work_report_path on work_report (area_path);
