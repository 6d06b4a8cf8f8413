-- Everything that happened with a lead, and who knew it when (谁何时知晓): reported, seen, taken over, each step, told, closed.
create table lead_event (
  id uuid primary key,
  lead_id uuid not null references lead (id),
  area_path text collate "C" not null,
  -- when it happened; somebody may write down later what was done on the way
  at timestamptz not null,
  recorded_at timestamptz not null,
  kind text not null,
  params jsonb not null default '{}',
  channel text,
  account_id uuid,
  actor_name text,
  actor_role text,
  -- the office somebody acted or looked for
  office_path text collate "C",
  office_name text
);
create index lead_event_lead on lead_event (lead_id, at, id);
-- an office has seen a lead once: the first time counts
create unique index lead_event_seen on lead_event (lead_id, actor_role, office_path) where kind = 'seen';

alter table lead add column channel text;
-- 转送医院
alter table lead add column hospital text;
alter table lead add column hospital_transport text;
alter table lead add column referred_at timestamptz;
alter table lead add column arrived_at timestamptz;
-- nobody took it over in time: the offices above were told
alter table lead add column escalated_at timestamptz;
-- two leads turned out to be about one person: this one goes on there
alter table lead add column joined_to uuid references lead (id);
create index lead_due on lead (due_at) where state = 'open' and escalated_at is null;
create index lead_screening on lead (screening_id);

insert into lead_event (id, lead_id, area_path, at, recorded_at, kind, params, account_id, actor_name)
select gen_random_uuid(), id, area_path, opened_at, opened_at, 'opened', jsonb_build_object('summary', summary, 'time', to_char(due_at at time zone 'Asia/Shanghai', 'HH24:MI')), opened_by, opener_name from lead;
insert into lead_event (id, lead_id, area_path, at, recorded_at, kind, account_id, actor_name)
select gen_random_uuid(), id, area_path, received_at, received_at, 'received', received_by, receiver_name from lead where received_at is not null;
insert into lead_event (id, lead_id, area_path, at, recorded_at, kind, params, account_id, actor_name)
select gen_random_uuid(), id, area_path, closed_at, closed_at, 'closed.' || result, jsonb_build_object('note', coalesce(result_note, '')), closed_by, closer_name
from lead where closed_at is not null and result is not null;
