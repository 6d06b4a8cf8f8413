-- One natural person, one record (一人一档); one household, one file (一户一档).
create table household (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  community_id uuid not null references area (id),
  building text not null default '',
  unit text not null default '',
  room text not null default '',
  -- as people write it below the area: 3幢2单元501
  address text not null,
  -- normalised, for finding the same door again
  address_key text not null,
  householder_id uuid,
  visited_at timestamptz,
  note text,
  import_batch_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (area_id, address_key)
);
create index household_path on household (area_path, address_key, id);
create index household_batch on household (import_batch_id) where import_batch_id is not null;

create table person (
  id uuid primary key,
  household_id uuid references household (id),
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  community_id uuid not null references area (id),
  name text collate "C" not null,
  -- 'liguilan' and 'lgl', for finding without a Chinese keyboard
  name_pinyin text collate "C" not null default '',
  name_initials text collate "C" not null default '',
  sex text not null default '0',
  birth_on date,
  nation text,
  nationality text not null default 'CHN',
  document_kind text not null default 'none',
  document_sealed text,
  document_index text,
  document_masked text,
  phone_sealed text,
  phone_index text,
  phone_masked text,
  -- relation to the householder (GB/T 4761)
  relation text,
  residency text not null default 'permanent',
  care_groups text[] not null default '{}',
  registered_code text,
  registered_address text,
  workplace text,
  note text,
  state text not null default 'present' check (state in ('present', 'movedOut', 'deceased', 'merged')),
  version int not null default 1,
  import_batch_id uuid,
  import_row int,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index person_document on person (community_id, document_index) where document_index is not null and state <> 'merged';
create index person_document_anywhere on person (document_index) where document_index is not null;
create index person_phone on person (phone_index) where phone_index is not null;
create index person_path on person (area_path, household_id, id);
create index person_name on person (name, area_path);
create index person_pinyin on person (name_pinyin, area_path);
create index person_initials on person (name_initials, area_path);
create index person_household on person (household_id);
create index person_care on person (area_path, household_id, id) where care_groups <> '{}';
create index person_batch on person (import_batch_id) where import_batch_id is not null;

-- What happened to a person or a household, newest first on their cards; written by every module.
create table timeline_entry (
  id uuid primary key,
  area_path text collate "C" not null,
  person_id uuid,
  household_id uuid,
  episode_id uuid,
  at timestamptz not null,
  -- a key under `timeline.` in the words files, filled by params
  kind text not null,
  params jsonb not null default '{}',
  channel text,
  account_id uuid,
  actor_name text
);
create index timeline_person on timeline_entry (person_id, at desc);
create index timeline_household on timeline_entry (household_id, at desc);
create index timeline_episode on timeline_entry (episode_id, at desc);

-- Statement triggers keep `tally`: one upsert per statement and area, whatever the number of rows.
create function tally_person() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into tally as t (subject, state, area_path, n)
      select 'person', state, area_path, -count(*) from old_rows group by 2, 3
      on conflict (subject, area_path, state) do update set n = t.n + excluded.n;
  end if;
  if tg_op <> 'DELETE' then
    insert into tally as t (subject, state, area_path, n)
      select 'person', state, area_path, count(*) from new_rows group by 2, 3
      on conflict (subject, area_path, state) do update set n = t.n + excluded.n;
  end if;
  return null;
end $$;
create trigger person_tally_i after insert on person referencing new table as new_rows for each statement execute function tally_person();
create trigger person_tally_u after update on person referencing old table as old_rows new table as new_rows for each statement execute function tally_person();
create trigger person_tally_d after delete on person referencing old table as old_rows for each statement execute function tally_person();

create function tally_household() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into tally as t (subject, state, area_path, n)
      select 'household', 'present', area_path, -count(*) from old_rows group by 3
      on conflict (subject, area_path, state) do update set n = t.n + excluded.n;
  end if;
  if tg_op <> 'DELETE' then
    insert into tally as t (subject, state, area_path, n)
      select 'household', 'present', area_path, count(*) from new_rows group by 3
      on conflict (subject, area_path, state) do update set n = t.n + excluded.n;
  end if;
  return null;
end $$;
create trigger household_tally_i after insert on household referencing new table as new_rows for each statement execute function tally_household();
create trigger household_tally_u after update on household referencing old table as old_rows new table as new_rows for each statement execute function tally_household();
create trigger household_tally_d after delete on household referencing old table as old_rows for each statement execute function tally_household();
