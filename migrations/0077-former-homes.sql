-- 曾住处: where somebody lived until when. A household's passages are theirs for as long as they lived there; the present home stands with the person.
-- No household: not living here until then. No foreign key to it: a household nobody is left in may go.
create table former_home (
  person_id uuid not null references person (id) on delete cascade,
  until timestamptz not null,
  household_id uuid,
  primary key (person_id, until)
);
insert into former_home (person_id, until, household_id) select id, updated_at, household_id from person where state = 'movedOut' and household_id is not null;
