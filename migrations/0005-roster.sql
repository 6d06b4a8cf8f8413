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

-- Which of these rows some other table refers to, by the foreign keys there are: an undo takes back only what nothing hangs on,
-- and a later module's table is respected without anybody thinking of it. Looks beyond the caller's territory, gives ids only.
create function in_use(target text, ids uuid[]) returns setof uuid language plpgsql stable security definer as $$
declare r record;
begin
  for r in
    select c.conrelid::regclass as source, a.attname as col
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = target::regclass and array_length(c.conkey, 1) = 1
      and not (target = 'household' and c.conrelid = 'person'::regclass)
  loop
    return query execute format('select %I from %s where %I = any($1)', r.col, r.source, r.col) using ids;
  end loop;
end $$;

-- The planner must know that a register has grown by a whole roster: until then it walks tables that have an index.
-- The embedded engine has nobody who would do this in the background.
create function refresh_statistics() returns void language plpgsql security definer as $$
begin
  -- 3,000 rows tell enough; a full sample would hold up everybody else on the embedded engine.
  perform set_config('default_statistics_target', '10', true);
  analyze household;
  analyze person;
end $$;
