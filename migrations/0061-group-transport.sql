-- A bus of a group transport (集中输送): where to, with which plate, seats and driver, from where and when; handed over to the company with its manifest.
create table group_transport (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  -- province, city or county: whoever goes there or below fits
  destination_code text not null,
  destination_name text not null,
  -- 班次
  trip_no text,
  plate text not null,
  seats int not null check (seats between 1 and 100),
  company text not null,
  driver_name text,
  driver_phone_sealed text,
  driver_phone_masked text,
  place text not null,
  departs_at timestamptz not null,
  state text not null default 'planned' check (state in ('planned', 'handedOver', 'cancelled')),
  handed_at timestamptz,
  handed_by uuid,
  handed_name text,
  receiver_name text,
  cancel_reason text,
  created_at timestamptz not null,
  creator_name text
);
create index group_transport_path on group_transport (area_path, departs_at, id);

-- A seat in it. Whoever left it (moved, taken off) is kept with when.
create table transport_seat (
  id uuid primary key,
  transport_id uuid not null references group_transport (id),
  exit_id uuid not null references exit_request (id),
  area_path text collate "C" not null,
  seat_no int not null,
  state text not null default 'seated' check (state in ('seated', 'boarded', 'turnedAway', 'noShow')),
  seated_at timestamptz not null,
  boarded_at timestamptz,
  boarder_name text,
  left_at timestamptz
);
create unique index transport_seat_taken on transport_seat (transport_id, seat_no) where left_at is null;
create unique index transport_seat_exit on transport_seat (exit_id) where left_at is null;
create index transport_seat_path on transport_seat (area_path);
