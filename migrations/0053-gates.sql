-- Gates (卡点): where people pass, since when, by which hours, closed by which order.
create table gate (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  name text not null,
  kind text not null,
  ways text not null check (ways in ('both', 'in', 'out')),
  -- Shanghai clocks; both empty for day and night
  opens_at text,
  closes_at text,
  manned boolean not null,
  shift_starts text[] not null,
  note text,
  state text not null default 'open' check (state in ('open', 'closed', 'removed')),
  closed_by text,
  closed_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  creator_name text
);
create index gate_path on gate (area_path, name, id);
create index gate_area on gate (area_id);

-- One shift of a gate (值班表, 交接班): made ahead and empty, so that nobody standing there is a row and not the want of one.
create table gate_shift (
  id uuid primary key,
  gate_id uuid not null references gate (id),
  area_path text collate "C" not null,
  on_date date not null,
  slot int not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  keeper_id uuid references account (id),
  keeper_name text,
  leader_name text,
  set_at timestamptz,
  setter_name text,
  -- by which copying of the week before it was filled
  copy_id uuid,
  signed_on_at timestamptz,
  signed_on_by uuid,
  signed_on_name text,
  handed_over_at timestamptz,
  items jsonb not null default '[]',
  remarks text,
  abnormal boolean not null default false,
  unique (gate_id, on_date, slot)
);
create index gate_shift_time on gate_shift (area_path, starts_at, gate_id);
create index gate_shift_copy on gate_shift (copy_id) where copy_id is not null;
create index gate_shift_keeper on gate_shift (keeper_id, starts_at) where keeper_id is not null;
