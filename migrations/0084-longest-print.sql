-- A pass renewed to an earlier end leaves prints about that were signed to a later one: until then its stop is told.
alter table pass add column printed_until timestamptz;

update pass p set printed_until = e.until
  from (select pass_id, max((params ->> 'until')::timestamptz) as until from pass_event where kind in ('issued', 'renewed') and params ? 'until' group by pass_id) e
  where e.pass_id = p.id and p.issue > 1 and e.until > p.valid_until;
