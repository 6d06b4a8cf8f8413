-- An area stayed frozen after its event was destroyed, and the next event could record nothing there.
delete from frozen_area where event_id in (select id from privacy_event where state = 'closed');
