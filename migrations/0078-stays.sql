-- Every stay has its beginning, also the present one (住此起): two records that are put together each bring their own, and neither tells when the other's began.
-- With the path of the place, so that it goes with the event or when its term is over, as the passages do for which it is kept.
alter table person add column home_since timestamptz;
alter table former_home add column since timestamptz not null default '-infinity', add column area_path text collate "C";
update former_home f set since = s.since from (select person_id, until, lag(until) over (partition by person_id order by until) as since from former_home) s
  where s.person_id = f.person_id and s.until = f.until and s.since is not null;
update person p set home_since = f.until from (select person_id, max(until) as until from former_home group by person_id) f where f.person_id = p.id and p.state <> 'movedOut';
delete from former_home where household_id is null;
update former_home f set area_path = coalesce((select area_path from household h where h.id = f.household_id), p.area_path) from person p where p.id = f.person_id;
alter table former_home alter column household_id set not null, alter column area_path set not null;
create index former_home_path on former_home (area_path, until);
