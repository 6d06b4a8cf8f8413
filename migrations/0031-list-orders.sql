-- What lists may be sorted by besides their own order.
create index screening_arrived_order on screening (arrived_on desc, id desc);
create index episode_starting on episode (starts_on, id) where state = 'active';
