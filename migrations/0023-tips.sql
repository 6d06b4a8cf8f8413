-- What an anonymous neighbour saw (邻里协查), beside the record it became or joined. Who said it stands here only as far as they gave a telephone;
-- neither address nor device of the phone is kept, here or in the trail.
create table tip (
  id uuid primary key,
  screening_id uuid not null references screening (id),
  area_id uuid not null references area (id),
  area_path text collate "C" not null,
  -- the area's code it came through, for its hourly limit
  link_id uuid not null,
  seen text[] not null,
  words text,
  people int,
  seen_on date,
  phone_sealed text,
  phone_masked text,
  at timestamptz not null
);
create index tip_screening on tip (screening_id, at);
create index tip_link on tip (link_id, at desc);
