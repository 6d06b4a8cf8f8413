-- The dashboard over a whole district: what it counts is read from indexes alone, the wide rows behind them stay unread.

-- Whoever is managed now, with everything the figures ask of them.
create index episode_standing on episode (area_path) include (id, state, anchor_on, ends_on, household_id, person_id, opened_at) where state <> 'cancelled' and closed_at is null;

drop index episode_opened;
create index episode_opened on episode (opened_at) include (area_path, state);
drop index episode_closed;
create index episode_closed on episode (closed_at) include (area_path, state);

-- 未报体温 now: checks whose window is open, which the path index finds only by walking all areas.
create index check_due_open on check_due (due_on, opens_at) include (episode_id, area_path) where state = 'open';
drop index check_due_missed;
create index check_due_missed on check_due (due_on, episode_id) include (area_path) where state = 'missed';
drop index check_due_not_made;
create index check_due_not_made on check_due (due_on, episode_id) include (area_path, closes_at, state) where state in ('missed', 'explained');

-- Every arrival once, in the words of modules/screening/store/lists.ts.
drop index screening_arrived;
create index screening_arrived on screening (arrived_on, area_path) include (origin) where state not in ('joined', 'handedOver') and coalesce(outcome_reason, '') not in ('wrongInformation', 'notLivingHere');
drop index screening_verified;
create index screening_verified on screening (verified_at) include (area_path, state, received_at) where verified_at is not null;
drop index screening_waiting;
create index screening_waiting on screening (area_path, verify_by) include (received_at) where state = 'toVerify';
