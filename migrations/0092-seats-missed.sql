-- Whoever was not in a bus when it was handed over has no seat in it any more, and waits again; that they had one is known by the moment they lost it.
update transport_seat s set left_at = b.handed_at from group_transport b
  where b.id = s.transport_id and b.state = 'handedOver' and s.state in ('noShow', 'turnedAway') and s.left_at is null;
