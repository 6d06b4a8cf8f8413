-- Moves everything below one path to another, in one statement per table and in the caller's transaction, so that nobody is
-- invisible in between. It runs as the owner (accounts and links stand outside row security) and therefore checks the
-- caller's range itself. With `into_id` the areas are merged: what stood at `from_id` stands at `into_id` afterwards.
-- New tables with an `area_path` are found by themselves.
create function move_territory(
  from_path text, to_path text, from_id uuid, into_id uuid, why text, by_id uuid, by_name text, moved_at timestamptz
) returns void language plpgsql security definer set search_path = public as $$
declare
  lo text collate "C" := current_setting('wangge.scope_lo');
  hi text collate "C" := current_setting('wangge.scope_hi');
  from_hi text := left(from_path, -1) || '0';
  to_hi text := left(to_path, -1) || '0';
  old_community uuid := community_of(from_path);
  new_community uuid;
  t record;
begin
  if from_path < lo or from_path >= hi or to_path < lo or to_path >= hi then
    raise insufficient_privilege using message = 'outside the caller''s territory';
  end if;
  if starts_with(to_path, from_path) then
    raise exception 'an area cannot stand below itself';
  end if;
  -- waits for everybody who is just writing a row that refers to one of these areas
  perform 1 from area where area_path >= from_path and area_path < from_hi for update;
  if into_id is null then
    update area set area_path = to_path || substr(area_path, length(from_path) + 1)
      where area_path >= from_path and area_path < from_hi;
  else
    update area set area_path = to_path || substr(area_path, length(from_path) + 1),
                    parent_id = case when parent_id = from_id then into_id else parent_id end
      where area_path > from_path and area_path < from_hi;
  end if;
  new_community := community_of(to_path);

  for t in
    select c.relname as name, a.attname as path_column,
           exists (select from pg_attribute x where x.attrelid = c.oid and x.attname = 'area_id') as has_area,
           exists (select from pg_attribute x where x.attrelid = c.oid and x.attname = 'community_id') as has_community
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
      and a.attname in ('area_path', 'scope_path') and not a.attisdropped
      -- the trail says where things were; counters follow their rows; the history of an area stays with the area
      and c.relname not in ('area', 'audit_event', 'tally', 'area_change')
      -- an order for an area that is merged away does not become an order for the other
      and not (c.relname = 'policy' and into_id is not null)
  loop
    -- path and community in one pass: a community has 36,000 rows in `person` alone
    execute format('update %I set %I = $2 || substr(%I, length($1) + 1) %s where %I >= $1 and %I < $3',
                   t.name, t.path_column, t.path_column,
                   case when t.has_community and old_community is distinct from new_community
                        then ', community_id = case when community_id = $4 then $5 else community_id end' else '' end,
                   t.path_column, t.path_column)
      using from_path, to_path, from_hi, old_community, new_community;
    -- reports and remembered column mappings of the merged area stay its own
    if into_id is not null and t.has_area and t.name not in ('daily_report', 'import_mapping', 'account') then
      execute format('update %I set area_id = $1 where area_id = $2 and area_path = $3', t.name) using into_id, from_id, to_path;
    end if;
  end loop;

  if into_id is not null then
    insert into grant_change (id, account_id, area_path, role_before, role_after, area_id_before, area_id_after, reason, at, by_account_id, by_name)
      select gen_random_uuid(), id, to_path, role, role, from_id, into_id, why, moved_at, by_id, by_name
      from account where area_id = from_id and role is not null;
    update account set area_id = into_id, area_path = to_path where area_id = from_id;
  end if;
  update area_change c set area_path = a.area_path from area a
    where a.id = c.area_id and c.area_path >= from_path and c.area_path < from_hi and c.area_path <> a.area_path;
  -- counters that no trigger keeps go along; the emptied ones vanish
  insert into tally as kept (subject, state, area_path, n)
    select subject, state, to_path || substr(area_path, length(from_path) + 1), n from tally
    where area_path >= from_path and area_path < from_hi and n <> 0
    on conflict (subject, area_path, state) do update set n = kept.n + excluded.n;
  delete from tally where area_path >= from_path and area_path < from_hi;
  -- waiting work looks at the new place
  update job set
    actor = replace(replace(actor::text, '"' || from_path, '"' || to_path), '"' || from_hi || '"', '"' || to_hi || '"')::jsonb,
    payload = replace(payload::text, '"' || from_path, '"' || to_path)::jsonb
  where state = 'waiting' and name not like 'territory.%' and (position('"' || from_path in actor::text) > 0 or position('"' || from_path in payload::text) > 0);
end $$;
