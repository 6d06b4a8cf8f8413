-- What the lists of a district of a million people asked for (`npm run bench -- lists`).

-- Those who are gone are one in a hundred; without this a page of them walks everybody.
create index person_gone on person (area_path, household_id, id) where state <> 'present';

-- Newest first over a whole district: the path index has them only grid by grid.
create index screening_reported on screening (reported_at desc, id desc);
create index visit_owed on visit (due_at, id) where state = 'owed';
create index visit_made on visit (made_at desc, id desc) where state = 'made';

-- Who is at an end, and what nobody measured, over a whole district.
create index episode_ending on episode (ends_on, id) where state = 'active';
create index check_due_missed on check_due (due_on, episode_id) where state = 'missed';

create index grant_change_account on grant_change (account_id, at desc, id desc);

-- Rare acts and rare endpoints would be looked for through the whole trail.
create index audit_event_rare on audit_event (act, at desc, id desc) where act in ('reveal', 'export');
create index audit_event_endpoint on audit_event (endpoint text_pattern_ops, at desc, id desc);

-- As before (0005-roster.sql), but for `area_path`, which asks for a sample a hundred times as large (server/migrate.ts): a large
-- register keeps what is known of it, a small one is content with less. Columns are named one by one, since that does not count as
-- an analysis of the whole table: the server's own still follows.
create or replace function refresh_statistics() returns void language plpgsql security definer as $$
declare
  t text;
  columns text;
  small boolean;
begin
  perform set_config('default_statistics_target', '10', true);
  foreach t in array array['household', 'person'] loop
    small := (select reltuples from pg_class where oid = t::regclass) < 60000;
    select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
      where attrelid = t::regclass and attnum > 0 and not attisdropped and (small or attname <> 'area_path');
    if small then execute format('alter table %I alter column area_path set statistics 20', t); end if;
    execute format('analyze %I (%s)', t, columns);
    if small then execute format('alter table %I alter column area_path set statistics 1000', t); end if;
  end loop;
end $$;
