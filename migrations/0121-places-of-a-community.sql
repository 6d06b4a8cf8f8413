-- A code tells the number of the compound or village group its pass was issued for (compound_of), a phone without signal has to tell whether that is in its own
-- community, and a keeper sent to one compound sees no other. Hence this function: the numbers such codes may have there, and nothing else of those places.
create function places_of_community(place text) returns int[] language sql stable security definer as $$
  select array(select a.no::int from area c join area a on a.area_path >= c.area_path and a.area_path < c.area_end
    where c.id = community_of(place) and (a.id = c.id or a.level in ('compound', 'villageGroup') or not exists (select from area u where u.level in ('compound', 'villageGroup') and u.no = any(area_numbers(a.area_path))))
    order by a.no)
$$;
