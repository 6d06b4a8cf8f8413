-- 因管控结束而取消: when the end of its episode cancelled a visit; a release taken back owes exactly these again, whatever was settled before stays settled.
alter table visit add column ended_at timestamptz;

update visit v set ended_at = e.closed_at from episode e
  where e.id = v.episode_id and v.state = 'cancelled' and e.closed_at is not null
    and (v.purpose in ('routine', 'newOrder')
      or exists (select from check_due d where d.episode_id = v.episode_id and d.state = 'missed' and v.once_key = d.episode_id || ':' || d.due_on || ':missed'))
    and not exists (select from frozen_area f where f.what = 'all' and v.area_path >= f.area_path and v.area_path < f.area_end);
