-- A public place with a code at its door (公共场所、场所码): how large, how many may be inside, who keeps the door.
create table venue (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  name text not null,
  kind text not null,
  address text not null default '',
  -- m²
  square_metres int not null check (square_metres between 1 and 1000000),
  -- most people inside at once; where an order sets another number than the area gives
  own_capacity int check (own_capacity > 0),
  keeper_name text,
  keeper_phone_sealed text,
  keeper_phone_masked text,
  -- what the poster's code says: sealed, to print it again, and an index, to open it
  token_index text not null unique,
  token_sealed text not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  created_at timestamptz not null,
  creator_name text
);
create index venue_path on venue (area_path, name, id);

-- Once in and out (进、出). The time is part of the key, so that the table can be cut into months when it grows.
create table venue_visit (
  id uuid not null,
  venue_id uuid not null references venue (id),
  area_path text collate "C" not null,
  in_at timestamptz not null,
  out_at timestamptz,
  -- scanned by themselves, or counted by the keeper without a name
  how text not null check (how in ('scan', 'count')),
  name text,
  phone_sealed text,
  phone_index text,
  phone_masked text,
  temperature numeric(3, 1),
  primary key (id, in_at)
);
create index venue_visit_venue on venue_visit (venue_id, in_at desc) include (out_at);
create index venue_visit_inside on venue_visit (venue_id, in_at) where out_at is null;
create index venue_visit_phone on venue_visit (phone_index, in_at desc) where phone_index is not null;
create index venue_visit_path on venue_visit (area_path);

-- Disinfection (消毒记录): where, with what, how strong, for how long.
create table venue_disinfection (
  id uuid primary key,
  venue_id uuid not null references venue (id),
  area_path text collate "C" not null,
  at timestamptz not null,
  place text not null,
  agent text not null,
  -- mg/L available chlorine; empty for alcohol
  concentration int,
  minutes int,
  by_name text,
  account_id uuid,
  undone_at timestamptz
);
create index venue_disinfection_venue on venue_disinfection (venue_id, at desc) where undone_at is null;
create index venue_disinfection_path on venue_disinfection (area_path);
