-- Two records of one person (疑似重复): found by what they share, decided by somebody, merged, and taken apart again.

-- A pair that looks like one person, and what was said of it. Without foreign keys: an import that is undone takes its people with it.
create table person_double (
  id uuid primary key,
  -- of the smallest area that holds both: whoever sees both sees the pair
  area_path text collate "C" not null,
  one_id uuid not null,
  other_id uuid not null,
  score int not null default 0,
  reasons text[] not null default '{}',
  state text not null default 'open' check (state in ('open', 'different', 'merged')),
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  decider_name text,
  unique (one_id, other_id),
  check (one_id < other_id)
);
create index person_double_path on person_double (area_path, state, score desc, id);
create index person_double_other on person_double (other_id);

-- A merge (合并记录) with all that is needed to take it back: both records as they were, and which rows went over.
create table person_merge (
  id uuid primary key,
  area_path text collate "C" not null,
  kept_id uuid not null,
  gone_id uuid not null,
  kept_before jsonb not null,
  kept_after jsonb not null,
  gone_before jsonb not null,
  -- [{table, column, keys: [primary keys]}]
  moved jsonb not null,
  -- [{id, before, after}]: households whose householder was one of the two
  householders jsonb not null default '[]',
  at timestamptz not null,
  by_id uuid,
  by_name text,
  undone_at timestamptz,
  undone_by uuid,
  undoer_name text
);
create index person_merge_kept on person_merge (kept_id, at desc);
create index person_merge_gone on person_merge (gone_id, at desc);
create index person_merge_path on person_merge (area_path, at desc);
create index timeline_at on timeline_entry (person_id, at) where person_id is not null;

-- Where a person is referred to: every column named person_id and every foreign key to person, with the primary key of its table.
-- A later module's table is found without anybody thinking of it.
create function person_columns() returns table ("table" text, "column" text, key text[]) language sql stable security definer as $$
  select c.relname::text, a.attname::text,
    (select array_agg(k.attname::text order by k.attnum) from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey) where i.indrelid = c.oid and i.indisprimary)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
    and (a.attname = 'person_id' or exists (select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'person'::regclass and f.conkey = array[a.attnum]))
  order by 1, 2
$$;

-- Refuses what lies outside the caller's territory: the next functions run as the owner, since links stand outside row security.
create function people_in_reach(ids uuid[]) returns void language plpgsql stable security definer set search_path = public as $$
begin
  if exists (select from unnest(ids) x (id) left join person p on p.id = x.id
             where p.id is null or p.area_path < current_setting('wangge.scope_lo') or p.area_path >= current_setting('wangge.scope_hi')) then
    raise insufficient_privilege using message = 'outside the caller''s territory';
  end if;
end $$;

-- How much belongs to somebody, table by table.
create function person_belongings(who uuid) returns table ("table" text, n bigint) language plpgsql stable security definer set search_path = public as $$
declare t record;
begin
  perform people_in_reach(array[who]);
  for t in select * from person_columns() loop
    return query execute format('select %L::text, count(*) from %I where %I = $1 having count(*) > 0', t."table", t."table", t."column") using who;
  end loop;
end $$;

-- Everything that refers to `gone` refers to `kept` afterwards; answers with what went over. Where the kept one has the same row already
-- (a unique key), that row stays where it is and nothing is lost.
create function move_belongings(gone uuid, kept uuid) returns jsonb language plpgsql security definer set search_path = public as $$
declare
  t record;
  keys jsonb;
  one jsonb;
  key_text text;
  moved jsonb := '[]';
begin
  perform people_in_reach(array[gone, kept]);
  for t in select * from person_columns() where key is not null loop
    key_text := (select 'jsonb_build_object(' || string_agg(format('%L, %I', k, k), ', ') || ')' from unnest(t.key) k);
    begin
      execute format('with went as (update %I set %I = $1 where %2$I = $2 returning %s as k) select coalesce(jsonb_agg(k), ''[]'') from went', t."table", t."column", key_text) into keys using kept, gone;
    exception when unique_violation then
      keys := '[]';
      for one in execute format('select %s from %I where %I = $1', key_text, t."table", t."column") using gone loop
        begin
          execute format('update %I set %I = $1 where %2$I = $2 and %s = $3', t."table", t."column", key_text) using kept, gone, one;
          keys := keys || jsonb_build_array(one);
        exception when unique_violation then null;
        end;
      end loop;
    end;
    if keys <> '[]' then moved := moved || jsonb_build_array(jsonb_build_object('table', t."table", 'column', t."column", 'keys', keys)); end if;
  end loop;
  return moved;
end $$;

-- What went over and still stands with the kept one goes back.
create function return_belongings(moved jsonb, kept uuid, gone uuid) returns int language plpgsql security definer set search_path = public as $$
declare
  t record;
  n int;
  total int := 0;
begin
  perform people_in_reach(array[gone, kept]);
  for t in select m ->> 'table' as name, m ->> 'column' as col, m -> 'keys' as keys, c.key from jsonb_array_elements(moved) m
           join person_columns() c on c."table" = m ->> 'table' and c."column" = m ->> 'column' loop
    execute format('update %I set %I = $1 where %2$I = $2 and jsonb_build_object(%s) in (select jsonb_array_elements($3))', t.name, t.col,
      (select string_agg(format('%L, %I', k, k), ', ') from unnest(t.key) k)) using gone, kept, t.keys;
    get diagnostics n = row_count;
    total := total + n;
  end loop;
  return total;
end $$;

-- The path of the smallest area that holds both.
create function path_above(a text, b text) returns text language sql immutable as $$
  select coalesce((select string_agg(x, '/' order by i) || '/' from (
    select x, i, bool_and(x is not distinct from y) over (order by i) as same
    from unnest(string_to_array(rtrim(a, '/'), '/'), string_to_array(rtrim(b, '/'), '/')) with ordinality u (x, y, i)) s where same and x is not null), '/')
$$;
