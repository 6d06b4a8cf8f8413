-- 平战结合: where an event has stopped collecting, or no order holds, the epidemic's duties rest; what people ask for every day goes on.

-- A code whose event has stopped collecting takes nothing for the event any more; it is no longer closed, for the same code is where residents report everyday matters.
alter table link add column stopped_at timestamptz;
comment on column link.stopped_at is '停止采集: since when nothing is taken for an event by this code; everyday matters still are';
update link l set stopped_at = l.revoked_at, revoked_at = null
from privacy_event e join privacy_step s on s.event_id = e.id and s.step = 'stop'
where l.purpose = 'declaration' and l.revoked_at = s.at and starts_with(l.area_path, e.area_path);

-- 应急: somebody is managed here still, or an order holds for the area, above it or somewhere in it, and was published or came into force after its event last stopped collecting; 平时 otherwise.
-- The event and the order of an office above are not the caller's to see: this says yes or no.
create function emergency_at(path text, at timestamptz) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from episode where state = 'active' and area_path >= path and area_path < left(path, -1) || '0') or exists (
    select from policy p
    where p.state <> 'draft' and p.in_force_from <= at and (p.in_force_to is null or p.in_force_to > at) and (starts_with(path, p.scope_path) or starts_with(p.scope_path, path))
      and greatest(p.in_force_from, p.published_at) > coalesce((
        select max(s.at) from privacy_event e join privacy_step s on s.event_id = e.id and s.step = 'stop'
        where starts_with(path, e.area_path) and e.state <> 'open'
          and not exists (select from privacy_event o where o.state = 'open' and starts_with(path, o.area_path))), '-infinity'))
$$;
comment on function emergency_at(text, timestamptz) is '平战结合: whether an area is in emergency (应急) at a time, or in normal days (平时)';
