-- Zones and grades (分区分级): the epidemic state of a community, the grade of a compound, building or unit, by order. A row is superseded, never overwritten.
create table zone_state (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  kind text not null check (kind in ('communityState', 'compoundGrade')),
  value text not null,
  from_at timestamptz not null,
  order_no text not null,
  issuer text not null,
  -- what exactly it covers, where less than the area
  scope_note text,
  reason text,
  set_at timestamptz not null,
  set_by uuid,
  setter_name text,
  superseded_at timestamptz,
  superseded_by uuid references zone_state (id),
  undone_at timestamptz
);
create index zone_state_now on zone_state (area_id, kind) where superseded_at is null and undone_at is null;
create index zone_state_path on zone_state (area_path, kind) where superseded_at is null and undone_at is null;
create index zone_state_history on zone_state (area_id, set_at desc);

-- One measure of the checklist that a state or grade opens (措施清单): who does it until when, with what evidence.
create table zone_item (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  kind text not null,
  -- by which change it was opened, and by which it was no longer needed
  opened_by uuid not null references zone_state (id),
  closed_by uuid references zone_state (id),
  -- of the shipped list; empty for what an office added itself
  measure_key text,
  title jsonb not null,
  source jsonb,
  sort int not null,
  owner_role text,
  owner_account_id uuid references account (id),
  owner_name text,
  owner_handover_id uuid,
  owner_before_id uuid,
  due_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'done', 'skipped', 'closed')),
  note text,
  settled_at timestamptz,
  settled_by uuid,
  settler_name text,
  created_at timestamptz not null,
  creator_name text
);
create index zone_item_area on zone_item (area_id, kind, sort) where closed_by is null;
create index zone_item_open on zone_item (area_path, due_at) where state = 'open';
create index zone_item_owner on zone_item (owner_account_id, due_at) where state = 'open';

-- Evidence: a photograph of the measure in place.
create table zone_photo (
  id uuid primary key,
  item_id uuid not null references zone_item (id),
  area_path text collate "C" not null,
  file_id uuid not null,
  content_type text not null,
  bytes bigint not null,
  taken_at timestamptz not null,
  account_id uuid,
  taker_name text
);
create index zone_photo_item on zone_photo (item_id, taken_at);

-- What an order made public hangs at the gate: value, since when, by which order. The nearest compound grade at or above, and the community's state.
create function zone_public(board_area uuid) returns table (kind text, value text, place text, from_at timestamptz, order_no text, issuer text)
language sql stable security definer as $$
  with b as (select area_path from area where id = board_area and state = 'open')
  select distinct on (z.kind) z.kind, z.value, a.name, z.from_at, z.order_no, z.issuer
  from zone_state z join area a on a.id = z.area_id, b
  where a.no = any(area_numbers(b.area_path)) and z.superseded_at is null and z.undone_at is null
  order by z.kind, length(a.area_path) desc
$$;
