-- When it really left (实际发车): often written down the next day only, and its passengers left then, not when it was written down.
alter table group_transport add column left_at timestamptz;
update group_transport set left_at = handed_at where state = 'handedOver';
