-- 签发中断: a run that was tried again and again and went no further says so, and can be taken up where it stopped.
alter table pass_batch drop constraint pass_batch_state_check;
alter table pass_batch add constraint pass_batch_state_check check (state in ('running', 'done', 'undone', 'failed'));
-- Those that stopped before anybody was told.
update pass_batch b set state = 'failed', done_at = j.ended_at from job j
  where b.state = 'running' and j.name = 'passes.issueMany' and j.state = 'failed' and j.payload->>'batchId' = b.id::text
    and not exists (select from frozen_area f where f.what = 'all' and b.area_path >= f.area_path and b.area_path < f.area_end);
