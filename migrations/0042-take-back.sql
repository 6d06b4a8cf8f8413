-- What one press on a phone records is taken back the same day by whoever pressed: so it is kept when that was.
alter table visit add column recorded_at timestamptz;
-- 上次走访 before this visit, which holds again when the visit is taken back.
alter table visit add column seen_before timestamptz;
alter table check_due add column explained_at timestamptz;

create function keep_seen_before() returns trigger language plpgsql as $$
begin
  new.seen_before := (select visited_at from household where id = coalesce(new.household_id, (select household_id from episode where id = new.episode_id and place = 'home')));
  return new;
end $$;
create trigger household_seen_before before update of state on visit for each row when (new.state = 'made' and old.state <> 'made') execute function keep_seen_before();

-- Only where nobody has been there since; another call at that door, written in the same statement, still counts.
create function unseen_by_visit() returns trigger language plpgsql as $$
begin
  update household h set visited_at = greatest(old.seen_before, (
      select max(v.made_at) from visit v where v.id <> old.id and v.state = 'made' and v.result is distinct from 'nobodyHome' and v.made_at = old.made_at and v.household_id = h.id))
    where h.id = coalesce(old.household_id, (select household_id from episode where id = old.episode_id and place = 'home')) and h.visited_at = old.made_at;
  return null;
end $$;
create trigger household_unseen after update of state on visit for each row when (old.state = 'made' and new.state <> 'made') execute function unseen_by_visit();
