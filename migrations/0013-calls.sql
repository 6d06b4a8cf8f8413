-- One call or visit at somebody managed (联系), with everything it wrote: who was asked, whether they were reached, what was said.
-- It can be taken back for a few minutes, and what was taken back stays readable here.
create table episode_call (
  id uuid primary key,
  episode_id uuid not null references episode (id),
  area_path text collate "C" not null,
  way text not null check (way in ('phone', 'visit')),
  reached boolean not null,
  -- 无变化: nothing else has changed since the last time
  unchanged boolean not null default false,
  need text,
  note text,
  -- ids and places of the rows it made or changed, so that it can be taken back as a whole
  wrote jsonb not null default '{}',
  at timestamptz not null,
  account_id uuid,
  account_name text,
  undone_at timestamptz
);
create index episode_call_episode on episode_call (episode_id, at desc);
create index episode_call_path on episode_call (area_path, at desc);

-- What is to be brought (送物上门), as it was asked for.
alter table visit add column need text;
