-- 撤销作废 made a visit good that no household had said yes to: it waits for that again.
update pass p set state = 'waiting' where p.kind = 'visitor' and p.state = 'valid' and p.confirmed_at is null and p.arrived_at is null
  and not exists (select from frozen_area f where f.what = 'all' and p.area_path >= f.area_path and p.area_path < f.area_end);

-- 住户取消: the reason says so, as whoever reads the pass is told, and nobody takes it back for the household.
update pass p set end_reason = 'withdrawn' where p.kind = 'visitor' and p.state = 'revoked' and p.end_reason is null
  and not exists (select from frozen_area f where f.what = 'all' and p.area_path >= f.area_path and p.area_path < f.area_end);
