-- Anybody can scan in under a name and a number that are not theirs. A visit that was none (误登) stays, with who says so and why; it counts nowhere and nobody is traced by it.
alter table venue_visit add column taken_back_at timestamptz, add column taken_back_by text, add column taken_back_reason text;
drop index venue_visit_venue, venue_visit_inside;
create index venue_visit_venue on venue_visit (venue_id, in_at desc) include (out_at, again, taken_back_at);
create index venue_visit_inside on venue_visit (venue_id, in_at) include (again, taken_back_at) where out_at is null;
