-- 报表准入: which layouts an office has admitted or declined for everybody below it, on what basis and until when.
create table form_admission (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  signature text not null,
  form_name text not null,
  -- what its columns ask, for telling what is asked twice
  sources text[] not null default '{}',
  state text not null check (state in ('admitted', 'declined')),
  basis text not null default '',
  reason text not null,
  until_day date,
  decided_at timestamptz not null,
  decided_by uuid,
  decider_name text,
  withdrawn_at timestamptz
);
create index form_admission_path on form_admission (area_path, signature);
create unique index form_admission_one on form_admission (area_id, signature) where withdrawn_at is null;
comment on table form_admission is '报表准入: a layout an office has admitted or declined, with reason, basis and end';

-- An office above decides for those below, though its rows are out of sight there. Hence these functions, and only they.
create function form_admissions_for(path text, day date) returns table (
  id uuid, area_id uuid, signature text, form_name text, sources text[], state text, basis text, reason text, until_day date, decided_at timestamptz, office_name text)
language sql stable security definer as $$
  select distinct on (f.signature) f.id, f.area_id, f.signature, f.form_name, f.sources, f.state, f.basis, f.reason, f.until_day, f.decided_at, a.name
  from form_admission f join area a on a.id = f.area_id
  where f.withdrawn_at is null and f.signature <> '' and a.no = any(area_numbers(path)) and (f.until_day is null or f.until_day >= day)
  order by f.signature, length(f.area_path) desc
$$;
