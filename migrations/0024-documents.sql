-- An office's own template (文书模板) of a kind; every version is kept, at most one of an office is in force.
create table document_template (
  id uuid primary key,
  -- the office whose own it is; those below inherit it
  office_id uuid not null references area (id),
  area_path text collate "C" not null,
  kind text not null,
  version int not null,
  filename text not null,
  -- the file, base64: with the rows it is copied, moved and restored like everything else
  content text not null,
  bytes int not null,
  in_force boolean not null default false,
  uploaded_at timestamptz not null,
  uploaded_by uuid,
  uploader_name text,
  unique (office_id, kind, version)
);
create index document_template_path on document_template (area_path, kind);
create unique index document_template_in_force on document_template (office_id, kind) where in_force;

-- A template of an office above is used below it, though its row is out of sight there. Hence this function, and only it.
create function template_in_force(path text, wanted text) returns table (
  id uuid, office_id uuid, office_name text, version int, filename text, content text, uploaded_at timestamptz, uploader_name text)
language sql stable security definer as $$
  select t.id, t.office_id, a.name, t.version, t.filename, t.content, t.uploaded_at, t.uploader_name
  from document_template t join area a on a.id = t.office_id
  where t.kind = wanted and t.in_force and a.no = any(area_numbers(path)) order by length(t.area_path) desc limit 1
$$;

-- The last number given (编号), by office, kind and year; raised in the transaction that gives it, so that none is skipped.
create table notice_counter (
  office_id uuid not null references area (id),
  area_path text collate "C" not null,
  kind text not null,
  year int not null,
  last int not null,
  primary key (office_id, kind, year)
);
create index notice_counter_path on notice_counter (area_path);

-- A numbered notice (告知书, 解除通知书) about one episode. Printing it again keeps the number.
create table notice (
  id uuid primary key,
  office_id uuid not null references area (id),
  area_path text collate "C" not null,
  kind text not null,
  year int not null,
  no int not null,
  number text not null,
  episode_id uuid not null,
  person_id uuid not null,
  issued_on date not null,
  issuer_name text,
  -- what the QR says: sealed, to print it again, and an index, to look it up
  code_index text not null unique,
  code_sealed text not null,
  withdrawn_at timestamptz,
  withdrawer_name text,
  withdraw_reason text,
  unique (office_id, kind, year, no)
);
create index notice_path on notice (area_path, issued_on desc, id);
create unique index notice_of_episode on notice (episode_id, kind) where withdrawn_at is null;

-- What was made at once (一批文书), by whom; its documents are in document_issue.
create table document_batch (
  id uuid primary key,
  area_path text collate "C" not null,
  kind text not null,
  at timestamptz not null,
  account_id uuid,
  account_name text
);
create index document_batch_path on document_batch (area_path, at desc);

-- One document as it was made: whose, with which contents. A notice made again has several of these.
create table document_issue (
  id uuid primary key,
  batch_id uuid not null references document_batch (id),
  position int not null,
  area_path text collate "C" not null,
  notice_id uuid references notice (id),
  episode_id uuid not null,
  person_id uuid not null,
  contents jsonb not null
);
create index document_issue_batch on document_issue (batch_id, position);
create index document_issue_path on document_issue (area_path);
create index document_issue_episode on document_issue (episode_id);
