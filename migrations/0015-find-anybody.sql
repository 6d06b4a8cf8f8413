-- Finding from anywhere: part of a name, the last digits of a number, a door, a plate. Under row security only leakproof operators use
-- an index, so free text is looked for in two functions that run as the owner and apply the caller's range themselves.

-- 车辆: whose car it is, by its plate (GA 36) or, without one, by what it looks like.
create table vehicle (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  community_id uuid not null references area (id),
  household_id uuid not null references household (id),
  person_id uuid references person (id),
  kind text not null,
  -- normalised: 云HA1234; null where there is none
  plate text collate "C",
  description text,
  created_at timestamptz not null,
  created_by uuid,
  created_by_name text,
  check (plate is not null or description is not null)
);
create unique index vehicle_plate on vehicle (community_id, plate) where plate is not null;
create index vehicle_found on vehicle (plate, area_path) where plate is not null;
-- read out or remembered from its end: 1234, A1234, HA1234
create index vehicle_tail on vehicle (reverse(plate) collate "C", area_path) where plate is not null;
create index vehicle_household on vehicle (household_id);
create index vehicle_person on vehicle (person_id) where person_id is not null;
create index vehicle_path on vehicle (area_path, id);

-- What may be remembered of a name beside its beginning: each two characters that stand together, and each but the first by itself (李桂 桂 桂兰 兰),
-- of the first twelve. Pairs, since half of all names have a 王 or a 明, but few a 桂兰. Plain expressions, which the planner can put in place of the call.
create function name_parts(name text) returns text[] language sql immutable parallel safe as $$
  select string_to_array(rtrim(substr(name, 1, 2) || '|' || substr(name, 2, 1) || '|' || substr(name, 2, 2) || '|' || substr(name, 3, 1) || '|' || substr(name, 3, 2) || '|' || substr(name, 4, 1)
    || '|' || substr(name, 4, 2) || '|' || substr(name, 5, 1) || '|' || substr(name, 5, 2) || '|' || substr(name, 6, 1) || '|' || substr(name, 6, 2) || '|' || substr(name, 7, 1)
    || '|' || substr(name, 7, 2) || '|' || substr(name, 8, 1) || '|' || substr(name, 8, 2) || '|' || substr(name, 9, 1) || '|' || substr(name, 9, 2) || '|' || substr(name, 10, 1)
    || '|' || substr(name, 10, 2) || '|' || substr(name, 11, 1) || '|' || substr(name, 11, 2) || '|' || substr(name, 12, 1), '|'), '|')
$$;
create index person_parts on person using gin (name_parts(name)) with (fastupdate = off);
-- the four digits that a mask leaves
create index person_document_tail on person ((right(document_masked, 4)), area_path) where document_masked is not null;
create index person_phone_tail on person ((right(phone_masked, 4)), area_path) where phone_masked is not null;

-- 走访顺序: doors as somebody walks by them, 3幢 before 12幢, 501 before 1501; each run of digits filled up to six.
alter table household add column walk_key text collate "C" generated always as
  (regexp_replace(regexp_replace(address_key, '\d+', '000000\&', 'g'), '\d*(\d{6})(?!\d)', '\1', 'g')) stored;
create index household_walk on household (area_path, walk_key, id);
create index household_door on household (address_key collate "C", area_path);

-- People by what was asked, strongest kind of match first, within the caller's territory and `wanted` (a state); at most `most` of each kind.
-- `asked`: name, pinyin, tail (four last digits), documentIndex, phoneIndex; each only where it was meant.
create function find_people(asked jsonb, wanted text, most int) returns table (id uuid, matched text)
language plpgsql stable security definer set search_path = public as $$
declare
  place text := format('p.state = %L and p.area_path >= %L and p.area_path < %L', wanted, current_setting('wangge.scope_lo'), current_setting('wangge.scope_hi'));
  arms text[] := '{}';
  last text := chr(1114111);
  pairs text[] := (select array_agg(substr(asked ->> 'name', i, 2)) from generate_series(1, greatest(length(asked ->> 'name') - 1, 1)) i);
  kind record;
begin
  for kind in select * from (values
    ('document', asked ->> 'documentIndex', 'p.document_index = %1$L', 'p.id'),
    ('phone', asked ->> 'phoneIndex', 'p.phone_index = %1$L', 'p.id'),
    ('documentTail', asked ->> 'tail', 'right(p.document_masked, 4) = %1$L', 'p.id'),
    ('phoneTail', asked ->> 'tail', 'right(p.phone_masked, 4) = %1$L', 'p.id'),
    ('name', asked ->> 'name', 'p.name >= %1$L and p.name < %2$L', 'p.name'),
    ('part', asked ->> 'name', 'name_parts(p.name) @> %3$L and position(%1$L in p.name) > 1', 'p.id'),
    ('pinyin', asked ->> 'pinyin', 'p.name_pinyin >= %1$L and p.name_pinyin < %2$L', 'p.name_pinyin'),
    ('initials', asked ->> 'pinyin', 'p.name_initials >= %1$L and p.name_initials < %2$L', 'p.name_initials')
  ) k (name, typed, condition, ordered) where typed <> ''
  loop
    -- Values stand in the statement: the planner must know whether it is a rare name or half of a grid.
    arms := arms || format('(select p.id, %L as matched, %s as rank from person p where %s and %s %s limit %s)', kind.name, coalesce(cardinality(arms), 0), place,
      format(kind.condition, kind.typed, kind.typed || last, pairs), case when kind.ordered = 'p.id' then '' else 'order by ' || kind.ordered end, most);
  end loop;
  if arms = '{}' then return; end if;
  return query execute 'select id, matched from (select distinct on (id) id, matched, rank, no from (select *, row_number() over () as no from ('
    || array_to_string(arms, ' union all ') || ') every_one) numbered order by id, rank, no) once order by rank, no';
end $$;

-- Doors by the start and the end of their key (3-2-501), below any of `places` or, where none is named, anywhere in the caller's territory;
-- a door that is everywhere (room 501 of a hundred compounds) is not put in order to the last.
create function find_households(starts text, ends text, places_lo text[], places_hi text[], most int) returns table (id uuid)
language plpgsql stable security definer set search_path = public as $$
declare
  lo text := current_setting('wangge.scope_lo');
  hi text := current_setting('wangge.scope_hi');
  door text := format('h.area_path >= %L and h.area_path < %L', lo, hi);
begin
  if starts <> '' then door := door || format(' and h.address_key collate "C" >= %L and h.address_key collate "C" < %L', starts, starts || chr(1114111)); end if;
  if ends <> '' then door := door || format(' and right(h.address_key, %s) = %L', length(ends), ends); end if;
  if cardinality(places_lo) = 0 then
    return query execute format('select f.id from (select h.id, h.walk_key, h.area_path from household h where %s limit 1000) f order by f.walk_key, f.area_path limit %s', door, most);
  else
    return query execute format('select h.id from unnest($1, $2) r (lo, hi) join lateral (select h.id from household h
      where h.area_path >= r.lo collate "C" and h.area_path < r.hi collate "C" and %1$s limit %2$s) f on true join household h on h.id = f.id order by h.walk_key limit %3$s',
      door, greatest(most, 1000 / cardinality(places_lo)), most) using places_lo, places_hi;
  end if;
end $$;

-- Vehicles by the beginning or the end of their plate.
create function find_vehicles(typed text, most int) returns table (id uuid)
language plpgsql stable security definer set search_path = public as $$
declare place text := format('v.area_path >= %L and v.area_path < %L', current_setting('wangge.scope_lo'), current_setting('wangge.scope_hi'));
begin
  return query execute format('(select v.id from vehicle v where %1$s and v.plate >= %2$L and v.plate < %3$L limit %5$s) union (select v.id from vehicle v where %1$s
    and reverse(v.plate) collate "C" >= %4$L and reverse(v.plate) collate "C" < %6$L limit %5$s) limit %5$s', place, typed, typed || chr(1114111), reverse(typed), most, reverse(typed) || chr(1114111));
end $$;
