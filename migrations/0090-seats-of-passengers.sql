-- A seat stands where its passenger lives, as the request does: a bus is often the subdistrict's, and the passenger's own community, grid worker
-- and phone saw no seat, gave none up by withdrawing, and were given a second one.
update transport_seat s set area_path = r.area_path from exit_request r where r.id = s.exit_id and s.area_path <> r.area_path;
-- Withdrawn or refused where the seat was out of sight: it was never given up.
update transport_seat s set left_at = r.updated_at from exit_request r, group_transport b
  where r.id = s.exit_id and b.id = s.transport_id and s.left_at is null and r.state in ('refused', 'withdrawn') and b.state = 'planned';

-- Of the bus somebody sits in, those below the office that ordered it see what they must know to be there, and nothing else. Hence this function, and only it.
create function bus_of_seat(bus uuid) returns table (plate text, departs_at timestamptz, place text)
language plpgsql stable strict security definer set search_path = public set plan_cache_mode = 'force_generic_plan' as $$
begin
  return query select b.plate, b.departs_at, b.place from group_transport b where b.id = bus;
end $$;
