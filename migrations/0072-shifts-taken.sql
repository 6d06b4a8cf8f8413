-- Who stood at a gate besides whoever signed on first: a relief, or a phone without signal whose sign-on arrived after another's. Both stay.
alter table gate_shift add column also jsonb not null default '[]';
-- 接班清点: what whoever took over found there.
alter table gate_shift add column taken_items jsonb not null default '[]';
alter table gate_shift add column taken_remarks text;
alter table gate_shift add column handed_over_by uuid;
alter table gate_shift add column handed_over_name text;
