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

-- When a bus was cancelled: whoever left it at that moment sits in it again when it is revived, nobody who had given up the seat before.
alter table group_transport add column cancelled_at timestamptz;
update group_transport b set cancelled_at = (select max(s.left_at) from transport_seat s where s.transport_id = b.id) where b.state = 'cancelled';
