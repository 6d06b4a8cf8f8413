-- 街乡吹哨、部门报到: what kind of whistle, by when the departments called are to report in, which came when, how they are rated. 重复诉求: the earlier matter.
alter table matter
  add column whistle_kind text check (whistle_kind in ('routine', 'hard', 'emergency')),
  add column whistled_at timestamptz,
  add column report_by timestamptz,
  -- when the last of the departments called had come
  add column reported_at timestamptz,
  -- [{name, lead, who, reportedAt, subdistrict: {score, word}, community: {score, word}}]
  add column departments jsonb not null default '[]',
  -- keyed, one way: the same telephone again is known without the number
  add column caller_phone_index text,
  add column repeat_of uuid references matter (id);
create index matter_whistled on matter (area_path, registered_at) where whistled_at is not null;
create index matter_place on matter (kind, place, registered_at desc) where place is not null;
create index matter_caller on matter (kind, caller_phone_index, registered_at desc) where caller_phone_index is not null;
create index matter_person_kind on matter (kind, person_id, registered_at desc) where person_id is not null;
