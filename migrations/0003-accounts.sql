create table account (
  id uuid primary key,
  login text not null unique,
  name text not null,
  phone_masked text,
  office_phone text,
  password_hash text not null,
  must_change_password boolean not null default true,
  failed_count int not null default 0,
  locked_until timestamptz,
  -- role and territory are granted by the security administrator; empty until then
  role text,
  area_id uuid references area (id),
  area_path text collate "C",
  state text not null default 'active' check (state in ('active', 'suspended', 'closed')),
  password_changed_at timestamptz,
  created_at timestamptz not null
);
create index account_area on account (area_path, name);

-- Every grant and withdrawal of a role and territory, kept for ever.
create table grant_change (
  id uuid primary key,
  account_id uuid not null references account (id),
  area_path text collate "C",
  role_before text,
  role_after text,
  area_id_before uuid,
  area_id_after uuid,
  reason text not null,
  at timestamptz not null,
  by_account_id uuid,
  by_name text
);

create table session (
  id uuid primary key,
  token_index text not null unique,
  account_id uuid not null references account (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  ip text,
  device text
);
create index session_account on session (account_id, seen_at desc);

-- Links for residents without an account: an area's declaration QR, or one person's own page.
create table link (
  id uuid primary key,
  token_index text not null unique,
  -- the sealed token, so that staff can show the QR again
  token_sealed text not null,
  purpose text not null check (purpose in ('declaration', 'personal')),
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  person_id uuid,
  episode_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index link_area on link (area_path, purpose);
create index link_episode on link (episode_id);
