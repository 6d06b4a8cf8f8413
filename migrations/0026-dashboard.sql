-- The dashboard (指挥一张图): figures by the areas directly below one, from the rows themselves.

-- Which area directly below `above` a path belongs to, by its number; '' for what stands at `above` itself.
create function area_below(path text, above text) returns text language sql immutable parallel safe as $$
  select split_part(substr(path, length(above) + 1), '/', 1)
$$;

-- What happened in the last days, over a whole district: the path indexes have it only grid by grid.
create index episode_opened on episode (opened_at);
create index episode_closed on episode (closed_at);
create index episode_change_at on episode_change (at);
create index check_due_not_made on check_due (due_on, episode_id) where state in ('missed', 'explained');
create index screening_arrived on screening (arrived_on, area_path) include (origin, state, outcome_reason);
create index screening_verified on screening (verified_at) where verified_at is not null;
create index lead_waiting on lead (area_path, due_at) where state = 'open';
create index lead_received on lead (received_at) where received_at is not null;
