-- 一表通: a department's own form, remembered with its layout, filled from the register as often as it is asked for.
create table form (
  id uuid primary key,
  -- the office that fills it
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  kind text not null check (kind in ('people', 'areas')),
  name text not null,
  department text not null default '',
  -- 文号或依据
  basis text not null default '',
  frequency text not null default 'once' check (frequency in ('once', 'daily', 'weekly', 'monthly')),
  -- when it is to be in: the day of a form asked for once, the day of the week (1 Monday) or of the month, and the time
  due_on date,
  due_weekday int check (due_weekday between 1 and 7),
  due_date int check (due_date between 1 and 31),
  due_time time not null default '17:00',
  -- the file as it came, sealed among the files
  file_id uuid not null,
  filename text not null,
  format text not null check (format in ('xlsx', 'csv')),
  encoding text,
  bytes int not null,
  -- when this copy came; what was filled before is of an earlier one
  asked_at timestamptz not null,
  -- 表头: first and last row; null where nobody has pointed at it yet
  head_from int,
  head_to int,
  -- the headings in their order, by which the same layout is known again
  signature text not null default '',
  columns jsonb not null default '[]',
  -- who belongs in it: an area and conditions, or only who stands in it (null); and by row who is meant where that could not be told
  who jsonb,
  picks jsonb not null default '{}',
  stopped_at timestamptz,
  stop_reason text,
  created_at timestamptz not null,
  created_by uuid,
  creator_name text
);
create index form_path on form (area_path, asked_at desc, id);
create index form_signature on form (area_id, signature) where stopped_at is null;
comment on table form is '部门报表: a form of a department, with its file, its layout and where each column comes from';

-- Each time a form was filled: as of when, by whom, with what.
create table form_filling (
  id uuid primary key,
  form_id uuid not null references form (id),
  area_path text collate "C" not null,
  on_day date not null,
  at timestamptz not null,
  account_id uuid,
  actor_name text,
  -- lines of people or areas; cells that were asked, written by the house, left open
  lines int not null,
  cells int not null,
  filled int not null,
  open int not null,
  clear boolean not null,
  -- the filled file, sealed; null once its time is over
  file_id uuid,
  filename text not null,
  -- whom it is about, for the trail of whoever takes it out
  about uuid[] not null default '{}',
  admitted boolean not null default false,
  undone_at timestamptz
);
create index form_filling_form on form_filling (form_id, at desc);
create index form_filling_path on form_filling (area_path, at desc);
create index form_filling_file on form_filling (at) where file_id is not null;
comment on table form_filling is '填报记录: one filling of a form, with how much of it the house knew';
