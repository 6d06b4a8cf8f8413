-- A phone of the staff (手机): one row for each account that has opened it. Its key seals what the phone keeps; whoever has only the phone reads nothing.
create table field_device (
  id uuid primary key,
  -- made by the phone from chance; known to nobody else, so that it stands for the phone where no session is left
  phone_id uuid not null,
  account_id uuid not null references account (id),
  account_name text not null,
  area_path text collate "C" not null,
  name text not null,
  key_sealed text not null,
  session_id uuid,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  -- as last reported by the phone
  waiting int not null default 0,
  carry_made_at timestamptz,
  clock_off_seconds int not null default 0,
  wipe_ordered_at timestamptz,
  wipe_ordered_by uuid,
  wipe_orderer_name text,
  wipe_reason text,
  wiped_at timestamptz,
  unique (phone_id, account_id)
);
create index field_device_path on field_device (area_path, seen_at desc, id desc);
create index field_device_account on field_device (account_id, seen_at desc);

-- What a phone recorded and its owner could not send any more (来自手机): kept until somebody of the community takes it over or files it.
create table field_parcel (
  -- the id of the command it would have been
  id uuid primary key,
  device_id uuid not null references field_device (id),
  account_id uuid not null references account (id),
  author_name text not null,
  area_path text collate "C" not null,
  command text not null,
  content_sealed text not null,
  why text not null check (why in ('dutyLost', 'handedOver', 'left', 'wiped')),
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  clock_off_seconds int not null default 0,
  state text not null check (state in ('waiting', 'accepted', 'filed')),
  settled_at timestamptz,
  settled_by uuid,
  settler_name text,
  reason text
);
create index field_parcel_path on field_parcel (area_path, state, received_at desc, id desc);
create index field_parcel_device on field_parcel (device_id);
