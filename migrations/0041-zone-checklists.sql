-- The office's own list of measures for a state or grade (措施清单). A version is superseded, never overwritten; without one the list of the office above holds, at last the shipped one.
create table zone_checklist (
  id uuid primary key,
  office_id uuid not null references area (id),
  area_path text collate "C" not null,
  value text not null,
  version int not null,
  measures jsonb not null,
  in_force boolean not null,
  saved_at timestamptz not null,
  saved_by uuid,
  saver_name text,
  unique (office_id, value, version)
);
create unique index zone_checklist_in_force on zone_checklist (office_id, value) where in_force;
create index zone_checklist_path on zone_checklist (area_path);

-- The nearest list at or above a place for each value, though the row of an office above is out of sight there. Hence this function, and only it.
create function zone_checklists_for(path text) returns table (id uuid, office_id uuid, office_name text, value text, version int, measures jsonb, saved_at timestamptz, saver_name text)
language sql stable security definer as $$
  select distinct on (c.value) c.id, c.office_id, a.name, c.value, c.version, c.measures, c.saved_at, c.saver_name
  from zone_checklist c join area a on a.id = c.office_id
  where c.in_force and a.no = any(area_numbers(path)) order by c.value, length(a.area_path) desc
$$;
