-- 关爱走访: who needs somebody to look in, how often, who goes, and that somebody was there. Who they are is derived from the register.

-- The standards of this system, days between visits; a community may set its own (care_rhythm).
create table care_standard (
  care_group text primary key,
  days int not null check (days between 1 and 365)
);
comment on table care_standard is '走访频次: days between visits by care group, the standards of this system; no law sets them';
insert into care_standard (care_group, days) values
  ('unattendedChild', 1), ('incapacitated', 3), ('stranded', 3), ('livingAlone', 7), ('destitute', 7), ('pregnant', 7), ('mentalDisorder', 7),
  ('emptyNest', 14), ('disabled', 14), ('chronic', 14), ('lowIncome', 30);

create table care_rhythm (
  id uuid primary key,
  community_id uuid not null references area (id),
  area_path text collate "C" not null,
  care_group text not null,
  -- null: the standard of this system again
  days int check (days between 1 and 365),
  set_at timestamptz not null,
  account_id uuid,
  setter_name text
);
comment on table care_rhythm is '社区自定的走访频次: by care group; the latest of a group holds';
create index care_rhythm_of on care_rhythm (community_id, care_group, set_at desc);

-- 以最勤的一类为准: the shortest of a person's groups holds.
create function care_days(groups text[], community uuid) returns int language plpgsql stable security definer set search_path = public set plan_cache_mode = 'force_generic_plan' as $$
begin
  return (select coalesce(min(coalesce(r.days, s.days)), 30) from care_standard s
    left join lateral (select c.days from care_rhythm c where c.community_id = community and c.care_group = s.care_group order by c.set_at desc, c.id desc limit 1) r on true
    where s.care_group = any(groups));
end $$;

create table care_person (
  person_id uuid primary key references person (id) on delete cascade,
  area_path text collate "C" not null,
  community_id uuid not null references area (id),
  household_id uuid,
  -- as the register has them, kept by person_care below
  groups text[] not null,
  state text not null default 'active' check (state in ('active', 'ended')),
  began_on date not null,
  -- days between visits: own_days, else the shortest of the groups
  days int not null,
  own_days int check (own_days between 1 and 365),
  own_reason text,
  -- 不需要走访: who said so, and when to ask again
  declined_on date,
  declined_by text,
  declined_note text,
  ask_again_on date,
  -- 责任人, where it is not whoever has the duty there
  answerer_kind text,
  answerer_name text,
  answerer_phone_sealed text,
  answerer_phone_masked text,
  answerer_since date,
  -- 监护人、联系人
  contact_name text,
  contact_relation text,
  contact_phone_sealed text,
  contact_phone_masked text,
  -- what the visits come to (rules/standing.ts): the last, the last at which somebody was met and whether that was in time, in vain since
  last_at timestamptz,
  last_on date,
  last_result text,
  last_met_on date,
  last_in_time boolean,
  missed int not null default 0,
  -- as dueOf in rules/standing.ts
  due_on date generated always as (case when ask_again_on is not null then ask_again_on when missed > 0 then last_on + 1 else coalesce(last_met_on, began_on) + days end) stored
);
comment on table care_person is '关爱对象: whom somebody looks in on, how often, who goes, whom to call, and when the next visit is due';
create index care_person_due on care_person (due_on, person_id) where state = 'active';
create index care_person_place on care_person (area_path, household_id, person_id) where state = 'active';
create index care_person_household on care_person (household_id);

create table care_visit (
  id uuid primary key,
  person_id uuid not null references person (id),
  area_path text collate "C" not null,
  at timestamptz not null,
  received_at timestamptz not null,
  -- to the door, at the door without meeting (隔离), by telephone
  way text not null check (way in ('door', 'threshold', 'phone')),
  result text not null check (result in ('fine', 'need', 'notMet', 'changed')),
  note text,
  -- what was needed, as a matter
  matter_id uuid,
  account_id uuid,
  actor_name text,
  undone_at timestamptz
);
comment on table care_visit is '走访记录: somebody was at the door; a fact, kept also when taken back';
create index care_visit_of on care_visit (person_id, at desc, id desc);
create index care_visit_path on care_visit (area_path, at desc);

create table care_cover (
  id uuid primary key,
  household_id uuid not null references household (id),
  area_path text collate "C" not null,
  at timestamptz not null,
  -- 亲属 / 邻居 / 社区 / 民政 / 已回家 / 能自理
  kind text not null check (kind in ('relative', 'neighbour', 'community', 'civilAffairs', 'returned', 'able')),
  carer_name text,
  carer_phone_sealed text,
  carer_phone_masked text,
  note text,
  account_id uuid,
  actor_name text,
  undone_at timestamptz
);
comment on table care_cover is '临时照料: who cares for those left at home since their carer was taken to hospital or quarantine';
create index care_cover_of on care_cover (household_id, at desc);

-- Whoever is in a care group of the register is here, whatever wrote it: a form, a roster, a merge, a move.
create function person_care() returns trigger language plpgsql security definer set search_path = public set plan_cache_mode = 'force_generic_plan' as $$
begin
  if new.state = 'present' and new.care_groups <> '{}' then
    insert into care_person as c (person_id, area_path, community_id, household_id, groups, days, began_on)
      values (new.id, new.area_path, new.community_id, new.household_id, new.care_groups, care_days(new.care_groups, new.community_id), (new.updated_at at time zone 'Asia/Shanghai')::date)
      on conflict (person_id) do update set area_path = excluded.area_path, community_id = excluded.community_id, household_id = excluded.household_id, groups = excluded.groups,
        days = coalesce(c.own_days, excluded.days), state = 'active', began_on = case when c.state = 'ended' then excluded.began_on else c.began_on end;
  else
    update care_person set state = 'ended', area_path = new.area_path, community_id = new.community_id, household_id = new.household_id where person_id = new.id;
  end if;
  if tg_op = 'UPDATE' and old.area_path <> new.area_path then
    update care_visit set area_path = new.area_path where person_id = new.id;
  end if;
  return null;
end $$;
create trigger person_care_i after insert on person for each row when (new.care_groups <> '{}') execute function person_care();
create trigger person_care_u after update on person for each row
  when (old.care_groups is distinct from new.care_groups
    or (new.care_groups <> '{}' and (old.state, old.area_path, old.household_id, old.community_id) is distinct from (new.state, new.area_path, new.household_id, new.community_id)))
  execute function person_care();

insert into care_person (person_id, area_path, community_id, household_id, groups, days, began_on)
  select id, area_path, community_id, household_id, care_groups, care_days(care_groups, community_id), (now() at time zone 'Asia/Shanghai')::date
  from person where state = 'present' and care_groups <> '{}';

-- As in 0005; what goes with a record by itself is no use of it: an import that put somebody into a care group can still be taken back.
create or replace function in_use(target text, ids uuid[]) returns setof uuid language plpgsql stable security definer as $$
declare r record;
begin
  for r in
    select c.conrelid::regclass as source, a.attname as col
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = target::regclass and array_length(c.conkey, 1) = 1 and c.confdeltype <> 'c'
      and not (target = 'household' and c.conrelid = 'person'::regclass)
  loop
    return query execute format('select %I from %s where %I = any($1)', r.col, r.source, r.col) using ids;
  end loop;
end $$;
