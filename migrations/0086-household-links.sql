-- A personal link says which home it was made for: it opens that home for as long as its person lives there, and follows nobody's move.
alter table link add column household_id uuid;
update link l set household_id = p.household_id from person p where p.id = l.person_id and p.state = 'present';
-- Made before its person moved in here: whoever kept it has the code of another home.
update link l set revoked_at = now() where l.person_id is not null and l.episode_id is null and l.revoked_at is null
  and (l.household_id is null or exists (select from former_home f where f.person_id = l.person_id and f.until > l.created_at));

-- Whatever moves somebody, by hand, by a roster, by putting two records together or by taking one of these back, ends the household's code they hold.
create function end_household_links() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update link set revoked_at = new.updated_at where person_id = new.id and episode_id is null and revoked_at is null and (new.state <> 'present' or household_id is distinct from new.household_id);
  return null;
end $$;
create trigger person_household_links after update of household_id, state on person for each row
  when (new.household_id is distinct from old.household_id or new.state is distinct from old.state) execute function end_household_links();
