-- Who was at the same gate within half an hour (同时同地) is read from the key alone: whose passage, taken back or not, and the path the
-- territory policy asks for stand in it. A busy gate has 300 passages an hour; fetched row by row, each from a page of its own, they took
-- seconds on a cold disk, side by side in the key they are a few pages.
alter table passage_event drop constraint passage_event_pkey;
alter table passage_event add constraint passage_event_pkey primary key (gate_id, at, id) include (household_id, subject_key, taken_back_at, area_path);

-- Rows of 24 hours are in the key but not yet marked as seen by everybody; a month of a district has 17 million, of which the usual fifth
-- would stay unmarked for days.
create or replace function passage_month(any_day date) returns void language plpgsql security definer set search_path = public as $$
declare
  first timestamptz := (date_trunc('month', any_day::timestamp)) at time zone 'Asia/Shanghai';
  after timestamptz := (date_trunc('month', any_day::timestamp) + interval '1 month') at time zone 'Asia/Shanghai';
  name text := 'm' || to_char(any_day, 'YYYYMM');
begin
  if to_regclass('passage_part.' || name) is not null then return; end if;
  execute format('create table passage_part.%I (like passage_event including defaults including constraints) with (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_insert_threshold = 20000)', name);
  execute format('with gone as (delete from passage_part.other where at >= %L and at < %L returning *) insert into passage_part.%I select * from gone', first, after, name);
  execute format('alter table passage_event attach partition passage_part.%I for values from (%L) to (%L)', name, first, after);
end $$;

-- 到期删除: whole months before a day go as partitions; the counts per gate, hour and day stay. What an open lead hangs on, what is frozen with its
-- event or kept by a review moves to the default partition and goes from there once nothing holds it; a month of which much is held stays whole.
-- One month at a time: what is read of it is read before the table is locked. Only the program itself, in the whole territory, may ask for it.
create function passage_forget(before date, today date) returns table (month text, gone bigint, kept bigint) language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first_kept timestamptz := date_trunc('month', before::timestamp) at time zone 'Asia/Shanghai';
  much constant bigint := 100000;
  held constant text := format($of$(exists (select from lead l where l.id = t.lead_id and l.state <> 'closed')
    or exists (select from frozen_area f where f.what = 'all' and t.area_path >= f.area_path and t.area_path < f.area_end)
    or exists (select from privacy_review r where r.kind = 'passages' and r.decision = 'keep' and (r.keep_until is null or r.keep_until >= %L) and starts_with(t.area_path, r.area_path)))$of$, today);
begin
  if current_setting('wangge.scope_lo') <> '/' then raise insufficient_privilege using message = 'only in the whole territory'; end if;
  -- A list that is just being read is not waited for: the next run comes in a few hours.
  set local lock_timeout = '2s';
  for month in select c.relname from pg_class c where c.relnamespace = 'passage_part'::regnamespace and c.relkind = 'r' and c.relname ~ '^m\d{6}$' and c.relname < 'm' || to_char(before, 'YYYYMM') order by 1 loop
    execute format('create temp table passage_kept on commit drop as select t.* from passage_part.%I t where %s', month, held);
    get diagnostics kept = row_count;
    execute format('select count(*) - $1 from passage_part.%I', month) into gone using kept;
    if kept > much then
      drop table passage_kept;
      continue;
    end if;
    execute format('alter table passage_event detach partition passage_part.%I', month);
    insert into passage_part.other select * from passage_kept;
    execute format('drop table passage_part.%I', month);
    return next;
    return;
  end loop;
  execute format('delete from passage_part.other t where t.at < %L and not %s', first_kept, held);
  get diagnostics gone = row_count;
  if gone > 0 then
    month := 'other';
    select count(*) into kept from passage_part.other t where t.at < first_kept;
    return next;
  end if;
end $$;
