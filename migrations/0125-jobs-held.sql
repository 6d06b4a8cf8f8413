-- Until when a running job is its process's own: renewed while that works on it, taken over by another one afterwards.
alter table job add column held_until timestamptz;
create index job_held on job (held_until) where state = 'running';
