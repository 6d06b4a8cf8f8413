-- Two communities that become one both have masks: their cupboards stand side by side until somebody counts them together. That none is registered twice is seen to when one is added.
drop index supply_item_name;
create index supply_item_name on supply_item (area_id, name, spec);
