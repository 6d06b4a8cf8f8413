-- Where the range of an area ends: below it is everything from `area_path` up to, not including, `area_end`. Kept as a column, since under row
-- security an expression is not looked up in an index: a level of a tree of 40,000 areas then read every counter of the territory for each line.
alter table area add column area_end text collate "C" generated always as (left(area_path, -1) || '0') stored;
