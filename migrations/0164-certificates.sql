-- 开证明: what a community may certify, what was asked for, and the numbered papers with its seal.
-- 证明清单: an item a subdistrict (or whoever stands above) adds, changes or stops; every version is kept, those below use the one in force.
create table certificate_item (
  id uuid primary key,
  office_id uuid not null references area (id),
  area_path text collate "C" not null,
  code text not null,
  version int not null,
  -- basis, use, what is checked, text, approval, days it holds; or that it is stopped
  document jsonb not null,
  stopped boolean not null default false,
  in_force boolean not null default true,
  saved_at timestamptz not null,
  saved_by uuid,
  saver_name text,
  unique (office_id, code, version)
);
comment on table certificate_item is '证明清单: an item of what communities may certify, as an office put it in force; former versions stay';
create index certificate_item_path on certificate_item (area_path);
create unique index certificate_item_in_force on certificate_item (office_id, code) where in_force;

-- An item of an office above is used below it, though its row is out of sight there; the nearest office comes last.
create function certificate_items_for(path text) returns table (
  id uuid, office_id uuid, office_name text, code text, version int, document jsonb, stopped boolean, saved_at timestamptz, saver_name text)
language sql stable security definer as $$
  select i.id, i.office_id, a.name, i.code, i.version, i.document, i.stopped, i.saved_at, i.saver_name
  from certificate_item i join area a on a.id = i.office_id
  where i.in_force and a.no = any(area_numbers(path)) order by length(i.area_path), i.code
$$;

-- 公示: the name, telephone and place in the tree of an open community, for whoever scans the code; nothing else of it.
create function certificate_office(office uuid) returns table (name text, full_name text, area_path text, office_phone text)
language sql stable security definer as $$
  select a.name, a.full_name, a.area_path, a.office_phone from area a where a.id = office and a.level = 'community' and a.state = 'open'
$$;

create table certificate (
  id uuid primary key,
  -- the community whose seal it bears
  office_id uuid not null references area (id),
  area_path text collate "C" not null,
  code text not null,
  -- as the item said then, so that an old paper keeps its words
  title text not null,
  basis text not null,
  state text not null check (state in ('waiting', 'issued', 'refused', 'void', 'referred')),
  -- 告知 names nobody
  person_id uuid references person (id),
  body text,
  purpose text,
  -- the number printed in clear, where the item asks for it
  document_masked text,
  document_sealed text,
  copies int,
  seal text,
  approval text check (approval in ('none', 'second', 'head')),
  -- 告知: in the words of whoever asked, and where they were sent with what
  said text,
  office_to text,
  bring text,
  year int,
  no int,
  number text,
  asked_at timestamptz not null,
  asked_by uuid,
  asker_name text,
  decided_at timestamptz,
  decided_by uuid,
  decider_name text,
  decide_reason text,
  issued_on date,
  valid_to date,
  valid_days int,
  voided_at timestamptz,
  voider_name text,
  void_reason text,
  -- what the QR says: sealed, to print it again, and an index, to look it up
  code_index text unique,
  code_sealed text,
  unique (office_id, year, no)
);
comment on table certificate is '开证明和用印登记: what was asked for at the window: issued with number and seal, waiting for approval, refused, void, or told where to go';
create index certificate_path on certificate (area_path, asked_at desc, id);
create index certificate_waiting on certificate (area_path) where state = 'waiting';
create index certificate_person on certificate (person_id);
