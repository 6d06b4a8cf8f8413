-- 底数: what is missing of a household or a person, kept as counters beside the others, so that no page counts a million rows.

-- 确认没有: somebody has asked and there is none (a child without a phone of its own), so that a list can come to its end.
alter table person add column confirmed text[] not null default '{}';
-- 号码存疑: why the number on record should be looked at again (fault, oldForm, birth, sex); numbers are sealed, so the program finds it out
alter table person add column document_doubt text;
alter table household add column confirmed text[] not null default '{}';

create index person_no_phone on person (area_path, household_id, id) where state = 'present' and phone_index is null and not 'phone' = any (confirmed);
create index person_no_document on person (area_path, household_id, id) where state = 'present' and document_index is null and not 'document' = any (confirmed);
create index person_doubtful on person (area_path, household_id, id) where state = 'present' and document_doubt is not null;
create index household_no_head on household (area_path, walk_key, id) where householder_id is null and not 'householder' = any (confirmed);
create index household_unvisited on household (area_path, walk_key, id) where visited_at is null;
create index household_no_room on household (area_path, walk_key, id) where room = '' and not 'room' = any (confirmed);

create or replace function tally_person() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into tally as t (subject, state, area_path, n)
      select s.subject, s.state, r.area_path, -count(*) from old_rows r cross join lateral (values ('person', r.state),
        ('gap', case when r.state = 'present' and r.phone_index is null and not 'phone' = any (r.confirmed) then 'noPhone' end),
        ('gap', case when r.state = 'present' and r.document_index is null and not 'document' = any (r.confirmed) then 'noDocument' end),
        ('gap', case when r.state = 'present' and r.document_doubt is not null then 'doubtful' end)) s (subject, state) where s.state is not null group by 1, 2, 3
      on conflict (subject, area_path, state) do update set n = t.n + excluded.n;
  end if;
  if tg_op <> 'DELETE' then
    insert into tally as t (subject, state, area_path, n)
      select s.subject, s.state, r.area_path, count(*) from new_rows r cross join lateral (values ('person', r.state),
        ('gap', case when r.state = 'present' and r.phone_index is null and not 'phone' = any (r.confirmed) then 'noPhone' end),
        ('gap', case when r.state = 'present' and r.document_index is null and not 'document' = any (r.confirmed) then 'noDocument' end),
        ('gap', case when r.state = 'present' and r.document_doubt is not null then 'doubtful' end)) s (subject, state) where s.state is not null group by 1, 2, 3
      on conflict (subject, area_path, state) do update set n = t.n + excluded.n;
  end if;
  return null;
end $$;

create or replace function tally_household() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into tally as t (subject, state, area_path, n)
      select s.subject, s.state, r.area_path, -count(*) from old_rows r cross join lateral (values ('household', 'present'),
        ('gap', case when r.householder_id is null and not 'householder' = any (r.confirmed) then 'noHouseholder' end), ('gap', case when r.visited_at is null then 'unvisited' end),
        ('gap', case when r.room = '' and not 'room' = any (r.confirmed) then 'noRoom' end)) s (subject, state) where s.state is not null group by 1, 2, 3
      on conflict (subject, area_path, state) do update set n = t.n + excluded.n;
  end if;
  if tg_op <> 'DELETE' then
    insert into tally as t (subject, state, area_path, n)
      select s.subject, s.state, r.area_path, count(*) from new_rows r cross join lateral (values ('household', 'present'),
        ('gap', case when r.householder_id is null and not 'householder' = any (r.confirmed) then 'noHouseholder' end), ('gap', case when r.visited_at is null then 'unvisited' end),
        ('gap', case when r.room = '' and not 'room' = any (r.confirmed) then 'noRoom' end)) s (subject, state) where s.state is not null group by 1, 2, 3
      on conflict (subject, area_path, state) do update set n = t.n + excluded.n;
  end if;
  return null;
end $$;

insert into tally (subject, state, area_path, n)
  select 'gap', gap, area_path, count(*) from (
    select area_path, unnest(array[case when phone_index is null then 'noPhone' end, case when document_index is null then 'noDocument' end]) as gap from person where state = 'present'
    union all select area_path, unnest(array[case when householder_id is null then 'noHouseholder' end, case when visited_at is null then 'unvisited' end, case when room = '' then 'noRoom' end]) from household
  ) g where gap is not null group by 2, 3;

-- Whoever stood at the door has seen the household: a visit made there, or a screening at the door, by whichever module.
create function seen_by_visit() returns trigger language plpgsql as $$
begin
  update household set visited_at = greatest(visited_at, new.made_at)
    where id = coalesce(new.household_id, (select household_id from episode where id = new.episode_id and place = 'home')) and visited_at is distinct from greatest(visited_at, new.made_at);
  return null;
end $$;
create trigger household_seen after insert or update on visit for each row when (new.state = 'made' and new.made_at is not null and new.result is distinct from 'nobodyHome') execute function seen_by_visit();
create function seen_by_screening() returns trigger language plpgsql as $$
begin
  update household set visited_at = greatest(visited_at, new.reported_at) where id = coalesce(new.household_id, (select household_id from person where id = new.person_id)) and visited_at is distinct from greatest(visited_at, new.reported_at);
  return null;
end $$;
create trigger household_seen after insert or update on screening for each row when (new.channel = 'door' and (new.household_id is not null or new.person_id is not null)) execute function seen_by_screening();
