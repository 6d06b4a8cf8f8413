-- A policy edition (防控方案): dated data, never changed after publishing; only its end is set when it is superseded.
create table policy (
  id uuid primary key,
  -- editions of one policy share a series
  series text not null,
  edition int not null,
  state text not null check (state in ('draft', 'published', 'superseded')),
  -- the area it is in force for, and below
  scope_area_id uuid not null references area (id),
  scope_path text collate "C" not null,
  order_no text not null,
  issuer text not null,
  title_zh text not null,
  title_en text not null,
  in_force_from timestamptz not null,
  in_force_to timestamptz,
  document jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  published_at timestamptz,
  published_by uuid,
  published_by_name text,
  superseded_by uuid references policy (id),
  unique (series, edition)
);
create index policy_scope on policy (scope_path, in_force_from desc);
