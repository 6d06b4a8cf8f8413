-- One imported file: what came in, what was wrong, what looks like somebody known; can be undone whole.
create table import_batch (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  state text not null check (state in ('uploaded', 'checking', 'checked', 'importing', 'imported', 'undoing', 'undone', 'failed')),
  file_id uuid not null,
  filename text not null,
  format text not null,
  encoding text,
  bytes bigint not null,
  -- heading, samples (masked) and field of each column
  columns jsonb not null default '[]',
  header_row int not null default 1,
  progress real,
  rows_total int,
  rows_done int not null default 0,
  -- last row of the file that is settled; an interrupted import goes on behind it
  row_reached int not null default 0,
  persons_added int not null default 0,
  persons_changed int not null default 0,
  persons_unchanged int not null default 0,
  households_added int not null default 0,
  rows_wrong int not null default 0,
  rows_in_question int not null default 0,
  rows_skipped int not null default 0,
  problem text,
  -- what an undo removed, restored and kept
  undone jsonb,
  created_at timestamptz not null,
  created_by uuid,
  created_by_name text,
  ended_at timestamptz
);
create index import_batch_area on import_batch (area_path, created_at desc);

-- A row that did not go in: which cell, why, what to do. No personal data in clear.
create table import_issue (
  id uuid primary key,
  batch_id uuid not null references import_batch (id) on delete cascade,
  area_path text collate "C" not null,
  row_no int not null,
  column_index int,
  field text,
  code text not null,
  params jsonb not null default '{}'
);
create index import_issue_batch on import_issue (batch_id, row_no, id);

-- A row that looks like somebody: the explained score and what a person decided.
create table import_match (
  id uuid primary key,
  batch_id uuid not null references import_batch (id) on delete cascade,
  area_path text collate "C" not null,
  row_no int not null,
  person_id uuid not null,
  score int not null,
  reasons text[] not null,
  -- the row as it would go in, and as it may be shown
  incoming_sealed text not null,
  incoming jsonb not null,
  answer text check (answer in ('same', 'different', 'skip')),
  answered_by uuid,
  answered_at timestamptz,
  -- set when the answer has been carried out
  applied_at timestamptz,
  unique (batch_id, row_no)
);

-- What a batch changed in rows that were there before, so that undo can put it back.
create table import_change (
  id uuid primary key,
  batch_id uuid not null references import_batch (id) on delete cascade,
  area_path text collate "C" not null,
  person_id uuid not null,
  row_no int not null,
  before jsonb not null,
  version_after int not null
);
create index import_change_batch on import_change (batch_id);

-- Column mapping remembered per community and heading row.
create table import_mapping (
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  heading_key text not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  primary key (area_id, heading_key)
);
