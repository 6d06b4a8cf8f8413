-- Whoever takes a withdrawal back has the seat again where it is still free; the bus and the other passengers are often beyond the caller's own
-- territory. Hence this function, and only it: whether a seat is free in a bus that has not left yet. The bus is held, so that nobody is put there meanwhile.
create function seat_is_free(wanted uuid) returns boolean
language plpgsql strict security definer set search_path = public set plan_cache_mode = 'force_generic_plan' as $$
declare
  s transport_seat;
  b group_transport;
begin
  select * into s from transport_seat where id = wanted;
  select * into b from group_transport where id = s.transport_id for update;
  return coalesce(b.state = 'planned' and s.seat_no <= b.seats, false) and not exists (select from transport_seat o where o.transport_id = s.transport_id and o.seat_no = s.seat_no and o.left_at is null);
end $$;
