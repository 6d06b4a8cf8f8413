-- Settings say who changed them, when and why.
alter table setting add column changed_at timestamptz;
alter table setting add column changed_by_name text;
alter table setting add column reason text;

-- 导出登记: every export of personal data, small or large, asked for, decided and handed out.
create table data_export (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  -- the endpoint that makes the file, and what it was asked for; filters may hold names and numbers, so they are sealed
  endpoint text not null,
  input_sealed text not null,
  input_hash text not null,
  title text not null,
  format text not null,
  clear boolean not null,
  rows int not null,
  reason text not null,
  state text not null check (state in ('waiting', 'approved', 'refused', 'withdrawn', 'downloaded')),
  asked_by uuid not null references account (id),
  asked_by_name text not null,
  asked_by_role text not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_note text,
  release_until timestamptz,
  downloaded_at timestamptz
);
create index data_export_asked on data_export (asked_by, asked_at desc, id desc);
create index data_export_area on data_export (area_path, asked_at desc);
create index data_export_waiting on data_export (area_path) where state = 'waiting';
