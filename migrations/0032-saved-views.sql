-- 已存视图: filter, order and columns of a list under a name; one's own, or shared by an office with everybody below it.
create table saved_view (
  id uuid primary key,
  page text not null,
  name text not null,
  query text not null,
  shared boolean not null,
  account_id uuid not null references account,
  account_name text not null,
  scope_path text collate "C" not null,
  created_at timestamptz not null,
  unique (account_id, page, name)
);
create index saved_view_shared on saved_view (page, scope_path) where shared;

-- 默认视图: the view a list opens with, for one account.
create table default_view (
  account_id uuid not null references account,
  page text not null,
  view_id uuid not null references saved_view on delete cascade,
  primary key (account_id, page)
);
