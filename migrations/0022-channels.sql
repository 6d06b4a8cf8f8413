-- More ways in: somebody told for somebody else, a list pushed from above, an anonymous tip. All are screenings with a channel.
-- Who told it, where it was not the person: name, relation, telephone.
alter table screening add column told_by_name text;
alter table screening add column told_by_relation text;
alter table screening add column told_by_phone_sealed text;
alter table screening add column told_by_phone_masked text;
-- False while nobody knows the day of arrival (a list, a tip): such a record joins, and is joined, whatever the day.
alter table screening add column day_told boolean not null default true;
-- What the first report said before others of the same arrival were added to it.
alter table screening add column as_told jsonb;

-- A list pushed from above (协查名单): one file of the police, the telecom authority, an upper office, another city.
create table pushed_list (
  id uuid primary key,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  state text not null check (state in ('uploaded', 'taking', 'open', 'undone', 'failed')),
  -- 批次
  title text not null,
  source text,
  issuer text,
  issued_at timestamptz,
  deadline_at timestamptz,
  file_id uuid not null,
  filename text not null,
  format text not null,
  encoding text,
  bytes bigint not null,
  header_row int not null,
  columns jsonb not null default '[]',
  -- last row of the file that is settled
  row_reached int not null default 0,
  -- what taking a list back removed and had to keep
  undone jsonb,
  created_at timestamptz not null,
  created_by uuid,
  created_by_name text
);
create index pushed_list_area on pushed_list (area_path, created_at desc);

-- One row of a list, where it has to be answered. The head of the list stands with the office above, so each row carries what a community must know of it.
create table pushed_row (
  id uuid primary key,
  list_id uuid not null references pushed_list (id) on delete cascade,
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  community_id uuid not null references area (id),
  row_no int not null,
  list_title text not null,
  list_source text not null,
  issued_at timestamptz not null,
  deadline_at timestamptz not null,
  -- wrong: nobody can be found by it; unassigned: nobody knows whose it is; waiting: for an answer
  state text not null check (state in ('wrong', 'unassigned', 'waiting', 'answered')),
  issue text,
  name text not null default '',
  document_kind text not null default 'none',
  document_sealed text,
  document_index text,
  document_masked text,
  document_wrong boolean not null default false,
  phone_sealed text,
  phone_index text,
  phone_masked text,
  address text not null default '',
  -- 涉疫信息, in the words of the list
  subject text not null default '',
  person_id uuid references person (id),
  -- the record to work on; the row's own report is another one where it was joined
  screening_id uuid references screening (id),
  report_id uuid references screening (id),
  -- 核查结果 and, where it has kinds, which
  result text,
  kind text,
  -- 去向, 措施
  whereabouts text,
  measure text,
  answer_note text,
  answered_at timestamptz,
  answered_by uuid,
  -- 核查人
  checker_name text
);
create unique index pushed_row_no on pushed_row (list_id, row_no);
create index pushed_row_path on pushed_row (area_path, state, deadline_at);
create index pushed_row_screening on pushed_row (screening_id) where screening_id is not null;
create index pushed_row_report on pushed_row (report_id) where report_id is not null;
create index pushed_row_person on pushed_row (person_id) where person_id is not null;
