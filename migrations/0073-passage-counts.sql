-- Counts of passages are added to, never waited for: each statement that writes passages leaves a line of its own here, and a job adds the
-- lines up into the hours and days. A row of the hour that everybody updates made every batch at a gate wait for the one before it to reach the
-- disk, and phones that empty their outbox held up the scans of all gates.
create table passage_count (
  gate_id uuid not null,
  hour timestamptz not null,
  area_path text collate "C" not null,
  ins int not null,
  outs int not null,
  stopped int not null,
  total int not null,
  allowed int not null,
  refused int not null,
  referred int not null,
  differs int not null,
  emergency int not null,
  late int not null
);
create index passage_count_gate on passage_count (gate_id, hour);

create or replace function roll_up_passages() returns trigger language plpgsql as $$
begin
  insert into passage_count
    select gate_id, date_trunc('hour', at), min(area_path), coalesce(sum(persons) filter (where outcome = 'allow' and direction = 'in'), 0),
      coalesce(sum(persons) filter (where outcome = 'allow' and direction = 'out'), 0), coalesce(sum(persons) filter (where outcome <> 'allow'), 0),
      count(*), count(*) filter (where outcome = 'allow'), count(*) filter (where outcome = 'refuse'), count(*) filter (where outcome = 'refer'),
      count(*) filter (where differs), count(*) filter (where emergency is not null), count(*) filter (where received_at > at + late)
    from new_rows cross join (select make_interval(mins => late_minutes()) as late) setting group by 1, 2;
  return null;
end $$;

-- What was entered by mistake stays a row, and is neither in the persons nor among those let through or stopped.
create or replace function roll_back_passages() returns trigger language plpgsql as $$
begin
  insert into passage_count
    select n.gate_id, date_trunc('hour', n.at), min(n.area_path), -coalesce(sum(n.persons) filter (where n.outcome = 'allow' and n.direction = 'in'), 0),
      -coalesce(sum(n.persons) filter (where n.outcome = 'allow' and n.direction = 'out'), 0), -coalesce(sum(n.persons) filter (where n.outcome <> 'allow'), 0),
      0, -count(*) filter (where n.outcome = 'allow'), -count(*) filter (where n.outcome = 'refuse'), -count(*) filter (where n.outcome = 'refer'), 0, 0, 0
    from new_rows n join old_rows o on o.id = n.id and o.at = n.at and o.gate_id = n.gate_id
    where n.taken_back_at is not null and o.taken_back_at is null group by 1, 2;
  return null;
end $$;

-- As they are to be read: what was added up, and what was not yet.
create view passage_hours with (security_invoker = true) as
  select gate_id, hour, area_path, sum(ins)::int as ins, sum(outs)::int as outs, sum(stopped)::int as stopped
  from (select gate_id, hour, area_path, ins, outs, stopped from passage_hour union all select gate_id, hour, area_path, ins, outs, stopped from passage_count) c
  group by gate_id, hour, area_path;
create view passage_days with (security_invoker = true) as
  select gate_id, day, area_path, sum(total)::int as total, sum(allowed)::int as allowed, sum(refused)::int as refused, sum(referred)::int as referred, sum(differs)::int as differs,
    sum(emergency)::int as emergency, sum(late)::int as late
  from (select gate_id, day, area_path, total, allowed, refused, referred, differs, emergency, late from passage_day
    union all select gate_id, (hour at time zone 'Asia/Shanghai')::date, area_path, total, allowed, refused, referred, differs, emergency, late from passage_count) c
  group by gate_id, day, area_path;
