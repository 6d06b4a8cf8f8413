-- By building, page after page: the order of the list is the order of the index (a person without a household stands for their own).
drop index care_person_place;
create index care_person_place on care_person (area_path, coalesce(household_id, person_id), person_id) where state = 'active';
