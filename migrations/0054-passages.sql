-- Passages (进出记录), partitioned by month of their own time. The partitions stand in a schema of their own, which the role of the requests
-- cannot reach: every way to a row is through the table itself and its territory policy. The gate is in the key, so that rows can be spread
-- over machines by it; without foreign keys, which nothing could check across machines and which would cost a look-up for each of 500 rows.
create schema passage_part;
create table passage_event (
  id uuid not null,
  gate_id uuid not null,
  area_path text collate "C" not null,
  at timestamptz not null,
  received_at timestamptz not null,
  -- what a clock that ran ahead said
  clock_said timestamptz,
  direction text not null,
  subject text not null,
  -- the same for the same pass, person, plate or told name: what patterns are looked for by
  subject_key text not null,
  household_id uuid,
  person_id uuid,
  visits_household_id uuid,
  -- told, for whoever is in no register
  told_name text,
  told_place text,
  plate text,
  pass_no text,
  pass_state text,
  special text,
  purpose text,
  emergency text,
  identity text not null,
  temperature numeric(3, 1),
  code jsonb,
  certificate jsonb,
  companions jsonb not null default '[]',
  persons int not null,
  -- what happened, what had been decided where it happened, and what the server would have decided where that is something else
  outcome text not null,
  decided text not null,
  step text not null,
  reason jsonb not null,
  warnings jsonb not null default '[]',
  counted boolean not null,
  differs boolean not null,
  server_outcome text,
  server_reason jsonb,
  policy_id uuid,
  order_no text,
  keeper_id uuid,
  keeper_name text,
  note text,
  lead_id uuid,
  taken_back_at timestamptz,
  settled_at timestamptz,
  settler_name text,
  settle_note text,
  primary key (gate_id, at, id)
) partition by range (at);
create index passage_event_id on passage_event (id);
create index passage_event_path on passage_event (area_path, at desc);
create index passage_event_at on passage_event (at desc, id desc);
create index passage_event_household on passage_event (household_id, at desc) where household_id is not null;
create index passage_event_received on passage_event (received_at);
create index passage_event_settle on passage_event (area_path, at) where outcome = 'refer' and settled_at is null and taken_back_at is null;
create table passage_part.other partition of passage_event default;
select guard_table('passage_event');

-- The partition of a month, once there is work for it; what came before it was there moves in.
create function passage_month(any_day date) returns void language plpgsql security definer set search_path = public as $$
declare
  first timestamptz := (date_trunc('month', any_day::timestamp)) at time zone 'Asia/Shanghai';
  after timestamptz := (date_trunc('month', any_day::timestamp) + interval '1 month') at time zone 'Asia/Shanghai';
  name text := 'm' || to_char(any_day, 'YYYYMM');
begin
  if to_regclass('passage_part.' || name) is not null then return; end if;
  execute format('create table passage_part.%I (like passage_event including defaults including constraints)', name);
  execute format('with gone as (delete from passage_part.other where at >= %L and at < %L returning *) insert into passage_part.%I select * from gone', first, after, name);
  execute format('alter table passage_event attach partition passage_part.%I for values from (%L) to (%L)', name, first, after);
end $$;

-- Counts per gate and hour, in persons: kept by the statement that writes the rows, so that no page counts them.
create table passage_hour (
  gate_id uuid not null,
  hour timestamptz not null,
  area_path text collate "C" not null,
  ins int not null,
  outs int not null,
  stopped int not null,
  primary key (gate_id, hour)
);
create index passage_hour_path on passage_hour (area_path, hour);

create function roll_up_passages() returns trigger language plpgsql as $$
begin
  insert into passage_hour as t (gate_id, hour, area_path, ins, outs, stopped)
    select gate_id, date_trunc('hour', at), min(area_path), coalesce(sum(persons) filter (where outcome = 'allow' and direction = 'in'), 0),
      coalesce(sum(persons) filter (where outcome = 'allow' and direction = 'out'), 0), coalesce(sum(persons) filter (where outcome <> 'allow'), 0)
    from new_rows group by 1, 2 order by 1, 2
    on conflict (gate_id, hour) do update set ins = t.ins + excluded.ins, outs = t.outs + excluded.outs, stopped = t.stopped + excluded.stopped;
  return null;
end $$;
create trigger passage_event_hours after insert on passage_event referencing new table as new_rows for each statement execute function roll_up_passages();

-- What was entered by mistake is taken out of the counts and stays a row.
create function roll_back_passages() returns trigger language plpgsql as $$
begin
  insert into passage_hour as t (gate_id, hour, area_path, ins, outs, stopped)
    select n.gate_id, date_trunc('hour', n.at), min(n.area_path), -coalesce(sum(n.persons) filter (where n.outcome = 'allow' and n.direction = 'in'), 0),
      -coalesce(sum(n.persons) filter (where n.outcome = 'allow' and n.direction = 'out'), 0), -coalesce(sum(n.persons) filter (where n.outcome <> 'allow'), 0)
    from new_rows n join old_rows o on o.id = n.id and o.at = n.at and o.gate_id = n.gate_id
    where n.taken_back_at is not null and o.taken_back_at is null group by 1, 2
    on conflict (gate_id, hour) do update set ins = t.ins + excluded.ins, outs = t.outs + excluded.outs, stopped = t.stopped + excluded.stopped;
  return null;
end $$;
create trigger passage_event_back after update on passage_event referencing old table as old_rows new table as new_rows for each statement execute function roll_back_passages();
