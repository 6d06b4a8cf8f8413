-- A lead that is not closed belongs to the running episode of its person, whoever raises it and wherever (a gate sees no episodes), and however
-- the two come together: a release, the card, the lists and the phone read it from there.
create function lead_takes_episode() returns trigger language plpgsql security definer set search_path = public set plan_cache_mode = 'force_generic_plan' as $$
begin
  new.episode_id := coalesce((select id from episode where person_id = new.person_id and state = 'active'), new.episode_id);
  return new;
end $$;
create trigger lead_episode before insert or update of person_id, episode_id, state on lead for each row when (new.state <> 'closed' and new.person_id is not null) execute function lead_takes_episode();

-- Opened, or taken back into: what is still open about the person comes along.
create function episode_takes_leads() returns trigger language plpgsql security definer set search_path = public set plan_cache_mode = 'force_generic_plan' as $$
begin
  update lead set episode_id = new.id where person_id = new.person_id and state <> 'closed' and episode_id is distinct from new.id;
  return null;
end $$;
create trigger episode_leads after insert or update of person_id, state on episode for each row when (new.state = 'active') execute function episode_takes_leads();

update lead l set episode_id = e.id from episode e
  where e.person_id = l.person_id and e.state = 'active' and l.state <> 'closed' and l.episode_id is distinct from e.id
    and not exists (select from frozen_area f where f.what = 'all' and l.area_path >= f.area_path and l.area_path < f.area_end);
