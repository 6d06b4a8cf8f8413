-- Three questions and one measurement (三问一测), by whatever channel; the fact is always accepted.
create table screening (
  id uuid primary key,
  -- 回执号, read out over the telephone
  receipt_no text not null,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  community_id uuid not null references area (id),
  channel text not null,
  state text not null check (state in ('toVerify', 'managed', 'notManaged', 'handedOver', 'joined')),
  person_id uuid references person (id),
  household_id uuid references household (id),
  -- as told, until the person is found or made
  name text not null,
  sex text,
  birth_on date,
  document_kind text not null default 'none',
  document_sealed text,
  document_index text,
  document_masked text,
  -- the number as told cannot be one; kept until somebody corrects it
  document_wrong boolean not null default false,
  phone_sealed text,
  phone_index text,
  phone_masked text,
  building text not null default '',
  unit text not null default '',
  room text not null default '',
  -- 从哪里来: a 6-digit division code, 'abroad' or 'unknown'
  origin text not null,
  origin_name text not null,
  origin_place text,
  left_on date,
  arrived_on date not null,
  transport text,
  trip_no text,
  via text,
  companions int,
  -- 来干什么
  purpose text,
  purpose_note text,
  -- 身体状况
  contact text not null default 'none',
  last_exposure_on date,
  symptoms text[] not null default '{}',
  symptoms_asked boolean not null default false,
  -- 测体温, degrees Celsius
  temperature numeric(3, 1),
  temperature_site text,
  -- a reading that cannot be one (below 35, above 42), kept but never used
  device_error boolean not null default false,
  reported_at timestamptz not null,
  received_at timestamptz not null,
  reported_by uuid,
  reporter_name text,
  verified_at timestamptz,
  verified_by uuid,
  verifier_name text,
  -- what the policy decided, with its reasons in both languages
  decision jsonb,
  policy_id uuid references policy (id),
  origin_class text,
  measure text,
  outcome_reason text,
  note text,
  -- 应核实时限, from the order in force
  verify_by timestamptz,
  episode_id uuid,
  -- the episode ran already and was made longer
  episode_extended boolean not null default false,
  joined_to uuid references screening (id),
  handed_to_area_id uuid,
  handed_to_name text,
  -- when the other community got it
  delivered_at timestamptz,
  handed_from_id uuid,
  handed_from_name text,
  link_id uuid
);
create index screening_path on screening (area_path, reported_at desc, id);
create index screening_state on screening (area_path, state, reported_at desc, id);
create index screening_person on screening (person_id, arrived_on desc);
create index screening_document on screening (document_index) where document_index is not null;
create index screening_phone on screening (phone_index) where phone_index is not null;
create index screening_community on screening (community_id, verified_at);
create index screening_receipt on screening (receipt_no);
create index screening_joined on screening (joined_to) where joined_to is not null;
create index screening_waiting on screening (area_path, verify_by) where state = 'toVerify';
create index screening_undelivered on screening (verified_at) where state = 'handedOver' and delivered_at is null;

create function tally_screening() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into tally as t (subject, state, area_path, n)
      select 'screening', state, area_path, -count(*) from old_rows group by 2, 3
      on conflict (subject, area_path, state) do update set n = t.n + excluded.n;
  end if;
  if tg_op <> 'DELETE' then
    insert into tally as t (subject, state, area_path, n)
      select 'screening', state, area_path, count(*) from new_rows group by 2, 3
      on conflict (subject, area_path, state) do update set n = t.n + excluded.n;
  end if;
  return null;
end $$;
create trigger screening_tally_i after insert on screening referencing new table as new_rows for each statement execute function tally_screening();
create trigger screening_tally_u after update on screening referencing old table as old_rows new table as new_rows for each statement execute function tally_screening();
create trigger screening_tally_d after delete on screening referencing old table as old_rows for each statement execute function tally_screening();

-- A lead (可疑线索): to the health centre with a running clock. Nobody in the community diagnoses.
create table lead (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  community_id uuid not null references area (id),
  kind text not null,
  state text not null check (state in ('open', 'received', 'closed')),
  person_id uuid references person (id),
  screening_id uuid references screening (id),
  episode_id uuid,
  check_id uuid,
  summary jsonb not null default '{}',
  opened_at timestamptz not null,
  opened_by uuid,
  opener_name text,
  due_at timestamptz not null,
  received_at timestamptz,
  received_by uuid,
  receiver_name text,
  closed_at timestamptz,
  closed_by uuid,
  closer_name text,
  result text,
  result_note text
);
create index lead_path on lead (area_path, state, due_at);
create index lead_person on lead (person_id, opened_at desc);
create index lead_episode on lead (episode_id);
