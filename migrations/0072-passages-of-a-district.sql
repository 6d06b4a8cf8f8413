-- A hundred million passages. Most lists are asked for one gate or a few: the key has them in order. Where the whole district is asked, time
-- alone is the order. A path is looked for only when an area moves: by itself it is one entry for thousands of rows.
drop index passage_event_path;
create index passage_event_path on passage_event (area_path);

-- What somebody looks for among the many: turned back or referred, decided otherwise by the server, an emergency, sent in later. At a gate, over
-- all, and the rarest of them over all.
create index passage_event_odd on passage_event (gate_id, at desc, id desc) where outcome <> 'allow' or differs or emergency is not null or received_at - at > interval '1 minute';
create index passage_event_odd_at on passage_event (at desc, id desc) where outcome <> 'allow' or differs or emergency is not null or received_at - at > interval '1 minute';
create index passage_event_rare_at on passage_event (at desc, id desc) where outcome = 'refer' or differs or emergency is not null;

-- Whoever is in no register is found by what they told or by their plate; everybody else by their household.
create index passage_event_told on passage_event (subject_key collate "C", at desc) where household_id is null;

-- Counts of rows per gate and day of Shanghai (进出记录数), as the tabs of the list have them. `late` goes by the setting at the time the record came.
create table passage_day (
  gate_id uuid not null,
  day date not null,
  area_path text collate "C" not null,
  total int not null,
  allowed int not null,
  refused int not null,
  referred int not null,
  differs int not null,
  emergency int not null,
  late int not null,
  primary key (gate_id, day)
);
create index passage_day_path on passage_day (area_path, day);
create index passage_day_day on passage_day (day);
-- A day of a whole district; by path first it would be all days of all its gates.
create index passage_hour_hour on passage_hour (hour);

create function late_minutes() returns int language sql stable as $$ select coalesce((select (value #>> '{}')::int from setting where key = 'passage.lateMinutes' and jsonb_typeof(value) = 'number'), 15) $$;

create or replace function roll_up_passages() returns trigger language plpgsql as $$
begin
  insert into passage_hour as t (gate_id, hour, area_path, ins, outs, stopped)
    select gate_id, date_trunc('hour', at), min(area_path), coalesce(sum(persons) filter (where outcome = 'allow' and direction = 'in'), 0),
      coalesce(sum(persons) filter (where outcome = 'allow' and direction = 'out'), 0), coalesce(sum(persons) filter (where outcome <> 'allow'), 0)
    from new_rows group by 1, 2 order by 1, 2
    on conflict (gate_id, hour) do update set ins = t.ins + excluded.ins, outs = t.outs + excluded.outs, stopped = t.stopped + excluded.stopped;
  insert into passage_day as t (gate_id, day, area_path, total, allowed, refused, referred, differs, emergency, late)
    select gate_id, (at at time zone 'Asia/Shanghai')::date, min(area_path), count(*), count(*) filter (where outcome = 'allow'), count(*) filter (where outcome = 'refuse'), count(*) filter (where outcome = 'refer'),
      count(*) filter (where differs), count(*) filter (where emergency is not null), count(*) filter (where received_at > at + make_interval(mins => late_minutes()))
    from new_rows group by 1, 2 order by 1, 2
    on conflict (gate_id, day) do update set total = t.total + excluded.total, allowed = t.allowed + excluded.allowed, refused = t.refused + excluded.refused, referred = t.referred + excluded.referred,
      differs = t.differs + excluded.differs, emergency = t.emergency + excluded.emergency, late = t.late + excluded.late;
  return null;
end $$;

-- What was entered by mistake stays a row, and is neither in the persons nor among those let through or stopped.
create or replace function roll_back_passages() returns trigger language plpgsql as $$
begin
  insert into passage_hour as t (gate_id, hour, area_path, ins, outs, stopped)
    select n.gate_id, date_trunc('hour', n.at), min(n.area_path), -coalesce(sum(n.persons) filter (where n.outcome = 'allow' and n.direction = 'in'), 0),
      -coalesce(sum(n.persons) filter (where n.outcome = 'allow' and n.direction = 'out'), 0), -coalesce(sum(n.persons) filter (where n.outcome <> 'allow'), 0)
    from new_rows n join old_rows o on o.id = n.id and o.at = n.at and o.gate_id = n.gate_id
    where n.taken_back_at is not null and o.taken_back_at is null group by 1, 2
    on conflict (gate_id, hour) do update set ins = t.ins + excluded.ins, outs = t.outs + excluded.outs, stopped = t.stopped + excluded.stopped;
  update passage_day t set allowed = t.allowed - b.allowed, refused = t.refused - b.refused, referred = t.referred - b.referred from (
    select n.gate_id, (n.at at time zone 'Asia/Shanghai')::date as day, count(*) filter (where n.outcome = 'allow') as allowed, count(*) filter (where n.outcome = 'refuse') as refused, count(*) filter (where n.outcome = 'refer') as referred
    from new_rows n join old_rows o on o.id = n.id and o.at = n.at and o.gate_id = n.gate_id where n.taken_back_at is not null and o.taken_back_at is null group by 1, 2) b
  where t.gate_id = b.gate_id and t.day = b.day;
  return null;
end $$;

insert into passage_day (gate_id, day, area_path, total, allowed, refused, referred, differs, emergency, late)
  select gate_id, (at at time zone 'Asia/Shanghai')::date, min(area_path), count(*), count(*) filter (where outcome = 'allow' and taken_back_at is null), count(*) filter (where outcome = 'refuse' and taken_back_at is null),
    count(*) filter (where outcome = 'refer' and taken_back_at is null), count(*) filter (where differs), count(*) filter (where emergency is not null), count(*) filter (where received_at > at + make_interval(mins => late_minutes()))
  from passage_event group by 1, 2;
