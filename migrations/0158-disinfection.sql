-- 消毒: points that are disinfected so many times a day, what was done there, and the terminal disinfection that professionals do.
create table disinfection_point (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  -- 幢; empty outside of buildings
  building text not null default '',
  name text not null,
  kind text not null check (kind in ('stairwell', 'lift', 'gate', 'waste', 'toilet', 'playground', 'venue', 'office')),
  -- m²
  square_metres int not null check (square_metres between 1 and 1000000),
  times_a_day int not null check (times_a_day between 1 and 4),
  -- a gate or venue of the house that this point is
  gate_id uuid unique references gate (id),
  venue_id uuid unique references venue (id),
  state text not null default 'open' check (state in ('open', 'closed')),
  created_at timestamptz not null,
  creator_name text
);
comment on table disinfection_point is '消毒点位: a place that is disinfected so many times a day';
create index disinfection_point_path on disinfection_point (area_path, building, name, id);

create table terminal_disinfection (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  kind text not null check (kind in ('room', 'household', 'venue')),
  -- the place, never the name of the case
  place text not null,
  why text not null,
  asked_at timestamptz not null,
  asker_name text,
  due_at timestamptz not null,
  state text not null check (state in ('asked', 'done', 'withdrawn')),
  withdrawn_reason text
);
comment on table terminal_disinfection is '终末消毒: asked for after a case, done by professionals only, standing until an evaluation says it is good';
create index terminal_disinfection_path on terminal_disinfection (area_path, state, due_at);

create table disinfection (
  id uuid primary key,
  point_id uuid references disinfection_point (id),
  terminal_id uuid references terminal_disinfection (id),
  area_path text collate "C" not null,
  -- from … to; `at` is when it was finished
  from_at timestamptz,
  at timestamptz not null,
  agent text not null check (agent in ('chlorine', 'alcohol', 'peracetic', 'other')),
  -- mg/L, of chlorine the available chlorine
  concentration int,
  method text not null check (method in ('wipe', 'spray', 'mop', 'soak')),
  square_metres int not null,
  -- who did it, where that is somebody else than who wrote it down; of a terminal one the team
  people text,
  note text,
  -- what the rules say of it: [{ id, params }]
  marks jsonb not null default '[]',
  -- of a terminal one
  result text,
  evaluation text check (evaluation in ('qualified', 'unqualified')),
  received_at timestamptz not null,
  account_id uuid references account (id),
  by_name text,
  undone_at timestamptz,
  undone_by text,
  check ((point_id is null) <> (terminal_id is null))
);
comment on table disinfection is '消毒记录: where, with what, how strong, how, from when to when, how large, by whom; marked, never refused';
create index disinfection_point_at on disinfection (point_id, at desc) where undone_at is null;
create index disinfection_terminal_at on disinfection (terminal_id, at desc) where undone_at is null;
create index disinfection_path on disinfection (area_path, at desc);

create table disinfection_photo (
  id uuid primary key,
  disinfection_id uuid not null references disinfection (id),
  area_path text collate "C" not null,
  file_id uuid not null,
  content_type text not null,
  bytes bigint not null,
  taken_at timestamptz not null,
  account_id uuid,
  taker_name text
);
comment on table disinfection_photo is '消毒照片: of a record; the picture itself lies sealed among the files';
create index disinfection_photo_of on disinfection_photo (disinfection_id, taken_at);
create index disinfection_photo_path on disinfection_photo (area_path);

-- Everything that was disinfected and not taken back: at points, terminally, and what the keeper of a venue wrote on its card; counted by lists and reports alike. With the caller's rights.
create view disinfection_done with (security_invoker = true) as
  select d.id, d.area_path, d.point_id, p.venue_id, d.terminal_id, d.at, coalesce(p.building || p.name, x.place) as place, d.agent, d.concentration, case when d.from_at is null then null else (extract(epoch from d.at - d.from_at) / 60)::int end as minutes,
    d.square_metres, coalesce(d.people, d.by_name) as by_name, coalesce(p.area_id, x.area_id) as area_id
  from disinfection d left join disinfection_point p on p.id = d.point_id left join terminal_disinfection x on x.id = d.terminal_id where d.undone_at is null
  union all
  select v.id, v.area_path, p.id, v.venue_id, null, v.at, n.name || ' ' || v.place, v.agent, v.concentration, v.minutes, n.square_metres, v.by_name, n.area_id
  from venue_disinfection v join venue n on n.id = v.venue_id left join disinfection_point p on p.venue_id = v.venue_id where v.undone_at is null;
comment on view disinfection_done is '已消毒: every disinfection that stands, whoever wrote it down and where';
