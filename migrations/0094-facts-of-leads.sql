-- What a daily report counts of a lead stands between the two instants in which the desk learned it, whatever the lead became later.
-- 首次发热: when a fever was first told with it; a lead of a cough may have one days after it was opened, one of a positive test had one before.
alter table lead add column fever_at timestamptz;
-- When the referral was written down; referred_at is when they left.
alter table lead add column referral_recorded_at timestamptz;

-- Filling them changes no fact: an event that is over has its reports too.
alter table lead disable trigger frozen_u;
update lead l set
  fever_at = coalesce((select min(e.recorded_at) from lead_event e where e.lead_id = l.id and e.kind in ('opened', 'added') and e.params ->> 'leadKind' = 'fever'), case when l.kind = 'fever' then l.opened_at end),
  referral_recorded_at = coalesce((select min(e.recorded_at) from lead_event e where e.lead_id = l.id and e.kind = 'referred'), l.referred_at);
alter table lead enable trigger frozen_u;
