-- What looks wrong in the passages (异常): found in the rows by a rule, once, and settled by somebody.
create table passage_pattern (
  id uuid primary key,
  area_path text collate "C" not null,
  kind text not null,
  -- kind and rows it was found in: the same is not found twice
  found_by text not null unique,
  gate_id uuid not null,
  household_id uuid,
  at timestamptz not null,
  found_at timestamptz not null,
  params jsonb not null,
  event_ids uuid[] not null,
  lead_id uuid,
  settled_at timestamptz,
  settler_name text,
  settle_note text
);
create index passage_pattern_open on passage_pattern (area_path, at desc) where settled_at is null;
create index passage_pattern_settled on passage_pattern (area_path, settled_at desc) where settled_at is not null;
select guard_table('passage_pattern');
