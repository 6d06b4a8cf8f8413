-- 健康证明有效, in two steps: which papers hold (not withdrawn, not over, their holder not taken under management since), asked for many at once, for counting
-- 20,000 by the former function took seconds; and whether its request still stands, neither refused nor withdrawn. Within the caller's territory.
create function certificates_holding(today date) returns setof uuid language sql stable as $$
  select n.id from notice n where n.exit_id is not null and n.withdrawn_at is null and n.valid_to >= today
    and not exists (select from episode m where m.person_id = n.person_id and m.state <> 'cancelled' and m.opened_at > coalesce(n.issued_at, n.issued_on::timestamptz))
$$;
create or replace function certificate_holds(n notice, today date) returns boolean language sql stable as $$
  select exists (select from certificates_holding(today) h (id) where h.id = n.id) and not exists (select from exit_request x where x.id = n.exit_id and x.state in ('refused', 'withdrawn'))
$$;
create index notice_certificate on notice (area_path, valid_to) include (id, person_id, exit_id, issued_at, issued_on) where exit_id is not null and withdrawn_at is null;

-- What waits is a small part of what was ever asked for, and the rest is counted from the index alone.
create index exit_request_open on exit_request (area_path, leaves_on, id) where state in ('applied', 'certificateDue', 'certified', 'allowed');
drop index exit_request_path;
create index exit_request_path on exit_request (area_path, state, leaves_on, id) include (kind);
drop index exit_request_left;
create index exit_request_left on exit_request (area_path, kind, left_at) include (person_id) where left_at is not null;
