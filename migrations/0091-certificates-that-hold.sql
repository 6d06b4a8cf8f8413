-- 健康证明有效: not withdrawn, not over, its holder not taken under management since it was made (whatever became of that: only what was cancelled never
-- was), its request neither refused nor withdrawn. The requests and whoever checks a code ask by this one rule; within the caller's territory.
create function certificate_holds(n notice, today date) returns boolean language sql stable as $$
  select n.withdrawn_at is null and n.valid_to >= today
    and not exists (select from episode m where m.person_id = n.person_id and m.state <> 'cancelled' and m.opened_at > coalesce(n.issued_at, n.issued_on::timestamptz))
    and not exists (select from exit_request x where x.id = n.exit_id and x.state in ('refused', 'withdrawn'))
$$;
