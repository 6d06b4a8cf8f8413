-- 十清晰: what is not clear yet of somebody who arrived. Which fields make up the ten points stands in modules/screening/data/ten-points.ts.

alter table screening
  -- 职业, as told; a workplace in the register answers it too
  add column occupation text,
  -- asked and answered: without a contact it then means none
  add column contact_asked boolean not null default false,
  -- 密接: with whom they lived, travelled and worked, as told; 没有 is an answer
  add column close_contacts text,
  -- 问过,没有: fields somebody has asked about in vain, so that the list can come to its end
  add column confirmed text[] not null default '{}',
  -- fields not clear yet; null where nobody is to be asked: joined, handed over, found to be no arrival, or not reached yet
  add column missing text[];

-- Only where somebody is still to be asked: an index to count them by, and one to read the newest first.
create index screening_asked on screening (area_path) include (missing) where missing is not null;
create index screening_unclear on screening (arrived_on, id) include (area_path) where missing <> '{}';
create index screening_unmeasured on screening (episode_id) where missing && array['symptoms', 'temperature'];

create function measured_since(episode uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from health_check c where c.episode_id = episode and c.temperature is not null and not c.device_error)
$$;

-- Kept by the rows themselves, so that whatever fills a field, a call, a visit, a merge or a roster, takes the record off the list.
-- It looks behind the territory of whoever writes: the answer must not depend on who that is.
create function keep_missing() returns trigger language plpgsql security definer set search_path = public as $$
declare
  phone boolean := false; work boolean := false; door boolean := false; home boolean := false;
begin
  -- What a decision adds to a record answers nothing; whoever wants it looked at again sets it to null.
  if tg_op = 'UPDATE' and new.missing is not null and (new.state, new.outcome_reason, new.channel, new.person_id, new.episode_id, new.companions, new.name, new.occupation, new.building, new.unit, new.room, new.phone_index, new.confirmed)
    is not distinct from (old.state, old.outcome_reason, old.channel, old.person_id, old.episode_id, old.companions, old.name, old.occupation, old.building, old.unit, old.room, old.phone_index, old.confirmed)
    and (new.day_told, new.origin, new.via, new.transport, new.trip_no, new.contact, new.contact_asked, new.symptoms_asked, new.symptoms, new.temperature, new.device_error, new.close_contacts)
    is not distinct from (old.day_told, old.origin, old.via, old.transport, old.trip_no, old.contact, old.contact_asked, old.symptoms_asked, old.symptoms, old.temperature, old.device_error, old.close_contacts) then return new; end if;
  if new.state in ('joined', 'handedOver') or new.outcome_reason is not null or (new.state = 'toVerify' and new.channel in ('tip', 'pushedList')) then
    new.missing := null;
    return new;
  end if;
  if new.person_id is not null then
    select p.phone_index is not null or 'phone' = any (p.confirmed), coalesce(p.workplace, '') <> '', h.room <> '' and h.room not like '待补%' or 'room' = any (h.confirmed), h.id is not null
      into phone, work, door, home from person p left join household h on h.id = p.household_id where p.id = new.person_id;
  end if;
  new.missing := array_remove(array[
    case when new.companions is null then 'companions' end,
    case when new.name = '' then 'name' end,
    case when coalesce(new.occupation, '') = '' and not coalesce(work, false) then 'occupation' end,
    case when new.building || new.unit || new.room = '' and not coalesce(door, false) then 'address' end,
    case when new.phone_index is null and not coalesce(phone, false) and not 'phone' = any (new.confirmed) then 'phone' end,
    case when not new.day_told then 'arrivedOn' end,
    case when new.origin = 'unknown' then 'origin' end,
    case when coalesce(new.via, '') = '' then 'via' end,
    case when new.transport is null then 'transport' end,
    case when coalesce(new.trip_no, '') = '' and new.transport is distinct from 'onFoot' and not 'tripNo' = any (new.confirmed) then 'tripNo' end,
    case when new.contact = 'none' and not new.contact_asked then 'contact' end,
    case when not new.symptoms_asked and new.symptoms = '{}' and not measured_since(new.episode_id) then 'symptoms' end,
    case when (new.temperature is null or new.device_error) and not measured_since(new.episode_id) then 'temperature' end,
    case when new.state = 'toVerify' then 'measure' end,
    case when not coalesce(home, false) then 'household' end,
    case when coalesce(new.close_contacts, '') = '' then 'closeContacts' end], null);
  return new;
end $$;

create trigger screening_missing before insert or update on screening for each row execute function keep_missing();

-- What was written elsewhere answers it as well. Records of a frozen area stay as they are.
create function ask_again(people uuid[]) returns void language sql security definer set search_path = public as $$
  update screening s set missing = null where s.person_id = any (people) and s.missing is not null
    and not exists (select from frozen_area f where f.what = 'all' and s.area_path >= f.area_path and s.area_path < f.area_end)
$$;
create function person_clear() returns trigger language plpgsql as $$
begin
  perform ask_again(array[new.id]);
  return null;
end $$;
create trigger person_clear after update of phone_index, confirmed, workplace, household_id on person for each row
  when ((new.phone_index is null, new.confirmed, new.workplace, new.household_id) is distinct from (old.phone_index is null, old.confirmed, old.workplace, old.household_id)) execute function person_clear();
create function household_clear() returns trigger language plpgsql as $$
begin
  perform ask_again((select array_agg(p.id) from person p where p.household_id = new.id));
  return null;
end $$;
create trigger household_clear after update of room, confirmed on household for each row when ((new.room, new.confirmed) is distinct from (old.room, old.confirmed)) execute function household_clear();
-- By statement: a round of readings looks once, among the few records that lack one.
create function reading_clear() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'DELETE' then
    perform ask_again((select array_agg(e.person_id) from touched t join episode e on e.id = t.episode_id where t.temperature is not null and not t.device_error));
  else
    update screening s set missing = null from touched t
      where s.episode_id = t.episode_id and s.missing && array['symptoms', 'temperature'] and t.temperature is not null and not t.device_error;
  end if;
  return null;
end $$;
create trigger reading_clear_i after insert on health_check referencing new table as touched for each statement execute function reading_clear();
create trigger reading_clear_d after delete on health_check referencing old table as touched for each statement execute function reading_clear();

update screening s set missing = null where not exists (select from frozen_area f where f.what = 'all' and s.area_path >= f.area_path and s.area_path < f.area_end);
