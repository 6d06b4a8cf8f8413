-- 出入证照片: one on a pass of a household or a person, where the community wants one; the picture itself lies sealed among the files.
create table pass_photo (
  pass_id uuid primary key references pass (id),
  area_path text collate "C" not null,
  file_id uuid not null,
  content_type text not null,
  bytes bigint not null,
  taken_at timestamptz not null,
  account_id uuid,
  taker_name text
);
create index pass_photo_path on pass_photo (area_path);
