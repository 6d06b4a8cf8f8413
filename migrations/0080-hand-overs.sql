-- Two may stand at one post (同岗), and each hands over what they had: whoever went first was written over by the next, and their going emptied the post.
alter table gate_shift add column hand_overs jsonb not null default '[]';
update gate_shift set hand_overs = jsonb_build_array(jsonb_build_object('at', to_char(handed_over_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', coalesce(handed_over_by, signed_on_by), 'name', coalesce(handed_over_name, signed_on_name, ''), 'items', items, 'remarks', remarks, 'abnormal', abnormal))
  where handed_over_at is not null;
alter table gate_shift drop column handed_over_at, drop column handed_over_by, drop column handed_over_name, drop column items, drop column remarks, drop column abnormal;
