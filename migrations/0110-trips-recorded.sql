-- When going out, and coming back or not, were written down: the slip of an evening is found and taken back in the morning, whatever hour it spoke of.
alter table exit_trip add column out_recorded_at timestamptz;
alter table exit_trip add column end_recorded_at timestamptz;
update exit_trip t set out_recorded_at = t.out_at, end_recorded_at = case
  when t.back_at is not null then t.back_at
  when t.not_back_reason is not null then coalesce((select max(e.at) from exit_event e where e.exit_id = t.exit_id and e.kind = 'notBack'), t.due_back_at) end;
alter table exit_trip alter column out_recorded_at set not null;

-- Whoever is noted as not back (登记未返回) is waited for like whoever is late.
drop index exit_trip_late;
create index exit_trip_awaited on exit_trip (area_path, due_back_at) where back_at is null and undone_at is null;
