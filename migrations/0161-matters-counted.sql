-- Lists and counts of 100,000 matters: the newest and the next due of a whole district, and how many are closed, without going through all of them.
create index matter_registered on matter (registered_at, id);
create index matter_due on matter (due_at, id);
create index matter_due_open on matter (due_at, id) where state in ('registered', 'assigned', 'inHand', 'whistled', 'done');

-- What is closed is counted as it is closed, by kind; what is open is few, and counted as it stands (index matter_open).
create function tally_matter() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into tally as t (subject, state, area_path, n)
      select 'matter', case state when 'closed' then 'closed.' else 'other.' end || kind, area_path, -count(*) from old_rows group by 2, 3 order by 3, 2
      on conflict (subject, area_path, state) do update set n = t.n + excluded.n;
  end if;
  if tg_op <> 'DELETE' then
    insert into tally as t (subject, state, area_path, n)
      select 'matter', case state when 'closed' then 'closed.' else 'other.' end || kind, area_path, count(*) from new_rows group by 2, 3 order by 3, 2
      on conflict (subject, area_path, state) do update set n = t.n + excluded.n;
  end if;
  return null;
end $$;
create trigger matter_tally_i after insert on matter referencing new table as new_rows for each statement execute function tally_matter();
create trigger matter_tally_u after update on matter referencing old table as old_rows new table as new_rows for each statement execute function tally_matter();
create trigger matter_tally_d after delete on matter referencing old table as old_rows for each statement execute function tally_matter();
insert into tally as t (subject, state, area_path, n)
  select 'matter', case state when 'closed' then 'closed.' else 'other.' end || kind, area_path, count(*) from matter group by 2, 3;
