-- 销毁中断: a destruction that was tried again and again and went no further says so, and goes on at a press; it is not undone, for part of the data is gone.
alter table privacy_event drop constraint privacy_event_state_check;
alter table privacy_event add constraint privacy_event_state_check check (state in ('open', 'stopped', 'frozen', 'reviewed', 'approved', 'destroying', 'broken', 'closed'));
-- Those that stopped before anybody was told.
update privacy_event e set state = 'broken' from job j
  where e.state = 'destroying' and j.name = 'privacy.destroyEvent' and j.state = 'failed' and j.payload->>'eventId' = e.id::text;
