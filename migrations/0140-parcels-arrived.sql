-- 本人交上: what a phone handed over and has also sent itself is nobody's to enter any more.
alter table field_parcel drop constraint field_parcel_state_check;
alter table field_parcel add constraint field_parcel_state_check check (state in ('waiting', 'accepted', 'filed', 'arrived'));
-- A passage leaves no receipt; it is known again by an id of its own.
alter table field_parcel add column event_id uuid;
create index field_parcel_waiting on field_parcel (id) where state = 'waiting';
