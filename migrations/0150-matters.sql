-- 事项 (工单): what residents ask for and what is found on the way: who answers for it, until when, what was done, whether it helped.
create sequence matter_no;

create table matter (
  id uuid primary key,
  -- told to whoever asked; stays the same however often the matter goes back to work
  number text not null unique,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  kind text not null,
  -- what in the words of whoever asked, and at which door or place
  words text not null,
  place text,
  urgent boolean not null default false,
  channel text not null check (channel in ('door', 'phone', 'window', 'qr', 'patrol')),
  -- somebody of the register, or a name and telephone, or nobody
  person_id uuid references person (id),
  caller_name text,
  caller_phone_sealed text,
  caller_phone_masked text,
  -- of the phone that reported it through a QR
  receipt_index text unique,
  registered_at timestamptz not null,
  registered_by uuid references account (id),
  registrar_name text,
  respond_by timestamptz not null,
  -- from here on what a step may change; each event keeps what stood before it
  state text not null check (state in ('registered', 'assigned', 'inHand', 'whistled', 'done', 'closed', 'withdrawn')),
  -- 首接负责: whoever took it first answers for it until somebody else accepts
  owner_id uuid references account (id),
  owner_name text,
  -- whose turn it is
  holder_id uuid references account (id),
  holder_name text,
  due_at timestamptz not null,
  dispatched_at timestamptz,
  contacted_at timestamptz,
  objected_at timestamptz,
  extended_at timestamptz,
  done_at timestamptz,
  doer_name text,
  outcome text,
  calls_in_vain int not null default 0,
  called_at timestamptz,
  resolved boolean,
  satisfaction text check (satisfaction in ('satisfied', 'fair', 'unsatisfied')),
  reopened_at timestamptz,
  closed_at timestamptz,
  -- 剔除: asked for by the community, decided by the office above
  exclusion text check (exclusion in ('asked', 'approved', 'refused')),
  exclusion_ground text,
  exclusion_reason text,
  exclusion_asked_by uuid references account (id)
);
comment on table matter is '事项、工单: what was asked for, who answers for it until when, what was done and whether it helped';
create index matter_open on matter (area_path, due_at, id) where state in ('registered', 'assigned', 'inHand', 'whistled', 'done');
create index matter_path on matter (area_path, registered_at desc, id);
create index matter_holder on matter (holder_id, due_at) where state in ('assigned', 'inHand');
create index matter_person on matter (person_id, registered_at desc);

create table matter_event (
  id uuid primary key,
  matter_id uuid not null references matter (id),
  area_path text collate "C" not null,
  at timestamptz not null,
  kind text not null,
  params jsonb not null default '{}',
  -- what stood before the step, so that it can be taken back
  before jsonb,
  account_id uuid,
  actor_name text,
  actor_role text,
  undone_at timestamptz
);
comment on table matter_event is '事项经过: one step of a matter, who, when, and what stood before it';
create index matter_event_of on matter_event (matter_id, at, id);

create table matter_photo (
  id uuid primary key,
  matter_id uuid not null references matter (id),
  area_path text collate "C" not null,
  file_id uuid not null,
  content_type text not null,
  bytes bigint not null,
  taken_at timestamptz not null,
  account_id uuid,
  taker_name text
);
comment on table matter_photo is '事项照片: of what was found or done; the picture itself lies sealed among the files';
create index matter_photo_of on matter_photo (matter_id, taken_at);
