-- Who scans in again is known by a secret of the phone itself (本机密钥, as an index), never by the telephone number: a number is known to others as well.
alter table venue_visit add column device_index text;
-- The number was inside already when another phone scanned in with it: the door is told nothing of it, and nobody is counted twice.
alter table venue_visit add column again boolean not null default false;
drop index venue_visit_venue, venue_visit_inside;
create index venue_visit_venue on venue_visit (venue_id, in_at desc) include (out_at, again);
create index venue_visit_inside on venue_visit (venue_id, in_at) include (again) where out_at is null;
