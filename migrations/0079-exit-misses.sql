-- 没有对上的姓名和证件号码, told through an area's code by whoever asked to go out: which code, an index of the name and when, for a day.
create table exit_miss (
  id uuid primary key,
  area_path text collate "C" not null,
  link_id uuid not null,
  name_index text not null,
  at timestamptz not null
);
create index exit_miss_link on exit_miss (link_id, at);
create index exit_miss_name on exit_miss (name_index, at);
create index exit_miss_path on exit_miss (area_path, at);
